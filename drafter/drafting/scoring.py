"""Scoring: how well a candidate would sound at a place.

Part of it is fixed for a draft (what the frame was written for, the seed); part depends on the
place (what was said before it, what it is about). Candidates are kept in the order of the fixed
part, so that looking for the best one can stop as soon as no other could overtake it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import heappop, heappush, heapreplace
from itertools import chain, islice
from operator import itemgetter

from drafter.drafting.candidates import GRAM, Candidate, Shared
from drafter.drafting.chance import chance
from drafter.drafting.memory import Memory
from drafter.drafting.place import NOWHERE, Near, Place
from drafter.drafting.shelf import Shelf, Stock
from drafter.text.numerals import chinese

__all__ = ["Scorer"]

#: How much the seed alone can lift a candidate over another.
_CHANCE = 6.0
#: How much it counts to go with the content beside it.
_NEARNESS = 2.2
#: How much it counts to go with the brief as a whole: a field of work is wider than one speech.
_FITTING = 1.8
#: Each run of characters said before, each opener or build heard just before or often.
_SAID_GRAM = 0.45
_SAME_OPENER = 2.5
_OFTEN_OPENER = 0.35
_SAME_BUILD = 0.8
_TOPIC_AGAIN = 1.0
#: Where things are counted, saying how many is better than not.
_COUNTED = 1.5
#: A size is a guess within so many characters: a choice may be longer than its first word.
_GUESS = 4
#: How many candidates for the same facts are weighed at their place.
_WEIGHED = 4
#: What a sentence of a neighbouring focus is liked less.
_ASIDE = 0.8
#: This share of the passages is kept for other drafts; the seed says which.
_KEPT, _LOT = 0.36, 0x2545F491
#: A passage of another focus would carry a whole paragraph away from the point.
_FAR = 2.0


#: A candidate with the fixed part of its score, its size in characters and its key.
_Entry = tuple[float, int, int, Candidate]


#: The score of an entry.
_score = itemgetter(0)

#: What a candidate can score at a place at most, negative, and its rank in the fixed order; then
#: the fixed part of its score, None once it is weighed and the score is what it scores.
_Hope = tuple[float, int, float | None, Candidate]


class Scorer:
    """Scores candidates for one draft; ``words`` are the names and level words that are known."""

    def __init__(
        self,
        shelf: Shelf,
        memory: Memory,
        words: Mapping[str, str],
        seed: int,
        brief: frozenset[str] = frozenset(),
        whole_field: bool = False,
        formal: bool = False,
    ) -> None:
        """``brief`` is what the whole brief is about: frames that share its words suit it.

        With ``whole_field`` it is about all parts of its field of work, named or not; a ``formal``
        speech asks in the terms of offices before it speaks in sayings. ``brevity`` may be set:
        what each character of a frame costs where the length is tight.
        """
        self.shelf = shelf
        self.memory = memory
        self.words = dict(words)
        self._measure()
        self._seed = seed
        self._brief = brief
        self._whole_field = whole_field
        self._formal = formal
        self.brevity = 0.0
        self._orders: dict[tuple[object, ...], list[_Entry]] = {}
        self._groups: dict[tuple[object, ...], list[_Entry]] = {}
        self._scenes: dict[tuple[frozenset[str], ...], dict[int, float]] = {}
        self._spoken: dict[frozenset[str], bool] = {}
        self._concerned: dict[tuple[frozenset[str], ...], bool] = {}
        self._said: dict[int, int] = {}
        self._heard: set[str] = set()
        self._noted = 0
        self._looked: tuple[Near, object, int, Place] = (NOWHERE, None, -1, Place(NOWHERE, ""))

    def chance(self, key: int) -> float:
        """A number in [0, 1) that the seed decides for a key."""
        return chance(key, self._seed)

    def count(self, number: int) -> None:
        """How many things the next sentences may announce; below two, none."""
        if number > 1:
            self.words["n"] = "两" if number == 2 else chinese(number)
        else:
            self.words.pop("n", None)
        self._measure()

    def _measure(self) -> None:
        """Note the words that are known, and how long they are."""
        self._lengths = {name: len(word) for name, word in self.words.items()}
        self._known = frozenset(self._lengths)

    def usable(self, c: Candidate) -> bool:
        """Whether it was not used yet, its words are known and the brief speaks of its part."""
        return (
            c.key not in self.memory.keys
            and (not c.needs or c.needs <= self._known)
            and (not c.about or self._concerns(c.about))
        )

    def left(self, part: str, moves: tuple[str, ...], focus: str | None) -> int:
        """About how many characters could still be said without a fact."""
        lengths = self._lengths
        found = [c for c in self.shelf.free(part, moves, focus).candidates if self.usable(c)]
        words = sum([lengths[name] for c in found if c.needs for name in c.needs])
        return words + sum([c.size for c in found])

    def best_first(
        self,
        part: str,
        moves: Sequence[str],
        focus: str | None,
        near: Near,
        room: int | None = None,
        passage: bool | None = None,
        least: float = 0.0,
        suits: Callable[[Candidate], bool] = lambda _: True,
        shared: Shared | None = None,
    ) -> Iterator[Candidate]:
        """The free candidates that fit, the best for this place first.

        ``passage`` asks for passages, or for none; ``least`` is how near they must be, ``suits``
        says which can stand there; ``shared`` asks for mined ones.
        """
        place = self._look(near)
        order = self._order(part, tuple(moves), focus, passage, shared)
        used, starts, nearness = self.memory.keys, near.starts, place.near
        most = math.inf if room is None else room + _GUESS
        waiting: list[_Hope] = []
        for rank, (fixed, size, key, c) in enumerate(order):
            if waiting and -waiting[0][0] >= fixed + _NEARNESS:
                yield from self._settled(waiting, fixed + _NEARNESS, place)
            close = nearness.get(key, 0.0)
            if close < least or size > most or key in used:
                continue
            if not (starts and c.continues) and suits(c):
                # The place can add nearness and nothing else.
                heappush(waiting, (-(fixed + _NEARNESS * close), rank, fixed, c))
        yield from self._settled(waiting, -math.inf, place)

    def _settled(self, waiting: list[_Hope], others: float, place: Place) -> Iterator[Candidate]:
        """Those waiting that nothing which scores ``others`` at most can overtake, best first."""
        while waiting and -waiting[0][0] >= others:
            _, rank, fixed, c = waiting[0]
            if fixed is None:
                heappop(waiting)
                yield c
            else:
                heapreplace(waiting, (-(fixed + self._here(c, place)), rank, None, c))

    def best_of_each(
        self,
        part: str,
        moves: Sequence[str],
        focus: str | None,
        near: Near,
        facts: frozenset[str],
    ) -> Iterator[tuple[frozenset[str], Iterator[tuple[float, Candidate]]]]:
        """For each set of the facts that frames can say, its candidates, the best ones first.

        Only the first few are weighed at this place; the rest follow in their fixed order.
        """
        place = self._look(near)
        used, starts = self.memory.keys, near.starts
        for key, stock in self.shelf.by_facts(part, moves, focus).items():
            if not key <= facts:
                continue
            entries = self._group((part, tuple(moves), focus, key, "n" in self.words), stock)
            fresh = (
                (fixed, c)
                for fixed, _, own, c in entries
                if own not in used and not (starts and c.continues)
            )
            few = [(fixed + self._here(c, place), c) for fixed, c in islice(fresh, _WEIGHED)]
            if few:
                few.sort(key=lambda s: (-s[0], s[1].pattern.id))
                yield key, chain(few, fresh)

    def _order(
        self,
        part: str,
        moves: tuple[str, ...],
        focus: str | None,
        passage: bool | None,
        shared: Shared | None = None,
    ) -> list[_Entry]:
        """The free candidates by the fixed part of their scores, with their sizes."""
        counted = "n" in self.words
        key = (part, moves, focus, counted, passage, shared)
        found = self._orders.get(key)
        if found is None:
            if shared is not None:
                every = self._order(part, moves, focus, passage)
                found = [e for e in every if e[3].shared == shared]
            elif passage is None:
                found = self._fixed(self.shelf.free(part, moves, focus, counted=counted), focus)
            else:
                every = self._order(part, moves, focus, None)
                found = [e for e in every if e[3].passage is passage]
            if passage and shared is None:
                found = [e for e in found if self.chance(e[2] ^ _LOT) >= _KEPT]
            self._orders[key] = found
        return found

    def _group(self, key: tuple[object, ...], stock: Stock) -> list[_Entry]:
        """Candidates that say the same facts, by the fixed part of their scores."""
        found = self._groups.get(key)
        if found is None:
            found = self._groups[key] = self._fixed(stock, None)
        return found

    def _concerns(self, about: tuple[frozenset[str], ...]) -> bool:
        """Whether the brief speaks of one of these parts of its field."""
        found = self._concerned.get(about)
        if found is None:
            found = self._whole_field or any(part <= self._brief for part in about)
            self._concerned[about] = found
        return found

    def speaks_of(self, about: frozenset[str]) -> bool:
        """Whether content speaks of a part of the field that some frame is written for."""
        found = self._spoken.get(about)
        if found is None:
            found = self._spoken[about] = any(part <= about for part in self.shelf.parts)
        return found

    def _look(self, near: Near) -> Place:
        """A place looked at, with all that was said up to now taken note of."""
        seen, about, noted, place = self._looked
        if near is seen and near.about is about and noted == len(self.memory.said):
            return place  # several kinds of candidates are tried at one place in turn
        self._note()
        place = Place(near, self.words.get("topic", "\x00"))
        self._looked = (near, near.about, self._noted, place)
        if near.about:
            place.near = self.shelf.index.nearness(near.about)
            if near.scene:
                place.nearest = self._nearest(near.scene)
        return place

    def _note(self) -> None:
        """Count the runs said against the candidates that have them."""
        index, told = self.shelf.index, self.memory.said
        said, heard = self._said, self._heard
        for text, origin in told[self._noted :]:
            if origin is not None:
                for key, count in index.alike(origin):
                    said[key] = said.get(key, 0) + count
                continue
            runs = {text[i : i + GRAM] for i in range(len(text) - GRAM + 1)} - heard
            heard |= runs
            for key in index.holders(runs):
                said[key] = said.get(key, 0) + 1
        self._noted = len(told)

    def _fixed(self, stock: Stock, focus: str | None) -> list[_Entry]:
        """The candidates that can be used, by the part of the score no place changes."""
        near, brevity = self.shelf.index.nearness(self._brief), self.brevity
        lengths, known, formal = self._lengths, self._known, self._formal
        out: list[_Entry] = []
        for row, drawn in zip(stock.rows, stock.lots.draw(self._seed), strict=True):
            needs, size, key, about, liking, register, own, c = row
            if (needs and not needs <= known) or (about and not self._concerns(about)):
                continue
            value = liking + _CHANCE * drawn - brevity * size
            if key in near:
                value += _FITTING * near[key]
            if needs:
                for name in needs:
                    size += lengths[name]
                if "n" in needs:
                    value += _COUNTED
            if focus is not None and own is not None and own != focus:
                value -= _FAR if c.passage else _ASIDE
            if formal:
                value += register
            out.append((value, size, key, c))
        # Equals stay in the bank's order, which is always the same.
        out.sort(key=_score, reverse=True)
        return out

    def _here(self, c: Candidate, place: Place) -> float:
        """What the place adds (at most the weight of nearness) or takes away."""
        value = -_SAID_GRAM * self._said.get(c.key, 0)
        opener = c.opener
        often = _OFTEN_OPENER * self.memory.openers.get(opener, 0)
        value -= often + _SAME_OPENER * place.openers.count(opener)
        if c.builds:
            for builds in place.builds:
                value -= _SAME_BUILD * len(c.builds & builds)
        if place.topics and "topic" in c.needs:
            value -= _TOPIC_AGAIN * place.topics
        if place.nearest:
            own = place.near.get(c.key, 0.0)
            value += _NEARNESS * (own - max(0.0, place.nearest.get(c.key, 0.0) - own))
        elif place.near:
            value += _NEARNESS * place.near.get(c.key, 0.0)
        return value

    def _nearest(self, scene: tuple[frozenset[str], ...]) -> dict[int, float]:
        """How much each candidate has to do with the content of a scene that it suits best."""
        found = self._scenes.get(scene)
        if found is None:
            found = self._scenes[scene] = {}
            for about in scene:
                for key, value in self.shelf.index.nearness(about).items():
                    if value > found.get(key, 0.0):
                        found[key] = value
        return found
