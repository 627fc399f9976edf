"""Slips of the keyboard in a brief: what they mean, else told in the words of who made them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from drafter.brief.marks import Marks
from drafter.brief.mending import Mended
from drafter.brief.schema import field_names
from drafter.errors import BriefError, Place

__all__ = ["not_yaml", "rows", "slips"]

_HASH = (
    "“#”前面有空格，从它起会被当作注释略去；"
    "要写进稿子，请把整句加上引号，确是注释，请在“#”后加一个空格"
)
_WIDE_BLANK = "这一行用了全角空格缩进，请改成半角空格"
_WIDE_BRACKETS = "括号是全角的，请改成半角的 { } 或 [ ]，各项之间用半角逗号"
#: What breaks the structure of a line, by how the line looks, and what to do.
_BREAKS = (
    (re.compile(r"[ \t]*\t"), "这一行用了制表符（Tab）缩进，请改成空格"),
    (re.compile(r"[ \t]*[\u3000\xa0]"), _WIDE_BLANK),
    (re.compile(r"\s*-[^\s-]"), "行首的“-”后面少一个空格，请写成“- …”"),
    (
        re.compile(r"[^:]*[:-] *[｛［【]|[^“”\"']*[{\[].*[｝］】]\s*$"),
        _WIDE_BRACKETS,
    ),
    (
        re.compile(r"[^{]*\{[^}]*，[^，{}:]+: "),
        "花括号里各项之间用了全角逗号，请改成半角逗号加一个空格（{姓名: …, 职务: …}）",
    ),
)
#: What a key stands after or before in full width.
_WIDE = (
    (re.compile(r"[ \t-]*(?P<wide>[\u3000\xa0])[\s-]*(?P<key>[^\s:]+):"), _WIDE_BLANK),
    (
        re.compile(
            r"[\s-]*(?P<key>[^\s:]+): *(?P<wide>【[^【】]*】|［[^［］]*］|｛[^｛｝]*｝)\s*$"
        ),
        _WIDE_BRACKETS,
    ),
)
_INDENT = " \t-\u3000\xa0"
_NOT_YAML = (
    "这里不合 YAML 的写法：检查缩进、冒号后的空格和引号是否成对；"
    "以 @ % * & ! ` 开头或里面有“: ”的内容，要整个加上引号"
)


def not_yaml(error: yaml.MarkedYAMLError, mended: Mended, name: str) -> BriefError:
    """What is wrong where the YAML library stopped."""
    marks = Marks(name, mended.text.split("\n"), mended)
    mark, lines = error.problem_mark, marks.lines
    for at in (mark, error.context_mark):  # where it stopped, and where what it was at begins
        around = lines[at.line] if at and at.line < len(lines) else ""
        for sign, said in _BREAKS:
            if at and sign.match(around):
                place = Place(name, *marks.typed(at))
                return BriefError(said, place=place, code="B002")
    place = Place(name, *marks.typed(mark)) if mark else Place(name)
    return BriefError(_NOT_YAML, place=place, code="B002")


def slips(mended: Mended, name: str) -> Iterator[BriefError]:
    """The slips of Chinese input methods that YAML takes for plain text, or for none at all.

    A full-width blank is no indentation, full-width brackets are part of what stands in them.
    Only known keys count, so that a sentence with a colon is left alone.
    """
    keys = field_names()
    for number, line in enumerate(mended.text.split("\n"), 1):
        for sign, said in _WIDE:
            found = sign.match(line)
            if found and found["key"] in keys:
                column = mended.column(number, found.start("wide") + 1)
                place = Place(name, number, column, found["key"])
                yield BriefError(said, place=place, code="B002")
    for number, column in mended.unclear:
        yield BriefError(_HASH, place=Place(name, number, column), code="B002")


def rows(node: yaml.ScalarNode, lines: Sequence[str]) -> list[str]:
    """What stands on each of the lines of a text that is written over several without a mark.

    YAML joins them. Where any begins with a dash that lacks its blank, these are its items and the
    other lines go on with the one before. One row where the text stands on one line or is quoted.
    """
    first, last = node.start_mark, node.end_mark
    if node.style or first.line == last.line:
        return [node.value]
    stand = [
        line.strip()
        for line in (lines[first.line][first.column :], *lines[first.line + 1 : last.line + 1])
    ]
    stand = [line for line in stand if line]
    dashed = any(line.startswith("-") for line in stand)
    out: list[str] = []
    for line in stand:
        if out and dashed and not line.startswith("-"):
            out[-1] += line
        else:
            out.append(line.removeprefix("-").lstrip())
    return out
