"""The work behind the pages: brief → draft with its findings, sources and other wordings.

Everything here is plain and synchronous; the pages call it from a thread, never on the event loop.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from drafter.bank import Bank, Pack, Pattern, load_bank
from drafter.brief.model import Brief, brief_digest
from drafter.drafting import Draft, alternatives, draft, other_sentences
from drafter.review import Finding, review
from drafter.speech import Paragraph, Sentence
from drafter.web.choices import Choices

__all__ = ["Made", "Office", "Other", "sentence_at"]

T = TypeVar("T")

#: Other wordings shown for a sentence, and for its paragraph.
_OTHERS = 3
#: Paragraphs worded anew, and sentences looked for, to choose them from.
_TRIES = 6
#: Drafts kept for the same state asked for again: a click on a sentence, a download, a second tab.
_KEPT = 64


@dataclass(frozen=True)
class Made:
    """A draft as the page shows it: with what was fixed applied, and the review's findings."""

    draft: Draft
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Other:
    """Another wording: of one sentence, or of its whole paragraph.

    The latter where facts move from one sentence to another; ``text`` is what is shown.
    """

    text: str
    sentence: Sentence | None = None
    paragraph: Paragraph | None = None


class Office:
    """A bank of patterns (the shipped packs and the house's own) and what is done with it."""

    def __init__(self, house: Path, extra: Iterable[Path] = ()) -> None:
        """``house`` is the folder the house's own packs are saved in; it may be missing."""
        self.house = house
        self._extra = tuple(extra)
        self._lock = threading.Lock()
        self._made: OrderedDict[tuple[str, ...], Made] = OrderedDict()
        self._others: OrderedDict[tuple[str, ...], list[Other]] = OrderedDict()
        self._stamp = self._now()
        self._bank = self._load()

    def _load(self) -> Bank:
        own = sorted(f.parent for f in self.house.glob("*/pack.yaml"))
        return load_bank([*self._extra, *own])

    def _now(self) -> tuple[tuple[str, int], ...]:
        """What the house's folder looks like; another worker may have changed it."""
        files = [*self.house.glob("*.yaml"), *self.house.glob("*/*.yaml")]
        return tuple(sorted((str(f), f.stat().st_mtime_ns) for f in files if f.is_file()))

    @property
    def bank(self) -> Bank:
        """The patterns, read again where a house pack was saved or reviewed since."""
        now = self._now()
        if now != self._stamp:
            with self._lock:
                if now != self._stamp:
                    self._bank, self._stamp = self._load(), now
        return self._bank

    def own_packs(self) -> list[Pack]:
        """The house's own packs: those a person may accept and reject in."""
        return [p for p in self.bank.packs if p.folder and p.folder.parent == self.house]

    def make(self, brief: Brief, seed: int, choices: Choices) -> Made:
        """Draft, apply what was fixed, review; the same again is not made twice."""
        bank = self.bank
        key = (brief_digest(brief), str(seed), bank.digest, choices.dump())
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = choices.apply(draft(brief, bank=bank, seed=seed))
        return self._keep(self._made, key, Made(made, review(made, brief)))

    def _keep(self, shelf: OrderedDict[tuple[str, ...], T], key: tuple[str, ...], made: T) -> T:
        with self._lock:
            shelf[key] = made
            while len(shelf) > _KEPT:
                shelf.popitem(last=False)
        return made

    def pattern(self, sentence: Sentence) -> Pattern | None:
        """The pattern a sentence was made from."""
        return self.bank.get(sentence.pattern) if sentence.pattern else None

    def others(self, brief: Brief, seed: int, choices: Choices, at: str) -> list[Other]:
        """Other wordings of the sentence named ``at``.

        First of the sentence alone: the one it was chosen for, others with the same facts; then
        of its paragraph.
        """
        shown = sentence_at(self.make(brief, seed, choices).draft, at)
        if shown is None:
            return []
        plain = self.make(brief, seed, Choices()).draft
        paragraph, number = shown
        own = self.own_paragraph(brief, seed, paragraph.id)
        key = (brief_digest(brief), str(seed), self.bank.digest, choices.dump(), at)
        with self._lock:
            if key in self._others:
                self._others.move_to_end(key)
                return self._others[key]
        whole = alternatives(brief, plain, own.id, bank=self.bank, count=_TRIES)
        said = paragraph.sentences[number]
        single = other_sentences(brief, plain, own.id, said, bank=self.bank, count=_TRIES)
        sentences = [
            *_replaced(own, said, choices),
            *_sentences(paragraph, number, [own, *whole], single)[:_OTHERS],
        ]
        shown_already = {paragraph.text}
        if len(paragraph.sentences) == 1:
            shown_already |= {o.text for o in sentences}
        wholes = [Other(p.text, paragraph=p) for p in [own, *whole] if p.text not in shown_already]
        return self._keep(self._others, key, sentences + wholes[:_OTHERS])

    def own_paragraph(self, brief: Brief, seed: int, name: str) -> Paragraph:
        """The paragraph of this id before anything was fixed in it."""
        plain = self.make(brief, seed, Choices()).draft
        return next(p for p in plain.speech.paragraphs if p.id == name)


def _replaced(own: Paragraph, said: Sentence, choices: Choices) -> list[Other]:
    """The sentence that a chosen one stands for, to go back to it."""
    was = next((k for k, v in choices.wordings.items() if v.text == said.text), None)
    passages = [s for p in choices.passages.values() for s in p.sentences]
    return [Other(s.text, sentence=s) for s in (*own.sentences, *passages) if s.text == was][:1]


def _sentences(
    paragraph: Paragraph, number: int, others: Iterable[Paragraph], single: Iterable[Sentence]
) -> list[Other]:
    """Sentences that do what the one of this number does, with the same facts, in other words.

    First those of the paragraph worded anew, which were chosen to stand there; none is taken out
    of a passage (one pattern of several sentences), where each leans on the next. Then ``single``.
    """
    said = paragraph.sentences[number]
    known = {s.text for s in paragraph.sentences}
    found = [
        s
        for other in others
        for s in other.sentences
        if s.move == said.move and set(s.fields) == set(said.fields) and not _in_passage(other, s)
    ]
    out: list[Other] = []
    for s in [*([] if _in_passage(paragraph, said) else found), *single]:
        if s.text not in known:
            known.add(s.text)
            out.append(Other(s.text, sentence=s))
    return out


def _in_passage(paragraph: Paragraph, sentence: Sentence) -> bool:
    patterns = [s.pattern for s in paragraph.sentences]
    return sentence.pattern is not None and patterns.count(sentence.pattern) > 1


def sentence_at(made: Draft, at: str) -> tuple[Paragraph, int] | None:
    """The paragraph and number of a sentence named ``p5.2``; None where it is not there."""
    name, _, number = at.partition(".")
    paragraph = next((p for p in made.speech.paragraphs if p.id == name), None)
    digits = number.isascii() and number.isdigit() and len(number) < 5
    if paragraph is None or not digits or int(number) >= len(paragraph.sentences):
        return None
    return paragraph, int(number)
