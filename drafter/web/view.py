"""What the preview shows, as values for the page: paragraphs, bars, findings, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from drafter.brief.model import Brief
from drafter.brief.remarks import remarks
from drafter.drafting import Draft
from drafter.review import Finding
from drafter.speech import SPOKEN_ROLES, Paragraph, spoken_length
from drafter.web.choices import Choices, anchors
from drafter.web.render import fragment

__all__ = ["form_field", "preview"]

_STEP = re.compile(r"\[(\d+)\]|\.(\d+)(?=\.|\[|$)")
#: Paragraphs kept as they were shown: some thirty speeches.
_KEPT = 1024
#: A part this much longer or shorter than its budget is worth a look.
_OFF = 0.25


def form_field(path: str) -> str:
    """A brief's path, positions counted from 1, as the name of the form's field: from 0."""
    return _STEP.sub(lambda m: f".{max(0, int(m[1] or m[2]) - 1)}", path)


def preview(
    draft: Draft, findings: Iterable[Finding], choices: Choices, brief: Brief
) -> dict[str, Any]:
    """Everything the preview page needs."""
    by_paragraph: dict[str, list[Finding]] = {}
    short = draft.shortfall
    for f in findings:
        if short is None or f.code != "too-short":  # said above the page already, field by field
            by_paragraph.setdefault(f.paragraph or "", []).append(f)
    levels = [f.level for found in by_paragraph.values() for f in found]
    remarked = list(remarks(brief))
    levels += ["warning"] * len(remarked)
    return {
        "paragraphs": list(_paragraphs(draft, by_paragraph, choices)),
        "remarks": remarked,
        "general": by_paragraph.get("", []),
        "counts": [(level, levels.count(level)) for level in ("error", "warning", "note")],
        "characters": draft.characters,
        "minutes": draft.minutes,
        "target": brief.target,
        "bars": _bars(draft),
        "pending": [
            {"field": form_field(g.field), "shown": g.field, "text": g.text} for g in draft.pending
        ],
        "shortfall": None
        if short is None
        else {"asked": short.asked, "have": short.have, "fields": list(short.fields)},
        "fixed": choices.count,
    }


def _paragraphs(
    draft: Draft, findings: Mapping[str, Sequence[Finding]], choices: Choices
) -> Iterator[Markup]:
    places = anchors(draft.speech)
    gaps = [(g.text, form_field(g.field)) for g in draft.pending]
    chosen = {s.text for s in choices.wordings.values()}
    chosen |= {s.text for passage in choices.passages.values() for s in passage.sentences}
    for p in draft.speech.paragraphs:
        yield _paragraph(
            p,
            places[p.id] in choices.locks,
            frozenset(s.text for s in p.sentences if s.text in chosen),
            tuple(findings.get(p.id, ())),
            tuple(gap for gap in gaps if gap[0] in p.text),
        )


@lru_cache(maxsize=_KEPT)
def _paragraph(
    p: Paragraph,
    locked: bool,
    chosen: frozenset[str],
    findings: tuple[Finding, ...],
    gaps: tuple[tuple[str, str], ...],
) -> Markup:
    """A paragraph as the page shows it.

    One word typed changes one or two paragraphs of a speech; the others are taken as they were.
    """
    end, sofar = p.heading_end or 0, 0
    sentences = []
    for number, s in enumerate(p.sentences):
        sentences.append(
            {
                "number": number,
                "pieces": _pieces(s.text, dict(gaps)),
                "origin": s.origin or "",
                "chosen": s.text in chosen,
                "heading": p.role == "heading" and sofar < end,
            }
        )
        sofar += len(s.text)
    shown = {
        "id": p.id,
        "role": p.role,
        "level": p.level or 0,
        "start": p.text[:10],
        "sentences": sentences or [{"number": 0, "pieces": [(p.text, "")], "origin": ""}],
        "locked": locked,
        "findings": findings,
    }
    return Markup(fragment("_paragraph.html", p=shown))  # noqa: S704 - escaped by the template


def _pieces(text: str, gaps: dict[str, str]) -> list[tuple[str, str]]:
    """A sentence cut where it waits for the user: (text, field that fills it or "")."""
    here = [gap for gap in gaps if gap in text]
    if not here:
        return [(text, "")]
    parts = re.split("(" + "|".join(map(re.escape, here)) + ")", text)
    return [(part, gaps.get(part, "")) for part in parts if part]


def _bars(draft: Draft) -> list[dict[str, Any]]:
    """Characters of each part beside its budget: opening, each first-level point, closing.

    Opening and closing are as long as they are; only points have a budget to fill.
    """
    sizes: dict[str, int] = {}
    points: list[str] = []
    name = "开头"
    for p in draft.speech.paragraphs:
        if p.role not in SPOKEN_ROLES:
            continue
        if p.role == "heading" and p.level == 1:
            name = f"第{p.label or len(points) + 1}部分"
            points.append(name)
        elif p.role == "closing":
            name = "结尾"
        elif p.role == "body" and name == "开头":
            name = "主体"
        sizes[name] = sizes.get(name, 0) + spoken_length(p.text)
    budgets = _budgets(points, draft.budgets)
    most = max([*sizes.values(), *budgets.values(), 1])
    return [_bar(n, size, budgets.get(n), most) for n, size in sizes.items()]


def _budgets(points: Sequence[str], budgets: Sequence[int]) -> dict[str, int]:
    """The points' budgets by name, where there are as many as points."""
    return dict(zip(points, budgets, strict=True)) if len(points) == len(budgets) else {}


def _bar(name: str, size: int, budget: int | None, most: int) -> dict[str, Any]:
    off = budget is not None and budget > 0 and abs(size - budget) > _OFF * budget
    said = f"{name}{size}字" + (f"，预算{budget}字" if budget else "")
    return {"name": name, "size": size, "budget": budget, "most": most, "off": off, "said": said}
