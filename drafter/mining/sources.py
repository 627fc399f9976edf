"""Which texts are one source: copies, reposts with small changes, texts of one page.

Each speech has a MinHash of its clauses. Two speeches that agree in one band of it are
one source; that rule looks at no order and no partition, so every run finds the same sources.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from zlib import crc32

from drafter.groups import Groups
from drafter.speech import SPOKEN_ROLES, Speech
from drafter.text.folding import squeeze

__all__ = ["Signature", "clauses", "content_hash", "independent", "near", "packed", "signature"]

Signature = bytes

#: 20 bands of 10 rows: texts that share 90 % of their clauses meet with probability 0.9998, 80 %
#: with 0.9; texts that share 40 % (two speeches of one office) with 0.002. The last must be rare:
#: one false meeting joins two groups.
BANDS, ROWS = 20, 10
#: Bytes of a key: 48 bits keep a million texts apart.
_KEY = 6
_SAID = re.compile(r"[\u4e00-\u9fff0-9A-Za-z]+")


def clauses(speech: Speech) -> list[str]:
    """What the speaker says between marks, spaces left out."""
    text = "。".join(p.text for p in speech.paragraphs if p.role in SPOKEN_ROLES)
    return _SAID.findall(squeeze(text))


def content_hash(said: Sequence[str]) -> str:
    """The same 12 digits for clauses however the marks between them are written."""
    return hashlib.sha256("".join(said).encode()).hexdigest()[:12]


def signature(said: Iterable[str]) -> list[str]:
    """One key a band; two speeches with a key in common are near-duplicates.

    MinHash (Broder 1997) by permutations h → a·h + b modulo 2³², a odd: no product is longer than
    a word of the machine, and nothing depends on the version of a library.
    """
    import numpy as np

    hashes = np.array([*map(crc32, map(str.encode, set(said)))], dtype=np.uint32).reshape(-1, 1)
    if not len(hashes):
        return []
    factors, terms = _permutations()
    permuted = _mixed(hashes) * factors
    permuted += terms
    bands = permuted.min(axis=0).reshape(BANDS, ROWS)
    return [
        hashlib.sha256(bytes([number]) + band.tobytes()).hexdigest()[: 2 * _KEY]
        for number, band in enumerate(bands)
    ]


def _mixed(hashes: Any) -> Any:
    """The finaliser of MurmurHash3: CRCs of like texts are alike, what comes of it is not."""
    hashes ^= hashes >> 16
    hashes *= 0x85EBCA6B
    hashes ^= hashes >> 13
    hashes *= 0xC2B2AE35
    hashes ^= hashes >> 16
    return hashes


@cache
def _permutations() -> tuple[Any, Any]:
    import numpy as np

    drawn = hashlib.shake_256(b"permutations").digest(8 * BANDS * ROWS)
    numbers = np.frombuffer(drawn, dtype="<u4").astype(np.uint32).reshape(2, 1, -1)
    return numbers[0] | 1, numbers[1]


def packed(bands: Sequence[str]) -> Signature:
    """The keys of a signature in a tenth of the memory."""
    return bytes.fromhex("".join(bands))


def near(signatures: Mapping[str, Signature]) -> dict[str, str]:
    """Content hash → the least hash among its near-duplicates and theirs, its own included."""
    groups = Groups(signatures)
    for start in range(0, BANDS * _KEY, _KEY):
        first: dict[bytes, str] = {}
        for name, signature in signatures.items():
            key = signature[start : start + _KEY]
            # Nearly every key is met once, and joins nothing.
            if key and (other := first.setdefault(key, name)) != name:
                groups.join(name, other)
    return groups.of


def independent(speeches: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, str]:
    """Content hash → hash of its source, given (content hash, keys that make it one with others).

    The source of a group is the least hash in it, so that it does not depend on any order.
    """
    keys_of = dict(speeches)
    groups = Groups(keys_of)
    first: dict[str, str] = {}
    for name, keys in keys_of.items():
        for key in keys:
            groups.join(name, first.setdefault(key, name))
    return groups.of
