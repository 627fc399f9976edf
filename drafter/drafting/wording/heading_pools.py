"""Heading pools: the clauses for the heading of each point, by what the point is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafter.brief.model import Task
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.setting.situation import roll
from drafter.drafting.setting.user_words import as_clause, want
from drafter.drafting.wording.heading_clauses import Offers, offers_of
from drafter.drafting.wording.heading_fits import (
    Item,
    Told,
    contents_of,
    is_crowded,
    is_of_tasks,
    told_in,
)
from drafter.drafting.wording.heading_own import (
    Called,
    counted,
    is_minor,
    is_only,
    own_words,
    task_of,
)
from drafter.drafting.wording.heading_scenes import is_of_another_trade
from drafter.drafting.wording.heading_sides import is_marked, sides_of, told_under
from drafter.drafting.wording.heading_words import Clause, Liked
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data

__all__ = ["Pool", "pools_of", "widened"]

#: With more characters than this for each thing that is told, tasks have lines of their own.
_ROOM = 600
#: How much more a clause is liked for how something stands.
_STATED = 4.0
#: How much less a clause for what only says of which kind the thing is (餐饮场所 of its 隐患), and
#: one for a remark beside the tasks of a point.
_ASIDE = 3.0
#: How much more a clause is liked for the very thing a task is called by, for what is only done in
#: it (控制, 改善), for one that its measures tell, and for having a word of the point's content,
#: for each of up to so many.
_CALLED, _BEGUN, _MEASURED, _WORD, _WORDS = 7.0, 5.0, 0.0, 1.5, 2
#: How much less a clause for a demand that says little of what is demanded.
_VAGUE = 4.0
#: How much less a clause with the topic that is told by measures alone, and one that tells no task
#: of a point of tasks.
_MEANS, _IDLE = 4.0, 3.0
#: How much less what has a word of another point's, and in a point of tasks what the field says of
#: something that the point does not tell.
_OTHERS, _UNTOLD = 7.0, 3.0
#: A topic longer than this is too much for clauses that tell a task by themselves.
_TOPIC = 3
#: Clauses for what is done.
_DONE: frozenset[str | None] = frozenset({None})


class Pool(NamedTuple):
    """The clauses for the heading of one point: ``first`` those that tell what it is about.

    They and the ``usual`` ones are sorted each by how well they are liked; what is in both counts
    as the first. ``tells`` are the places of the tasks or sentences that each of the first tells,
    by its key. ``near`` are the keys of the patterns that have a word of the point's content,
    ``far`` of those that have one of another point's; ``strict`` where what is said of the field
    has to be near, ``apart`` where it has at least to name the topic, which is a part of the field
    (守水有责 is nothing for 秸秆禁烧). Where the point has one task, that is what stands
    ``alone`` in it: a heading with it may be all that says it. ``lined`` says that there is so much
    room that tasks stand on lines of their own, which a heading should not say before them.
    ``standing`` are its tasks as they head lines of their own, where there are several.
    ``crowded`` is a point with more things than a heading has clauses: what heads it tells them
    all, or at least does not name one of them. Where it is ``stated`` how things stand, its plain
    sentences go in pairs: one alone would say that it is all.
    """

    first: Liked
    usual: Liked
    told: Told
    tells: Mapping[int, frozenset[int]]
    near: Mapping[int, int] = {}
    far: Mapping[int, int] = {}
    strict: bool = False
    apart: bool = False
    alone: str | None = None
    lined: bool = False
    standing: frozenset[str] = frozenset()
    crowded: bool = False
    stated: bool = False

    def less(self, clause: Clause) -> float:
        """How much less a clause does than it is liked, since it tells of something else."""
        if clause.key in self.near:
            return 0.0
        if clause.key in self.far:
            return _OTHERS
        idle = _IDLE * (self.strict and clause.key not in self.tells)
        apart = self.strict or self.crowded or (self.apart and not clause.topical)
        return idle + _UNTOLD * (clause.of_field and apart)


def pools_of(worder: Worder, points: Sequence[PointPlan], open_: Sequence[int]) -> list[Pool]:
    """The clauses that tell what those points that are ``open_`` are about, in their order."""
    offers = offers_of(worder)
    told = told_in(points, worder.situation.brief.topic.name)
    plain = [points[i].focus for i in open_ if is_crowded(points[i]) or not is_of_tasks(points[i])]
    usual = _usual(worder, offers, plain)
    counting = _counting(worder, [points[i] for i in open_])
    pools = [
        _pool(worder, offers, p, told[i], usual.get(p.focus), count=p is counting)
        for i, p in ((i, points[i]) for i in open_)
    ]
    items = sum(len(t.items) for t in told)
    if (worder.situation.brief.target or 0) <= _ROOM * items:
        return pools
    return [pool._replace(lined=True) for pool in pools]


def _counting(worder: Worder, points: Sequence[PointPlan]) -> PointPlan | None:
    """The one point of a speech whose heading may count what it has; twice is a list of numbers."""
    crowded = [point for point in points if is_crowded(point) and not point.headed]
    return crowded[roll(worder.situation.seed, "counted") % len(crowded)] if crowded else None


def _usual(worder: Worder, offers: Offers, focuses: Sequence[str]) -> dict[str, Liked]:
    """The clauses that any point of these focuses may have."""
    names = tuple(sorted(set(focuses)))
    return dict(zip(names, offers.liked(names, worder), strict=True)) if names else {}


def _pool(
    worder: Worder,
    offers: Offers,
    point: PointPlan,
    told: Told,
    usual: Liked | None,
    *,
    count: bool,
) -> Pool:
    """The clauses that tell what this point is about, and the usual ones where it does nothing."""
    tasks = is_of_tasks(point)
    several = any(isinstance(i, Task) for i in point.items)
    first, contents = _Telling(), contents_of(point)
    for place, item in enumerate(told.items):
        named, called = _named(worder, offers, point.focus, item, tasks=tasks)
        remark = _ASIDE * (several and item.plain)
        if not (point.headed or is_minor(point, contents[place])):
            # Under a heading of its own the task is told nowhere else.
            first.add([(liking - remark, c) for liking, c in named], place)
        first.add(own_words(worder, point, place, called), place)
    short = len(worder.situation.brief.topic.name) <= _TOPIC
    clauses = sorted((c for c in first.best.values() if short or not c[1].topical), key=_order)
    if is_crowded(point) and not point.headed:
        all_told = counted(worder, point) if count else []
        for place in range(len(told.items)):
            first.add(all_told, place)
        pool = Pool(sorted([*clauses, *all_told], key=_order), usual or [], told, first.tells)
        return _covering(worder, offers, pool)
    if point.headed:
        return Pool([c for c in clauses if c[1].own == "task"], [], told, {}, alone=task_of(point))
    alone = task_of(point) if is_only(point) else None
    always = [] if tasks or usual is None else usual
    apart = not worder.situation.whole_field
    stated = len(told.items) > 1 and point.focus in read_data("heading_own.yaml")["stated"]
    standing = _standing(contents)
    return Pool(
        clauses, always, told, first.tells,
        strict=tasks, apart=apart, alone=alone, stated=stated, standing=standing,
    )  # fmt: skip


def _standing(contents: Sequence[Task | str]) -> frozenset[str]:
    """The tasks as they are worded below, where they are several."""
    tasks = [want(as_clause(item.task)) for item in contents if isinstance(item, Task)]
    return frozenset(tasks if len(tasks) > 1 else ())


def _covering(worder: Worder, offers: Offers, pool: Pool) -> Pool:
    """The pool of a crowded point: what tells most of it, and what fits any of its kind.

    Two of four things, named, would say that the other two are not told. What tells the one that
    is left goes beside what tells all the others.
    """
    most = len(pool.told.items) - 1
    written = [c for c in pool.first if not c[1].own]
    first = [c for c in written if len(pool.tells.get(c[1].key, ())) >= most]
    told = frozenset().union(*(pool.tells[c[1].key] for c in first))
    left = frozenset(range(len(pool.told.items))) - told
    if first and left:
        first = [
            c
            for c in written
            if len(places := pool.tells.get(c[1].key, frozenset())) >= most or places >= left
        ]
    keys = {clause.key for _, clause in first}
    tells = {key: places for key, places in pool.tells.items() if key in keys}
    far = offers.having(pool.told.foreign)
    apart = not worder.situation.whole_field
    return pool._replace(first=first, tells=tells, far=far, apart=apart, crowded=True)


def widened(
    worder: Worder, points: Sequence[PointPlan], open_: Sequence[int], pools: Sequence[Pool]
) -> list[Pool]:
    """The pools with the clauses that any point may have, and with those its means call for."""
    offers = offers_of(worder)
    usual = _usual(worder, offers, [points[i].focus for i in open_])
    return [
        pool
        if points[i].headed or pool.crowded
        else _widened(worder, offers, pool, usual[points[i].focus])
        for i, pool in zip(open_, pools, strict=True)
    ]


def _widened(worder: Worder, offers: Offers, pool: Pool, usual: Liked) -> Pool:
    """One pool with the usual clauses: those that have a word of its content are told first."""
    near, far = offers.having(pool.told.words), offers.having(pool.told.foreign)
    first = _Telling()
    first.tells.update(pool.tells)
    heard = frozenset().union(*pool.tells.values())
    for place, item in enumerate(pool.told.items if pool.strict else ()):
        if place not in heard:
            first.add(_measured(worder, offers, item), place)
    clauses = [*pool.first, *first.best.values()]
    for liking, clause in usual:
        if clause.key in near:
            clauses.append((liking + _WORD * min(near[clause.key], _WORDS), clause))
    clauses.sort(key=_order)
    apart = not worder.situation.whole_field
    return pool._replace(
        first=clauses, usual=usual, tells=first.tells, near=near, far=far, apart=apart
    )


class _Telling:
    """The clauses that tell something of a point, each as it is liked best, and what they tell."""

    def __init__(self) -> None:
        self.best: dict[tuple[int, str], tuple[float, Clause]] = {}
        self.tells: dict[int, frozenset[int]] = {}

    def add(self, liked: Liked, place: int) -> None:
        """Add clauses for the task or sentence at this place of the point."""
        for liking, clause in liked:
            key = clause.key, clause.text
            if key not in self.best or self.best[key][0] < liking:
                self.best[key] = liking, clause
            self.tells[clause.key] = self.tells.get(clause.key, frozenset()) | {place}


def _named(
    worder: Worder, offers: Offers, focus: str, item: Item, *, tasks: bool
) -> tuple[Liked, Called]:
    """The clauses for what one task or sentence tells by itself, and what it is called by."""
    parts = worder.shelf.parts_in(item.called)
    if not tasks:
        of = told_under(focus)
        stated = [(liking + _STATED, c) for liking, c in offers.bound(parts, of, worder)]
        stated = _of_its_trade(worder, item, stated)
        # How something stands is told better by the sentence itself.
        return stated, Called.NOTHING
    acts, vague, core, others = sides_of(parts, item.first, item.core)
    things = [(liking + _CALLED, c) for liking, c in offers.bound(core, _DONE, worder)]
    aside = [] if item.plain else offers.bound(others, _DONE, worder)
    done = [(liking + _BEGUN, c) for liking, c in offers.bound(acts, _DONE, worder)]
    done += [(liking + _BEGUN - _VAGUE, c) for liking, c in offers.bound(vague, _DONE, worder)]
    things, done = _of_its_trade(worder, item, things), _of_its_trade(worder, item, done)
    called = Called.THING if things else Called.ACT if done else Called.NOTHING
    beside = [(liking + _CALLED - _ASIDE, c) for liking, c in aside]
    return [*things, *done, *_of_its_trade(worder, item, beside)], called


def _of_its_trade(worder: Worder, item: Item, liked: Liked) -> Liked:
    """The clauses without those that show another trade than the task's (heading_scenes.yaml)."""
    brief = worder.situation.brief
    around = "，".join((item.done, brief.topic.name, brief.unit.name))
    return [
        (liking, c) for liking, c in liked if not is_of_another_trade(c.bare, item.text, around)
    ]


def _measured(worder: Worder, offers: Offers, item: Item) -> Liked:
    """The clauses for the kinds of act a task's measures are; a means is not what the topic is for.

    A word of theirs alone (故障) names no more than a means.
    """
    parts = frozenset(part for part in worder.shelf.parts_in(item.measured) if is_marked(part))
    found = [
        (liking + _MEASURED - _MEANS * c.topical, c)
        for liking, c in offers.bound(parts, _DONE, worder)
    ]
    return _of_its_trade(worder, item, found)


def _order(liked: tuple[float, Clause]) -> tuple[float, str]:
    return -liked[0], liked[1].text
