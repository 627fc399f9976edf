"""Giving each paragraph of a Word file its role, level and id again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from drafter.drafting.draft import Draft
from drafter.speech import Paragraph, Role, Sentence, Speech
from drafter.text.enumerators import find_enumerator
from drafter.text.sentences import split_sentences
from drafter.word.names import CHARACTER_HEADING, role_of_style
from drafter.word.provenance import bookmark_names, id_in_bookmark
from drafter.word.raw import RawParagraph

__all__ = ["Placed", "Roles", "head_facts"]

_DATE = re.compile(r"^[（(]?\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*[）)]?$")
#: The level each enumerator has by GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）.
_LEVELS = {"part": 1, "cn": 1, "cnparen": 2, "ar": 3, "arparen": 4}
_STOP = re.compile(r"[。！？；：]")
_LINKED = {style.name.lower(): level for level, style in enumerate(CHARACTER_HEADING, 1)}
_TEXT: frozenset[Role] = frozenset({"opening", "body", "closing"})
#: Above the salutation stand only these; and a line with a name is so long at most.
_HEAD: frozenset[Role] = frozenset({"title", "date", "speaker"})
_NAME_LINE = 40
#: Longer than this, or with a stop inside, a line is no heading or salutation by itself.
_SHORT = 60


class Placed(msgspec.Struct):
    """A paragraph of the file with the paragraph of the speech it became; None for an empty one."""

    raw: RawParagraph
    paragraph: Paragraph | None


def _is_name_line(text: str) -> bool:
    """Whether a line under the title looks like office and name rather than text."""
    return len(text) <= _NAME_LINE and not _STOP.search(text) and find_enumerator(text) is None


def _label(text: str) -> str | None:
    enumerator = find_enumerator(text)
    return enumerator.label if enumerator else None


def _sentences(text: str, sent: Paragraph | None) -> tuple[Sentence, ...]:
    """The sentences of an edited paragraph; those left untouched keep their trace."""
    known = {s.text: s for s in sent.sentences} if sent is not None else {}
    return tuple(known.get(s.strip(), Sentence(s)) for s in split_sentences(text))


class Roles:
    """Places the paragraphs of one file.

    ``sent`` is the draft that was sent, if known, ``styles`` the style names by id.
    """

    def __init__(self, sent: Draft | None, styles: dict[str, str]) -> None:
        paragraphs = sent.speech.paragraphs if sent is not None else ()
        self._sent = {p.id: p for p in paragraphs}
        #: The sent paragraphs by bookmark.
        self.marked = dict(zip(bookmark_names(paragraphs), paragraphs, strict=True))
        self._styles = styles
        self._used: set[str] = set()
        self._looks: dict[tuple[str, str, int | None], tuple[Role, int | None] | None] = {}
        self._fresh = 0
        self._region: Role = "opening"
        self._seen: set[Role] = set()

    def place(self, raws: Iterable[RawParagraph]) -> Iterator[Placed]:
        """The paragraphs with their roles; soft line breaks end a paragraph, but not a title."""
        title: Placed | None = None
        for raw in raws:
            same = self._as_sent(raw)
            if title is not None:
                if same is None and self._continues_title(raw):
                    title = self._longer(title, raw)
                    continue
                yield title
                title = None
            if same is not None and same.role != "title":
                yield Placed(raw, same)
                continue
            for placed in (Placed(raw, same),) if same is not None else self._pieces(raw):
                if placed.paragraph is not None and placed.paragraph.role == "title":
                    title = placed
                else:
                    yield placed
        if title is not None:
            yield title

    def _as_sent(self, raw: RawParagraph) -> Paragraph | None:
        """The paragraph as it was sent, where nothing at all was changed; most are."""
        for mark in raw.marks:
            sent = self.marked.get(mark)
            if sent is not None and sent.id not in self._used:
                break
        else:
            return None
        if sent.text != raw.text:
            return None
        look = raw.style, raw.head_style, raw.outline
        style = self._looks.get(look) or self._looks.setdefault(look, self._style(raw))
        if style is None or style[0] != sent.role:
            return None
        level = style[1]
        if level is not None and level != sent.level and not _too_deep(sent):
            return None
        self._used.add(sent.id)
        self._remember(sent.role)
        return sent

    def _style(self, raw: RawParagraph) -> tuple[Role, int | None] | None:
        named = role_of_style(self._styles.get(raw.style, raw.style))
        level = _LINKED.get(self._styles.get(raw.head_style, raw.head_style).lower())
        if level is not None and (named is None or named[0] in _TEXT):
            return "heading", level
        if named is None and raw.outline is not None and raw.outline < 9:
            return "heading", raw.outline + 1
        return named

    def _continues_title(self, raw: RawParagraph) -> bool:
        """A second title line made with the Enter key, not a paragraph of its own."""
        style = self._style(raw)
        return style == ("title", None) and self._known(raw) is None and bool(raw.text.strip())

    def _longer(self, title: Placed, raw: RawParagraph) -> Placed:
        assert title.paragraph is not None  # noqa: S101 - place() hands over titles only
        text = title.paragraph.text + raw.text.replace("\n", "").strip()
        joined = msgspec.structs.replace(title.raw, text=text, found=title.raw.found + raw.found)
        sent = self._sent.get(title.paragraph.id)
        if sent is not None and sent.text == text:
            return Placed(joined, sent)
        return Placed(joined, replace(title.paragraph, text=text, sentences=()))

    def _known(self, raw: RawParagraph) -> str | None:
        """The id of the sent paragraph this one is, by its first bookmark not yet met."""
        for mark in raw.marks:
            sent = self.marked.get(mark)
            number = id_in_bookmark(mark) if not self._sent else sent.id if sent else None
            if number is not None and number not in self._used:
                return number
        return None

    def _new_id(self) -> str:
        while True:
            self._fresh += 1
            number = f"w{self._fresh}"
            if number not in self._sent and number not in self._used:
                return number

    def _pieces(self, raw: RawParagraph) -> Iterator[Placed]:
        style = self._style(raw)
        known = self._known(raw)
        is_title = (style or ("", None))[0] == "title"
        sent = self._sent.get(known or "")
        if is_title or (sent is not None and sent.role == "title"):
            raw.text = raw.text.replace("\n", "")
        lines = [line.strip() for line in raw.text.split("\n")]
        first, *others = [line for line in lines if line] or [""]
        raw.text = first
        yield self._one(raw, known, style)
        for line in others:
            rest = msgspec.structs.replace(raw, text=line, marks=[], found=[], head=0)
            later = style if style is not None and style[0] != "heading" else ("body", None)
            yield self._one(rest, None, later)

    def _one(
        self, raw: RawParagraph, known: str | None, style: tuple[Role, int | None] | None
    ) -> Placed:
        if not raw.text:
            return Placed(raw, None)
        sent = self._sent.get(known or "")
        role, level = self._role(raw, sent, style)
        self._remember(role)
        if known is not None:
            self._used.add(known)
        if sent is not None and self._untouched(sent, raw.text, role, level):
            return Placed(raw, sent)
        number = known or self._new_id()
        return Placed(raw, self._paragraph(number, raw, role, level, sent))

    @staticmethod
    def _untouched(sent: Paragraph, text: str, role: Role, level: int | None) -> bool:
        same_level = level is None or level == sent.level or _too_deep(sent)
        return same_level and (sent.text, sent.role) == (text, role)

    def _role(
        self, raw: RawParagraph, sent: Paragraph | None, style: tuple[Role, int | None] | None
    ) -> tuple[Role, int | None]:
        """By style where it says something new, else as sent, else by place and shape."""
        if sent is not None:
            if style is None or style[0] == sent.role:
                return sent.role, sent.level if style is None else style[1] or sent.level
            if style[0] in _TEXT and (sent.role in _TEXT or _deep(sent)):
                return sent.role, sent.level
            return style
        if style is not None and style[0] not in ("body", "opening"):
            return style
        return self._guess(raw.text, style)

    def _guess(self, text: str, style: tuple[Role, int | None] | None) -> tuple[Role, int | None]:
        """A paragraph somebody added: by its shape, then by the part of the speech it stands in."""
        if style is None:
            if not self._seen and len(text) <= _SHORT and not _STOP.search(text):
                return "title", None
            if _DATE.match(text) and "salutation" not in self._seen:
                return "date", None
            if "salutation" not in self._seen and text.endswith(("：", ":")) and len(text) < _SHORT:
                return "salutation", None
            if self._seen and self._seen <= _HEAD and _is_name_line(text):
                return "speaker", None
        enumerator = find_enumerator(text)
        level = _LEVELS.get(enumerator.style) if enumerator and enumerator.sure else None
        if level is not None and not _STOP.search(text[:-1]) and len(text) <= _SHORT:
            return "heading", level
        return (self._region if style is None else style[0]), None

    def _remember(self, role: Role) -> None:
        self._seen.add(role)
        if role == "heading":
            self._region = "body"
        elif role in _TEXT:
            self._region = role

    def _paragraph(
        self, number: str, raw: RawParagraph, role: Role, level: int | None, sent: Paragraph | None
    ) -> Paragraph:
        text = raw.text
        sentences = _sentences(text, sent)
        if role != "heading":
            return Paragraph(number, role, text, sentences=sentences)
        return Paragraph(
            number,
            role,
            text,
            level=level or 1,
            label=_label(text),
            heading_end=_heading_end(raw, sent),
            sentences=sentences,
        )


def _too_deep(sent: Paragraph) -> bool:
    """Word knows nine levels; a deeper one comes back as the ninth."""
    return (sent.level or 1) > 9


def _deep(sent: Paragraph) -> bool:
    """A run-in heading of a deep level is written in the body style (see Body)."""
    return sent.role == "heading" and bool(sent.body)


def _heading_end(raw: RawParagraph, sent: Paragraph | None) -> int:
    """Where an edited heading ends: as sent, by its character style, else with the paragraph."""
    text = raw.text
    if sent is not None and sent.role == "heading":
        if not sent.body:
            return len(text)
        if text.startswith(sent.heading):
            return len(sent.heading)
        if text.endswith(sent.body):
            return len(text) - len(sent.body)
    end = raw.head if 0 < raw.head < len(text) else len(text)
    # Its stop stands in the heading's face, but is not part of it.
    return end - 1 if end < len(text) and _STOP.match(text[end - 1]) else end


def head_facts(paragraphs: tuple[Paragraph, ...], sent: Speech | None) -> dict[str, Any]:
    """Title, date and salutation of the speech: as sent where its paragraphs are untouched."""
    facts: dict[str, Any] = {}
    for name, role in (("title", "title"), ("date", "date"), ("salutation", "salutation")):
        now = [p.text for p in paragraphs if p.role == role]
        if sent is not None and now == [p.text for p in sent.paragraphs if p.role == role]:
            facts[name] = getattr(sent, name)
        elif role == "title":
            facts[name] = "".join(now) or None
        elif role == "salutation":
            facts[name] = now[0].rstrip("：:") if now else None
        else:
            facts[name] = _iso(now)
    return facts


def _iso(lines: list[str]) -> str | None:
    for line in lines:
        match = _DATE.match(line)
        if match:
            try:
                return date(*map(int, match.groups())).isoformat()
            except ValueError:
                return None
    return None
