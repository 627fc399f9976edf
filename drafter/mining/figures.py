"""Figures of speech as schemes: parallels (坚持…，坚持…，坚持…), groups of four (有…可…、有…可…).

A figure is what its members share; what differs from one to the next is slots. Only words of the
frame lexicon count as shared, so that a figure holds nothing else. However many members a speaker
strings together, it is one figure: three of it are written down, or two of four characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, takewhile
from operator import and_, eq, itemgetter

import numpy as np

from drafter.mining.coded import Array
from drafter.mining.lexicon import frame_lexicon
from drafter.mining.pieces import Pieces, blanks, class_of, pieces
from drafter.mining.skeleton import OPEN, Skeleton
from drafter.text.segment import segment

__all__ = ["Figures", "figures", "figures_in"]

#: Each with its kind, ``parallel`` or ``fourfold``.
Figures = tuple[tuple[str, Skeleton], ...]

#: Two alike may be chance; three are a figure.
_FEWEST = 3
#: A member of a figure is short enough to be heard as one beat.
_LONGEST = 36
#: Characters that the members share at the least.
_SHARED = 2
#: What clauses stand between, and what parts of a series do.
_MARKS, _ENDS = "，；、。！？：", "；。！？"
_CLAUSE = re.compile(r"([^，；、。！？：\s]+)([，；、。！？：]|$)")
_PART = re.compile(r"([^；。！？]+)([；。！？]|$)")
_FOUR = re.compile(r"[一-龥]{4}")
_FOURS = re.compile(
    r"(?<![^，；、。！？：])[一-龥]{4}([，；、])[，；、。！？：]*[一-龥]{4}(?![^，；、。！？：])"
    r"(?:\1[，；、。！？：]*[一-龥]{4}(?![^，；、。！？：]))*"
)
#: Marks of one kind that join a series, two at the least.
_JOINED = re.compile(r"([，；、])\1+")
_MARK = itemgetter(1)
_HEAD, _END = itemgetter(slice(_SHARED)), itemgetter(slice(-_SHARED, None))
_WORD = re.compile(r"[一-龥]+")


def figures(text: str) -> Figures:
    """The schemes of the figures in a paragraph's text."""
    return figures_in([text])[0]


def figures_in(texts: Sequence[str]) -> list[Figures]:
    """The :func:`figures` of each of several texts; nine in ten can have none, which is seen first.

    What a blank breaks off is no clause; its neighbours are each other's.
    """
    clauses = _not_broken_off(pieces(texts, ~(class_of(_MARKS) | blanks())))
    parts = pieces(texts, ~class_of(_ENDS))
    some = np.zeros((3, len(texts)), bool)
    some[0, clauses.owners[:-1][_fours_alike(clauses)]] = True
    some[1, clauses.owners[:-2][_three_alike(clauses)]] = True
    some[2, parts.owners[:-2][_three_alike(parts)]] = True
    out: list[Figures] = [()] * len(texts)
    for n in np.flatnonzero(some.any(axis=0)).tolist():
        out[n] = tuple(_figures(texts[n], *some[:, n].tolist()))
    return out


def _figures(text: str, fours: bool, clauses: bool, parts: bool) -> Iterator[tuple[str, Skeleton]]:
    """The same of one text, where some groups of four, clauses or parts of it are alike."""
    said = text
    if len(text.split(None, 1)) > 1:
        said = "".join(map("".join, _CLAUSE.findall(text)))
    for groups in _fours(said) if fours else ():
        for scheme in _alike(groups):
            yield "fourfold", scheme
    strung = list(_runs_of(_CLAUSE.findall(said))) if clauses else []
    if parts and text.count("；") >= _FEWEST - 1:
        strung += _runs_of(_PART.findall(text))
    for scheme in dict.fromkeys(s for texts, mark in strung for s in _series(texts, mark)):
        yield "parallel", scheme


def _not_broken_off(found: Pieces) -> Pieces:
    """The pieces but those that a blank stands behind, unless it is the end of their text."""
    return found.some(~blanks()[found.behind] | (found.behind == ord("\n")))


def _fours_alike(clauses: Pieces) -> Array:
    """Which clauses and their neighbours are groups of four with a character in the same place."""
    four = clauses.lengths == 4
    pairs = four[:-1] & four[1:] & (clauses.owners[:-1] == clauses.owners[1:])
    at = np.flatnonzero(pairs)
    letters, starts = clauses.letters, clauses.starts
    same = [letters[starts[at] + n] == letters[starts[at + 1] + n] for n in range(4)]
    pairs[at] = np.logical_or.reduce(same)
    return pairs


def _three_alike(found: Pieces) -> Array:
    """Which pieces begin or end with the same characters as the two behind them."""
    letters, starts, ends = found.letters, found.starts, found.ends
    several = found.lengths > 1
    heads = letters[starts] + several * (letters[starts + 1].astype(np.int64) << 32)
    tails = letters[ends - 1] + several * (letters[ends - 2].astype(np.int64) << 32)
    alike = np.zeros(max(0, len(starts) - 2), bool)
    for edges in (heads, tails):
        same = edges[:-1] == edges[1:]
        alike |= same[:-1] & same[1:]
    return alike & (found.owners[:-2] == found.owners[2:])


def _fours(text: str) -> Iterator[list[str]]:
    """The neighbours of four characters that one kind of mark joins."""
    at = 0
    while found := _FOURS.search(text, at):
        yield _FOUR.findall(found.group())
        # The last of a series may be the first of the next.
        at = found.end() - 4


def _thrice(ends: Sequence[str]) -> bool:
    """Whether the same stands three times in a row."""
    alike = list(map(eq, ends, ends[1:]))
    return any(map(and_, alike, alike[1:]))


def _runs_of(members: Sequence[tuple[str, str]]) -> Iterator[tuple[list[str], str]]:
    """The neighbours that one kind of mark joins, and the mark."""
    for run in _JOINED.finditer("".join(map(_MARK, members))):
        # The last of a series has the mark that ends the series, not the one inside it.
        yield [text for text, _ in members[run.start() : run.end() + 1]], run[1]


def _series(texts: Sequence[str], mark: str) -> Iterator[Skeleton]:
    if len(texts) < _FEWEST:
        return
    for head in (True, False):
        ends = list(map(_HEAD if head else _END, texts))
        if not _thrice(ends):
            continue
        for _, group in groupby(zip(ends, texts, strict=True), key=itemgetter(0)):
            like = list(dict.fromkeys(text for _, text in group))
            if len(like) >= _FEWEST and all(len(t) <= _LONGEST for t in like):
                shared = _words(like, head=head)
                if shared and all(len(t) > len(shared) for t in like):
                    one = (shared, OPEN) if head else (OPEN, shared)
                    yield _strung(one, _FEWEST, mark)


def _words(texts: Sequence[str], *, head: bool) -> str:
    """The listed words that all texts begin (or end) with, as one run; empty for none."""
    common = _shared_start(texts if head else [t[::-1] for t in texts])
    words = _cut(texts[0])
    lengths = accumulate(len(w) for w in (words if head else words[::-1]))
    size = max((n for n in lengths if n <= common), default=0)
    shared = texts[0][:size] if head else texts[0][len(texts[0]) - size :]
    whole = _WORD.fullmatch(shared) and frame_lexicon().covers(shared)
    return shared if whole and len(shared) >= _SHARED else ""


@lru_cache(1 << 10)
def _cut(text: str) -> tuple[str, ...]:
    """The words of a member; what speeches string together, other speeches do as well."""
    return tuple(segment(text))


def _shared_start(texts: Sequence[str]) -> int:
    """How many characters all texts begin with."""
    alike = takewhile(lambda characters: len(set(characters)) == 1, zip(*texts, strict=False))
    return sum(1 for _ in alike)


def _strung(one: Skeleton, times: int, mark: str) -> Skeleton:
    out: list[str] = []
    for n in range(times):
        out.extend((*((mark,) if n else ()), *one))
    return tuple(out)


def _alike(groups: Sequence[str]) -> Iterator[Skeleton]:
    """The figures of neighbouring groups of four that share characters in their places."""
    start = 0
    while start + 1 < len(groups):
        places = _places(groups[start], groups[start + 1])
        end = start + 2
        while end < len(groups) and (fewer := places & _places(groups[start], groups[end])):
            places, end = fewer, end + 1
        # Two of four places alike are a figure in a pair already (有章可循、有据可依).
        enough = len(places) == 2 or (len(places) == 1 and end - start >= _FEWEST)
        distinct = enough and len(set(groups[start:end])) == end - start
        one = _pieces(groups[start], places) if distinct else ()
        if one and all(run == OPEN or run in frame_lexicon() for run in one):
            yield _strung(one, min(end - start, _FEWEST), "、")
            start = end
        else:
            start += 1


def _places(one: str, other: str) -> frozenset[int]:
    """The places in which two groups have the same character."""
    return frozenset([n for n, same in enumerate(map(eq, one, other)) if same])


def _pieces(group: str, places: frozenset[int]) -> Skeleton:
    return tuple(
        "".join(group[n] for n in run) if fixed else OPEN
        for fixed, run in groupby(range(4), key=lambda n: n in places)
    )
