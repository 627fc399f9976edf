"""The work behind the pages: brief → draft with its findings, sources and other wordings.

Everything here is plain and synchronous; the pages call it from a thread, never on the event loop.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter.bank import Bank, Pack, Pattern, load_bank
from drafter.brief.model import Brief
from drafter.drafting import Draft, alternatives, draft
from drafter.review import Finding, review
from drafter.speech import Paragraph, Sentence
from drafter.web.choices import Choices

__all__ = ["Made", "Office", "sentence_at"]

#: Other wordings shown for a sentence.
_OTHERS = 3


@dataclass(frozen=True)
class Made:
    """A draft as the page shows it: with what was fixed applied, and the review's findings."""

    draft: Draft
    findings: tuple[Finding, ...]


class Office:
    """A bank of patterns (the shipped packs and the house's own) and what is done with it."""

    def __init__(self, house: Path, extra: Iterable[Path] = ()) -> None:
        """``house`` is the folder the house's own packs are saved in; it may be missing."""
        self.house = house
        self._extra = tuple(extra)
        self.bank: Bank = self._load()

    def _load(self) -> Bank:
        own = sorted(f.parent for f in self.house.glob("*/pack.yaml"))
        return load_bank([*self._extra, *own])

    def own_packs(self) -> list[Pack]:
        """The house's own packs: those a person may accept and reject in."""
        return [p for p in self.bank.packs if p.folder and p.folder.parent == self.house]

    def reload(self) -> None:
        """Read the packs again, after one was saved or reviewed."""
        self.bank = self._load()

    def make(self, brief: Brief, seed: int, choices: Choices) -> Made:
        """Draft, apply what was fixed, review."""
        made = choices.apply(draft(brief, bank=self.bank, seed=seed))
        return Made(made, review(made, brief))

    def pattern(self, sentence: Sentence) -> Pattern | None:
        """The pattern a sentence was made from."""
        return self.bank.get(sentence.pattern) if sentence.pattern else None

    def others(self, brief: Brief, seed: int, paragraph: Paragraph, at: int) -> list[Sentence]:
        """Other wordings of the paragraph's sentence number ``at``: same facts, other frames."""
        said = paragraph.sentences[at]
        plain = draft(brief, bank=self.bank, seed=seed)
        found: list[Sentence] = []
        for other in alternatives(brief, plain, paragraph.id, bank=self.bank):
            for s in other.sentences:
                same = s.move == said.move and set(s.fields) == set(said.fields)
                known = {said.text, *(f.text for f in found)}
                if same and s.text not in known:
                    found.append(s)
        return found[:_OTHERS]


def sentence_at(made: Draft, at: str) -> tuple[Paragraph, int] | None:
    """The paragraph and number of a sentence named ``p5.2``; None where it is not there."""
    name, _, number = at.partition(".")
    paragraph = next((p for p in made.speech.paragraphs if p.id == name), None)
    if paragraph is None or not number.isdigit() or int(number) >= len(paragraph.sentences):
        return None
    return paragraph, int(number)
