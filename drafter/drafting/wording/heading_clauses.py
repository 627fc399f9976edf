"""Heading clauses: what the heading patterns of a shelf give in the words of one speech.

A pattern gives the same clauses whenever names and topic are the same, so they are kept with the
shelf: only how well they are liked depends on the seed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple
from weakref import WeakKeyDictionary

from drafter.drafting.setting.situation import Situation
from drafter.drafting.setting.terms import terms_of
from drafter.drafting.setting.topics import looks_ahead, miscalled, owns_nothing, runs_in
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.chance import Lots
from drafter.drafting.stock.looking import PAIR, is_bound
from drafter.drafting.stock.remembering import remembered
from drafter.drafting.stock.shelf import Key, Shelf
from drafter.drafting.wording.heading_words import Clause, Liked, is_told, places_of, ways_of
from drafter.drafting.wording.memory import clumsy
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data
from drafter.text.dictionary import is_noun

__all__ = ["Offers", "offers_of"]

#: Topics up to this length sound well in every heading; beyond the second they crowd it.
_EASY_TOPIC, _HARD_TOPIC = 6, 8
_CHANCE = 3.0
#: How much more a heading of the user's own packs is liked, beyond what any frame of them is.
_OWN = 12.0
#: A word of the topic said again beside it (攻坚 of 项目攻坚).
_ECHO = 8.0
#: What a heading of offices' speeches is liked less where no office is spoken to.
_OFFICE = 5.0
#: A topic that is itself something to do, run into a noun: 整治不正之风堵点难点 wants a 的.
_RUN_IN = 8.0
#: A topic called what it is not: 加强冬季清洁取暖建设.
_MISCALLED = 8.0
#: A thing of a topic that has none: 产业发展的优良品种.
_UNOWNED = 3.0
#: A clause that fits every heading of every speech says nothing of this one.
_HOLLOW = 12.0
#: Under this focus results are told; a topic that is still to come has none: one heading that says
#: so is worse than all three without the topic.
_RESULTS, _TO_COME = "成绩", 24.0
#: A clause that calls for something where those beside it do not (要强化落实).
_CALLS, _CALL = "要", 4.0
#: A clause that asks something: beside headings that call for something it sounds odd.
_ASKED = 5.0
_CLAUSES = re.compile("[，。]")
#: For so many speeches clauses are kept with a shelf, for so many points who has their words.
_KEPT, _REMEMBERED = 8, 64


_LIKING = itemgetter(0)


class _Terms(NamedTuple):
    """What patterns' clauses depend on: their words, the names in these, what may not be said."""

    words: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    banned: tuple[str, ...]
    promising: tuple[str, ...]


class _Drawn(NamedTuple):
    """Patterns to draw from: the clauses made of each, by the wording; what draws for them.

    With each clause stand the places of the focuses it goes with. ``parted`` are those for a part
    of a field, of which the speech has to speak; what a point tells has been asked of it.
    """

    candidates: list[Candidate]
    parted: list[bool]
    made: list[dict[int, list[tuple[Clause, tuple[int, ...]]]]]
    lots: Lots


class _Patterns:
    """The heading patterns of a shelf, by the nouns they have and by what they are bound to."""

    def __init__(self, shelf: Shelf) -> None:
        self.all = shelf.all_of("headings", "heading")
        self.needs = sorted(frozenset().union(*(c.needs for c in self.all)))
        self.free = [c for c in self.all if not is_told(c)]
        self.bound: dict[Key, list[Candidate]] = {}
        self._having: dict[str, list[int]] = {}
        for c in self.all:
            for part in c.about if is_told(c) else ():
                self.bound.setdefault(part, []).append(c)
            pairs = (c.terms[i : i + PAIR] for i in range(0, len(c.terms), PAIR))
            for noun in filter(is_noun, pairs):
                self._having.setdefault(noun, []).append(c.key)
        self.having = remembered(self, _Patterns._with, _REMEMBERED)

    def _with(self, words: frozenset[str]) -> Counter[int]:
        """The keys of those that have some of these nouns, with how many they have."""
        return Counter(key for word in words & self._having.keys() for key in self._having[word])


class Offers:
    """The heading patterns of a shelf that can be used in one speech, and their clauses."""

    def __init__(self, patterns: _Patterns, terms: _Terms) -> None:
        self._words = dict(terms.words)
        self._names, self._banned = terms.names, terms.banned
        self._topic = self._words.get("topic", "")
        self._patterns = patterns
        self.having = patterns.having
        self._of_focuses: dict[tuple[str, ...], _Drawn] = {}
        self._of_parts = remembered(self, Offers._drawn_for, _REMEMBERED)

    def _drawn(self, candidates: Iterable[Candidate]) -> _Drawn:
        """Those of the patterns that can be used here, made ready to draw chances for."""
        words = self._words.keys()
        # A brief has one topic: 开展甲，是推进乙 would name it twice.
        own = [
            c
            for c in candidates
            if not c.facts and c.needs <= words and len(c.needs) in (0, len(c.pattern.slots))
        ]
        parted = [bool(c.about) and not is_told(c) for c in own]
        return _Drawn(own, parted, [{} for _ in own], Lots([c.key for c in own]))

    def bound(self, parts: frozenset[Key], focuses: frozenset[str | None], worder: Worder) -> Liked:
        """The clauses for the things that content speaks of, worded by chance, in no order.

        Those for one of the ``focuses`` alone, or for none.
        """
        if not parts:
            return []
        (found,) = self._liked(self._of_parts(parts, focuses), ("",), worder)
        return found

    def _drawn_for(self, parts: frozenset[Key], focuses: frozenset[str | None]) -> _Drawn:
        """The patterns for the things that content speaks of."""
        bound = self._patterns.bound
        own = {c.key: c for p in parts & bound.keys() for c in bound[p] if c.focus in focuses}
        return self._drawn(own[key] for key in sorted(own))

    def liked(self, focuses: tuple[str, ...], worder: Worder) -> list[Liked]:
        """For each focus the clauses that go with it, worded by chance, the best liked first."""
        if focuses not in self._of_focuses:
            own = (None, *focuses)
            self._of_focuses[focuses] = self._drawn(
                c for c in self._patterns.free if c.focus in own
            )
        pools = self._liked(self._of_focuses[focuses], focuses, worder)
        for pool in pools:
            pool.sort(key=_LIKING, reverse=True)  # equals stay in the bank's order
        return pools

    def _liked(self, drawn: _Drawn, focuses: tuple[str, ...], worder: Worder) -> list[Liked]:
        concerned = worder.scorer.is_concerned
        pools: list[Liked] = [[] for _ in focuses]
        chances = worder.scorer.draw(drawn.lots)
        each = zip(drawn.candidates, drawn.parted, chances, drawn.made, strict=True)
        for c, parted, chance, made in each:
            if parted and not concerned(c):
                continue
            choice = int(chance * c.choices)
            clauses = made.get(choice)
            if clauses is None:
                worded = self._worded(c, choice, worder)
                clauses = made[choice] = [(clause, places_of(clause, focuses)) for clause in worded]
            for clause, places in clauses:
                liked = (clause.worth - _CHANCE * chance, clause)
                for place in places:
                    pools[place].append(liked)
        return pools

    def _worded(self, c: Candidate, choice: int, worder: Worder) -> list[Clause]:
        """The clauses of one wording of a pattern; none where that is clumsy or banned."""
        text = c.pattern.parsed.fill(worder.values(c), choice)
        wrong = (c.needs and clumsy(text)) or any(b in text for b in self._banned)
        return [] if wrong else list(self._cut(text, c, worder.situation))

    def _cut(self, text: str, c: Candidate, situation: Situation) -> Iterable[Clause]:
        topic = self._topic
        of_topic = terms_of(topic)
        vague = re.search(read_data("heading_own.yaml")["vague"], topic) is not None
        official = read_data("heading_own.yaml")["official"]
        guests = situation.genre.base in official["guests"]
        harm = read_data("wording.yaml")["no_chance"]
        harmed, chances = re.search(harm["topics"], topic) is not None, re.compile(harm["cue"])
        liked = 4.0 if len(topic) <= _EASY_TOPIC else 0.0 if len(topic) <= _HARD_TOPIC else -5.0
        for clause in _CLAUSES.split(text):
            bare = clause
            for name in self._names if c.needs else ():
                bare = bare.replace(name, "")
            if len(bare) < 2 or situation.promises(bare):
                continue
            pairs = frozenset(bare[i : i + 2] for i in range(len(bare) - 1))
            carries = "topic" in c.needs and bare != clause
            echo = carries and not pairs.isdisjoint(of_topic)
            office = c.pattern.origin == "mined" and not (c.own or situation.genre.formal)
            office |= guests and not c.own and re.search(official["cue"], bare) is not None
            worth = c.liking + liked * carries - _ECHO * echo + _OWN * c.own - _OFFICE * office
            worth -= _RUN_IN * (carries and runs_in(clause, topic))
            worth -= _MISCALLED * (carries and miscalled(clause, topic))
            worth -= _TO_COME * (carries and c.focus == _RESULTS and looks_ahead(topic))
            worth -= (liked + _UNOWNED) * (carries and is_bound(c.pattern) and owns_nothing(topic))
            hollow = bare in read_data("wording.yaml")["hollow_headings"]
            worth -= _HOLLOW * (hollow or (carries and vague))
            worth -= _CALL * clause.startswith(_CALLS)
            worth -= _HOLLOW * (harmed and chances.search(bare) is not None)
            heard = pairs | of_topic if carries else pairs
            of_field = c.pattern.area is not None
            ways = ways_of(bare)
            worth -= _ASKED * ways[0]
            yield Clause(clause, bare, c, carries, pairs, heard, worth, *ways, c.key, of_field)


class _Kept:
    """The offers of a shelf for the newest few speeches."""

    def __init__(self, shelf: Shelf) -> None:
        self._patterns = _Patterns(shelf)
        self._offers: dict[_Terms, Offers] = {}

    def offers(self, worder: Worder) -> Offers:
        """What the heading patterns give in the words of one speech."""
        situation = worder.situation
        words = tuple((n, worder.words[n]) for n in self._patterns.needs if n in worder.words)
        names = tuple(n for n in situation.names if any(n in word for _, word in words))
        terms = _Terms(words, names, situation.banned, situation.unkept)
        if terms not in self._offers:
            while len(self._offers) >= _KEPT:
                del self._offers[next(iter(self._offers))]
            self._offers[terms] = Offers(self._patterns, terms)
        return self._offers[terms]


_OFFERS: WeakKeyDictionary[Shelf, _Kept] = WeakKeyDictionary()


def offers_of(worder: Worder) -> Offers:
    """What the heading patterns give for one speech; kept with its shelf for the newest few."""
    shelf = worder.shelf
    if shelf not in _OFFERS:
        _OFFERS[shelf] = _Kept(shelf)
    return _OFFERS[shelf].offers(worder)
