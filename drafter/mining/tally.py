"""Counting as a monoid: a skeleton's tally is how many sources have it and a few of their hashes.

Tallies of different sources add up in any order and any partition; the sets they carry are the
smallest hashes, so that they are bounded and still the same whatever was added first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

__all__ = ["Contents", "Said", "Tallies", "Tally", "always", "scattered"]

#: A tally keeps so many hashes of sources and of topics.
KEPT = 64
#: A part keeps so many skeletons; beyond, those met once are thinned out by their own hash.
MOST = 60_000
#: After so many halvings, what was met once more often is rare too.
ROUNDS = 8
#: What stands in a slot in this share of the sources stands there always, damage aside; of so many
#: contents of a slot that is asked.
_NEARLY, _CONTENTS = 0.8, 4
#: Stands for several wordings.
_SEVERAL = -1


#: What each slot of a line holds, in how many sources.
Contents = list[dict[str, int]]


def always(contents: Contents, count: int) -> str:
    """What each slot holds in nearly all of so many sources (:func:`skeleton.with_work`)."""
    enough = _NEARLY * count
    return ",".join([next((c for c, n in slot.items() if n >= enough), "") for slot in contents])


class Said(NamedTuple):
    """What a text says in one part, by skeletons' lines.

    Each line has a number that tells apart what was said by it, and the words of the work that its
    open slots hold (:func:`drafter.mining.skeleton.with_work`).
    """

    lines: list[str]
    wordings: list[int]
    held: list[str]


class Tally(msgspec.Struct, gc=False):
    """In how many sources something was met, with the smallest hashes of sources and topics."""

    count: int
    sources: set[str]
    topics: set[str]

    def __add__(self, other: Tally) -> Tally:
        """The tally of both, where the two were counted over different sources."""
        sources, topics = {*self.sources}, {*self.topics}
        _join(sources, other.sources)
        _join(topics, other.topics)
        return Tally(self.count + other.count, sources, topics)

    def __iadd__(self, other: Tally) -> Tally:
        """The same, this tally becoming that of both: no set of many hashes is copied."""
        self.count += other.count
        _join(self.sources, other.sources)
        _join(self.topics, other.topics)
        return self


def _join(hashes: set[str], more: set[str]) -> None:
    """Add more hashes to some, of which the smallest stay."""
    if not more <= hashes:
        hashes |= more
        while len(hashes) > KEPT:
            hashes.remove(max(hashes))


class Tallies:
    """The tallies of a whole corpus: part → a skeleton's line → its tally."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, Tally]] = {}
        self._sieve: dict[str, int] = {}
        self._wordings: dict[str, dict[str, int]] = {}
        self._held: dict[str, dict[str, Contents]] = {}

    def constant(self, part: str) -> frozenset[str]:
        """The lines of a part by which several sources say the same, word for word."""
        known = self.parts.get(part, {})
        wordings = self._wordings.get(part, {}).items()
        return frozenset(i for i, said in wordings if said != _SEVERAL and known[i].count > 1)

    def held(self, part: str) -> Mapping[str, Contents]:
        """Of lines the words of the work that their slots hold, each in how many sources."""
        return self._held.get(part, {})

    def add(self, source: str, texts: Sequence[tuple[str, Mapping[str, Said]]]) -> None:
        """Count one source, given the topic of each text and what each part of it says.

        A line counts once in a source.
        """
        for part in dict.fromkeys(part for _, said in texts for part in said):
            told = [(topic, said[part]) for topic, said in texts if part in said]
            self._count(part, _of_source(source, told))
            for _, said in told:
                self._compare(part, said)
            lines = ((i, h) for _, said in told for i, h in zip(said.lines, said.held, strict=True))
            self._hold(part, {line: held for line, held in lines if held})
            self._thin(part)

    def _count(self, part: str, own: dict[str, Tally]) -> None:
        """Add the tallies of one source's lines to those of the part."""
        known, bits = self.parts.setdefault(part, {}), self._sieve.get(part, 0)
        for line in own.keys() & known.keys():
            before, one = known[line], own.pop(line)
            if before.count > 1:
                before += one
            else:  # all lines of its source that no other has share that tally
                known[line] = before + one
        if bits:
            own = {line: one for line, one in own.items() if not scattered(line) % (1 << bits)}
        known.update(own)

    def _compare(self, part: str, said: Said) -> None:
        """Note what of the lines kept is said in other words than before."""
        kept, known = self.parts[part], self._wordings.setdefault(part, {})
        for line, wording in zip(said.lines, said.wordings, strict=True):
            if line in kept and known.setdefault(line, wording) != wording:
                known[line] = _SEVERAL

    def _hold(self, part: str, own: Mapping[str, str]) -> None:
        """Count the words of the work that the slots of one source's lines hold."""
        kept, held = self.parts[part], self._held.setdefault(part, {})
        for line in own.keys() & kept.keys():
            contents = own[line].split(",")
            for slot, content in zip(
                held.setdefault(line, [{} for _ in contents]), contents, strict=True
            ):
                if content and (content in slot or len(slot) < _CONTENTS):
                    slot[content] = slot.get(content, 0) + 1

    def _thin(self, part: str) -> None:
        """Halve what was met least until the part fits: a sample that no order can change much."""
        known = self.parts[part]
        while len(known) > MOST:
            bits = self._sieve[part] = self._sieve.get(part, 0) + 1
            # Where little was met only once, what was met twice is thinned out as well.
            rare = 1 + bits // ROUNDS
            for line in [i for i, t in known.items() if t.count <= rare]:
                if scattered(line) % (1 << bits):
                    del known[line], self._wordings[part][line]
                    self._held[part].pop(line, None)


def _of_source(source: str, told: Iterable[tuple[str, Said]]) -> dict[str, Tally]:
    """The tallies of one source's lines, given what it says with the topic."""
    own: dict[str, Tally] = {}
    for topic, said in told:
        one = dict.fromkeys(said.lines, Tally(1, {source}, {topic}))
        for line in own.keys() & one.keys():
            one[line] = Tally(1, {source}, {*own[line].topics, topic})
        own |= one
    return own


def scattered(line: str) -> int:
    """A number that scatters skeletons evenly, the same in every run."""
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=4).digest(), "big")
