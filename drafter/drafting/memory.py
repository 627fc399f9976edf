"""The memory of what has been said, so that nothing is said twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from drafter.drafting.candidates import opener_of
from drafter.resources import read_data

__all__ = ["Memory", "clumsy"]

#: A run this long that comes again is heard as a repetition (topic and names aside).
_RUN = 11
_GRAM = 4
#: Beyond this, a single text of the brief is not remembered run by run.
_LONG = 3000


@cache
def _clumsy() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{c})" for c in read_data("wording.yaml")["plain_clumsy"]))


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["doubled"])


def clumsy(text: str) -> bool:
    """Whether a sentence has a join nobody says (要要, 召开召开, 切实…切实)."""
    return _clumsy().search(text) is not None or _doubled().search(text) is not None


class Memory:
    """The runs, sentences, patterns and openers a speech has used so far.

    ``names`` (meeting, topic, unit) are left out of comparison: they may come as often as needed.
    ``fresh`` are the short runs said since somebody last took note of them and emptied it.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = tuple(sorted(names, key=len, reverse=True))
        self._runs: set[str] = set()
        self.grams: set[str] = set()
        self.fresh: list[str] = []
        self.keys: set[int] = set()
        self.openers: Counter[str] = Counter()
        self.shapes: Counter[tuple[frozenset[str], ...]] = Counter()

    def copy(self) -> Memory:
        """A memory that can go its own way from here."""
        other = Memory(self._names)
        other._runs = set(self._runs)
        other.grams = set(self.grams)
        other.keys = set(self.keys)
        other.openers = Counter(self.openers)
        other.shapes = Counter(self.shapes)
        return other

    def _bare(self, text: str) -> str:
        for name in self._names:
            if name in text:
                text = text.replace(name, "\x00")
        return text[:_LONG]

    def repeats(self, text: str) -> bool:
        """Whether a run of the text was said before."""
        bare = self._bare(text)
        runs = self._runs
        return any(bare[i : i + _RUN] in runs for i in range(max(1, len(bare) - _RUN + 1)))

    def add(self, text: str, key: int | None = None) -> None:
        """Remember a sentence, and the candidate (by its key) that made it."""
        bare = self._bare(text)
        self._runs.update(bare[i : i + _RUN] for i in range(max(1, len(bare) - _RUN + 1)))
        for i in range(len(bare) - _GRAM + 1):
            gram = bare[i : i + _GRAM]
            if gram not in self.grams:
                self.grams.add(gram)
                self.fresh.append(gram)
        self.openers[opener_of(text)] += 1
        if key is not None:
            self.keys.add(key)

    def add_all(self, texts: Sequence[str]) -> None:
        """Remember several sentences."""
        for text in texts:
            self.add(text)
