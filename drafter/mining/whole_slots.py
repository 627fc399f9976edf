"""Words beside a slot that are no formula's: some of what is filled in there has them not.

Where the speeches fill in few things, nearly all of these may begin or end alike (年度总结大会,
年度表彰大会, once in a while 新品发布大会): the vote of a bundle then takes 年度 and 大会 for the
formula's. But what is the formula's only damage takes away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import sqrt
from typing import NamedTuple

from drafter.mining.candidates import Candidate
from drafter.mining.heads import without_heads
from drafter.mining.lexicon import MARKS, frame_lexicon
from drafter.mining.sentences import Sentences
from drafter.mining.shape import says_enough
from drafter.mining.siblings import untyped
from drafter.mining.skeleton import OPEN, Skeleton, is_slot, literal_chars, merge_slots
from drafter.resources import read_data

__all__ = ["LOOSE", "filled_whole"]

#: Of the sentences with a word of the formula, a smaller share than this lacks it by damage; and by
#: chance as many more as such numbers scatter.
LOOSE = 0.05
#: A formula with up to this share of another's sentences is the other, filled in some other way,
#: where what is left without the words is said by both; with the second, where it is just that.
#: Of two ways to say a formula each is met about as often.
FILLED, BARE = 0.34, 0.45
#: So much of a formula's sentences are inside of another formula when it is.
INSIDE = 0.9
#: Formulae that are alike but for such words are one where they share so many characters.
ENOUGH = 8
#: Openings that gain as much as this share of what the widest gains are told apart by their words:
#: the one that leaves most of them is best.
NEARLY = 0.97
#: So many words before or behind a slot may be filled in, and so often is it looked again.
MOST_WORDS, ROUNDS = 2, 4
#: So many characters at the least fill a place in all of the sentences where no slot was seen.
WHOLE = 3

#: Before a slot such words may be what is filled in; behind it also verbs, which are nouns there,
#: and measures of a number.
_BEFORE = frozenset({"noun", "time", "adjective"})
_BEHIND = _BEFORE | {"verb", "measure"}
#: Behind such a word something is filled in.
_TAKING = frozenset({"verb", "preposition"})

#: A formula and the sentences it explains.
_Kept = tuple[Candidate, list[int]]


def filled_whole(
    sentences: Sentences, kept: Sequence[_Kept], least: int, elsewhere: Callable[[str], int]
) -> list[_Kept]:
    """The formulae without the words beside their slots that are filled in, alike ones as one.

    ``elsewhere`` tells how often other parts of the speeches have a run of characters.
    """
    out = [*kept]
    for _ in range(ROUNDS):
        loose = _Formulae(sentences, out).loose(least)
        if not loose:
            break
        out = _put_together(sentences, out, loose)
    return without_heads(sentences, out, least, elsewhere)


class _Loose(NamedTuple):
    """A formula without some words, the sentences it is met in, and the formulae that it is."""

    items: Skeleton
    numbers: Sequence[int]
    group: Sequence[int]
    inside: Collection[int]
    met: int


class _Formulae:
    """Formulae by their number, and whose each sentence is."""

    def __init__(self, sentences: Sentences, kept: Sequence[_Kept]) -> None:
        self._sentences, self._times = sentences, sentences.times
        self._items = [untyped(c.items) for c, _ in kept]
        self._owner = {number: n for n, (_, members) in enumerate(kept) for number in members}
        self._sizes = [self._met(members) for _, members in kept]
        # What nearly all sentences have was made the formula's (edges.py): the others lack it.
        fitting = sentences.searchable.matched(map(_searched, self._items))
        having = [frozenset(numbers.tolist()) for numbers in fitting]
        self._whole = [have.intersection(kept[n][1]) for n, have in enumerate(having)]

    def loose(self, least: int) -> list[_Loose]:
        """The formulae without words that are filled in, for each formula the best."""
        asked: dict[Skeleton, list[int]] = defaultdict(list)
        for n, items in enumerate(self._items):
            for loose in dict.fromkeys(_opened(items)):
                asked[loose].append(n)
        fitting = self._sentences.searchable.matched(map(_searched, asked))
        told = [
            self._told(items, group, numbers.tolist(), least)
            for (items, group), numbers in zip(asked.items(), fitting, strict=True)
        ]
        return _best([one for one in told if one])

    def _met(self, numbers: Iterable[int]) -> int:
        return sum(self._times[n] for n in numbers)

    def _told(
        self, items: Skeleton, group: Sequence[int], numbers: Sequence[int], least: int
    ) -> _Loose | None:
        """The loose formula, where sentences that only it stands for are more than damaged ones.

        Where enough is left of it, another formula that is it, filled, tells that as well.
        """
        own = sum(self._met(self._whole[n]) for n in group)
        free, others = self._others(group, numbers)
        inside = [n for n, met in others.items() if met >= INSIDE * self._sizes[n]]
        bare = [n for n in inside if self._items[n] == items and self._is_bare(n, own)]
        filled = {n for n in inside if self._sizes[n] <= FILLED * own}.union(bare)
        free += sum(self._sizes[n] for n in bare)
        gained = free + sum(self._sizes[n] for n in filled.difference(bare))
        seen = gained if literal_chars(items) >= ENOUGH else free
        damaged = LOOSE * own
        loose = seen >= least and seen > damaged + sqrt(damaged) and (gained < own or bare)
        if not loose and not (gained < own and self._differ(group, items)):
            return None
        return _Loose(items, numbers, group, filled, self._met(numbers))

    def _differ(self, group: Sequence[int], items: Skeleton) -> bool:
        """Whether formulae differ in the words alone, and so much is left that they are one.

        …维护…形象 and …维护…效率 are two things filled in; …的进展情况 and …的情况 are two ways.
        """
        more = [{*self._items[n]}.difference(items) for n in group]
        apart = len(set[str]().union(*more)) == sum(map(len, more))
        return len(group) > 1 and apart and literal_chars(items) >= ENOUGH

    def _is_bare(self, n: int, own: int) -> bool:
        """Whether a formula without the words and those with them are one: one is met seldom."""
        return self._sizes[n] <= BARE * own or own <= FILLED * self._sizes[n]

    def _others(
        self, group: Sequence[int], numbers: Iterable[int]
    ) -> tuple[int, Mapping[int, int]]:
        """How often sentences are met that nobody has, or lack the words; and those of others."""
        free, others = 0, dict[int, int]()
        for number in numbers:
            owner = self._owner.get(number)
            if owner is None or (owner in group and number not in self._whole[owner]):
                free += self._times[number]
            elif owner not in group:
                others[owner] = others.get(owner, 0) + self._times[number]
        return free, others


def _best(told: Sequence[_Loose]) -> list[_Loose]:
    """Those that gain most for each of their formulae; the ones that leave more words first."""
    most: dict[int, int] = defaultdict(int)
    for one in told:
        for n in one.group:
            most[n] = max(most[n], one.met)
    wide = [one for one in told if one.met >= NEARLY * max(most[n] for n in one.group)]
    return sorted(wide, key=lambda one: (-literal_chars(one.items), -one.met, one.items))


def _put_together(
    sentences: Sentences, kept: Sequence[_Kept], loose: Iterable[_Loose]
) -> list[_Kept]:
    """The formulae, those that are a loose one in its place; each is one at the most."""
    gone: set[int] = set()
    taken = set(chain.from_iterable(members for _, members in kept))
    out: list[_Kept] = []
    for one in loose:
        parts = {*one.group, *one.inside}
        if gone.isdisjoint(parts):
            gone |= parts
            own = chain.from_iterable(kept[n][1] for n in parts)
            members = sorted({*own, *(n for n in one.numbers if n not in taken)})
            taken.update(members)
            sources, topics = sentences.sources(members), sentences.topics(members)
            out.append((Candidate(one.items, frozenset(members), sources, topics), members))
    return [*(one for n, one in enumerate(kept) if n not in gone), *out]


def _searched(items: Skeleton) -> Skeleton:
    """The formula as sentences have it: words of the work are slots there."""
    work = frame_lexicon().work
    return tuple(merge_slots([OPEN if item in work else item for item in items]))


def _opened(bare: Skeleton) -> Iterator[Skeleton]:
    """The formula without words that may be filled in, in every way that leaves it a formula."""
    for loose in chain(_widened(bare), _emptied(bare)):
        if says_enough(loose):
            yield loose


def _widened(bare: Skeleton) -> Iterator[Skeleton]:
    """Slots with the words before and behind them."""
    for at in (n for n, item in enumerate(bare) if is_slot(item)):
        behind = _may_be_filled(bare[at + 1 :], _BEHIND, {"noun"})
        for left in range(_before(bare[:at]) + 1):
            for right in range(0 if left else 1, behind + 1):
                yield (*bare[: at - left], OPEN, *bare[at + right + 1 :])


def _emptied(bare: Skeleton) -> Iterator[Skeleton]:
    """A slot for all nouns between a word that takes something and the end of the clause."""
    kind = frame_lexicon().kind
    for at in (n for n, item in enumerate(bare[:-1], 1) if kind(item) in _TAKING):
        end = at
        while end < len(bare) and kind(bare[end]) in _BEFORE:
            end += 1
        if literal_chars(bare[at:end]) >= WHOLE and (end == len(bare) or bare[end] in MARKS):
            yield (*bare[:at], OPEN, *bare[end:])


def _before(words: Skeleton) -> int:
    """How many words before a slot may be filled in: the first of a clause is the formula's.

    What says how many are meant (全体) goes with its noun wherever that stands.
    """
    every, most = read_data("mining.yaml")["every"], 0
    deeds = read_data("mining.yaml")["deeds"]
    for n in range(1, _may_be_filled(words[::-1], _BEFORE) + 1):
        if words[-n] in deeds:
            break
        leads = n == len(words) or words[-n - 1] in MARKS
        most = n if not leads or words[-n] in every else most
    return most


def _may_be_filled(words: Skeleton, kinds: Collection[str], short: Collection[str] = ()) -> int:
    """How many of the words that follow a slot may be filled in, by their kind.

    ``short`` are the kinds of single characters. Words between two slots hold them apart.
    """
    every, kind = read_data("mining.yaml")["every"], frame_lexicon().kind
    for n, word in enumerate(words[:MOST_WORDS]):
        if word in MARKS or is_slot(word) or (n + 1 < len(words) and is_slot(words[n + 1])):
            return n
        if word not in every and kind(word) not in (kinds if len(word) > 1 else short):
            return n
    return min(MOST_WORDS, len(words))
