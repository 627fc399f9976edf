"""What the rules look at: a draft and its brief, prepared once for all of them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import NamedTuple

from drafter.bank import Pattern
from drafter.brief.model import Brief
from drafter.brief.remembering import remembered_by_brief
from drafter.drafting.draft import Draft
from drafter.drafting.setting.topics import named_in
from drafter.review.facts import Fact, brief_texts, facts_of
from drafter.review.names.signs import signs_of
from drafter.review.skeleton import Skeleton, bare, fold, skeleton
from drafter.review.stock import is_common_word, is_said_beside
from drafter.speech import Paragraph, Speech
from drafter.text.entities import Entity, entities_by_sentence
from drafter.text.gazetteer import Span
from drafter.text.scanning import places_of

__all__ = ["Checked", "is_made"]


class _Told(NamedTuple):
    """What a brief says: its facts, all its texts, those one a line, and what they say in clauses.

    ``parts`` are without marks.
    """

    facts: tuple[Fact, ...]
    texts: tuple[str, ...]
    blob: str
    parts: frozenset[str]


@remembered_by_brief
def _told_by(brief: Brief) -> _Told:
    facts = facts_of(brief)
    texts = tuple(map(fold, brief_texts(brief, facts)))
    parts = frozenset().union(*map(_bare_parts, texts))
    return _Told(facts, texts, "\n".join(texts), parts)


class Checked:
    """A draft beside its brief.

    ``raw`` is the whole text as it stands, a paragraph a line; ``text`` the same with marks and
    digits folded, so that both have the same offsets. ``own_patterns`` are those of the user's
    packs. ``excused`` collects the stretches of ``text`` that a rule has already reported, so that
    no other says the same thing again.
    """

    def __init__(self, draft: Draft | Speech, brief: Brief, own: tuple[Pattern, ...] = ()) -> None:
        self.draft = draft if isinstance(draft, Draft) else None
        self.speech = draft.speech if isinstance(draft, Draft) else draft
        self.brief = brief
        self.own_patterns = own
        self.paragraphs: tuple[Paragraph, ...] = self.speech.paragraphs
        self.excused: list[tuple[int, int]] = []
        self._told = _told_by(brief)
        self._starts: list[int] = []
        at = 0
        for paragraph in self.paragraphs:
            self._starts.append(at)
            at += len(paragraph.text) + 1
        self.raw = "\n".join(p.text.replace("\n", " ") for p in self.paragraphs)

    @cached_property
    def made(self) -> bool:
        """Whether all of it is as it was drafted: nobody has had a hand in it since."""
        return self.draft is not None and all(map(is_made, self.paragraphs))

    @cached_property
    def text(self) -> str:
        """The whole text, marks full-width, digits half-width."""
        return fold(self.raw)

    @cached_property
    def skeleton(self) -> Skeleton:
        """The whole text without marks."""
        return skeleton(self.text)

    @cached_property
    def entities(self) -> list[Entity]:
        """What the draft names."""
        return self._named[0]

    @cached_property
    def brief_entities(self) -> list[Entity]:
        """What the brief names, with offsets in ``brief_blob``."""
        return self._named[1]

    @cached_property
    def _named(self) -> list[list[Entity]]:
        """What the draft names, and what the brief names."""
        return entities_by_sentence(self.text, self.brief_blob)

    @cached_property
    def signs(self) -> dict[str, list[Span]]:
        """What looks like a name in the draft though no list has it, by rule."""
        return signs_of(self.text)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the brief wants said."""
        return self._told.facts

    @property
    def brief_texts(self) -> tuple[str, ...]:
        """Every text of the brief, folded like the draft."""
        return self._told.texts

    @property
    def brief_blob(self) -> str:
        """All texts of the brief, one a line."""
        return self._told.blob

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that has the character at this offset of ``text``."""
        return self.paragraphs[self.index_at(offset)] if self.paragraphs else None

    def index_at(self, offset: int) -> int:
        """Which of the paragraphs that is."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def id_at(self, offset: int) -> str | None:
        """Its id."""
        paragraph = self.paragraph_at(offset)
        return paragraph.id if paragraph else None

    def start_of(self, index: int) -> int:
        """The offset at which the paragraph with this index begins."""
        return self._starts[index]

    def folded(self, index: int) -> str:
        """The text of the paragraph with this index, marks and digits folded."""
        start = self._starts[index]
        return self.text[start : start + len(self.paragraphs[index].text)]

    def is_formula(self, start: int, end: int) -> bool:
        """Whether the shipped patterns say this stretch, with one of its neighbours."""
        text = self.text
        before = text[max(0, start - 1) : start] or "\n"
        return is_said_beside(before, text[start:end], text[end : end + 1] or "\n")

    @cached_property
    def own(self) -> list[tuple[int, int]]:
        """Where the brief's topic and meeting stand, and what the topic names."""
        topic = self.brief.topic.name
        said = (topic, self.brief.meeting, *named_in(topic).values())
        names = {fold(name) for name in said if name}
        return [(at, at + len(n)) for n in sorted(names) for at in places_of(n, self.text)]

    def cuts_own(self, start: int, end: int) -> bool:
        """Whether a stretch is part of the brief's topic or meeting and part of what is beside it.

        Of 守好群众看病钱学深一层 nobody is called 钱学深.
        """
        return any(s < start < e < end or start < s < end < e for s, e in self.own)

    def runs_into_own(self, start: int, end: int) -> bool:
        """Whether a stretch is a word that patterns say, and the topic or its beginning after it.

        弄清|村道养护 names no village, nor does 弄清|六一活动; but 清河|供销社改革 names one.
        """
        return any(
            start < s < end <= e and (s - start == 1 or is_common_word(self.text[start:s]))
            for s, e in self.own
        )

    def is_excused(self, start: int, end: int) -> bool:
        """Whether another rule has reported this stretch."""
        return any(s < end and start < e for s, e in self.excused)

    @cached_property
    def covered(self) -> bytearray:
        """For each character of the skeleton, 1 where it belongs to a text of the brief."""
        marks = bytearray(len(self.skeleton.text))
        for part in self._told.parts:
            _cover(marks, self.skeleton.text, part)
        return marks


def is_made(paragraph: Paragraph) -> bool:
    """Whether a paragraph is as it was drafted, each sentence a pattern's or the brief's."""
    made = all(s.pattern or s.origin == "brief" for s in paragraph.sentences)
    return made and "".join([s.text for s in paragraph.sentences]) == paragraph.text


@lru_cache(maxsize=1024)
def _bare_parts(text: str) -> frozenset[str]:
    """A text of the brief and its longer clauses, without marks."""
    return frozenset(map(bare, (text, *_clauses(text))))


def _clauses(text: str) -> list[str]:
    """The longer clauses of a text: a draft may say them in different sentences."""
    if not any(m in text for m in "，；、。"):
        return []
    for mark in "；、。":
        text = text.replace(mark, "，")
    return [c for c in text.split("，") if len(c) >= 4]


def _cover(marks: bytearray, whole: str, part: str) -> None:
    if len(part) < 2:
        return
    at = whole.find(part)
    while at >= 0:
        marks[at : at + len(part)] = b"\x01" * len(part)
        at = whole.find(part, at + len(part))
