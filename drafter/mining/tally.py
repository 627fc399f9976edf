"""Counting as a monoid: a skeleton's tally is how many sources have it and a few of their hashes.

Tallies of different sources add up in any order and any partition; the sets they carry are the
smallest hashes, so that they are bounded and still the same whatever was added first.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Tallies", "Tally", "Unit", "scattered"]

#: A part of the speech and a skeleton's line.
Unit = tuple[str, str]

#: A tally keeps so many hashes of sources and of topics.
KEPT = 64
#: A part keeps so many skeletons; beyond, those met once are thinned out by their own hash.
MOST = 60_000
#: After so many halvings, what was met once more often is rare too.
ROUNDS = 8
#: Stands for several wordings.
_SEVERAL = -1


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
    if more <= some or (len(some) == KEPT and min(more) > _largest(some)):
        return some
    return _least(some | more)


@lru_cache(1 << 13)
def _largest(hashes: frozenset[str]) -> str:
    """The largest of so many hashes as are kept: asked for with each source that has the tally."""
    return max(hashes)


def _least(hashes: frozenset[str]) -> frozenset[str]:
    return hashes if len(hashes) <= KEPT else frozenset(heapq.nsmallest(KEPT, hashes))


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

    def add(self, source: str, said: Sequence[tuple[str, Sequence[Unit], Sequence[int]]]) -> None:
        """Count one source, given the topic, the units and the wordings of each text.

        A unit is a part and a skeleton's line; it counts once in a source.
        """
        met: dict[Unit, frozenset[str]] = {}
        for topic, units, _ in said:
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
        for _, units, wordings in said:
            self._compare(units, wordings)
        for part in self.parts:
            self._thin(part)

    def _compare(self, units: Sequence[Unit], wordings: Sequence[int]) -> None:
        """Note what of the units kept is said in other words than before."""
        for (part, line), wording in zip(units, wordings, strict=True):
            if line in self.parts.get(part, ()):
                known = self._wordings.setdefault(part, {})
                if known.setdefault(line, wording) != wording:
                    known[line] = _SEVERAL

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
                    del known[line], self._wordings[part][line]


def scattered(line: str) -> int:
    """A number that scatters skeletons evenly, the same in every run."""
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=4).digest(), "big")
