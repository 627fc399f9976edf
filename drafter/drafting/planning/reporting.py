"""Reporting: the points of a report (汇报, 述职) whose brief divides them without naming them.

A report has its own names for its parts (总体情况, 存在问题, 下步打算), and each stands once: what
is still to be done is one part however many points the brief makes of it, what was done for it
stands beside the results, not in their place.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.brief.model import Brief, Task
from drafter.drafting.planning.arcs import looks_back
from drafter.drafting.planning.dealing import PointPlan
from drafter.drafting.planning.items import pledging
from drafter.drafting.setting.genre import ArcPoint, Genre

__all__ = ["gather", "unnamed"]


def unnamed(brief: Brief, genre: Genre) -> bool:
    """Whether a report's points are several and none has a heading or a focus (着眼)."""
    reports = genre.direction == "上行" and not pledging(genre)
    named = any(p.heading or p.focus for p in brief.points)
    return reports and len(brief.points) > 1 and not named and all(a.heading for a in genre.points)


def gather(points: Sequence[PointPlan], brief: Brief, genre: Genre) -> list[PointPlan]:
    """The points by the parts of the report, each part once, in the order of the arc.

    What was done is told as such (主要做法) where the brief has results for the part on results.
    """
    usual = [a for a in genre.points if not a.spare]
    parts: dict[str, PointPlan] = {}
    for point in points:
        arc = _part(point, usual, genre, had=bool(brief.achievements))
        home = parts.setdefault(arc.focus, PointPlan(arc.focus, arc.weight, arc=arc))
        home.items += point.items
    order = [a.focus for a in genre.points]
    return sorted(parts.values(), key=lambda p: order.index(p.focus))


def _part(point: PointPlan, usual: Sequence[ArcPoint], genre: Genre, *, had: bool) -> ArcPoint:
    """The part of the report a point belongs to: its own, unless another stands for it."""
    own = next((a for a in genre.points if a.focus == point.focus), usual[0])
    if own.spare and own.focus == "任务":  # what is to be done is promised there
        return usual[-1]
    done = next((a for a in usual if a.focus == "创新"), None)
    acts = any(isinstance(i, Task) or i for i in point.items)
    if own.focus == "成绩" and had and acts and done and looks_back(own):
        return done
    return own
