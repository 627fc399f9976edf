"""Skeletons of one part of the speech → the formulae behind them.

A formula is found through any of its own words: the sentences that have the word (an anchor) make a
bundle, and what the bundle agrees on is the formula (:mod:`drafter.mining.align`). Words of fillers
make bundles too; what comes of them is weak, or only a richer copy of a formula, and is weeded
out in :mod:`drafter.mining.choose`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from drafter.mining.align import Member, backbone, common_words
from drafter.mining.choose import Candidate, choose, having_words
from drafter.mining.lexicon import MARKS
from drafter.mining.shape import BREAKS, LEAST_LITERAL, says_enough, takes_hold
from drafter.mining.siblings import shared_forms, untyped
from drafter.mining.skeleton import Skeleton, is_slot, literal_chars, with_holes
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
#: A slot that holds no clause of its own.
_WITHIN = f"([^{''.join(sorted(BREAKS))}]+?)"


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
        self.members = [Member(s, e.count) for s, e in zip(self.items, self.evidence, strict=True)]
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

    @cached_property
    def by_word(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = defaultdict(list)
        for index, items in enumerate(self.items):
            for item in set(items):
                if not is_slot(item) and item not in MARKS:
                    where[item].append(index)
        return where


def induce(skeletons: Mapping[Skeleton, Tally], least: int) -> list[Induced]:
    """The formulae met in at least ``least`` independent sources, the most telling first.

    A formula that takes no hold of its sentence (…要加强对…的指导) counts only where sentences are
    formulae as a whole: elsewhere such are phrases of a field (…事业单位…).
    """
    bundles = _Bundles(skeletons)
    part, fewer = sampled(skeletons, least)
    searched = bundles if len(part) == len(skeletons) else _Bundles(part)
    found: dict[str, Skeleton] = {}
    for items in _formulae(searched, _groups(searched, fewer)):
        found.setdefault(with_holes(items), items)
    met = _met(bundles, dict.fromkeys(found.values(), frozenset()), least)
    kept = choose(met, bundles.texts, bundles.sources, least)
    if sum(len(members) for _, members in kept) <= WHOLE * len(skeletons):
        holding = [c for c in met if takes_hold(c.items)]
        kept = choose(holding, bundles.texts, bundles.sources, least)
    else:
        forms = shared_forms(_contents(bundles, kept), found.values())
        met = [replace(c, fillings=forms.pop(untyped(c.items), c.fillings)) for c in met]
        met += _met(bundles, forms, least)
        kept = choose(met, bundles.texts, bundles.sources, least)
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


def _groups(bundles: _Bundles, least: int) -> list[tuple[int, ...]]:
    """The distinct sets of skeletons that share an anchor, the largest first."""
    where: dict[str | tuple[str, ...], list[int]] = defaultdict(list)
    for index, items in enumerate(bundles.items):
        for anchor in _anchors(items):
            where[anchor].append(index)
    groups = {tuple(indexes) for indexes in where.values() if bundles.reach(indexes, least)}
    return sorted(groups, key=lambda g: (-len(g), g))


def _anchors(items: Skeleton) -> set[str | tuple[str, ...]]:
    """The words of two characters or more, and the neighbours, that may give it away.

    Two neighbours where one is such a word, or three of one character each (我|再|讲).
    """
    out: set[str | tuple[str, ...]] = {i for i in items if len(i) > 1 and not is_slot(i)}
    out.update(
        (a, b)
        for a, b in pairwise(items)
        if not (is_slot(a) or is_slot(b)) and len(a) + len(b) > 2 + (a in MARKS or b in MARKS)
    )
    out.update(
        three
        for three in zip(items, items[1:], items[2:], strict=False)
        if len("".join(three)) == len(three) and MARKS.isdisjoint(three)
    )
    return out


def _formulae(bundles: _Bundles, groups: Sequence[Sequence[int]]) -> Iterator[Skeleton]:
    """What each bundle agrees on, unless a larger bundle agreed on the same words before."""
    members = bundles.members
    heard = [group[:: -(-len(group) // MOST_MEMBERS)] for group in groups]
    first: dict[frozenset[str], Sequence[int]] = {}
    for group, common in zip(heard, spread(_common, members, heard), strict=True):
        if literal_chars(common) >= LEAST_LITERAL:
            first.setdefault(common, group)
    for items in spread(_backbone, members, list(first.values())):
        if items is not None and says_enough(items):
            yield items


def _common(members: Sequence[Member], group: Sequence[int]) -> frozenset[str]:
    return common_words([members[i] for i in group])


def _backbone(members: Sequence[Member], group: Sequence[int]) -> Skeleton | None:
    return backbone([members[i] for i in group])


def _matches(
    where: tuple[Sequence[str], Mapping[str, Sequence[int]]], items: Skeleton
) -> frozenset[int]:
    """The skeletons a formula stands for; looked for among those with its rarest word."""
    texts, by_word = where
    fits = _pattern(items).fullmatch
    return frozenset(i for i in having_words(items, by_word) if fits(texts[i]))


def _met(
    bundles: _Bundles, formulae: Mapping[Skeleton, frozenset[Skeleton]], least: int
) -> list[Candidate]:
    """Those of the formulae that are met in enough sources; each with its known fillings."""
    matched = spread(_matches, (bundles.texts, bundles.by_word), list(formulae))
    candidates = (
        Candidate(
            items, _pattern(items), here, bundles.sources(here), bundles.topics(here), fillings
        )
        for (items, fillings), here in zip(formulae.items(), matched, strict=True)
    )
    return [c for c in candidates if len(c.sources) >= least]


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
    """What a formula matches; one that does not take hold of its sentence must be all of it."""
    slot = "(.+?)" if takes_hold(items) else _WITHIN
    return re.compile("".join(slot if is_slot(i) else re.escape(i) for i in items))
