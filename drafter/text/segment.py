"""Words: one segmenter, jieba's dictionary and jieba's best path, without guessing of new words.

rjieba (extra ``fast``) does it where it is installed. Otherwise the same path is found here: an
automaton gives all words of a sentence at once, so that only the choice among them is left to
Python, which takes a third of jieba.cut's time. New-word guessing (HMM) stays off: what the
dictionary does not know comes out as single characters, the same either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Any

__all__ = ["segment"]


#: jieba keeps runs of these together.
_ASCII = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
#: What no word goes on over: ends of lines, and noncharacters, which programs put into texts.
_BOUND = re.compile("([\n\ufdd0-\ufdef])")


def segment(text: str) -> list[str]:
    """The words of ``text`` in order; joined they are the text again."""
    return _cutter()(text)


@cache
def _cutter() -> Callable[[str], list[str]]:
    try:
        import rjieba
    except ImportError:
        return _BestPath().cut
    return lambda text: list(rjieba.cut(text, hmm=False))


class _BestPath:
    """The cut whose words are together the most frequent (jieba's own rule and figures)."""

    def __init__(self) -> None:
        """Read the dictionary and build the automaton: about a second, once a process."""
        from ahocorasick_rs import AhoCorasick, Implementation

        entries = [line.split(" ", 2)[:2] for line in _dictionary().splitlines()]
        total = log(sum(int(count) for _, count in entries))
        self._single = {w: log(int(n) or 1) - total for w, n in entries if len(w) == 1}
        several = [(w, log(int(n) or 1) - total) for w, n in entries if len(w) > 1]
        self._unknown = -total
        self._weights = [weight for _, weight in several]
        self._automaton: Any = AhoCorasick(
            [w for w, _ in several],
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )

    def cut(self, text: str) -> list[str]:
        """The words of ``text``; those of a line are the same whatever lines stand beside it."""
        return [word for piece in _BOUND.split(text) for word in self._cut(piece)]

    def _cut(self, text: str) -> list[str]:
        size = len(text)
        best = [0.0] * (size + 1)
        ends = list(range(1, size + 1))
        at = size - 1
        single, unknown, weights = self._single, self._unknown, self._weights
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for word, start, end in sorted(matches, key=_by_start, reverse=True):
            while at > start:
                best[at] = single.get(text[at], unknown) + best[at + 1]
                at -= 1
            if at == start:
                best[at] = single.get(text[at], unknown) + best[at + 1]
                at -= 1
            score = weights[word] + best[end]
            # Of equal paths jieba takes the one with the longer word.
            if score > best[start] or (score == best[start] and end > ends[start]):
                best[start], ends[start] = score, end
        out: list[str] = []
        at = 0
        while at < size:
            word = text[at : ends[at]]
            if out and word in _ASCII and out[-1][-1] in _ASCII:
                out[-1] += word
            else:
                out.append(word)
            at = ends[at]
        return out


def _by_start(match: tuple[int, int, int]) -> int:
    return match[1]


def _dictionary() -> str:
    """Jieba's dictionary as text; nothing of jieba is imported."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba")
    return Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8")
