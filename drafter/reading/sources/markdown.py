"""Markdown → lines: the marks go, every line keeps its number.

The marks inside a line are read by markdown-it; headings, quotes and bullets by their prefix. A
numbered item keeps its number, which is the speech's own enumerator.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from drafter.reading.sources.plain import read_plain
from drafter.reading.sources.refusals import LIMITS, Limits

__all__ = ["read_markdown"]

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_PREFIX = re.compile(r"^(?:[ \t]*>[ \t]?)+|^[ \t]*[-+*][ \t]+")
_RULE = re.compile(r"^ {0,3}(?:=+|(?:[-*_][ \t]*){3,})$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
#: Three and more are a masked name (***局), bold italics being next to unused in Chinese.
_MASK = re.compile(r"\*{3,}")
_MARKED = re.compile(r"[*_`\[\]<>&\\!~]")


def read_markdown(data: bytes, limits: Limits = LIMITS) -> list[str]:
    """The lines of a Markdown file without its marks.

    Raises :class:`SourceError` for what is no text or too big.
    """
    lines = read_plain(data, limits)
    front = _front_matter(lines)
    return [""] * front + [_unmarked(line) for line in lines[front:]]


def _front_matter(lines: list[str]) -> int:
    """How many lines the YAML head takes that site builders put before a page."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:60], start=2):
        if line.rstrip() in {"---", "..."}:
            return number
    return 0


def _unmarked(line: str) -> str:
    if _RULE.match(line) or _FENCE.match(line):
        return ""
    heading = _HEADING.match(line)
    text = heading.group(1) if heading else _PREFIX.sub("", line)
    if not _MARKED.search(text):
        return text
    kept = _MASK.sub(lambda match: "\\*" * len(match.group()), text)
    return "".join(_said(token) for token in _inline(kept))


def _inline(text: str) -> list[Any]:
    tokens = _parser().parseInline(text)
    return list(tokens[0].children or []) if tokens else []


def _said(token: Any) -> str:
    if token.type in {"text", "code_inline", "text_special"}:
        return str(token.content)
    return " " if token.type in {"softbreak", "hardbreak"} else ""


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")
