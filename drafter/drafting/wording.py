"""Wording: for each thing to be said, the best of several frames.

Every frame whose slots can be filled is scored: what the pack was written for, how near it is to
the content beside it, how little of it was said before, whether its neighbours begin or are built
the same way; the seed decides among equals. The best whose text stands every test is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.bank import parse_frame
from drafter.drafting.memory import Memory, clumsy
from drafter.drafting.shelf import Candidate, Shelf, builds_of, opener_of, terms_of
from drafter.drafting.situation import Fact, Situation, roll
from drafter.resources import read_data
from drafter.speech import Sentence
from drafter.text.numerals import chinese

__all__ = ["NOWHERE", "Near", "Worder"]

#: How much the seed alone can lift a candidate over another.
_CHANCE = 4.5
_NEARNESS = 2.2
_SAID_GRAM = 0.25
_SAME_OPENER = 2.5
_OFTEN_OPENER = 0.35
_SAME_BUILD = 0.8
_TOPIC_AGAIN = 1.0
#: Where things are counted, saying how many is better than not.
_COUNTED = 1.5
#: What a sentence of a neighbouring focus is liked less.
_ASIDE = 0.8
#: How many of the best are tried before nothing is said.
_TRIES = 8


@dataclass(frozen=True, slots=True)
class Near:
    """What stands around a sentence: the two before it, the one after, and what it is about.

    ``others`` is what the other pieces of content nearby are about: a sentence that suits one of
    them better is kept for it.
    """

    before: tuple[str, ...] = ()
    after: str = ""
    about: frozenset[str] = frozenset()
    others: tuple[frozenset[str], ...] = ()


NOWHERE = Near()


class Worder:
    """Puts things into words for one speech, remembering what it has said."""

    def __init__(self, situation: Situation, shelf: Shelf, memory: Memory) -> None:
        self.situation = situation
        self.shelf = shelf
        self.memory = memory
        self.words: dict[str, str] = dict(situation.words)
        # Two briefs with the same seed must not come out in the same words.
        self._seed = roll(situation.seed, situation.title, *situation.names)
        self._fields = {
            k: v["field"] for k, v in read_data("slots.yaml").items() if "field" in v
        } | read_data("wording.yaml")["fields"]

    def chance(self, key: int) -> float:
        """A number in [0, 1) that the seed decides for a key."""
        mixed = ((key ^ self._seed) * 0x85EBCA6B) & 0xFFFFFFFF
        mixed = ((mixed ^ (mixed >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
        return (mixed ^ (mixed >> 16)) / 0x100000000

    def count(self, number: int) -> None:
        """How many things the next sentences may announce; below two, none."""
        if number > 1:
            self.words["n"] = chinese(number)
        else:
            self.words.pop("n", None)

    # -- sentences without a fact of their own ---------------------------------------------

    def free(
        self,
        part: str,
        moves: Sequence[str],
        focus: str | None = None,
        near: Near = NOWHERE,
        room: int | None = None,
        intro: bool = False,
    ) -> Sentence | None:
        """A sentence of one of the moves that carries no fact, of at most ``room`` characters.

        ``intro`` asks for one that leads up to a list. None where nothing is left that has not
        been said.
        """
        counted = "n" in self.words
        fits = [
            c
            for c in self.shelf.wider(part, moves, focus)
            if not c.facts and (counted or not c.announces) and _suits(c, intro)
        ]
        for candidate in self._ranked(fits, near, focus, room):
            text = self._text(candidate, {})
            if text and (room is None or len(text) <= room) and not self.memory.repeats(text):
                return self._say(candidate, text, ())
        return None

    def size_of(self, candidate: Candidate) -> int:
        """About how many characters a free candidate's sentence has."""
        return candidate.size + sum(len(self.words[n]) for n in candidate.needs)

    def usable(self, candidate: Candidate) -> bool:
        """Whether it was not used yet and its names and level words are known."""
        return candidate.pattern.id not in self.memory.patterns and all(
            n in self.words for n in candidate.needs
        )

    def score(self, c: Candidate, near: Near) -> float:
        """How well a candidate would sound at this place; higher is better."""
        memory = self.memory
        value = c.liking + _CHANCE * self.chance(c.key) + _COUNTED * ("n" in c.needs)
        value -= _SAID_GRAM * len(c.grams & memory.grams)
        value -= _OFTEN_OPENER * memory.openers[c.opener]
        if near.about:
            own = self._nearness(c, near.about)
            value += _NEARNESS * own
            if near.others:
                best = max(self._nearness(c, other) for other in near.others)
                value -= _NEARNESS * max(0.0, best - own)
        for text in near.before:
            value -= _SAME_OPENER * (opener_of(text) == c.opener)
            if c.builds:
                value -= _SAME_BUILD * len(c.builds & builds_of(text))
            value -= _TOPIC_AGAIN * ("topic" in c.needs and self.words["topic"] in text)
        if near.after:
            value -= _SAME_OPENER * (opener_of(near.after) == c.opener)
        return value

    def _nearness(self, c: Candidate, about: frozenset[str]) -> float:
        """How much a candidate has to do with some content, 0 to 1."""
        shared = c.terms & about
        if not shared:
            return 0.0
        weight = self.shelf.weight
        return min(1.0, 0.34 * sum(weight(t) for t in shared))

    def _ranked(
        self, candidates: Iterable[Candidate], near: Near, focus: str | None, room: int | None
    ) -> list[Candidate]:
        scored = [
            (_ASIDE * (c.pattern.focus not in (None, focus)) - self.score(c, near), c.pattern.id, c)
            for c in candidates
            if self.usable(c) and (room is None or self.size_of(c) <= room + 4)
        ]
        scored.sort(key=lambda s: s[:2])
        return [c for _, _, c in scored[:_TRIES]]

    def _text(self, c: Candidate, values: Mapping[str, str]) -> str:
        """The filled frame, or nothing where every wording of it is clumsy or banned."""
        filled = {**self.words, **values}
        for name, kind in c.renamed:
            filled[name] = filled[kind]
        frame = c.pattern.parsed
        start = int(self.chance(c.key ^ 0x5BD1E995) * frame.choices)
        said = "".join(values.values())
        for step in range(min(3, frame.choices)):
            text = frame.fill(filled, (start + step) % frame.choices)
            if any(b in text and b not in said for b in self.situation.banned):
                continue
            if not clumsy(text) or clumsy(said):
                return text
        return ""

    def _say(self, c: Candidate, text: str, fields: Iterable[str]) -> Sentence:
        self.memory.add(text, c.pattern.id)
        named = [self._fields[n] for n in sorted(c.needs) if n in self._fields]
        return Sentence(
            text,
            c.pattern.move,
            c.pattern.id,
            c.pattern.origin,
            tuple(dict.fromkeys([*fields, *named])),
        )

    def plain_lead(self, move: str) -> Sentence:
        """What leads up to a list of achievements or problems when no pack can."""
        text = parse_frame(read_data("wording.yaml")["plain_leads"][move]).fill(self.words)
        self.memory.add(text)
        return Sentence(text, "lead", "data/wording", "authored")

    # -- sentences that say facts ------------------------------------------------------------

    def tell(
        self,
        part: str,
        moves: Sequence[str],
        facts: Mapping[str, Fact],
        focus: str | None = None,
        near: Near = NOWHERE,
        most: int = 3,
    ) -> list[Sentence]:
        """Sentences that say all the facts, each once, in at most ``most`` frames if frames allow.

        A fact for which the bank has no frame is said plainly (data/wording.yaml).
        """
        from drafter.drafting.covers import cover

        chosen = cover(self, part, moves, facts, focus, near, most)
        told: set[str] = set()
        out: list[Sentence] = []
        for candidate in chosen:
            said = {n: facts[n] for n in sorted(candidate.facts)}
            text = self.fact_text(candidate, said)
            if text:
                out.append(self._say(candidate, text, [f.field for f in said.values()]))
                told |= candidate.facts
        out.extend(self.plainly(f, moves[0]) for n, f in facts.items() if n not in told)
        return out

    def fact_text(self, c: Candidate, facts: Mapping[str, Fact]) -> str:
        """The frame filled with facts; empty where the brief's own words would not be intact."""
        values: dict[str, str] = {}
        for fact in facts.values():
            values |= fact.values
        text = self._text(c, values)
        intact = all(e in text for f in facts.values() for e in f.exact)
        return text if intact else ""

    def plainly(self, fact: Fact, move: str) -> Sentence:
        """A fact said in the plainest way, when no pack has a frame for it."""
        text = ""
        source = read_data("wording.yaml")["plain"].get(fact.name, "")
        if fact.values and source:
            frame = parse_frame(source)
            values = {**self.words, **fact.values}
            if fact.name in ("goal", "result"):
                values[fact.name] = fact.exact[0]
            text = frame.fill(values)
            if not all(e in text for e in fact.exact):
                text = ""
        if not text:
            text = "；".join(fact.exact) + "。"
        self.memory.add(text)
        return Sentence(text, move, None, "brief", (fact.field,))

    def verbatim(self, text: str, move: str, fields: Sequence[str]) -> Sentence:
        """A sentence of the brief as it was given."""
        self.memory.add(text)
        return Sentence(text, move, None, "brief", tuple(fields))

    @staticmethod
    def about(*texts: str) -> frozenset[str]:
        """What texts are about, for choosing sentences that go with them."""
        return terms_of("，".join(t[:200] for t in texts))


def _suits(c: Candidate, intro: bool) -> bool:
    """Introductions stand before lists and nowhere else; leads may open any content."""
    if intro:
        return c.introduces
    return not c.introduces or c.pattern.move == "lead"
