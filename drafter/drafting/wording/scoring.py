"""Scoring: how well a candidate would sound at a place.

Part of it is fixed for a draft (what the frame was written for, the seed); part depends on the
place (what was said before it, what it is about). Candidates are kept in the order of the fixed
part, so that looking for the best one can stop as soon as no other could overtake it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from heapq import heapify, heappop, heappush, heapreplace
from itertools import islice, repeat

from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.chance import Lots, chance
from drafter.drafting.stock.index import runs_in
from drafter.drafting.stock.leaning import Leaning
from drafter.drafting.stock.shelf import Key, Shelf, Wanted
from drafter.drafting.stock.suiting import any_at_all
from drafter.drafting.wording.memory import Memory
from drafter.drafting.wording.ordering import Asked, Orders
from drafter.drafting.wording.place import NOWHERE, Near, Place
from drafter.drafting.wording.ranking import Luck, Ranking
from drafter.text.numerals import chinese

__all__ = ["Scorer"]

#: How much it counts to go with the content beside it.
_NEARNESS = 2.2
#: How much more, where several were written for the part of a field that the content speaks of.
_NEARER = 3.0
#: Each run of characters said before, each opener or build heard just before or often.
_SAID_GRAM = 0.45
_SAME_OPENER = 2.5
_OFTEN_OPENER = 0.35
_SAME_BUILD = 0.8
_TOPIC_AGAIN = 1.0
#: What each time that a long name of it was said counts beside one said just before, after so many.
_MENTIONED, _FREE = 1.6, 1
#: A size is a guess within so many characters: a choice may be longer than its first word.
_GUESS = 4
#: How many candidates for the same facts are weighed at their place.
_WEIGHED = 4

#: What a candidate can score at a place at most, negative, and its rank; then the part of its score
#: no place changes, None once it is weighed and the score is what it scores; and where it stands.
_Hope = tuple[float, int, float | None, int]


class _Lengths(dict[Key, int]):
    """How long the words for some names are together."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, names: Key) -> int:
        self[names] = length = sum(len(self._words[name]) for name in names)
        return length


class Scorer:
    """Scores candidates for one draft; ``words`` are the names and level words that are known."""

    def __init__(
        self,
        shelf: Shelf,
        memory: Memory,
        words: Mapping[str, str],
        luck: Luck,
        leaning: Leaning,
    ) -> None:
        """``leaning`` is what the brief makes of candidates."""
        self.shelf = shelf
        self.memory = memory
        self.words = dict(words)
        self._knowns: dict[Key, Key] = {}
        self._measure()
        self._luck = luck
        self._leaning = leaning
        self.orders = Orders(shelf, luck, leaning)
        #: How often there was something to choose from, be it that none of it fitted.
        self.offered = 0
        self._looked: tuple[Near, object, int, Place] = (NOWHERE, None, -1, Place(NOWHERE, ""))

    def chance(self, key: int) -> float:
        """A number in [0, 1) that the seed decides for a key."""
        return chance(key, self._luck.seed)

    def relent(self) -> None:
        """Use more of the passages: the rest have not filled the speech."""
        self.orders.relent()

    def draw(self, lots: Lots) -> list[float]:
        """The :meth:`chance` of each of many keys."""
        return lots.draw(self._luck.seed)

    def count(self, number: int) -> None:
        """How many things the next sentences may announce; below two, none."""
        said = None if number < 2 else "两" if number == 2 else chinese(number)
        if said == self.words.get("n"):
            return
        if said is None:
            del self.words["n"]
        else:
            self.words["n"] = said
        self._measure()

    def _measure(self) -> None:
        """Note the words that are known, and how long they are."""
        known = frozenset(self.words)
        # One set for the same words: what is looked up by them is found without comparing them.
        self._known = self._knowns.setdefault(known, known)
        self._lengths = _Lengths(self.words)

    def is_concerned(self, c: Candidate) -> bool:
        """Whether the brief speaks of the part of the field it was written for."""
        return self._leaning.speaks_of(c)

    def brings(self, c: Candidate, named: frozenset[str]) -> bool:
        """Whether it brings on somebody whom a brief on a part of its field does not name.

        What was written for that very part knows whom it has about.
        """
        strict = self._leaning.strict and not c.cast <= named
        return strict and not self._leaning.is_on_topic(c)

    def left(self, part: str, moves: tuple[str, ...], focus: str | None) -> int:
        """About how many characters could still be said without a fact."""
        wanted = Wanted(part, moves, focus, suits=any_at_all)
        stock = self.shelf.free(wanted, self._known, counted=True)
        words, lengths = self.words, self._lengths
        total = stock.size + sum([len(words[n]) * times for n, times in stock.names.items()])
        places, useless = stock.places, self._leaning.useless(stock)
        gone = {places[key] for key in self.memory.keys & places.keys()} - useless.places
        total -= useless.size + sum(map(stock.sizes.__getitem__, gone))
        # Most frames name nothing.
        named = useless.named | (gone & stock.named)
        return total - sum([lengths[stock.candidates[place].needs] for place in named])

    def best_first(
        self,
        wanted: Wanted,
        near: Near,
        room: int | None = None,
        least: float = 0.0,
        about: Key | None = None,
        among: Set[int] | None = None,
    ) -> Iterator[Candidate]:
        """The free candidates that fit, the best for this place first.

        ``room`` is for how many characters there is room, ``least`` how near they must be;
        ``about`` asks for those written for a part of the field that this content speaks of,
        ``among`` for some of them (keys).
        """
        called = near.task if wanted.passage and self._leaning.strict else None
        spoken = None if about is None else self.shelf.named(about, called)
        if spoken is not None and not spoken:
            return  # nothing is written for this: the place need not be looked at
        if among is None and least > 0 and spoken is None:
            among = self.shelf.index.close(near.about, least)
        used = self.memory.keys
        asked = Asked(wanted, self._known, spoken, among)
        strict = self._leaning.strict and among is None and spoken is None
        here = self.shelf.named(near.about, called) if strict else None
        stock, values, order = self.orders.first(asked, here, used)
        if not order:
            return  # nor where nothing of the kind is
        self.offered += 1
        place = self._look(near)
        starts, nearness, lengths = near.starts, place.near, self._lengths
        keys, sizes, named, candidates = stock.keys, stock.sizes, stock.named, stock.candidates
        most = math.inf if room is None else room + _GUESS
        more = 0.0 if spoken is None else _NEARER
        nearest = (_NEARNESS + more) * place.most
        waiting: list[_Hope] = []
        for number, at in enumerate(order):
            fixed, key = values[at], keys[at]
            # The place can add nearness and nothing else.
            if waiting and -waiting[0][0] >= fixed + nearest:
                for _, best in self._settled(waiting, fixed + nearest, place, candidates):
                    yield best
            close = nearness.get(key, 0.0)
            if key in used or close < least or (starts and candidates[at].continues):
                continue
            # Columns tell how long it is: most candidates are never looked at themselves.
            size = sizes[at] + (lengths[candidates[at].needs] if at in named else 0)
            if size <= most:
                fixed += more * close
                heappush(waiting, (-(fixed + _NEARNESS * close), number, fixed, at))
        for _, best in self._settled(waiting, -math.inf, place, candidates):
            yield best

    def _settled(
        self,
        waiting: list[_Hope],
        others: float,
        place: Place,
        candidates: Sequence[Candidate],
    ) -> Iterator[tuple[float, Candidate]]:
        """Those waiting that nothing which scores ``others`` at most can overtake, best first."""
        while waiting and -waiting[0][0] >= others:
            score, number, fixed, at = waiting[0]
            if fixed is None:
                heappop(waiting)
                yield -score, candidates[at]
            else:
                here = self._here(candidates[at], place)
                heapreplace(waiting, (-(fixed + here), number, None, at))

    def best_of_each(
        self,
        part: str,
        moves: Sequence[str],
        focus: str | None,
        near: Near,
        facts: Key,
    ) -> Iterator[tuple[Key, float, Iterator[tuple[float, Candidate]]]]:
        """For each set of the facts that frames can say, its candidates, the best ones first.

        Before them stands what the best could score. Only the first few are weighed at this place,
        when they are asked for; the rest follow in their fixed order.
        """
        place = self._look(near)
        used, starts, nearness = self.memory.keys, near.starts, place.near
        wanted = Wanted(part, tuple(moves), focus)
        for key, ranking in self.orders.by_facts(wanted, self._known, facts):
            best = next(ranking.fresh(used, starts=starts), None)
            if best is not None:
                nearest = max(map(nearness.get, ranking.stock.keys, repeat(0.0)))
                most = ranking.values[best] + _NEARNESS * nearest
                yield key, most, self._here_first(ranking, place, starts=starts)

    def _here_first(
        self, ranking: Ranking, place: Place, *, starts: bool
    ) -> Iterator[tuple[float, Candidate]]:
        """The candidates not used yet, the first few weighed at a place when they are asked for."""
        fresh = ranking.fresh(self.memory.keys, starts=starts)
        nearness, values, stock = place.near, ranking.values, ranking.stock
        keys, candidates = stock.keys, stock.candidates
        waiting: list[_Hope] = [
            (-(values[at] + _NEARNESS * nearness.get(keys[at], 0.0)), number, values[at], at)
            for number, at in enumerate(islice(fresh, _WEIGHED))
        ]
        heapify(waiting)
        yield from self._settled(waiting, -math.inf, place, candidates)
        yield from ((values[at], candidates[at]) for at in fresh)

    def offers(self, wanted: Wanted, about: Key, least: float) -> bool:
        """Whether there is any candidate of the kind, used or not, for a place with this content.

        One that has ``least`` to do with it; of those for a part of the field one for a part that
        it speaks of will do.
        """
        shelf, known = self.shelf, self._known
        places = shelf.free(wanted, known, counted="n" in known).places
        if not places or least <= 0:
            return bool(places)
        parts = shelf.parts_in(about) if wanted.shared == "part" else ()
        if parts and shelf.written_for(wanted, known, parts).places:
            return True
        return not shelf.index.close(about, least).isdisjoint(places)

    def _look(self, near: Near) -> Place:
        """A place looked at, after all that was said up to now."""
        seen, about, texts, place = self._looked
        if near is seen and near.about is about and texts == self.memory.texts:
            return place  # several kinds of candidates are tried at one place in turn
        often = _MENTIONED * max(0, self.memory.mentions - _FREE)
        place = Place(near, self.words.get("topic", "\x00"), often)
        self._looked = (near, near.about, self.memory.texts, place)
        if near.about:
            place.near, place.most = self.shelf.index.around(near.about)
            if near.scene:
                place.nearest = self.shelf.index.nearest(near.scene)
        return place

    def _here(self, c: Candidate, place: Place) -> float:
        """What the place adds (at most the weight of nearness) or takes away."""
        key, opener = c.key, c.opener
        value = -_SAID_GRAM * len(runs_in(c.grams) & self.memory.grams)
        often = _OFTEN_OPENER * self.memory.openers.get(opener, 0)
        value -= often + _SAME_OPENER * place.openers.count(opener)
        if c.builds:
            for builds in place.builds:
                value -= _SAME_BUILD * len(c.builds & builds)
        if place.topics and "topic" in c.needs:
            value -= _TOPIC_AGAIN * place.topics
        own = place.near.get(key, 0.0)
        if place.nearest is not None and (elsewhere := place.nearest[key]) > own:
            own -= elsewhere - own
        return value + _NEARNESS * own
