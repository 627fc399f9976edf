"""A Draft: a Speech with the brief's gaps, its length and what it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from msgspec import Struct

from drafter.speech import Paragraph, Role, Sentence, Speech

__all__ = [
    "Draft",
    "Pending",
    "Shortfall",
    "draft_from_json",
    "draft_json",
    "plain_sentence",
]

#: Reading aloud at this many characters a minute is what offices count with (语速).
DEFAULT_RATE = 220


class Pending(Struct, frozen=True):
    """A place only the user can fill: the brief field, the paragraph, and the text shown there."""

    field: str
    paragraph: str
    text: str


class Shortfall(Struct, frozen=True):
    """The draft is shorter than asked: both in characters, and the fields that would help."""

    asked: int
    have: int
    fields: tuple[str, ...]


class Draft(Struct, frozen=True):
    """What the drafter hands over.

    ``patterns`` is the digest of the bank it drew on (``sha256:…``), ``brief`` the digest of the
    brief, ``rate`` the reading speed in characters a minute, ``layout`` the layout the brief asks
    for. ``budgets`` are the characters each point was meant to come to, in order.
    """

    speech: Speech
    seed: int
    patterns: str
    brief: str = ""
    rate: int = DEFAULT_RATE
    layout: str = "标准"
    pending: tuple[Pending, ...] = ()
    shortfall: Shortfall | None = None
    budgets: tuple[int, ...] = ()

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
        "sentences": [plain_sentence(s) for s in p.sentences],
    }


def plain_sentence(s: Sentence) -> dict[str, Any]:
    """The sentence as plain values."""
    return {
        "text": s.text,
        "move": s.move,
        "pattern": s.pattern,
        "origin": s.origin,
        "fields": list(s.fields),
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


def draft_from_json(plain: Mapping[str, Any]) -> Draft:
    """The draft that :func:`draft_json` made plain values of; what it left out is at its default.

    Raises KeyError, TypeError or ValueError for values of another shape.
    """
    short = plain.get("shortfall")
    paragraphs = tuple(_read_paragraph(p) for p in plain["paragraphs"])
    said = {p.role: p.text for p in reversed(paragraphs)}
    return Draft(
        speech=Speech(
            paragraphs=paragraphs,
            title=plain.get("title"),
            genre=plain.get("genre"),
            salutation=said.get("salutation", "").rstrip("：:") or None,
        ),
        seed=int(plain.get("seed", 0)),
        patterns=str(plain.get("patterns", "")),
        brief=str(plain.get("brief", "")),
        layout=str(plain.get("layout", "标准")),
        pending=tuple(
            Pending(str(p["field"]), str(p["paragraph"]), str(p["text"]))
            for p in plain.get("pending", ())
        ),
        shortfall=None
        if short is None
        else Shortfall(int(short["asked"]), int(short["have"]), tuple(short["fields"])),
    )


def _read_paragraph(plain: Mapping[str, Any]) -> Paragraph:
    if plain["role"] not in get_args(Role) or not isinstance(plain["text"], str):
        raise ValueError(plain["role"])
    return Paragraph(
        id=str(plain["id"]),
        role=plain["role"],
        text=plain["text"],
        level=plain.get("level"),
        label=plain.get("label"),
        heading_end=plain.get("heading_end"),
        sentences=tuple(
            Sentence(
                s["text"], s.get("move"), s.get("pattern"), s.get("origin"), tuple(s["fields"])
            )
            for s in plain.get("sentences", ())
        ),
    )
