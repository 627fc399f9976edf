"""Which texts of an archive are versions of one: drafts of a speech, and what was given out of it.

What three sources have is common stock; three versions of one speech are not three sources. Texts
are compared by a sample of their grams that depends on the grams alone, wherever they stand
(Broder 1997): half of the shorter one in another shows that they are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from drafter.groups import Groups

__all__ = ["families_of"]

#: One gram of so many is of the sample.
_SAMPLED = 32
#: Of so many sampled grams (some 250 characters) two texts share half, or it proves nothing.
_LEAST = 8
_HALF = 0.5
#: Texts beside each other in the list of those that have a gram, as far apart as this, are paired.
_NEAR = 8


def families_of(grams: NDArray[np.uint32], starts: Sequence[int]) -> NDArray[np.uint32]:
    """For each text the first of its versions; ``grams`` has the hash at each place of them all."""
    many = np.uint64(len(starts))
    at = np.flatnonzero(grams % np.uint32(_SAMPLED) == 0)
    source = np.searchsorted(np.asarray(starts), at, side="right") - 1
    keys = np.unique((grams[at].astype(np.uint64) << np.uint64(32)) | source.astype(np.uint64))
    gram, owner = keys >> np.uint64(32), keys & np.uint64(0xFFFFFFFF)
    codes = [_pairs(gram, owner, apart, many) for apart in range(1, _NEAR + 1)]
    pairs, shared = np.unique(np.concatenate(codes), return_counts=True)
    sizes = np.bincount(owner.astype(np.int64), minlength=len(starts))
    one, other = (pairs // many).astype(np.int64), (pairs % many).astype(np.int64)
    alike = (shared >= _LEAST) & (shared >= _HALF * np.minimum(sizes[one], sizes[other]))
    groups = Groups(range(len(starts)))
    for first, second in zip(one[alike].tolist(), other[alike].tolist(), strict=True):
        groups.join(first, second)
    return np.array(list(groups.of.values()), dtype=np.uint32)


def _pairs(gram: Any, owner: Any, apart: int, many: np.uint64) -> NDArray[np.uint64]:
    """Texts that have a gram in common, two of them as one number."""
    same = gram[:-apart] == gram[apart:]
    return np.asarray(owner[:-apart][same] * many + owner[apart:][same], dtype=np.uint64)
