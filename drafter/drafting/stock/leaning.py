"""Leaning: what a brief makes of the candidates of a stock, whatever the seed.

How well each goes with the whole brief, and which parts of the field the brief speaks of. It is
kept for the newest few briefs: most drafts are of a brief that was drafted just before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from itertools import repeat
from typing import NamedTuple
from weakref import WeakKeyDictionary

from drafter.bank import WHOLE_FIELD
from drafter.drafting.setting.terms import content_of, part_of
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.shelf import Key, Shelf, Stock
from drafter.resources import read_data

__all__ = ["Leaning", "Useless", "Worth", "leaning_of"]

#: How much it counts to go with the brief as a whole: a field of work is wider than one speech.
_FITTING = 1.8
#: How much more what speaks of the very part the topic names is liked, how much less what speaks
#: of another: a speech on 医德 comes to 医德 before it comes to any work.
_THEME, _BESIDE = 4.0, 3.0
#: For so many briefs it is kept with a shelf.
_KEPT = 8


class Worth(NamedTuple):
    """What a brief makes of a stock: what each is worth for it, and which it leaves out.

    ``useless`` are the places of those that speak of parts of a field which the brief does not
    name, ``aside`` of those that stand only where a place speaks of their part; ``meant`` of those
    that speak of the very part the topic names; ``others``, where the topic is the whole field, of
    those that speak of parts of it which the brief does not name.
    """

    values: list[float]
    useless: Set[int]
    aside: Set[int]
    meant: Set[int]
    others: Set[int]


class Useless(NamedTuple):
    """Of a stock the places of those a brief has no use for.

    ``size`` is how many literal characters they have, ``named`` the places of those that name
    something.
    """

    places: Set[int]
    size: int
    named: Set[int]


class Leaning:
    """What a brief makes of candidates."""

    def __init__(
        self,
        near: Mapping[int, float],
        named: Set[Key] | None,
        themes: Set[Key] | None,
        *,
        strict: bool = False,
        whole: bool = False,
    ) -> None:
        """``near`` says how much each key has to do with the brief.

        ``named`` are the parts of the field that the brief speaks of, ``themes`` those it is about,
        None for all parts. In a ``whole`` field all parts of it are spoken of, but no deed or
        occasion that is part of no field (a good teacher at awards for 消防安全). What speaks of
        others than the themes is liked less: a gas tap that one task has checked is no reason for
        all of 火灾防控. In a ``strict`` draft it stands only where a place speaks of it.
        """
        self._near, self._named, self._themes = near, named, themes
        self.strict, self._whole = strict, whole
        self._worths: dict[Stock, Worth] = {}
        self._useless: dict[Stock, Useless] = {}

    def speaks_of(self, c: Candidate) -> bool:
        """Whether the brief speaks of what a candidate was written for."""
        if not c.about or self._named is None or (self._whole and c.pattern.area is not None):
            return True
        return not self._named.isdisjoint(c.about)

    def is_on_topic(self, c: Candidate) -> bool:
        """Whether it was written for the very part of the field that the topic names."""
        if self._themes is None or WHOLE_FIELD in c.pattern.about:
            return False
        return not self._themes.isdisjoint(c.about)

    def useless(self, stock: Stock) -> Useless:
        """Those that speak of parts of the field which the brief does not name.

        Kept for a stock that is asked for by itself, draft after draft.
        """
        found = self._useless.get(stock)
        if found is None:
            places = self._useless_in(stock)
            size = sum(map(stock.sizes.__getitem__, places))
            found = self._useless[stock] = Useless(places, size, places & stock.named)
        return found

    def _useless_in(self, stock: Stock) -> Set[int]:
        beyond = _beyond(stock, self._named)
        return beyond & stock.loose if self._whole else beyond

    def of(self, stock: Stock) -> Worth:
        """What it makes of a stock."""
        found = self._worths.get(stock)
        if found is None:
            found = self._worths[stock] = self._worth_of(stock)
        return found

    def _worth_of(self, stock: Stock) -> Worth:
        fitting = map(self._near.get, stock.keys, repeat(0.0))
        values = [
            liking + _FITTING * fits for liking, fits in zip(stock.likings, fitting, strict=True)
        ]
        # Of a whole field no part is the theme, be it named: what is on all of it is no less.
        themes = self._themes if not self._whole else None
        meant = stock.speaking_of(themes) if themes is not None else frozenset[int]()
        for place in meant:
            values[place] += _THEME
        beside = _beyond(stock, self._themes)
        if not self.strict:
            # Where the topic is as wide as the field, a thing of no field that is named is not far.
            beside -= stock.loose
        for place in beside:
            values[place] -= _BESIDE
        none = frozenset[int]()
        useless, others = self._useless_in(stock), beside if self._whole else none
        if not self.strict:
            return Worth(values, useless, none, none, others)
        return Worth(values, useless, beside, meant, others)


def _beyond(stock: Stock, parts: Set[Key] | None) -> Set[int]:
    """The places of those written for parts of a field, but for none of these."""
    if parts is None or not stock.partial:
        return frozenset()
    return stock.partial - stock.speaking_of(parts)


_Told = tuple[frozenset[str], Set[Key], Set[Key], bool, bool]
_LEANINGS: WeakKeyDictionary[Shelf, dict[_Told, Leaning]] = WeakKeyDictionary()


def leaning_of(shelf: Shelf, brief: frozenset[str], topic: str, *, whole_field: bool) -> Leaning:
    """How a brief leans; ``brief`` is what the whole brief is about.

    With ``whole_field`` it is about all parts of its field of work that it names, and has use for
    the others as well. A topic that names no part may be as wide as its field (新学期工作); else it
    is a part that nothing is written for (漏损控制), and what is written for others is not for it.
    """
    named, themes = shelf.parts_in(brief), shelf.parts_in(content_of(topic))
    wide = not themes and re.search(read_data("wording.yaml")["wide_topic"], topic)
    strict = not (wide or whole_field)
    if wide or whole_field:  # what is said of a whole field goes for it as well
        themes = frozenset([part_of(WHOLE_FIELD)])
        named |= themes
    told = shelf.index.telling(brief), named, themes, strict, whole_field
    kept = _LEANINGS.setdefault(shelf, {})
    if told not in kept:
        while len(kept) >= _KEPT:
            del kept[next(iter(kept))]
        near = shelf.index.nearness(brief)
        about = named if whole_field else themes
        kept[told] = Leaning(near, named, about, strict=strict, whole=whole_field)
    return kept[told]
