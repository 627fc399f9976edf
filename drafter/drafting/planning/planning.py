"""Planning: which points the speech has, what each carries, and how it is laid into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from drafter.brief.model import Brief, Point, Task
from drafter.drafting.planning.arcs import arcs_of, asking, focus_of, looks_back, told_by
from drafter.drafting.planning.causes import causes_of
from drafter.drafting.planning.dealing import PointPlan, deal, part
from drafter.drafting.planning.items import item_of, pledging
from drafter.drafting.planning.reporting import gather, in_order, promised, unnamed
from drafter.drafting.setting.genre import ArcPoint, Genre
from drafter.drafting.setting.user_words import as_clause
from drafter.resources import read_data

__all__ = ["PointPlan", "plan_points", "plan_review"]

#: Where achievements and problems belong when no arc says so: the first focus that the speech has.
_HOMES = {
    "成绩": ("成绩", "形势", "启示", "认识"),
    "问题": ("问题", "形势", "认识", "成绩"),
}
#: A point with a heading of its own wants so many characters.
_POINT = 300
#: One of pledges fewer.
_PLEDGES = 180
#: The focus of wishes.
_HOPES = "希望"
#: So many tasks are a list.
_SEVERAL = 2


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
        points = [_given(p, i, arcs[i], genre, only=only) for i, p in enumerate(brief.points)]
        if parted:
            points = gather(points, brief, genre)
            if _has_room(brief, genre):
                _complete(points, brief, genre, genre.points)
                points = in_order(points, genre)
        else:
            _add_to(points, brief, genre, only=only)
        _say_once(points)
        _settle_headings(points)
    else:
        points = [PointPlan(a.focus, a.weight, arc=a) for a in genre.points if not a.spare]
    if not points and (brief.achievements or brief.problems):
        points = [PointPlan("成绩", 1)]
    for what in ("成绩", "问题"):
        home = _home(brief, points, what)
        if home is not None:
            _given_in(home, brief, what, points)
    if genre.direction != "上行":
        _answer(points, brief, genre)
        _face_up(points, brief)
    return points


def _add_to(points: list[PointPlan], brief: Brief, genre: Genre, *, only: bool) -> None:
    """Add to the brief's points what the speech has besides them, as far as there is room."""
    asked = brief.points[0].focus is not None
    whole = _is_all(points, brief, genre)
    if only and not asked and _is_long_enough(brief) and part(points, genre):
        if whole and len(points) < sum(not a.spare for a in genre.points):
            _complete(points, brief, genre, genre.points)
    elif whole:
        _complete(points, brief, genre, genre.points)
        # All that somebody who takes up a post says is promised.
        if (pledging(genre) or not asked) and only and len(points) > 1:
            deal(points, genre, asked=asked)
    elif not any(p.heading for p in brief.points) and _has_room(brief, genre):
        # What the genre cannot do without has a point where the brief brings it.
        _complete(points, brief, genre, _needed(brief, genre))


def _answer(points: list[PointPlan], brief: Brief, genre: Genre) -> None:
    """Tell problems with the tasks that answer them, unless the brief has a point on problems.

    There they are told, and tasks come back to them. Who praises has no place for faults but where
    something is wished: tasks take them all.
    """
    praises = {a.focus for a in genre.points if "问题" in a.fields} == {_HOPES}
    heard = praises or genre.direction == "平行"
    if heard or all(p.focus != "问题" for p in brief.points):
        _link(brief, points, heard=heard)


def _face_up(points: list[PointPlan], brief: Brief) -> None:
    """Let a point on results that has problems alone be one on problems: nothing is to be praised.

    One that tasks have taken all problems from is left out, where the brief did not ask for it.
    """
    asked = {p.focus for p in brief.points}
    for point in points.copy():
        told = point.achievements or point.items or point.heading
        if point.focus != "成绩" or told or point.focus in asked:
            continue
        if point.problems:
            point.focus = "问题"
        elif brief.problems and len(points) > 1:
            points.remove(point)


def plan_review(brief: Brief, points: Sequence[PointPlan]) -> PointPlan | None:
    """The achievements and problems no point has a place for; they are told before the points.

    A point the user gave a task is about that task: last year's figures do not belong in it.
    """
    told = [t for p in points for t in (*p.achievements, *p.problems, *p.causes.values())]
    review = PointPlan("成绩", 0)
    for what in ("成绩", "问题"):
        if _home(brief, points, what) is None:
            _given_in(review, brief, what, points)
    review.problems = [t for t in review.problems if t not in told]
    return review if review.mass else None


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
    if headed and not _comes_next(points, genre):
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
    return alone and (promises or genre.direction != "平行") and _has_room(brief, genre)


def _is_long_enough(brief: Brief) -> bool:
    """Whether each thing the brief's only point says may have a point of its own."""
    things = len(brief.points[0].content)
    return brief.target is None or brief.target >= _PLEDGES * things


def _needed(brief: Brief, genre: Genre) -> list[ArcPoint]:
    """The points of the arc that the brief's own want beside them, where it brings what they tell.

    Who applies for a post says what he has done, and who praises what is praised, though the brief
    does not say which of its points is on what. Offices order theirs themselves.
    """
    if all(p.focus for p in brief.points):
        return [a for a in genre.points if a.pending]
    if genre.formal or (genre.direction == "上行" and not pledging(genre)):
        return []
    telling = [a for a in genre.points if a.pending or (pledging(genre) and a.heading)]
    return [a for a in telling if brief.achievements and "成绩" in a.fields]


def _comes_next(points: Sequence[PointPlan], genre: Genre) -> bool:
    """Whether a report has one point, whose heading says that it is on what comes next."""
    cue: str = read_data("wording.yaml")["comes_next"]
    reports = genre.direction == "上行" and not pledging(genre) and len(points) == 1
    return reports and re.search(cue, points[0].heading or "") is not None


def _has_room(brief: Brief, genre: Genre) -> bool:
    """Whether the speech may have more points than the brief: not a chair's, nor a short one."""
    usual = sum(not a.spare for a in genre.points)
    each = _PLEDGES if pledging(genre) else _POINT
    return not genre.agenda and (brief.target is None or brief.target >= each * usual)


def _complete(
    points: list[PointPlan], brief: Brief, genre: Genre, arcs: Sequence[ArcPoint]
) -> None:
    """Say what these points of the arc have besides the brief's points as well: hopes.

    Achievements and problems only the brief can bring, and who reports has nothing else to add.
    """
    order = [a.focus for a in genre.points]
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
        return arc.focus not in _HOMES
    if pledging(genre):
        return True
    given = {"成绩": brief.achievements, "问题": brief.problems}
    fed = any(given.get(what) for what in arc.fields)
    return fed or (genre.direction == "下行" and arc.pending is None)


def _given(point: Point, index: int, told: ArcPoint, genre: Genre, *, only: bool) -> PointPlan:
    arcs = genre.points
    focus = focus_of(point, index, told, genre)
    if only and point.focus is None:
        focus = asking([a for a in arcs if _is_usual(a, genre)], focus)
    arc = next((a for a in arcs if a.focus == focus), None)
    # What somebody says comes next was not done yet, whatever else he leaves open.
    done = genre.direction == "上行" and arc is not None and looks_back(arc) and focus != "任务"
    return PointPlan(
        focus,
        arc.weight if arc else 3,
        heading=as_clause(point.heading) if point.heading else None,
        arc=arc,
        items=[item_of(c, i, done, focus, genre) for i, c in enumerate(point.content)],
    )


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


def _home(brief: Brief, points: Sequence[PointPlan], what: str) -> PointPlan | None:
    """The point that should carry the achievements or problems, if one has a place for them."""
    if not points:
        return None
    fed = [p for p in points if p.arc and what in p.arc.fields]
    # The brief's own point on what is wanting comes before one that the arc has for both.
    fed = [p for p in points if p.arc is None and p.focus == what == "问题"] or fed
    # Tasks answer problems: where the arc has both together they may stand before the tasks.
    if what == "问题":
        # Nobody's faults are told among what is wished him where tasks are to mend them.
        wished = {p.focus for p in fed} == {_HOPES}
        fed = [p for p in points if wished and p.focus == "任务"] or fed
    else:
        fed = [p for p in fed if _open_to(p, brief)]
    homes = fed or [p for f in _HOMES[what] for p in points if p.focus == f and _open_to(p, brief)]
    return homes[0] if homes else None


def _open_to(point: PointPlan, brief: Brief) -> bool:
    """Whether achievements can stand in a point: not where the user fills it with tasks alone."""
    tasks = sum(isinstance(i, Task) for i in point.items)
    return not brief.points or not tasks or tasks < len(point.items)


def _given_in(point: PointPlan, brief: Brief, what: str, points: Sequence[PointPlan]) -> None:
    """Put the brief's achievements or problems into a point, each once; none that points tell."""
    texts = brief.achievements if what == "成绩" else brief.problems
    told = {as_clause(i) for p in points for i in p.items if isinstance(i, str)}
    given = [t for t in dict.fromkeys(map(as_clause, texts)) if t not in told]
    (point.achievements if what == "成绩" else point.problems).extend(given)


def _link(brief: Brief, points: Sequence[PointPlan], *, heard: bool) -> None:
    """Tie tasks and wishes to the problems they answer, which are then told nowhere else."""
    places = [
        (p, i)
        for p in points
        for i, item in enumerate(p.items)
        if isinstance(item, Task) or p.focus == _HOPES
    ]
    said = [p.items[i] for p, i in places]
    tasks = [item if isinstance(item, Task) else Task(task=as_clause(item)) for item in said]
    problems = list(dict.fromkeys(as_clause(t) for t in brief.problems))
    for task, problem in causes_of(tasks, problems, brief.topic.name, heard).items():
        point, place = places[task]
        point.causes[place] = problem
        for home in points:
            home.problems = [p for p in home.problems if p != problem]
