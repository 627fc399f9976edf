"""Whether what a candidate has more than a general one is formula or filler.

A run inside one slot of the general candidate that only a part of its sentences has, or one topic
alone, is a filler: there are as many as there are speeches. But a formula may be said in a few
ways, and what the speeches fill in elsewhere as well tells the two apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.mining.additions import (
    Added,
    additions,
    edges_of,
    goes_with,
    in_order,
    is_at_edge,
    touches,
)
from drafter.mining.align import SHARE
from drafter.mining.candidates import Candidate
from drafter.mining.lexicon import MARKS, frame_lexicon
from drafter.mining.matching import Texts, contents
from drafter.mining.shape import LEAST_LITERAL
from drafter.mining.skeleton import HOLE, Skeleton

__all__ = ["NOTHING", "WEAK", "Known", "nowhere", "refinements"]

#: A richer candidate keeps its own when it has this share of the general one's sentences.
SPLIT = 0.25
#: A general candidate with this many literal characters is a formula of its own right; one with
#: fewer than the second number hardly is one.
WHOLE, WEAK = 8, 6
#: So few wordings that are nearly all that ever stands in one slot, each met in its share of the
#: sources, are ways to say the formula (让我们振奋精神，…, 让我们坚定信心，…); fillers are more.
FEW, EACH, ALL = 3, 0.15, 0.9
#: In so many of other sentences, as a share of its own, a wording may stand by some damage.
STRAY = 0.1
#: Additions come together where all of them stand in this share of the sentences that any has.
TOGETHER = 0.7


def nowhere(_run: str) -> int:
    """How often a run is met where there are no other sentences."""
    return 0


@dataclass(frozen=True)
class Known:
    """What is known of the speeches besides the sentences at hand.

    ``held`` has formulae with what stands in their slots; ``elsewhere`` tells how often sentences
    of other parts of the speeches have a run of characters, ``times`` in how many sources each of
    the sentences at hand is met.
    """

    held: Mapping[Skeleton, str] = field(default_factory=dict)
    elsewhere: Callable[[str], int] = nowhere
    times: Sequence[int] = ()

    def met(self, numbers: Collection[int]) -> int:
        """How often some of the sentences are met, each in every source by itself.

        A hundred damaged ones are met once each, what they were before may be met a hundred times.
        """
        return sum(self.times[n] for n in numbers) if self.times else len(numbers)


NOTHING = Known()


_Extras = Mapping[int, Mapping[int, list[Added]]]


def refinements(
    ordered: Sequence[Candidate],
    refining: Mapping[int, Iterable[int]],
    texts: Texts,
    known: Known,
) -> dict[int, set[int]]:
    """Of the refinements of each candidate, all by number, those that are formulae.

    What is one of the few ways to say a formula is none of the fillings of what hardly is one.
    """
    extras = {
        u: {t: additions(ordered[t], ordered[u]) for t in rich} for u, rich in refining.items()
    }
    judge = _Judge(ordered, texts, known, extras)
    found = {u: judge.formulae(u) for u in extras}
    if known.held:
        ways = {u: judge.ways(u) for u in extras}
        told = set[int]().union(*ways.values())
        for u in extras:
            found[u] |= ways[u] if ordered[u].literal >= WEAK else told & extras[u].keys()
    return found


class _Judge:
    """Judges the refinements of candidates, which all go by their number."""

    def __init__(
        self, ordered: Sequence[Candidate], texts: Texts, known: Known, extras: _Extras
    ) -> None:
        self._ordered, self._texts, self._known, self._extras = ordered, texts, known, extras
        self._adding: dict[str, set[int]] = defaultdict(set)
        for u, rich in extras.items():
            # What nearly all have is the formula's (强化监督), not what it is filled with.
            most = SHARE * len(ordered[u].sources)
            filled = (added for t, added in rich.items() if len(ordered[t].sources) < most)
            for run in {r for added in filled for one in added for r in one.runs}:
                self._adding[run].add(u)

    def formulae(self, u: int) -> set[int]:
        """The refinements of a candidate that are formulae."""
        return {t for t in self._extras[u] if self._is_formula(u, t)}

    def _is_formula(self, u: int, t: int) -> bool:
        rich, general, added = self._ordered[t], self._ordered[u], self._extras[u][t]
        if len(rich.topics) < 2 <= len(general.topics):
            return False
        share = len(rich.sources) / max(1, len(general.sources))
        if share >= SHARE and (added or touches(rich, general)):
            # Were it a character only (既要抓…，又要抓…): what nearly all have is no filler.
            return True
        if rich.items in general.fillings or not added:
            # A character more, or a slot that ends elsewhere, makes no other formula.
            return False
        runs = [(one.slot, run) for one in added for run in one.runs]
        if len(added) == 1:
            if share >= SPLIT and self._is_own(u, t):
                return True
            if added[0].content == runs[0][1] or general.literal >= WHOLE:
                return False
            # Two of three tell a filler: it is rare, of one piece, in a formula of its own right.
            if (share < SPLIT) + (len(runs) == 1) + (general.literal >= WEAK) > 1:
                return False
            if any(self._is_filler(u, run) for _, run in runs):
                return False
            # Other parts fill it in as well; an addition that is often made may be theirs, too.
            met = STRAY * self._known.met(rich.matched)
            if share < SPLIT and any(self._known.elsewhere(run) > met for _, run in runs):
                return False
        return len(runs) == 1 or _together(runs, rich, general, self._texts)

    def _is_own(self, u: int, t: int) -> bool:
        """Whether clauses with slots of their own stand in a slot, and are met nowhere else.

        So …上求突破，在… in 要在…上见实效, and 是…慎重考虑决定的 behind 今天召开这次会议，. What
        speeches fill in is met in other formulae as well; words within a clause go with that.
        """
        (added,) = self._extras[u][t]
        if added.content == added.runs[0] or not self._known.held:
            return False
        if self._opens(u, t):
            return True
        if len("".join(added.runs)) < LEAST_LITERAL:
            return False
        if added.content.startswith(f"{HOLE}、"):  # a list goes on
            return False
        if all(map(MARKS.isdisjoint, added.runs)) and not all(edges_of(added, self._ordered[u])):
            return False
        own = self._ordered[u].runs
        return not self._stray(added.runs, t, lambda n: in_order(own, self._texts.texts[n]))

    def _opens(self, u: int, t: int) -> bool:
        """Whether all that is added is a word before the formula (当前，…), said so everywhere."""
        (added,) = self._extras[u][t]
        first = added.runs[0]
        if added.slot or self._ordered[u].runs[0] or added.content != first + HOLE:
            return False
        if first[-1] not in MARKS:
            return False
        return not self._stray([first], t, lambda n: self._texts.texts[n].startswith(first))

    def _is_filler(self, u: int, run: str) -> bool:
        """Whether a run stands in slots of other formulae than a candidate as well.

        A measure (万元) goes with the number before it.
        """
        if frame_lexicon().classes.get(run) == "measure":
            return True
        general = self._ordered[u]
        others = (self._ordered[n] for n in self._adding[run])
        if any(
            general.matched.isdisjoint(one.matched) and not goes_with(general.items, one.items)
            for one in others
        ):
            return True
        return self._is_held(u, run)

    def _is_held(self, u: int, run: str) -> bool:
        """Whether a run stands in slots of formulae kept before, other than a candidate.

        What says the same with a word more or less (要进一步加强… beside 要加强…) is no other.
        """
        general = self._ordered[u].items
        holding = (items for items, own in self._known.held.items() if run in own)
        return not all(goes_with(general, items) for items in holding)

    def ways(self, u: int) -> set[int]:
        """Of the refinements of a candidate those that are the few ways to say it."""
        general = self._ordered[u]
        found: dict[tuple[int, str], int] = {}
        for t in sorted(self._extras[u], key=lambda t: (-len(self._ordered[t].matched), t)):
            added = self._extras[u][t]
            often = len(self._ordered[t].sources) >= EACH * len(general.sources)
            if often and len(added) == 1:
                found.setdefault((added[0].slot, added[0].content), t)
        for slot in sorted({slot for slot, _ in found}):
            ways = [t for (n, _), t in found.items() if n == slot and not self._may_be_filler(u, t)]
            few = len(ways) <= FEW or all(self._leads(u, t) for t in ways)
            if len(ways) > 1 and few and self._are_all(general, [self._ordered[t] for t in ways]):
                return set(ways)
        return set()

    def _may_be_filler(self, u: int, t: int) -> bool:
        """Whether what stands in a slot may be a filler, were it one of few.

        Words within a clause (在…全面铺开的关键时刻) go with what is filled in. With a slot inside
        (…工程, …全部完成) they may end what speeches fill in: then other sentences have them as
        well, more than a damaged heading or two.
        """
        (added,) = self._extras[u][t]
        run = added.runs[0]
        if added.content == run:
            return self._is_filler(u, run) and not self._leads(u, t)
        if len("".join(added.runs)) < LEAST_LITERAL or not is_at_edge(added, self._ordered[u]):
            return True
        return self._stray(added.runs, t, self._ordered[u].matched.__contains__)

    def _leads(self, u: int, t: int) -> bool:
        """Whether a whole clause begins its sentence wherever it is met: 总之，…, 加强领导，…

        So do beginnings of formulae, several of which may have the same ones; what speeches fill in
        is met amid a sentence as well.
        """
        (added,), (before, behind, *_) = self._extras[u][t], self._ordered[u].runs
        if before or added.slot or behind[:1] not in MARKS or len(added.runs) > 1:
            return False
        (run,) = added.runs
        return not self._stray([run], t, lambda n: self._texts.texts[n].startswith(run))

    def _stray(self, runs: Sequence[str], t: int, at_home: Callable[[int], bool]) -> bool:
        """Whether the runs of a candidate are met elsewhere together, more than by damage.

        Several are looked for among the sentences at hand alone.
        """
        most = STRAY * self._known.met(self._ordered[t].matched)
        met = self._known.elsewhere(runs[0]) if len(runs) == 1 else 0
        having = set(self._texts.having(runs[0]).tolist())
        having.intersection_update(*(self._texts.having(run).tolist() for run in runs[1:]))
        for n in sorted(having):
            if met > most:
                break
            met += 0 if at_home(n) else self._known.met([n])
        return met > most

    def _are_all(self, general: Candidate, ways: Sequence[Candidate]) -> bool:
        """Whether a sentence of the formula is one of the ways and no other."""
        matched = frozenset[int]().union(*(way.matched for way in ways))
        sources = frozenset[str]().union(*(way.sources for way in ways))
        return (
            len(matched) == sum(len(way.matched) for way in ways)
            and self._known.met(matched) >= ALL * self._known.met(general.matched)
            and len(sources) >= ALL * len(general.sources)
        )


def _together(
    extras: Sequence[tuple[int, str]], rich: Candidate, general: Candidate, texts: Texts
) -> bool:
    """Whether the additions come together: fillers of two places vary on their own."""
    alone: dict[tuple[int, str], int] = dict.fromkeys(extras, 0)
    added = {words for _, words in extras}
    for text in (texts.texts[index] for index in general.matched):
        if any(map(text.__contains__, added)):
            held = contents(general.runs, text) or ()
            for slot, words in alone if held else ():
                alone[slot, words] += words in held[slot]
            if TOGETHER * max(alone.values()) > len(rich.matched):
                return False
    return True
