"""The sentences that formulae stand for, found by their rarest pair of characters.

There are thousands of formulae to be tried on tens of thousands of sentences: what would be an
expression compiled for each is a row of looks for its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from operator import add

from drafter.mining.shape import BREAKS, takes_hold
from drafter.mining.skeleton import HOLE, Skeleton, with_holes

__all__ = ["Texts"]

#: One sentence in so many tells how rare a pair of characters is.
_SAMPLED = 16


class Texts:
    """The texts of sentences, with the sentences that have the pairs of characters asked for."""

    def __init__(self, texts: Sequence[str], formulae: Iterable[Skeleton]) -> None:
        self._texts = texts
        counts = Counter(chain.from_iterable(map(_pairs, texts[::_SAMPLED])))
        pairs = {items: {p for run in _runs(items) for p in _pairs(run)} for items in formulae}
        self._rarest = {
            items: min(found, key=lambda pair: (counts[pair], pair))
            for items, found in pairs.items()
            if found
        }
        self._having: dict[str, list[int]] = {pair: [] for pair in self._rarest.values()}
        wanted = frozenset(self._having)
        for number, text in enumerate(texts):
            for pair in wanted & _pairs(text):
                self._having[pair].append(number)

    def matched(self, items: Skeleton, pool: Collection[int]) -> frozenset[int]:
        """Those of the pool, by number, that the formula stands for.

        A formula that does not take hold of its sentence must be all of it.
        """
        runs = _runs(items)
        having = self._having[self._rarest[items]] if items in self._rarest else pool
        breaks = frozenset[str]() if takes_hold(items) else BREAKS
        return frozenset([n for n in having if n in pool and _fits(runs, self._texts[n], breaks)])


def _runs(items: Skeleton) -> list[str]:
    """The literals between the slots, joined; nothing where slots are neighbours or at an end."""
    return with_holes(items).split(HOLE)


def _pairs(text: str) -> set[str]:
    return set(map(add, text, text[1:]))


def _fits(runs: Sequence[str], text: str, breaks: frozenset[str]) -> bool:
    """Whether the text is the runs with something between them that has none of ``breaks``.

    Each run is taken where it comes first: what a later place would leave between the runs behind
    it, an earlier place had between those before.
    """
    first, *others = runs
    if not others:
        return text == first
    end = len(text) - len(others[-1])
    if not (text.startswith(first) and text.endswith(others[-1])):
        return False
    at = len(first)
    for run in others[:-1]:
        found = text.find(run, at + 1, end)
        if found < 0 or not breaks.isdisjoint(text[at:found]):
            return False
        at = found + len(run)
    return at < end and breaks.isdisjoint(text[at:end])
