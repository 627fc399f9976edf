"""Chance: numbers that a seed decides for keys, evenly spread and the same on every machine."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from sys import byteorder
from typing import NamedTuple

__all__ = ["Lots", "chance"]

#: The steps of a mixing function for 32 bits (xor, multiply, fold the high bits in).
_FIRST, _SECOND, _FOLD, _LAST_FOLD = 0x85EBCA6B, 0xC2B2AE35, 13, 16
_MASK = 0xFFFFFFFF
_ALL = float(1 << 32)
#: A key and what it is multiplied with have 32 bits each, so a product fits its lane.
_LANE, _WIDTH = "Q", 8
#: The bits of a float from 1 to 2: this exponent, and behind it 52 bits of what comes after 1.
_FLOAT, _ONE, _BEHIND = "d", 0x3FF << 52, 52 - 32


def chance(key: int, seed: int) -> float:
    """A number in [0, 1) that the seed decides for a key; both have 32 bits."""
    mixed = ((key ^ seed) * _FIRST) & _MASK
    mixed = ((mixed ^ (mixed >> _FOLD)) * _SECOND) & _MASK
    return (mixed ^ (mixed >> _LAST_FOLD)) / _ALL


class _Lanes(NamedTuple):
    """What is the same for so many keys: a one in each lane, what may stand there, folded or not.

    ``floats`` is a one in each as the bits of a float.
    """

    ones: int
    mask: int
    fold_mask: int
    last_mask: int
    floats: int


class Lots:
    """The chances of many keys, drawn at once for a seed.

    The keys lie side by side in one long integer, a lane of 64 bits each, so that every step is one
    operation on all of them: a draft draws for a thousand candidates.
    """

    __slots__ = ("_packed", "_size")

    def __init__(self, keys: Sequence[int]) -> None:
        self._size = len(keys)
        self._packed = _packed(keys)

    def draw(self, seed: int) -> list[float]:
        """The :func:`chance` of each key, in their order."""
        if not self._size:
            return []
        ones, mask, fold_mask, last_mask, floats = _lanes(self._size)
        mixed = ((self._packed ^ (ones * seed)) * _FIRST) & mask
        # What a shift brings into a lane from the next one is masked out.
        mixed = ((mixed ^ ((mixed >> _FOLD) & fold_mask)) * _SECOND) & mask
        mixed ^= (mixed >> _LAST_FOLD) & last_mask
        # Read as floats they need not be made such one by one.
        lanes = (mixed << _BEHIND | floats).to_bytes(_WIDTH * self._size, byteorder)
        return [lane - 1.0 for lane in array(_FLOAT, lanes)]


@cache
def _lanes(size: int) -> _Lanes:
    """The lanes for so many keys: kept for all stocks of a size, which are hundreds."""
    ones = _packed([1] * size)
    return _Lanes(
        ones, ones * _MASK, ones * (_MASK >> _FOLD), ones * (_MASK >> _LAST_FOLD), ones * _ONE
    )


def _packed(numbers: Sequence[int]) -> int:
    return int.from_bytes(array(_LANE, numbers).tobytes(), byteorder)
