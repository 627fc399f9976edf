"""A Draft: a Speech with the brief's gaps, its length and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drafter.speech import Paragraph, Speech

__all__ = ["Draft", "Pending", "Shortfall", "draft_json"]

#: Reading aloud at this many characters a minute is what offices count with (语速).
DEFAULT_RATE = 220


@dataclass(frozen=True, slots=True)
class Pending:
    """A place only the user can fill: the brief field, the paragraph, and the text shown there."""

    field: str
    paragraph: str
    text: str


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The draft is shorter than asked: both in characters, and the fields that would help."""

    asked: int
    have: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the drafter hands over.

    ``patterns`` is the digest of the bank it drew on (``sha256:…``), ``brief`` the digest of the
    brief, ``rate`` the reading speed in characters a minute, ``layout`` the layout the brief asks
    for.
    """

    speech: Speech
    seed: int
    patterns: str
    brief: str = ""
    rate: int = DEFAULT_RATE
    layout: str = "标准"
    pending: tuple[Pending, ...] = ()
    shortfall: Shortfall | None = None

    @property
    def characters(self) -> int:
        """Spoken characters, punctuation included, white space not."""
        return self.speech.characters

    @property
    def minutes(self) -> float:
        """Minutes it takes to read aloud, to one decimal."""
        return round(self.characters / self.rate, 1)


def _paragraph(p: Paragraph) -> dict[str, Any]:
    return {
        "id": p.id,
        "role": p.role,
        "level": p.level,
        "label": p.label,
        "heading_end": p.heading_end,
        "text": p.text,
        "sentences": [
            {
                "text": s.text,
                "move": s.move,
                "pattern": s.pattern,
                "origin": s.origin,
                "fields": list(s.fields),
            }
            for s in p.sentences
        ],
    }


def draft_json(draft: Draft) -> dict[str, Any]:
    """The draft as plain values, the way ``drafter draft --format json`` prints it."""
    short = draft.shortfall
    return {
        "title": draft.speech.title,
        "genre": draft.speech.genre,
        "characters": draft.characters,
        "minutes": draft.minutes,
        "seed": draft.seed,
        "patterns": draft.patterns,
        "brief": draft.brief,
        "layout": draft.layout,
        "paragraphs": [_paragraph(p) for p in draft.speech.paragraphs],
        "pending": [
            {"field": p.field, "paragraph": p.paragraph, "text": p.text} for p in draft.pending
        ],
        "shortfall": None
        if short is None
        else {"asked": short.asked, "have": short.have, "fields": list(short.fields)},
    }
