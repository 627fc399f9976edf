"""The ordinals that sentences begin with (一是, 第二，): a scheme's, or a formula's own.

Whoever counts takes a sentence as it comes, so its ordinal is taken off before formulae are looked
for. But where nearly all sentences of a formula have one ordinal, it is the formula's:
第一，要把…放在首位 is said first wherever it is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from drafter.mining.align import SHARE
from drafter.mining.skeleton import NO_SLOT
from drafter.mining.tally import Tally

__all__ = ["ordinal_of", "with_ordinal"]

_MARKED = NO_SLOT + "{"
#: Behind an ordinal that ends in 是 this is the sentence's own word (一是要, 二是要).
_OWN = "要"


def with_ordinal(held: str, ordinal: str) -> str:
    """What goes beside a skeleton (``held``) with the ordinal that was taken off its sentence."""
    if not ordinal:
        return held
    return f"{_MARKED}{ordinal},{held}" if held else _MARKED + ordinal


def ordinal_of(evidence: Iterable[Tally]) -> str:
    """What of their ordinals nearly all sentences of a formula have, given their evidence."""
    met: Counter[str] = Counter()
    for tally in evidence:
        for held, times in tally.told().items():
            met[_ordinal(held)] += times
    enough = SHARE * met.total()
    if ordinal := next((o for o, times in met.items() if times >= enough), ""):
        return ordinal
    own = sum(times for ordinal, times in met.items() if ordinal.endswith("是" + _OWN))
    return _OWN if own >= enough else ""


def _ordinal(held: str) -> str:
    """The ordinal that is told beside a skeleton, or nothing."""
    return held.partition(",")[0].removeprefix(_MARKED) if held.startswith(_MARKED) else ""
