"""An index of candidates by the character pairs and runs they hold.

What a piece of content is about is looked up once for all candidates instead of compared with each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from drafter.drafting.candidates import GRAM, PAIR, Candidate

__all__ = ["Index"]

#: How much the most telling pair counts, and what makes content as near as can be: three of them.
_PAIR, _FULL = 340, 1000
#: A pair that stands in so many frames tells all it can; one in so many tells nothing.
_RARE, _COMMON = 3, 25


class Index:
    """Postings of candidates by pair and by run; ``version`` changes whenever one is added.

    ``runs`` maps a run to the candidates whose literal text has it.
    """

    def __init__(self, counts: Callable[[], Mapping[str, int]]) -> None:
        """``counts`` says in how many frames a pair stands: the fewer, the more it tells."""
        self._counts = counts
        self._pairs: dict[str, list[tuple[int, int]]] = {}
        self.runs: dict[str, list[int]] = {}
        self._held: dict[int, Candidate] = {}
        self._alike: dict[int, tuple[tuple[int, int], ...]] = {}

    @property
    def version(self) -> int:
        """How many candidates it holds."""
        return len(self._held)

    def add(self, candidate: Candidate) -> None:
        """Take a candidate in, once."""
        key = candidate.key
        if key in self._held:
            return
        self._held[key] = candidate
        self._alike.clear()
        counts, pairs = self._counts(), self._pairs
        for pair in _pieces(candidate.terms, PAIR):
            count = counts.get(pair, 1)
            if count < _COMMON:
                # Whole numbers, so that a sum is the same in whatever order it is made.
                weight = _PAIR if count <= _RARE else _PAIR * _RARE // count
                pairs.setdefault(pair, []).append((key, weight))
        for run in _pieces(candidate.grams, GRAM):
            self.runs.setdefault(run, []).append(key)

    def nearness(self, about: Iterable[str]) -> dict[int, float]:
        """How much each candidate has to do with some content, 0 to 1; the rest are absent."""
        sums: dict[int, int] = {}
        pairs = self._pairs
        for pair in about:
            if pair in pairs:
                for key, weight in pairs[pair]:
                    sums[key] = sums.get(key, 0) + weight
        return {key: min(1.0, value / _FULL) for key, value in sums.items()}

    def alike(self, key: int) -> tuple[tuple[int, int], ...]:
        """The candidates that share runs with one, itself left out, and how many they share."""
        found = self._alike.get(key)
        if found is None:
            counts: dict[int, int] = {}
            held = self._held.get(key)
            for run in _pieces(held.grams, GRAM) if held else ():
                for other in self.runs[run]:
                    counts[other] = counts.get(other, 0) + 1
            counts.pop(key, None)
            found = self._alike[key] = tuple(counts.items())
        return found


def _pieces(text: str, size: int) -> list[str]:
    """A set written in one string, taken apart again."""
    return [text[i : i + size] for i in range(0, len(text), size)]
