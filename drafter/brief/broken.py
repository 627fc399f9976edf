"""Where the YAML library stopped: what is wrong there, in the words of who typed the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from drafter.brief.marks import Marks
from drafter.brief.mending import Mended
from drafter.brief.slips import WIDE_BLANK, WIDE_BRACKETS
from drafter.errors import BriefError, Place

__all__ = ["not_yaml"]

_SIGN = "以 @ % * & ! ` 开头的内容，要整个加上引号"
#: What breaks the structure of a line, by how the line looks, and what to do.
_BREAKS = (
    (re.compile(r"[ \t]*\t"), "这一行用了制表符（Tab）缩进，请改成空格"),
    (re.compile(r"[ \t]*[\u3000\xa0]"), WIDE_BLANK),
    (re.compile(r"\s*-[^\s-]"), "行首的“-”后面少一个空格，请写成“- …”"),
    (
        re.compile(r"[^:]*[:-] *[｛［【]|[^“”\"']*[{\[].*[｝］】]\s*$"),
        WIDE_BRACKETS,
    ),
    (
        re.compile(r"[^{]*\{[^}]*，[^，{}:]+: "),
        "花括号里各项之间用了全角逗号，请改成半角逗号加一个空格（{姓名: …, 职务: …}）",
    ),
    (re.compile(r"[\s-]*(?:[^\s:]+:\s+)?[@%*&!`]"), _SIGN),
)

_LEVELS = (
    "和上面接不上：同级的行左边要对齐，下一级的多缩进两格；键后面已经写了内容的，下面不能再列几项"
)
_TWO_COLONS = "一行里有两个“: ”：一行只能写一个键，句子里的冒号请用全角“：”，或整句加上引号"
#: What the library says (a part of it), what is said for it, and whether it is the place where
#: what was being read begins.
_SAID = (
    ("could not find expected ':'", "这一行少了冒号：请写成“键: 值”，列表里的一项前面加“- ”", True),
    ("did not find expected ',' or", "这里的括号没有成对，或者各项之间少了逗号", True),
    ("unexpected end of stream", "从这里开始的引号没有成对", True),
    ("did not find expected node content", "这里多了逗号或括号，请删去", False),
    ("cannot start any token", _SIGN, False),
    ("alias", _SIGN, False),
    ("expected alphabetic", _SIGN, False),
    ("document start", "这里接不上前面：检查括号、引号是否成对，有没有多出的字", False),
)
_NOT_YAML = (
    "这里不合 YAML 的写法：检查缩进、冒号后的空格和引号是否成对；"
    "以 @ % * & ! ` 开头或里面有“: ”的内容，要整个加上引号"
)


def not_yaml(error: yaml.MarkedYAMLError, mended: Mended, name: str) -> BriefError:
    """What is wrong where the YAML library stopped."""
    marks = Marks(name, mended.text.split("\n"), mended)
    said, mark = next(_told(error, marks))
    place = Place(name, *marks.typed(mark)) if mark else Place(name)
    return BriefError(said, place=place, code="B002")


def _told(error: yaml.MarkedYAMLError, marks: Marks) -> Iterator[tuple[str, yaml.Mark | None]]:
    """What may be said and of which place, the likeliest first."""
    where, begun = error.problem_mark, error.context_mark
    for mark in (where, begun):  # where it stopped, and where what it was at begins
        line = _line(mark, marks)
        yield from ((said, mark) for sign, said in _BREAKS if mark and sign.match(line))
    problem = str(error.problem)
    before = _line(where, marks)[: where.column] if where is not None else ""
    if problem.startswith("mapping values") and re.search(r":\s", before):
        yield _TWO_COLONS, where
    for sign, said, begins in _SAID:
        if sign in problem:
            yield said, begun if begins and begun is not None else where
    if where is not None and before.strip() and re.search("expected key|'-'", problem):
        yield "括号或引号到这里已经收住，后面多出的字和标点请删去", where
    if where is not None and re.search("mapping|expected key|'-'|sequence entries", problem):
        line = _line(where, marks)
        indent = len(line) - len(line.lstrip())
        yield f"这一行缩进 {indent} 格，{_LEVELS}", where
    yield _NOT_YAML, where


def _line(mark: yaml.Mark | None, marks: Marks) -> str:
    return marks.lines[mark.line] if mark and mark.line < len(marks.lines) else ""
