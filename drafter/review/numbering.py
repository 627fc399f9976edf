"""Enumerators: 一、 （一） 1. （1） by paragraph, 一是 二是 and 第一，第二， inside them.

GB/T 9704-2012, 7.3.3 gives the four levels their marks. A level counts on under the same parent
and begins anew under the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.speech import SPOKEN_ROLES, Paragraph
from drafter.text.enumerators import find_enumerator
from drafter.text.numerals import ordinal
from drafter.text.scanning import matches_from

__all__ = ["POINTS", "check_numbering"]

_CN = "[一二三四五六七八九十百]{1,5}"
#: The enumerators' styles (text/enumerators.py) by level, the outermost first.
_STYLES = ("part", "cn", "cnparen", "ar", "arparen")
_NAMES = ("“第一部分”", "“一、”", "“（一）”", "“1.”", "“（1）”")
_RUN = re.compile(rf"(?:^|(?<=[，。；：！？”\s]))(?:({_CN})(是|要)(?!否|不是)|第({_CN})([，、：]))")
#: What the two begin with, whatever stands before them.
_RUN_HEAD = re.compile("[第一二三四五六七八九十百](?=[一二三四五六七八九十百]{0,4}[是要，、：])")
#: 讲三点意见: how many points the opening announces.
POINTS = re.compile(
    r"[讲谈提说强调](?:以下)?(?:[^。！？，；]{0,24}?)([两二三四五六七八九十百]{1,5}|[0-9]{1,3})"
    r"(?:点|个方面的?|条)(?:意见|要求|希望|看法|体会|想法|建议|内容|问题)"
)


class Mark(Struct, frozen=True):
    """An enumerator at the head of a paragraph: level (0 outermost), number, and as written."""

    level: int
    number: int
    written: str


def check_numbering(checked: Checked) -> Iterator[Finding]:
    """``numbering-order``, ``numbering-nesting`` and ``numbering-count``."""
    marks = _marks(checked)
    yield from _headings(marks)
    yield from _runs(checked, {paragraph.id for paragraph, _ in marks})
    yield from _announced(checked, marks)


def _marks(checked: Checked) -> list[tuple[Paragraph, Mark]]:
    """The paragraphs that begin with an enumerator of one of the levels, in order."""
    found: list[tuple[Paragraph, Mark]] = []
    for index, paragraph in enumerate(checked.paragraphs):
        if paragraph.role not in SPOKEN_ROLES or paragraph.role == "salutation":
            continue
        text = checked.folded(index).lstrip()
        mark = _mark(text)
        if mark is not None:
            found.append((paragraph, mark))
    return found


def _mark(text: str) -> Mark | None:
    found = find_enumerator(text)
    if found is None or not found.sure:
        return None
    style = "part" if found.style.startswith("part") else found.style
    if style not in _STYLES:
        return None
    return Mark(_STYLES.index(style), found.number, text[: found.width].strip())


def _headings(marks: list[tuple[Paragraph, Mark]]) -> Iterator[Finding]:
    last: dict[int, int] = {}
    for index, (paragraph, mark) in enumerate(marks):
        expected = last.get(mark.level, 0) + 1
        if mark.number != expected:
            yield _out_of_order(paragraph, mark, expected)
        inside = any(level < mark.level for level in last)
        if not inside and any(later.level < mark.level for _, later in marks[index + 1 :]):
            yield _misplaced(paragraph, mark)
        last[mark.level] = mark.number
        for deeper in range(mark.level + 1, len(_STYLES)):
            last.pop(deeper, None)


def _misplaced(paragraph: Paragraph, mark: Mark) -> Finding:
    return Finding(
        "numbering-nesting",
        "error",
        paragraph.id,
        paragraph.text[:24],
        f"“{mark.written}”出现在上一层序号之前：层次序数依次是“一、”“（一）”“1.”“（1）”"
        "（GB/T 9704-2012 第7.3.3条），请调整",
    )


def _out_of_order(paragraph: Paragraph, mark: Mark, expected: int) -> Finding:
    if mark.number == expected - 1:
        what = f"序号“{mark.written}”重复了"
    elif mark.number > expected:
        what = f"序号“{mark.written}”前面跳了号"
    else:
        what = f"序号“{mark.written}”倒了回去"
    return Finding(
        "numbering-order",
        "error",
        paragraph.id,
        paragraph.text[:24],
        f"{what}：{_NAMES[mark.level]}这一层此处应是第{expected}个，请重新编号",
    )


def _runs(checked: Checked, headed: set[str]) -> Iterator[Finding]:
    """一是…二是…三是, through the paragraphs under one heading."""
    last: dict[str, int] = {}
    for index, paragraph in enumerate(checked.paragraphs):
        if paragraph.id in headed or paragraph.role not in SPOKEN_ROLES:
            last.clear()
        for match in matches_from(_RUN_HEAD, _RUN, checked.folded(index)):
            kind = match.group(2) or "第"
            number = ordinal(match.group(1) or match.group(3)) or 0
            expected = last.get(kind, 0) + 1
            if number not in (1, expected):
                written = match.group().strip()
                yield Finding(
                    "numbering-order",
                    "error",
                    paragraph.id,
                    paragraph.text[match.start() : match.start() + 16],
                    f"“{written}”不接上文：这里应是第{expected}项，请补上缺的一项或重新编号",
                )
            last[kind] = number


def _announced(checked: Checked, marks: list[tuple[Paragraph, Mark]]) -> Iterator[Finding]:
    """我讲三点意见, and then there are four points."""
    outermost = min((mark.level for _, mark in marks), default=0)
    counted = sum(1 for _, mark in marks if mark.level == outermost)
    if counted < 2:
        return
    for paragraph in checked.paragraphs:
        if paragraph.role != "opening":
            continue
        for match in POINTS.finditer(paragraph.text):
            number = 2 if match.group(1) == "两" else ordinal(match.group(1))
            if number != counted:
                yield Finding(
                    "numbering-count",
                    "error",
                    paragraph.id,
                    match.group(),
                    f"开头说“{match.group()}”，正文却有{counted}个大点，请改成一致",
                )
