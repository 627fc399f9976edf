"""Heading bounds: what headings in a measure can come to at most, before any is filled.

Of some sixty measures that could be tried most cannot do better than the best so far: what a clause
is worth at its place, whatever other clauses say, shows that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.drafting.wording.heading_begun import BOTH, BOTH_OWN
from drafter.drafting.wording.heading_choice import Choice, Slot
from drafter.drafting.wording.heading_measures import Measure

__all__ = ["Bounds"]

_NEVER = float("-inf")
#: What the best clause of each point is worth, and the best in its own words.
_Bests = tuple[list[float], list[float]]


class Bounds:
    """How well the clauses of each point can do at most, by where they stand and how long."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = choices
        #: What telling two tasks is worth for each point, and telling them in its own words.
        self._both = [BOTH * c.pool.strict for c in choices]
        self._both_own = [BOTH_OWN * (not c.pool.lined) for c in choices]
        self._kept: dict[tuple[Slot, range], _Bests] = {}

    def mosts(self, measure: Measure) -> list[float]:
        """What each point can add to a measure's score at most; -inf where it has no clause."""
        size, points = len(measure), len(self._choices)
        if size == 1:
            return [most / points for most in self._each("whole", measure[0])[0]]
        each = [self._each("before", span) for span in measure[:-1]]
        each.append(self._each("last", measure[-1]))
        written = zip(*[most for most, _ in each], strict=True)
        own = zip(*[most for _, most in each], strict=True)
        return [
            max(sum(w) / size + both, sum(o) / size + both_own) / points
            for w, o, both, both_own in zip(written, own, self._both, self._both_own, strict=True)
        ]

    def _each(self, slot: Slot, span: range) -> _Bests:
        found = self._kept.get((slot, span))
        if found is None:
            most = [_best_of(c.tops[slot], span) for c in self._choices]
            own = [_best_of(c.own[slot], span) for c in self._choices]
            found = self._kept[slot, span] = most, own
        return found


def _best_of(tops: Mapping[int, float], span: range) -> float:
    return max([tops.get(length, _NEVER) for length in span])
