"""Nouns that all of what is filled in ends in: 轮岗制度, 问责制度 are filled in with their 制度.

Where every filler has the noun, no sentence tells whose it is. But who writes a formula has the
noun in one (建立健全…制度); where it stands behind the slots of several, what is filled in there is
the same, noun and all. Nouns that anything may be called (…工作, …问题) tell nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.mining.candidates import Candidate
from drafter.mining.sentences import Sentences
from drafter.mining.shape import says_enough
from drafter.mining.skeleton import HOLE, OPEN, Skeleton, is_slot
from drafter.resources import read_data

__all__ = ["without_heads"]

#: Behind the slots of so many formulae, each with another word before, a noun is filled in.
SEVERAL = 2

#: A formula and the sentences it explains.
_Kept = tuple[Candidate, list[int]]


def without_heads(
    sentences: Sentences, kept: Sequence[_Kept], least: int, elsewhere: Callable[[str], int]
) -> list[_Kept]:
    """The formulae without nouns behind their slots that are filled in, alike ones as one.

    All other parts of the speeches together (``elsewhere`` tells how often they have a run) are as
    good as one formula, where they do not say the same.
    """
    before: dict[str, set[str]] = defaultdict(set)
    for candidate, _ in kept:
        for at in _heads(candidate.items):
            before[candidate.items[at]].add("".join(candidate.items[: at - 1][-1:]))
    filled = {
        noun
        for noun, words in before.items()
        if len(words) + (_behind_others(noun, words, elsewhere) >= least) >= SEVERAL
    }
    out: dict[Skeleton, _Kept] = {}
    for candidate, members in kept:
        items = _without(candidate.items, filled)
        own = sorted({*members, *(out[items][1] if items in out else ())})
        if items != candidate.items or items in out:
            named, about = sentences.sources(own), sentences.topics(own)
            one = replace(
                candidate, items=items, matched=frozenset(own), sources=named, topics=about
            )
            out[items] = one, own
        else:
            out[items] = candidate, members
    return [*out.values()]


def _behind_others(noun: str, words: Iterable[str], elsewhere: Callable[[str], int]) -> int:
    """How often other parts have a noun behind a slot that none of the words stands before."""
    return elsewhere(HOLE + noun) - sum(elsewhere(f"{word}{HOLE}{noun}") for word in words if word)


def _heads(items: Skeleton) -> Iterator[int]:
    """Where a noun ends what a slot holds, if no other slot begins behind it."""
    heads = read_data("mining.yaml")["heads"]
    for at, item in enumerate(items[1:], 1):
        if item in heads and is_slot(items[at - 1]) and not any(map(is_slot, items[at + 1 :][:1])):
            yield at


def _without(items: Skeleton, nouns: set[str]) -> Skeleton:
    for at in reversed([at for at in _heads(items) if items[at] in nouns]):
        loose = (*items[: at - 1], OPEN, *items[at + 1 :])
        if says_enough(loose):
            items = loose
    return items
