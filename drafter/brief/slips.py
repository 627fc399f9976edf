"""Slips of the keyboard in a brief: what they mean, else told in the words of who made them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from drafter.brief.mending import Mended
from drafter.brief.schema import field_names
from drafter.errors import BriefError, Place

__all__ = ["WIDE_BLANK", "WIDE_BRACKETS", "rows", "slips"]

_HASH = (
    "“#”前面有空格，从它起会被当作注释略去；"
    "要写进稿子，请把整句加上引号，确是注释，请在“#”后加一个空格"
)
#: What is said of what an input method made full-width.
WIDE_BLANK = "这一行用了全角空格缩进，请改成半角空格"
WIDE_BRACKETS = "括号是全角的，请改成半角的 { } 或 [ ]，各项之间用半角逗号"
#: What a key stands after or before in full width.
_WIDE = (
    (re.compile(r"[ \t-]*(?P<wide>[\u3000\xa0])[\s-]*(?P<key>[^\s:]+):"), WIDE_BLANK),
    (
        re.compile(
            r"[\s-]*(?P<key>[^\s:]+): *(?P<wide>【[^【】]*】|［[^［］]*］|｛[^｛｝]*｝)\s*$"
        ),
        WIDE_BRACKETS,
    ),
)
_INDENT = " \t-\u3000\xa0"


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
