"""Which texts are one source: copies, reposts with small changes, texts of one page.

Each speech has a MinHash of its clauses. Two speeches that agree in one band of it are
one source; that rule looks at no order and no partition, so every run finds the same sources.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from drafter.speech import SPOKEN_ROLES, Speech
from drafter.text.folding import squeeze

__all__ = ["content_hash", "independent", "signature"]

#: 20 bands of 10 rows: texts that share 90 % of their clauses meet with probability 0.9998, 80 %
#: with 0.9; texts that share 40 % (two speeches of one office) with 0.002. The last must be rare:
#: one false meeting joins two groups.
BANDS, ROWS = 20, 10
_MARK = re.compile(r"[^\u4e00-\u9fff0-9A-Za-z]+")


def _clauses(speech: Speech) -> list[str]:
    text = "。".join(squeeze(p.text) for p in speech.paragraphs if p.role in SPOKEN_ROLES)
    return [c for c in _MARK.split(text) if c]


def content_hash(speech: Speech) -> str:
    """The same 12 digits for a text however its marks are written."""
    return hashlib.sha256("".join(_clauses(speech)).encode()).hexdigest()[:12]


def signature(speech: Speech) -> list[str]:
    """One key a band; two speeches with a key in common are near-duplicates."""
    from datasketch import MinHash

    sketch = MinHash(num_perm=BANDS * ROWS, seed=1)
    sketch.update_batch(sorted({clause.encode() for clause in _clauses(speech)}))
    values = sketch.hashvalues
    bands = [values[at : at + ROWS].tobytes() for at in range(0, BANDS * ROWS, ROWS)]
    return [
        hashlib.sha256(bytes([number]) + band).hexdigest()[:12] for number, band in enumerate(bands)
    ]


def independent(speeches: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, str]:
    """Content hash → hash of its source, given (content hash, keys that make it one with others).

    The source of a group is the least hash in it, so that it does not depend on any order.
    """
    parent: dict[str, str] = {}

    def find(node: str) -> str:
        root = node
        while parent[root] != root:
            root = parent[root]
        while parent[node] != root:
            parent[node], node = root, parent[node]
        return root

    names = []
    for name, keys in speeches:
        names.append(name)
        parent.setdefault(name, name)
        for key in keys:
            tag = "#" + key
            parent.setdefault(tag, tag)
            a, b = sorted((find(name), find(tag)), key=lambda n: (n.startswith("#"), n))
            parent[b] = a
    return {name: find(name) for name in names}
