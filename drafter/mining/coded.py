"""Skeletons as numbers: what is asked of thousands of bundles is asked of arrays, all at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import Any, TypeVar

import numpy as np

from drafter.mining.lexicon import MARKS
from drafter.mining.shape import BREAKS
from drafter.mining.skeleton import Skeleton, is_slot

__all__ = ["Array", "Coded", "batches", "positions"]

Array = Any
T = TypeVar("T")

_MARK = 0.5
_BATCH = 64


class Coded:
    """Skeletons in their order, each item as its number in the vocabulary.

    ``items`` are the items of all skeletons one after another and ``starts`` where each begins;
    ``weights`` in how many independent sources each was met. Of the vocabulary, ``literal`` says
    what is no slot, ``letters`` how long a literal is and ``worded`` the same but of marks, none.
    """

    def __init__(self, skeletons: Sequence[Skeleton], weights: Sequence[int]) -> None:
        self.vocabulary = sorted(set(chain.from_iterable(skeletons)))
        number = {item: n for n, item in enumerate(self.vocabulary)}
        every = map(number.__getitem__, chain.from_iterable(skeletons))
        self.items: Array = np.fromiter(every, np.int64)
        self.lengths: Array = np.fromiter(map(len, skeletons), np.int64, len(skeletons))
        self.starts = _starts(self.lengths)
        self.weights: Array = np.array(weights, np.int64)
        self.literal: Array = np.array([not is_slot(i) for i in self.vocabulary], bool)
        self.mark: Array = np.array([i in MARKS for i in self.vocabulary], bool)
        self.letters: Array = np.array([len(i) for i in self.vocabulary], np.int64) * self.literal
        self.worded: Array = self.letters * ~self.mark
        #: What an item weighs: a word the square of its length, a mark little.
        self.worth: Array = np.where(self.mark, _MARK, self.worded**2).astype(np.float32)

    def of(self, skeleton: int) -> Array:
        """The items of one skeleton."""
        start = self.starts[skeleton]
        return self.items[start : start + self.lengths[skeleton]]

    @cached_property
    def breaks(self) -> Array:
        """How many marks between clauses each skeleton has."""
        owners = np.repeat(np.arange(len(self.lengths)), self.lengths)
        ends = np.array([i in BREAKS for i in self.vocabulary], bool)
        return np.bincount(owners[ends[self.items]], minlength=len(self.lengths))

    @cached_property
    def words(self) -> tuple[Array, Array, Array]:
        """The literals of each skeleton, each once; where each skeleton's begin; how many."""
        owners = np.repeat(np.arange(len(self.lengths)), self.lengths)
        literal, size = self.literal[self.items], len(self.vocabulary)
        pairs = np.sort(owners[literal] * size + self.items[literal])
        pairs = pairs[_changes(pairs)]
        counts = np.bincount(pairs // size, minlength=len(self.lengths))
        return pairs % size, _starts(counts), counts

    @cached_property
    def having(self) -> dict[str, array[int]]:
        """Word → the skeletons that have it, in order; marks are none."""
        words, _, counts = self.words
        owners = np.repeat(np.arange(len(counts)), counts)
        told = self.worded[words] > 0
        found = _grouped(words[told], owners[told])
        # As numbers, not as objects: there are a million of them in a large corpus.
        return {
            self.vocabulary[word]: array("i", group.astype(np.intc).tobytes())
            for word, group in found
        }

    def anchored(self) -> Iterator[Array]:
        """The skeletons that share an anchor: the words and neighbours that may give it away.

        A word has two characters or more. Of two neighbours one is such a word, or one is a word
        and one a mark; three are of one character each (我|再|讲 or ，|又|要).
        """
        words, _, counts = self.words
        owners = np.repeat(np.arange(len(counts)), counts)
        told = self.letters[words] > 1
        yield from (group for _, group in _grouped(words[told], owners[told]))
        owners = np.repeat(np.arange(len(self.lengths)), self.lengths)
        size, items = len(self.vocabulary), self.items
        letters, mark = self.letters[items], self.mark[items]
        pair = (owners[:-1] == owners[1:]) & (letters[:-1] > 0) & (letters[1:] > 0)
        pair &= letters[:-1] + letters[1:] > 2 + (mark[:-1] | mark[1:])
        pairs = items[:-1] * size + items[1:]
        yield from (group for _, group in _grouped(pairs[pair], owners[:-1][pair]))
        single = (letters == 1) & ~mark
        three = (letters[:-2] == 1) & single[1:-1] & single[2:] & (owners[:-2] == owners[2:])
        threes = pairs[:-1] * size + items[2:]
        yield from (group for _, group in _grouped(threes[three], owners[:-2][three]))

    def shared(self, groups: Sequence[Array], weights: Sequence[Array], share: float) -> Array:
        """For each group (rows) which words of the vocabulary that share of its weight has."""
        words, starts, counts = self.words
        members, weight = np.concatenate(groups), np.concatenate(weights)
        counts = counts[members]
        row = np.repeat(np.arange(len(groups)), list(map(len, groups)))
        size = len(self.vocabulary)
        cells = np.repeat(row, counts) * size + words[positions(starts[members], counts)]
        met = np.bincount(cells, np.repeat(weight, counts), minlength=len(groups) * size)
        return met.reshape(len(groups), size) >= share * np.bincount(row, weight)[:, None]


def batches(work: Sequence[T]) -> Iterator[Sequence[T]]:
    """The work, some at a time: enough to be worth an array, few enough for it to stay small."""
    for start in range(0, len(work), _BATCH):
        yield work[start : start + _BATCH]


def positions(starts: Array, counts: Array) -> Array:
    """The places start, start + 1, … of each of several stretches, one stretch after another."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)


def _starts(counts: Array) -> Array:
    return np.cumsum(counts) - counts


def _changes(values: Array) -> Array:
    """Which values are not the one before them again."""
    new = np.ones(len(values), bool)
    new[1:] = values[1:] != values[:-1]
    return new


def _grouped(keys: Array, members: Array) -> Iterator[tuple[int, Array]]:
    """Each key with its members, each once, in order; members come in order."""
    order = np.argsort(keys, kind="stable")
    keys, members = keys[order], members[order]
    new = _changes(keys) | _changes(members)
    keys, members = keys[new], members[new]
    edges = np.flatnonzero(_changes(keys)).tolist()
    for start, end in pairwise([*edges, len(keys)]):
        yield int(keys[start]), members[start:end]
