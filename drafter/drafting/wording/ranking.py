"""Ranking: a stock's candidates by the part of their scores that no place changes.

That is how much each is liked, what the seed gives it and how well it goes with the whole brief.
All of a stock are ranked at once, in columns: a draft ranks fifteen hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from heapq import merge
from typing import NamedTuple

from drafter.drafting.stock.chance import chance
from drafter.drafting.stock.leaning import Leaning
from drafter.drafting.stock.shelf import Stock

__all__ = ["RELENTING", "SPARING", "TELLING", "Luck", "Ranking", "Spared", "rank", "rank_some"]

#: How much the seed alone can lift a candidate over another.
_CHANCE = 8.0


class Spared(NamedTuple):
    """The shares of the passages that are kept for other drafts; the seed says which.

    Of what was written ``for_part`` of a field that a place speaks of fewer are than of ``any``, or
    the best would often be missing; of what is on the very ``matter`` of the speech fewer still:
    what would stand instead is on any, but with none kept all drafts would say it. What speaks of
    ``others`` than a whole field's named parts is kept or not.
    """

    any: float
    for_part: float
    matter: float
    others: bool


#: Where the brief tells much a few of those on its matter are needed, and most may be used. Where a
#: draft cannot be filled with the rest, it may use some more after all.
SPARING, TELLING = Spared(0.5, 0.45, 0.35, others=True), Spared(0.5, 0.45, 0.15, others=True)
RELENTING = Spared(0.36, 0.3, 0.35, others=False)
#: This share of all comes after the rest: the best few of a stock take turns.
_WAITING, _WAITS = 0.5, 8.0
#: How much later what is on the very matter comes then.
_TURNS = 4.5
#: Of so few that are written for the very thing none is: a word on any work would stand there.
_FEW = 1
_LOT = 0x2545F491


class Luck(NamedTuple):
    """What a draft's seed decides with: ``seed`` for how candidates are liked, ``pair`` for turns.

    Drafts go in twos: what waits in one of a pair comes first in the ``second``. So of two drafts
    asked for one after the other each says what the other leaves, and over many all come as often.
    """

    seed: int
    pair: int = 0
    second: bool = False


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

        Those ``spared`` it leaves to others, those ``aside`` it uses where it speaks of their part.
        """
        self.stock = stock
        self.values = values
        self._dropped = dropped
        self._left = dropped | spared | aside if spared or aside else dropped
        self._aside = aside
        self._order: list[int] | None = None

    @property
    def order(self) -> list[int]:
        """The places of all that can be used, the best first."""
        if self._order is None:
            self._order = self._sorted(range(len(self.values)), self._left)
        return self._order

    def fresh(self, used: Set[int], *, starts: bool) -> Iterator[int]:
        """The places of the candidates not ``used`` yet, the best first.

        Where a text ``starts``, those that go on from something are left out.
        """
        keys, candidates = self.stock.keys, self.stock.candidates
        for place in self.order:
            if keys[place] not in used and not (starts and candidates[place].continues):
                yield place

    def among(self, keys: Set[int], used: Set[int] = frozenset()) -> list[int]:
        """The places of those with one of the keys that are not ``used`` yet, the best first."""
        places = self.stock.places
        found = sorted([places[key] for key in keys & places.keys() if key not in used])
        return self._sorted(found, self._left)

    def unused(self, used: Set[int]) -> list[int]:
        """The places of those not ``used`` yet, the best first."""
        keys = self.stock.keys
        return [place for place in self.order if keys[place] not in used]

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

    def shorten(self, brevity: float) -> None:
        """Take so much from the value of each for every character of its frame."""
        sizes = self.stock.sizes
        self.values = [v - brevity * size for v, size in zip(self.values, sizes, strict=True)]

    def _sorted(self, places: Iterable[int], dropped: Set[int]) -> list[int]:
        kept = [place for place in places if place not in dropped] if dropped else places
        # Equals stay in the bank's order, which is always the same.
        return sorted(kept, key=self.values.__getitem__, reverse=True)


def rank(
    stock: Stock,
    luck: Luck,
    leaning: Leaning,
    kept: Spared | None = None,
    *,
    turns: bool = False,
    asked: bool = False,
) -> Ranking:
    """A stock ranked for the luck of a draft and a brief.

    ``kept`` are the shares that are left to other drafts; None leaves nothing. Where the candidates
    take ``turns``, some come last. Where a stock is what was written for the parts that a place
    speaks of, all of it is ``asked`` for; elsewhere less of what is on the very matter is left.
    """
    worth, dropped, aside, meant, others = leaning.of(stock)
    if asked:
        # What a place speaks of itself is of use there, whatever the brief says.
        dropped, aside, meant, others = frozenset(), frozenset(), frozenset(), frozenset()
        kept = kept and kept._replace(any=kept.for_part) if len(worth) > _FEW else None
    drawn = stock.lots.draw(luck.seed)
    if not turns:
        values = [own + _CHANCE * chance for own, chance in zip(worth, drawn, strict=True)]
        return Ranking(stock, values, dropped, aside=aside)
    lots = _turns(stock, luck)
    values = [
        own + _CHANCE * chance - (_WAITS if lot < _WAITING else 0.0)
        for own, chance, lot in zip(worth, drawn, lots, strict=True)
    ]
    spared: Set[int] = frozenset()
    if kept is not None:
        spared = {place for place, lot in enumerate(lots) if lot < kept.any} - stock.rare
        spared -= {place for place in meant if lots[place] >= kept.matter}
        dropped |= {place for place in spared if lots[place] < kept.for_part}
        if kept.others:
            spared |= others
        for place in others:
            values[place] -= _WAITS
        # What is on the very matter takes its turns among itself, before what is on any.
        for place in meant:
            if lots[place] < _WAITING:
                values[place] += _WAITS - _TURNS
    return Ranking(stock, values, dropped, spared, aside)


def rank_some(
    stock: Stock,
    places: Iterable[int],
    luck: Luck,
    leaning: Leaning,
    kept: Spared | None,
    brevity: float,
) -> Mapping[int, float]:
    """The values of a few of a stock, the best first, as :func:`rank` gives them with ``turns``.

    Without those it leaves out or aside: where a handful of hundreds may stand, only they are
    ranked.
    """
    worth, dropped, aside, meant, others = leaning.of(stock)
    found: list[tuple[float, int]] = []
    for place in places:
        key, other = stock.keys[place], place in others
        lot = chance(key, luck.pair ^ _LOT)
        lot = 1.0 - lot if luck.second else lot
        if place in dropped or place in aside:
            continue
        if kept is not None and _is_spared(lot, kept, place in stock.rare, place in meant):
            continue
        if other and kept is not None and kept.others:
            continue
        waits = _TURNS if kept is not None and place in meant else _WAITS
        value = worth[place] + _CHANCE * chance(key, luck.seed) - waits * (lot < _WAITING)
        value -= _WAITS * (other and kept is not None)
        found.append((value - brevity * stock.sizes[place], -place))
    found.sort(reverse=True)
    return {-place: value for value, place in found}


def _is_spared(lot: float, kept: Spared, rare: bool, meant: bool) -> bool:
    """Whether one is left to other drafts: of those on the very matter a smaller share is."""
    return lot < kept.any and not rare and not (meant and lot >= kept.matter)


def _turns(stock: Stock, luck: Luck) -> list[float]:
    """A number in [0, 1] for each of a stock; what is low in one of a pair is high in the other."""
    lots = stock.lots.draw(luck.pair ^ _LOT)
    return [1.0 - drawn for drawn in lots] if luck.second else lots
