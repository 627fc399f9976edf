"""Which texts are one source: copies, reposts with small changes, texts of one page.

Each speech has a MinHash of its clauses. Two speeches that agree in one band of it are
one source; that rule looks at no order and no partition, so every run finds the same sources.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from string import ascii_letters, digits
from typing import Any, NamedTuple

import numpy as np

from drafter.groups import Groups
from drafter.mining.checksums import checksums
from drafter.mining.coded import positions
from drafter.mining.pieces import blanks, class_of, pieces
from drafter.speech import SPOKEN_ROLES, Speech

__all__ = [
    "Signature",
    "Wording",
    "content_hash",
    "independent",
    "near",
    "packed",
    "signature",
    "wordings",
]

Signature = bytes

#: 20 bands of 10 rows: texts that share 90 % of their clauses meet with probability 0.9998, 80 %
#: with 0.9; texts that share 40 % (two speeches of one office) with 0.002. The last must be rare:
#: one false meeting joins two groups.
BANDS, ROWS = 20, 10
#: Bytes of a key: 48 bits keep a million texts apart.
_KEY = 6
_SAID = ascii_letters + digits + "".join(map(chr, range(0x4E00, 0xA000)))
#: White space to typesetters only.
_ZERO_WIDTH = "\u200b\ufeff"


class Wording(NamedTuple):
    """What a speaker says, marks and spaces left out, and the hashes of the clauses."""

    letters: str
    hashes: Any


def wordings(speeches: Sequence[Speech]) -> list[Wording]:
    """What each of the speakers says."""
    texts = ["。".join([p.text for p in s.paragraphs if p.role in SPOKEN_ROLES]) for s in speeches]
    found = pieces(texts, *_said())
    lengths, hashes = found.lengths, checksums(found)
    said = found.letters[positions(found.starts, lengths)]
    # Where in all that is said and among all clauses those of each speech end.
    clauses = found.owners.searchsorted(np.arange(len(texts) + 1))
    ends = np.append(0, np.cumsum(lengths))[clauses]
    return [
        Wording(said[ends[n] : ends[n + 1]].tobytes().decode("utf-32-le"), hashes[first:last])
        for n, (first, last) in enumerate(pairwise(clauses))
    ]


@cache
def _said() -> tuple[Any, Any]:
    """What characters clauses are made of, and what is left out of them."""
    return class_of(_SAID), blanks() | class_of(_ZERO_WIDTH)


def content_hash(letters: str) -> str:
    """The same 12 digits for what is said however the marks in it are written."""
    return hashlib.sha256(letters.encode()).hexdigest()[:12]


def signature(hashes: Any) -> list[str]:
    """One key a band; two speeches with a key in common are near-duplicates.

    MinHash (Broder 1997) by permutations h → a·h + b modulo 2³², a odd: no product is longer than
    a word of the machine, and nothing depends on the version of a library.
    """
    if not len(hashes):
        return []
    factors, terms = _permutations()
    permuted = _mixed(hashes.reshape(-1, 1)) * factors
    permuted += terms
    bands = permuted.min(axis=0).reshape(BANDS, ROWS)
    return [
        hashlib.sha256(bytes([number]) + band.tobytes()).hexdigest()[: 2 * _KEY]
        for number, band in enumerate(bands)
    ]


def _mixed(hashes: Any) -> Any:
    """The finaliser of MurmurHash3: CRCs of like texts are alike, what comes of it is not."""
    hashes = hashes ^ (hashes >> 16)
    hashes *= 0x85EBCA6B
    hashes ^= hashes >> 13
    hashes *= 0xC2B2AE35
    hashes ^= hashes >> 16
    return hashes


@cache
def _permutations() -> tuple[Any, Any]:
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
