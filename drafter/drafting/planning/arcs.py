"""Arcs: which point of its genre's arc each of the brief's points is, and its focus (着眼)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from drafter.brief.model import Brief, Point, Task
from drafter.brief.vocabulary import focus_told
from drafter.drafting.setting.genre import ArcPoint, Genre
from drafter.drafting.setting.user_words import as_clause
from drafter.errors import BriefError, Place
from drafter.resources import read_data

__all__ = ["arcs_of", "asking", "asks", "focus_of", "is_ahead", "looks_back", "told_by"]


def arcs_of(brief: Brief, genre: Genre) -> list[ArcPoint]:
    """The arc's point for each of the brief's: the one it is plainly about, else by its place.

    Where the arc's points have headings of their own, none that content is about is given to
    another by its place. Without headings nobody is told of achievements that there are none of.
    """
    told = [told_by(p, genre.points) for p in brief.points]
    usual = [a for a in genre.points if not a.spare]
    if not genre.numbered:
        usual = [a for a in usual if not _lacks(brief, a)] or usual
    fixed = [a for a in genre.points if a.heading and a not in told]
    out: list[ArcPoint] = []
    set_, asks = False, genre.direction == "下行"
    for index, (point, found) in enumerate(zip(brief.points, told, strict=True)):
        near = usual[index * len(usual) // len(told)] if usual else ArcPoint("任务", 3)
        if found is None and near.heading and near in (*told, *out) and fixed:
            near = next((a for a in fixed if a not in out), near)
        elif asks and set_ and not near.heading and looks_back(near):
            near = ArcPoint("责任", 3)  # after the tasks nobody looks back
        elif asks and near in out and near.focus == "成绩" and _does_nothing(point):
            # Results are told once: what comes after them and tells of none is what is wanting.
            near = next((a for a in usual if a.focus in ("问题", "形势")), ArcPoint("问题", 3))
        out.append(found or near)
        set_ = set_ or any(isinstance(c, Task) for c in point.content)
    return out


def _lacks(brief: Brief, arc: ArcPoint) -> bool:
    """Whether a point is there for achievements or problems that the brief does not give."""
    given = {"成绩": brief.achievements, "问题": brief.problems}
    return not given.get(arc.focus, True)


def told_by(point: Point, arcs: Sequence[ArcPoint]) -> ArcPoint | None:
    """The point of the genre's arc that the content is plainly about (不收红包: 作风).

    By the words of a focus at least half of it must be: one promise of three is not the point.
    """
    focuses = read_data("focuses.yaml")
    texts = _texts(point)
    cues = [a.cues or focuses[a.focus].get("content", "(?!)") for a in arcs]
    scores = []
    for arc, cue in zip(arcs, cues, strict=True):
        found = [len(re.findall(cue, t)) for t in texts]
        plain = arc.cues or 2 * sum(map(bool, found)) >= len(texts)
        scores.append(sum(found) if plain else 0)
    best = max(scores, default=0)
    return arcs[scores.index(best)] if best else None


def _texts(point: Point) -> list[str]:
    """What a point's tasks are called, and its sentences."""
    return [c.task if isinstance(c, Task) else c for c in point.content]


def focus_of(point: Point, index: int, told: ArcPoint, genre: Genre) -> str:
    """What the brief's point with this index is about, where the arc has it as ``told``.

    Raises :class:`BriefError` for a focus (着眼) that does not exist.
    """
    named = _named(point, index)
    return _only(genre, point) or _side(named or _tasked(point, told, genre), point, genre)


def asking(arcs: Sequence[ArcPoint], focus: str) -> str:
    """The focus under which the arc has what is asked for, where it has no point of this one.

    What a warning asks for stands under conduct, what a commendation does under hopes.
    """
    if focus != "任务" or any(a.focus == focus for a in arcs):
        return focus
    usual = [a.focus for a in arcs if not (a.spare or looks_back(a))]
    return usual[-1] if usual else focus


def _only(genre: Genre, point: Point) -> str | None:
    """The focus of all that is said besides the agenda: on a stage no work is laid out."""
    plain = all(isinstance(c, str) for c in point.content)
    staged = bool(genre.points) and all(a.spare for a in genre.points)
    return genre.points[0].focus if plain and staged else None


def _named(point: Point, index: int) -> str | None:
    """The focus that the brief names, or its heading shows."""
    if point.focus is not None:
        known = read_data("focuses.yaml")
        if point.focus not in known:
            near = difflib.get_close_matches(point.focus, known, 1, 0.3)
            hint = f"，是不是想写“{near[0]}”" if near else ""
            raise BriefError(
                f"没有“{point.focus}”这种着眼{hint}？可写的有：{'、'.join(known)}",
                place=Place(field=f"要点.{index + 1}.着眼"),
            )
        return point.focus
    return focus_told(point.heading) if point.heading else None


def _side(focus: str, point: Point, genre: Genre) -> str:
    """The side of a focus that the point is on (随时接访 under 作风), as far as the genre has it.

    At least half of what it says must be on that side, and more than is on what the focus usually
    means alone: 不收红包 and 下车间 are 作风. What is on none of them is on the focus for such.
    """
    known, arcs = read_data("focuses.yaml"), {a.focus for a in genre.points}
    if focus not in arcs and "side_of" in known[focus]:
        return str(known[focus]["side_of"])
    texts = _texts(point)
    usual = [re.search(known[focus].get("content", "(?!)"), text) is not None for text in texts]
    best, most, told = focus, (len(texts) - 1) // 2, any(usual)
    for side, words in (known[focus].get("sides") or {}).items():
        cue = words or known[side]["content"]
        on = [re.search(cue, text) is not None for text in texts]
        off = sum(not o and u for o, u in zip(on, usual, strict=True))
        told = told or any(on)
        if side in arcs and sum(on) > max(most, off):
            best, most = side, sum(on)
    rest = known[focus].get("else")
    return rest if rest in arcs and texts and not told else best


def _tasked(point: Point, arc: ArcPoint, genre: Genre) -> str:
    """The arc's focus, unless the content sets tasks where the arc looks back or explains.

    Tasks stand for what they say, or the user's heading over them does (把人留住), not for a part
    of the arc that they do not speak of (责任).
    """
    if not looks_back(arc):
        asked = genre.direction == "下行" and told_by(point, genre.points) is None
        own = (point.heading or asked) and any(isinstance(c, Task) for c in point.content)
        wrong = asked and arc.focus == "任务" and _only_lags(point, genre)
        return "任务" if own else "问题" if wrong else arc.focus
    reports = genre.direction == "上行"
    sets = any(
        not reports or is_ahead(c) if isinstance(c, Task) else asks(c, genre) for c in point.content
    )
    if sets or (arc.focus == "问题" and _wants_nothing(point)):
        return "任务"
    # What was done, and how, may speak of a gap that it closed; not each of its sentences does.
    each = reports and arc.focus in ("创新", "责任")
    return "问题" if (each or arc.focus == "成绩") and _lags(point, each=each) else arc.focus


def _lags(point: Point, *, each: bool) -> bool:
    """Whether the sentences say what is behind or missing and none what was done well.

    One that lags is enough, unless ``each`` must.
    """
    told = read_data("focuses.yaml")["问题"]
    texts = _texts(point)
    behind = [re.search(told["lagging"], text) is not None for text in texts]
    wanting = bool(behind) and (all(behind) if each else any(behind))
    return wanting and not any(re.search(told["done"], text) for text in texts)


def _does_nothing(point: Point) -> bool:
    """Whether plain sentences tell of nothing that was done well."""
    done = read_data("focuses.yaml")["问题"]["done"]
    return bool(point.content) and not any(
        isinstance(c, Task) or re.search(done, c) for c in point.content
    )


def _only_lags(point: Point, genre: Genre) -> bool:
    """Whether all a point says is what is behind or missing, and nothing is asked for."""
    told = read_data("focuses.yaml")["问题"]
    texts = [c for c in point.content if isinstance(c, str) and not asks(c, genre)]
    return len(texts) == len(point.content) > 0 and all(
        re.search(told["lagging"], text) and not re.search(told["done"], text) for text in texts
    )


def _wants_nothing(point: Point) -> bool:
    """Whether no sentence says that something is wanting: 储备应急煤炭 is no problem."""
    wanting = read_data("wording.yaml")["wanting"]
    lagging = read_data("focuses.yaml")["问题"]["lagging"]
    texts = _texts(point)
    return bool(texts) and not any(re.search(wanting, t) or re.search(lagging, t) for t in texts)


def asks(text: str, genre: Genre) -> bool:
    """Whether a sentence says what is to be done, not what is or was."""
    tasking: str = read_data("wording.yaml")["tasking"]
    return bool(re.search(tasking, text)) or (genre.direction == "下行" and _orders(text))


def _orders(text: str) -> bool:
    """Whether a phrase without a subject says what is to be done: 严格管控野外火源."""
    wording = read_data("wording.yaml")
    clause = as_clause(text)
    acts = re.match(wording["how"], clause) or clause.startswith(tuple(wording["verbs"]))
    return bool(acts) and not re.search(wording["stating"], clause)


def is_ahead(task: Task) -> bool:
    """Whether somebody is to do the task, at some time, to some end."""
    return bool(task.owner or task.deadline or task.goal)


def looks_back(arc: ArcPoint) -> bool:
    """Whether the point tells or explains, rather than asking, hoping or promising."""
    support = arc.support or read_data("focuses.yaml")[arc.focus]["support"]
    return support[0] not in ("measure", "hope", "pledge")
