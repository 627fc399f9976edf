"""CRC-32 of many pieces of text side by side, a character of each at a time.

A checksum is linear: what three bytes make of it, all of a Chinese character, is looked up in two
tables. Called for one clause after another, :func:`zlib.crc32` takes three times as long.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from zlib import crc32

import numpy as np

from drafter.mining.coded import Array
from drafter.mining.pieces import Pieces

__all__ = ["checksums"]

#: Longer pieces are few, and each is checked by itself.
_LONGEST = 64
#: The first character of three bytes.
_THREE = 0x800


class _Tables(NamedTuple):
    """The bytes of each character as one number; what three bytes make of parts of a checksum."""

    bytes: Array
    lower: Array
    higher: Array


def checksums(found: Pieces) -> Array:
    """The CRC-32 of each piece as UTF-8."""
    tables, letters = _tables(), found.letters
    lengths, out = found.lengths, np.full(len(found.starts), 0xFFFFFFFF, np.uint32)
    narrow = np.append(0, np.cumsum((letters < _THREE) | (letters >= len(tables.bytes))))
    alone = (lengths > _LONGEST) | (narrow[found.ends] > narrow[found.starts])
    side_by_side = np.flatnonzero(~alone)
    order = side_by_side[np.argsort(-lengths[side_by_side], kind="stable")]
    starts, shorter = found.starts[order], -lengths[order]
    sums = out[order]
    for place in range(-shorter.min(initial=0)):
        # Those that are longer than that come first.
        own = sums[: shorter.searchsorted(-place)]
        own ^= tables.bytes[letters[starts[: len(own)] + place]]
        lower, higher = tables.lower[own & 0xFFFF], tables.higher[(own >> 16) & 0xFF]
        own >>= 24
        own ^= lower
        own ^= higher
    out[order] = sums ^ 0xFFFFFFFF
    for n in np.flatnonzero(alone).tolist():
        piece = letters[found.starts[n] : found.ends[n]].tobytes().decode("utf-32-le")
        out[n] = crc32(piece.encode())
    return out


@cache
def _tables() -> _Tables:
    characters = np.arange(1 << 16, dtype=np.uint32)
    first, second = 0xE0 | characters >> 12, 0x80 | characters >> 6 & 0x3F
    of_three = first | second << 8 | (0x80 | characters & 0x3F) << 16
    one = np.array([crc32(bytes([n])) for n in range(256)], np.uint32)
    one = one ^ one[0]  # what a byte makes of no checksum at all
    return _Tables(
        of_three, _after_three(characters, one), _after_three(characters[:256] << 16, one)
    )


def _after_three(sums: Array, one: Array) -> Array:
    for _ in range(3):
        sums = one[sums & 0xFF] ^ sums >> 8
    return sums
