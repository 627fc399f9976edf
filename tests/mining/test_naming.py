"""Slots are cut as a brief's fields are: a meeting's name has its own end."""

from __future__ import annotations

import pytest

from drafter.mining.naming import named_frame
from drafter.mining.skeleton import OPEN


@pytest.mark.parametrize("rest", [("的", "主要", "任务", "是"), ("开得", "很", "成功"), ("，",)])
def test_the_end_of_a_meetings_name_is_part_of_its_slot(rest: tuple[str, ...]) -> None:
    frame, slots = named_frame("opening", [OPEN, "会", *rest, OPEN, "。"])
    assert frame.startswith("{{ meeting }}" + "".join(rest))
    assert slots["meeting"] == "meeting"


def test_what_will_be_is_no_meeting() -> None:
    frame, _ = named_frame("points", [OPEN, "会", "带来", OPEN, "。"])
    assert "会带来" in frame


def test_what_makes_a_noun_many_is_part_of_its_slot() -> None:
    frame, _ = named_frame("closing", ["请", OPEN, "们", "放心", "。"])
    assert frame == "请{{ vp }}放心。"


@pytest.mark.parametrize(("end", "slot"), [("前", "by"), ("之前", "time")])
def test_what_ends_a_time_is_the_frames(end: str, slot: str) -> None:
    items = ("{time}", end, "，", "要", "完成", "{x}", "。")
    assert named_frame("points", items)[0].startswith(f"{{{{ {slot} }}}}{end}，要完成")
    assert named_frame("opening", items)[0].startswith(f"{{{{ time }}}}{end}，")


def test_what_something_is_done_before_may_be_an_event() -> None:
    items = ("今天", "是", OPEN, "前", "的", "一", "次", "会议", "。")
    assert "}}前的一次会议" in named_frame("opening", items)[0]
