"""The shelf: the bank's patterns laid out for one kind of speech.

It is made once for each kind and kept as long as the bank lives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from weakref import WeakKeyDictionary

from drafter.bank import Bank, Pattern
from drafter.drafting.candidates import Candidate, as_candidate
from drafter.drafting.index import Index
from drafter.drafting.looks import looks_of
from drafter.resources import read_data, shipped

__all__ = ["Shelf", "shelf_for"]


#: Part of the speech, moves, focus.
_Key = tuple[str, tuple[str, ...], str | None]


class Shelf:
    """The candidates for one genre, level, area and tone, by part, moves and focus."""

    def __init__(
        self, bank: Bank, genre: str, direct: bool, level: str, area: str | None, tone: str
    ) -> None:
        self._bank = bank
        self._known = _KNOWN.setdefault(bank, {})
        self._packs = {p.id: p for p in bank.packs}
        ours = shipped("patterns")
        self._own = {p.id for p in bank.packs if p.folder.parent != ours}
        self._fits = {"genre": genre, "level": level, "area": area, "tone": tone}
        self._genre = genre
        self._direct = direct
        self._found: dict[_Key, tuple[Candidate, ...]] = {}
        self._grouped: dict[_Key, dict[frozenset[str], tuple[Candidate, ...]]] = {}
        self.index = Index(lambda: self._counts)

    def candidates(
        self, part: str, moves: Sequence[str], focus: str | None = None
    ) -> tuple[Candidate, ...]:
        """Every usable candidate of the moves that fits, in the bank's order."""
        key = (part, tuple(moves), focus)
        if key not in self._found:
            self._found[key] = tuple(self._look(*key))
            if part != "headings":
                for candidate in self._found[key]:
                    self.index.add(candidate)
        return self._found[key]

    def by_facts(
        self, part: str, moves: Sequence[str], focus: str | None
    ) -> Mapping[frozenset[str], tuple[Candidate, ...]]:
        """The candidates that say facts, by the facts they say."""
        key = (part, tuple(moves), focus)
        if key not in self._grouped:
            groups: dict[frozenset[str], list[Candidate]] = {}
            for candidate in self.candidates(*key):
                if candidate.facts:
                    groups.setdefault(candidate.facts, []).append(candidate)
            self._grouped[key] = {facts: tuple(found) for facts, found in groups.items()}
        return self._grouped[key]

    def wider(self, part: str, moves: Sequence[str], focus: str | None) -> tuple[Candidate, ...]:
        """The candidates of a focus, and those of the focuses that are like it."""
        own = self.candidates(part, moves, focus)
        ways = read_data("focuses.yaml").get(focus or "", {})
        likes = [ways.get("like"), None if self._direct else ways.get("unasked")]
        key = (part, (*moves, "~"), focus)
        if key not in self._found:
            near = [
                c
                for like in likes
                if like
                for c in self.candidates(part, moves, like)
                if c.pattern.focus == like
            ]
            self._found[key] = (*own, *near)
        return self._found[key]

    def _look(self, part: str, moves: Iterable[str], focus: str | None) -> Iterable[Candidate]:
        for move in moves:
            for pattern in self._bank.select(part, move, focus=focus, **self._fits):
                candidate = self._candidate(pattern)
                if candidate is None:
                    continue
                # What is asked of listeners is not asked of superiors or guests, unless the
                # pattern was written for this very genre.
                asks = candidate.directive or move in read_data("wording.yaml")["asking"]
                if asks and not self._direct and self._genre not in pattern.genres:
                    continue
                yield candidate

    def _candidate(self, pattern: Pattern) -> Candidate | None:
        if pattern.id not in self._known:
            look = looks_of(self._packs[pattern.pack]).by_id[pattern.id]
            own = pattern.pack in self._own
            self._known[pattern.id] = None if look is None else as_candidate(pattern, look, own)
        return self._known[pattern.id]

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        """In how many frames of the packs each character pair stands."""
        packs = (p for p in self._bank.packs if p.area in (None, self._fits["area"]))
        counts: Counter[str] = Counter()
        for pack in packs:
            counts.update(looks_of(pack).counts)
        return counts


_KNOWN: WeakKeyDictionary[Bank, dict[str, Candidate | None]] = WeakKeyDictionary()
_SHELVES: WeakKeyDictionary[Bank, dict[tuple[str, bool, str, str | None, str], Shelf]]
_SHELVES = WeakKeyDictionary()


def shelf_for(
    bank: Bank, genre: str, direct: bool, level: str, area: str | None, tone: str
) -> Shelf:
    """The shelf of a bank for one kind of speech; made once for each kind."""
    shelves = _SHELVES.setdefault(bank, {})
    key = (genre, direct, level, area, tone)
    if key not in shelves:
        shelves[key] = Shelf(bank, *key)
    return shelves[key]
