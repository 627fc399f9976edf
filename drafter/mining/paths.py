"""The best alignment of common words, for many pairs of skeletons at once.

A word weighs the square of its length, a mark little; a pair that follows on a pair as its
neighbour on both sides weighs more, so that a comma is taken beside its word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from drafter.mining.coded import Array

__all__ = ["Side", "paths", "side"]

#: What two pairs weigh more that are neighbours on both sides.
_BESIDE = 1.5
_NONE = -1


class Side(NamedTuple):
    """One side of alignments, a row each: common words, their places, how many there are."""

    words: Array
    places: Array
    counts: Array

    def repeated(self, times: Sequence[int]) -> Side:
        """Each row so many times."""
        return Side(*(np.repeat(part, times, axis=0) for part in self))

    def some(self, rows: Array) -> Side:
        """Those of the rows."""
        return Side(*(part[rows] for part in self))


def side(words: Array, places: Array, counts: Array) -> Side:
    """The rows of words and places given one after another."""
    inside = np.arange(counts.max(initial=0)) < counts[:, None]
    rows = np.full((2, *inside.shape), _NONE, np.int32)
    rows[:, inside] = words, places
    return Side(rows[0], rows[1], counts)


def paths(ours: Side, theirs: Side, worth: Array) -> Array:
    """For each word of ours which of theirs it is paired with (by number, -1 for none).

    ``worth`` is what each word of the vocabulary weighs.
    """
    out = np.where(ours.words == _NONE, _NONE, np.arange(ours.words.shape[1]))
    other = ~_alike(ours, theirs)
    if other.any():
        out[other] = _aligned(ours.some(other), theirs.some(other), worth)
    return out


def _aligned(ours: Side, theirs: Side, worth: Array) -> Array:
    """The same, worked out for every row."""
    out = np.full(ours.words.shape, _NONE)
    every, column = np.arange(len(out)), np.zeros(len(out), np.int64)
    for r, (stops, pairs) in enumerate(reversed(list(_steps(ours, theirs, worth)))):
        column = stops[column, every]
        paired = pairs[column, every]
        out[paired, r] = column[paired]
        column = column + paired
    return out


def _alike(ours: Side, theirs: Side) -> Array:
    """Which rows have the same words on both sides."""
    width = min(ours.words.shape[1], theirs.words.shape[1])
    same = (ours.words[:, :width] == theirs.words[:, :width]).all(axis=1)
    return same & (ours.counts == theirs.counts)


def _steps(ours: Side, theirs: Side, worth: Array) -> Iterator[tuple[Array, Array]]:
    """For each word of ours, the last first: the way on from each of theirs.

    That is the next of theirs (itself or a later one) at which this word is done with, and whether
    it is paired there. best[c] is what this word and later ones can give with those from c on,
    take[c] what they give when this one and c are a pair. Rows are columns here: what is worked
    out from a word to the next is then worked out for all of them side by side in memory.
    """
    our_words, their_words = ours.words.T.copy(), theirs.words.T.copy()
    our_beside, their_beside = _beside(ours), _beside(theirs)
    width, rows = their_words.shape
    best = np.zeros((width + 1, rows), np.float32)
    take = np.full_like(best, -np.inf)
    columns = np.arange(width + 1, dtype=np.int16)[:, None]
    for word, beside in zip(our_words[::-1], our_beside[::-1], strict=True):
        below, after = best, take
        score = below[1:].copy()
        np.maximum(score, after[1:] + _BESIDE, out=score, where=their_beside & beside)
        take = np.full_like(below, -np.inf)
        same = (their_words == word) & (word != _NONE)
        np.copyto(take[:-1], score + worth[word], where=same)
        best = np.maximum(below, np.maximum.accumulate(take[::-1], axis=0)[::-1])
        pairs = take == best
        stops = np.where(pairs, columns, columns[-1])
        done = below[:-1] >= best[1:]
        np.copyto(stops[:-1], columns[:-1], where=done)
        yield np.minimum.accumulate(stops[::-1], axis=0)[::-1], pairs


def _beside(side: Side) -> Array:
    """Whether the next word (a row each here) is the neighbour of this one."""
    places = side.places.T
    out = np.zeros(places.shape, bool)
    out[:-1] = places[1:] == places[:-1] + 1
    return out
