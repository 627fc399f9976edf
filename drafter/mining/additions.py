"""What a richer formula has more than a general one, slot by slot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.mining.candidates import Candidate
from drafter.mining.lexicon import ALL_MARKS, MARKS
from drafter.mining.matching import contents
from drafter.mining.skeleton import HOLE, Skeleton, is_slot

__all__ = ["Added", "additions", "edges_of", "goes_with", "in_order", "is_at_edge", "touches"]


class Added(NamedTuple):
    """A slot of a general candidate, its content in a richer one, and the words in that."""

    slot: int
    content: str
    runs: list[str]


def additions(rich: Candidate, general: Candidate) -> list[Added]:
    """What stands in the slots of the general one, where it has words of two characters."""
    held = enumerate(contents(general.runs, rich.text) or ())
    return [Added(n, content, runs) for n, content in held if (runs := _runs(content))]


def touches(rich: Candidate, general: Candidate) -> bool:
    """Whether the rich one has more at the edge of a slot: …的… within one may be any filler."""
    held = contents(general.runs, rich.text) or ()
    return any(not (content.startswith(HOLE) and content.endswith(HOLE)) for content in held)


def _runs(content: str) -> list[str]:
    return [r for r in content.split(HOLE) if len(r.strip(ALL_MARKS)) >= 2]


def in_order(runs: Sequence[str], text: str) -> bool:
    """Whether a text has all of the runs, one behind the other, whatever stands around them."""
    at = 0
    for run in runs:
        found = text.find(run, at)
        if found < 0:
            return False
        at = found + len(run)
    return True


def goes_with(one: Skeleton, other: Skeleton) -> bool:
    """Whether a formula has all words of another in their order."""
    few, many = sorted(([i for i in items if not is_slot(i)] for items in (one, other)), key=len)
    left = iter(many)
    return all(word in left for word in few)


def is_at_edge(added: Added, general: Candidate) -> bool:
    """Whether words added in a slot begin or end a clause of the formula."""
    begins, ends = edges_of(added, general)
    own = (not added.content.startswith(HOLE), not added.content.endswith(HOLE))
    return (begins and own[0]) or (ends and own[1])


def edges_of(added: Added, general: Candidate) -> tuple[bool, bool]:
    """Whether the slot that words are added in begins a clause, and whether it ends one."""
    before, after = general.runs[added.slot][-1:], general.runs[added.slot + 1][:1]
    return not before or before in MARKS, not after or after in MARKS
