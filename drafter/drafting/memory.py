"""The memory of what has been said, so that nothing is said twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from drafter.drafting.candidates import opener_of
from drafter.resources import read_data
from drafter.text.sentences import split_sentences

__all__ = ["Memory", "clumsy"]

#: A run this long that comes again is heard as a repetition (topic and names aside).
_RUN = 11
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


def _runs_of(text: str) -> list[str]:
    """Its runs; a sentence too short to have one counts as a run itself."""
    runs = [text[i : i + _RUN] for i in range(max(1, len(text) - _RUN + 1))]
    return runs + [s for s in split_sentences(text) if len(s) < _RUN]


class Memory:
    """The runs, sentences, patterns and openers a speech has used so far.

    ``names`` (meeting, topic, unit) are left out of comparison: they may come as often as needed.
    ``said`` are the sentences in order, without the names, each with the candidate it came from.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = tuple(sorted(names, key=len, reverse=True))
        self._runs: set[str] = set()
        self.said: list[tuple[str, int | None]] = []
        self.keys: set[int] = set()
        self.openers: Counter[str] = Counter()
        self.shapes: Counter[tuple[frozenset[str], ...]] = Counter()

    def copy(self) -> Memory:
        """A memory that can go its own way from here."""
        other = Memory(self._names)
        other._runs = set(self._runs)
        other.said = list(self.said)
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
        return not self._runs.isdisjoint(_runs_of(self._bare(text)))

    def add(self, text: str, key: int | None = None) -> None:
        """Remember a sentence, and the candidate (by its key) that made it."""
        bare = self._bare(text)
        self._runs.update(_runs_of(bare))
        self.said.append((bare, key))
        for sentence in split_sentences(text):
            self.openers[opener_of(sentence)] += 1
        if key is not None:
            self.keys.add(key)
