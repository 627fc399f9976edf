"""A possible formula with the sentences it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from drafter.mining.matching import runs_of
from drafter.mining.skeleton import Skeleton, literal_chars, with_holes

__all__ = ["Candidate"]


@dataclass(frozen=True, eq=False)
class Candidate:
    """A possible formula, the sentences (by index) it matches, and their sources and topics.

    ``fillings`` are formulae known to be this one, filled.
    """

    items: Skeleton
    matched: frozenset[int]
    sources: frozenset[str]
    topics: frozenset[str]
    fillings: frozenset[Skeleton] = frozenset()

    @cached_property
    def runs(self) -> list[str]:
        """The literals before, between and behind the slots."""
        return runs_of(self.items)

    @cached_property
    def literal(self) -> int:
        """Literal characters, marks aside."""
        return literal_chars(self.items)

    @property
    def score(self) -> int:
        """Support times the square of the literal: what naming the formula saves."""
        return len(self.sources) * self.literal**2

    @cached_property
    def text(self) -> str:
        """The items joined, a private character for each slot."""
        return with_holes(self.items)
