"""Heading clauses: what the heading patterns of a shelf give in the words of one speech.

A pattern gives the same clauses whenever names and topic are the same, so they are kept with the
shelf: only how well they are liked depends on the seed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from msgspec import Struct

from drafter.drafting.setting.situation import Situation
from drafter.drafting.setting.terms import terms_of
from drafter.drafting.setting.topics import miscalled, runs_in
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.chance import Lots
from drafter.drafting.stock.shelf import Shelf
from drafter.drafting.wording.memory import clumsy
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data

__all__ = ["Clause", "Pool", "pools_of"]

#: Topics up to this length sound well in every heading; beyond the second they crowd it.
_EASY_TOPIC, _HARD_TOPIC = 12, 17
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
#: A clause that fits every heading of every speech says nothing of this one.
_HOLLOW = 5.0
_CLAUSES = re.compile("[，。]")
#: For so many speeches the clauses are kept with a shelf.
_KEPT = 8


class Clause(Struct, frozen=True):
    """A clause a heading can be made of, and the pattern it is from.

    ``bare`` is the text without topic and names; no two headings may share what it begins or ends
    with. ``heard`` are the character pairs a listener hears, the topic's included. ``worth`` is
    how well it would do whatever the seed says. What ``asks`` stands alone; what is ``moving`` goes
    with no point that only looks back, what is ``backward`` with no other.
    """

    text: str
    bare: str
    candidate: Candidate
    topical: bool
    pairs: frozenset[str]
    heard: frozenset[str]
    worth: float
    asks: bool
    moving: bool
    backward: bool


#: Clauses with how well each would do if nothing were taken yet, the best ones first.
Pool = list[tuple[float, Clause]]


class _Terms(NamedTuple):
    """What patterns' clauses depend on: their words, the names in these, what may not be said."""

    words: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    banned: tuple[str, ...]
    promising: tuple[str, ...]


class _Drawn(NamedTuple):
    """Patterns of some focuses: the clauses made of each, by the wording; what draws for them."""

    candidates: list[Candidate]
    made: list[dict[int, list[Clause]]]
    lots: Lots


class _Offers:
    """The heading patterns of a shelf that can be used in one speech, and their clauses."""

    def __init__(self, shelf: Shelf, terms: _Terms) -> None:
        words = dict(terms.words)
        self._names, self._banned = terms.names, terms.banned
        self._topic = words.get("topic", "")
        self._candidates = [
            c
            for c in shelf.all_of("headings", "heading")
            # A brief has one topic: 开展甲，是推进乙 would name it twice.
            if not c.facts and c.needs <= words.keys() and len(c.needs) in (0, len(c.pattern.slots))
        ]
        self._of_focuses: dict[frozenset[str | None], _Drawn] = {}

    def _drawn(self, focuses: frozenset[str | None]) -> _Drawn:
        """The patterns for some focuses, made ready to draw chances for."""
        if focuses not in self._of_focuses:
            own = [c for c in self._candidates if c.focus in focuses]
            self._of_focuses[focuses] = _Drawn(own, [{} for _ in own], Lots([c.key for c in own]))
        return self._of_focuses[focuses]

    def liked(self, focuses: frozenset[str | None], worder: Worder) -> list[tuple[float, Clause]]:
        """The clauses for some focuses, worded by chance, the best liked ones first."""
        concerned = worder.scorer.is_concerned
        found: list[tuple[float, str, int, Clause]] = []
        own = self._drawn(focuses)
        chances = worder.scorer.draw(own.lots)
        for c, chance, made in zip(own.candidates, chances, own.made, strict=True):
            if c.about and not concerned(c):  # most are for no part: nothing to ask
                continue
            choice = int(chance * c.choices)
            clauses = made.get(choice)
            if clauses is None:
                clauses = made[choice] = self._worded(c, choice, worder)
            less = -_CHANCE * chance
            for clause in clauses:
                # Equals stay in the order they were found in: no two places in it are the same.
                found.append((less - clause.worth, clause.text, len(found), clause))
        found.sort()
        return [(-less, clause) for less, _, _, clause in found]

    def _worded(self, c: Candidate, choice: int, worder: Worder) -> list[Clause]:
        """The clauses of one wording of a pattern; none where that is clumsy or banned."""
        text = c.pattern.parsed.fill(worder.values(c), choice)
        wrong = (c.needs and clumsy(text)) or any(b in text for b in self._banned)
        return [] if wrong else list(self._cut(text, c, worder.situation))

    def _cut(self, text: str, c: Candidate, situation: Situation) -> Iterable[Clause]:
        topic = self._topic
        of_topic = terms_of(topic)
        liked = 4.0 if len(topic) <= _EASY_TOPIC else 1.0 if len(topic) <= _HARD_TOPIC else -3.0
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
            worth = c.liking + liked * carries - _ECHO * echo + _OWN * c.own - _OFFICE * office
            worth -= _RUN_IN * (carries and runs_in(clause, topic))
            worth -= _MISCALLED * (carries and miscalled(clause, topic))
            worth -= _HOLLOW * (bare in read_data("wording.yaml")["hollow_headings"])
            heard = pairs | of_topic if carries else pairs
            asks = _asking().search(bare) is not None
            moving = _moving().search(bare) is not None
            back = _back().search(bare) is not None
            yield Clause(clause, bare, c, carries, pairs, heard, worth, asks, moving, back)


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["interrogative"])


@cache
def _moving() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["heading_moves"]["cue"])


@cache
def _back() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["heading_back"]["cue"])


class _Kept:
    """The offers of a shelf for the newest few speeches."""

    def __init__(self, shelf: Shelf) -> None:
        patterns = shelf.all_of("headings", "heading")
        self._needs = sorted(frozenset().union(*(c.needs for c in patterns)))
        self._offers: dict[_Terms, _Offers] = {}

    def offers(self, worder: Worder) -> _Offers:
        """What the heading patterns give in the words of one speech."""
        situation = worder.situation
        words = tuple((n, worder.words[n]) for n in self._needs if n in worder.words)
        names = tuple(n for n in situation.names if any(n in word for _, word in words))
        terms = _Terms(words, names, situation.banned, situation.unkept)
        if terms not in self._offers:
            while len(self._offers) >= _KEPT:
                del self._offers[next(iter(self._offers))]
            self._offers[terms] = _Offers(worder.shelf, terms)
        return self._offers[terms]


_OFFERS: WeakKeyDictionary[Shelf, _Kept] = WeakKeyDictionary()


def _offers(worder: Worder) -> _Offers:
    shelf = worder.shelf
    if shelf not in _OFFERS:
        _OFFERS[shelf] = _Kept(shelf)
    return _OFFERS[shelf].offers(worder)


def pools_of(worder: Worder, focuses: Iterable[str]) -> dict[str, Pool]:
    """For each focus the clauses its headings can be made of, the best liked ones first."""
    pools: dict[str, Pool] = {focus: [] for focus in focuses}
    still = read_data("wording.yaml")["heading_moves"]["never"]
    back = read_data("wording.yaml")["heading_back"]["only"]
    for pair in _offers(worder).liked(frozenset((None, *pools)), worder):
        clause = pair[1]
        focus = clause.candidate.focus
        for name in pools if focus is None else (focus,):
            moves = clause.moving and focus is None and name in still
            if not moves and (name in back or not clause.backward):
                pools[name].append(pair)
    return pools
