"""Skeletons of one part of the speech → the formulae behind them.

A formula is found through any of its own words: the sentences that have the word (an anchor) make a
bundle, and what the bundle agrees on is the formula (:mod:`drafter.mining.align`). Words of fillers
make bundles too; what comes of them is weak, or only a richer copy of a formula, and is weeded
out in :mod:`drafter.mining.choose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

import numpy as np

from drafter.mining.align import SHARE, backbones
from drafter.mining.chance import more_than_chance
from drafter.mining.choose import Candidate, choose, having_words
from drafter.mining.coded import Array, Coded, batches
from drafter.mining.matching import Texts
from drafter.mining.shape import LEAST_LITERAL, says_enough, takes_hold
from drafter.mining.siblings import mere_fillings, shared_forms, untyped
from drafter.mining.skeleton import Skeleton, is_slot, merge_slots, with_holes
from drafter.mining.tally import Tally, scattered
from drafter.mining.workers import spread

__all__ = ["WHOLE", "Induced", "induce", "sampled"]

#: Where formulae explain more than this share of the sentences, these are formulae as a whole.
WHOLE = 0.5

#: Of a larger bundle an even sample is heard.
MOST_MEMBERS = 240
#: Formulae are looked for among so many skeletons of a part; their support is counted over all.
MOST_SKELETONS = 24_000
#: Of a formula met as often as it must be, so many sentences are looked for; more need not be, and
#: in a large corpus that is a small part of all. But part of a small number tells little.
ENOUGH, FEWEST_SKELETONS = 3, 6_000
#: The words of a formula have so many characters at the least, each word counted once: 既要…，又要…
FEWEST_LITERAL = LEAST_LITERAL - 1


@dataclass(frozen=True, slots=True)
class Induced:
    """A formula with the skeletons it stands for and their joint evidence."""

    items: Skeleton
    members: tuple[Skeleton, ...]
    sources: frozenset[str]
    topics: frozenset[str]


class _Bundles:
    """The skeletons with everything the search asks of them again and again."""

    def __init__(self, skeletons: Mapping[Skeleton, Tally]) -> None:
        self.items = sorted(skeletons)
        self.evidence = [skeletons[s] for s in self.items]
        self.coded = Coded(self.items, [e.count for e in self.evidence])
        self.texts = [with_holes(s) for s in self.items]

    def reach(self, indexes: Iterable[int], least: int) -> bool:
        """Whether the skeletons are met in ``least`` sources."""
        seen: set[str] = set()
        for index in indexes:
            seen |= self.evidence[index].sources
            if len(seen) >= least:
                return True
        return False

    def sources(self, indexes: Iterable[int]) -> frozenset[str]:
        return frozenset().union(*(self.evidence[i].sources for i in indexes))

    def topics(self, indexes: Iterable[int]) -> frozenset[str]:
        return frozenset().union(*(self.evidence[i].topics for i in indexes))


def induce(skeletons: Mapping[Skeleton, Tally], least: int) -> list[Induced]:
    """The formulae met in at least ``least`` independent sources, the most telling first.

    A formula that takes no hold of its sentence (…要加强对…的指导) counts only where sentences are
    formulae as a whole: elsewhere such are phrases of a field (…事业单位…).
    """
    bundles = _Bundles(skeletons)
    part, fewer = sampled(skeletons, least)
    searched = bundles if len(part) == len(skeletons) else _Bundles(part)
    found: dict[str, Skeleton] = {}
    for items in chain(_formulae(searched, _groups(searched, fewer)), _repeated(searched, fewer)):
        found.setdefault(with_holes(items), items)
    met = _met(bundles, dict.fromkeys(found.values(), frozenset()), least)
    kept = choose(met, bundles.texts, bundles.sources, least)
    if sum(len(members) for _, members in kept) <= WHOLE * len(skeletons):
        holding = [c for c in met if takes_hold(c.items)]
        kept = choose(holding, bundles.texts, bundles.sources, least)
    else:
        contents = _contents(bundles, kept)
        forms = shared_forms(contents, [c.items for c in met])
        fillings = mere_fillings(contents)
        met = [c for c in met if c.items not in fillings]
        met = [replace(c, fillings=forms.pop(untyped(c.items), c.fillings)) for c in met]
        met += _met(bundles, forms, least) if forms else []
        kept = choose(met, bundles.texts, bundles.sources, least, contents)
        kept = list(more_than_chance(kept, bundles.items, [e.count for e in bundles.evidence]))
    return [
        Induced(
            c.items,
            tuple(bundles.items[i] for i in members),
            bundles.sources(members),
            bundles.topics(members),
        )
        for c, members in kept
    ]


def sampled(
    skeletons: Mapping[Skeleton, Tally], least: int
) -> tuple[Mapping[Skeleton, Tally], int]:
    """Those met more than once and, by their own hash, as many of the others as are needed.

    With them, in how many sources of theirs a formula is met that is met in ``least`` of all.
    """
    enough = min(MOST_SKELETONS, max(FEWEST_SKELETONS, ENOUGH * len(skeletons) // least))
    if len(skeletons) <= enough:
        return skeletons, least
    ranked = sorted(skeletons, key=lambda s: (-min(2, skeletons[s].count), scattered(s), s))
    part = {s: skeletons[s] for s in ranked[:enough]}
    return part, min(least, max(ENOUGH, least * len(part) // len(skeletons)))


def _groups(bundles: _Bundles, least: int) -> list[Array]:
    """The distinct sets of skeletons that share an anchor, the largest first."""
    found = (group for group in bundles.coded.anchored() if bundles.reach(group, least))
    # Numbers of one length in bytes, the high ones first, sort as the numbers do.
    groups = {group.astype(">u4").tobytes() for group in found}
    ordered = sorted(groups, key=lambda group: (-len(group), group))
    return [np.frombuffer(group, ">u4").astype(np.int64) for group in ordered]


def _formulae(bundles: _Bundles, groups: Sequence[Array]) -> Iterator[Skeleton]:
    """What each bundle agrees on, unless a larger bundle agreed on the same words before."""
    heard = [group[:: -(-len(group) // MOST_MEMBERS)] for group in groups]
    first: dict[bytes, Array] = {}
    for group, common in zip(heard, spread(_common, bundles.coded, heard), strict=True):
        if common:
            first.setdefault(common, group)
    for items in spread(backbones, bundles.coded, list(first.values())):
        if items is not None and says_enough(items):
            yield items


def _repeated(bundles: _Bundles, least: int) -> Iterator[Skeleton]:
    """The skeletons met often enough by themselves.

    下面，我讲{n}点意见 is outvoted in each of its bundles where 下面，围绕…，我再讲{n}点意见 has
    more kinds of sentences.
    """
    for items, evidence in zip(bundles.items, bundles.evidence, strict=True):
        if evidence.count >= least and any(map(is_slot, items)) and says_enough(items):
            yield tuple(merge_slots(items))


def _common(coded: Coded, groups: Sequence[Array]) -> list[bytes]:
    """The words each group has in common, as one key; none where they are too few."""
    weighed = ((few, [coded.weights[group] for group in few]) for few in batches(groups))
    shared = chain.from_iterable(coded.shared(few, weights, SHARE) for few, weights in weighed)
    enough = ((words, words @ coded.worded >= FEWEST_LITERAL) for words in shared)
    return [np.packbits(words).tobytes() if is_enough else b"" for words, is_enough in enough]


def _met(
    bundles: _Bundles, formulae: Mapping[Skeleton, frozenset[Skeleton]], least: int
) -> list[Candidate]:
    """Those of the formulae that are met in enough sources; each with its known fillings."""
    where = Texts(bundles.texts, formulae), bundles.coded.having
    matched = spread(_matches, where, list(formulae))
    enough = (
        (items, here)
        for items, here in zip(formulae, matched, strict=True)
        if bundles.reach(here, least)
    )
    return [
        Candidate(
            items,
            _pattern(items),
            here,
            bundles.sources(here),
            bundles.topics(here),
            formulae[items],
        )
        for items, here in enough
    ]


def _matches(
    where: tuple[Texts, Mapping[str, Sequence[int]]], formulae: Sequence[Skeleton]
) -> list[frozenset[int]]:
    """The skeletons each formula stands for; looked for among those with its rarest words."""
    texts, having = where
    return [texts.matched(items, having_words(items, having)) for items in formulae]


def _contents(
    bundles: _Bundles, kept: Iterable[tuple[Candidate, Sequence[int]]]
) -> dict[Skeleton, str]:
    """What stands in the slots of the formulae, each content on a line."""
    return {
        c.items: "\n".join(
            content
            for index in members
            if (match := c.pattern.fullmatch(bundles.texts[index]))
            for content in match.groups()
        )
        for c, members in kept
    }


@lru_cache(4096)
def _pattern(items: Skeleton) -> re.Pattern[str]:
    return re.compile("".join("(.+?)" if is_slot(i) else re.escape(i) for i in items))
