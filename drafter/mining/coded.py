"""Skeletons as numbers: what is asked of thousands of bundles is asked of arrays, all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from operator import methodcaller
from typing import Any, TypeVar

import numpy as np

from drafter.mining.lexicon import MARKS
from drafter.mining.shape import BREAKS
from drafter.mining.skeleton import is_slot

__all__ = ["Array", "Coded", "among", "batches", "changes", "coded", "positions"]

Array = Any
T = TypeVar("T")

_MARK = 0.5
_BATCH = 64


@dataclass(frozen=True, eq=False)
class Coded:
    """Skeletons in their order, each item as its number in the vocabulary.

    ``items`` are the items of all skeletons one after another and ``lengths`` how many each has;
    ``weights`` in how many independent sources each was met.
    """

    vocabulary: Sequence[str]
    items: Array
    lengths: Array
    weights: Array

    @cached_property
    def starts(self) -> Array:
        """Where among the items each skeleton begins."""
        return _starts(self.lengths)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each item of the vocabulary."""
        return {item: number for number, item in enumerate(self.vocabulary)}

    @cached_property
    def literal(self) -> Array:
        """Which of the vocabulary are no slots."""
        return np.array([not is_slot(i) for i in self.vocabulary], bool)

    @cached_property
    def mark(self) -> Array:
        """Which of the vocabulary are marks."""
        return np.array([i in MARKS for i in self.vocabulary], bool)

    @cached_property
    def letters(self) -> Array:
        """How long each literal of the vocabulary is; a slot has no letters."""
        return np.array([len(i) for i in self.vocabulary], np.int64) * self.literal

    @cached_property
    def worded(self) -> Array:
        """The same, but of marks none."""
        return self.letters * ~self.mark

    @cached_property
    def worth(self) -> Array:
        """What an item weighs: a word the square of its length, a mark little."""
        return np.where(self.mark, _MARK, self.worded**2).astype(np.float32)

    def some(self, skeletons: Array) -> Coded:
        """Those skeletons alone, in the same vocabulary."""
        lengths = self.lengths[skeletons]
        items = self.items[positions(self.starts[skeletons], lengths)]
        return Coded(self.vocabulary, items, lengths, self.weights[skeletons])

    def of(self, skeleton: int) -> Array:
        """The items of one skeleton."""
        start = self.starts[skeleton]
        return self.items[start : start + self.lengths[skeleton]]

    @cached_property
    def owners(self) -> Array:
        """Whose each item is."""
        return np.repeat(np.arange(len(self.lengths), dtype=np.int32), self.lengths)

    @cached_property
    def breaks(self) -> Array:
        """How many marks between clauses each skeleton has."""
        ends = np.array([i in BREAKS for i in self.vocabulary], bool)
        return np.bincount(self.owners[ends[self.items]], minlength=len(self.lengths))

    @cached_property
    def words(self) -> tuple[Array, Array, Array]:
        """The literals of each skeleton, each once; where each skeleton's begin; how many."""
        literal, size = self.literal[self.items], len(self.vocabulary)
        pairs = np.sort(self.owners[literal].astype(np.int64) * size + self.items[literal])
        pairs = pairs[changes(pairs)]
        counts = np.bincount(pairs // size, minlength=len(self.lengths))
        return (pairs % size).astype(np.int32), _starts(counts), counts

    @cached_property
    def having(self) -> dict[str, Array]:
        """Word → the skeletons that have it, in order; marks are none."""
        told = self.worded[self.items] > 0
        return {self.vocabulary[w]: own for w, own in _grouped(self.items[told], self.owners[told])}

    def anchored(self) -> Iterator[Array]:
        """The skeletons that share an anchor: the words and neighbours that may give it away.

        A word has two characters or more. Of two neighbours one is such a word, or one is a word
        and one a mark; three are of one character each (我|再|讲 or ，|又|要).
        """
        size, items, owners = len(self.vocabulary), self.items, self.owners
        letters, mark = self.letters[items], self.mark[items]
        told = letters > 1
        yield from (group for _, group in _grouped(items[told], owners[told]))
        pair = (owners[:-1] == owners[1:]) & (letters[:-1] > 0) & (letters[1:] > 0)
        pair &= letters[:-1] + letters[1:] > 2 + (mark[:-1] | mark[1:])
        pairs = items[:-1].astype(np.int64) * size + items[1:]
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


class _Numbers(dict[str, int]):
    """A number for each word asked for, in the order they are met."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def coded(lines: Sequence[str], weights: Sequence[int]) -> Coded:
    """The skeletons of the lines as numbers; the vocabulary is in order."""
    numbers = _Numbers()
    met = map(numbers.__getitem__, chain.from_iterable(map(methodcaller("split", " "), lines)))
    items = np.fromiter(met, np.int32)
    vocabulary = sorted(numbers)
    rank = np.empty(len(numbers), np.int32)
    rank[[numbers[word] for word in vocabulary]] = np.arange(len(numbers))
    lengths = np.array([line.count(" ") + 1 for line in lines], np.int64)
    return Coded(vocabulary, rank[items], lengths, np.array(weights, np.int64))


def batches(work: Sequence[T]) -> Iterator[Sequence[T]]:
    """The work, some at a time: enough to be worth an array, few enough for it to stay small."""
    for start in range(0, len(work), _BATCH):
        yield work[start : start + _BATCH]


def positions(starts: Array, counts: Array) -> Array:
    """The places start, start + 1, … of each of several stretches, one stretch after another."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)


def _grouped(keys: Array, members: Array) -> Iterator[tuple[int, Array]]:
    """Each key with its members, each once, in order; members come in order."""
    order = np.argsort(_narrow(keys), kind="stable")
    keys, members = keys[order], members[order]
    new = changes(keys) | changes(members)
    keys, members = keys[new], members[new]
    edges = np.flatnonzero(changes(keys)).tolist()
    for start, end in pairwise([*edges, len(keys)]):
        yield int(keys[start]), members[start:end]


def _narrow(keys: Array) -> Array:
    """The same keys in two bytes where they fit: those are sorted in one pass, not by comparing."""
    return keys.astype(np.uint16) if keys.max(initial=0) < 1 << 16 else keys


def _starts(counts: Array) -> Array:
    return np.cumsum(counts) - counts


def among(numbers: Array, others: Array) -> Array:
    """Which of the numbers are some of the others, both in order."""
    if not len(others):
        return np.zeros(len(numbers), bool)
    return others.take(others.searchsorted(numbers), mode="clip") == numbers


def changes(values: Array) -> Array:
    """Which values are not the one before them again."""
    new = np.ones(len(values), bool)
    new[1:] = values[1:] != values[:-1]
    return new
