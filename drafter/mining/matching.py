"""The sentences that formulae stand for, found by where their words stand in all of the text.

There are thousands of formulae to be tried on tens of thousands of sentences: what would be an
expression compiled for each is one look through the text for all of their words, then arrays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np

from drafter.mining.coded import Array, changes, grouped
from drafter.mining.shape import BREAKS, takes_hold
from drafter.mining.skeleton import HOLE, Skeleton, with_holes
from drafter.mining.workers import spread

__all__ = ["Joined", "Texts", "contents", "runs_of"]

#: One place of the text in so many tells how rare a pair of characters is.
_SAMPLED = 16
#: Stands before, between and behind the sentences; in none of them.
_END = "\n"
_NOWHERE = np.array([], np.int32)


class Texts:
    """The sentences one after another, each character a number; a sentence is told by its own."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.letters = _letters(_END.join(["", *texts, ""]))
        edges = np.flatnonzero(self.letters == ord(_END)).astype(np.int32)
        self.starts, self.ends = edges[:-1] + 1, edges[1:]

    def matched(self, formulae: Iterable[Skeleton]) -> list[Array]:
        """For each formula the sentences it stands for, in order.

        A formula that does not take hold of its sentence must be all of it.
        """
        asked = [(runs_of(items), takes_hold(items)) for items in formulae]
        return spread(_fitting, _Search(self, [runs for runs, _ in asked]), asked)

    def counted(self, runs: Iterable[str]) -> Iterator[Array]:
        """For each run how many times it stands in each sentence, never over itself."""
        asked = list(runs)
        places = _Places(self.letters, set(asked))
        for run in asked:
            found = places.of(run)[:-1]
            if (found[1:] - found[:-1] < len(run)).any():
                found = _apart(found, len(run))
            owners = self.starts.searchsorted(found, side="right") - 1
            yield np.bincount(owners, minlength=len(self.starts))


@dataclass(frozen=True)
class _Search:
    """Looking for formulae, by their runs, in texts.

    Where the runs stand is worked out by each process that looks: that takes less time than to
    hand it over.
    """

    texts: Texts
    asked: Sequence[Sequence[str]]

    @cached_property
    def places(self) -> _Places:
        """Where the runs of all the formulae stand."""
        return _Places(self.texts.letters, {run for runs in self.asked for run in runs if run})

    @cached_property
    def crossed(self) -> Array:
        """How many marks there are up to each character."""
        is_mark = np.zeros(1 << 16, bool)
        is_mark[_letters("".join(BREAKS))] = True
        return np.cumsum(is_mark[self.texts.letters], dtype=np.int32)

    def fitting(self, runs: Sequence[str], holds: bool) -> Array:
        """The sentences that are the runs with something between them.

        Each run is taken where it comes first: what a later place would leave between the runs
        behind it, an earlier place had between those before. There may be marks between the runs
        of a formula that takes hold of its sentence alone.
        """
        found = self._having(runs)
        first, *others = runs
        last = others[-1] if others else first
        letters, starts, ends = self.texts.letters, self.texts.starts, self.texts.ends
        found = found[_alike(letters, starts[found], first)]
        found = found[_alike(letters, ends[found] - len(last), last)]
        at, end = starts[found] + len(first), ends[found] - len(last)
        if not others:
            return found[at == ends[found]]
        for run in others[:-1]:
            here = self.places.first(run, at + 1)
            fits = here + len(run) <= end
            if not holds:
                fits &= self.crossed[here - 1] == self.crossed[at - 1]
            found, at, end = found[fits], here[fits] + len(run), end[fits]
        fits = at < end
        if not holds:
            fits &= self.crossed[end - 1] == self.crossed[at - 1]
        return found[fits]

    def _having(self, runs: Sequence[str]) -> Array:
        """The sentences with the rarest of the runs; all where there is none."""
        starts, told = self.texts.starts, [run for run in runs if run]
        if not told:
            return np.arange(len(starts))
        rarest = self.places.of(min(told, key=self.places.rarity))[:-1]
        found = starts.searchsorted(rarest, side="right") - 1
        return found[changes(found)]


def _fitting(search: _Search, formulae: Sequence[tuple[Sequence[str], bool]]) -> list[Array]:
    return [search.fitting(runs, holds) for runs, holds in formulae]


class Joined:
    """Texts by their number, and one after another to be searched for a run of characters."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def __getitem__(self, number: int) -> str:
        return self._texts[number]

    @cached_property
    def _text(self) -> str:
        return _END.join(self._texts)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + 1 for text in self._texts), initial=0))

    def having(self, run: str) -> Iterator[int]:
        """The texts that have the run, by number, looked for as they are asked for."""
        at = self._text.find(run)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._text.find(run, self._starts[number + 1])


class _Places:
    """Where in a text runs of characters stand: found by the rarest pair of each."""

    def __init__(self, letters: Array, runs: Collection[str]) -> None:
        self._text = letters
        self._known: dict[str, Array] = {}
        self._code = np.zeros(1 << 16, np.uint16)
        used = np.unique(_letters("".join(runs)))
        self._code[used] = np.arange(1, len(used) + 1)
        self._size = len(used) + 1
        codes = self._code[letters]
        pairs = codes[:-1].astype(np.int32)
        pairs *= self._size
        pairs += codes[1:]
        self._times = np.bincount(pairs[::_SAMPLED], minlength=self._size**2)
        self._rarest = {run: self._rarest_pair(run) for run in runs}
        self._ones = _at(codes, [int(self._code[ord(r)]) for r in runs if len(r) == 1])
        self._twos = _at(pairs, [pair for pair, _ in self._rarest.values() if pair])

    def rarity(self, run: str) -> tuple[int, str]:
        """How often a run is met at the most, roughly; single characters are met often."""
        pair, _ = self._rarest[run]
        return (int(self._times[pair]) if pair else len(self._text)), run

    def of(self, run: str) -> Array:
        """Where the run begins, in order; the end of the text behind that."""
        if run not in self._known:
            self._known[run] = np.append(self._found(run), np.int32(len(self._text) - 1))
        return self._known[run]

    def first(self, run: str, starts: Array) -> Array:
        """Where the run begins first, from each of the places on; the text's end if nowhere."""
        if not run:
            return starts
        found = self.of(run)
        return found[found[:-1].searchsorted(starts)]

    def _found(self, run: str) -> Array:
        pair, place = self._rarest[run]
        if not pair:
            return self._ones.get(int(self._code[ord(run)]), _NOWHERE)
        found = self._twos.get(pair, _NOWHERE) - place
        return found[_alike(self._text, found, run)] if len(run) > 2 else found

    def _rarest_pair(self, run: str) -> tuple[int, int]:
        """The number of the pair and where in the run it stands; 0 for a single character."""
        codes = self._code[_letters(run)].tolist()
        pairs = [(a * self._size + b, n) for n, (a, b) in enumerate(pairwise(codes))]
        return min(pairs, key=lambda pair: (self._times[pair[0]], pair), default=(0, 0))


def _at(values: Array, wanted: Sequence[int]) -> dict[int, Array]:
    """Each of the wanted values with the places that have it, in order."""
    asked = sorted(set(wanted))
    number = np.zeros(max([*asked, values.max(initial=0)]) + 1, np.uint16)
    number[asked] = np.arange(1, len(asked) + 1)
    found = number[values]
    places = np.flatnonzero(found).astype(np.int32)
    return {asked[n - 1]: here for n, here in grouped(found[places], places)}


def _alike(letters: Array, starts: Array, run: str) -> Array:
    """At which of the places the run stands; what is too short for it has an end within."""
    wanted = _letters(run)
    around = starts[:, None] + np.arange(len(wanted), dtype=np.int32)
    return (letters.take(around, mode="clip") == wanted).all(axis=1)


def _apart(places: Array, length: int) -> Array:
    """The places without those that lie less than a length behind one that counts."""
    out = [-length]
    for place in places.tolist():
        if place >= out[-1] + length:
            out.append(place)
    return np.array(out[1:], np.int32)


def _letters(text: str) -> Array:
    return np.frombuffer(text.encode("utf-16-le"), np.uint16)


def runs_of(items: Skeleton) -> list[str]:
    """The literals between the slots, joined; nothing where slots are neighbours or at an end."""
    return with_holes(items).split(HOLE)


def contents(runs: Sequence[str], text: str) -> list[str] | None:
    """What of the text stands between the runs, each taken where it comes first; None if nothing.

    What a later place would leave between the runs behind it, an earlier place had between those
    before; so this finds whatever an expression with the least in each slot would.
    """
    first, *others = runs
    if not others:
        return [] if text == first else None
    last = others.pop()
    at, end = len(first), len(text) - len(last)
    if at >= end or not (text.startswith(first) and text.endswith(last)):
        return None
    out: list[str] = []
    for run in others:
        found = text.find(run, at + 1, end)
        if found < 0:
            return None
        out.append(text[at:found])
        at = found + len(run)
    return [*out, text[at:end]] if at < end else None
