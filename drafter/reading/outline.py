"""The tree of headings: which enumerators number one series, and how deep each stands.

Depth is found from the text itself, since writers nest glyphs in any order: a series whose next
number comes later holds whatever stands before that number. Only where a text leaves it open
(the last number of a series) does the rank of the glyphs decide.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.text.enumerators import Enumerator

__all__ = ["RANK_OF_RUN_IN", "Mark", "nest"]

#: Numbers that may be missing between two neighbours of one series (a heading lost on the way).
_GAP = 2
#: Points inside running text (第一， 其一， 一是): a new turn of the text ends their series.
RANK_OF_RUN_IN = 45
#: Enumerators before the first outer heading list points of the opening when they take up no
#: more than this share of the text.
_OPENING_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Mark:
    """An enumerator where it stands: the index of its row and the characters before it.

    ``turned`` says that the paragraph above turns to something new and announces a list,
    ``announced`` that it announces one (有三个建议：).
    """

    row: int
    offset: int
    found: Enumerator
    turned: bool = False
    announced: bool = False


@dataclass(slots=True)
class _Open:
    """A series that is open: its style, last number, and rank."""

    style: str
    last: int
    rank: int


class _Nesting:
    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self.stack: list[_Open] = []
        self.seen: set[tuple[str, str]] = set()
        self.places: dict[str, list[int]] = defaultdict(list)
        for i, m in enumerate(marks):
            self.places[m.found.style].append(i)

    def levels(self) -> list[int]:
        return [self._level(i, m.found) for i, m in enumerate(self.marks)]

    def _level(self, i: int, e: Enumerator) -> int:
        depth = self._open_depth(e.style)
        if depth is None:
            if self._turns_away(i):
                self.stack.pop()
            while self.stack and not self._holds(self.stack[-1], i, e):
                self.stack.pop()
            if self.stack:
                self.seen.add((self.stack[-1].style, e.style))
            self.stack.append(_Open(e.style, e.number, e.rank))
        else:
            del self.stack[depth + 1 :]
            self.stack[-1].last = e.number
        return len(self.stack)

    def _open_depth(self, style: str) -> int | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].style == style:
                return depth
        return None

    def _turns_away(self, i: int) -> bool:
        """Whether a list turned to at mark ``i`` stands beside the last inner series, not in it.

        在看到成绩的同时，也存在一些问题： below （四） leaves the achievements for something else.
        """
        inner = len(self.stack) > 1 and self.stack[-1].rank < RANK_OF_RUN_IN
        return inner and self.marks[i].turned and not self._goes_on(self.stack[-1], i)

    def _holds(self, outer: _Open, i: int, inner: Enumerator) -> bool:
        """Whether the open series ``outer`` holds the new series that starts at mark ``i``."""
        if self._goes_on(outer, i):
            return True
        if (outer.style, inner.style) in self.seen:
            return True
        if outer.rank >= RANK_OF_RUN_IN:
            if self.marks[i].turned:
                return False
            # A colon below 第三， announces a list inside that point, whatever its glyphs.
            if self.marks[i].announced and inner.number == 1:
                return True
        return outer.rank < inner.rank

    def _goes_on(self, outer: _Open, i: int) -> bool:
        """Whether the next number of ``outer`` comes before anything closes it."""
        places = self.places[outer.style]
        at = bisect_right(places, i)
        if at == len(places):
            return False
        j = places[at]
        if not outer.last < self.marks[j].found.number <= outer.last + 1 + _GAP:
            return False
        above = {o.style for o in self.stack[:-1]}
        return all(self.marks[k].found.style not in above for k in range(i, j))


def nest(marks: Sequence[Mark], length: int) -> list[tuple[Mark, int]]:
    """The headings among ``marks`` with their levels, 1 the outermost.

    ``length`` is the number of characters of the text. Left out are unsure enumerators without a
    sibling, and outlines inside the opening.
    """
    kept = _without_opening(_with_siblings(marks), length)
    return list(zip(kept, _Nesting(kept).levels(), strict=True))


def _with_siblings(marks: Sequence[Mark]) -> list[Mark]:
    """Sure enumerators, and unsure ones next to a neighbour of their series."""
    kept: list[Mark] = []
    by_style: dict[str, list[Mark]] = defaultdict(list)
    for m in marks:
        by_style[m.found.style].append(m)
    good: set[int] = set()
    for series in by_style.values():
        for before, after in pairwise(series):
            if after.found.number == before.found.number + 1:
                good |= {before.row, after.row}
    kept.extend(m for m in marks if m.found.sure or m.row in good)
    return kept


def _without_opening(marks: list[Mark], length: int) -> list[Mark]:
    """Without the enumerators that stand before the first heading of the outermost series."""
    if not marks:
        return marks
    outer = min((m for m in marks if m.found.number == 1), key=lambda m: m.found.rank, default=None)
    if outer is None or outer.found.rank >= marks[0].found.rank:
        return marks
    members = [m for m in marks if m.found.style == outer.found.style]
    before = [m for m in marks if m.offset < outer.offset]
    if len(members) < 2 or outer.offset > _OPENING_SHARE * length or _continued(before, marks):
        return marks
    return [m for m in marks if m.offset >= outer.offset]


def _continued(before: Sequence[Mark], marks: Sequence[Mark]) -> bool:
    """Whether the first series goes on past ``before``: then it is the outer one."""
    first = [m for m in before if m.found.style == before[0].found.style]
    later = [m for m in marks[len(before) :] if m.found.style == first[-1].found.style]
    return bool(later) and later[0].found.number == first[-1].found.number + 1
