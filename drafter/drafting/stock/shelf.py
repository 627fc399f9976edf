"""The shelf: what one kind of speech can choose from, by part of the speech, moves and focus.

It is made once for each kind and kept as long as the bank lives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from msgspec import Struct

from drafter.bank import Bank
from drafter.drafting.setting.genre import Genre
from drafter.drafting.stock.candidates import Candidate, Shared
from drafter.drafting.stock.chance import Lots
from drafter.drafting.stock.index import Index, runs_in
from drafter.drafting.stock.kinds import KindKey, kind_of
from drafter.drafting.stock.remembering import remembered
from drafter.drafting.stock.suiting import Test, comments
from drafter.resources import read_data

__all__ = ["Key", "Shelf", "Stock", "Wanted", "shelf_for"]

#: Where things are counted, saying how many is better than not.
_COUNTED = 1.5
#: What is written for the very occasion, where what its genre has stands beside it.
_OF_OCCASION = 6.0
#: The word for those whose day it is: a sentence that has it is written for the day.
_FETED = "feted"
#: What a sentence of a neighbouring focus is liked less; a passage of another focus would carry a
#: whole paragraph away from the point.
_ASIDE, _FAR = 0.8, 5.0

#: Of so many pieces of content it is remembered which parts of a field they speak of, and of so
#: many stocks what is written for such parts.
_REMEMBERED = 256

#: Names of facts or of words, or what content speaks of (see terms).
Key = frozenset[str]


class Wanted(NamedTuple):
    """Which candidates are asked for.

    ``passage`` asks for passages, or for none; ``suits`` says which can stand there, ``shared``
    asks for mined frames of a part of the field of work, of the field, or of any.
    """

    part: str
    moves: tuple[str, ...]
    focus: str | None = None
    passage: bool | None = None
    suits: Test = comments
    shared: Shared | None = None


class Stock(Struct, frozen=True, eq=False):
    """Candidates to choose from, in the bank's order, laid out in columns for ranking.

    Made once for what is asked for: it is equal to itself alone.

    ``likings`` say how much each is liked whatever the brief says, ``lots`` are for their chances,
    ``places`` tell where a key stands in the columns; ``partial`` are the places of those that
    speak of parts of the field or of something else, ``loose`` those of them that belong to no
    field, ``parts`` those of each part, ``rare`` those of which there are too few to spare any.
    ``sizes`` is how many literal characters each has, ``size`` what they come to, ``names`` how
    often each name and level word stands in them, ``named`` the places of those with any.
    """

    candidates: tuple[Candidate, ...]
    keys: tuple[int, ...]
    likings: tuple[float, ...]
    lots: Lots
    places: Mapping[int, int]
    partial: frozenset[int]
    loose: frozenset[int]
    parts: Mapping[Key, Sequence[int]]
    rare: frozenset[int]
    sizes: tuple[int, ...]
    size: int
    names: Mapping[str, int]
    named: frozenset[int]

    def speaking_of(self, parts: Set[Key]) -> set[int]:
        """The places of those that speak of one of these parts of the field."""
        own = self.parts
        return {place for part in own.keys() & parts for place in own[part]}


def _stock_of(
    candidates: Iterable[Candidate], focus: str | None, formal: bool, occasion: str
) -> Stock:
    """These candidates as a stock for a focus; what is for the ``occasion`` is liked more."""
    found = tuple(candidates)
    keys = tuple(c.key for c in found)
    parts: dict[Key, list[int]] = {}
    for place, c in enumerate(found):
        for part in c.about:
            parts.setdefault(part, []).append(place)
    return Stock(
        found,
        keys,
        tuple(_liking(c, focus, formal, occasion) for c in found),
        Lots(keys),
        {key: place for place, key in enumerate(keys)},
        frozenset(place for place, c in enumerate(found) if c.about),
        frozenset(p for p, c in enumerate(found) if c.about and c.pattern.area is None),
        parts,
        frozenset(p for p, c in enumerate(found) if c.rare or occasion in c.pattern.genres),
        tuple(c.size for c in found),
        sum(c.size for c in found),
        Counter(name for c in found for name in c.needs),
        frozenset(place for place, c in enumerate(found) if c.needs),
    )


def _liking(c: Candidate, focus: str | None, formal: bool, occasion: str) -> float:
    """How much a candidate is liked for a focus, whatever the brief says."""
    liking = c.liking + _COUNTED * ("n" in c.needs) + c.register * formal
    liking += _OF_OCCASION * (occasion in c.pattern.genres or _FETED in c.needs)
    if focus is None or c.focus is None or c.focus == focus:
        return liking
    return liking - (_FAR if c.passage else _ASIDE)


#: Where nothing is written for what is asked.
_NONE = _stock_of((), None, formal=False, occasion="")


class Shelf:
    """The candidates for one genre, level, area and tone, by part, moves and focus.

    In a ``formal`` genre they are liked by their register too.

    ``has_own`` says whether some are from the user's own packs, ``common`` are the runs that many
    of them have.
    """

    def __init__(self, bank: Bank, key: KindKey, *, formal: bool) -> None:
        kind = kind_of(bank, key)
        self._formal = formal
        self._occasion = key.genre if key.beside else ""
        self._direct = key.direct
        self._by_move: dict[tuple[str, str], list[Candidate]] = {}
        for candidate in kind.candidates:
            pattern = candidate.pattern
            self._by_move.setdefault((pattern.part, pattern.move), []).append(candidate)
        self._found: dict[tuple[str, tuple[str, ...], str | None], tuple[Candidate, ...]] = {}
        self._grouped: dict[tuple[Wanted, Key], dict[Key, Stock]] = {}
        self._free: dict[tuple[Wanted, Key, bool], Stock] = {}
        self.index = Index(kind.postings, kind.fronts)
        self.common = runs_in(kind.common)
        self.has_own = any(c.own for c in kind.candidates)
        self._parts: dict[str, list[Key]] = {}
        for part in {part for c in kind.candidates for part in c.about if part}:
            self._parts.setdefault(min(part), []).append(part)
        # Of two sets the smaller is gone through, of a set and a dictionary always the set.
        self._begins = frozenset(self._parts)
        self.parts_in = remembered(self, Shelf._parts_in, _REMEMBERED)
        self.written_for = remembered(self, Shelf._written_for, _REMEMBERED)

    def _parts_in(self, about: Key) -> frozenset[Key]:
        """The parts of a field that some are written for and content speaks of.

        Each part is the runs that tell its word; content speaks of it where it has them all.
        """
        begun = [self._parts[pair] for pair in self._begins & about]
        return frozenset(part for parts in begun for part in parts if part <= about)

    @cached_property
    def _written(self) -> dict[str, frozenset[Key]]:
        """The parts of a field that each pattern was written for."""
        every = (c for found in self._by_move.values() for c in found)
        return {c.pattern.id: frozenset(c.about) for c in every if c.about}

    def parts_of(self, pattern: str) -> frozenset[Key]:
        """The parts of a field that a pattern was written for, none where it is for any work."""
        return self._written.get(pattern, frozenset())

    def _written_for(self, wanted: Wanted, known: Key, parts: frozenset[Key]) -> Stock:
        """Of the :meth:`free` candidates those written for one of some parts of the field.

        Of a thousand comments on measures a few go with one: the others need not be ranked for it.
        """
        stock = self.free(wanted, known, counted="n" in known)
        places = sorted(stock.speaking_of(parts))
        if not places:
            return _NONE  # as for most parts
        found = (stock.candidates[place] for place in places)
        return _stock_of(found, wanted.focus, self._formal, self._occasion)

    def named(self, about: Key, called: Key | None) -> frozenset[Key]:
        """The parts that content speaks of; those alone that what it is ``called`` names too."""
        parts = self.parts_in(about)
        return parts if called is None else parts & self.parts_in(called)

    def candidates(
        self, part: str, moves: Sequence[str], focus: str | None = None
    ) -> tuple[Candidate, ...]:
        """Every usable candidate of the moves that fits, in the bank's order."""
        key = (part, tuple(moves), focus)
        if key not in self._found:
            self._found[key] = tuple(
                c
                for move in moves
                for c in self.all_of(part, move)
                if c.focus is None or c.focus == focus
            )
        return self._found[key]

    def all_of(self, part: str, move: str) -> Sequence[Candidate]:
        """Every usable candidate of a move, whatever its focus, in the bank's order."""
        return self._by_move.get((part, move), ())

    def by_facts(self, wanted: Wanted, known: Key) -> Mapping[Key, Stock]:
        """The candidates that say facts and whose words are ``known``, by the facts they say."""
        found = self._grouped.get((wanted, known))
        if found is None:
            groups: dict[Key, list[Candidate]] = {}
            for candidate in self.candidates(wanted.part, wanted.moves, wanted.focus):
                if candidate.facts and candidate.needs <= known:
                    groups.setdefault(candidate.facts, []).append(candidate)
            found = {
                facts: _stock_of(own, None, self._formal, self._occasion)
                for facts, own in groups.items()
            }
            self._grouped[wanted, known] = found
        return found

    def free(self, wanted: Wanted, known: Key, *, counted: bool) -> Stock:
        """Of the :meth:`wider` candidates those without facts whose words are ``known``.

        Those that announce several things are left out where none are ``counted``.
        """
        found = self._free.get((wanted, known, counted))
        if found is None:
            free = [
                c
                for c in self.wider(wanted.part, wanted.moves, wanted.focus)
                if not c.facts and c.needs <= known and (counted or not c.announces)
            ]
            asked = (c for c in free if _is_asked(c, wanted))
            found = _stock_of(asked, wanted.focus, self._formal, self._occasion)
            self._free[wanted, known, counted] = found
        return found

    def wider(self, part: str, moves: Sequence[str], focus: str | None) -> list[Candidate]:
        """The candidates of a focus, then those of the focuses that are like it."""
        found = list(self.candidates(part, moves, focus))
        ways = read_data("focuses.yaml").get(focus or "", {})
        like = [ways["like"]] if "like" in ways else []
        if not self._direct:
            # Where nothing is asked, what is like the focus is pledged: tasks are still to come.
            like = ways.get("unasked", like)
        for other in like:
            found += [c for c in self.candidates(part, moves, other) if c.focus == other]
        return found


def _is_asked(c: Candidate, wanted: Wanted) -> bool:
    kind = wanted.passage in (None, c.passage) and wanted.shared in (None, c.shared)
    return kind and wanted.suits(c)


#: The field of work of a speech, and the one that its topic names besides.
Fields = tuple[str | None, str | None]
#: For so many kinds of speech a bank keeps its shelf.
_KINDS = 24
_SHELVES: WeakKeyDictionary[Bank, dict[KindKey, Shelf]] = WeakKeyDictionary()


def shelf_for(
    bank: Bank, genre: Genre, direct: bool, level: str, fields: Fields, tone: str
) -> Shelf:
    """The shelf of a bank for one kind of speech; kept for the kinds asked for lately.

    One takes ten to twenty megabytes: a server that is asked for every kind there is keeps some.

    ``fields`` are the field of work and the one that the topic names besides, None for none.
    """
    area, second = fields
    shelves = _SHELVES.setdefault(bank, {})
    about = (genre.base, genre.mined, genre.narrow, genre.beside, genre.duties, genre.orders)
    key = KindKey(genre.id, direct, level, area, tone, *about, second)
    shelf = shelves.pop(key, None) or Shelf(bank, key, formal=genre.formal)
    shelves[key] = shelf  # the one asked for last stands last
    while len(shelves) > _KINDS:
        del shelves[next(iter(shelves))]
    return shelf
