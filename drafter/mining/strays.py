"""Formulae of one part of the speeches met now and then in another, damaged.

Where a line is broken amid a sentence, its end goes with the points (…，就一定能够…！ of the
closing): that makes a formula of its own, met a few times beside the one that is met everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.bank import Pattern
from drafter.mining.matching import contents
from drafter.mining.shadows import RARE
from drafter.mining.skeleton import HOLE

__all__ = ["without_strays"]


class _Formula(NamedTuple):
    """A pattern with its words between its slots, and the part of the speeches it is of."""

    part: int
    pattern: Pattern
    runs: list[str]

    @property
    def text(self) -> str:
        """The frame, a sign for each slot."""
        return HOLE.join(self.runs)


def without_strays(parts: Sequence[Iterable[Pattern]]) -> list[list[Pattern]]:
    """The patterns of each part without those that are one of another part, with words lost.

    They are met a tenth as often, and nowhere say more.
    """
    told = [_formula(n, pattern) for n, patterns in enumerate(parts) for pattern in patterns]
    out: list[list[Pattern]] = [[] for _ in parts]
    for one in told:
        if not any(_is_stray(one, of) for of in told):
            out[one.part].append(one.pattern)
    return out


def _formula(part: int, pattern: Pattern) -> _Formula:
    said = (p if isinstance(p, str) else HOLE for p in pattern.parsed.parts)
    return _Formula(part, pattern, "".join(said).split(HOLE))


def _is_stray(one: _Formula, of: _Formula) -> bool:
    """Whether a rare formula is another part's with something lost."""
    rare = one.part != of.part and one.pattern.speeches <= RARE * of.pattern.speeches
    return rare and contents(one.runs, of.text) is not None
