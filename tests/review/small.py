"""Small speeches and briefs written by hand, for one rule at a time."""

from __future__ import annotations

import json
from typing import Any

from drafter.brief import Brief, parse_brief
from drafter.review import Finding, review
from drafter.speech import Paragraph, Speech

FACTS: dict[str, Any] = {
    "文种": "动员讲话",
    "会议": "全县冬季清雪动员会",
    "时间": "2026-11-21",
    "讲话人": {"姓名": "李明", "职务": "县长"},
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "冬季清雪"},
}
#: A speech that says all of FACTS and raises nothing.
LINES: list[tuple[str, str]] = [
    ("title", "在全县冬季清雪动员会上的讲话"),
    ("date", "（2026年11月21日）"),
    ("speaker", "县长　李明"),
    ("salutation", "同志们："),
    ("opening", "今天，我们召开全县冬季清雪动员会。"),
    ("closing", "让我们行动起来，把路扫净，把人护好。"),
]


def brief_with(**more: Any) -> Brief:
    """FACTS and more, by Chinese keys."""
    return parse_brief(json.dumps(FACTS | more, ensure_ascii=False))


def speech_with(*body: str, **roles: str) -> Speech:
    """LINES with body paragraphs before the closing; ``roles`` replace the text of a role."""
    lines = [(r, roles.get(r, t)) for r, t in LINES]
    lines[-1:-1] = [("body", t) for t in body]
    return Speech(
        tuple(Paragraph(f"p{i}", r, t) for i, (r, t) in enumerate(lines, 1) if t)  # type: ignore[arg-type]
    )


def found(speech: Speech, brief: Brief, *codes: str, **more: Any) -> list[Finding]:
    """The findings on a speech, or those of some codes.

    That these speeches are written by hand is noted only where it is asked for.
    """
    findings = review(speech, brief, **more)
    return [f for f in findings if (f.code in codes if codes else f.code != "own-words")]
