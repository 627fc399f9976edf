"""Words: one segmenter, jieba's dictionary and jieba's best path, without guessing of new words.

rjieba (extra ``fast``) does it where it is installed; otherwise the same path is found by
:mod:`drafter.text.best_path`. New-word guessing (HMM) stays off: what the dictionary does not know
comes out as single characters, the same either way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

__all__ = ["segment"]


def segment(text: str) -> list[str]:
    """The words of ``text`` in order; joined they are the text again."""
    return _cutter()(text)


@cache
def _cutter() -> Callable[[str], list[str]]:
    try:
        import rjieba
    except ImportError:
        from drafter.text.best_path import BestPath

        return BestPath().cut
    return lambda text: list(rjieba.cut(text, hmm=False))
