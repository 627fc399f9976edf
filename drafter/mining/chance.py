"""Formulae of words that meet by chance, where what the speeches say is formulae as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from math import prod

from drafter.mining.choose import Candidate
from drafter.mining.lexicon import MARKS
from drafter.mining.skeleton import Skeleton, is_slot

__all__ = ["more_than_chance"]

#: The words of a formula come together so many times as often as they would by chance.
LIFT = 2
#: More rounds change little.
ROUNDS = 12


def more_than_chance(
    kept: Sequence[tuple[Candidate, list[int]]], items: Sequence[Skeleton], weights: Sequence[int]
) -> Iterator[tuple[Candidate, list[int]]]:
    """The formulae whose words no chance brings together, each with its sentences.

    What no formula stands for (a story told between two of them) tells how often its words are met
    on their own: those that are met together no more often than that are its words, not a formula.
    """
    explained = set(chain.from_iterable(members for _, members in kept))
    rest = {n: frozenset(items[n]) for n in range(len(items)) if n not in explained}
    for candidate, members in kept:
        words = {i for i in candidate.items if not is_slot(i) and i not in MARKS}
        # What has all of the words is the formula, damaged.
        others = [(has, weights[n]) for n, has in rest.items() if not words <= has]
        met = [sum(weight for has, weight in others if w in has) for w in words]
        by_chance = _expected(met, sum(weight for _, weight in others))
        if sum(weights[n] for n in members) > LIFT * by_chance:
            yield candidate, members


def _expected(met: Sequence[int], total: int) -> float:
    """How often words would all meet by chance that are met so often among ``total`` on their own.

    Where they meet each is met as well, so the number is found in rounds.
    """
    expected = 0.0
    for _ in range(ROUNDS if total else 0):
        together = total + expected
        expected = together * prod((n + expected) / together for n in met)
    return expected
