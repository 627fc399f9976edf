"""The findings as a page a clerk reads: by level, each with the paragraph it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.review.finding import LEVELS, Finding
from drafter.speech import Speech

__all__ = ["report_text"]

#: So much of a paragraph is shown to tell which one is meant.
_BEGINNING = 14


def report_text(findings: Sequence[Finding], speech: Speech) -> str:
    """The report as plain text, with a summary in its first line."""
    if not findings:
        return "没有发现问题。\n"
    counts = {level: sum(f.level == level for f in findings) for level in LEVELS}
    summary = "、".join(f"{LEVELS[level]} {n} 处" for level, n in counts.items() if n)
    lines = [f"共发现：{summary}"]
    places = _places(speech)
    for level, name in LEVELS.items():
        if not counts[level]:
            continue
        lines += ["", f"【{name}】"]
        for number, finding in enumerate((f for f in findings if f.level == level), 1):
            place = places.get(finding.paragraph or "", "全文")
            lines.append(f"{number}. {place}：{finding.message}〔{finding.code}〕")
    return "\n".join(lines) + "\n"


def _places(speech: Speech) -> dict[str, str]:
    """Paragraph id → 第5段“今天，我们召开……”."""
    places = {}
    for number, paragraph in enumerate(speech.paragraphs, 1):
        text = paragraph.text.strip()
        shown = text if len(text) <= _BEGINNING else text[:_BEGINNING] + "……"
        places[paragraph.id] = f"第{number}段“{shown}”"
    return places
