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
    """The clauses for the heading of one point, the best liked ones first.

    ``near`` are the keys of the patterns that have a word of the point's content, ``far`` of those
    that have one of another point's; ``strict`` where what is said of the field has to be near.
    """

    clauses: Liked
    near: Mapping[int, int] = {}
    far: Mapping[int, int] = {}
    strict: bool = False

    def less(self, clause: Clause) -> float:
        """How much less a clause does than it is liked, since it tells of something else."""
        c = clause.candidate
        if c is None or c.key in self.near:
            return 0.0
        if c.key in self.far:
            return _OTHERS
        return _UNTOLD * (self.strict and c.pattern.area is not None)


def pools_of(worder: Worder, points: Sequence[PointPlan], open_: Sequence[int]) -> list[Pool]:
    """The clauses for the headings of those points that are ``open_``, in their order."""
    offers = offers_of(worder)
    usual = _usual(worder, offers, {points[i].focus for i in open_})
    told = told_in(points, worder.situation.brief.topic.name)
    return [_pool(worder, offers, points[i], told[i], usual[points[i].focus]) for i in open_]


def _pool(worder: Worder, offers: Offers, point: PointPlan, told: Told, usual: Liked) -> Pool:
    """The usual clauses and those that tell what this point is about before them."""
    of_task = [
        (_TASK - _ADVERB * (at > 0) - _CHANCE * _chance(worder, text), Clause.of_task(text))
        for at, text in enumerate(task_clauses(point))
    ]
    if point.headed:  # the task is told nowhere else
        return Pool(sorted(of_task, key=_order))
    near = offers.having(told.words)
    far = offers.having(told.foreign)
    first = [*of_task]
    if is_of_tasks(point):
        parts = worder.shelf.parts_in(told.tasks)
        more = worder.shelf.parts_in(told.content) - parts
        first += [(liking + _CALLED, c) for liking, c in offers.bound(parts, worder)]
        first += [(liking + _MEASURED, c) for liking, c in offers.bound(more, worder)]
    for liking, clause in usual:
        if clause.candidate and (often := near.get(clause.candidate.key)):
            first.append((liking + _WORD * min(often, _WORDS), clause))
    return Pool(sorted([*first, *usual], key=_order), near, far, is_of_tasks(point))


def _order(liked: tuple[float, Clause]) -> tuple[float, str]:
    return -liked[0], liked[1].text


def _chance(worder: Worder, text: str) -> float:
    return worder.scorer.chance(zlib.crc32(text.encode()))


def _usual(worder: Worder, offers: Offers, focuses: set[str]) -> dict[str, Liked]:
    """For each focus the clauses that are for no one thing, the best liked ones first."""
    pools: dict[str, Liked] = {focus: [] for focus in focuses}
    still = read_data("wording.yaml")["heading_moves"]["never"]
    back = read_data("wording.yaml")["heading_back"]["only"]
    for pair in offers.liked(frozenset((None, *pools)), worder):
        clause = pair[1]
        focus = clause.candidate.focus if clause.candidate else None
        for name in pools if focus is None else (focus,):
            moves = clause.moving and focus is None and name in still
            if not moves and (name in back or not clause.backward):
                pools[name].append(pair)
    return pools
