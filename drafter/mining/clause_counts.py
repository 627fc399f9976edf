"""The clauses of sentences, and what they begin and end with, counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafter.mining.lexicon import MARKS
from drafter.mining.sentences import Sentences
from drafter.mining.shape import BREAKS
from drafter.mining.skeleton import Skeleton, is_slot, unpacked

__all__ = ["ENDS", "Clause", "Clauses", "Count", "is_word"]

#: Words at either end of a clause that may belong to its formula.
ENDS = 3
#: Clauses of more items are two in one.
_LONGEST = 20
#: So many different contents show that a place is a slot.
_CONTENTS = 4


class Clause(NamedTuple):
    """A clause, in which sources (as bits) and how many, and whether it leads a sentence on."""

    items: Skeleton
    sources: int
    times: int
    leading: bool


@dataclass(slots=True)
class Count:
    """How often something was met, in which skeletons' sources (as bits), around what."""

    times: int = 0
    leading: int = 0
    sources: int = 0
    contents: frozenset[Skeleton | int] = frozenset()

    def add(self, clause: Clause, content: Skeleton = ()) -> None:
        """Count the clause, where ``content`` stands in what the count is of."""
        before = self.times
        self.times += clause.times
        self.leading += clause.times if clause.leading else 0
        self.sources |= clause.sources
        if content and len(self.contents) < _CONTENTS:
            # Nobody knows what stood in a slot; it is taken to be something else each time.
            known = not any(map(is_slot, content))
            unknown = range(before, min(self.times, before + _CONTENTS))
            self.contents |= {content} if known else {*unknown}


class Clauses:
    """The clauses of the sentences, each with its sources as bits.

    ``all`` are those of ``sentences`` one after another, ``total`` how many times they are met;
    ``heads`` and ``tails`` what they begin and end with in ``least`` sources.
    """

    def __init__(self, sentences: Sentences, least: int) -> None:
        self.least = least
        self._hashes = sorted({h for t in sentences.evidence for h in t.sources})
        self._topics: dict[str, set[str]] = defaultdict(set)
        bit = {h: 1 << n for n, h in enumerate(self._hashes)}
        self.sentences: list[list[Clause]] = []
        for line, tally in sentences.items():
            for h in tally.sources:
                self._topics[h].update(tally.topics)
            bits, clauses = sum(bit[h] for h in tally.sources), _clauses(unpacked(line))
            self.sentences.append(
                [
                    Clause(clause, bits, tally.count, n == 0 and len(clauses) > 1)
                    for n, clause in enumerate(clauses)
                ]
            )
        self.all = [clause for sentence in self.sentences for clause in sentence]
        self.total = sum(clause.times for clause in self.all)
        self.heads = self._ends(_heads)
        self.tails = self._ends(_tails)

    def _ends(self, ends: Callable[[Skeleton], Iterator[Skeleton]]) -> dict[Skeleton, Count]:
        counts: dict[Skeleton, Count] = defaultdict(Count)
        for clause in self.all:
            for end in ends(clause.items):
                counts[end].add(clause)
        return {e: c for e, c in counts.items() if self.enough(c)}

    def enough(self, count: Count) -> bool:
        """Whether something is met in enough sources."""
        return count.sources.bit_count() >= self.least

    def formula(self, count: Count) -> bool:
        """Whether what is met often enough is so around changing contents."""
        return self.enough(count) and len(count.contents) >= _CONTENTS

    def known_heads(self, clause: Clause) -> list[Skeleton]:
        """What the clause begins with that enough sources begin clauses with."""
        return [h for h in _heads(clause.items) if h in self.heads]

    def known_tails(self, clause: Clause) -> list[Skeleton]:
        """What the clause ends with that enough sources end clauses with."""
        return [t for t in _tails(clause.items) if t in self.tails]

    def evidence(self, count: Count) -> tuple[frozenset[str], frozenset[str]]:
        """The sources of what was counted, and their topics."""
        sources = frozenset(h for n, h in enumerate(self._hashes) if count.sources >> n & 1)
        topics = frozenset(t for h in sources for t in self._topics[h])
        return sources, topics


def _clauses(items: Sequence[str]) -> list[Skeleton]:
    out: list[Skeleton] = []
    start = 0
    for n, item in enumerate([*items, "。"]):
        if item in BREAKS:
            if n > start:
                out.append(tuple(items[start:n]))
            start = n + 1
    return out


def _heads(clause: Skeleton) -> Iterator[Skeleton]:
    """What the clause begins with: nothing where it is too long to be one clause."""
    if len(clause) > _LONGEST:
        return
    for size in range(1, min(ENDS, len(clause) - 1) + 1):
        if not is_word(clause[size - 1]):
            return
        yield clause[:size]


def _tails(clause: Skeleton) -> Iterator[Skeleton]:
    """What the clause ends with, likewise."""
    return (tail[::-1] for tail in _heads(clause[::-1]))


def is_word(item: str) -> bool:
    """Whether an item of a clause is neither slot nor mark."""
    return not is_slot(item) and item not in MARKS
