"""Heading pools: the clauses for the heading of each point, by what the point is about."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.wording.heading_clauses import Clause, Liked, Offers, offers_of
from drafter.drafting.wording.heading_fits import Told, is_of_tasks, task_clauses, told_in
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data

__all__ = ["Pool", "pools_of"]

#: How well the point's only task is liked, how much less with an adverb, and by chance.
_TASK, _ADVERB, _CHANCE = 16.0, 0.5, 8.0
#: How much more a clause is liked for the very thing a task is called by, for one that its measures
#: tell, and for having a word of the point's content, for each of up to so many.
_CALLED, _MEASURED, _WORD, _WORDS = 7.0, 1.0, 1.5, 2
#: How much less what has a word of another point's, and in a point of tasks what the field says of
#: something that the point does not tell.
_OTHERS, _UNTOLD = 7.0, 3.0


class Pool(NamedTuple):
    """The clauses for the heading of one point: ``first`` those that tell what it is about.

    They and the ``usual`` ones are sorted each by how well they are liked; what is in both counts
    as the first. ``near`` are the keys of the patterns that have a word of the point's content,
    ``far`` of those that have one of another point's; ``strict`` where what is said of the field
    has to be near.
    """

    first: Liked
    usual: Liked
    near: Mapping[int, int]
    far: Mapping[int, int]
    strict: bool

    def less(self, clause: Clause) -> float:
        """How much less a clause does than it is liked, since it tells of something else."""
        c = clause.candidate
        if c is None or c.key in self.near:
            return 0.0
        if c.key in self.far:
            return _OTHERS
        return _UNTOLD * (self.strict and c.pattern.area is not None)


class _Usual(NamedTuple):
    """The clauses for a focus, the best liked ones first, and those of each pattern by its key."""

    liked: Liked
    by_key: dict[int, Liked]


def pools_of(worder: Worder, points: Sequence[PointPlan], open_: Sequence[int]) -> list[Pool]:
    """The clauses for the headings of those points that are ``open_``, in their order."""
    offers = offers_of(worder)
    usual = _usual(worder, offers, {points[i].focus for i in open_})
    told = told_in(points, worder.situation.brief.topic.name)
    return [_pool(worder, offers, points[i], told[i], usual[points[i].focus]) for i in open_]


def _pool(worder: Worder, offers: Offers, point: PointPlan, told: Told, usual: _Usual) -> Pool:
    """The usual clauses, and those that tell what this point is about."""
    first = [
        (_TASK - _ADVERB * (at > 0) - _CHANCE * _chance(worder, text), Clause.of_task(text))
        for at, text in enumerate(task_clauses(point))
    ]
    if point.headed:  # the task is told nowhere else
        return Pool(sorted(first, key=_order), [], {}, {}, strict=False)
    near, far = offers.having(told.words), offers.having(told.foreign)
    tasks = is_of_tasks(point)
    if tasks:
        parts = worder.shelf.parts_in(told.tasks)
        more = worder.shelf.parts_in(told.content) - parts
        first += [(liking + _CALLED, c) for liking, c in offers.bound(parts, worder)]
        first += [(liking + _MEASURED, c) for liking, c in offers.bound(more, worder)]
    for key in near.keys() & usual.by_key.keys():
        bonus = _WORD * min(near[key], _WORDS)
        first += [(liking + bonus, clause) for liking, clause in usual.by_key[key]]
    return Pool(sorted(first, key=_order), usual.liked, near, far, strict=tasks)


def _order(liked: tuple[float, Clause]) -> tuple[float, str]:
    return -liked[0], liked[1].text


def _chance(worder: Worder, text: str) -> float:
    return worder.scorer.chance(zlib.crc32(text.encode()))


def _usual(worder: Worder, offers: Offers, focuses: set[str]) -> dict[str, _Usual]:
    """For each focus the clauses that are for no one thing."""
    pools = {focus: _Usual([], {}) for focus in focuses}
    still = read_data("wording.yaml")["heading_moves"]["never"]
    back = read_data("wording.yaml")["heading_back"]["only"]
    for pair in offers.liked(frozenset((None, *pools)), worder):
        clause = pair[1]
        if (c := clause.candidate) is None:
            continue
        for name in pools if c.focus is None else (c.focus,):
            moves = clause.moving and c.focus is None and name in still
            if not moves and (name in back or not clause.backward):
                liked, by_key = pools[name]
                liked.append(pair)
                by_key.setdefault(c.key, []).append(pair)
    return pools
