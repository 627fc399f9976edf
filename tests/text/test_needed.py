"""What a text must hold for an expression to be found in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text.needed import needed_by


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        ("停用|停止使用|禁用", {"停用", "停止", "禁用"}),
        ("登记(?!造册)", {"登记"}),
        ("催[报缴]|短信", {"催", "短信"}),
        ("[晒亮]", {"晒", "亮"}),
        # Of two parts that both must be there the one that few texts hold.
        ("(?:更换|替换)[^，]*(?:机|泵|阀)", {"更换", "替换"}),
        ("[一二三]个?(?:小时|刻钟)", {"小时", "刻钟"}),
        # What may be missing is not needed, nor what must not stand there.
        ("更?换(?:上|下)?", {"换"}),
        ("换{0,2}装+", {"装"}),
        ("加急{,2}办", {"加"}),
        ("(?<!不)晒(?!场|粮)", {"晒"}),
        ("(?P<alone>设|配)(?=备)", {"设", "配"}),
    ],
)
def test_each_branch_needs_a_string_of_its_own(expression: str, needed: set[str]) -> None:
    assert needed_by(expression) == needed


@pytest.mark.parametrize(
    "expression",
    [
        "",
        r"\d+",
        "[^，]+",
        ".*",
        "上|下?",
        "(?i)abc",
        "(?:停用)*",
        r"(?P<a>.)(?P=a)",
        "[a-z]",
        "^$",
    ],
)
def test_of_some_expressions_nothing_can_be_told(expression: str) -> None:
    assert needed_by(expression) == frozenset()


_CHARS = st.sampled_from("甲乙丙丁")
_PARTS = st.recursive(
    st.one_of(
        _CHARS,
        st.text(_CHARS, min_size=2, max_size=3),
        st.lists(_CHARS, min_size=1, max_size=3).map(lambda chars: f"[{''.join(chars)}]"),
        st.sampled_from([".", "[^甲]", "^", "$", r"\w"]),
    ),
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map("".join),
        st.lists(parts, min_size=1, max_size=3).map(lambda ones: f"(?:{'|'.join(ones)})"),
        st.tuples(parts, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,2}?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        st.tuples(st.sampled_from(["?=", "?!", "?<!甲", "?<=乙"]), parts).map(
            lambda pair: f"({pair[0]})" if "<" in pair[0] else f"({pair[0]}{pair[1]})"
        ),
        st.tuples(_CHARS, st.sampled_from("?*+")).map("".join),
    ),
)


@given(_PARTS, st.text("甲乙丙丁，", max_size=12))
@settings(max_examples=1500, deadline=None)
def test_what_holds_none_of_the_strings_has_no_match(expression: str, text: str) -> None:
    needed = needed_by(expression)
    if needed and re.search(expression, text):
        assert any(string in text for string in needed)
