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
_LANE = "Q"


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
        self._fold_mask, self._last_mask = ones * (_MASK >> _FOLD), ones * (_MASK >> _LAST_FOLD)

    def draw(self, seed: int, most: float = 1.0) -> list[float]:
        """``most`` times the :func:`chance` of each key, in their order."""
        mask = self._mask
        mixed = ((self._packed ^ (self._ones * seed)) * _FIRST) & mask
        # What a shift brings into a lane from the next one is masked out.
        mixed = ((mixed ^ ((mixed >> _FOLD) & self._fold_mask)) * _SECOND) & mask
        mixed ^= (mixed >> _LAST_FOLD) & self._last_mask
        lanes = array(_LANE)
        lanes.frombytes(mixed.to_bytes(lanes.itemsize * self._size, byteorder))
        share = most / _ALL
        return [lane * share for lane in lanes]


def _packed(numbers: Sequence[int]) -> int:
    return int.from_bytes(array(_LANE, numbers).tobytes(), byteorder)
