"""Where a file comes from: a custom XML part with the draft as it was sent.

The part holds JSON in one element, so that it is compact and any tool can read it. Beside it every
paragraph carries a hidden bookmark; together they let a reader tell what people changed.
"""

from __future__ import annotations

import json
import re
from typing import Any

from drafter.drafting.draft import Draft, Pending, Shortfall
from drafter.speech import Paragraph, Sentence, Speech
from drafter.word.ooxml import DECLARATION, escape
from drafter.word.parts import document_rels

__all__ = ["NAMESPACE", "bookmark_names", "id_in_bookmark", "parse_part", "provenance_parts"]

NAMESPACE = "urn:drafter:draft:1"
_PROPERTIES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
#: Ours for good: any GUID will do, as long as it is the same in every file.
_ITEM_ID = "{8C1F6C2E-5B7D-4E0A-9A3B-6D7261667465}"
#: Word takes bookmark names of at most 40 letters, digits and underscores; the leading
#: underscore hides them from its list of bookmarks.
_PREFIX = "_drafter_"
_NAME = re.compile(r"[A-Za-z0-9_]{1,31}")


def bookmark_names(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """One bookmark name a paragraph: its id where that fits, else its number."""
    names: list[str] = []
    taken = set()
    for number, paragraph in enumerate(paragraphs, 1):
        fits = _NAME.fullmatch(paragraph.id) and paragraph.id not in taken
        name = paragraph.id if fits else f"n_{number}"
        taken.add(name)
        names.append(_PREFIX + name)
    return names


def id_in_bookmark(name: str) -> str | None:
    """The paragraph id a bookmark of ours carries, for files that lost the custom part."""
    return name.removeprefix(_PREFIX) if name.startswith(_PREFIX) else None


def _plain(draft: Draft) -> dict[str, Any]:
    """The draft as plain values; a sentence is its place in the paragraph, not its text again."""
    speech = draft.speech
    short = draft.shortfall
    return {
        "seed": draft.seed,
        "patterns": draft.patterns,
        "brief": draft.brief,
        "rate": draft.rate,
        "layout": draft.layout,
        "title": speech.title,
        "date": speech.date,
        "speaker": speech.speaker,
        "salutation": speech.salutation,
        "genre": speech.genre,
        "kind": speech.kind,
        "source": speech.source,
        "paragraphs": [_plain_paragraph(p) for p in speech.paragraphs],
        "pending": [[p.field, p.paragraph, p.text] for p in draft.pending],
        "shortfall": None if short is None else [short.asked, short.have, list(short.fields)],
    }


def _plain_paragraph(p: Paragraph) -> dict[str, Any]:
    out: dict[str, Any] = {"id": p.id, "role": p.role, "text": p.text}
    if (p.level, p.label, p.heading_end) != (None, None, None):
        out |= {"level": p.level, "label": p.label, "heading_end": p.heading_end}
    sentences = []
    at = 0
    for s in p.sentences:
        start = p.text.find(s.text, at)
        where: Any = s.text
        if start >= 0:
            at = start + len(s.text)
            where = [start, at]
        sentences.append([where, s.move, s.pattern, s.origin, list(s.fields)])
    return out | {"sentences": sentences} if sentences else out


def _part_xml(draft: Draft) -> bytes:
    """The custom XML part: the draft as JSON inside one element of our namespace."""
    text = json.dumps(_plain(draft), ensure_ascii=False, separators=(",", ":"))
    return f'{DECLARATION}<draft xmlns="{NAMESPACE}">{escape(text)}</draft>'.encode()


def parse_part(text: str) -> Draft | None:
    """The sent draft; None when somebody broke the part."""
    try:
        return _draft(json.loads(text))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _draft(raw: dict[str, Any]) -> Draft:
    """A draft from :func:`_plain`'s values. Raises KeyError, TypeError or ValueError for others."""
    speech = Speech(
        paragraphs=tuple(_paragraph(p) for p in raw["paragraphs"]),
        kind=raw["kind"],
        title=raw["title"],
        date=raw["date"],
        speaker=raw["speaker"],
        salutation=raw["salutation"],
        genre=raw["genre"],
        source=raw["source"],
    )
    short = raw["shortfall"]
    return Draft(
        speech=speech,
        seed=int(raw["seed"]),
        patterns=str(raw["patterns"]),
        brief=str(raw["brief"]),
        rate=int(raw["rate"]),
        layout=str(raw["layout"]),
        pending=tuple(Pending(*map(str, p)) for p in raw["pending"]),
        shortfall=None if short is None else Shortfall(short[0], short[1], tuple(short[2])),
    )


def _paragraph(raw: dict[str, Any]) -> Paragraph:
    text = str(raw["text"])
    sentences = []
    for where, move, pattern, origin, fields in raw.get("sentences", ()):
        shown = where if isinstance(where, str) else text[where[0] : where[1]]
        sentences.append(Sentence(shown, move, pattern, origin, tuple(fields)))
    return Paragraph(
        id=str(raw["id"]),
        role=raw["role"],
        text=text,
        level=raw.get("level"),
        label=raw.get("label"),
        heading_end=raw.get("heading_end"),
        sentences=tuple(sentences),
    )


def provenance_parts(draft: Draft, number: int = 1) -> dict[str, bytes]:
    """The custom XML part with the sent draft, and what Word wants beside it."""
    item, properties = f"item{number}.xml", f"itemProps{number}.xml"
    return {
        f"customXml/{item}": _part_xml(draft),
        f"customXml/{properties}": (
            f'{DECLARATION}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_PROPERTIES_NS}">'
            f"<ds:schemaRefs/></ds:datastoreItem>"
        ).encode(),
        f"customXml/_rels/{item}.rels": document_rels({"rId1": f"customXmlProps:{properties}"}),
    }
