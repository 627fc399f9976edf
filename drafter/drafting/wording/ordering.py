"""Ordering: what a draft can choose from at a place, in order; each stock is ranked once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from drafter.drafting.stock.leaning import Leaning
from drafter.drafting.stock.shelf import Key, Shelf, Stock, Wanted
from drafter.drafting.wording.ranking import (
    RELENTING,
    SPARING,
    TELLING,
    Luck,
    Ranking,
    Spared,
    rank,
    rank_some,
)

__all__ = ["Asked", "Orders"]

#: Up to this part of a stock is ranked by itself, where no more of it may stand at a place.
_LARGE = 4
#: What candidates are worth, by their places in a stock.
_Values = list[float] | Mapping[int, float]


class Asked(NamedTuple):
    """What is asked for at a place, with the words that are ``known``.

    Those written for some ``parts`` of a field, or those ``among`` some keys, or all.
    """

    wanted: Wanted
    known: Key
    parts: frozenset[Key] | None
    among: Set[int] | None


class Orders:
    """The stocks of a draft, in the order of what no place changes.

    ``brevity`` may be set: what each character of a frame costs where the length is tight.
    """

    def __init__(self, shelf: Shelf, luck: Luck, leaning: Leaning) -> None:
        self.brevity = 0.0
        self._shelf = shelf
        self._luck = luck
        self._leaning = leaning
        self._kept: Spared = SPARING
        self._rankings: dict[tuple[Wanted, Key, frozenset[Key] | None], Ranking] = {}
        self._groups: dict[tuple[Wanted, Key], dict[Key, Ranking]] = {}

    def tell_much(self) -> None:
        """Keep less of what is on the matter for other drafts: the brief needs little of it."""
        self._kept = TELLING

    def relent(self) -> None:
        """Use more of the passages."""
        self._kept = RELENTING._replace(matter=self._kept.matter)
        self._rankings.clear()

    def first(
        self, asked: Asked, here: Set[Key] | None, used: Set[int]
    ) -> tuple[Stock, _Values, Iterable[int]]:
        """The stock asked for, its values, and the places to look at in it, the best first.

        ``here`` are the parts of a field that the place speaks of, None where that is no matter.
        """
        if asked.parts is None and asked.among is not None and (few := self._few(asked, used)):
            return few
        ranking = self._ranking(asked)
        order: Iterable[int]
        if asked.parts is not None:
            order = ranking.unused(used)
        elif asked.among is not None:
            order = ranking.among(asked.among, used)
        else:
            order = ranking.order if here is None else ranking.where(here)
        return ranking.stock, ranking.values, order

    def by_facts(self, wanted: Wanted, known: Key, facts: Key) -> Iterator[tuple[Key, Ranking]]:
        """The candidates for each set of some facts."""
        groups = self._groups.setdefault((wanted, known), {})
        for key, stock in self._shelf.by_facts(wanted, known).items():
            if key <= facts:
                found = groups.get(key)
                if found is None:
                    found = groups[key] = self._ranked(stock, turns=False)
                yield key, found

    def _few(self, asked: Asked, used: Set[int]) -> tuple[Stock, _Values, list[int]] | None:
        """What is asked for among a few of a large stock that is not ranked yet.

        None where all of it may as well be ranked.
        """
        if asked[:3] in self._rankings:
            return None
        stock, among = self._stock(asked), asked.among or ()
        own = stock.places
        places = [own[key] for key in among & own.keys() if key not in used]
        if len(places) > len(own) // _LARGE:
            return None
        kept = self._sparing(asked.wanted)
        values = rank_some(stock, places, self._luck, self._leaning, kept, self.brevity)
        return stock, values, list(values)

    def _ranking(self, asked: Asked) -> Ranking:
        """The free candidates, or those written for some parts, ranked."""
        found = self._rankings.get(asked[:3])
        if found is None:
            kept, parted = self._sparing(asked.wanted), asked.parts is not None
            found = self._ranked(self._stock(asked), kept, asked=parted)
            self._rankings[asked[:3]] = found
        return found

    def _stock(self, asked: Asked) -> Stock:
        wanted, known, parts, _ = asked
        if parts is not None:
            return self._shelf.written_for(wanted, known, parts)
        return self._shelf.free(wanted, known, counted="n" in known)

    def _sparing(self, wanted: Wanted) -> Spared | None:
        """The shares of what is wanted that are left to other drafts: only passages are."""
        return self._kept if wanted.passage and wanted.shared is None else None

    def _ranked(
        self,
        stock: Stock,
        kept: Spared | None = None,
        *,
        turns: bool = True,
        asked: bool = False,
    ) -> Ranking:
        if not stock.keys:  # nothing is written for most parts that are spoken of
            return Ranking(stock, [], frozenset())
        ranking = rank(stock, self._luck, self._leaning, kept, turns=turns, asked=asked)
        if self.brevity:
            ranking.shorten(self.brevity)
        return ranking
