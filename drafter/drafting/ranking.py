"""Ranking: a stock's candidates by the part of their scores that no place changes.

That is how much each is liked, what the seed gives it and how well it goes with the whole brief.
All of a stock are ranked at once, in columns: a draft ranks fifteen hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from heapq import merge

from drafter.drafting.candidates import Candidate
from drafter.drafting.leaning import Leaning
from drafter.drafting.shelf import Stock

__all__ = ["Ranking", "rank"]

#: How much the seed alone can lift a candidate over another.
_CHANCE = 6.0
#: This share of the passages is kept for other drafts; the seed says which. Of what was written for
#: the very thing a place speaks of fewer are, or the best would often be missing.
_KEPT, _KEPT_OF_PART, _LOT = 0.36, 0.3, 0x2545F491


class Ranking:
    """The ``values`` of a stock's candidates, each at its place in the stock."""

    __slots__ = ("_aside", "_dropped", "_left", "_order", "stock", "values")

    def __init__(
        self,
        stock: Stock,
        values: list[float],
        dropped: Set[int],
        spared: Set[int] = frozenset(),
        aside: Set[int] = frozenset(),
    ) -> None:
        """``dropped`` are the places of candidates this draft cannot use.

        Those ``spared`` it uses only where what was written for a part of a field is asked for,
        those ``aside`` wherever it speaks of their part.
        """
        self.stock = stock
        self.values = values
        self._dropped = dropped
        self._left = dropped | spared | aside
        self._aside = aside
        self._order: list[int] | None = None

    @property
    def order(self) -> list[int]:
        """The places of all that can be used, the best first."""
        if self._order is None:
            self._order = self._sorted(range(len(self.values)), self._left)
        return self._order

    def fresh(self, used: Set[int], *, starts: bool) -> Iterator[tuple[float, Candidate]]:
        """The candidates not ``used`` yet with their values, the best first.

        Where a text ``starts``, those that go on from something are left out.
        """
        for place in self.order:
            c = self.stock.candidates[place]
            if c.key not in used and not (starts and c.continues):
                yield self.values[place], c

    def among(self, keys: Set[int]) -> list[int]:
        """The places of those with one of the keys, the best first."""
        places = self.stock.places
        found = sorted([places[key] for key in keys & places.keys()])
        return self._sorted(found, self._left)

    def where(self, parts: Set[frozenset[str]]) -> Iterable[int]:
        """The :attr:`order` of a place that speaks of some parts of a field."""
        here = self.stock.speaking_of(parts) & self._aside if self._aside and parts else ()
        if not here:
            return self.order
        return merge(
            self.order,
            self._sorted(sorted(here), self._dropped),
            key=self.values.__getitem__,
            reverse=True,
        )

    def speaking_of(self, parts: Set[frozenset[str]]) -> list[int]:
        """The places of those written for one of the parts of a field, the best first."""
        return self._sorted(sorted(self.stock.speaking_of(parts)), self._dropped)

    def _sorted(self, places: Iterable[int], dropped: Set[int]) -> list[int]:
        kept = [place for place in places if place not in dropped] if dropped else places
        # Equals stay in the bank's order, which is always the same.
        return sorted(kept, key=self.values.__getitem__, reverse=True)


def rank(stock: Stock, seed: int, leaning: Leaning, *, sparing: bool) -> Ranking:
    """A stock ranked for a seed and a brief; a ``sparing`` draft leaves some to others."""
    worth, dropped, aside = leaning.of(stock)
    values = [
        own + chance for own, chance in zip(worth, stock.lots.draw(seed, _CHANCE), strict=True)
    ]
    spared: Set[int] = frozenset()
    if sparing:
        lots = stock.lots.draw(seed ^ _LOT)
        spared = {place for place, drawn in enumerate(lots) if drawn < _KEPT} - stock.rare
        dropped |= {place for place in spared if lots[place] < _KEPT_OF_PART}
    return Ranking(stock, values, dropped, spared, aside)
