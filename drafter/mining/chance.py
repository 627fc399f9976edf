"""Formulae of words that meet by chance, where what the speeches say is formulae as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import prod

import numpy as np

from drafter.mining.candidates import Candidate
from drafter.mining.coded import Array, Coded, among
from drafter.mining.lexicon import MARKS
from drafter.mining.skeleton import is_slot

__all__ = ["more_than_chance"]

#: The words of a formula come together so many times as often as they would by chance.
LIFT = 2
#: More rounds change little.
ROUNDS = 12


def more_than_chance(
    kept: Sequence[tuple[Candidate, list[int]]], sentences: Coded
) -> Iterator[tuple[Candidate, list[int]]]:
    """The formulae whose words no chance brings together, each with its sentences.

    What no formula stands for (a story told between two of them) tells how often its words are met
    on their own: those that are met together no more often than that are its words, not a formula.
    """
    weights = sentences.weights
    own = weights.copy()
    own[list(chain.from_iterable(members for _, members in kept))] = 0
    total = int(own.sum())
    met = {word: int(own[having].sum()) for word, having in sentences.having.items()}
    for candidate, members in kept:
        words = sorted({i for i in candidate.items if not is_slot(i) and i not in MARKS})
        # What has all of the words is the formula, damaged.
        whole = int(own[_having_all(words, sentences.having)].sum())
        by_chance = _expected([met.get(w, 0) - whole for w in words], total - whole)
        if weights[members].sum() > LIFT * by_chance:
            yield candidate, members


def _having_all(words: Iterable[str], having: Mapping[str, Array]) -> Array:
    """The sentences that have all the words."""
    nowhere = np.array([], np.int32)
    first, *others = sorted((having.get(word, nowhere) for word in words), key=len)
    for more in others:
        first = first[among(first, more)]
    return first


def _expected(met: Sequence[int], total: int) -> float:
    """How often words would all meet by chance that are met so often among ``total`` on their own.

    Where they meet each is met as well, so the number is found in rounds.
    """
    expected = 0.0
    for _ in range(ROUNDS if total else 0):
        together = total + expected
        expected = together * prod((n + expected) / together for n in met)
    return expected
