"""Heading choice: the clauses of one point laid out by length, as the search for headings asks.

Dozens of measures are tried on the same clauses, and most of these are too long or too short for
any one of them.
"""

from __future__ import annotations

from typing import Literal

from drafter.drafting.wording.heading_own import SHORT
from drafter.drafting.wording.heading_pools import Pool
from drafter.drafting.wording.heading_words import Clause, Liked

__all__ = ["BACKWARD", "OUT_OF_TURN", "Choice", "Ranked", "Slot"]

#: How much less a plain sentence's words where the heading begins: what they bear out goes before,
#: and alone they are said twice.
BACKWARD = 6.0
#: How much less a later task of the point where the heading begins.
OUT_OF_TURN = 4.0

#: Where a clause stands in its heading.
Slot = Literal["whole", "before", "last"]
_WHOLE: tuple[Slot, ...] = ("whole",)
_ANYWHERE: tuple[Slot, ...] = ("whole", "before", "last")
_LATE: tuple[Slot, ...] = ("whole", "last")
_BESIDE: tuple[Slot, ...] = ("before", "last")
_BEHIND: tuple[Slot, ...] = ("last",)


#: A clause's place in its order, how well it is liked, and the clause.
Ranked = tuple[int, float, Clause]


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
        #: Whether whatever tells anything tells the same: a second clause that does tells no more.
        self.alike = _is_alike(pool)
        #: What the best clause of each length is worth in each place that tells something of the
        #: point, the best that does not, and the best of each task or sentence in the brief's own
        #: words.
        self.telling: dict[Slot, dict[int, float]] = {slot: {} for slot in _ANYWHERE}
        self.silent: dict[Slot, dict[int, float]] = {slot: {} for slot in _ANYWHERE}
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
        tells = self.pool.tells
        settled: set[tuple[int, bool]] = set()
        for place, (liking, clause) in enumerate(clauses):
            length = len(clause.text)
            ranked = place, liking, clause
            if length in found:
                found[length].append(ranked)
            else:
                found[length] = [ranked]
            told, own = clause.key in tells, clause.own
            if own is None and (length, told) in settled:
                continue
            less, slots = self.pool.less(clause), _slots_of(clause, length)
            if not less and own is None and slots is _ANYWHERE:
                # The clauses are sorted: whatever follows is worth no more in any place.
                settled.add((length, told))
            tops = self.telling if told else self.silent
            for slot in slots:
                worth = liking - less - (self._less_at(slot, clause) if own else 0.0)
                _raise(tops[slot], length, worth)
                if own:
                    _raise(self.own[slot].setdefault(length, {}), clause.key, worth)
        return found

    def _less_at(self, slot: Slot, clause: Clause) -> float:
        """How much less words of the brief are worth in a place, whatever stands beside them."""
        if slot == "last":
            return 0.0
        late = slot == "before" and clause.key < -1
        plain = clause.own == "sentence" and not self.pool.stated
        return OUT_OF_TURN * late + BACKWARD * plain


def _is_alike(pool: Pool) -> bool:
    """Whether all clauses that tell anything tell one thing, or all there is in written words."""
    told = set(pool.tells.values())
    owns = {clause.own for _, clause in pool.first}
    if len(told) != 1 or "measure" in owns:
        return False
    return len(told.pop()) == 1 or not (pool.strict or owns - {None})


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
