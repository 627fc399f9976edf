"""Planning: which points the speech has and what each carries."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.brief.model import Brief, Point, Task
from drafter.brief.vocabulary import focus_told
from drafter.drafting.planning.arcs import arcs_of, asking, focus_of, looks_back
from drafter.drafting.planning.completing import add_to, complete, has_room
from drafter.drafting.planning.dealing import PointPlan
from drafter.drafting.planning.homes import answer, face_up, give_homes, plan_review
from drafter.drafting.planning.items import comes_next, item_of, pledging
from drafter.drafting.planning.reporting import gather, in_order, promised, unnamed
from drafter.drafting.planning.set_right import set_right
from drafter.drafting.setting.genre import ArcPoint, Genre
from drafter.drafting.setting.user_words import as_clause, is_single

__all__ = ["PointPlan", "plan_points", "plan_review"]


def plan_points(brief: Brief, genre: Genre) -> list[PointPlan]:
    """The points of the speech: the brief's own, else the genre's arc, with all content placed.

    Raises :class:`BriefError` for a focus (着眼) that does not exist.
    """
    if brief.points:
        arcs = arcs_of(brief, genre)
        parted = unnamed(brief, genre)
        if parted:
            arcs = promised(arcs, brief, genre)
        only = len(brief.points) == 1 and brief.points[0].heading is None
        past = _past(brief, genre)
        points = [
            _given(p, i, arcs[i], genre, only=only, past=i < past)
            for i, p in enumerate(brief.points)
        ]
        if parted:
            points = gather(points, brief, genre)
            if has_room(brief, genre):
                complete(points, brief, genre, genre.points)
                points = in_order(points, genre)
        else:
            add_to(points, brief, genre, only=only)
        _say_once(points)
        _settle_headings(points)
    else:
        points = [PointPlan(a.focus, a.weight, arc=a) for a in genre.points if not a.spare]
    if not points and (brief.achievements or brief.problems):
        points = [PointPlan("成绩", 1)]
    give_homes(brief, points)
    if genre.direction != "上行":
        answer(points, brief, genre)
        face_up(points, brief)
        set_right(points, brief, genre)
    return points


def _say_once(points: list[PointPlan]) -> None:
    """Leave out what the brief gives again word for word, in the same point or a later one.

    A point of which that leaves nothing is left out with it. Under a heading that no other has only
    the user can say what it is about, so it is left open.
    """
    heard: set[tuple[str, ...]] = set()
    headings: set[str | None] = {None}
    kept: list[PointPlan] = []
    for point in points:
        items = {_key(item): item for item in reversed(point.items)}
        point.items = [item for key, item in reversed(items.items()) if key not in heard]
        heard.update(items)
        emptied = bool(items) and not point.items
        if emptied and point.heading in headings:
            continue
        if emptied:
            arc = point.arc or ArcPoint(point.focus)
            point.arc = replace(arc, pending=f"{point.heading}的具体内容")
        headings.add(point.heading)
        kept.append(point)
    points[:] = kept


def _key(item: Task | str) -> tuple[str, ...]:
    if isinstance(item, str):
        return (item,)
    more = (item.owner or "", item.deadline or "", item.goal or "")
    return item.task, *more, *item.measures


def _past(brief: Brief, genre: Genre) -> int:
    """How many of a report's points tell of what was done: those before what comes next."""
    return next((i for i, p in enumerate(brief.points) if comes_next(p.heading, genre)), 0)


def _given(
    point: Point, index: int, told: ArcPoint, genre: Genre, *, only: bool, past: bool
) -> PointPlan:
    arcs = genre.points
    focus = focus_of(point, index, told, genre)
    if only and point.focus is None:
        focus = asking([a for a in arcs if _is_usual(a, genre)], focus)
    arc = next((a for a in arcs if a.focus == focus), None)
    # What somebody says comes next was not done yet, whatever else he leaves open.
    back = arc is not None and looks_back(arc) and focus != "任务"
    done = past or (genre.direction == "上行" and back)
    heading = as_clause(point.heading) if point.heading else None
    plan = PointPlan(focus, arc.weight if arc else 3, heading=heading, arc=arc)
    plan.items = [item_of(c, i, done, focus, genre, past=past) for i, c in enumerate(point.content)]
    if heading and _is_task(point, genre):
        plan.items, plan.headed = [Task(task=heading)], True
        plan.focus = _work(genre)
        plan.arc = next((a for a in arcs if a.focus == plan.focus), None)
    return plan


def _is_task(point: Point, genre: Genre) -> bool:
    """Whether a heading that has nothing under it is what is to be done: 修好后山的路.

    What stands under it speaks of that, not of what the arc has in its place.
    """
    bare = not point.content and point.focus is None and genre.direction != "上行"
    heading = point.heading or ""
    return bare and is_single(heading) and "，" not in heading and focus_told(heading) is None


def _work(genre: Genre) -> str:
    """The focus under which what is to be done stands."""
    return "责任" if pledging(genre) else asking(genre.points, "任务")


def _is_usual(arc: ArcPoint, genre: Genre) -> bool:
    """Whether a point may be on this part of the arc unasked: what only the brief asks for is not.

    Who reports or promises asks nothing of anybody: his tasks are what he means to do.
    """
    return genre.direction != "下行" or not arc.spare


def _settle_headings(points: list[PointPlan]) -> None:
    """Keep the genre's own headings only where they are all the speech's headings.

    One can stand twice at most, where there are two ways to say it. One of the user's stands for
    the genre's own where it is on the same thing (下一步打算 for 下步打算).
    """
    given = [p for p in points if p.heading is not None and p.arc and p.arc.heading]
    own = [p.arc.heading[0] for p in points if p.heading is None and p.arc and p.arc.heading]
    often = [own.count(frame) > 1 + (frame.choices % 2 == 0) for frame in own]
    if len(own) + min(len(given), 1) == len(points) and not any(often):
        return
    for point in points:
        if point.arc:
            point.arc = replace(point.arc, heading=())
