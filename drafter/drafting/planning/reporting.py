"""Reporting: the points of a report (汇报, 述职) whose brief divides them without naming them.

A report has its own names for its parts (总体情况, 存在问题, 下步打算), and each stands once: what
is still to be done is one part however many points the brief makes of it, what was done for it
stands beside the results, not in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from drafter.brief.model import Brief, Task
from drafter.drafting.planning.arcs import looks_back
from drafter.drafting.planning.dealing import PointPlan
from drafter.drafting.planning.items import pledging
from drafter.drafting.setting.genre import ArcPoint, Genre
from drafter.resources import read_data

__all__ = ["gather", "in_order", "order_of", "promised", "unnamed"]

#: How one conducts oneself, and what a point shows by itself besides the usual parts.
_CONDUCT = "作风"
_SHOWN = (_CONDUCT, "希望")


def unnamed(brief: Brief, genre: Genre) -> bool:
    """Whether none of a report's points has a heading or a focus (着眼).

    They are several, or one of tasks alone beside results: what was done has been told then.
    """
    reports = genre.direction == "上行" and not pledging(genre)
    named = any(p.heading or p.focus for p in brief.points)
    tasks = [isinstance(c, Task) for p in brief.points for c in p.content]
    parted = len(brief.points) > 1 or (bool(brief.achievements) and bool(tasks) and all(tasks))
    return reports and parted and not named and all(a.heading for a in genre.points)


def promised(arcs: Sequence[ArcPoint], brief: Brief, genre: Genre) -> list[ArcPoint]:
    """The part of the report each point is for: tasks beside results are promised at the end.

    What was done is told by the results; nobody has done his duty by what is still to be done.
    """
    usual = [a for a in genre.points if not a.spare]
    first, last = usual[0].focus, usual[-1]
    if not brief.achievements:
        return list(arcs)
    return [
        last if arc.focus == first and all(isinstance(c, Task) for c in point.content) else arc
        for arc, point in zip(arcs, brief.points, strict=True)
    ]


def gather(points: Sequence[PointPlan], brief: Brief, genre: Genre) -> list[PointPlan]:
    """The points by the parts of the report, each part once, in the order of the arc.

    What was done is told as such (主要做法) where the brief has results for the part on results.
    """
    usual = [a for a in genre.points if not a.spare]
    parts: dict[str, PointPlan] = {}
    for point in points:
        arc = _part(point, usual, genre, had=bool(brief.achievements))
        home = parts.setdefault(arc.focus, _plan(arc, usual[0]))
        home.items += point.items
    return in_order(parts.values(), genre)


def _plan(arc: ArcPoint, first: ArcPoint) -> PointPlan:
    """A part of the report; how somebody conducts himself is told like what he answers for."""
    if arc.focus != _CONDUCT or first.focus != "责任":
        return PointPlan(arc.focus, arc.weight, arc=arc)
    return PointPlan(first.focus, arc.weight, arc=replace(arc, support=first.support))


def in_order(points: Iterable[PointPlan], genre: Genre) -> list[PointPlan]:
    """The parts in their order: how one conducts oneself before what is wanting, requests last."""
    order = order_of(genre)
    return sorted(points, key=lambda p: order.index(p.arc.focus if p.arc else p.focus))


def order_of(genre: Genre) -> list[str]:
    """What the points of a speech are on, in their order: the arc's, but for one's own conduct.

    Who reports tells of that among what he did, before what is wanting.
    """
    order = [a.focus for a in genre.points]
    if genre.direction == "上行" and _CONDUCT in order and "问题" in order:
        order.remove(_CONDUCT)
        order.insert(order.index("问题"), _CONDUCT)
    return order


def _is_on(point: PointPlan, focus: str) -> bool:
    """Whether all that a point says is plainly on the focus; tasks are what is to be done."""
    cue = read_data("focuses.yaml")[focus]["reported"]
    texts = [i for i in point.items if isinstance(i, str)]
    return bool(texts) and len(texts) == len(point.items) and all(re.search(cue, t) for t in texts)


def _part(point: PointPlan, usual: Sequence[ArcPoint], genre: Genre, *, had: bool) -> ArcPoint:
    """The part of the report a point belongs to: its own, unless another stands for it."""
    for focus in _SHOWN:
        part = next((a for a in genre.points if a.focus == focus), None)
        if part and _is_on(point, focus):
            return part
    own = next((a for a in genre.points if a.focus == point.focus), usual[0])
    if own.spare and own.focus == "任务":  # what is to be done is promised there
        return usual[-1]
    done = next((a for a in usual if a.focus == "创新"), None)
    acts = any(isinstance(i, Task) or i for i in point.items)
    if own.focus == "成绩" and had and acts and done and looks_back(own):
        return done
    return own
