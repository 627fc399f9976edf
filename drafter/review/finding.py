"""A finding: what is wrong in a draft, where it stands, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

__all__ = ["LEVELS", "Finding", "Level", "findings_json", "is_clean"]

Level = Literal["error", "warning", "note"]

#: The levels, the gravest first, with their Chinese names.
LEVELS: dict[Level, str] = {"error": "错误", "warning": "提醒", "note": "说明"}


class Finding(Struct, frozen=True):
    """One finding. ``code`` is stable (docs/review.md lists all).

    ``paragraph`` is the id of the paragraph it stands in, None where it concerns the whole draft;
    ``text`` is what stands there, ``message`` one Chinese line: what is wrong and how to mend it.
    """

    code: str
    level: Level
    paragraph: str | None
    text: str
    message: str


def findings_json(findings: Iterable[Finding]) -> list[dict[str, str | None]]:
    """The findings as plain values, the way ``drafter check --json`` prints them."""
    return [
        {
            "code": f.code,
            "level": f.level,
            "paragraph": f.paragraph,
            "text": f.text,
            "message": f.message,
        }
        for f in findings
    ]


def is_clean(findings: Iterable[Finding]) -> bool:
    """Whether there is nothing to mend; notes say something, but ask for nothing."""
    return all(f.level == "note" for f in findings)
