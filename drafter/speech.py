"""Speech and its parts: the one document model of the whole program.

The reader makes a Speech out of a real text, the drafter makes one out of a brief; so a draft can
be parsed and a real speech can be drafted again. Everything is immutable and made of plain
values. Text is folded (full-width punctuation, simplified characters) and carries no line breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

__all__ = [
    "SPOKEN_ROLES",
    "HeadingMark",
    "InlineNoise",
    "Kind",
    "Origin",
    "Paragraph",
    "Role",
    "Sentence",
    "Speech",
    "Trace",
    "known_length",
    "spoken_length",
]

Role = Literal[
    "title",
    "date",
    "speaker",
    "salutation",
    "opening",
    "heading",
    "body",
    "closing",
    "signature",
]
Kind = Literal["speech", "article", "excerpt"]
Origin = Literal["mined", "authored", "brief"]

#: The roles a speaker says aloud; the others stand on paper only.
SPOKEN_ROLES: frozenset[str] = frozenset({"salutation", "opening", "heading", "body", "closing"})

#: White space to typesetters, though not to Unicode.
_ZERO_WIDTH = "\u200b\ufeff"


def spoken_length(text: str) -> int:
    """Characters of ``text`` as a speech writer counts them: all but white space."""
    return sum(map(len, text.split())) - sum(map(text.count, _ZERO_WIDTH))


#: The same, kept: sections are measured again and again while they grow, and a draft is when it is
#: rendered, when it is handed over and when it is reviewed.
known_length = lru_cache(1280)(spoken_length)


class Sentence(Struct, frozen=True, gc=False):
    """One sentence, with what is known of where it comes from.

    ``move`` is its rhetorical move (DOMAIN: occasion, purpose, task …), ``pattern`` the id of the
    pattern that made it, ``origin`` mined, authored or brief (the user's own words), ``fields``
    the brief fields it carries, by their Chinese paths (``主题.名称``).
    """

    text: str
    move: str | None = None
    pattern: str | None = None
    origin: Origin | None = None
    fields: tuple[str, ...] = ()


class Paragraph(Struct, frozen=True):
    """One paragraph, with its role in the speech.

    A heading has ``level`` (1 = outermost), ``label`` (its bare ordinal) and ``heading_end``: how
    many characters of ``text``, enumerator included, are the heading; what follows them is body
    that runs on in the same paragraph. ``lines`` are the 1-based source lines it was read from.
    """

    id: str
    role: Role
    text: str
    level: int | None = None
    label: str | None = None
    heading_end: int | None = None
    sentences: tuple[Sentence, ...] = ()
    lines: tuple[int, int] | None = None

    @property
    def heading(self) -> str:
        """The heading's own text with its enumerator; empty for other paragraphs."""
        return self.text[: self.heading_end] if self.role == "heading" else ""

    @property
    def body(self) -> str:
        """What is not heading."""
        if self.role != "heading":
            return self.text
        return "" if self.heading_end is None else self.text[self.heading_end :]


class HeadingMark(Struct, frozen=True):
    """A heading where it stands in the source: ``end`` counts characters from the line's start."""

    line: int
    level: int
    label: str
    end: int
    text: str


class InlineNoise(Struct, frozen=True):
    """Noise inside a line that also holds text, as it stands there."""

    line: int
    text: str


class Trace(Struct, frozen=True):
    """Where a Speech was found in its source; all numbers are 1-based lines of the source.

    ``salutation`` and ``speaker`` are as the source writes them, before folding.
    """

    lines: tuple[int, int]
    title_lines: tuple[int, ...] = ()
    date_line: int | None = None
    salutation_line: int | None = None
    headings: tuple[HeadingMark, ...] = ()
    opening: tuple[int, int] | None = None
    closing: tuple[int, int] | None = None
    signature_lines: tuple[int, ...] = ()
    noise_lines: tuple[int, ...] = ()
    inline_noise: tuple[InlineNoise, ...] = ()
    salutation: str | None = None
    speaker: str | None = None


class Speech(Struct, frozen=True):
    """A whole text: its paragraphs in order, and what its head and foot say.

    ``date`` is ISO (YYYY-MM-DD), ``salutation`` without its colon, ``genre`` a genre id where it
    is known. ``trace`` is set by the reader only.
    """

    paragraphs: tuple[Paragraph, ...]
    kind: Kind = "speech"
    title: str | None = None
    date: str | None = None
    speaker: str | None = None
    salutation: str | None = None
    genre: str | None = None
    source: str | None = None
    trace: Trace | None = None

    def by_role(self, *roles: Role) -> tuple[Paragraph, ...]:
        """The paragraphs that have one of the roles, in order."""
        return tuple(p for p in self.paragraphs if p.role in roles)

    def sentences(self) -> Iterator[tuple[Paragraph, Sentence]]:
        """Every sentence with its paragraph, in order."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.sentences:
                yield paragraph, sentence

    def outline(self) -> tuple[tuple[int, str, str], ...]:
        """The headings as (level, label, heading text with enumerator)."""
        return tuple(
            (p.level or 1, p.label or "", p.heading) for p in self.paragraphs if p.role == "heading"
        )

    @property
    def characters(self) -> int:
        """Spoken characters: salutation, opening, headings, body and closing, without spaces."""
        return sum([known_length(p.text) for p in self.paragraphs if p.role in SPOKEN_ROLES])
