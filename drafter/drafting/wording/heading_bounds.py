"""Heading bounds: what headings in a measure can come to at most, before any is filled.

Of some sixty measures that could be tried most cannot do better than the best so far: what a clause
is worth at its place, whatever other clauses say, shows that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.drafting.wording.heading_begun import BOTH, BOTH_OWN
from drafter.drafting.wording.heading_choice import Choice, Slot
from drafter.drafting.wording.heading_measures import Measure

__all__ = ["Bounds"]

_NEVER = float("-inf")
#: Where a point has no words of its own for a place.
_NONE = (_NEVER, 0, _NEVER)


class _Best(NamedTuple):
    """What the best clause is worth, the best in the brief's own words, and whose words these are.

    ``written`` is the best of all, be it in the brief's words or not, ``second`` the best in its
    words that are of another task or sentence.
    """

    written: float
    own: float
    key: int
    second: float


class Bounds:
    """How well the clauses of each point can do at most, by where they stand and how long."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = choices
        #: What telling two tasks is worth for each point, and telling them in its own words.
        self._both = [BOTH * (c.several and c.pool.strict) for c in choices]
        self._both_own = [BOTH_OWN * (c.several and not c.pool.lined) for c in choices]
        self._kept: dict[tuple[Slot, range], list[_Best]] = {}

    def mosts(self, measure: Measure) -> list[float]:
        """What each point can add to a measure's score at most; -inf where it has no clause."""
        points = len(self._choices)
        if len(measure) == 1:
            return [best.written / points for best in self._each("whole", measure[0])]
        *early, last = measure
        each = [*(self._each("before", span) for span in early), self._each("last", last)]
        if len(each) == 2:
            bests = zip(*each, self._both, self._both_own, strict=True)
            return [_pair(*best) / points for best in bests]
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
    tops, own = choice.tops[slot], choice.own[slot]
    written = max([tops.get(length, _NEVER) for length in span])
    if own.keys().isdisjoint(span):
        return _Best(written, *_NONE)
    by_key: dict[int, float] = {}
    for length in span:
        for key, worth in own.get(length, {}).items():
            by_key[key] = max(worth, by_key.get(key, _NEVER))
    first = max(by_key, key=by_key.__getitem__)
    best = by_key.pop(first)
    return _Best(written, best, first, max(by_key.values(), default=_NEVER))


def _pair(before: _Best, last: _Best, both: float, both_own: float) -> float:
    """The most that two clauses come to; in the brief's own words they are never of one task."""
    written, own, key, second = before
    written_last, own_last, key_last, second_last = last
    most = own + own_last if key != key_last else max(own + second_last, second + own_last)
    return max((written + written_last) / 2 + both, most / 2 + both_own)
