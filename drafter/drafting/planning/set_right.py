"""Setting right: what is to be done where a brief says what is wanting and sets no task.

A clerk in haste writes down three defects and no measure. What any measure would be nobody knows
but him; that each defect is to be mended is plain, and more to the point than words on any work.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.brief.model import Brief, Task
from drafter.drafting.planning.causes import called_again, is_offence, is_short_cause, may_be_again
from drafter.drafting.planning.dealing import PointPlan
from drafter.drafting.setting.befallen import is_befallen
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.user_words import as_clause
from drafter.resources import read_data

__all__ = ["FROM", "set_right"]

#: The brief's field that such tasks are made of.
FROM = "问题"
_WORK = "任务"
#: Fewer defects make no list, and so few characters tell none.
_SEVERAL, _SHORT = 2, 2


def set_right(points: Sequence[PointPlan], brief: Brief, genre: Genre) -> None:
    """Make tasks of the problems, in the point on what is to be done that nobody gave any.

    Where they cannot be named shortly the point is about them all the same.
    """
    tasks = any(isinstance(item, Task) for point in brief.points for item in point.content)
    work = next((p for p in points if p.focus == _WORK and not p.items and not p.heading), None)
    if work is None or tasks:
        return
    problems = list(dict.fromkeys(map(as_clause, brief.problems)))
    work.wanting = problems
    names = [name for p in problems if (name := _name(p))]
    told = any(point.problems for point in points if point is not work)
    if told and genre.direction == "下行" and len(names) == len(problems) >= _SEVERAL:
        way = read_data("wording.yaml")["cause"]["mend"]
        work.items, work.field = [Task(task=way.format(name)) for name in names], FROM


def _name(problem: str) -> str:
    """The problem without of how many it is said, where that is short and one clause; else none."""
    bare = called_again(problem)
    said = is_short_cause(bare) and not is_offence(problem) and not is_befallen(problem)
    return bare if said and len(bare) > _SHORT and may_be_again(bare) else ""
