"""The sentences that formulae stand for, found by their rarest pair of characters.

There are thousands of formulae to be tried on tens of thousands of sentences: what would be an
expression compiled for each is a row of looks for its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from operator import add

from drafter.mining.shape import BREAKS, takes_hold
from drafter.mining.skeleton import HOLE, Skeleton, with_holes

__all__ = ["Texts"]


class Texts:
    """The texts of sentences, with the sentences that have the pairs of characters asked for."""

    def __init__(self, texts: Sequence[str], formulae: Iterable[Skeleton]) -> None:
        self._texts = texts
        wanted = {pair for items in formulae for run in _runs(items) for pair in _pairs(run)}
        self._where: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for pair in wanted & _pairs(text):
                self._where[pair].append(number)

    def matched(self, items: Skeleton, pool: Collection[int]) -> frozenset[int]:
        """Those of the pool, by number, that the formula stands for.

        A formula that does not take hold of its sentence must be all of it.
        """
        runs = _runs(items)
        rarest = min((self._where[p] for run in runs for p in _pairs(run)), key=len, default=pool)
        breaks = frozenset[str]() if takes_hold(items) else BREAKS
        return frozenset([n for n in rarest if n in pool and _fits(runs, self._texts[n], breaks)])


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
