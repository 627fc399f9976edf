"""Heading choice: the clauses of one point laid out by length, as the search for headings asks.

Dozens of measures are tried on the same clauses, and most of these are too long or too short for
any one of them.
"""

from __future__ import annotations

from typing import Literal

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


#: A clause's place in its order, how well it is liked, the clause, and how much less it does here.
Ranked = tuple[int, float, Clause, float]


class Choice:
    """A pool with its clauses by length, and what is asked of it at every place.

    ``speaks`` says that the point can be told in the brief's own words, ``several`` that it has
    more than one task or sentence to tell; ``lengths`` are those its clauses have.
    """

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.speaks = not pool.stated and any(
            clause.own is not None and liking > 0 for liking, clause in pool.first
        )
        self.several = len(pool.told.items) > 1
        #: The places of its tasks; none where its heading covers all it has.
        tasks = (place for place, item in enumerate(pool.told.items) if not item.plain)
        self.doing = frozenset(() if pool.crowded else tasks)
        #: What the best clause of each length is worth in each place, and the best of each task or
        #: sentence in the brief's own words.
        self.tops: dict[Slot, dict[int, float]] = {slot: {} for slot in _ANYWHERE}
        self.own: dict[Slot, dict[int, dict[int, float]]] = {slot: {} for slot in _ANYWHERE}
        self._first, self._usual = self._by_length(pool.first), self._by_length(pool.usual)
        self.lengths = frozenset(self._first.keys() | self._usual.keys())
        self._within: dict[range, tuple[list[Ranked], list[Ranked]]] = {}
        self._tasks: dict[int, set[int]] = {}
        for _, clause in pool.first:
            if clause.own == "task":
                self._tasks.setdefault(clause.key, set()).add(len(clause.text))

    def within(self, span: range) -> tuple[list[Ranked], list[Ranked]]:
        """The first clauses of these lengths and the usual ones, each the best liked first."""
        found = self._within.get(span)
        if found is None:
            found = self._within[span] = _joined(self._first, span), _joined(self._usual, span)
        return found

    def has_task(self, key: int, span: range) -> bool:
        """Whether the task with this key can be said in so many characters."""
        return not self._tasks.get(key, set()).isdisjoint(span)

    def has_other(self, key: int, span: range) -> bool:
        """Whether another sentence than the one with this key can be said in so many characters."""
        own = self.own["last"]
        return any(not own.get(length, {}).keys() <= {key} for length in span)

    def _by_length(self, clauses: Liked) -> dict[int, list[Ranked]]:
        """Clauses by length, in their order; what the best are worth is noted on the way."""
        found: dict[int, list[Ranked]] = {}
        less_of, tops = self.pool.less, self.tops
        settled: set[int] = set()
        for place, (liking, clause) in enumerate(clauses):
            less, length = less_of(clause), len(clause.text)
            found.setdefault(length, []).append((place, liking, clause, less))
            if clause.own is None and length in settled:
                continue
            slots = _slots_of(clause, length)
            if not less and slots is _ANYWHERE:
                # The clauses are sorted: whatever follows is worth no more in any place.
                settled.add(length)
            for slot in slots:
                _raise(tops[slot], length, liking - less)
                if clause.own:
                    _raise(self.own[slot].setdefault(length, {}), clause.key, liking - less)
        return found


def _raise(tops: dict[int, float], key: int, worth: float) -> None:
    """Note what something is worth, where nothing better is noted."""
    if key not in tops or worth > tops[key]:
        tops[key] = worth


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
