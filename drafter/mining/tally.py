"""Counting as a monoid: a skeleton's tally is how many sources have it and a few of their hashes.

Tallies of different sources add up in any order and any partition; the sets they carry are the
smallest hashes, so that they are bounded and still the same whatever was added first.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from sys import intern
from typing import NamedTuple

import msgspec

__all__ = ["Said", "Tallies", "Tally", "scattered"]

#: A tally keeps so many hashes of sources and of topics.
KEPT = 64
#: A part keeps so many skeletons; beyond, those met once are thinned out by their own hash.
MOST = 60_000
#: After so many halvings, what was met once more often is rare too.
ROUNDS = 8
#: What stands in a slot in this share of the sources stands there always, damage aside.
_NEARLY = 0.8
#: Stands for several wordings.
_SEVERAL = -1


class Said(NamedTuple):
    """What a text says in one part, by skeletons' lines.

    Each line has a number that tells apart what was said by it, and what its slots hold
    (:func:`drafter.mining.skeleton.with_work`).
    """

    lines: list[str]
    wordings: list[int]
    held: list[str]


class Tally(msgspec.Struct, gc=False):
    """In how many sources something was met, with the smallest hashes of sources and topics.

    ``held`` is what the slots hold (:func:`drafter.mining.skeleton.with_work`): one text where
    these sources all say the same, which costs nothing to keep, else that of each.
    """

    count: int
    sources: set[str]
    topics: set[str]
    held: str | dict[str, str] = ""

    def __add__(self, other: Tally) -> Tally:
        """The tally of both, where the two were counted over different sources."""
        held = self.held if isinstance(self.held, str) else {**self.held}
        both = Tally(self.count, {*self.sources}, {*self.topics}, held)
        both += other
        return both

    def __iadd__(self, other: Tally) -> Tally:
        """The same, this tally becoming that of both: no set of many hashes is copied."""
        self.count += other.count
        each = self._of_each() | other._of_each() if self.held != other.held else {}
        _join(self.sources, other.sources)
        _join(self.topics, other.topics)
        if each:
            kept = {source: each[source] for source in self.sources}
            one, *others = {*kept.values()}
            self.held = kept if others else one
        return self

    def _of_each(self) -> dict[str, str]:
        """What each of the sources holds."""
        return dict.fromkeys(self.sources, self.held) if isinstance(self.held, str) else self.held

    def told(self) -> Counter[str]:
        """What was told beside the sentence, by how many of the sources it keeps."""
        if isinstance(self.held, str):
            return Counter({self.held: len(self.sources)})
        return Counter(self.held.values())

    def always_held(self) -> str:
        """What the slots hold in nearly all of the sources."""
        if isinstance(self.held, str):
            return self.held
        told = Counter(chain.from_iterable([held.split(",") for held in self.held.values()]))
        enough = _NEARLY * len(self.held)
        return ",".join(sorted([content for content, n in told.items() if n >= enough]))


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

    def constant(self, part: str) -> frozenset[str]:
        """The lines of a part by which several sources say the same, word for word."""
        known = self.parts.get(part, {})
        wordings = self._wordings.get(part, {}).items()
        return frozenset(i for i, said in wordings if said != _SEVERAL and known[i].count > 1)

    def add(self, source: str, texts: Sequence[tuple[str, Mapping[str, Said]]]) -> None:
        """Count one source, given the topic of each text and what each part of it says.

        A line counts once in a source.
        """
        for part in dict.fromkeys(part for _, said in texts for part in said):
            told = [(topic, said[part]) for topic, said in texts if part in said]
            self._count(part, _of_source(source, told))
            for _, said in told:
                self._compare(part, said)
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


def _of_source(source: str, told: Iterable[tuple[str, Said]]) -> dict[str, Tally]:
    """The tallies of one source's lines, given what it says with the topic."""
    own: dict[str, Tally] = {}
    sources = {source}
    for topic, said in told:
        topics = {topic}
        made = {held: Tally(1, sources, topics, intern(held)) for held in {*said.held}}
        one = {line: made[held] for line, held in zip(said.lines, said.held, strict=True)}
        for line in own.keys() & one.keys():
            held = one[line].held or own[line].held
            one[line] = Tally(1, sources, {*own[line].topics, topic}, held)
        own |= one
    return own


def scattered(line: str) -> int:
    """A number that scatters skeletons evenly, the same in every run."""
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=4).digest(), "big")
