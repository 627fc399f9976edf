"""Groups are the same whatever order their members are joined in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.groups import Groups


def test_a_group_is_called_by_its_least_member() -> None:
    groups = Groups("abcde")
    groups.join("d", "b")
    groups.join("e", "d")
    assert groups.of == {"a": "a", "b": "b", "c": "c", "d": "b", "e": "b"}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.randoms())
def test_no_order_of_joining_makes_other_groups(pairs, random) -> None:
    other = pairs.copy()
    random.shuffle(other)
    one, two = Groups(range(10)), Groups(range(10))
    for first, second in pairs:
        one.join(first, second)
    for first, second in other:
        two.join(second, first)
    assert one.of == two.of
