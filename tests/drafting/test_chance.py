"""Chance: numbers a seed decides, the same one by one and all at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting.stock.chance import Lots, chance

_NUMBERS = st.integers(0, 0xFFFFFFFF)


@given(st.lists(_NUMBERS, max_size=40), _NUMBERS)
def test_lots_are_the_chances_of_their_keys(keys: list[int], seed: int) -> None:
    assert Lots(keys).draw(seed) == [chance(key, seed) for key in keys]


def test_chances_are_spread_evenly_and_another_seed_gives_others() -> None:
    drawn = Lots(range(10_000)).draw(7)
    tenths = [sum(t / 10 <= c < (t + 1) / 10 for c in drawn) for t in range(10)]
    assert all(0 <= c < 1 for c in drawn)
    assert max(tenths) - min(tenths) < 250
    assert drawn != Lots(range(10_000)).draw(8)
