"""What stands between the marks of many texts, as arrays: it is looked for in all of them at once.

A paragraph has a dozen clauses, and to ask something of each of them takes a microsecond a
question; to ask it of the clauses of a hundred paragraphs takes hardly longer than of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from drafter.mining.coded import Array

__all__ = ["Pieces", "blanks", "class_of", "pieces"]

#: Characters beyond are taken for the last of these, which is no character.
_CHARACTERS = 1 << 16
_LAST_BLANK = 0x3000


class Pieces(NamedTuple):
    """The ``letters`` of all texts as numbers; where each piece begins and ends; whose it is."""

    letters: Array
    starts: Array
    ends: Array
    owners: Array

    @property
    def lengths(self) -> Array:
        """How long each piece is."""
        return self.ends - self.starts

    @property
    def behind(self) -> Array:
        """What stands behind each piece."""
        return np.minimum(self.letters[self.ends], _CHARACTERS - 1)

    def some(self, which: Array) -> Pieces:
        """Those of the pieces."""
        return Pieces(self.letters, self.starts[which], self.ends[which], self.owners[which])


def class_of(characters: Iterable[str]) -> Array:
    """Which of all characters are some of these, by their numbers."""
    out = np.zeros(_CHARACTERS, bool)
    out[[*map(ord, characters)]] = True
    return out


@cache
def blanks() -> Array:
    """Which characters are white space."""
    return class_of(filter(str.isspace, map(chr, range(_LAST_BLANK + 1))))


def pieces(texts: Sequence[str], inside: Array, dropped: Array | None = None) -> Pieces:
    """The longest stretches of characters that pieces have ``inside``, text by text.

    Characters that are ``dropped`` are taken out before: a piece goes on over them.
    """
    whole = "\n".join(["", *texts, ""])
    letters = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    breaks = np.cumsum([0, *(len(text) + 1 for text in texts)])
    kinds = np.minimum(letters, _CHARACTERS - 1)
    within = inside[kinds]
    within[breaks] = False
    if dropped is not None and (out := dropped[kinds]).any():
        out[breaks] = False
        breaks -= np.cumsum(out)[breaks]
        letters, within = letters[~out], within[~out]
    edges = np.flatnonzero(within[1:] != within[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    return Pieces(letters, starts, ends, breaks.searchsorted(starts) - 1)
