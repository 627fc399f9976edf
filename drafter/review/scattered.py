"""Sentences made of what stands near together in one source, cut small and put in another order.

Each piece is too short to be copied by itself. But where most of a sentence, four characters and
more at a time, stands in one place of one source, nobody has written it himself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from drafter.review.passages import Passage

if TYPE_CHECKING:
    from drafter.review.corpus import CopyIndex, Match

__all__ = ["scattered_passages"]

#: Pieces are so long, and all of them stand so near together in the source.
_PIECE, _NEAR = 4, 160
#: So many characters of a sentence are told by so few, and this share of it.
_LEAST, _SHARE = 20, 0.6
#: Two pieces that the index has found have so many characters.
_FOUND = 10
_COVERED = re.compile(b"\x01+")


def scattered_passages(
    words: str,
    stops: Sequence[int],
    matches: Sequence[Match],
    corpus: CopyIndex,
    free: Sequence[int],
) -> Iterator[Passage]:
    """Each such sentence: ``stops`` are where sentences end, ``free`` counts its own characters."""
    pieces: dict[tuple[int, tuple[int, int]], list[Match]] = defaultdict(list)
    for match in matches:
        if free[match.end] - free[match.start] >= _PIECE:
            sentence = _sentence_at(stops, match.start, len(words))
            pieces[match.source, sentence].append(match)
    for (source, (begin, end)), found in pieces.items():
        enough = end - begin >= _LEAST and len({m.start for m in found}) > 1
        if enough and sum(m.alike for m in found) >= _FOUND:
            passage = _scattered(words[begin:end], begin, source, found, corpus)
            if passage and sum(free[b] - free[a] for a, b in passage.runs) >= _LEAST:
                yield passage


def _sentence_at(stops: Sequence[int], at: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``at`` begins and ends, of a text that goes on to ``end``."""
    index = bisect_right(stops, at)
    return stops[index - 1] if index else 0, stops[index] if index < len(stops) else end


def _scattered(
    sentence: str, begin: int, source: int, found: Sequence[Match], corpus: CopyIndex
) -> Passage | None:
    """The pieces of a sentence that stand around its longest one in the source."""
    longest = max(found, key=lambda match: match.alike)
    first, last = max(0, longest.place - _NEAR), longest.place + longest.alike + _NEAR
    before = corpus.passage(first, longest.place).rpartition(corpus.CUT)[2]
    after = corpus.passage(longest.place, last).partition(corpus.CUT)[0]
    grams = _grams(before + after)
    covered = bytearray(len(sentence))
    for at in range(len(sentence) - _PIECE + 1):
        if sentence[at : at + _PIECE] in grams:
            covered[at : at + _PIECE] = b"\x01" * _PIECE
    if sum(covered) < _SHARE * len(sentence):
        return None
    runs = tuple((begin + m.start(), begin + m.end()) for m in _COVERED.finditer(covered))
    places = [m for m in found if abs(m.place - longest.place) <= _NEAR]
    place, stop = min(m.place for m in places), max(m.place + m.alike for m in places)
    return Passage(runs[0][0], runs[-1][1], source, place, stop, runs)


def _grams(text: str) -> frozenset[str]:
    """All runs of four characters in a text."""
    return frozenset(text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1))
