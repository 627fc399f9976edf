"""Skeletons of one part of the speech → the formulae behind them.

A formula is found through any of its own words: the sentences that have the word (an anchor) make a
bundle, and what the bundle agrees on is the formula (:mod:`drafter.mining.align`). Words of fillers
make bundles too; what comes of them is weak, or only a richer copy of a formula, and is weeded
out in :mod:`drafter.mining.choose`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.mining.align import SHARE, Member, backbone
from drafter.mining.choose import Candidate, choose
from drafter.mining.lexicon import MARKS
from drafter.mining.shape import LEAST_LITERAL, is_framing
from drafter.mining.skeleton import Skeleton, is_slot, literal_chars
from drafter.mining.tally import Tally

__all__ = ["Induced", "induce"]

#: The longest run of words taken as one anchor.
ANCHOR_WORDS = 3

_HOLE = "\ue000"


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
        self.texts = [_text(s) for s in self.items]

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
    """The formulae met in at least ``least`` independent sources, the most telling first."""
    bundles = _Bundles(skeletons)
    found: dict[str, Candidate] = {}
    for group in _groups(bundles, least):
        items = _formula(bundles, group)
        if items is None or _text(items) in found:
            continue
        candidate = _candidate(bundles, items)
        if len(candidate.sources) >= least:
            found[_text(items)] = candidate
    kept = choose(list(found.values()), bundles.texts, bundles.sources, least)
    return [
        Induced(
            c.items,
            tuple(bundles.items[i] for i in members),
            bundles.sources(members),
            bundles.topics(members),
        )
        for c, members in kept
    ]


def _groups(bundles: _Bundles, least: int) -> list[tuple[int, ...]]:
    """The distinct sets of skeletons that share an anchor, the largest first."""
    where: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, items in enumerate(bundles.items):
        for anchor in _anchors(items):
            where[anchor].add(index)
    groups = {
        tuple(sorted(indexes))
        for indexes in where.values()
        if len(bundles.sources(indexes)) >= least
    }
    return sorted(groups, key=lambda g: (-len(g), g))


def _anchors(items: Skeleton) -> set[tuple[str, ...]]:
    out: set[tuple[str, ...]] = set()
    for start in range(len(items)):
        for end in range(start + 1, min(start + ANCHOR_WORDS, len(items)) + 1):
            run = items[start:end]
            if is_slot(run[-1]):
                break
            if literal_chars(run) >= 2:
                out.add(run)
    return out


def _formula(bundles: _Bundles, group: Sequence[int]) -> Skeleton | None:
    members = [bundles.members[i] for i in group]
    total = sum(m.weight for m in members)
    counts: dict[str, int] = defaultdict(int)
    for member in members:
        for item in set(member.items):
            counts[item] += member.weight
    common = [i for i, n in counts.items() if n >= SHARE * total]
    if literal_chars(common) < LEAST_LITERAL:
        return None
    items = backbone(members)
    return items if items is not None and is_framing(items) else None


def _candidate(bundles: _Bundles, items: Skeleton) -> Candidate:
    pattern = _pattern(items)
    words = [i for i in items if not is_slot(i) and i not in MARKS]
    pools = [bundles.by_word.get(w, []) for w in words]
    pool = min(pools, key=len) if pools else []
    matched = frozenset(i for i in pool if pattern.fullmatch(bundles.texts[i]))
    return Candidate(items, pattern, matched, bundles.sources(matched), bundles.topics(matched))


def _text(items: Skeleton) -> str:
    return "".join(_HOLE if is_slot(i) else i for i in items)


def _pattern(items: Skeleton) -> re.Pattern[str]:
    return re.compile("".join("(.+?)" if is_slot(i) else re.escape(i) for i in items))
