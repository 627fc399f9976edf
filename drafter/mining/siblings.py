"""Formulae that differ in one place only: what stands there is filler, the rest is the formula.

要切实摸清底数，…, 要切实严格把关，… and so on: each is met often enough for a formula, and what
they share (要切实…，…) is too short to be found by itself. Two that are alike may be two formulae;
they are one where they are many, or where what they differ in stands in the slots of others too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise

import numpy as np

from drafter.mining.lexicon import MARKS
from drafter.mining.matching import Texts
from drafter.mining.shape import LEAST_LITERAL, says_enough
from drafter.mining.skeleton import HOLE, OPEN, Skeleton, is_slot, literal_chars, merge_slots
from drafter.resources import read_data

__all__ = ["loosened", "mere_fillings", "shared_forms", "untyped"]

#: So many witnesses show a form: the formulae alike, the form itself where it is one, and up to so
#: many others for each whose slots hold what it differs in.
ENOUGH, OTHERS = 4, 2
#: With fewer literal characters nothing is said.
LEAST = 2
#: So much is left of a formula of which more than words is taken for a filling.
WIDE = 5
#: Behind these stands what is defined.
_DEFINING = frozenset(("：", "是", "就是"))


def shared_forms(
    contents: Mapping[Skeleton, str],
    others: Iterable[Skeleton],
    elsewhere: Callable[[str], int],
) -> dict[Skeleton, frozenset[Skeleton]]:
    """Each form that several formulae share, with those of the ``others`` that are it, filled.

    ``contents`` has the formulae with what stands in their slots; ``elsewhere`` tells how often
    other parts have a run. Of forms of the same formulae it is the fullest; a formula that is a
    form itself needs one filling only, and so does one whose filling is all that several others
    have in a slot (根据年度计划，… beside …宣读了年度计划, 要严格执行年度计划).
    """
    held = _Held(contents, elsewhere)
    alike: dict[Skeleton, dict[Skeleton, str]] = defaultdict(dict)
    for items in contents:
        for form, stretch in _opened(items).items():
            alike[form][items] = stretch
    known = {untyped(items) for items in contents}
    found: dict[Skeleton, set[Skeleton]] = {}
    taken: set[Skeleton] = set()

    def told(form: Skeleton, stretches: Sequence[str], before: int) -> bool:
        return held.tell(_plainest(stretches), alike[form], ENOUGH - before)

    for form in sorted(alike, key=lambda f: (-literal_chars(f), f)):
        left = [items for items in alike[form] if items not in taken]
        itself, filled = int(form in known), [alike[form][items] for items in left]
        # 要完善… and 各部门要完善… differ in nothing that stands in one place.
        several = itself + len({*filled}) > 1 or len(left) == 1
        if several and told(form, filled, itself):
            found[form] = set(left)
            taken.update(left)
    for items in others if found else ():
        for form, stretch in _opened(items).items():
            if form in found and told(form, [stretch], len(found[form])):
                found[form].add(items)
    return {form: frozenset(fillings) for form, fillings in found.items()}


def mere_fillings(
    contents: Mapping[Skeleton, str], times: Sequence[int] = ()
) -> dict[Skeleton, list[str]]:
    """The formulae all of whose own words stand more often in the slots of others.

    All but a single character, with which nothing is said: of 到…，要… there is 要摸清底数.
    ``contents`` has the formulae with what stands in their slots, a line for each sentence's slot;
    ``times`` tells in how many sources the sentences of each are met, one each if it does not.
    Those whose words only one other holds are fillings if other parts of the speeches have the
    words as well: with each is what to ask for there.
    """
    said = [
        (own.count("\n") + 1) / max(1, sum(map(is_slot, items))) for items, own in contents.items()
    ]
    met_in = np.array(times or said)
    often = met_in / said
    words = [[run for run in _runs(_shorter(items)) if len(run) >= LEAST] for items in contents]
    held = Texts([own.replace("\n", HOLE) for own in contents.values()])
    counted = held.counted(chain.from_iterable(words))
    out: dict[Skeleton, list[str]] = {}
    for n, (items, runs) in enumerate(zip(contents, words, strict=True)):
        if not runs:
            continue
        met = np.minimum.reduce([*islice(counted, len(runs))])
        met[n] = 0
        others = np.count_nonzero(met)
        if others and met @ often > met_in[n]:
            out[items] = [] if others >= OTHERS else runs
    return out


def _shorter(items: Skeleton) -> Skeleton:
    """The formula without the single character its last clause begins with, if it does."""
    bounds = [n for n, item in enumerate(items[:-1]) if is_slot(item) or item in MARKS]
    first = bounds[-1] + 1 if bounds else 0
    return (*items[:first], *items[first + 1 :]) if len(items[first]) == 1 else items


def _runs(items: Skeleton) -> list[str]:
    shown = ["\n" if is_slot(i) or i in MARKS else i for i in items]
    return "".join(shown).split("\n")


def untyped(items: Skeleton) -> Skeleton:
    """The formula, its slots all open."""
    return tuple(OPEN if is_slot(i) else i for i in merge_slots(items))


def loosened(items: Skeleton) -> Iterator[Skeleton]:
    """The formula without a word that says how many of what is filled in are meant (各, 全体)."""
    bare, every = untyped(items), read_data("mining.yaml")["every"]
    for at, (word, behind) in enumerate(pairwise(bare)):
        if word in every and behind == OPEN:
            loose = tuple(merge_slots([*bare[:at], *bare[at + 1 :]]))
            if says_enough(loose):
                yield loose


def _plainest(stretches: Iterable[str]) -> list[str]:
    """Those that are no other with a word before it: 今天召开 says no more than 召开."""
    ordered = sorted({*stretches}, key=lambda s: (len(s), s))
    return [s for n, s in enumerate(ordered) if not s.endswith(tuple(ordered[:n]))]


class _Held:
    """What stands in the slots of formulae, and how often other parts have it."""

    def __init__(self, contents: Mapping[Skeleton, str], elsewhere: Callable[[str], int]) -> None:
        self._elsewhere = elsewhere
        # What many sentences have there is looked through once.
        self._contents: dict[Skeleton, str] = {}
        self._whole: dict[str, set[Skeleton]] = defaultdict(set)
        self._holding: dict[str, list[Skeleton]] = {}
        for items, content in contents.items():
            once = dict.fromkeys(content.split("\n"))
            self._contents[items] = "\n".join(once)
            for one in once:
                if len(one) >= LEAST_LITERAL and HOLE not in one:
                    self._whole[one].add(items)

    def tell(self, stretches: Sequence[str], siblings: Container[Skeleton], least: int) -> bool:
        """Whether ``least`` formulae tell that stretches are fillers.

        For each stretch its own formula, and others whose slots hold it: of those that hold it and
        more, which take longer to find, :data:`OTHERS` count.
        """
        least -= len(stretches)
        known = [self._filled_by(s, siblings) for s in stretches] if least > 0 else []
        if sum(known) >= least:
            return True
        if sum(max(n, OTHERS) for n in known) < least:
            return False
        told = zip(stretches, known, strict=True)
        return sum(n if n >= OTHERS else max(n, self._held(s, siblings)) for s, n in told) >= least

    def _filled_by(self, stretch: str, siblings: Container[Skeleton]) -> int:
        """How many other formulae have nothing but the stretch in a slot."""
        whole = sum(items not in siblings for items in self._whole.get(stretch, ()))
        if whole and whole < ENOUGH:
            whole += self._elsewhere(stretch) > 0
        return min(whole, ENOUGH - 1)

    def _held(self, stretch: str, siblings: Container[Skeleton]) -> int:
        """How many others hold the stretch in a slot, up to :data:`OTHERS`."""
        others = (items for items in self._held_by(stretch) if items not in siblings)
        return sum(1 for _ in islice(others, OTHERS))

    def _held_by(self, stretch: str) -> list[Skeleton]:
        """The formulae whose slots hold a stretch; many forms ask for the same one."""
        if stretch not in self._holding:
            holding = [items for items, own in self._contents.items() if stretch in own]
            self._holding[stretch] = holding
        return self._holding[stretch]


@lru_cache(1 << 13)  # each is asked for as often as the choice is made again
def _opened(items: Skeleton) -> Mapping[Skeleton, str]:
    """The formula with one stretch of its words a slot, in every way that leaves it a formula."""
    out: dict[Skeleton, str] = {}
    bare = untyped(items)
    most = literal_chars(bare) - LEAST
    for start in range(len(bare)):
        before = bare[: start - 1] if bare[start - 1 : start] == (OPEN,) else bare[:start]
        stretch = ""
        for end in range(start + 1, len(bare) + 1):
            stretch += bare[end - 1]
            if bare[end - 1] == OPEN or bare[end - 1] in MARKS or len(stretch) > most:
                break
            after = bare[end + 1 :] if bare[end : end + 1] == (OPEN,) else bare[end:]
            out[(*before, OPEN, *after)] = stretch
    return {**_opened_wide(bare), **out}


def _opened_wide(bare: Skeleton) -> dict[Skeleton, str]:
    """The formula with more of it a slot, where what is left says much.

    That is a stretch with slots (听取了…情况的汇报，相信…, 听取了…方案的说明，相信…), or all behind
    what is defined (会议的主题是：交流做法，查找差距。), in which nothing is open.
    """
    out: dict[Skeleton, str] = {}
    total = literal_chars(bare)
    for start in range(1, len(bare)):
        if bare[start] in MARKS:
            continue
        end = next((n for n in range(start, len(bare)) if bare[n] in MARKS), len(bare))
        ends = [n for n in range(start + 2, end + 1) if OPEN in bare[start:n]]
        if bare[start - 1] in _DEFINING and OPEN not in bare[start:]:
            ends.append(len(bare) - (bare[-1] in MARKS))
        for n in ends:
            stretch = "".join(bare[start:n])
            left = total - literal_chars(bare[start:n])
            if left >= WIDE and OPEN not in (bare[start - 1], *bare[n : n + 1]):
                out[(*bare[:start], OPEN, *bare[n:])] = stretch.replace(OPEN, HOLE)
    return out
