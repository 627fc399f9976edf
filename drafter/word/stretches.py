"""Long paragraphs of a podium copy in stretches, so that no sentence is cut by the end of a page.

WordprocessingML keeps whole paragraphs on a page (``w:keepLines``), nothing smaller. A paragraph
too long to be kept is therefore set as several: each holds as many whole sentences as may stay
together, begins a line of its own without indent, and is kept. No page is measured beforehand, so
it holds in every program and with any face, and after every edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafter.text.sentences import split_sentences
from drafter.word.title import width

__all__ = ["lines_of", "stretches"]


def lines_of(text: str, room: float, indent: float = 0) -> int:
    """About how many lines of ``room`` characters a text takes."""
    return max(1, -int(-(width(text) + indent) // room))


def stretches(text: str, room: float, indent: float, most: int) -> tuple[int, ...]:
    """Where in ``text`` a new stretch begins, for stretches of at most ``most`` lines.

    Empty where the text fits into one. A sentence longer than that is a stretch by itself.
    """
    if most < 1 or lines_of(text, room, indent) <= most:
        return ()
    ends = [0]
    for sentence in split_sentences(text):
        ends.append(ends[-1] + len(sentence))
    cuts = _cuts(text, ends, room, indent, most)
    # The lowest limit that needs no more stretches makes them about equally long.
    for limit in range(1, most):
        even = _cuts(text, ends, room, indent, limit)
        if len(even) == len(cuts):
            return even
    return cuts


def _cuts(text: str, ends: Sequence[int], room: float, indent: float, most: int) -> tuple[int, ...]:
    cuts: list[int] = []
    begin = 0
    for start, end in pairwise(ends):
        lead = 0 if cuts else indent
        if begin < start and lines_of(text[begin:end], room, lead) > most:
            cuts.append(start)
            begin = start
    return tuple(cuts)
