"""Heading bounds: what headings in a measure can come to at most, before any is filled.

Of some sixty measures that could be tried most cannot do better than the best so far: what a clause
is worth at its place, whatever other clauses say, shows that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from drafter.drafting.wording.heading_begun import BOTH, BOTH_OWN
from drafter.drafting.wording.heading_measures import Measure
from drafter.drafting.wording.heading_own import SHORT
from drafter.drafting.wording.heading_pools import Pool
from drafter.drafting.wording.heading_words import Clause

__all__ = ["Bounds"]

#: Where a clause stands in its heading.
_Slot = Literal["whole", "before", "last"]
_NEVER = float("-inf")


class Bounds:
    """How well the clauses of each point can do at most, by where they stand and how long."""

    def __init__(self, pools: Sequence[Pool]) -> None:
        self._tops = [(_tops_of(pool, own=False), _tops_of(pool, own=True)) for pool in pools]
        #: What telling two tasks is worth for each point, and telling them in its own words.
        self._boths = [(BOTH * pool.strict, BOTH_OWN * (not pool.lined)) for pool in pools]
        self._kept: dict[tuple[_Slot, range], list[tuple[float, float]]] = {}

    def mosts(self, measure: Measure) -> list[float]:
        """What each point can add to a measure's score at most; -inf where it has no clause."""
        size, points = len(measure), len(self._tops)
        if size == 1:
            return [most / points for most, _ in self._each("whole", measure[0])]
        each = [self._each("before", span) for span in measure[:-1]]
        each.append(self._each("last", measure[-1]))
        mosts = []
        for worths, (both, both_own) in zip(zip(*each, strict=True), self._boths, strict=True):
            written = sum([most for most, _ in worths]) / size + both
            own = sum([own for _, own in worths]) / size + both_own
            mosts.append(max(written, own) / points)
        return mosts

    def _each(self, slot: _Slot, span: range) -> list[tuple[float, float]]:
        """What the best clause of each point is worth there, and the best in its own words."""
        found = self._kept.get((slot, span))
        if found is None:
            found = self._kept[slot, span] = [
                (_best_of(most[slot], span), _best_of(own[slot], span)) for most, own in self._tops
            ]
        return found


def _best_of(tops: Mapping[int, float], span: range) -> float:
    return max([tops.get(length, _NEVER) for length in span])


def _tops_of(pool: Pool, *, own: bool) -> dict[_Slot, dict[int, float]]:
    """What the best clause of each length is worth in each place; the best ``own`` one."""
    tops: dict[_Slot, dict[int, float]] = {"whole": {}, "before": {}, "last": {}}
    for clauses in (pool.first, pool.usual):
        for liking, clause in clauses:
            if own and not clause.own:
                continue
            worth, length = liking - pool.less(clause), len(clause.text)
            for slot in _slots_of(clause):
                best = tops[slot]
                if worth > best.get(length, _NEVER):
                    best[length] = worth
    return tops


def _slots_of(clause: Clause) -> tuple[_Slot, ...]:
    """Where a clause may stand, whatever stands beside it."""
    if clause.asks:
        return ("whole",)
    late = clause.topical or (clause.own == "measure" and len(clause.text) not in SHORT)
    two: tuple[_Slot, ...] = ("last",) if late else ("before", "last")
    return two if clause.own == "measure" else ("whole", *two)
