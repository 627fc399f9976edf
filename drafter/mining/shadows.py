"""Formulae that are a frequent one damaged, or cut into words elsewhere.

What stands in a slot may go with a part of the word beside it (…与机遇多相结合 as 机遇|多相|结合,
衷心感谢村干部 as 衷心|感|谢村|干部): where few things are filled in, one of them makes a formula of
its own so, met now and then beside the one that is met everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.mining.candidates import Candidate
from drafter.mining.lexicon import MARKS
from drafter.mining.matching import contents, runs_of
from drafter.mining.refining import WEAK, WHOLE
from drafter.mining.sentences import Sentences
from drafter.mining.skeleton import HOLE, Skeleton, is_slot

__all__ = ["without_shadows"]

#: A formula with a larger share of another's sentences is not the other, damaged; with a larger
#: one than the second it is not the other cut elsewhere, few as the things filled in may be.
RARE, CUT = 0.1, 0.34

#: So many characters are lost by some damage.
MOST_LOST = 4

#: A formula and the sentences it explains.
_Kept = tuple[Candidate, list[int]]
#: The runs of a formula cut, the slot beside the cut, and the edge of what it holds then.
_Cut = tuple[list[str], int, int]


def without_shadows(sentences: Sentences, kept: Sequence[_Kept]) -> list[_Kept]:
    """The formulae but those that are another, damaged or cut elsewhere: that has their sentences.

    In the order given.
    """
    sizes = [sum(sentences.times[n] for n in members) for _, members in kept]
    own: dict[int, list[int]] = {}
    casts: dict[int, _Caster] = {}
    for n in sorted(range(len(kept)), key=lambda n: (-sizes[n], kept[n][0].text)):
        one, members = kept[n]
        like = (of for of, cast in casts.items() if cast.has_shadow(one, sizes[n] / sizes[of]))
        of = next(like, n)
        own.setdefault(of, []).extend(members)
        if of == n:
            casts[n] = _Caster(one)
    return [(one, sorted(own[n])) for n, (one, _) in enumerate(kept) if n in own]


class _Caster:
    """A formula that others may be, damaged or cut elsewhere; asked of each that is rarer."""

    def __init__(self, of: Candidate) -> None:
        self._of = of
        self._cut = _Ways(_cuts(of.items))
        self._bare = _Ways(_cuts(of.items, whole=True))

    def has_shadow(self, one: Candidate, share: float) -> bool:
        """Whether a formula, met in that share of this one's sentences, is this one."""
        if share > CUT:
            return False
        return self._cut.fit(one.text) or (share <= RARE and self._has_damaged(one))

    def _has_damaged(self, one: Candidate) -> bool:
        """Whether a rare formula is this one, filled, or has something before it or behind it."""
        of = self._of
        if one.text in (HOLE + of.text, of.text + HOLE):
            return True
        lost = of.literal - one.literal
        if one.literal >= WHOLE and lost <= MOST_LOST and contents(one.runs, of.text) is not None:
            return True
        if of.literal >= WEAK and contents(of.runs, one.text) is not None:
            return True
        return self._bare.fit(one.text)


class _Ways:
    """Several ways to cut one formula: what they all begin and end with is asked for first."""

    def __init__(self, cuts: Iterable[_Cut]) -> None:
        self._cuts = [*cuts]
        runs = [runs for runs, _, _ in self._cuts]
        self._begin = min([first for first, *_ in runs], key=len, default="")
        self._end = min([last for *_, last in runs], key=len, default="")

    def fit(self, text: str) -> bool:
        """Whether a formula has the runs of a way, and a slot of its own where the cut was."""
        if not (text.startswith(self._begin) and text.endswith(self._end)):
            return False
        return any(_fits(text, cut) for cut in self._cuts)


def _cuts(items: Skeleton, *, whole: bool = False) -> Iterator[_Cut]:
    """The runs of a formula without a part of one word beside a slot.

    With them the slot, and the edge of what it holds then: the part goes with that.
    """
    slots = [n for n, item in enumerate(items) if is_slot(item)]
    for number, slot in enumerate(slots):
        for at, edge in ((slot - 1, 0), (slot + 1, -1)):
            word = items[at] if 0 <= at < len(items) and items[at] not in MARKS else ""
            size = 0 if is_slot(word or "{") else len(word)
            for n in range(0 if whole else 1, min(size, 1) if whole else size):
                rest = word[:n] if edge == 0 else word[size - n :]
                yield runs_of((*items[:at], rest, *items[at + 1 :])), number, edge


def _fits(text: str, cut: _Cut) -> bool:
    """Whether a formula has the runs, and a slot of its own where the part of a word was."""
    runs, slot, edge = cut
    held = contents(runs, text)
    return held is not None and held[slot][edge] == HOLE
