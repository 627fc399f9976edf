"""What the preview shows, as plain values for the page: paragraphs, bars, findings, gaps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drafter.drafting import Draft
from drafter.review import Finding
from drafter.speech import SPOKEN_ROLES, Paragraph, Speech, spoken_length
from drafter.web.choices import Choices, anchors

__all__ = ["preview"]


def preview(
    draft: Draft, findings: Iterable[Finding], choices: Choices, target: int | None
) -> dict[str, Any]:
    """Everything the preview page needs."""
    by_paragraph: dict[str, list[dict[str, str]]] = {}
    for f in findings:
        by_paragraph.setdefault(f.paragraph or "", []).append(
            {"level": f.level, "message": f.message, "code": f.code}
        )
    places = anchors(draft.speech)
    short = draft.shortfall
    return {
        "paragraphs": [
            _paragraph(p, places[p.id], choices, by_paragraph.get(p.id, []))
            for p in draft.speech.paragraphs
        ],
        "general": by_paragraph.get("", []),
        "characters": draft.characters,
        "minutes": draft.minutes,
        "target": target,
        "bars": _bars(draft.speech),
        "pending": [{"field": g.field, "text": g.text} for g in draft.pending],
        "shortfall": None
        if short is None
        else {"asked": short.asked, "have": short.have, "fields": list(short.fields)},
        "fixed": len(choices.wordings) + len(choices.locks),
    }


def _paragraph(
    p: Paragraph, place: str, choices: Choices, findings: list[dict[str, str]]
) -> dict[str, Any]:
    chosen = {s.text for s in choices.wordings.values()}
    end, sofar = p.heading_end or 0, 0
    sentences = []
    for number, s in enumerate(p.sentences):
        sentences.append(
            {
                "number": number,
                "text": s.text,
                "origin": s.origin or "",
                "chosen": s.text in chosen,
                "heading": p.role == "heading" and sofar < end,
            }
        )
        sofar += len(s.text)
    return {
        "id": p.id,
        "place": place,
        "role": p.role,
        "level": p.level or 0,
        "sentences": sentences or [{"number": 0, "text": p.text, "origin": "", "chosen": False}],
        "locked": place in choices.locks,
        "findings": findings,
    }


def _bars(speech: Speech) -> list[dict[str, Any]]:
    """Characters of each part: opening, each first-level point, closing."""
    sizes: dict[str, int] = {}
    name = "开头"
    for p in speech.paragraphs:
        if p.role not in SPOKEN_ROLES:
            continue
        if p.role == "heading" and p.level == 1:
            name = (p.label or "") + "、"
        elif p.role in ("opening", "salutation"):
            name = "开头"
        elif p.role == "closing":
            name = "结尾"
        elif p.role == "body" and name == "开头":
            name = "主体"
        sizes[name] = sizes.get(name, 0) + spoken_length(p.text)
    whole = sum(sizes.values()) or 1
    return [{"name": n, "size": s, "share": round(100 * s / whole)} for n, s in sizes.items()]
