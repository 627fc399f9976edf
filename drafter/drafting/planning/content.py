"""Content: what the user wrote in a point, its tasks and sentences, laid into paragraphs.

Tasks become lines with （一）（二） where there is room for a paragraph each, or where they are
many, else they run on in one paragraph as 一是…二是…; the user's plain sentences stand as they
are.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from drafter.brief.model import Task
from drafter.drafting.planning.evidence import Manner
from drafter.drafting.planning.plan import Block, Grows, Unit, free_unit
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.planning.rows import rows_in
from drafter.drafting.planning.rules import KEEPING, is_rule
from drafter.drafting.planning.set_right import FROM
from drafter.drafting.planning.unfolding import ordered_by, unfolded
from drafter.drafting.setting.facts import task_facts
from drafter.drafting.setting.matters import spoken_of, tales_in, trials_in
from drafter.drafting.setting.situation import roll
from drafter.drafting.setting.user_words import as_clause, want
from drafter.text.numerals import chinese

__all__ = ["ASKED", "lay_content"]

#: A task this long is no heading any more.
_HEADING = 26
#: A paragraph for each item needs at least so many characters each.
_LINE = 85
#: A task told measure by measure needs so many.
_UNFOLDED = 100
#: More tasks than these are not followed by ear in one paragraph.
_IN_ONE = 6
#: What is held up from among these is told of them.
_HELD = "成绩"
#: What stands beside what those present are to do.
ASKED = "measure"
_TASK_MOVES = ("task", "measure", "owner", "deadline", "goal")


def lay_content(
    point: PointPlan, manner: Manner, share: int, support: tuple[str, ...], front: Block
) -> list[Block]:
    """The paragraphs of a point's tasks and sentences; what announces them goes into ``front``.

    ``manner`` is the speech's, ``share`` is about how many characters the point will have,
    ``support`` the moves that may follow each of them. Tasks that run on in one paragraph stand in
    ``front`` themselves.
    """
    tasks = [i for i in point.items if isinstance(i, Task)]
    turn = _turn(point, manner, share)
    lines = manner.numbered and not point.worded and len(tasks) >= 2
    if lines and all(_can_head(t) for t in tasks):
        if share >= _LINE * len(point.items) or len(tasks) > _IN_ONE:
            return _as_lines(point, support, front, turn)
        if not any(isinstance(i, str) for i in point.items):
            front.units += _run_in(point, support)
            return []
    # Where there is room, each hope is told with what speaks for it: a row of them is a list.
    apart = point.focus == "希望" and share >= _LINE * len(point.items)
    return _as_paragraphs(point, support, turn, apart=apart)


def _turn(point: PointPlan, manner: Manner, share: int) -> int | None:
    """Where the telling of tasks measure by measure begins; None where they are told in one breath.

    Only those are told so who have to do them, and where there is room for a word on each.
    """
    if not manner.praised or share < _UNFOLDED * len(point.items):
        return None
    return roll(manner.seed, point.focus, "unfolded")


def _can_head(task: Task) -> bool:
    what = want(as_clause(task.task))
    return len(what) <= _HEADING and not any(c in what for c in "。！？；：，“（")


def _as_lines(
    point: PointPlan, support: tuple[str, ...], front: Block, turn: int | None
) -> list[Block]:
    """Each task under （一）（二）; sentences given before the first task open the point."""
    blocks: list[Block] = []
    number = 0
    count = sum(isinstance(i, Task) for i in point.items)
    first = next(n for n, i in enumerate(point.items) if isinstance(i, Task))
    # Where sentences stand between and behind the tasks, these are not all there is to do.
    counted = len(point.items) - first == count
    for place, item in enumerate(point.items):
        if isinstance(item, str):
            unit = _sentence(point, item, support)
            if number:
                blocks.append(Block("body", [unit]))
            else:
                front.units.append(unit)
            continue
        if not number and counted:
            front.units.append(free_unit(point.focus, "lead", count=count))
        number += 1
        unit = _task(point, place, item, support, limit=3)
        task = unit.facts["task"]
        block = Block("heading", level=2, number=number, heading=task.exact[0], told=task.field)
        block.units += _told(_under_heading(point, unit, support), item, turn, number)
        blocks.append(block)
    return blocks


def _under_heading(point: PointPlan, unit: Unit, support: tuple[str, ...]) -> Unit:
    """What follows a heading that says the task: the rest of it, else what goes with such a task.

    The problem it answers is a fact, whatever room there is.
    """
    unit.facts = {name: fact for name, fact in unit.facts.items() if name != "task"}
    if unit.facts:
        return unit
    told = {"about": unit.about, "cause": unit.cause, "answers": unit.answers}
    more: dict[str, Any] = {"room": support, "limit": 3, "grows": "task", **told}
    return free_unit(point.focus, "follow", must=bool(unit.cause), **more)


def _told(unit: Unit, task: Task, turn: int | None, number: int) -> list[Unit]:
    """A task as one unit, or as those that tell it measure by measure from this turn on."""
    return [unit] if turn is None else unfolded(unit, task, turn + number)


def _run_in(point: PointPlan, support: tuple[str, ...]) -> list[Unit]:
    """The tasks as 一是…二是… for the paragraph that opens the point."""
    tasks = [i for i in point.items if isinstance(i, Task)]
    units = [free_unit(point.focus, "lead", count=len(tasks))]
    for number, task in enumerate(tasks, 1):
        unit = _task(point, number - 1, task, support, limit=1)
        unit.prefix = chinese(number)
        units.append(unit)
    return units


def _as_paragraphs(
    point: PointPlan, support: tuple[str, ...], turn: int | None, *, apart: bool
) -> list[Block]:
    """Each item as a paragraph of its own; sentences that begin alike run on in one (靠的是…).

    Those told ``apart`` do not.
    """
    blocks: list[Block] = []
    rows = set[int]() if apart else rows_in(point.items)
    rows |= {n for n, item in enumerate(point.items) if str(item) in point.tied}
    for index, item in enumerate(point.items):
        if isinstance(item, str):
            unit = _sentence(point, item, support)
            unit.cause = point.causes.get(index, "")
            unit.answers = point.answers.get(index, "")
            if index in rows:
                # What is said of one of them would break the row.
                blocks[-1].units[-1].limit = 0
                blocks[-1].units.append(unit)
                continue
        else:
            unit = _task(point, index, item, support, limit=3)
            if point.headed and index == 0:
                unit = _under_heading(point, unit, support)
        if unit.text or unit.facts or unit.cause:
            told = [unit] if isinstance(item, str) else _told(unit, item, turn, index)
            blocks.append(Block("body", told))
    return blocks


def _sentence(point: PointPlan, text: str, support: tuple[str, ...]) -> Unit:
    # A deed is held up for what it teaches, so that comes right after it.
    grows: Grows = "deed" if support[0] == "lesson" else "follow"
    if support[0] == KEEPING or (support[0] == ASKED and is_rule(text, point.focus)):
        grows, support = "rule", (KEEPING,)
    fields = (_HELD if text in point.held else point.field,)
    tale = tales_in(text) if grows == "follow" else frozenset()
    return Unit(
        "verbatim", "points", (support[0],), point.focus,
        text=text, fields=fields, must=True, about=trials_in(text) or tale or spoken_of(text),
        room=support, limit=3, grows=grows,
    )  # fmt: skip


def _task(point: PointPlan, place: int, task: Task, support: tuple[str, ...], limit: int) -> Unit:
    """The unit of the task that is the point's item at this place."""
    facts = task_facts(task)
    about = spoken_of("，".join([task.task, *task.measures])) | ordered_by(task, facts)
    if point.field == FROM:
        facts = {name: replace(fact, field=FROM) for name, fact in facts.items()}
    return Unit(
        "tell", "points", _TASK_MOVES, point.focus, facts,
        must=True, about=about, room=support, limit=limit, grows="task",
        cause=point.causes.get(place, ""), answers=point.answers.get(place, ""),
    )  # fmt: skip
