"""Words that stand at the edge of a slot in nearly all sentences of a formula: they are its own.

In the vote of a bundle they may have been outvoted by sentences that the formula does not stand for
(表扬 by …要给予表扬, where 我特别要表扬…，他为… was looked for).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.mining.align import SHARE
from drafter.mining.lexicon import MARKS, frame_lexicon
from drafter.mining.matching import contents, runs_of
from drafter.mining.skeleton import HOLE, Skeleton, is_slot

__all__ = ["with_edges"]


def with_edges(items: Skeleton, texts: Sequence[str], weights: Sequence[int]) -> Skeleton:
    """The formula with the words at the edges of its slots, given the texts it stands for."""
    runs = runs_of(items)
    told = zip(texts, weights, strict=True)
    met = [(found, weight) for text, weight in told if (found := contents(runs, text))]
    out: list[str] = []
    slot = 0
    for item in items:
        if not is_slot(item):
            out.append(item)
            continue
        held = [(found[slot], n) for found, n in met]
        before = _shared(held)
        behind = _shared([(content[len(before) :][::-1], n) for content, n in held])[::-1]
        out.extend(i for i in (_listed(before), item, _listed(behind)) if i)
        slot += 1
    return tuple(out)


def _shared(held: Sequence[tuple[str, int]]) -> str:
    """The longest beginning that most of the contents have and go on behind."""
    enough = SHARE * sum(n for _, n in held)
    shared = ""
    while True:
        at = len(shared)
        held = [(content, n) for content, n in held if len(content) > at + 1]
        nexts: Counter[str] = Counter()
        for content, n in held:
            nexts[content[at]] += n
        letter, count = min(nexts.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
        if not letter or letter == HOLE or letter in MARKS or count < enough:
            return shared
        shared += letter
        held = [(content, n) for content, n in held if content[at] == letter]


def _listed(words: str) -> str:
    """The words, where they are words: characters that 建设 and 建立 share are none.

    Nor is a single one that many words end in (动员会, 推进会).
    """
    return words if len(words) > 1 and frame_lexicon().covers(words) else ""
