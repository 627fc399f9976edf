"""Achievements told as problems and problems as achievements."""

import pytest

from .small import brief_with, found, speech_with

DONE = ["检修除雪机械42台", "储备融雪剂310吨", "组建抢险队9支"]
FAULTS = ["背街小巷清扫不及时", "夜间值守人手不足", "个别站点物资偏少"]


def _swapped(*lines):
    brief = brief_with(成绩=DONE, 问题=FAULTS)
    return [f.text for f in found(speech_with(*lines), brief, "fact-swapped")]


def test_each_in_its_place_is_right():
    first = f"值得肯定的是，{DONE[0]}。同时，{DONE[1]}。"
    assert _swapped(first, f"针对{FAULTS[0]}的问题，要划片包干。同时，{FAULTS[1]}。") == []
    assert _swapped(f"{first}但是，{FAULTS[0]}，{FAULTS[1]}。") == []


FRAMED = (f"值得肯定的是，{FAULTS[0]}。", f"针对{DONE[0]}的问题，要划片包干。")
AMONG = (f"值得肯定的是，{FAULTS[0]}。", f"{FAULTS[1]}；{DONE[0]}；{DONE[1]}。")


@pytest.mark.parametrize(("lines", "told"), [(FRAMED, {FAULTS[0], DONE[0]}), (AMONG, {FAULTS[0]})])
def test_what_stands_beside_it_tells_of_which_sort_it_is(lines, told):
    assert set(_swapped(*lines)) == told


def test_two_that_changed_places_are_told_by_their_company():
    first = f"先说头一件，{FAULTS[0]}；{DONE[1]}；{DONE[2]}。"
    assert _swapped(first, f"一是{DONE[0]}。二是{FAULTS[1]}。三是{FAULTS[2]}。") == [
        FAULTS[0],
        DONE[0],
    ]


def test_problems_with_what_was_done_about_each_are_in_their_place():
    lines = f"{FAULTS[0]}，我们{DONE[0]}。", f"{FAULTS[1]}，我们{DONE[1]}。"
    assert _swapped(*lines) == []
    behind = f"{DONE[0]}，{DONE[1]}，{DONE[2]}，只是{FAULTS[0]}。"
    assert _swapped(behind, f"再就是{FAULTS[1]}，要想办法。") == []
