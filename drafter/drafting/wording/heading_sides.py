"""Heading sides: of what a task or sentence is called by what only says what is done, and to what.

What is done to (质量) is told better by a heading than that something is done (控制), and a demand
that any work may make (每月一次) says least.
"""

from __future__ import annotations

from functools import cache, lru_cache

from drafter.bank.acts import ACT_MARKS
from drafter.drafting.stock.looking import PAIR
from drafter.drafting.stock.shelf import Key
from drafter.resources import read_data
from drafter.text.dictionary import is_noun

__all__ = ["is_marked", "sides_of", "told_under"]

#: What the names of acts and of ways begin with.
_ACTS = ("（", "〔")
#: Of so many tasks it is kept which words tell their things: those of some briefs.
_REMEMBERED = 256


@lru_cache(_REMEMBERED)
def sides_of(
    parts: frozenset[Key], first: str, core: frozenset[str]
) -> tuple[frozenset[Key], frozenset[Key], frozenset[Key], frozenset[Key]]:
    """Of what a task is called by what is done, what is vague of that, what to, and the rest.

    Who trains nurses does not nurse: there what it is done to is no more than the rest.
    """
    acts = frozenset([part for part in parts if part <= {first} or _is_act(part)])
    if first in read_data("heading_own.yaml")["of_people"]:
        core = frozenset()
    things = frozenset([part for part in parts - acts if _is_core(part, core)])
    said = frozenset(read_data("heading_own.yaml")["vague_demands"])
    vague = frozenset([part for part in acts if part <= said])
    return acts - vague, vague, things, parts - acts - things


def _is_core(part: Key, core: frozenset[str]) -> bool:
    """Whether a thing is told by words where a task begins or ends, or by a way of speaking."""
    return not core.isdisjoint(part) or (bool(core) and is_marked(part))


@cache
def told_under(focus: str) -> frozenset[str | None]:
    """The focuses whose clauses for what is told go with a point on this one.

    How something stands is told alike under all that say so, but for those told apart; what came of
    it under its own alone.
    """
    said = read_data("heading_own.yaml")
    states = {name for name, how in read_data("focuses.yaml").items() if how.get("states")}
    if focus in states:
        return frozenset(states.difference(said["apart"].get(focus, ())))
    return frozenset({focus}.intersection(said["results"]))


def _is_act(part: Key) -> bool:
    """Whether what tells a thing only says what is done (（带头）, 〔限时〕, 控制), not to what."""
    word = next(iter(part))
    plain = len(part) == 1 and len(word) == PAIR
    return word.startswith(_ACTS) or (plain and not is_noun(word))


def is_marked(part: Key) -> bool:
    """Whether a thing is told by a kind of act, a way or a saying, not by a word of its own."""
    return next(iter(part)).startswith(ACT_MARKS)
