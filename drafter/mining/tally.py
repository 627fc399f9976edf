"""Counting as a monoid: a skeleton's tally is how many sources have it and a few of their hashes.

Tallies of different sources add up in any order and any partition; the sets they carry are the
smallest hashes, so that they are bounded and still the same whatever was added first.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.mining.skeleton import Skeleton

__all__ = ["Tallies", "Tally", "spread"]

#: A tally keeps so many hashes of sources and of topics.
KEPT = 64
#: A part keeps so many skeletons; beyond, those met once are thinned out by their own hash.
MOST = 60_000


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
            _least(self.sources | other.sources),
            _least(self.topics | other.topics),
        )


def _least(hashes: frozenset[str]) -> frozenset[str]:
    return hashes if len(hashes) <= KEPT else frozenset(heapq.nsmallest(KEPT, hashes))


class Tallies:
    """The tallies of a whole corpus, by part and skeleton."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[Skeleton, Tally]] = {}
        self._sieve: dict[str, int] = {}

    def add(self, source: str, units: Iterable[tuple[str, Skeleton, str]]) -> None:
        """Count one source, given its (part, skeleton, topic): a skeleton counts once in it."""
        met: dict[tuple[str, Skeleton], set[str]] = {}
        for part, items, topic in units:
            met.setdefault((part, items), set()).add(topic)
        for (part, items), topics in sorted(met.items()):
            known = self.parts.setdefault(part, {})
            before = known.get(items)
            if before is None and self._sieved(part, items):
                continue
            one = Tally(1, frozenset([source]), _least(frozenset(topics)))
            known[items] = one if before is None else before + one
        for part in self.parts:
            self._thin(part)

    def _sieved(self, part: str, items: Skeleton) -> bool:
        bits = self._sieve.get(part, 0)
        return bool(bits) and spread(items) % (1 << bits) != 0

    def _thin(self, part: str) -> None:
        """Halve what was met once until the part fits: a sample that no order can change much."""
        known = self.parts[part]
        while len(known) > MOST:
            bits = self._sieve[part] = self._sieve.get(part, 0) + 1
            for items in [i for i, t in known.items() if t.count == 1]:
                if spread(items) % (1 << bits):
                    del known[items]
            if bits >= 16:
                break


def spread(items: Skeleton) -> int:
    """A number that scatters skeletons evenly, the same in every run."""
    return int.from_bytes(hashlib.blake2b(" ".join(items).encode(), digest_size=4).digest(), "big")
