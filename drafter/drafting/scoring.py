"""Scoring: how well a candidate would sound at a place.

Part of it is fixed for a draft (what the frame was written for, the seed); part depends on the
place (what was said before it, what it is about). Candidates are kept in the order of the fixed
part, so that looking for the best one can stop as soon as no other could overtake it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from drafter.drafting.candidates import GRAM, Candidate, builds_of, opener_of
from drafter.drafting.memory import Memory
from drafter.drafting.shelf import Shelf
from drafter.text.numerals import chinese

__all__ = ["NOWHERE", "Near", "Scorer"]

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
#: The same for a passage, which would carry a whole paragraph away from the point.
_FAR = 2.0


@dataclass(slots=True)
class Near:
    """What stands around a sentence: the two before it, the one after, and what it is about.

    ``scene`` is what all the pieces of content of the section are about: a sentence that suits
    another of them better is kept for it. ``starts`` says that nothing was said yet which the
    sentence could go on from.
    """

    before: tuple[str, ...] = ()
    after: str = ""
    about: frozenset[str] = frozenset()
    scene: tuple[frozenset[str], ...] = ()
    starts: bool = False


NOWHERE = Near()


#: A candidate with the fixed part of its score and its size in characters.
_Entry = tuple[float, int, Candidate]


#: The score of an entry.
_score = itemgetter(0)


class _Place:
    """A :class:`Near`, looked at once for all candidates."""

    def __init__(self, near: Near, topic: str) -> None:
        around = [*near.before, near.after] if near.after else near.before
        self.openers = Counter(opener_of(t) for t in around)
        self.builds = [builds_of(t) for t in near.before]
        self.topics = sum(topic in t for t in near.before)
        self.near: dict[int, float] = {}
        self.nearest: dict[int, float] = {}


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
    ) -> None:
        """``brief`` is what the whole brief is about: frames that share its words suit it.

        With ``whole_field`` it is about all parts of its field of work, named or not. ``brevity``
        may be set: what each character of a frame costs where the length is tight.
        """
        self.shelf = shelf
        self.memory = memory
        self.words = dict(words)
        self._seed = seed
        self._brief = brief
        self._whole_field = whole_field
        self.brevity = 0.0
        self._orders: dict[tuple[object, ...], list[_Entry]] = {}
        self._groups: dict[tuple[object, ...], list[_Entry]] = {}
        self._near: dict[frozenset[str], dict[int, float]] = {}
        self._scenes: dict[tuple[frozenset[str], ...], dict[int, float]] = {}
        self._said: dict[int, int] = {}
        self._heard: set[str] = set()
        self._noted = 0

    def chance(self, key: int) -> float:
        """A number in [0, 1) that the seed decides for a key."""
        mixed = ((key ^ self._seed) * 0x85EBCA6B) & 0xFFFFFFFF
        mixed = ((mixed ^ (mixed >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
        return (mixed ^ (mixed >> 16)) / 0x100000000

    def count(self, number: int) -> None:
        """How many things the next sentences may announce; below two, none."""
        if number > 1:
            self.words["n"] = "两" if number == 2 else chinese(number)
        else:
            self.words.pop("n", None)

    def size_of(self, candidate: Candidate) -> int:
        """About how many characters a free candidate's sentence has."""
        if not candidate.needs:
            return candidate.size
        return candidate.size + sum(len(self.words.get(n, "")) for n in candidate.needs)

    def usable(self, candidate: Candidate) -> bool:
        """Whether it was not used yet and its names and level words are known."""
        return candidate.key not in self.memory.keys and self._known(candidate)

    def best_first(
        self,
        part: str,
        moves: Sequence[str],
        focus: str | None,
        near: Near,
        room: int | None = None,
        passage: bool | None = None,
        least: float = 0.0,
    ) -> Iterator[Candidate]:
        """The free candidates that fit, the best for this place first.

        ``passage`` asks for passages, or for none; ``least`` is how near they must be.
        """
        used = self.memory.keys
        entries = [e for e in self._order(part, tuple(moves), focus) if e[2].key not in used]
        self._orders[part, tuple(moves), focus, "n" in self.words] = entries
        place = self._look(near)
        if near.starts:
            entries = [e for e in entries if not e[2].continues]
        if room is not None:
            entries = [e for e in entries if e[1] <= room + _GUESS]
        if passage is not None:
            entries = [e for e in entries if e[2].passage is passage]
        if passage:
            entries = [e for e in entries if self.chance(e[2].key ^ _LOT) >= _KEPT]
        if least:
            entries = [e for e in entries if place.near.get(e[2].key, 0.0) >= least]
        while entries:
            _, best = self._best(entries, place)
            yield best[2]
            entries = [e for e in entries if e is not best]

    def best_of_each(
        self,
        part: str,
        moves: Sequence[str],
        focus: str | None,
        near: Near,
        facts: frozenset[str],
    ) -> Iterator[tuple[frozenset[str], list[tuple[float, Candidate]]]]:
        """For each set of the facts that frames can say, its candidates, the best ones first.

        Only the first few are weighed at this place; the rest follow in their fixed order.
        """
        groups = self.shelf.by_facts(part, moves, focus)
        place = self._look(near)
        used = self.memory.keys
        for key, candidates in groups.items():
            if not key <= facts:
                continue
            entries = self._group((part, tuple(moves), focus, key), candidates)
            fresh = [
                e for e in entries if e[2].key not in used and not (near.starts and e[2].continues)
            ]
            few = [(e[0] + self._here(e[2], place), e[2]) for e in fresh[:_WEIGHED]]
            few.sort(key=lambda s: (-s[0], s[1].pattern.id))
            if few:
                yield key, few + [(e[0], e[2]) for e in fresh[_WEIGHED:]]

    def _best(self, entries: Sequence[_Entry], place: _Place) -> tuple[float, _Entry]:
        """The entry that scores best; those that cannot overtake it are passed over unweighed."""
        best, value = entries[0], float("-inf")
        near = place.near
        for entry in entries:
            fixed, _, c = entry
            if fixed + _NEARNESS <= value:
                break
            # The place can add nearness and nothing else.
            if fixed + _NEARNESS * near.get(c.key, 0.0) <= value:
                continue
            score = fixed + self._here(c, place)
            if score > value:
                best, value = entry, score
        return value, best

    def _order(self, part: str, moves: tuple[str, ...], focus: str | None) -> list[_Entry]:
        """The free candidates by the fixed part of their scores, with their sizes."""
        key = (part, moves, focus, "n" in self.words)
        found = self._orders.get(key)
        if found is None:
            counted = "n" in self.words
            fits = (
                c
                for c in self.shelf.wider(part, moves, focus)
                if not c.facts and (counted or not c.announces)
            )
            found = self._orders[key] = self._fixed(fits, focus)
        return found

    def _group(self, key: tuple[object, ...], candidates: Sequence[Candidate]) -> list[_Entry]:
        """Candidates that say the same facts, by the fixed part of their scores."""
        found = self._groups.get(key)
        if found is None:
            found = self._groups[key] = self._fixed(candidates, None)
        return found

    def _known(self, c: Candidate) -> bool:
        """Whether its names and level words are known and the brief speaks of its part."""
        if not c.needs and not c.about:
            return True
        return c.needs <= self.words.keys() and (
            not c.about or self._whole_field or any(part <= self._brief for part in c.about)
        )

    def _look(self, near: Near) -> _Place:
        """A place looked at, with all that was said up to now taken note of."""
        self._note()
        place = _Place(near, self.words.get("topic", "\x00"))
        if near.about:
            place.near = self._nearness(near.about)
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
            for i in range(len(text) - GRAM + 1):
                run = text[i : i + GRAM]
                if run not in heard:
                    heard.add(run)
                    for key in index.holders(run):
                        said[key] = said.get(key, 0) + 1
        self._noted = len(told)

    def _fixed(
        self, candidates: Iterable[Candidate], focus: str | None
    ) -> list[tuple[float, int, Candidate]]:
        """The candidates that can be used, by the part of the score no place changes.

        This looks at a thousand candidates a draft, so :meth:`chance` is written out.
        """
        seed, near = self._seed, self._nearness(self._brief)
        brevity, known, size_of = self.brevity, self._known, self.size_of
        out = []
        for c in candidates:
            needs, size = c.needs, c.size
            bare = not needs and not c.about
            if not bare and not known(c):
                continue
            key = c.key
            mixed = ((key ^ seed) * 0x85EBCA6B) & 0xFFFFFFFF
            mixed = ((mixed ^ (mixed >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
            value = c.liking + _CHANCE * ((mixed ^ (mixed >> 16)) / 0x100000000) - brevity * size
            if key in near:
                value += _FITTING * near[key]
            if needs:
                size = size_of(c)
                if "n" in needs:
                    value += _COUNTED
            if focus is not None and c.focus is not None and c.focus != focus:
                value -= _FAR if c.passage else _ASIDE
            out.append((value, size, c))
        # Equals stay in the bank's order, which is always the same.
        out.sort(key=_score, reverse=True)
        return out

    def _here(self, c: Candidate, place: _Place) -> float:
        """What the place adds (at most the weight of nearness) or takes away."""
        value = -_SAID_GRAM * self._said.get(c.key, 0)
        opener = c.opener
        value -= _OFTEN_OPENER * self.memory.openers[opener] + _SAME_OPENER * place.openers[opener]
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

    def _nearness(self, about: frozenset[str]) -> dict[int, float]:
        """How much each candidate has to do with some content, 0 to 1."""
        found = self._near.get(about)
        if found is None:
            found = self._near[about] = self.shelf.index.nearness(about)
        return found

    def _nearest(self, scene: tuple[frozenset[str], ...]) -> dict[int, float]:
        """How much each candidate has to do with the content of a scene that it suits best."""
        found = self._scenes.get(scene)
        if found is None:
            found = self._scenes[scene] = {}
            for about in scene:
                for key, value in self._nearness(about).items():
                    if value > found.get(key, 0.0):
                        found[key] = value
        return found
