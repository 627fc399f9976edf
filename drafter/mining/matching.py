"""The sentences that formulae stand for, found by where their words stand in all of the text.

There are thousands of formulae to be tried on tens of thousands of sentences: what would be an
expression compiled for each is one look through the text for all of their words, then arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from drafter.mining.coded import Array, changes
from drafter.mining.shape import BREAKS, takes_hold
from drafter.mining.skeleton import HOLE, Skeleton, with_holes
from drafter.mining.workers import spread

__all__ = ["Texts", "contents", "runs_of"]

#: The first character of a pair times this, with the second, scatters pairs over two bytes.
_SPREAD = 0x9E37
#: To look for so few formulae takes less time than to hand the texts over.
_FEW = 64
#: Stands before, between and behind the sentences; in none of them.
_END = "\n"


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
        return spread(_fitting, self, asked) if len(asked) > _FEW else _fitting(self, asked)

    @cached_property
    def texts(self) -> list[str]:
        """The sentences, each by itself."""
        joined: str = self.letters.tobytes().decode("utf-16-le")
        return joined.split(_END)[1:-1]

    def __getstate__(self) -> dict[str, Array]:
        """The letters alone: where runs stand takes less time to work out than to hand over."""
        return {name: vars(self)[name] for name in ("letters", "starts", "ends")}

    def counted(self, runs: Iterable[str]) -> Iterator[Array]:
        """For each run how many times it stands in each sentence, never over itself."""
        for run in runs:
            yield np.bincount(self._owners(self._apart(run)), minlength=len(self.starts))

    def count(self, run: str) -> int:
        """How many times a run stands in all of the sentences, never over itself."""
        return len(self._apart(run))

    def having(self, run: str) -> Array:
        """The sentences that have the run, in order."""
        found = self._owners(self.places.of(run)[:-1])
        return found[changes(found)]

    def _apart(self, run: str) -> Array:
        """Where the run stands, never over itself."""
        found = self.places.of(run)[:-1]
        close = len(run) > 1 and (found[1:] - found[:-1] < len(run)).any()
        return _apart(found, len(run)) if close else found

    def _owners(self, places: Array) -> Array:
        return self.starts.searchsorted(places, side="right") - 1

    @cached_property
    def places(self) -> _Places:
        """Where runs of characters stand."""
        return _Places(self.letters)

    @cached_property
    def crossed(self) -> Array:
        """How many marks there are up to each character."""
        is_mark = np.zeros(1 << 16, bool)
        is_mark[_letters("".join(BREAKS))] = True
        return np.cumsum(is_mark[self.letters], dtype=np.int32)

    def fitting(self, runs: Sequence[str], holds: bool) -> Array:
        """The sentences that are the runs with something between them.

        Each run is taken where it comes first: what a later place would leave between the runs
        behind it, an earlier place had between those before. There may be marks between the runs
        of a formula that takes hold of its sentence alone.
        """
        found = self._having(runs)
        first, *others = runs
        last = others[-1] if others else first
        letters, starts, ends = self.letters, self.starts, self.ends
        if first:
            found = found[_alike(letters, starts[found], first)]
        if last:
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
        told = [run for run in runs if run]
        if not told:
            return np.arange(len(self.starts))
        return self.having(min(told, key=self.places.rarity))


def _fitting(texts: Texts, formulae: Sequence[tuple[Sequence[str], bool]]) -> list[Array]:
    return [texts.fitting(runs, holds) for runs, holds in formulae]


class _Places:
    """Where in a text runs of characters stand: found by the rarest pair of each.

    All places are sorted once by the pair that begins there, as one number of two bytes; of pairs
    that share a number the wrong ones are seen when the run is compared.
    """

    def __init__(self, letters: Array) -> None:
        self._text = letters
        self._known: dict[str, Array] = {}
        pairs = letters[:-1] * np.uint16(_SPREAD) + letters[1:]
        self._sorted = np.argsort(pairs, kind="stable").astype(np.int32)
        ends = np.cumsum(np.bincount(pairs, minlength=1 << 16))
        self._bounds: list[int] = [0, *ends.tolist()]

    def rarity(self, run: str) -> tuple[int, str]:
        """How often a run is met at the most, roughly; single characters are met often."""
        return (self._rarest_pair(run)[0] if len(run) > 1 else len(self._text)), run

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
        if len(run) == 1:
            return np.flatnonzero(self._text == ord(run)).astype(np.int32)
        _, pair, place = self._rarest_pair(run)
        found = self._sorted[self._bounds[pair] : self._bounds[pair + 1]] - np.int32(place)
        return found[_alike(self._text, found, run)]

    def _rarest_pair(self, run: str) -> tuple[int, int, int]:
        """How often the pair is met at the most, its number, and where in the run it stands."""
        bounds = self._bounds
        pairs = [(a * _SPREAD + b) % (1 << 16) for a, b in pairwise(map(ord, run))]
        return min([(bounds[pair + 1] - bounds[pair], pair, n) for n, pair in enumerate(pairs)])


def _alike(letters: Array, starts: Array, run: str) -> Array:
    """At which of the places the run stands; what is too short for it has an end within."""
    if len(run) == 1:
        return letters.take(starts, mode="clip") == ord(run)
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
