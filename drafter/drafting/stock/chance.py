"""Chance: numbers that a seed decides for keys, evenly spread and the same on every machine."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from sys import byteorder

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


class Lots:
    """The chances of many keys, drawn at once for a seed.

    The keys lie side by side in one long integer, a lane of 64 bits each, so that every step is one
    operation on all of them: a draft draws for a thousand candidates.
    """

    def __init__(self, keys: Sequence[int]) -> None:
        self._size = len(keys)
        self._packed = _packed(keys)
        self._ones = ones = _packed([1] * len(keys))
        #: What may stand in a lane, and in one that was shifted.
        self._mask = ones * _MASK
        self._floats = ones * _ONE
        self._fold_mask, self._last_mask = ones * (_MASK >> _FOLD), ones * (_MASK >> _LAST_FOLD)

    def draw(self, seed: int) -> list[float]:
        """The :func:`chance` of each key, in their order."""
        mask = self._mask
        mixed = ((self._packed ^ (self._ones * seed)) * _FIRST) & mask
        # What a shift brings into a lane from the next one is masked out.
        mixed = ((mixed ^ ((mixed >> _FOLD) & self._fold_mask)) * _SECOND) & mask
        mixed ^= (mixed >> _LAST_FOLD) & self._last_mask
        # Read as floats they need not be made such one by one.
        lanes = (mixed << _BEHIND | self._floats).to_bytes(_WIDTH * self._size, byteorder)
        return [lane - 1.0 for lane in array(_FLOAT, lanes)]


def _packed(numbers: Sequence[int]) -> int:
    return int.from_bytes(array(_LANE, numbers).tobytes(), byteorder)
