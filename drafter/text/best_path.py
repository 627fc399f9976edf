"""Jieba's dictionary and jieba's best path, found for all lines of a text at once.

The dictionary is a tree of sorted arrays, a level for each character of a word: so it is read in a
tenth of the time that an automaton takes to build, and what words stand where is asked of a whole
text in a few steps. All lines go their paths side by side, a character at a time from their ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

__all__ = ["BestPath"]

_Array = Any

#: jieba keeps runs of these together.
_ASCII = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
#: What no word goes on over: ends of lines, and noncharacters, which programs put into texts.
_BOUNDS = [ord("\n"), *range(0xFDD0, 0xFDF0)]
#: As many characters as have a number of two bytes; words of the dictionary have no others.
_CHARACTERS = 1 << 16
_NO_WORD = -np.inf


class _Level(NamedTuple):
    """What words begin with, of one length: in order, and what it weighs where it is a word.

    A beginning is told by the number of what it goes on, in the level before, and a character.
    """

    beginnings: _Array
    weights: _Array


class BestPath:
    """The cut whose words are together the most frequent (jieba's own rule and figures)."""

    def __init__(self) -> None:
        """Read the dictionary, once a process."""
        letters, starts, sizes, counts = _entries()
        total = log(int(counts.sum()))
        each, which = np.unique(np.maximum(counts, 1), return_inverse=True)
        weights = np.array([log(n) - total for n in each.tolist()])[which]
        self._single = np.full(_CHARACTERS, -total)
        self._single[letters[starts[sizes == 1]]] = weights[sizes == 1]
        self._levels = list(_levels(letters, starts, sizes, weights))
        self._is_bound = np.zeros(_CHARACTERS, bool)
        self._is_bound[_BOUNDS] = True

    def cut(self, text: str) -> list[str]:
        """The words of ``text``; those of a line are the same whatever lines stand beside it."""
        out: list[str] = []
        sizes, at = self._sizes(text).tolist(), 0
        while at < len(text):
            end = at + sizes[at]
            word = text[at:end]
            if out and word in _ASCII and out[-1][-1] in _ASCII:
                out[-1] += word
            else:
                out.append(word)
            at = end
        return out

    def _sizes(self, text: str) -> _Array:
        """How long the word is that is best taken at each place, once a path has come there.

        Best is what leaves the best for the places behind it, down to the end of the line; of
        equal paths jieba takes the one with the longer word.
        """
        letters = _letters(text + "\n")
        weights = self._weights(letters)
        ends = np.flatnonzero(self._is_bound[letters])
        lengths = np.diff(ends, prepend=-1) - 1
        order = np.argsort(-lengths, kind="stable")
        ends, lengths = ends[order], lengths[order]
        longest = len(weights)
        behind = np.arange(longest, 0, -1)[:, None]
        best, sizes = np.zeros(len(letters) + longest), np.ones(len(letters), np.int64)
        for distance in range(1, lengths.max(initial=0) + 1):
            # The lines that are as long as that come first.
            at = ends[: np.searchsorted(-lengths, -distance, side="right")] - distance
            scores = weights[:, at] + best[at + behind]
            sizes[at] = longest - scores.argmax(axis=0)
            best[at] = scores.max(axis=0)
        return sizes

    def _weights(self, letters: _Array) -> _Array:
        """What the word of each length (rows, the longest first) weighs at each place."""
        rows = [self._single[letters]]
        # No word has the bound that the text ends with, so that there is always a next character.
        places, nodes = np.arange(len(letters) - 1), letters[:-1]
        for size, level in enumerate(self._levels, 2):
            wanted = (nodes << 16) + letters[places + size - 1]
            found = level.beginnings.searchsorted(wanted)
            known = level.beginnings.take(found, mode="clip") == wanted
            places, nodes = places[known], found[known]
            if not len(places):
                break
            row = np.full(len(letters), _NO_WORD)
            row[places] = level.weights[nodes]
            rows.append(row)
        return np.array(rows[::-1])


def _letters(text: str) -> _Array:
    """The characters as numbers; what no word of the dictionary has is one number."""
    numbers = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(numbers, _CHARACTERS - 1).astype(np.int64)


def _levels(letters: _Array, starts: _Array, sizes: _Array, weights: _Array) -> Iterator[_Level]:
    """The beginnings of two characters and more."""
    nodes = letters[starts].astype(np.int64)
    for size in range(2, sizes.max() + 1):
        longer = sizes >= size
        starts, sizes, weights, nodes = (a[longer] for a in (starts, sizes, weights, nodes))
        made = (nodes << 16) + letters[starts + size - 1]
        beginnings, nodes = np.unique(made, return_inverse=True)
        weighs = np.full(len(beginnings), _NO_WORD)
        whole = sizes == size
        np.maximum.at(weighs, nodes[whole], weights[whole])
        yield _Level(beginnings, weighs)


def _entries() -> tuple[_Array, _Array, _Array, _Array]:
    """Jieba's dictionary: its characters; where the words begin, their lengths, their counts.

    A line is a word, its count and its class. Nothing of jieba is imported.
    """
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba")
    text = Path(spec.origin).with_name("dict.txt").read_bytes().decode()
    letters = np.frombuffer(text.encode("utf-16-le"), np.uint16)
    starts = np.append(0, np.flatnonzero(letters == ord("\n"))[:-1] + 1)
    blanks = np.flatnonzero(letters == ord(" "))
    first = blanks.searchsorted(starts)
    behind_word, behind_count = blanks[first], blanks[first + 1]
    digits = behind_count - behind_word - 1
    counts = np.zeros(len(starts), np.int64)
    for n in range(digits.max()):
        more = n < digits
        counts[more] = 10 * counts[more] + letters[behind_word[more] + 1 + n] - ord("0")
    return letters, starts, behind_word - starts, counts
