"""Heading pools: the clauses for the heading of each point, by what the point is about."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.wording.heading_clauses import Clause, Liked, Offers, offers_of
from drafter.drafting.wording.heading_fits import Told, is_of_tasks, task_clauses, told_in
from drafter.drafting.wording.wording import Worder

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
    has to be near, ``apart`` where it has at least to name the topic, which is a part of the field
    (守水有责 is nothing for 秸秆禁烧).
    """

    first: Liked
    usual: Liked
    near: Mapping[int, int]
    far: Mapping[int, int]
    strict: bool
    apart: bool

    def less(self, clause: Clause) -> float:
        """How much less a clause does than it is liked, since it tells of something else."""
        if clause.key in self.near:
            return 0.0
        if clause.key in self.far:
            return _OTHERS
        return _UNTOLD * (clause.of_field and (self.strict or (self.apart and not clause.topical)))


def pools_of(worder: Worder, points: Sequence[PointPlan], open_: Sequence[int]) -> list[Pool]:
    """The clauses for the headings of those points that are ``open_``, in their order."""
    offers = offers_of(worder)
    focuses = tuple(sorted({points[i].focus for i in open_}))
    usual = dict(zip(focuses, offers.liked(focuses, worder), strict=True))
    told = told_in(points, worder.situation.brief.topic.name)
    return [_pool(worder, offers, points[i], told[i], usual[points[i].focus]) for i in open_]


def _pool(worder: Worder, offers: Offers, point: PointPlan, told: Told, usual: Liked) -> Pool:
    """The usual clauses, and those that tell what this point is about."""
    first = [
        (_TASK - _ADVERB * (at > 0) - _CHANCE * _chance(worder, text), Clause.of_task(text))
        for at, text in enumerate(task_clauses(point))
    ]
    if point.headed:  # the task is told nowhere else
        return Pool(sorted(first, key=_order), [], {}, {}, strict=False, apart=False)
    near, far = offers.having(told.words), offers.having(told.foreign)
    tasks = is_of_tasks(point)
    if tasks:
        parts = worder.shelf.parts_in(told.tasks)
        first += [(liking + _CALLED, c) for liking, c in offers.bound(parts, worder)]
        if len(point.items) == 1:  # of several tasks one's measures are not what the point does
            more = worder.shelf.parts_in(told.content) - parts
            first += [(liking + _MEASURED, c) for liking, c in offers.bound(more, worder)]
    for liking, clause in usual:
        if clause.key in near:
            first.append((liking + _WORD * min(near[clause.key], _WORDS), clause))
    apart = not worder.situation.whole_field
    return Pool(sorted(first, key=_order), usual, near, far, strict=tasks, apart=apart)


def _order(liked: tuple[float, Clause]) -> tuple[float, str]:
    return -liked[0], liked[1].text


def _chance(worder: Worder, text: str) -> float:
    return worder.scorer.chance(zlib.crc32(text.encode()))
