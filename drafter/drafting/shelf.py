"""The shelf: what one kind of speech can choose from, by part of the speech, moves and focus.

It is made once for each kind and kept as long as the bank lives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from msgspec import Struct

from drafter.bank import Bank
from drafter.drafting.candidates import Candidate
from drafter.drafting.chance import Lots
from drafter.drafting.genres import Genre
from drafter.drafting.index import Index
from drafter.drafting.kinds import KindKey, kind_of
from drafter.resources import read_data

__all__ = ["Shelf", "Stock", "shelf_for", "stock_of"]


#: Part of the speech, moves, focus.
_Key = tuple[str, tuple[str, ...], str | None]


#: What weighing needs of a candidate: needs, size, key, about, liking, register, focus, itself.
_Row = tuple[
    frozenset[str], int, int, tuple[frozenset[str], ...], float, float, str | None, Candidate
]


class Stock(Struct, frozen=True):
    """Candidates to choose from, in the bank's order, with their lots in the same order.

    ``rows`` are the same candidates laid out for weighing: all are weighed many times a draft.
    """

    candidates: tuple[Candidate, ...]
    lots: Lots
    rows: tuple[_Row, ...]


def stock_of(candidates: Sequence[Candidate]) -> Stock:
    """These candidates as a stock."""
    rows = tuple(
        (c.needs, c.size, c.key, c.about, c.liking, c.register, c.focus, c) for c in candidates
    )
    return Stock(tuple(candidates), Lots([c.key for c in candidates]), rows)


class Shelf:
    """The candidates for one genre, level, area and tone, by part, moves and focus.

    ``has_own`` says whether some are from the user's own packs; ``parts`` are the parts of a field
    that some are written for, each as the character pairs of its word.
    """

    def __init__(self, bank: Bank, key: KindKey) -> None:
        kind = kind_of(bank, key)
        self._direct = key.direct
        self._by_move: dict[tuple[str, str], list[Candidate]] = {}
        for candidate in kind.candidates:
            pattern = candidate.pattern
            self._by_move.setdefault((pattern.part, pattern.move), []).append(candidate)
        self._found: dict[_Key, tuple[Candidate, ...]] = {}
        self._grouped: dict[_Key, dict[frozenset[str], Stock]] = {}
        self._free: dict[tuple[_Key, bool], Stock] = {}
        self.index = Index(kind.candidates, kind.postings)
        self.has_own = any(c.own for c in kind.candidates)
        self.parts = frozenset(part for c in kind.candidates for part in c.about)

    def candidates(
        self, part: str, moves: Sequence[str], focus: str | None = None
    ) -> tuple[Candidate, ...]:
        """Every usable candidate of the moves that fits, in the bank's order."""
        key = (part, tuple(moves), focus)
        if key not in self._found:
            self._found[key] = tuple(
                c
                for move in moves
                for c in self._by_move.get((part, move), ())
                if c.focus is None or c.focus == focus
            )
        return self._found[key]

    def by_facts(
        self, part: str, moves: Sequence[str], focus: str | None
    ) -> Mapping[frozenset[str], Stock]:
        """The candidates that say facts, by the facts they say."""
        key = (part, tuple(moves), focus)
        if key not in self._grouped:
            groups: dict[frozenset[str], list[Candidate]] = {}
            for candidate in self.candidates(*key):
                if candidate.facts:
                    groups.setdefault(candidate.facts, []).append(candidate)
            self._grouped[key] = {facts: stock_of(found) for facts, found in groups.items()}
        return self._grouped[key]

    def free(
        self, part: str, moves: Sequence[str], focus: str | None, *, counted: bool = True
    ) -> Stock:
        """Of the :meth:`wider` candidates those without facts.

        Those that announce several things are left out where none are ``counted``.
        """
        key = (part, tuple(moves), focus)
        if (key, counted) not in self._free:
            found = self.wider(*key)
            self._free[key, counted] = stock_of(
                [c for c in found if not c.facts and (counted or not c.announces)]
            )
        return self._free[key, counted]

    def wider(self, part: str, moves: Sequence[str], focus: str | None) -> list[Candidate]:
        """The candidates of a focus, then those of the focuses that are like it."""
        found = list(self.candidates(part, moves, focus))
        ways = read_data("focuses.yaml").get(focus or "", {})
        for like in (ways.get("like"), None if self._direct else ways.get("unasked")):
            if like:
                found += [c for c in self.candidates(part, moves, like) if c.focus == like]
        return found


_SHELVES: WeakKeyDictionary[Bank, dict[KindKey, Shelf]] = WeakKeyDictionary()


def shelf_for(
    bank: Bank, genre: Genre, direct: bool, level: str, area: str | None, tone: str
) -> Shelf:
    """The shelf of a bank for one kind of speech; made once for each kind."""
    shelves = _SHELVES.setdefault(bank, {})
    key = KindKey(genre.id, direct, level, area, tone, genre.base, genre.mined)
    if key not in shelves:
        shelves[key] = Shelf(bank, key)
    return shelves[key]
