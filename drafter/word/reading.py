"""docx → Draft: what came back after people worked on the file in Word, WPS or LibreOffice.

With the custom part the sent draft is known: a paragraph nobody touched comes back as it was,
sentences, patterns and all. Without it roles come from style names and from where a paragraph
stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from drafter.drafting.draft import Draft, Pending
from drafter.speech import Paragraph, Speech
from drafter.word.asides import Aside, asides, comments
from drafter.word.comments import Comment
from drafter.word.joining import joined
from drafter.word.names import MINUTES
from drafter.word.opening import Package, main_part, open_package, parse_xml
from drafter.word.provenance import (
    BASE_NAMESPACE,
    NAMESPACE,
    id_in_bookmark,
    parse_around,
    parse_part,
)
from drafter.word.raw import RawParagraph
from drafter.word.roles import Placed, Roles, head_facts
from drafter.word.runs import controls_in
from drafter.word.settling import settled
from drafter.word.walking import Walker

if TYPE_CHECKING:
    from drafter.reading.sources.numbering import Numbering

__all__ = ["Filled", "Tracked", "WordReading", "read_word"]

_NO_STYLES: tuple[dict[str, str], frozenset[str]] = ({}, frozenset())
_CONTENTS = re.compile(r"toc(?: heading|\s*\d+)", re.IGNORECASE)


class Tracked(Struct, frozen=True):
    """A tracked change, already applied: ``kind`` insertion or deletion, by whom, which text."""

    kind: str
    author: str
    text: str
    paragraph: str | None


class Filled(Struct, frozen=True):
    """A place to fill that is filled: the field, the paragraph, and what stands there now.

    ``text`` is None where the place was removed with its control.
    """

    field: str
    paragraph: str
    text: str | None


class WordReading(Struct, frozen=True):
    """An edited file: the draft it holds now, the draft that was sent, and what people left.

    ``sent`` is None for a clean copy and for a file of other making; then seed, patterns and brief
    of ``draft`` are empty. ``draft.pending`` are the places still to be filled. ``asides`` are
    notes, boxes, pictures and tables people put in. ``base`` is what the drafter alone had written:
    ``sent``, or, where that was put onto an edited file, the draft before the hand edits.
    """

    draft: Draft
    sent: Draft | None = None
    tracked: tuple[Tracked, ...] = ()
    comments: tuple[Comment, ...] = ()
    filled: tuple[Filled, ...] = ()
    asides: tuple[Aside, ...] = ()
    base: Draft | None = None

    @property
    def speech(self) -> Speech:
        """The speech the file holds now."""
        return self.draft.speech

    @property
    def deletions(self) -> tuple[Tracked, ...]:
        """The tracked deletions."""
        return tuple(t for t in self.tracked if t.kind == "deletion")

    @property
    def insertions(self) -> tuple[Tracked, ...]:
        """The tracked insertions."""
        return tuple(t for t in self.tracked if t.kind == "insertion")


def read_word(
    source: Path | str | bytes, *, sent: Draft | None = None, name: str | None = None
) -> WordReading:
    """Read an edited Word file from its path or its bytes; ``name`` is what errors call bytes.

    Insertions are accepted, deletions applied and reported. ``sent`` is the draft that was sent,
    for a file that lost its custom part on the way (through ODT, say).

    Raises :class:`SourceError` for a file that is no docx, broken, encrypted, too big or with
    macros (see :func:`drafter.word.opening.open_package`).
    """
    package = open_package(source, name=name)
    main = main_part(package)
    related = package.related(main)
    parts = {kind: name for kind, name, _ in reversed(related)}
    root = parse_xml(package.part(main) or b"", package.place)
    styles, furniture = package.remembered(parts.get("styles", ""), _style_names) or _NO_STYLES
    found, base, around = _sent(package, related)
    sent = sent or found
    walker = Walker(root, _numbering(package, parts))
    own = (
        paragraph
        for paragraph in walker.paragraphs()
        if paragraph.style not in furniture and not (around and _is_template(paragraph, around))
    )
    roles = Roles(sent, styles)
    placed = list(roles.place(settled(joined(own, styles), roles.marked)))
    paragraphs = tuple([item.paragraph for item in placed if item.paragraph is not None])
    pending, filled = _controls(placed, sent)
    marked = [item for item in placed if item.raw.found]
    return WordReading(
        _draft(paragraphs, sent, pending),
        sent,
        tuple(_tracked(marked)),
        comments(package, parts.get("comments"), marked, walker.quoted),
        tuple(filled),
        asides(package, parts, marked, around),
        base or sent,
    )


def _part(package: Package, parts: Mapping[str, str], kind: str) -> bytes | None:
    return package.part(parts[kind]) if kind in parts else None


def _style_names(data: bytes) -> tuple[dict[str, str], frozenset[str]]:
    """Style names by id; programs rename the ids and keep the names.

    Beside them the ids of what is no part of the speech: minutes in the margin, tables of contents.
    """
    root = parse_xml(data)
    ns = root.tag.rpartition("}")[0] + "}"
    names = {}
    for style in root.iterfind(f"{ns}style"):
        name = style.find(f"{ns}name")
        if name is not None:
            names[style.get(f"{ns}styleId", "")] = name.get(f"{ns}val", "")
    aside = (i for i, name in names.items() if name == MINUTES.name or _CONTENTS.fullmatch(name))
    return names, frozenset(aside)


def _numbering(package: Package, parts: Mapping[str, str]) -> Numbering | None:
    """The numbers Word prints by itself; people get them by typing 一、 and pressing Enter."""
    data = _part(package, parts, "numbering")
    if data is None:
        return None
    from drafter.reading.sources.numbering import read_numbering

    styles = _part(package, parts, "styles")
    root = parse_xml(styles, package.place) if styles is not None else None
    return read_numbering(parse_xml(data, package.place), root)


def _is_template(raw: RawParagraph, around: frozenset[str]) -> bool:
    """Whether a paragraph is the template's own, as it was; an edited one is people's word."""
    marks = (id_in_bookmark(mark) for mark in raw.marks)
    return raw.text.strip() in around and not any(marks)


def _sent(
    package: Package, related: list[tuple[str, str, str]]
) -> tuple[Draft | None, Draft | None, frozenset[str]]:
    """The sent draft and its base, from the custom parts, and the lines the template had around."""
    sent = base = None
    around: frozenset[str] = frozenset()
    for kind, name, _ in related:
        data = package.part(name) if kind == "customXml" else None
        head = data[:400] if data is not None else b""
        if data is None:
            continue
        if sent is None and NAMESPACE.encode() in head:
            sent = parse_part(data, package.place)
            around = parse_around(data, package.place)
        elif base is None and BASE_NAMESPACE.encode() in head:
            base = parse_part(data, package.place)
    return sent, base, around if sent is not None else frozenset()


def _tracked(placed: list[Placed]) -> Iterator[Tracked]:
    for item in placed:
        for found in item.raw.found:
            if found.kind in ("insertion", "deletion"):
                where = item.paragraph.id if item.paragraph is not None else None
                yield Tracked(found.kind, found.name, found.text, where)


def _draft(
    paragraphs: tuple[Paragraph, ...], sent: Draft | None, pending: tuple[Pending, ...]
) -> Draft:
    if sent is None:
        facts = head_facts(paragraphs, None)
        return Draft(Speech(paragraphs, **facts), seed=0, patterns="", pending=pending)
    if paragraphs == sent.speech.paragraphs:
        return sent if pending == sent.pending else replace(sent, pending=pending)
    facts = head_facts(paragraphs, sent.speech)
    speech = replace(sent.speech, paragraphs=paragraphs, **facts)
    return replace(sent, speech=speech, pending=pending, shortfall=None)


def _controls(placed: list[Placed], sent: Draft | None) -> tuple[tuple[Pending, ...], list[Filled]]:
    """The places still to fill, and those filled since the draft was sent."""
    if sent is not None and not sent.pending:
        return (), []
    texts = {item.paragraph.id: item for item in placed if item.paragraph is not None}
    if sent is None:
        return tuple(_unannounced(texts)), []
    before = {p.id: p.text for p in sent.speech.paragraphs}
    pending, filled = [], []
    for place in sent.pending:
        item = texts.get(place.paragraph)
        if item is None or item.paragraph is None:
            filled.append(Filled(place.field, place.paragraph, None))
        elif place.text in item.paragraph.text:
            pending.append(place)
        else:
            text = _control_text(item.raw, place, before.get(place.paragraph, ""))
            filled.append(Filled(place.field, place.paragraph, text))
    return tuple(pending), filled


def _control_text(raw: RawParagraph, place: Pending, sent: str) -> str | None:
    """What stands in the control, or, where a program dropped it, between the words around it."""
    for found in raw.found:
        if found.kind == "control" and found.name == place.field[:64]:
            return found.text
    before, _, after = sent.partition(place.text)
    text = raw.text
    around = len(before) + len(after)
    if len(text) > around and text.startswith(before) and text.endswith(after):
        return text[len(before) : len(text) - len(after)]
    return None


def _unannounced(texts: dict[str, Placed]) -> Iterator[Pending]:
    """Places to fill in a file without the custom part: its controls and 【请填写：…】."""
    for number, item in texts.items():
        if item.paragraph is None:
            continue
        text = item.paragraph.text
        shown = [
            (f.name, f.text) for f in item.raw.found if f.kind == "control" and f.showing and f.name
        ]
        for control in controls_in(text, shown):
            yield Pending(control.field, number, text[control.start : control.end])
