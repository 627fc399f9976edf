"""Tallies: sources counted in any order, bounded sets of hashes, what slots always hold."""

from __future__ import annotations

from functools import reduce
from operator import add
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drafter.mining.sentences import Sentences
from drafter.mining.tally import KEPT, Tally

_HELD = st.sampled_from(["", "1{学校}", "1{学校},2{市场}", "2{企业}"])


def _of_sources(held: list[str]) -> list[Tally]:
    return [Tally(1, {f"{n:03}"}, {f"t{n % 7}"}, said) for n, said in enumerate(held)]


@given(st.lists(_HELD, min_size=1, max_size=KEPT + 20), st.randoms(use_true_random=False))
def test_tallies_add_up_in_any_order_and_grouping(held: list[str], chance: Random) -> None:
    whole = reduce(add, _of_sources(held))
    left = _of_sources(held)
    while len(left) > 1:
        one, other = (left.pop(chance.randrange(len(left))) for _ in range(2))
        left.append(one + other)
    assert left == [whole]


@given(st.permutations([""] * 9 + ["1{学校}"] * KEPT + ["2{企业}"] * 9))
def test_a_tally_grown_in_place_is_the_sum(held: list[str]) -> None:
    whole = reduce(add, _of_sources(held))
    grown = Tally(0, set(), set())
    for one in reversed(_of_sources(held)):
        grown += one
    assert grown == whole
    assert (grown.count, len(grown.sources)) == (len(held), KEPT)
    assert isinstance(grown.held, str) or grown.held.keys() == grown.sources


def test_a_sum_leaves_what_was_added_as_it_was() -> None:
    first, second, third = _of_sources(["1{学校}", "", "2{企业}"])
    both = first + second
    assert both + third == first + (second + third)
    assert both == Tally(2, {"000", "001"}, {"t0", "t1"}, {"000": "1{学校}", "001": ""})
    assert first == Tally(1, {"000"}, {"t0"}, "1{学校}")


def test_what_nearly_all_sources_hold_is_always_held() -> None:
    told = ["1{学校}"] * 4 + ["1{学校},2{市场}"] * 4 + ["2{企业}", ""]
    assert reduce(add, _of_sources(told)).always_held() == "1{学校}"
    assert reduce(add, _of_sources([*told, ""])).always_held() == ""
    assert reduce(add, _of_sources(["2{企业}"] * 3)).always_held() == "2{企业}"


def test_groups_of_sentences_reach_as_many_sources_as_they_have_together() -> None:
    chance = Random(5)
    names = [f"{n:03}" for n in range(40)]
    met = {f"{n:03}": {*chance.sample(names, chance.randint(1, 9))} for n in range(90)}
    said = Sentences.of({line: Tally(len(own), own, set()) for line, own in met.items()})
    groups = [np.array(sorted(chance.sample(range(90), chance.randint(1, 5)))) for _ in range(300)]
    for least in (2, 8, 14):
        reached = [g.tolist() for g in said.reaching(groups, least)]
        assert reached == [g.tolist() for g in groups if said.reach(g.tolist(), least)]
    assert 0 < len(reached) < len(groups)
    assert said.reaching([], 2) == []
