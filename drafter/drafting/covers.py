"""Covers: which frames together say a set of facts, each fact exactly once.

A task with measures, owner, deadline and goal can be one long sentence or two or three shorter
ones. All the ways the bank's frames allow are weighed; builds used before weigh less.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from drafter.drafting.candidates import Candidate

if TYPE_CHECKING:
    from drafter.drafting.place import Near
    from drafter.drafting.situation import Fact
from drafter.drafting.wording import Worder

__all__ = ["cover"]

#: The order in which facts come up in a speech; the frame that says the first fact comes first.
_ORDER = (
    "meeting", "place", "basis", "purpose", "agenda",
    "achievement", "problem",
    "task", "measures", "owner", "deadline", "result",
    "goal", "message",
)  # fmt: skip
#: What keeps a fact from standing inside a clause: marks of its own, or this length.
_LOOSE, _CLAUSE = re.compile("[，；：（]"), 26
#: Measures with words of the same clause before them (要{{ measures }}, 从{{ measures }}).
_GOVERNED = re.compile(r"[^，。；：“”\"'是]\{\{ measure")
#: Characters a sentence can carry before it is out of breath.
_BREATH = 75
_SHAPE_AGAIN = 1.6
_EACH_FRAME = 1.2
_LEFT_OUT = 12.0
_TRIES = 12
#: 让我们 belongs to the message, which comes last; nothing before it calls out the same way.
_CALL = "让我"

Key = frozenset[str]


def cover(
    worder: Worder,
    part: str,
    moves: Sequence[str],
    facts: Mapping[str, Fact],
    focus: str | None,
    near: Near,
    most: int,
) -> list[Candidate]:
    """The frames that say the facts best; facts no frame can say are left to the caller."""
    pool = _pool(worder, part, moves, facts, focus, near)
    best: tuple[float, list[Candidate]] | None = None
    for keys in _covers(frozenset(facts), sorted(pool, key=_first), most):
        value, chosen = _weigh(worder, keys, pool, facts)
        if best is None or value > best[0]:
            best = value, chosen
    if best is None:
        return []
    worder.memory.shapes[tuple(c.facts for c in best[1])] += 1
    return _vary(worder, best[1], part, moves, facts, focus, near)


def _vary(
    worder: Worder,
    chosen: list[Candidate],
    part: str,
    moves: Sequence[str],
    facts: Mapping[str, Fact],
    focus: str | None,
    near: Near,
) -> list[Candidate]:
    """The frames, one that begins like an earlier one (今天…。今天…。) exchanged for another."""
    if len({c.opener for c in chosen}) == len(chosen):
        return chosen
    out: list[Candidate] = []
    heard: set[str] = set()
    for c in chosen:
        if c.opener in heard:
            said = {n: facts[n] for n in c.facts}
            found = dict(worder.scorer.best_of_each(part, moves, focus, near, c.facts))
            others = (o for _, o in islice(found.get(c.facts, ()), _TRIES))
            fresh = (o for o in others if o.opener not in heard and o.opener != _CALL)
            fits = (o for o in fresh if _fillable(o, facts) and worder.fact_text(o, said))
            c = next(fits, c)  # noqa: PLW2901 - the exchange is the point
        heard.add(c.opener)
        out.append(c)
    return out


def _first(key: Key) -> tuple[int, ...]:
    return tuple(sorted(_ORDER.index(f) for f in key))


def _pool(
    worder: Worder,
    part: str,
    moves: Sequence[str],
    facts: Mapping[str, Fact],
    focus: str | None,
    near: Near,
) -> dict[Key, tuple[float, Candidate]]:
    """The best candidate for each set of facts that one frame can say."""
    best: dict[Key, tuple[float, Candidate]] = {}
    found = worder.scorer.best_of_each(part, moves, focus, near, frozenset(facts))
    for key, candidates in found:
        said = {n: facts[n] for n in key}
        for score, c in islice(candidates, _TRIES):
            calls = c.opener == _CALL and "message" in facts and "message" not in key
            if not calls and _fillable(c, facts) and worder.fact_text(c, said):
                best[key] = score, c
                break
    return best


def _fillable(c: Candidate, facts: Mapping[str, Fact]) -> bool:
    """Whether the facts come in the word forms the frame's slots ask for.

    A fact of several clauses cannot stand inside a clause of the frame.
    """
    for slot, fact in c.asks:
        if facts[fact].free and _GOVERNED.search(c.pattern.frame):
            return False
        value = facts[fact].values.get(slot)
        if value is None or (fact in c.inside and (_LOOSE.search(value) or len(value) > _CLAUSE)):
            return False
    return True


def _covers(names: Key, keys: Sequence[Key], most: int) -> list[list[Key]]:
    """Every way to say all of ``names`` (or as many as the keys allow) with disjoint keys."""
    out: list[list[Key]] = []

    def go(left: Key, chosen: list[Key]) -> None:
        if not left or len(chosen) == most:
            out.append(chosen)
            return
        fact = min(left, key=_ORDER.index)
        fitting = [k for k in keys if fact in k and k <= left]
        for key in fitting:
            go(left - key, [*chosen, key])
        if not fitting:
            go(left - {fact}, chosen)

    go(names, [])
    return out


def _weigh(
    worder: Worder,
    keys: Sequence[Key],
    pool: Mapping[Key, tuple[float, Candidate]],
    facts: Mapping[str, Fact],
) -> tuple[float, list[Candidate]]:
    chosen: list[Candidate] = []
    value = 0.0
    for key in keys:
        score, candidate = pool[key]
        length = candidate.size + sum(len(e) for n in key for e in facts[n].exact)
        value += score - max(0, length - _BREATH) * 0.08
        chosen.append(candidate)
    said = frozenset().union(*keys) if keys else frozenset()
    value = value / max(1, len(keys)) - _EACH_FRAME * len(keys)
    value -= _LEFT_OUT * len(facts.keys() - said)
    value -= _SHAPE_AGAIN * worder.memory.shapes[tuple(keys)]
    return value, chosen
