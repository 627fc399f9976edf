"""Looking through texts line by line and from where an expression can begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.entities import entities_by_line, find_entities
from drafter.text.scanning import ByLine, matches_from

_HEADS, _PATTERN = re.compile("[一二]"), re.compile("(?<!第)[一二]+[，。]|二+")
#: Pieces that begin, end or go on in names of every kind, with breaks anywhere.
_PIECES = [
    *("安平县", "市", "教育局", "县长", "李明", "同志", "等", "华能电力", "公司", "城关镇"),
    *("关于", "加强管理", "的通知", "二〇二六年", "三月", "12", "%", "第"),
    *("《", "》", "“", "”", "、", "，", "。", "\n"),
]


@given(st.text("一二第，。安", max_size=40))
def test_matches_from_heads_are_those_of_finditer(text: str) -> None:
    found = [m.span() for m in matches_from(_HEADS, _PATTERN, text)]
    assert found == [m.span() for m in _PATTERN.finditer(text)]


@given(st.lists(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join), max_size=3))
def test_entities_line_by_line_are_those_of_the_whole_text(texts: list[str]) -> None:
    for text in texts:
        assert entities_by_line(text) == find_entities(text)


def test_no_name_goes_on_in_the_next_line() -> None:
    text = "各位市\n教育局《关于安全\n生产的通知》”“回头\n看”"
    assert all("\n" not in e.text for e in find_entities(text))


def test_lines_known_are_not_looked_at_again_and_the_oldest_are_forgotten() -> None:
    asked: list[Sequence[str]] = []

    def lengths(lines: Sequence[str]) -> list[int]:
        asked.append(list(lines))
        return [len(line) for line in lines]

    by_line = ByLine(lengths, 2)
    assert by_line(["甲", "乙乙", "甲"]) == [1, 2, 1]
    assert by_line(["乙乙", "丙丙丙"]) == [2, 3]
    assert by_line(["甲"]) == [1]
    assert asked == [["甲", "乙乙"], ["丙丙丙"], ["甲"]]
