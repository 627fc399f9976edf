"""An index of candidates by the character pairs and runs they hold.

What a piece of content is about is looked up once for all candidates instead of compared with each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from drafter.drafting.candidates import Candidate

__all__ = ["Index"]

#: Pairs that tell less than this are not worth looking up.
_TELLING = 0.04
#: How much one telling pair in common is; three of them are as near as can be.
_PAIR = 0.34


class Index:
    """Postings of candidates by pair and by run; ``version`` changes whenever one is added."""

    def __init__(self, weight: Callable[[str], float]) -> None:
        """``weight`` says how telling a character pair is, 0 to 1."""
        self._weight = weight
        self._pairs: dict[str, list[tuple[int, float]]] = {}
        self._runs: dict[str, list[int]] = {}
        self._keys: set[int] = set()

    @property
    def version(self) -> int:
        """How many candidates it holds."""
        return len(self._keys)

    def add(self, candidate: Candidate) -> None:
        """Take a candidate in, once."""
        key = candidate.key
        if key in self._keys:
            return
        self._keys.add(key)
        for pair in candidate.terms:
            weight = self._weight(pair)
            if weight > _TELLING:
                self._pairs.setdefault(pair, []).append((key, weight))
        for run in candidate.grams:
            self._runs.setdefault(run, []).append(key)

    def nearness(self, about: Iterable[str]) -> dict[int, float]:
        """How much each candidate has to do with some content, 0 to 1; the rest are absent."""
        sums: dict[int, float] = {}
        pairs = self._pairs
        # Sorted, because the order of adding shows in the last digit of a sum.
        for pair in sorted(about):
            for key, weight in pairs.get(pair, ()):
                sums[key] = sums.get(key, 0.0) + weight
        return {key: min(1.0, _PAIR * value) for key, value in sums.items()}

    def holding(self, run: str) -> Sequence[int]:
        """The candidates whose literal text has a run."""
        return self._runs.get(run, ())
