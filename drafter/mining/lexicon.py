"""The frame lexicon: which words may stand as literals in a mined frame. Everything else is a slot.

The list is data (drafter/data/frame_lexicon.yaml), reviewed and versioned. A word counts only
where the segmenter sees a word: 和 in 和谐 is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from functools import cache, cached_property, lru_cache
from itertools import combinations, compress, count

from drafter.resources import read_data
from drafter.text.segment import segment

__all__ = ["ALL_MARKS", "MARKS", "MORE", "Lexicon", "frame_lexicon"]

#: Punctuation a frame may have, as one text and as a set; quotes, brackets and book-title marks
#: belong to names.
ALL_MARKS = "，。！？；：、"
MARKS = frozenset(ALL_MARKS)
#: What words do not go together over: marks, ends of lines, signs of masks (noncharacters).
_BOUNDS = MARKS | {"\n", *map(chr, range(0xFDD0, 0xFDF0))}

#: A stretch of unknown words up to this long may be cut anew.
_RECUT = 4

#: Numbers that count; 一 before a measure is a word (一个, 一场).
MORE = "二三四五六七八九十两"

#: So many readings of words are remembered of each kind.
_KEPT = 1 << 14

_RUN = re.compile(r"[^，。！？；：、\s]+")


class Lexicon:
    """Words by class; phrases are matched over the boundaries the segmenter sets."""

    def __init__(
        self, version: str, words: dict[str, Sequence[str]], work: Sequence[str] = ()
    ) -> None:
        """Words by their classes, and words of the ``work`` (:meth:`of_work`)."""
        self.version = version
        self.classes = {w: kind for kind, group in words.items() for w in group}
        self._told = frozenset(work)
        self.work = self._told.difference(self.classes)
        self._of_all = self.work.union("一", MORE)
        self.longest = max((len(w) for w in self.classes), default=0)

    def work_in(self, run: str) -> frozenset[str]:
        """The words of the work that stand in a run, be they made of listed ones (全公司)."""
        ends = combinations(range(len(run) + 1), 2)
        return self._told.intersection([run[start:end] for start, end in ends])

    def __contains__(self, word: str) -> bool:
        return word in self.classes

    def of_work(self, word: str) -> tuple[str, ...]:
        """The words of the work, and listed ones, that ``word`` is or is made of; () if it is not.

        They speak of what some people work on (企业, 绩效奖金), and are literals only where all
        sentences of a formula have them: elsewhere they are what the speeches fill in.
        """
        if word in self.work:
            return (word,)
        for i in range(2, len(word) - 1):
            head, rest = word[:i], word[i:]
            if head in self.classes or head in self.work:
                parts = (rest,) if rest in self.classes else self.of_work(rest)
                if parts:
                    return (head, *parts)
        return ()

    def literals(self, words: Sequence[str]) -> list[tuple[str, bool]]:
        """The words of :meth:`read`, each with whether it may stand as a literal."""
        return list(zip(*self.read(words), strict=True))

    def read(self, words: Sequence[str]) -> tuple[list[str], list[bool]]:
        """The words, and of each whether it may stand as a literal; marks and ends of lines may.

        Neighbours that together are a phrase of the lexicon are literals, each; a word the
        segmenter made of several listed ones (通过培训) is those, when each has two characters or
        more; and where it cut across listed words (要紧|盯 for 要|紧盯) they are put right. Lines
        are as they are alone.
        """
        phrases, heads = self._phrases, self._pieces[0]
        out = [*words]
        known = [*map(self._listed.__contains__, out)]
        end = 0
        for at in compress(count(), map(phrases.__contains__, out)):
            if at >= end and "".join(out[at : at + 2]) in heads:
                end = self._phrase(out, at)
                known[at:end] = [True] * (end - at)
        if not all(known):
            self._take_apart(out, known)
            self._recut(out, known)
        return out, known

    @cached_property
    def _listed(self) -> frozenset[str]:
        """All words, and what bounds them."""
        return _BOUNDS.union(self.classes)

    def _take_apart(self, words: list[str], known: list[bool]) -> None:
        """Long words that are made of listed ones, as those."""
        long = [i for i, word in enumerate(words) if len(word) > 2 and not known[i]]
        for at in reversed(long):
            if parts := self._parts(words[at]):
                words[at : at + 1] = parts
                known[at : at + 1] = [True] * len(parts)
            elif head := next(filter(words[at].startswith, _before_names()), ""):
                rest = words[at][len(head) :]
                words[at : at + 1] = [head, rest]
                known[at : at + 1] = [True, rest in self.classes]
            elif len(words[at]) > 3 and (tail := words[at][-2:]) in _tails():
                words[at : at + 1] = [words[at][:-2], tail]
                known[at : at + 1] = [False, True]

    @cached_property
    def _phrases(self) -> dict[str, int]:
        """The first word of every entry that the segmenter takes apart, and its longest such."""
        entries = [entry for entry in self.classes if len(entry) > 2]
        words = ["\n", *segment("\n".join(entries))] if entries else []
        begins = [words[at + 1] for at, word in enumerate(words) if word == "\n"]
        out: dict[str, int] = {}
        for entry, first in zip(entries, begins, strict=True):
            if first != entry:
                out[first] = max(out.get(first, 0), len(entry))
        return out

    def _recut(self, words: list[str], known: list[bool]) -> None:
        """Words no list has, cut anew together with a neighbour on either side."""
        at = 0
        with suppress(ValueError):  # no word is unknown any more
            while True:
                at = known.index(False, at)
                at = self._cut_anew(words, known, at) if len(words[at]) <= _RECUT else at + 1

    def _cut_anew(self, words: list[str], known: list[bool], at: int) -> int:
        """Where to look on after the unknown words at ``at`` have been cut anew, if they can be."""
        end = at + 1
        while end < len(words) and not known[end] and end - at < _RECUT:
            end += 1
        if not self._strange("".join(words[at:end])):
            for start, stop in _windows(words, at, end):
                if cut := self._cut("".join(words[start:stop])):
                    words[start:stop] = cut
                    known[start:stop] = [True] * len(cut)
                    return start + len(cut)
        return end

    @lru_cache(_KEPT)  # noqa: B019 - one lexicon lives as long as the program
    def _strange(self, text: str) -> bool:
        """Whether ``text`` has no cut into listed words, whatever neighbours go with it."""
        heads, tails, inside = self._pieces
        reach = [text[:end] in tails for end in range(len(text) + 1)]
        for end in range(1, len(text) + 1):
            before = (text[start:end] for start in range(end) if reach[start])
            reach[end] = reach[end] or any(word in self.classes for word in before)
        known = any(reach[end] and text[end:] in heads for end in range(len(text) + 1))
        return not known and text not in inside

    @cached_property
    def _pieces(self) -> tuple[Set[str], Set[str], Set[str]]:
        """What listed words begin with, what they end with, and what they hold within.

        Nothing and all of them too are beginnings and ends.
        """
        words = [*self.classes]
        heads, tails = {"", *words}, {"", *words}
        for size in range(1, self.longest):
            words = [word for word in words if len(word) > size]
            heads.update([word[:size] for word in words])
            tails.update([word[-size:] for word in words])
        middles = {word[1:-1] for word in self.classes if len(word) > 2}
        places = ((m, combinations(range(len(m) + 1), 2)) for m in middles)
        inside = {middle[start:end] for middle, ends in places for start, end in ends}
        return heads, tails, inside

    @lru_cache(_KEPT)  # noqa: B019
    def _cut(self, text: str) -> tuple[str, ...]:
        """``text`` as listed words of two characters or more and small ones; else ()."""
        if any(c in MARKS for c in text) or len(text) > 3 * _RECUT:
            return ()
        small = read_data("mining.yaml")["small_words"]
        best: list[tuple[str, ...] | None] = [()] + [None] * len(text)
        for end in range(1, len(text) + 1):
            for start in range(max(0, end - self.longest), end):
                word, before = text[start:end], best[start]
                if before is None or word not in self.classes:
                    continue
                if len(word) == 1 and word not in small:
                    continue
                known = best[end]
                if known is None or len(before) + 1 < len(known):
                    best[end] = (*before, word)
        return best[-1] or ()

    def _phrase(self, words: Sequence[str], at: int) -> int:
        """Where the longest run of words from ``at`` that the lexicon lists ends."""
        joined, end = words[at], at
        longest = self._phrases[joined]
        for i in range(at + 1, len(words)):
            joined += words[i]
            if len(joined) > longest:
                break
            if joined in self.classes:
                end = i + 1
        return end

    @lru_cache(_KEPT)  # noqa: B019
    def _parts(self, word: str) -> tuple[str, ...]:
        """The listed words of two characters or more that ``word`` is made of; else ()."""
        if word in self.classes:
            return (word,)
        for i in range(2, len(word) - 1):
            if word[:i] in self.classes and (rest := self._parts(word[i:])):
                return (word[:i], *rest)
        return ()

    def covers(self, text: str, *, work: bool = False) -> bool:
        """Whether every literal run of ``text`` can be read as words of the lexicon.

        Words of the work, and numbers that count, are such words if ``work`` says so.
        """
        return all(self._covered(run, work) for run in _RUN.findall(text))

    @lru_cache(_KEPT)  # noqa: B019
    def _covered(self, run: str, work: bool) -> bool:
        reach = [True] + [False] * len(run)
        for end in range(1, len(run) + 1):
            reach[end] = any(
                reach[start]
                and (run[start:end] in self.classes or (work and run[start:end] in self._of_all))
                for start in range(max(0, end - self.longest), end)
            )
        return reach[-1]

    def kind(self, word: str) -> str | None:
        """The word class of a literal; a longer literal has the class of its last word."""
        for start in range(len(word)):
            if word[start:] in self.classes:
                return self.classes[word[start:]]
        return None


def _windows(words: Sequence[str], at: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch from ``at`` to ``end`` with its neighbours that are words, then alone."""
    left = at > 0 and words[at - 1] not in _BOUNDS
    right = end < len(words) and words[end] not in _BOUNDS
    if right:
        yield at, end + 1
    if left:
        yield at - 1, end
    if left and right:
        yield at - 1, end + 1
    yield at, end


@cache
def _before_names() -> tuple[str, ...]:
    """What the segmenter takes for the beginning of a word, and a formula for its own (各院系)."""
    return tuple(read_data("mining.yaml")["before_names"])


@cache
def _tails() -> frozenset[str]:
    """What the segmenter takes for the end of a word and a formula for its own (全会精神)."""
    return frozenset(read_data("mining.yaml")["tails"])


@cache
def frame_lexicon() -> Lexicon:
    """The shipped lexicon; 全院 and 我校 are words of the work as well."""
    data = read_data("frame_lexicon.yaml")
    levels = [at + noun for noun in read_data("mining.yaml")["level_nouns"] for at in "全我"]
    return Lexicon(data["version"], data["words"], [*data["work"], *levels])
