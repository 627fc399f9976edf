"""Counting as a monoid: a skeleton's tally is how many sources have it and a few of their hashes.

Tallies of different sources add up in any order and any partition; the sets they carry are the
smallest hashes, so that they are bounded and still the same whatever was added first.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Tallies", "Tally", "Unit", "scattered"]

#: A part of the speech and a skeleton's line.
Unit = tuple[str, str]

#: A tally keeps so many hashes of sources and of topics.
KEPT = 64
#: A part keeps so many skeletons; beyond, those met once are thinned out by their own hash.
MOST = 60_000
#: After so many halvings, what was met once more often is rare too.
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many sources something was met, with the smallest hashes of sources and topics."""

    count: int
    sources: frozenset[str]
    topics: frozenset[str]

    def __add__(self, other: Tally) -> Tally:
        """The tally of both, where the two were counted over different sources."""
        return Tally(
            self.count + other.count,
            _joined(self.sources, other.sources),
            _joined(self.topics, other.topics),
        )


def _joined(some: frozenset[str], more: frozenset[str]) -> frozenset[str]:
    if more <= some or (len(some) == KEPT and min(more) > max(some)):
        return some
    return _least(some | more)


def _least(hashes: frozenset[str]) -> frozenset[str]:
    return hashes if len(hashes) <= KEPT else frozenset(heapq.nsmallest(KEPT, hashes))


class Tallies:
    """The tallies of a whole corpus: part → a skeleton's line → its tally."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, Tally]] = {}
        self._sieve: dict[str, int] = {}

    def add(self, source: str, said: Iterable[tuple[str, Sequence[Unit]]]) -> None:
        """Count one source, given the topic and the units of each text; a unit counts once in it.

        A unit is a part and a skeleton's line.
        """
        met: dict[Unit, frozenset[str]] = {}
        for topic, units in said:
            own = dict.fromkeys(units, frozenset([topic]))
            again = {unit: met[unit] | own[unit] for unit in own.keys() & met.keys()}
            met |= own | again
        sources, ones = frozenset([source]), dict[frozenset[str], Tally]()
        for (part, line), topics in met.items():
            known = self.parts.setdefault(part, {})
            before = known.get(line)
            if before is None and self._sieved(part, line):
                continue
            one = ones.get(topics)
            if one is None:
                one = ones[topics] = Tally(1, sources, _least(topics))
            known[line] = one if before is None else before + one
        for part in self.parts:
            self._thin(part)

    def _sieved(self, part: str, line: str) -> bool:
        bits = self._sieve.get(part, 0)
        return bool(bits) and scattered(line) % (1 << bits) != 0

    def _thin(self, part: str) -> None:
        """Halve what was met least until the part fits: a sample that no order can change much."""
        known = self.parts[part]
        while len(known) > MOST:
            bits = self._sieve[part] = self._sieve.get(part, 0) + 1
            # Where little was met only once, what was met twice is thinned out as well.
            rare = 1 + bits // ROUNDS
            for line in [i for i, t in known.items() if t.count <= rare]:
                if scattered(line) % (1 << bits):
                    del known[line]


def scattered(line: str) -> int:
    """A number that scatters skeletons evenly, the same in every run."""
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=4).digest(), "big")
