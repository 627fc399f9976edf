"""Covers: which frames together say a set of facts, each fact exactly once.

A task with measures, owner, deadline and goal can be one long sentence or two or three shorter
ones. All the ways the bank's frames allow are weighed; builds used before weigh less. A fact for
which the bank has no frame left is said plainly (data/wording.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from drafter.drafting.setting.facts import Fact
from drafter.drafting.stock.candidates import Candidate
from drafter.drafting.stock.shelf import Key
from drafter.drafting.wording.place import Near
from drafter.drafting.wording.wording import Worder
from drafter.speech import Sentence

__all__ = ["Telling", "cover", "tell"]

#: The order in which facts come up in a speech; the frame that says the first fact comes first.
_ORDER = (
    "meeting", "place", "basis", "purpose", "agenda",
    "achievement", "problem",
    "task", "measures", "further", "owner", "deadline", "result",
    "goal", "message",
)  # fmt: skip
#: What keeps a fact from standing inside a clause: marks of its own, or this length.
#: A short note in brackets (各县（市、区）统计局) is no such mark.
_LOOSE, _CLAUSE = re.compile("[，；：]|（(?![^（），；：]{1,6}）)"), 26
#: A fact's slot with words of the same clause before it (要{{ measures }}, 从{{ measures }}).
#: What is named by 是 is something to do, or a task; a rule (凡是…的一律…) is not.
_GOVERNED = {
    name: re.compile(rf"[^，。；：“”\"'{named}]\{{\{{ {slot}")
    for name, slot, named in (
        ("measures", "measure", ""),
        ("further", "further", ""),
        ("task", "task", "是"),
    )
}
#: Whose task it is, as the subject of the sentence: 县政府办要早作安排，县级领导带队检查 has two.
_LED = re.compile(r"(?<!由)\{\{ owner")
#: Characters a sentence can carry before it is out of breath, and what each beyond them costs.
_BREATH, _BREATHLESS = 75, 0.08
_SHAPE_AGAIN = 1.6
_EACH_FRAME = 1.2
_LEFT_OUT = 12.0
_TRIES = 12
#: How many frames may say what belongs together.
_MOST = 3
#: 让我们 belongs to the message, which comes last; nothing before it calls out the same way.
_CALL = "让我"


class Telling(Struct, frozen=True):
    """Facts to tell, by name; the part, moves and focus to tell them in; what they stand beside.

    At most so many frames tell them, if frames allow.
    """

    part: str
    moves: Sequence[str]
    facts: Mapping[str, Fact]
    focus: str | None
    near: Near
    most: int = _MOST


class _Frames:
    """The frames that say one set of facts, the best first; weighed and filled when asked for.

    ``candidate`` is the first that may be, None before it is weighed; ``worth`` is how well it does
    with these facts, short of breath or not, or at most could; ``text`` is what it says.
    """

    __slots__ = ("_found", "_key", "_said", "_telling", "_worder", "candidate", "text", "worth")

    def __init__(
        self,
        worder: Worder,
        telling: Telling,
        key: Key,
        worth: float,
        found: Iterator[tuple[float, Candidate]],
    ) -> None:
        self._worder, self._telling, self._key = worder, telling, key
        self._found = found
        self._said: Mapping[str, Fact] = {}
        self.worth, self.text = worth, ""
        self.candidate: Candidate | None = None

    def step(self) -> None:
        """Take the next; no candidate where none is left."""
        if not self._said:  # many sets could be chosen, few come to it
            facts, key = self._telling.facts, self._key
            calls = "message" in facts and "message" not in key
            self._found = _fitting(islice(self._found, _TRIES), facts, calls=calls)
            self._said = _of(facts, key)
        self.text = ""
        self.worth, self.candidate = next(self._found, (0.0, None))
        if self.candidate is not None:
            length = sum([len(e) for fact in self._said.values() for e in fact.exact])
            self.worth -= max(0, self.candidate.size + length - _BREATH) * _BREATHLESS

    def holds(self) -> bool:
        """Whether the candidate can be filled with the facts."""
        if not self.text and self.candidate is not None:
            self.text = self._worder.fact_text(self.candidate, self._said)
        return bool(self.text)


class _Cover(NamedTuple):
    """Sets of facts that say all facts or most, by their ``keys``.

    Each frame costs something (``frames`` in all), and so does what is left out (``without``).
    """

    keys: tuple[Key, ...]
    frames: float
    without: float


_Pool = dict[Key, _Frames]
_Covers = Sequence[_Cover]


def tell(worder: Worder, telling: Telling) -> list[Sentence]:
    """Sentences that say all the facts, each once.

    A fact that is said plainly stands in its place: what is to be done before how and by whom.
    """
    facts = telling.facts
    told: set[str] = set()
    out: list[tuple[int, Sentence]] = []
    for candidate, text in cover(worder, telling, telling.most):
        fields = [facts[name].field for name in sorted(candidate.facts)]
        place = min(map(_place, candidate.facts))
        out += [(place, said) for said in worder.say(candidate, text, fields, [text])]
        told |= candidate.facts
    plain = [(_place(n), fact) for n, fact in facts.items() if n not in told]
    out += [(place, worder.plainly(fact, telling.moves[0])) for place, fact in plain]
    return [said for _, said in sorted(out, key=itemgetter(0))]


def cover(worder: Worder, telling: Telling, most: int) -> list[tuple[Candidate, str]]:
    """At most so many frames that say the facts best, filled; some facts no frame may say."""
    facts = telling.facts
    pool = _pool(worder, telling)
    covers = _covers_with(pool, facts, most)
    keys = _best(worder, pool, covers)
    while wrong := _unweighed(pool, keys) or [key for key in keys if not pool[key].holds()]:
        for key in wrong:
            pool[key].step()
            if pool[key].candidate is None:
                del pool[key]
                covers = _covers_with(pool, facts, most)
        keys = _best(worder, pool, covers)
    worder.memory.shapes[keys] += 1
    chosen = [(c, frames.text) for key in keys if (c := (frames := pool[key]).candidate)]
    return _vary(worder, telling, chosen)


def _unweighed(pool: _Pool, keys: Iterable[Key]) -> list[Key]:
    return [key for key in keys if pool[key].candidate is None]


def _vary(
    worder: Worder, telling: Telling, chosen: list[tuple[Candidate, str]]
) -> list[tuple[Candidate, str]]:
    """The frames, one that begins like an earlier one (今天…。今天…。) exchanged for another."""
    if len({c.opener for c, _ in chosen}) == len(chosen):
        return chosen
    t, facts = telling, telling.facts
    out: list[tuple[Candidate, str]] = []
    heard: set[str] = set()
    for c, text in chosen:
        taken = c, text
        if c.opener in heard:
            said = _of(facts, c.facts)
            each = worder.scorer.best_of_each(t.part, t.moves, t.focus, t.near, c.facts)
            found = {key: candidates for key, _, candidates in each}
            others = (o for _, o in islice(found.get(c.facts, ()), _TRIES))
            fresh = (o for o in others if o.opener not in heard and o.opener != _CALL)
            filled = ((o, worder.fact_text(o, said)) for o in fresh if _fillable(o, facts))
            taken = next((pair for pair in filled if pair[1]), taken)
        heard.add(taken[0].opener)
        out.append(taken)
    return out


def _of(facts: Mapping[str, Fact], key: Key) -> dict[str, Fact]:
    """The facts of a key as they come up in a speech: a set's own order differs from run to run."""
    return {name: facts[name] for name in sorted(key, key=_place)}


def _place(fact: str) -> int:
    """Where a fact comes up among those of a speech."""
    return _ORDER.index(fact)


@cache
def _first(key: Key) -> tuple[int, ...]:
    return tuple(sorted(map(_place, key)))


def _pool(worder: Worder, telling: Telling) -> _Pool:
    """The frames for each set of facts that one frame can say."""
    t = telling
    found = worder.scorer.best_of_each(t.part, t.moves, t.focus, t.near, frozenset(t.facts))
    return {key: _Frames(worder, t, key, most, candidates) for key, most, candidates in found}


def _fitting(
    candidates: Iterable[tuple[float, Candidate]], facts: Mapping[str, Fact], *, calls: bool
) -> Iterator[tuple[float, Candidate]]:
    """Those whose slots the facts fit; where the message ``calls``, none that calls before it."""
    for score, c in candidates:
        if not (calls and c.opener == _CALL) and _fillable(c, facts):
            yield score, c


def _fillable(c: Candidate, facts: Mapping[str, Fact]) -> bool:
    """Whether the facts come in the word forms the frame's slots ask for.

    A fact of several clauses cannot stand inside a clause of the frame.
    """
    if any(facts[fact].doer for fact in c.facts) and _LED.search(c.pattern.frame):
        return False
    for slot, fact in c.asks:
        if facts[fact].free and _GOVERNED[fact].search(c.pattern.frame):
            return False
        value = facts[fact].values.get(slot)
        if value is None or (fact in c.inside and (_LOOSE.search(value) or len(value) > _CLAUSE)):
            return False
    return True


def _best(worder: Worder, pool: _Pool, covers: _Covers) -> tuple[Key, ...]:
    """The keys that say the facts best together."""
    if len(covers) == 1:
        return covers[0].keys
    shapes = worder.memory.shapes
    return max(covers, key=lambda cover: _weigh(cover, pool, shapes)).keys


def _covers_with(pool: _Pool, facts: Mapping[str, Fact], most: int) -> _Covers:
    """Every way to say the facts with the keys of the pool."""
    return _covers(frozenset(facts), tuple(sorted(pool, key=_first)), most)


@lru_cache(256)
def _covers(names: Key, keys: tuple[Key, ...], most: int) -> _Covers:
    """Every way to say all of ``names`` (or as many as the keys allow) with disjoint keys."""
    out: list[_Cover] = []

    def go(left: Key, chosen: tuple[Key, ...]) -> None:
        if not left or len(chosen) == most:
            without = _LEFT_OUT * (len(names) - sum(map(len, chosen)))
            out.append(_Cover(chosen, _EACH_FRAME * len(chosen), without))
            return
        fact = min(left, key=_place)
        fitting = [k for k in keys if fact in k and k <= left]
        for key in fitting:
            go(left - key, (*chosen, key))
        if not fitting:
            go(left - {fact}, chosen)

    go(names, ())
    return out


def _weigh(cover: _Cover, pool: _Pool, shapes: Mapping[tuple[Key, ...], int]) -> float:
    keys, frames, without = cover
    value = sum([pool[key].worth for key in keys]) / (len(keys) or 1) - frames - without
    return value - _SHAPE_AGAIN * shapes.get(keys, 0)
