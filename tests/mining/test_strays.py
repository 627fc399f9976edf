"""Formulae of one part that are met now and then in another, damaged."""

from __future__ import annotations

from drafter.bank import Pattern, Support, pattern_id
from drafter.mining.strays import without_strays


def _pattern(part: str, frame: str, speeches: int) -> Pattern:
    slots = tuple((name, name) for name in ("clause", "aim") if f" {name} " in frame)
    return Pattern(
        id=pattern_id(part, "task", frame),
        part=part,
        move="task",
        frame=frame,
        slots=slots,
        origin="mined",
        support=Support(speeches, 1, ()),
    )


_WHOLE = "我相信，只要大家{{ clause }}，就一定能够{{ aim }}！"
_END = "{{ clause }}，就一定能够{{ aim }}！"


def _left(end: int, part: str = "points") -> list[list[str]]:
    closing = [_pattern("closing", _WHOLE, 120)]
    stray = _pattern(part, _END, end)
    told = [closing, [stray]] if part == "points" else [[*closing, stray]]
    return [[p.frame for p in patterns] for patterns in without_strays(told)]


def test_the_end_of_another_parts_formula_met_seldom_is_that_formula() -> None:
    assert _left(4) == [[_WHOLE], []]


def test_what_is_said_more_often_is_a_formula_of_its_own() -> None:
    assert _left(40) == [[_WHOLE], [_END]]


def test_formulae_of_one_part_are_left_to_the_choice_of_that_part() -> None:
    assert _left(4, "closing") == [[_WHOLE, _END]]
