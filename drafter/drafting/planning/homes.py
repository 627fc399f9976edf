"""Homes: where the achievements and problems of a brief are told."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.brief.model import Brief, Task
from drafter.drafting.planning.causes import causes_of
from drafter.drafting.planning.dealing import PointPlan
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.user_words import as_clause

__all__ = ["HOMES", "answer", "face_up", "give_homes", "plan_review"]

#: Where achievements and problems belong when no arc says so: the first focus that the speech has.
#: Where it has none of them they are told before the points: those who hear why a matter counts do
#: not wait for last year's figures in between.
HOMES = {
    "成绩": ("成绩", "形势", "启示"),
    "问题": ("问题", "形势", "成绩"),
}
#: The focus of wishes.
_HOPES = "希望"
#: Where a point reasons.
_REASONS = ("认识", "启示")
#: The focus of what is to be done.
_WORK = "任务"


def give_homes(brief: Brief, points: Sequence[PointPlan]) -> None:
    """Put the brief's achievements and problems each into the point that has a place for them."""
    for what in HOMES:
        home = _home(brief, points, what)
        if home is not None:
            _given_in(home, brief, what, points)


def plan_review(brief: Brief, points: Sequence[PointPlan]) -> PointPlan | None:
    """The achievements and problems no point has a place for; they are told before the points.

    A point the user gave a task is about that task: last year's figures do not belong in it.
    """
    told = [t for p in points for t in (*p.achievements, *p.problems, *p.causes.values())]
    review = PointPlan("成绩", 0)
    for what in HOMES:
        if _home(brief, points, what) is None:
            _given_in(review, brief, what, points)
    review.problems = [t for t in review.problems if t not in told]
    return review if review.mass else None


def answer(points: list[PointPlan], brief: Brief, genre: Genre) -> None:
    """Tell problems with the tasks that answer them, where those present have told of them.

    Who lays out work tells them together, and tasks come back to them: one that is left alone
    says that there is no other. Who praises has no place for faults but where something is wished:
    tasks take them all, or none.
    """
    praises = {a.focus for a in genre.points if "问题" in a.fields} == {_HOPES}
    if praises or genre.direction == "平行":
        _link(brief, points, whole=praises)


def face_up(points: list[PointPlan], brief: Brief) -> None:
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


def _home(brief: Brief, points: Sequence[PointPlan], what: str) -> PointPlan | None:
    """The point that should carry the achievements or problems, if one has a place for them."""
    if not points:
        return None
    fed = [p for p in points if p.arc and what in p.arc.fields]
    fed = [p for p in fed if not _has_own_matter(p)]
    # The brief's own point on what is wanting comes before one that the arc has for both.
    fed = [p for p in points if p.arc is None and p.focus == what == "问题"] or fed
    # Tasks answer problems: where the arc has both together they may stand before the tasks.
    if what == "问题":
        # Nobody's faults are told among what is wished him where tasks are to mend them.
        wished = {p.focus for p in fed} == {_HOPES}
        fed = [p for p in points if wished and p.focus == _WORK] or fed
    else:
        fed = [p for p in fed if _open_to(p, brief)]
    others = [p for p in points if _open_to(p, brief) and not _has_own_matter(p)]
    homes = fed or [p for f in HOMES[what] for p in others if p.focus == f]
    return homes[0] if homes else None


def _open_to(point: PointPlan, brief: Brief) -> bool:
    """Whether achievements can stand in a point: not where the user fills it with tasks alone."""
    tasks = sum(isinstance(i, Task) for i in point.items)
    return not brief.points or not tasks or tasks < len(point.items)


def _has_own_matter(point: PointPlan) -> bool:
    """Whether the user's heading and words under it reason about one thing: 算清三笔账.

    Last year's figures are told before the points, they are no part of it.
    """
    return bool(point.heading and point.items) and point.focus in _REASONS


def _given_in(point: PointPlan, brief: Brief, what: str, points: Sequence[PointPlan]) -> None:
    """Put the brief's achievements or problems into a point, each once; none that points tell."""
    texts = brief.achievements if what == "成绩" else brief.problems
    told = {as_clause(i) for p in points for i in p.items if isinstance(i, str)}
    given = [t for t in dict.fromkeys(map(as_clause, texts)) if t not in told]
    (point.achievements if what == "成绩" else point.problems).extend(given)


def _link(brief: Brief, points: Sequence[PointPlan], *, whole: bool) -> None:
    """Tie tasks and wishes to the problems they answer, which are then told nowhere else.

    Nothing is tied where a problem would be left and they are to be told as a ``whole``.
    """
    places = [
        (p, i)
        for p in points
        for i, item in enumerate(p.items)
        if isinstance(item, Task) or p.focus == _HOPES
    ]
    said = [p.items[i] for p, i in places]
    tasks = [item if isinstance(item, Task) else Task(task=as_clause(item)) for item in said]
    problems = list(dict.fromkeys(as_clause(t) for t in brief.problems))
    causes = causes_of(tasks, problems, brief.topic.name)
    if whole and len(causes) < len(problems):
        return
    for task, problem in causes.items():
        point, place = places[task]
        point.causes[place] = problem
        for home in points:
            home.problems = [p for p in home.problems if p != problem]
