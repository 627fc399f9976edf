"""Heading fits: which clauses say what a point is about, and which what another one is about.

A heading tells what stands under it. A clause for one thing that is done (人才, 管护) goes with a
point that does it and with no other; the one task of a point can be its heading itself; a word of
another point's (质量) is left to that point.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.brief.model import Task
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.planning.rules import is_of_rules, is_rule
from drafter.drafting.setting.matters import demanded_in, said_in, spoken_of
from drafter.drafting.setting.terms import content_of, terms_of
from drafter.drafting.setting.user_words import as_clause, want
from drafter.drafting.stock.looking import PAIR
from drafter.resources import read_data
from drafter.text.dictionary import is_noun
from drafter.text.sentences import clauses as split_clauses

__all__ = ["Item", "Told", "contents_of", "is_crowded", "is_of_tasks", "is_told_on", "told_in"]

#: So many characters of a task at either end say what is done to what.
_CORE = 4
#: What a rule is called by among others, whatever it demands (see data/acts.yaml).
_RULE = "〔要立规矩〕"
#: What the names of demands begin with.
_DEMAND = "〔要"
#: A heading has room for so many things by name.
_NAMED = 2
#: Of so many points it is kept what nouns they have: those of some briefs.
_REMEMBERED = 64
#: Of so many tasks and sentences it is kept what they tell.
_ITEMS = 256


class Item(NamedTuple):
    """One task or sentence of a point: what it is called by, and what its measures tell.

    ``first`` is the word it begins with, which says what is done rather than to what, ``core`` what
    stands where it begins and ends: what is between says only of which kind (餐饮场所 of
    排查餐饮场所用气隐患). ``plain`` says that it is a sentence. ``text`` is what it says itself,
    ``done`` what its measures do.
    """

    called: frozenset[str]
    measured: frozenset[str]
    first: str
    core: frozenset[str] = frozenset()
    plain: bool = False
    text: str = ""
    done: str = ""


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
    """What each task or sentence tells; where there are none, each problem and achievement.

    Several rules have in common that they are rules: that tells each of them, and one that stands
    alone. What is given to people (工资按月到卡) is none to keep, and no rules are set where most
    only say how often or when something is done (每月来讲一课).
    """
    items = tuple(
        _plain_of(item, point.focus, common, topic)
        if isinstance(item, str)
        else _item_of(item.task, tuple(item.measures), common, topic, plain=False)
        for item in contents_of(point)
    )
    given = read_data("heading_own.yaml")["given"]
    keeping = all(item.called.isdisjoint(given) for item in items)
    alone = len(point.items) == 1 and is_rule(point.items[0], point.focus)
    set_ = 2 * sum([not _is_routine(item) for item in items]) >= len(items)
    if not (keeping and set_ and (alone or is_of_rules(point.items, point.focus))):
        return items
    return tuple(item._replace(called=item.called | {_RULE}) for item in items)


def _is_routine(item: Item) -> bool:
    """Whether an item demands nothing, or no more than how often, when or with whom."""
    demands = {name for name in item.called if name.startswith(_DEMAND)}
    return demands <= frozenset(read_data("heading_own.yaml")["routine"])


def _plain_of(text: str, focus: str, common: frozenset[str], topic: frozenset[str]) -> Item:
    """What a plain sentence tells: a rule is told by what it demands.

    The things it happens to name (不准向应征青年收取费用) tell nothing of it, but where the demand
    is one of any sort of work (每天开窗通风).
    """
    item = _item_of(text, (), common, topic)
    if not is_rule(text, focus):
        return item
    demand = demanded_in(text)[0]
    loose = not demand.isdisjoint(read_data("heading_own.yaml")["loose_demands"])
    return item._replace(called=item.called | demand if loose else demand)


def contents_of(point: PointPlan) -> list[Task | str]:
    """What a point tells, in order: its items, or what is wanting and done where it has none.

    Where it has both, what its focus is on stands for it: over 形势 neither does, nor defects over
    成绩 (成效初显，塔吊司机连续加班).
    """
    if point.items:
        return [*point.items]
    if point.problems and point.achievements:
        return [*{"成绩": point.achievements, "问题": point.problems}.get(point.focus, ())]
    return [*point.problems, *point.achievements]


@lru_cache(_ITEMS)
def _item_of(
    text: str,
    measures: tuple[str, ...],
    common: frozenset[str],
    topic: frozenset[str],
    *,
    plain: bool = True,
) -> Item:
    """What a text tells, and what its measures do."""
    done = "，".join(measures)
    called = (spoken_of(text) - common) | _said(text, topic)
    clause = want(as_clause(text))
    # A sentence goes on to say more than it begins with: every clause of it counts, and longer
    # words do; a task with such a word (经销商) is told best by itself.
    parts, words_of = (split_clauses(clause), content_of) if plain else ([clause], terms_of)
    core = frozenset().union(*(words_of(p[:_CORE]) | words_of(p[-_CORE:]) for p in parts))
    measured = (spoken_of(done) - common) | _said(done, topic)
    return Item(called, measured, clause[:PAIR], core, plain, text, done)


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


def is_crowded(point: PointPlan) -> bool:
    """Whether a point has more things than its heading can name, but for one small one.

    A remark is small beside tasks, and so is a task of which no more is told beside those of which
    there is more.
    """
    contents = contents_of(point)
    if len(contents) <= _NAMED:
        return False
    large = [c for c in contents if isinstance(c, Task) and is_told_on(c)]
    small = bool(large) and len(contents) - len(large) == 1
    return len(contents) - small > _NAMED


def is_told_on(task: Task) -> bool:
    """Whether more is told of a task than what it is called."""
    return bool(task.measures or task.owner or task.deadline or task.goal)
