"""Heading fits: which clauses say what a point is about, and which what another one is about.

A heading tells what stands under it. A clause for one thing that is done (人才, 管护) goes with a
point that does it and with no other; the one task of a point can be its heading itself; a word of
another point's (质量) is left to that point.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from drafter.brief.model import Task
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.setting.terms import content_of, terms_of
from drafter.drafting.setting.user_words import as_clause, is_single, want
from drafter.resources import read_data
from drafter.text.dictionary import is_noun
from drafter.text.people import is_han

__all__ = ["Told", "is_of_tasks", "task_clauses", "told_in"]

#: Tasks of so many characters are short enough to be heard as a clause of a heading.
_CLAUSE = range(4, 13)
#: Of so many points it is kept what nouns they have: those of some briefs.
_REMEMBERED = 64


class Told(NamedTuple):
    """What a point tells: in its tasks, in all its content, and in what words others do not have.

    ``tasks`` and ``content`` are what they speak of, ``words`` the nouns, ``foreign`` those of the
    other points alone.
    """

    tasks: frozenset[str]
    content: frozenset[str]
    words: frozenset[str]
    foreign: frozenset[str]


def told_in(points: Sequence[PointPlan], topic: str) -> list[Told]:
    """What each point tells, in order; what the topic says is told by none of them."""
    common = content_of(topic)
    texts = [_texts(point) for point in points]
    called = [content_of("，".join(tasks)) - common for tasks, _ in texts]
    whole = ["，".join([*tasks, *more]) for tasks, more in texts]
    contents = [content_of(text) - common for text in whole]
    nouns = [_nouns_of(text) - common for text in whole]
    told = []
    for at, own in enumerate(nouns):
        others = frozenset().union(*(n for i, n in enumerate(nouns) if i != at))
        told.append(Told(called[at], contents[at], own, others - own))
    return told


@lru_cache(_REMEMBERED)
def _nouns_of(text: str) -> frozenset[str]:
    """The nouns of two characters among what a text speaks of."""
    return frozenset(filter(is_noun, terms_of(text)))


def _texts(point: PointPlan) -> tuple[list[str], list[str]]:
    """What a point's tasks are called, or it says first, and the rest of its content."""
    tasks = [i.task if isinstance(i, Task) else i for i in point.items]
    measures = [m for i in point.items if isinstance(i, Task) for m in i.measures]
    said = [t for t in (point.heading, *tasks) if t]
    return said, [*measures, *point.problems, *point.achievements]


def is_of_tasks(point: PointPlan) -> bool:
    """Whether a point says what is to be done: only then is it told by the things it does."""
    asks = "measure" in read_data("focuses.yaml")[point.focus]["support"]
    return any(isinstance(i, Task) for i in point.items) or (asks and bool(point.items))


def task_clauses(point: PointPlan) -> list[str]:
    """The ways to say a point's only task as a clause of its heading: alone, and with an adverb.

    None where the task has nothing else to tell under such a heading, or is no plain clause: what
    figures and marks say is for the content.
    """
    first = point.items[0] if point.items else None
    if not isinstance(first, Task) or any(isinstance(i, Task) for i in point.items[1:]):
        return []
    text = want(as_clause(first.task))
    rest = first.measures or first.owner or first.deadline or first.goal
    if not rest or len(text) not in _CLAUSE or not is_single(text) or not all(map(is_han, text)):
        return []
    return [text, *(adverb + text for adverb, verbs in _adverbs() if text.startswith(verbs))]


@cache
def _adverbs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a task can be called for with (切实), each with the verbs it goes before."""
    said = read_data("wording.yaml")["heading_adverbs"]
    return tuple((adverb, tuple(verbs)) for adverb, verbs in said.items())
