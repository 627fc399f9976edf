"""What a formula looks like: words that frame a sentence, not words that wander through one.

保障…改善民生… is met in many reports, but it is a phrase inside of sentences about welfare. A
formula takes hold of its sentence: it begins it or ends it, and says more than it leaves open.
Where it does neither (…要加强对…的指导), it is the formula of sentences that hold no other clause.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from drafter.mining.lexicon import MARKS
from drafter.mining.skeleton import is_slot, literal_chars

__all__ = ["BREAKS", "LEAST_LITERAL", "is_framing", "is_whole", "says_enough", "takes_hold"]

#: Marks between clauses; what 、 joins is one clause.
BREAKS = frozenset("，；：。！？")

#: A formula has at least so many literal characters; fewer are any sentence's.
LEAST_LITERAL = 4
#: So many make a formula of it wherever they stand.
ENOUGH = 10
MOST_SLOTS = 5


def is_framing(items: Sequence[str]) -> bool:
    """Whether the literals take hold of the sentence and say more than the slots leave open."""
    return says_enough(items) and takes_hold(items)


def says_enough(items: Sequence[str]) -> bool:
    """Whether the literals say more than the slots leave open."""
    slots = sum(is_slot(a) and not is_slot(b) for a, b in pairwise([*items, "。"]))
    enough = 2 * slots if takes_hold(items) else slots + 1
    return slots <= MOST_SLOTS and literal_chars(items) >= max(LEAST_LITERAL, enough)


def is_whole(items: Sequence[str], literals: Container[str]) -> bool:
    """Whether all clauses of a sentence are the formula's: every mark between them is a literal."""
    return all(i in literals for i in items if i in BREAKS)


def takes_hold(items: Sequence[str]) -> bool:
    """Whether enough is said, and said at the sentence's beginning or end; slots not counted."""
    literal = literal_chars(items)
    if literal < LEAST_LITERAL:
        return False
    words = [i for i in items if i not in MARKS]
    begins = _run(words)
    ends = _run(words[::-1])
    return begins >= 2 or ends >= LEAST_LITERAL or literal >= ENOUGH


def _run(words: Sequence[str]) -> int:
    """Literal characters before the first slot."""
    total = 0
    for word in words:
        if is_slot(word):
            break
        total += len(word)
    return total
