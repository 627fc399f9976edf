"""The sentences of one part of the speeches, with everything the search asks of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from drafter.mining.coded import Array, Coded, coded
from drafter.mining.lexicon import MORE, frame_lexicon
from drafter.mining.matching import Texts
from drafter.mining.skeleton import OPEN, WORK, is_slot, unpacked, with_holes, with_work
from drafter.mining.tally import KEPT, Tally, scattered

__all__ = ["Sentences"]

#: Formulae are looked for among so many skeletons of a part; their support is counted over all.
MOST_SKELETONS = 24_000
#: Of a formula met as often as it must be, so many sentences are looked for; more need not be, and
#: in a large corpus that is a small part of all. But part of a small number tells little.
ENOUGH, FEWEST_SKELETONS = 3, 6_000

_NUMBERS = frozenset(MORE)

#: Sentences of which this share is the same word for word are one sentence, at times damaged.
SAME = 0.8


@dataclass(frozen=True, eq=False)
class Sentences:
    """Skeletons by their lines, in order, and the evidence of each; told by their number.

    By the ``constant`` ones several sources say the same, word for word.
    """

    lines: Sequence[str]
    evidence: Sequence[Tally]
    constant: Collection[str] = frozenset()

    @classmethod
    def of(cls, tallies: Mapping[str, Tally], constant: Collection[str] = frozenset()) -> Sentences:
        """The skeletons of the tallies."""
        lines = sorted(tallies)
        return cls(lines, [tallies[line] for line in lines], constant)

    def some(self, numbers: Iterable[int]) -> Sentences:
        """Those of the sentences, given in order."""
        kept = list(numbers)
        evidence = [self.evidence[n] for n in kept]
        return Sentences([self.lines[n] for n in kept], evidence, self.constant)

    def __len__(self) -> int:
        return len(self.lines)

    def items(self) -> Iterator[tuple[str, Tally]]:
        """Each skeleton's line with its evidence."""
        return zip(self.lines, self.evidence, strict=True)

    @cached_property
    def coded(self) -> Coded:
        """The skeletons as numbers."""
        return coded(self.lines, self.times)

    @cached_property
    def searchable(self) -> Texts:
        """The skeletons as texts, a private character for each slot, to be searched."""
        return Texts(with_holes(["\n".join(self.lines).replace(" ", "")]).split("\n"))

    @property
    def texts(self) -> Sequence[str]:
        """The same, each by itself."""
        return self.searchable.texts

    def sample(self, least: int) -> tuple[Array, int]:
        """Those met more than once and, by their own hash, as many of the others as are needed.

        By their numbers, in order; with them, in how many sources of theirs a formula is met that
        is met in ``least`` of all.
        """
        most = len(self)
        enough = min(MOST_SKELETONS, max(FEWEST_SKELETONS, ENOUGH * most // least))
        if most <= enough:
            return np.arange(most), least
        once = np.array([e.count < 2 for e in self.evidence])
        order = np.lexsort((np.array([scattered(line) for line in self.lines]), once))
        return np.sort(order[:enough]), min(least, max(ENOUGH, least * enough // most))

    @cached_property
    def times(self) -> list[int]:
        """In how many sources each is met."""
        return [e.count for e in self.evidence]

    def vary(self, numbers: Collection[int]) -> bool:
        """Whether the sentences differ in what stands in their open slots, some damage aside."""
        met = [self.times[n] for n in numbers]
        most = max(met)
        line = self.lines[min([n for n, times in zip(numbers, met, strict=True) if times == most])]
        if line not in self.constant or {*filter(is_slot, unpacked(line))} != {OPEN}:
            return True
        return most < SAME * sum(met)

    def worded(self, number: int) -> str:
        """The line of a sentence with the words of the work that its slots always hold."""
        line, held = self.lines[number], self.evidence[number].always_held()
        return with_work(line, held) if held else line

    def all_worded(self, numbers: Sequence[int], share: float) -> list[str]:
        """The same of several; as they are where fewer than that share have one such word."""
        met: Counter[str] = Counter()
        for tally in (self.evidence[n] for n in numbers):
            for word in {*WORK.findall(tally.always_held())} if tally.held else ():
                met[word] += tally.count
        enough = share * sum(self.times[n] for n in numbers)
        if max(met.values(), default=0) < enough:
            return [self.lines[n] for n in numbers]
        return [self.worded(n) for n in numbers]

    def reach(self, numbers: Iterable[int], least: int) -> bool:
        """Whether the sentences are met in ``least`` sources."""
        seen: set[str] = set()
        for number in numbers:
            seen |= self.evidence[number].sources
            if len(seen) >= least:
                return True
        return False

    def reaching(self, groups: Sequence[Array], least: int) -> list[Array]:
        """Those of the groups of sentences that are met in ``least`` sources.

        How often its sentences are met says that of most groups; of the others it is counted.
        """
        if not groups:
            return []
        sizes = [*map(len, groups)]
        times = np.array(self.times)[np.concatenate(groups)]
        starts: Array = np.cumsum(sizes) - sizes
        most = np.maximum.reduceat(times, starts) if least <= KEPT else np.zeros(len(groups))
        told = zip(groups, np.add.reduceat(times, starts).tolist(), most.tolist(), strict=True)
        return [
            group
            for group, often, one in told
            if one >= least or (often >= least and self.reach(group.tolist(), least))
        ]

    def sources(self, numbers: Iterable[int]) -> frozenset[str]:
        """The sources of the sentences, as far as their tallies name them."""
        return frozenset[str]().union(*map(self._sources.__getitem__, numbers))

    def topics(self, numbers: Iterable[int]) -> frozenset[str]:
        """The topics of the sentences, as far as their tallies name them."""
        return frozenset[str]().union(*map(self._topics.__getitem__, numbers))

    @cached_property
    def _sources(self) -> list[set[str]]:
        return [e.sources for e in self.evidence]

    @cached_property
    def _topics(self) -> list[set[str]]:
        return [e.topics for e in self.evidence]

    def shared(self, run: str, likely: Iterable[str] = ()) -> bool:
        """Whether two independent sources have a run of literals.

        The ``likely`` lines are looked at first: they are a few of all, and nearly always enough.
        """
        worded = bool(frame_lexicon().work_in(run))
        said = self._said if worded or not _NUMBERS.isdisjoint(run) else self.texts.__getitem__
        at = (bisect_left(self.lines, line) for line in likely)
        if self.reach((n for n in at if run in said(n)), 2):
            return True
        texts = self._worded if worded else self.searchable
        return self.reach(texts.having(run).tolist(), 2)

    def _said(self, number: int) -> str:
        """The text of a sentence with the words of the work in it."""
        said = self.worded(number).replace(" ", "")
        return with_holes([WORK.sub(r"\1", said)])

    @cached_property
    def _worded(self) -> Texts:
        """The texts with the words of the work in them, to be searched."""
        said = "\n".join(map(self.worded, range(len(self)))).replace(" ", "")
        return Texts(with_holes([WORK.sub(r"\1", said)]).split("\n"))
