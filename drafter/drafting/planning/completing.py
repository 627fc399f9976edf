"""Completing: the points a speech has besides those of its brief, where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.brief.model import Brief, Task
from drafter.drafting.planning.arcs import told_by
from drafter.drafting.planning.dealing import PointPlan, deal, part
from drafter.drafting.planning.homes import HOMES
from drafter.drafting.planning.items import comes_next, pledging
from drafter.drafting.planning.reporting import order_of
from drafter.drafting.setting.genre import ArcPoint, Genre

__all__ = ["add_to", "complete", "has_room"]

#: A point with a heading of its own wants so many characters.
_POINT = 300
#: One of pledges fewer.
_PLEDGES = 180
#: The cue of a point for what shows by nothing what it is about.
_ANY = "^$"
#: So many tasks are a list.
_SEVERAL = 2


def add_to(points: list[PointPlan], brief: Brief, genre: Genre, *, only: bool) -> None:
    """Add to the brief's points what the speech has besides them, as far as there is room."""
    asked = _is_asked(brief, genre)
    whole = _is_all(points, brief, genre)
    if only and not asked and _is_long_enough(brief) and part(points, genre):
        if whole and len(points) < sum(not a.spare for a in genre.points):
            complete(points, brief, genre, genre.points)
    elif whole:
        complete(points, brief, genre, genre.points)
        # All that somebody who takes up a post says is promised.
        if (pledging(genre) or not asked) and only and len(points) > 1:
            deal(points, genre, asked=asked)
    elif not any(p.heading for p in brief.points) and has_room(brief, genre):
        # What the genre cannot do without has a point where the brief brings it.
        complete(points, brief, genre, _needed(brief, genre))


def _is_asked(brief: Brief, genre: Genre) -> bool:
    """Whether the brief says what its first point is on.

    Where pupils have a point for whatever shows no focus (希望), its name says no more than that it
    is not said.
    """
    focus = brief.points[0].focus
    open_ = not genre.duties and any(a.focus == focus and a.cues == _ANY for a in genre.points)
    return focus is not None and not open_


def _is_all(points: Sequence[PointPlan], brief: Brief, genre: Genre) -> bool:
    """Whether the brief's points are what there is to say, not how the speech is divided.

    So they are where no headings count them, and so is a single one that the brief says the focus
    of: a report on what comes next alone has achievements and problems to tell before. Several
    tasks say it as well: they are counted under the point for tasks; so does a length that is asked
    of whoever speaks to his own people or of himself: no speech on one task comes to it. A
    chair's words and a short speech are no longer than that one point. Of points with headings that
    is said of one alone, where somebody reports on what comes next.
    """
    headed = any(p.heading for p in points)
    if headed and not (len(points) == 1 and comes_next(points[0].heading, genre)):
        return False
    if not genre.numbered:
        return True
    only = brief.points[0]
    tasks = sum(isinstance(c, Task) for c in only.content)
    promises = pledging(genre)
    told = [a.focus for a in genre.points if told_by(only, [a])]
    own = genre.direction == "下行" or genre.words.get("we") == "我"
    asked = brief.target is not None and own
    shown = tasks >= _SEVERAL or promises or told or asked or headed
    named = points[0].focus if shown else only.focus
    alone = len(points) == 1 and named in [a.focus for a in genre.points]
    return alone and (promises or genre.direction != "平行") and has_room(brief, genre)


def _is_long_enough(brief: Brief) -> bool:
    """Whether each thing the brief's only point says may have a point of its own."""
    things = len(brief.points[0].content)
    return brief.target is None or brief.target >= _PLEDGES * things


def _needed(brief: Brief, genre: Genre) -> list[ArcPoint]:
    """The points of the arc that the brief's own want beside them, where it brings what they tell.

    Who applies for a post says what he has done, and who praises what is praised, though the brief
    does not say which of its points is on what. Offices order theirs themselves: results and
    problems that no point of theirs is on are told before the points.
    """
    if genre.formal and genre.direction == "下行":
        return []
    if all(p.focus for p in brief.points):
        return [a for a in genre.points if a.pending]
    if genre.formal or (genre.direction == "上行" and not pledging(genre)):
        return []
    telling = [a for a in genre.points if a.pending or (pledging(genre) and a.heading)]
    return [a for a in telling if brief.achievements and "成绩" in a.fields]


def has_room(brief: Brief, genre: Genre) -> bool:
    """Whether the speech may have more points than the brief: not a chair's, nor a short one."""
    usual = sum(not a.spare for a in genre.points)
    each = _PLEDGES if pledging(genre) else _POINT
    return not genre.agenda and (brief.target is None or brief.target >= each * usual)


def complete(points: list[PointPlan], brief: Brief, genre: Genre, arcs: Sequence[ArcPoint]) -> None:
    """Say what these points of the arc have besides the brief's points as well: hopes.

    Achievements and problems only the brief can bring, and who reports has nothing else to add.
    """
    order = order_of(genre)
    had = {p.focus for p in points}
    for arc in arcs:
        if arc.spare or arc.focus in had or not _can_say(arc, brief, genre):
            continue
        later = order[order.index(arc.focus) + 1 :]
        # What went well comes before what is wanting, which the arc may not have by itself.
        later += ["问题"] if arc.focus == "成绩" else []
        # What no point of the arc is for is asked for because of what the arc tells.
        later += [p.focus for p in points if p.focus not in order]
        place = next((i for i, p in enumerate(points) if p.focus in later), len(points))
        points.insert(place, PointPlan(arc.focus, arc.weight, arc=arc))


def _can_say(arc: ArcPoint, brief: Brief, genre: Genre) -> bool:
    """Whether there is something to say in a point of the arc that the brief does not have."""
    if not genre.numbered:
        return arc.focus not in HOMES
    if pledging(genre):
        return True
    given = {"成绩": brief.achievements, "问题": brief.problems}
    fed = any(given.get(what) for what in arc.fields)
    return fed or (genre.direction == "下行" and arc.pending is None)
