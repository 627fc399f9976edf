"""Looking through texts: expressions tried where they can begin, word lists, results kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from typing import Generic, Protocol, TypeVar

__all__ = [
    "BySentence",
    "Words",
    "either",
    "heads_of",
    "longest_first",
    "matches_from",
    "places_of",
    "without_overlaps",
]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Found = TypeVar("Found", bound=_Placed)


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words in an order in which none hides a longer one that begins or ends alike."""
    return tuple(sorted(words, key=len, reverse=True))


def either(words: Iterable[str]) -> str:
    """The words, or expressions, as branches of an expression: the longest that fits is found."""
    return "|".join(longest_first(words))


def matches_from(
    heads: re.Pattern[str], pattern: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, where every match begins with one of ``heads``.

    Those are one character, whatever has to follow it. A class of characters is looked for ten
    times as fast as an expression of several branches or with a look behind.
    """
    end = 0
    for head in heads.finditer(text):
        at = head.start()
        found = pattern.match(text, at) if at >= end else None
        if found is not None:
            yield found
            end = found.end()


def heads_of(words: Iterable[str]) -> re.Pattern[str]:
    """The first character of a word with the second of one behind it: few places have both.

    None of the words is shorter.
    """
    pairs = zip(*(word[:2] for word in words), strict=True)
    first, second = ("".join(sorted(set(chars))) for chars in pairs)
    return re.compile(f"[{first}](?=[{second}])")


def places_of(part: str, text: str) -> Iterator[int]:
    """Where a part of a text begins in it, each place.

    For words that are new with every brief: an expression takes longer to compile than to use.
    """
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def without_overlaps(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order; of those that overlap the one that begins first, then the longest."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


class Words:
    """A list of words looked for all at once; a hundred cost no more than one."""

    def __init__(self, words: Iterable[str]) -> None:
        """Of words that begin at one place the longest is found."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        self._automaton = AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand, as (start, end), none overlapping another."""
        return [(start, end) for _, start, end in self._automaton.find_matches_as_indexes(text)]


_LINE = re.compile(r"[^\n]*\n|[^\n]+")
#: Of a line, or of lines between no marks that open: an end of a line is a stop like another.
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]|[^。！？；\n]+")
_STOP = re.compile("[。！？；]")
#: Of so many texts it is kept what they hold as they stand.
_WHOLES = 4
_OPENS, _CLOSES = re.compile("[“「《]"), re.compile("[”」》]")


class BySentence(Generic[Found]):
    """What is found in sentences, each by itself, kept for the newest so many of them.

    While a speech is typed most of its sentences stay as they are; another draft of a brief, and
    that of another brief, has many of the same. What is found must not go on over a stop, but
    between quotation marks.
    """

    def __init__(
        self,
        find: Callable[[str], Iterable[Found]],
        move: Callable[[Found, int], Found],
        most: int,
    ) -> None:
        """``find`` gives what a text holds, ``move`` a find so many characters further on."""
        self._find, self._move, self._most = find, move, most
        self._kept: dict[str, tuple[Found, ...]] = {}
        self._wholes: dict[str, tuple[Found, ...]] = {}

    def __call__(self, text: str) -> list[Found]:
        """What the text holds, sentence by sentence."""
        return self.in_each((text,))[0]

    def in_each(self, texts: Sequence[str]) -> list[list[Found]]:
        """What each of some texts holds; what is new in them is looked at at once."""
        again = [self._again(text) for text in texts]
        if None not in again:
            return [list(found) for found in again if found is not None]
        cuts = [() if a is not None else _sentences(t) for t, a in zip(texts, again, strict=True)]
        known = [list(map(self._kept.get, cut)) for cut in cuts]
        pieces = [s for cut, row in zip(cuts, known, strict=True) if None in row for s in cut]
        new = self._keep(s for s in dict.fromkeys(pieces) if s not in self._kept) if pieces else {}
        return [
            list(a) if a is not None else self._whole(text, cut, row, new)
            for text, a, cut, row in zip(texts, again, cuts, known, strict=True)
        ]

    def _whole(
        self,
        text: str,
        cut: Sequence[str],
        known: Iterable[tuple[Found, ...] | None],
        new: Mapping[str, tuple[Found, ...]],
    ) -> list[Found]:
        """What the sentences of a text hold, each find where it stands in that."""
        found: list[Found] = []
        starts = accumulate(map(len, cut), initial=0)
        for sentence, kept, start in zip(cut, known, starts, strict=False):
            things = new[sentence] if kept is None else kept
            found += [self._move(thing, start) for thing in things]
        for oldest in list(islice(self._wholes, max(0, len(self._wholes) + 1 - _WHOLES))):
            self._wholes.pop(oldest, None)
        self._wholes[text] = tuple(found)
        return found

    def _again(self, text: str) -> tuple[Found, ...] | None:
        """What a text held when it was asked for lately, as a brief is with each of its drafts."""
        found = self._wholes.pop(text, None)
        if found is not None:
            self._wholes[text] = found  # what was asked for last stands last
        return found

    def _keep(self, sentences: Iterable[str]) -> dict[str, tuple[Found, ...]]:
        """What sentences hold that are not kept yet; the oldest give way to them."""
        cut = list(sentences)
        new = dict(zip(cut, self._in_each(cut), strict=True))
        kept = self._kept
        kept.update(new)
        for oldest in list(islice(kept, max(0, len(kept) - self._most))):
            kept.pop(oldest, None)
        return new

    def _in_each(self, sentences: Sequence[str]) -> list[tuple[Found, ...]]:
        """What each sentence holds, looked for in all at once."""
        found: list[list[Found]] = [[] for _ in sentences]
        starts = list(accumulate((len(s) + 1 for s in sentences), initial=0))
        for thing in self._find("\n".join(sentences)):
            index = bisect_right(starts, thing.start) - 1
            found[index].append(self._move(thing, -starts[index]))
        return [tuple(things) for things in found]


@lru_cache(4)  # several rules look at one text, one after the other
def _sentences(text: str) -> tuple[str, ...]:
    """The text cut after stops and at the ends of lines, never between a mark and its partner."""
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[str]:
    if _OPENS.search(text) is None:
        yield from _SENTENCE.findall(text)
        return
    for line in _LINE.findall(text):
        opens = _OPENS.search(line)
        closes = [m.start() for m in _CLOSES.finditer(line)] if opens else ()
        if opens is None or not closes:
            yield from _SENTENCE.findall(line)
            continue
        start = 0
        for stop in _STOP.finditer(line):
            if not opens.start() < stop.start() < closes[-1]:
                yield line[start : stop.end()]
                start = stop.end()
        if start < len(line):
            yield line[start:]
