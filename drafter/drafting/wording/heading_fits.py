"""Heading fits: which clauses say what a point is about, and which what another one is about.

A heading tells what stands under it. A clause for one thing that is done (人才, 管护) goes with a
point that does it and with no other; the one task of a point can be its heading itself; a word of
another point's (质量) is left to that point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from drafter.brief.model import Task
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.setting.matters import said_in, spoken_of
from drafter.drafting.setting.terms import content_of, terms_of
from drafter.drafting.setting.user_words import as_clause, is_single, want
from drafter.resources import read_data
from drafter.text.dictionary import is_noun
from drafter.text.people import is_han

__all__ = ["Item", "Told", "is_of_tasks", "item_clauses", "task_clauses", "told_in"]

#: Tasks of so many characters are short enough to be heard as a clause of a heading.
_CLAUSE = range(4, 13)
#: Of so many points it is kept what nouns they have: those of some briefs.
_REMEMBERED = 64


class Item(NamedTuple):
    """One task or sentence of a point: what it is called by, and what its measures tell.

    ``first`` is the word it begins with, which says what is done rather than to what.
    """

    called: frozenset[str]
    measured: frozenset[str]
    first: str


class Told(NamedTuple):
    """What a point tells: item by item, and in what words others do not have.

    ``words`` are its nouns, ``foreign`` those of the other points alone.
    """

    items: tuple[Item, ...]
    words: frozenset[str]
    foreign: frozenset[str]


def told_in(points: Sequence[PointPlan], topic: str) -> list[Told]:
    """What each point tells, in order; what the topic says is told by none of them."""
    common = content_of(topic)
    nouns = [_nouns_of(_text(point)) - common for point in points]
    told = []
    for at, own in enumerate(nouns):
        others = frozenset().union(*(n for i, n in enumerate(nouns) if i != at))
        told.append(Told(_items(points[at], common, terms_of(topic)), own, others - own))
    return told


def _items(point: PointPlan, common: frozenset[str], topic: frozenset[str]) -> tuple[Item, ...]:
    """What each task or sentence tells; where there are none, each problem and achievement."""
    items: list[Task | str] = [*point.items]
    told = items or [*point.problems, *point.achievements]
    return tuple(_item_of(item, common, topic) for item in told)


def _item_of(item: Task | str, common: frozenset[str], topic: frozenset[str]) -> Item:
    text, measures = (item.task, item.measures) if isinstance(item, Task) else (item, [])
    done = "，".join(measures)
    called = (spoken_of(text) - common) | _said(text, topic)
    return Item(called, (spoken_of(done) - common) | _said(done, topic), want(as_clause(text))[:2])


def _said(text: str, topic: frozenset[str]) -> frozenset[str]:
    """What is meant by a text, but for the words of the topic: 供水热线 brings no water."""
    for pair in topic:
        text = text.replace(pair, "  ")
    return said_in(text)


@lru_cache(_REMEMBERED)
def _nouns_of(text: str) -> frozenset[str]:
    """The nouns of two characters among what a text speaks of."""
    return frozenset(filter(is_noun, terms_of(text)))


def _text(point: PointPlan) -> str:
    """All that a point says."""
    tasks = [i.task if isinstance(i, Task) else i for i in point.items]
    measures = [m for i in point.items if isinstance(i, Task) for m in i.measures]
    said = [t for t in (point.heading, *tasks) if t]
    return "，".join([*said, *measures, *point.problems, *point.achievements])


def is_of_tasks(point: PointPlan) -> bool:
    """Whether a point says what is to be done: only then is it told by the things it does."""
    asks = read_data("focuses.yaml")[point.focus]["support"][0] == "measure"
    return any(isinstance(i, Task) for i in point.items) or (asks and bool(point.items))


def task_clauses(point: PointPlan) -> list[str]:
    """The ways to say a point's only task as a clause of its heading: alone, and with an adverb.

    None where the task has nothing else to tell under such a heading, or is no plain clause: what
    figures and marks say is for the content.
    """
    first = point.items[0] if point.items else None
    if not isinstance(first, Task) or any(isinstance(i, Task) for i in point.items[1:]):
        return []
    rest = first.measures or first.owner or first.deadline or first.goal
    return item_clauses(first) if rest else []


def item_clauses(task: Task) -> list[str]:
    """The ways to say a task as a clause of a heading: alone, with an adverb, with 要.

    None that is no plain clause; those that sound best come first.
    """
    text = _uncounted(want(as_clause(task.task)))
    if not is_single(text) or not all(map(is_han, text)):
        return []
    bare = next((text.removeprefix(a) for a, verbs in _adverbs() if _begins(text, a, verbs)), text)
    ways = [text, *(adverb + bare for adverb, verbs in _adverbs() if bare.startswith(verbs))]
    calls = "要" not in text and text.startswith(tuple(read_data("wording.yaml")["verbs"]))
    return [way for way in [*ways, *[f"要{text}"] * calls] if len(way) in _CLAUSE]


def _begins(text: str, adverb: str, verbs: tuple[str, ...]) -> bool:
    """Whether a task is already called for so (想办法留住年轻护士)."""
    return text.startswith(adverb) and text.startswith(verbs, len(adverb))


def _uncounted(text: str) -> str:
    """A task without the figures it gives, which are told below (改造老旧泵站9座).

    What stands before the thing takes its 的 along: 把剩下的1140亩荒地开出来.
    """
    return re.sub(read_data("wording.yaml")["heading_figures"], "", text)


@cache
def _adverbs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a task can be called for with (切实), each with the verbs it goes before."""
    said = read_data("wording.yaml")["heading_adverbs"]
    return tuple((adverb, tuple(verbs)) for adverb, verbs in said.items())
