"""The memory of what has been said, so that nothing is said twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from drafter.drafting.stock.looking import GRAM, PAIR, opener_of
from drafter.resources import read_data
from drafter.text.scanning import longest_first
from drafter.text.sentences import split_sentences

__all__ = ["Memory", "clumsy", "sentences_of", "words_of"]

#: A run this long that comes again is heard as a repetition (topic and names aside).
_RUN = 11
#: What no text holds, so that no run goes from one text into the next.
_BETWEEN = "\n"
#: Wherever a run stands in a text, one of the blocks the text is cut into lies inside it whole.
_BLOCK = (_RUN + 1) // 2
#: Beyond this, a single text of the brief is not remembered run by run.
_LONG = 3000
#: Of so many texts it is kept how they are heard: the same frames come in draft after draft.
_REMEMBERED = 1024
#: Of so many the pieces are kept: of those that were tried, not of the brief's own.
_TRIED = 512


@cache
def _clumsy() -> tuple[re.Pattern[str], ...]:
    # One by one: each is looked for from its possible first characters, all together from any.
    wording = read_data("wording.yaml")
    return tuple(map(re.compile, (*wording["plain_clumsy"], wording["doubled"])))


@lru_cache(_REMEMBERED)
def clumsy(text: str) -> bool:
    """Whether a sentence has a join nobody says (要要, 召开召开, 切实…切实)."""
    return any(joined.search(text) for joined in _clumsy())


@lru_cache(_TRIED)
def _pieces(text: str) -> frozenset[str]:
    """All pieces of a text that are as long as a block."""
    return frozenset([text[i : i + _BLOCK] for i in range(len(text) - _BLOCK + 1)])


#: A name of so many characters is a mouthful each time it is said.
_LONG_NAME = 8


class _Heard(NamedTuple):
    """What is remembered of a text: the blocks it is cut into, and what is too short for a run.

    That are its short sentences, each counts as one, and such a text itself. ``grams`` are the
    short runs by which sentences are felt to repeat one another.
    """

    blocks: tuple[str, ...]
    short: tuple[str, ...]
    grams: frozenset[str]


@lru_cache(_REMEMBERED)
def _heard(text: str) -> _Heard:
    """How a text is heard."""
    blocks = [text[i : i + _BLOCK] for i in range(0, len(text) - _BLOCK + 1, _BLOCK)]
    short = [s for s in sentences_of(text) if len(s) < _RUN]
    if len(text) < _RUN:
        short.append(text)
    grams = frozenset([text[i : i + GRAM] for i in range(len(text) - GRAM + 1)])
    return _Heard(tuple(blocks), tuple(short), grams)


@lru_cache(_REMEMBERED)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of what a frame says; a passage has several."""
    return tuple(split_sentences(text))


@lru_cache(_REMEMBERED)
def words_of(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some words that a text has: of those that are banned hardly any has one."""
    return tuple([word for word in words if word in text])


@lru_cache(_REMEMBERED)
def _openers(text: str) -> tuple[str, ...]:
    """What the sentences of a text begin with."""
    return tuple(map(opener_of, sentences_of(text)))


class Memory:
    """The runs, sentences, patterns and openers a speech has used so far.

    ``names`` (meeting, topic, unit) are left out of comparison: they may come as often as needed.
    ``grams`` are the short runs of what was said, the names left out; ``texts`` is how many texts,
    ``mentions`` in how many of them a ``topic`` with a long name is named.
    What was said is cut into blocks: a text that has none of them repeats no run, and only one that
    does is compared run by run.
    """

    def __init__(self, names: Iterable[str] = (), topic: str = "") -> None:
        self._names = longest_first(names)
        self._topic = topic if len(topic) >= _LONG_NAME else "\0"
        self.mentions = 0
        self._blocks: set[str] = set()
        self._short: set[str] = set()
        self._told = ""
        self.grams: set[str] = set()
        self._runs: set[str] = set()
        self._turns: list[frozenset[str]] = []
        self.texts = 0
        self.keys: set[int] = set()
        self.openers: defaultdict[str, int] = defaultdict(int)
        self.shapes: Counter[tuple[frozenset[str], ...]] = Counter()

    def copy(self) -> Memory:
        """A memory that can go its own way from here."""
        other = Memory(self._names, self._topic)
        other.mentions = self.mentions
        other._blocks = set(self._blocks)
        other._short = set(self._short)
        other._told = self._told
        other.grams = set(self.grams)
        other._runs = set(self._runs)
        other._turns = list(self._turns)
        other.texts = self.texts
        other.keys = set(self.keys)
        other.openers = self.openers.copy()
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
        if not self._short.isdisjoint(_heard(bare).short):
            return True
        blocks = self._blocks
        if blocks.isdisjoint(_pieces(bare)):
            return False
        heard = [i for i in range(len(bare) - _BLOCK + 1) if bare[i : i + _BLOCK] in blocks]
        return any(
            bare[start : start + _RUN] in self._told
            for block in heard
            for start in range(max(0, block + _BLOCK - _RUN), min(block, len(bare) - _RUN) + 1)
        )

    def tells(self, clause: str) -> bool:
        """Whether these very words were said."""
        return clause in self._told

    def has_said(self, sentence: str) -> bool:
        """Whether this very sentence was said, names in it or not."""
        return _BETWEEN + self._bare(sentence) in self._told

    def again(self, runs: frozenset[str], common: frozenset[str], own: frozenset[str]) -> int:
        """How many of a frame's runs one text that was said shares with it.

        Those that are ``common`` nobody knows again, nor those of the brief's ``own`` words.
        """
        shared = (runs & self._runs) - common
        left = {t for t in shared if not own.issuperset((t[:PAIR], t[PAIR:]))}
        most = 0
        for turns in reversed(self._turns) if left else ():
            here = left & turns
            if here:  # a run counts for the text that had it last
                most = max(most, len(here))
                left -= here
                if len(left) <= most:
                    break
        return most

    def add(self, text: str, key: int | None = None, runs: frozenset[str] = frozenset()) -> None:
        """Remember a sentence, and the candidate (by its key and its frame's runs) that made it."""
        bare = self._bare(text)
        heard = _heard(bare)
        self._blocks.update(heard.blocks)
        self._short.update(heard.short)
        self.grams |= heard.grams
        self.texts += 1
        self.mentions += self._topic in text
        if runs:
            self._runs |= runs
            self._turns.append(runs)
        self._told += _BETWEEN + bare
        for opener in _openers(text):
            self.openers[opener] += 1
        if key is not None:
            self.keys.add(key)
