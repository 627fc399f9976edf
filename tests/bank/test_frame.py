"""Frames: parsing, filling, matching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.bank import parse_frame


def test_slots_and_choices():
    frame = parse_frame("{{ all }}要<切实|着力>抓好{{ topic }}。")
    assert frame.slots == ("all", "topic")
    assert frame.choices == 2
    assert frame.literal == 5
    values = {"all": "全县上下", "topic": "春耕"}
    assert {frame.fill(values, i) for i in range(2)} == {
        "全县上下要切实抓好春耕。",
        "全县上下要着力抓好春耕。",
    }


def test_a_missing_value_is_named():
    with pytest.raises(KeyError, match="topic"):
        parse_frame("抓好{{ topic }}。").fill({})


@pytest.mark.parametrize("bad", ["", "{{ Topic }}", "{topic}", "<只有一个>", "{{ a b }}"])
def test_what_is_no_frame(bad: str):
    with pytest.raises(ValueError, match=r"句式|括号"):
        parse_frame(bad)


@given(st.text("讲三点意见下面", min_size=1, max_size=8), st.integers(0, 5))
def test_a_filled_frame_matches_itself(topic: str, choice: int):
    frame = parse_frame("下面，我就{{ topic }}<谈|讲>{{ n }}点意见。")
    text = frame.fill({"topic": topic, "n": "三"}, choice)
    assert frame.pattern().fullmatch(text)
