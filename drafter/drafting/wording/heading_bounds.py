"""Heading bounds: what headings in a measure can come to at most, before any is filled.

Of some sixty measures that could be tried most cannot do better than the best so far: what a clause
is worth at its place, whatever other clauses say, shows that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from drafter.drafting.wording.heading_begun import BOTH, BOTH_OWN, SAME_THING, SILENT
from drafter.drafting.wording.heading_choice import Choice, Slot
from drafter.drafting.wording.heading_measures import Measure, shape_of

__all__ = ["Bounds", "Hope"]

_NEVER = float("-inf")
#: Where a point has no words of its own for a place.
_NONE = (_NEVER, 0, _NEVER)


class _Best(NamedTuple):
    """What the best clause is worth, the best in the brief's own words, and whose words these are.

    ``written`` is the best of all, be it in the brief's words or not, ``telling`` the best that
    tells something of the point, ``silent`` the best that does not, ``second`` the best in the
    brief's words that are of another task or sentence than the best of these.
    """

    written: float
    telling: float
    silent: float
    own: float
    key: int
    second: float


class Hope(NamedTuple):
    """What headings in a measure can come to at most, and what each point can add to that.

    ``extra`` is what the measure is worth besides, however it is filled.
    """

    most: float
    extra: float
    measure: Measure
    mosts: list[float]


class Bounds:
    """How well the clauses of each point can do at most, by where they stand and how long."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = choices
        #: What telling two tasks is worth for each point, and telling them in its own words.
        self._both = [BOTH * (c.several and c.pool.strict) for c in choices]
        self._both_own = [BOTH_OWN * (c.several and not c.pool.lined) for c in choices]
        self._kept: dict[tuple[Slot, range], list[_Best]] = {}
        self._sums: dict[tuple[Slot, range], float] = {}

    def best_first(self, measures: Sequence[tuple[Measure, float]]) -> Iterator[Hope]:
        """The measures, each with what it is worth besides, those that promise most first.

        What the clauses of each place come to by themselves is told first, and only of measures
        that could be next what they come to together.
        """
        waiting = [
            (shape_of(measure) + extra + self._at_most(measure), -place)
            for place, (measure, extra) in enumerate(measures)
        ]
        waiting.sort(reverse=True)
        known: list[tuple[float, int, Hope]] = []
        for most, back in waiting:
            while known and -known[0][0] > most:
                yield heappop(known)[-1]
            measure, extra = measures[-back]
            mosts = self.mosts(measure)
            hope = Hope(shape_of(measure) + sum(mosts) + extra, extra, measure, mosts)
            heappush(known, (-hope.most, -back, hope))
        while known:
            yield heappop(known)[-1]

    def _at_most(self, measure: Measure) -> float:
        """No less than the sum of :meth:`mosts`, at the cost of a look for each clause."""
        if len(measure) == 1:
            return self._sum("whole", measure[0])
        if len(measure) > 2:
            return sum(self.mosts(measure))
        return (self._sum("before", measure[0]) + self._sum("last", measure[1])) / 2

    def _sum(self, slot: Slot, span: range) -> float:
        """What the best clauses of all points come to in a place; with half of what is for both."""
        found = self._sums.get((slot, span))
        if found is None:
            each = zip(self._each(slot, span), self._both, self._both_own, strict=True)
            together = slot != "whole"
            bests = [
                max(best.written + both * together, best.own + own * together)
                for best, both, own in each
            ]
            found = self._sums[slot, span] = sum(bests) / len(bests)
        return found

    def mosts(self, measure: Measure) -> list[float]:
        """What each point can add to a measure's score at most; -inf where it has no clause."""
        points = len(self._choices)
        if len(measure) == 1:
            return [best.written / points for best in self._each("whole", measure[0])]
        *early, last = measure
        each = [*(self._each("before", span) for span in early), self._each("last", last)]
        if len(each) == 2:
            worths = zip(self._choices, *each, self._both, self._both_own, strict=True)
            return [(_alike if w[0].alike else _pair)(*w) / points for w in worths]
        both = map(max, self._both, self._both_own)
        return [
            (sum([best.written for best in bests]) / len(measure) + more) / points
            for *bests, more in zip(*each, both, strict=True)
        ]

    def _each(self, slot: Slot, span: range) -> list[_Best]:
        found = self._kept.get((slot, span))
        if found is None:
            found = self._kept[slot, span] = [_best_of(c, slot, span) for c in self._choices]
        return found


def _best_of(choice: Choice, slot: Slot, span: range) -> _Best:
    told, untold, own = choice.telling[slot], choice.silent[slot], choice.own[slot]
    telling = max([told.get(length, _NEVER) for length in span])
    silent = max([untold.get(length, _NEVER) for length in span])
    best = max(telling, silent), telling, silent
    if own.keys().isdisjoint(span):
        return _Best(*best, *_NONE)
    by_key: dict[int, float] = {}
    for length in span:
        for key, worth in own.get(length, {}).items():
            by_key[key] = max(worth, by_key.get(key, _NEVER))
    first = max(by_key, key=by_key.__getitem__)
    return _Best(*best, by_key.pop(first), first, max(by_key.values(), default=_NEVER))


def _alike(choice: Choice, before: _Best, last: _Best, *_: float) -> float:
    """The most that two clauses come to where whatever tells anything tells the same thing."""
    silent = before.silent + last.silent - 2 * SILENT * choice.speaks
    told = before.telling + max(last.telling - SAME_THING, last.silent)
    return max(told, before.silent + last.telling, silent) / 2


def _pair(_: Choice, before: _Best, last: _Best, both: float, both_own: float) -> float:
    """The most that two clauses come to; in the brief's own words they are never of one task."""
    most = before.own + last.own
    if before.key == last.key:
        most = max(before.own + last.second, before.second + last.own)
    return max((before.written + last.written) / 2 + both, most / 2 + both_own)
