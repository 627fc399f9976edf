"""Bundles of skeletons that share a formula → the formulae: alignment, then a vote.

Progressive alignment of a whole bundle loses a literal as soon as one member lacks it; so every
member is aligned to one pivot only, and a literal of the pivot stays when enough members have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from drafter.mining.coded import Array, Coded, batches, positions
from drafter.mining.paths import Side, paths, side
from drafter.mining.shape import LEAST_LITERAL, is_whole, takes_hold
from drafter.mining.skeleton import OPEN, Skeleton, literal_chars
from drafter.resources import read_data

__all__ = ["SHARE", "backbones"]

#: A literal belongs to the formula when this share of the members has it; the rest is dirt.
SHARE = 0.8
#: A place is a slot when something stands there in at least this share of the members.
FILLED = 0.5
#: One kind of filler names a slot when it makes up this share of what stands there.
TYPED = 0.6
#: So many members settle a vote; more only cost time.
VOTERS = 32
#: Stands for the place of a literal that a member has not.
_MISSING = -2
#: Stands for a slot where there is none.
_NONE = -1
#: The slot a number stands in.
_NUMBER = "{n}"


class _Bundle(NamedTuple):
    """A bundle by its number: who votes with what weight, and on which places of the pivot.

    ``common`` are the words they share; the places are those of the pivot that have one.
    """

    number: int
    voters: Array
    weights: Array
    common: Array
    pivot: int
    places: Array


def backbones(coded: Coded, groups: Sequence[Array]) -> list[Skeleton | None]:
    """For each group the formula its skeletons share, slots between its literals; else None."""
    out: list[Skeleton | None] = [None] * len(groups)
    heard = [(n, *_voters(coded, group)) for n, group in enumerate(groups)]
    bundles = [bundle for batch in batches(heard) for bundle in _bundles(coded, batch)]
    # Bundles of formulae of about one length fill their arrays.
    bundles.sort(key=lambda b: len(b.places))
    for few in batches(bundles):
        for bundle, items in zip(few, _formulae(coded, few), strict=True):
            out[bundle.number] = items
    return out


def _voters(coded: Coded, group: Array) -> tuple[Array, Array]:
    """A sample that weighs as the members do, the same whatever the order given; its weights.

    Points at even distances along the members laid end to end by their weights, each a vote: were
    the heaviest heard with all their weight and of the others some, few would outvote many.
    """
    weights = coded.weights[group]
    if len(group) <= VOTERS:
        return group, weights
    order = np.lexsort((group, -weights))
    ends = np.cumsum(weights[order])
    points = np.arange(VOTERS) * (ends[-1] / VOTERS)
    heard, votes = np.unique(np.searchsorted(ends, points, side="right"), return_counts=True)
    return group[order[heard]], votes


def _bundles(coded: Coded, heard: Sequence[tuple[int, Array, Array]]) -> Iterator[_Bundle]:
    """The groups that may agree on a formula, with what is needed to find it."""
    _, groups, weights = zip(*heard, strict=True)
    common = coded.shared(groups, weights, SHARE)
    pivots = _pivots(coded, groups, common)
    for (number, voters, votes), words, pivot in zip(heard, common, pivots, strict=True):
        ids = coded.of(pivot)
        kept = words[ids]
        items = [coded.vocabulary[i] for i in ids.tolist()]
        shown = [item if k else OPEN for item, k in zip(items, kept.tolist(), strict=True)]
        # The vote can only take literals away: what is no formula now will be none after it.
        if takes_hold(shown) or _are_whole(coded, voters, votes, pivot, shown):
            yield _Bundle(number, voters, votes, np.flatnonzero(words), pivot, np.flatnonzero(kept))


def _are_whole(coded: Coded, voters: Array, votes: Array, pivot: int, shown: Sequence[str]) -> bool:
    """Whether most members have the clauses of the pivot and no other, and these say enough."""
    if literal_chars(shown) < LEAST_LITERAL:
        return False
    alike = votes @ (coded.breaks[voters] == coded.breaks[pivot])
    items = [coded.vocabulary[i] for i in coded.of(pivot).tolist()]
    return bool(2 * alike > votes.sum()) and is_whole(items, set(shown))


def _pivots(coded: Coded, groups: Sequence[Array], common: Array) -> list[int]:
    """Of each group the shortest of the members that have most of the common literals."""
    words, starts, counts = coded.words
    members = np.concatenate(groups)
    row = np.repeat(np.arange(len(groups)), list(map(len, groups)))
    counts = counts[members]
    has = common[np.repeat(row, counts), words[positions(starts[members], counts)]]
    most = np.bincount(np.repeat(np.arange(len(members)), counts), has, minlength=len(members))
    order = np.lexsort((members, coded.lengths[members], -most, row))
    first = np.searchsorted(row, np.arange(len(groups)))
    return list(map(int, members[order[first]]))


def _formulae(coded: Coded, bundles: Sequence[_Bundle]) -> Iterator[Skeleton | None]:
    """The formula of each bundle; all members of all the bundles are aligned at once."""
    votes = _Votes(bundles)
    members = _member_sides(coded, bundles)
    found = paths(_pivot_sides(coded, bundles).repeated(votes.sizes), members, coded.worth)
    kept = votes.of(found >= 0) >= SHARE * votes.total[:, None]
    # The columns kept come first, in order; what is behind them is behind the sentence's end.
    order = np.argsort(~kept, axis=1, kind="stable")[:, : kept.sum(axis=1).max()]
    columns = np.take_along_axis(found, order[votes.bundle], axis=1)
    at = np.take_along_axis(members.places, np.maximum(columns, 0), axis=1)
    at[columns < 0] = _MISSING
    lengths = coded.lengths[votes.members]
    ended = np.arange(order.shape[1]) >= kept.sum(axis=1)[votes.bundle, None]
    at = np.where(ended, lengths[:, None], at)
    kinds = _slots(coded, votes, np.column_stack([np.full_like(lengths, -1), at, lengths]))
    names = [*coded.vocabulary, OPEN]
    for bundle, places, slots in zip(bundles, kept, kinds.tolist(), strict=True):
        literals = coded.of(bundle.pivot)[bundle.places[np.flatnonzero(places)]].tolist()
        items = chain.from_iterable(zip(slots, [*literals, _NONE], strict=False))
        yield tuple([names[i] for i in items if i != _NONE]) if literals else None


class _Votes:
    """The members of several bundles, one after another, and how to count their votes."""

    def __init__(self, bundles: Sequence[_Bundle]) -> None:
        self.sizes = [len(b.voters) for b in bundles]
        self.bundle = np.repeat(np.arange(len(bundles)), self.sizes)
        self.members = np.concatenate([b.voters for b in bundles])
        self.weights = np.concatenate([b.weights for b in bundles])
        starts: Array = np.cumsum(self.sizes) - self.sizes
        self._starts, self.total = starts, np.add.reduceat(self.weights, starts)

    def of(self, met: Array) -> Array:
        """For each bundle (rows) and column what the members weigh of which it is true."""
        return np.add.reduceat(self.weights[:, None] * met, self._starts)


def _slots(coded: Coded, votes: _Votes, edges: Array) -> Array:
    """For each bundle (rows) and each place between two edges which slot stands there, or none.

    ``edges`` says where each member (rows) has each of the literals, one before its beginning and
    its end as well. The slot is of the one kind that most of what stands there is, or open: by the
    number behind those of the vocabulary.
    """
    met = edges != _MISSING
    both = met[:, 1:] & met[:, :-1]
    between = np.where(both, np.diff(edges) - 1, 0)
    there = between > 0
    filled = votes.of(there)
    slots = filled > FILLED * votes.of(both)
    rows, places = np.nonzero(there & (between == 1))
    only = np.full_like(between, _NONE)
    only[rows, places] = coded.items[coded.starts[votes.members[rows]] + edges[rows, places] + 1]
    few = read_data("mining.yaml")["open_number"]
    if {few, _NUMBER} <= coded.numbers.keys():
        only[only == coded.numbers[few]] = coded.numbers[_NUMBER]
    kinds = np.where(slots, len(coded.vocabulary), _NONE)
    for kind in np.flatnonzero(~coded.literal).tolist():
        kinds[slots & (votes.of(only == kind) >= TYPED * filled)] = kind
    return kinds


def _pivot_sides(coded: Coded, bundles: Sequence[_Bundle]) -> Side:
    """The common words of each bundle's pivot."""
    counts = np.array([len(b.places) for b in bundles])
    places = np.concatenate([b.places for b in bundles])
    starts = np.repeat(coded.starts[[b.pivot for b in bundles]], counts)
    return side(coded.items[starts + places], places, counts)


def _member_sides(coded: Coded, bundles: Sequence[_Bundle]) -> Side:
    """The common words of each member, bundle after bundle."""
    members = np.concatenate([b.voters for b in bundles])
    row = np.repeat(np.arange(len(bundles)), [len(b.voters) for b in bundles])
    common = np.zeros((len(bundles), len(coded.vocabulary)), bool)
    for n, bundle in enumerate(bundles):
        common[n, bundle.common] = True
    counts = coded.lengths[members]
    items = coded.items[positions(coded.starts[members], counts)]
    kept = common[np.repeat(row, counts), items]
    owner = np.repeat(np.arange(len(members)), counts)[kept]
    places = positions(np.zeros_like(counts), counts)[kept]
    return side(items[kept], places, np.bincount(owner, minlength=len(members)))
