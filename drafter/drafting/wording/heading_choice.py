"""Heading choice: the clauses of one point laid out by length, as the search for headings asks.

Dozens of measures are tried on the same clauses, and most of these are too long or too short for
any one of them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from drafter.drafting.wording.heading_own import SHORT
from drafter.drafting.wording.heading_pools import Pool
from drafter.drafting.wording.heading_words import Clause, Liked

__all__ = ["Choice", "Ranked", "Slot"]

#: Where a clause stands in its heading.
Slot = Literal["whole", "before", "last"]
_WHOLE: tuple[Slot, ...] = ("whole",)
_ANYWHERE: tuple[Slot, ...] = ("whole", "before", "last")
_LATE: tuple[Slot, ...] = ("whole", "last")
_BESIDE: tuple[Slot, ...] = ("before", "last")
_BEHIND: tuple[Slot, ...] = ("last",)


class Ranked(NamedTuple):
    """A clause in its order, how well it is liked, and how much less it does here than that."""

    place: int
    liking: float
    clause: Clause
    less: float


class Choice:
    """A pool with its clauses by length, and what is asked of it at every place.

    ``speaks`` says that the point can be told in the brief's own words, ``several`` that it has
    more than one task or sentence to tell.
    """

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.speaks = any(clause.own is not None for _, clause in pool.first)
        self.several = len(pool.told.items) > 1
        #: What the best clause of each length is worth in each place, and the best own one.
        self.tops: dict[Slot, dict[int, float]] = {slot: {} for slot in _ANYWHERE}
        self.own: dict[Slot, dict[int, float]] = {slot: {} for slot in _ANYWHERE}
        self._first, self._usual = self._by_length(pool.first), self._by_length(pool.usual)
        self._within: dict[range, tuple[list[Ranked], list[Ranked]]] = {}
        self._tasks: dict[int, set[int]] = {}
        for _, clause in pool.first:
            if clause.own == "task":
                self._tasks.setdefault(clause.key, set()).add(len(clause.text))

    def likings(self) -> dict[int, float]:
        """How well the best clause of each length is liked."""
        best = {length: ranked[0].liking for length, ranked in self._usual.items()}
        for length, ranked in self._first.items():
            best[length] = max(ranked[0].liking, best.get(length, ranked[0].liking))
        return best

    def within(self, span: range) -> tuple[list[Ranked], list[Ranked]]:
        """The first clauses of these lengths and the usual ones, each the best liked first."""
        found = self._within.get(span)
        if found is None:
            found = self._within[span] = _joined(self._first, span), _joined(self._usual, span)
        return found

    def has_task(self, key: int, span: range) -> bool:
        """Whether the task with this key can be said in so many characters."""
        return not self._tasks.get(key, set()).isdisjoint(span)

    def _by_length(self, clauses: Liked) -> dict[int, list[Ranked]]:
        """Clauses by length, in their order; what the best are worth is noted on the way."""
        found: dict[int, list[Ranked]] = {}
        less_of, tops, own = self.pool.less, self.tops, self.own
        for place, (liking, clause) in enumerate(clauses):
            less, length = less_of(clause), len(clause.text)
            found.setdefault(length, []).append(Ranked(place, liking, clause, less))
            worth = liking - less
            for slot in _slots_of(clause, length):
                best = tops[slot]
                if length not in best or worth > best[length]:
                    best[length] = worth
                if clause.own:
                    best = own[slot]
                    if length not in best or worth > best[length]:
                        best[length] = worth
        return found


def _joined(by_length: dict[int, list[Ranked]], span: range) -> list[Ranked]:
    """The clauses of these lengths in their order."""
    lists = [by_length[length] for length in span if length in by_length]
    # Each has a place of its own, so that no clauses are compared.
    return lists[0] if len(lists) == 1 else sorted([r for ranked in lists for r in ranked])


def _slots_of(clause: Clause, length: int) -> tuple[Slot, ...]:
    """Where a clause may stand, whatever stands beside it."""
    if clause.asks:
        return _WHOLE
    if clause.own == "measure":
        return _BESIDE if length in SHORT and not clause.topical else _BEHIND
    if clause.counts:
        return _BESIDE
    return _LATE if clause.topical else _ANYWHERE
