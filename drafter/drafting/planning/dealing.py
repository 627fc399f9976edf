"""Dealing: the content of a brief's only point, given to the points of the speech it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from drafter.brief.model import Task
from drafter.drafting.planning.arcs import asks
from drafter.drafting.planning.items import pledging
from drafter.drafting.setting.genre import ArcPoint, Genre
from drafter.resources import read_data

__all__ = ["PointPlan", "deal", "part"]

#: Where what has happened or how things stand is told, before anything is asked: the first focus
#: that the speech has. What people did well is a result; what went wrong is none.
_TOLD = ("启示", "形势", "认识", "问题")
_DEEDS = ("启示", "成绩", "认识", "形势")
#: Where somebody who takes up a post says what he will do.
_WORK = "责任"
#: One point parts into so many at least.
_PARTED = 2
#: So many things a heading can tell all of; they are told in a paragraph each, without lines.
_FEW = 2


class PointPlan(Struct):
    """One point: its focus, the heading given or a fixed frame's, and its content in order.

    ``held`` are the items that are achievements held up, ``tied`` those told in one breath with
    what stands before them, ``field`` is where the others are from.
    ``headed`` says that the only task already stands as the heading, ``spelled`` that two of
    several do in their own words; ``wanting`` are the problems that a point without content of its
    own is to set right, wherever they are told; ``causes`` are the problems that tasks answer, by
    the place of the task, and ``answers`` words of those told before.
    """

    focus: str
    weight: float
    heading: str | None = None
    arc: ArcPoint | None = None
    items: list[Task | str] = field(default_factory=list)
    achievements: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    wanting: list[str] = field(default_factory=list)
    causes: dict[int, str] = field(default_factory=dict)
    answers: dict[int, str] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    tied: set[str] = field(default_factory=set)
    field: str = "要点.内容"
    headed: bool = False
    spelled: bool = False

    def have(self, items: list[Task | str]) -> None:
        """Take these items, in this order; what one answers goes along with it."""
        places = {id(item): place for place, item in enumerate(items)}
        moved = {n: places[id(i)] for n, i in enumerate(self.items) if id(i) in places}
        self.causes = {moved[n]: told for n, told in self.causes.items() if n in moved}
        self.answers = {moved[n]: told for n, told in self.answers.items() if n in moved}
        self.items = items

    @property
    def is_of_problems(self) -> bool:
        """Whether its genre has problems alone told here: cases a warning is about come first."""
        return bool(self.problems) and self.arc is not None and self.arc.fields == ("问题",)

    @property
    def worded(self) -> bool:
        """Whether numbered lines would say again what the heading says right above them."""
        return self.headed or (self.spelled and len(self.items) <= _FEW)

    @property
    def mass(self) -> int:
        """Characters of the brief's content in this point."""
        total = sum(map(len, [*self.achievements, *self.problems, *self.causes.values()]))
        for item in self.items:
            if isinstance(item, str):
                total += len(item)
            else:
                parts = [item.task, *item.measures, item.owner, item.deadline, item.goal]
                total += sum(len(p) for p in parts if p)
        return total

    @property
    def things(self) -> int:
        """How many things the brief's content names."""
        measures = sum(len(i.measures) for i in self.items if isinstance(i, Task))
        return len(self.achievements) + len(self.problems) + len(self.items) + measures


def deal(points: list[PointPlan], genre: Genre, *, asked: bool) -> None:
    """Give the content of the only point the brief has to the points it is about.

    An invitation goes to hopes, a pledge on conduct to conduct, any other to what is to be done;
    what has happened is told before what is asked for because of it; what is none of these is told
    first, or stays where it was ``asked`` for. A point that is there for content alone goes with
    it.
    """
    given = next((p for p in points if p.items), None)
    if given is None:
        return  # the point stands there empty
    for item in given.items.copy():
        about = _about(points, item) or _spare(points, item, genre)
        if not about and not asked:
            homes = _homes(given, item, genre)
            about = [p for f in homes for p in points if p.focus == f]
        if about and given not in about:
            given.items.remove(item)
            about[0].items.append(item)
    if not given.items and given.arc and given.arc.spare:
        points.remove(given)


def part(points: list[PointPlan], genre: Genre) -> bool:
    """Give what the only point says a point each where the arc tells by its words which.

    To read, to come home safely and to greet one's teachers are three things to ask of pupils, and
    each has reasons of its own. What shows nothing goes with the first; where all is about one
    thing it stays one point, and nothing is done. Says whether the point was parted.
    """
    (given,) = points
    own = [(i, _arc_of(i, genre)) for i in given.items]
    arcs = [a for a in genre.points if any(a is arc for _, arc in own)]
    if not genre.numbered or pledging(genre) or given.heading or len(arcs) < _PARTED:
        return False
    points[:] = [PointPlan(a.focus, a.weight, arc=a) for a in arcs]
    for item, arc in own:
        points[arcs.index(arc) if arc else 0].items.append(item)
    return True


def _arc_of(item: Task | str, genre: Genre) -> ArcPoint | None:
    """The point of the arc whose cues an item has."""
    text = item if isinstance(item, str) else item.task
    return next((a for a in genre.points if a.cues and re.search(a.cues, text)), None)


def _about(points: Sequence[PointPlan], item: Task | str) -> list[PointPlan]:
    """The points that an item shows by its words to be about."""
    text = item if isinstance(item, str) else item.task
    by_content = [p for p in points if _is_about(p, text)]
    return by_content or [p for p in points if re.search(_way(p, "promise"), text)]


def _spare(points: list[PointPlan], item: Task | str, genre: Genre) -> list[PointPlan]:
    """The point of the arc that is there for such an item alone, put where the arc has it.

    Only where no headings count the points: a promise after what was told (规矩我们守下去).
    """
    if genre.numbered or not isinstance(item, str):
        return []
    order = list(genre.points)
    arc = next((a for a in order if a.spare and a.cues and re.search(a.cues, item)), None)
    if arc is None:
        return []
    later = order[order.index(arc) + 1 :]
    place = next((i for i, p in enumerate(points) if p.arc in later), len(points))
    points.insert(place, PointPlan(arc.focus, arc.weight, arc=arc))
    return [points[place]]


def _homes(given: PointPlan, item: Task | str, genre: Genre) -> tuple[str, ...]:
    """Where an item goes that shows by no words of its own what it is about, the best first."""
    if pledging(genre) and not isinstance(item, str):
        return (_WORK,)
    # What somebody says he will do once chosen stays with it.
    if given.arc and given.arc.cues and not (pledging(genre) and given.arc.support):
        return ("认识",)
    if not isinstance(item, str) or asks(item, genre) or genre.direction == "平行":
        return ()
    ways = read_data("wording.yaml")["happened"]
    deed = re.search(ways["deed"], item) and not re.search(ways["mishap"], item)
    if genre.direction == "上行":
        return _DEEDS[1:2] if deed else ()
    return _DEEDS if deed else _TOLD


def _is_about(point: PointPlan, text: str) -> bool:
    own = point.arc.cues if point.arc else ""
    return re.search(own or _way(point, "content"), text) is not None


def _way(point: PointPlan, name: str) -> str:
    """A cue of the point's focus, one that nothing fits where it has none."""
    return str(read_data("focuses.yaml")[point.focus].get(name, "(?!)"))
