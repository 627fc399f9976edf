"""A point laid into paragraphs: what opens it, its evidence, its content, what closes it.

Tasks become lines with （一）（二） where there is room for a paragraph each, or where they are
many, else they run on in one paragraph as 一是…二是…; the user's plain sentences stand as they
are.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from drafter.brief.model import Task
from drafter.drafting.planning.evidence import Manner, lay_evidence, standing_apart, with_named
from drafter.drafting.planning.plan import Block, Grows, Section, Unit
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.planning.rows import rows_in
from drafter.drafting.planning.rules import KEEPING, is_of_rules, is_rule
from drafter.drafting.planning.set_right import FROM
from drafter.drafting.setting.facts import task_facts
from drafter.drafting.setting.matters import (
    owned_by,
    spoken_of,
    tales_in,
    trials_in,
    wanted_in,
)
from drafter.drafting.setting.terms import content_of
from drafter.drafting.setting.user_words import as_clause, want
from drafter.resources import read_data
from drafter.text.numerals import chinese

__all__ = ["has_mechanisms", "lay_point"]

#: A task this long is no heading any more.
_HEADING = 26
#: A paragraph for each item needs at least so many characters each.
_LINE = 85
#: More tasks than these are not followed by ear in one paragraph.
_IN_ONE = 6
#: A point of this many characters can open with a passage.
_AMPLE = 240
#: What is held up from among these is told of them.
_HELD = "成绩"
#: What stands beside what those present are to do.
_ASKED = "measure"
_TASK_MOVES = ("task", "measure", "owner", "deadline", "goal")


def lay_point(
    point: PointPlan,
    *,
    numbered: bool,
    share: int,
    directive: bool,
    topic: str = "",
    seed: int = 0,
    lasting: bool = True,
    answered: bool = False,
    formal: bool = False,
    equals: bool = False,
) -> Section:
    """The section of one point.

    ``share`` is about how many characters it will have; ``directive`` whether the speaker may ask
    something of the listeners; ``lasting`` whether mechanisms stand here and not in a later point;
    ``answered`` whether a later point says what is to be done about what this one shows. A
    ``formal`` speech comes to the matter with the user's own sentence, where a point begins with
    one: what is said of any work comes after. Among ``equals`` results and problems are followed by
    why they matter to those present. What tells a task from the others are its words that
    are not those of the ``topic``; longer words that hold it do (普查员).
    """
    ways = read_data("focuses.yaml")[point.focus]
    if equals and "bare" in ways:
        point = with_named(point, ways["bare"])
    things = len(point.achievements) + len(point.problems) + len(point.items)
    section = Section("point", focus=point.focus, weight=point.weight, things=things)
    support = _support(point, ways, directive, answered)
    ruled = directive and is_of_rules(point.items, point.focus)
    if ruled:
        support = (KEEPING,)
    evidence = lay_evidence(point, Manner(numbered, directive, topic, seed))
    cases = point.is_of_problems
    itself = formal and not cases and bool(point.items) and isinstance(point.items[0], str)
    front = Block("body", [] if itself else _front(point, ways, share, directive, bool(evidence)))
    # What is wanting leads on to the next point; what was done is proof that reasons go on from.
    last = ways.get("evidence") == "last" and bool(point.problems) and not cases
    # What announces the tasks stands right before them.
    lead = Block("body") if evidence and not last else front
    items = _items(point, numbered, share, support, lead)
    seats = _seats(point, ways, support, lasting=lasting, formal=formal, equals=equals)
    for unit in (u for block in seats for u in block.units if ruled and u.room != support):
        unit.grows, unit.room = "spare", (*unit.room, _ASKED)
    if seats and any(u.count for block in (lead, front) for u in block.units):
        # What comes after the tasks that were counted is none of them, and says so.
        seats[0].units[0].besides = True
    told = [lead, *items] if lead is not front else items
    if _turns_last(point):
        # Among what was achieved stands what somebody did for it: what is wanting comes after both.
        ends = [*evidence[:-1], *told, *seats, evidence[-1]]
    elif last:
        ends = [*told, *seats, *evidence]
    elif itself and all(isinstance(i, str) for i in point.items):
        # What the user has to say first is told whole: what was done and is wanting comes after it.
        ends = [*told, *evidence, *seats]
    else:
        given, told = standing_apart(told) if evidence and not formal else ([], told)
        for unit in (u for block in given for u in block.units):
            unit.limit = 0  # there is nothing to say of how large something is
        ends = [*given, *evidence, *told, *seats]
    section.blocks += [front, *ends]
    if itself and not (point.focus == "成绩" and point.achievements):  # deeds are results as well
        _open_with(point.items[0], section)
    section.blocks += [] if ruled else _summary(point, ways, directive)
    for unit in section.units():
        if unit.grows == "task":
            unit.about -= content_of(topic)
    return section


def _turns_last(point: PointPlan) -> bool:
    """Whether a point on results has problems too, and sentences that are neither."""
    return point.focus == "成绩" and all((point.achievements, point.problems, point.items))


def _open_with(sentence: Task | str, section: Section) -> None:
    """Put the paragraph that the user's sentence begins first."""
    own = next(b for b in section.blocks if any(u.text == sentence for u in b.units))
    section.blocks.remove(own)
    section.blocks.insert(0, own)


def _summary(point: PointPlan, ways: dict[str, Any], directive: bool) -> list[Block]:
    """The paragraph for what the point comes to; none where its focus has none.

    What is wanting is no achievement to be glad of. Who reports or gives thanks draws no general
    conclusions, only those of the point.
    """
    ends_wanting = point.focus == "成绩" and bool(point.problems)
    if "summary" not in ways["tail"] or ends_wanting:
        return []
    return [Block("body", [_free(point, "summary", pointed=not directive or "pointed" in ways)])]


def _support(
    point: PointPlan, ways: dict[str, Any], directive: bool, answered: bool
) -> tuple[str, ...]:
    """The moves that follow each piece of content.

    Measures wait for the point of tasks: between problems they would come before the user's own.
    """
    own = point.arc.support if point.arc else ()
    support = own or tuple(ways["support"])
    if answered and not own and not has_mechanisms(point):
        support = tuple(m for m in support if m != "measure")
    if directive or own:
        return support
    # Where nothing may be asked, pledges and reasons stand in for measures.
    pledges = ("pledge",) if "unasked" in ways else ()
    return tuple(dict.fromkeys((*support, *pledges, "why")))


def has_mechanisms(point: PointPlan) -> bool:
    """Whether a point of this focus ends in what mechanisms there are to be."""
    return "mechanism" in read_data("focuses.yaml")[point.focus]["tail"]


def _free(point: PointPlan, move: str, **more: Any) -> Unit:
    return Unit("free", "points", (move,), point.focus, **more)


def _front(
    point: PointPlan, ways: dict[str, Any], share: int, directive: bool, evident: bool
) -> list[Unit]:
    """What opens the point: a passage where there is room for one.

    What announces a number of things (lead) is put before them, not here; nor is what leads up to
    achievements or problems where they have their own paragraph (``evident``). Under a heading of
    the user's nothing general comes before what is to be done; where something is asked of those
    who listen they do not hear words for any work first.
    """
    about = content_of("，".join([point.heading or "", *_texts(point)[:2]]))
    more = {
        "opens": not evident,
        "backbone": share >= _AMPLE,
        "bound": bool(point.heading and point.items) and point.focus == "任务",
        "spared": directive and bool(point.items),
    }
    return [_free(point, move, about=about, **more) for move in ways["front"]]


def _texts(point: PointPlan) -> list[str]:
    """What a point says; where it only looks back, the problems before the achievements."""
    said = [i if isinstance(i, str) else i.task for i in point.items]
    return said or [*point.problems, *point.achievements] or point.wanting


def _seats(
    point: PointPlan,
    ways: dict[str, Any],
    support: tuple[str, ...],
    *,
    lasting: bool,
    formal: bool,
    equals: bool,
) -> list[Block]:
    """Paragraphs the length may fill."""
    tail = tuple(m for m in ways["tail"] if m != "summary" and lasting)
    seats = [Block("body", [_seat(point, room, formal)]) for room in (support, tail) if room]
    if equals and "reasons" in ways:
        for unit in seats[0].units:
            unit.room = unit.moves = tuple(dict.fromkeys((*unit.room, "why")))
        seats.append(Block("body", [_seat(point, ("why",), formal, ways["reasons"])]))
    return seats


def _seat(point: PointPlan, room: tuple[str, ...], formal: bool, focus: str = "") -> Unit:
    """A paragraph that takes what the ``room`` says, of the point's focus or another."""
    # Beside what is to be done stands what speaks of it, after problems what such come from, among
    # results what such are worth. Why all of it matters is nothing that one sentence of it names.
    items = [] if room == ("why",) else _texts(point)
    if formal and (tasks := [i.task for i in point.items if isinstance(i, Task)]):
        # Beside tasks a sentence that mentions cleaners is not about cleaning: what is to be said
        # of it stands in its own paragraph.
        items = [text for text in items if text in tasks]
    told = items if point.items else point.problems or point.achievements or point.wanting
    if items and not formal:  # what came of the work stands beside what was done for it
        told = [*items, *point.problems, *point.achievements]
    about = content_of("，".join([point.heading or "", *told]))
    focus = focus or point.focus
    return Unit("seat", "points", room, focus, about=about, room=room, limit=4, grows="seat")


def _items(
    point: PointPlan, numbered: bool, share: int, support: tuple[str, ...], front: Block
) -> list[Block]:
    tasks = [i for i in point.items if isinstance(i, Task)]
    if numbered and not point.worded and len(tasks) >= 2 and all(_can_head(t) for t in tasks):
        if share >= _LINE * len(point.items) or len(tasks) > _IN_ONE:
            return _as_lines(point, support, front)
        if not any(isinstance(i, str) for i in point.items):
            front.units += _run_in(point, support)
            return []
    # Where there is room, each hope is told with what speaks for it: a row of them is a list.
    apart = point.focus == "希望" and share >= _LINE * len(point.items)
    return _as_paragraphs(point, support, apart=apart)


def _can_head(task: Task) -> bool:
    what = want(as_clause(task.task))
    return len(what) <= _HEADING and not any(c in what for c in "。！？；：，“（")


def _as_lines(point: PointPlan, support: tuple[str, ...], front: Block) -> list[Block]:
    """Each task under （一）（二）; sentences given before the first task open the point."""
    blocks: list[Block] = []
    number = 0
    count = sum(isinstance(i, Task) for i in point.items)
    for place, item in enumerate(point.items):
        if isinstance(item, str):
            unit = _sentence(point, item, support)
            if number:
                blocks.append(Block("body", [unit]))
            else:
                front.units.append(unit)
            continue
        if not number:
            front.units.append(_free(point, "lead", count=count))
        number += 1
        unit = _task(point, place, item, support, limit=3)
        task = unit.facts["task"]
        block = Block("heading", level=2, number=number, heading=task.exact[0], told=task.field)
        block.units.append(_under_heading(point, unit, support))
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
    return _free(point, "follow", must=bool(unit.cause), **more)


def _run_in(point: PointPlan, support: tuple[str, ...]) -> list[Unit]:
    """The tasks as 一是…二是… for the paragraph that opens the point."""
    tasks = [i for i in point.items if isinstance(i, Task)]
    units = [_free(point, "lead", count=len(tasks))]
    for number, task in enumerate(tasks, 1):
        unit = _task(point, number - 1, task, support, limit=1)
        unit.prefix = chinese(number)
        units.append(unit)
    return units


def _as_paragraphs(point: PointPlan, support: tuple[str, ...], *, apart: bool) -> list[Block]:
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
            blocks.append(Block("body", [unit]))
    return blocks


def _sentence(point: PointPlan, text: str, support: tuple[str, ...]) -> Unit:
    # A deed is held up for what it teaches, so that comes right after it.
    grows: Grows = "deed" if support[0] == "lesson" else "follow"
    if support[0] == KEEPING or (support[0] == _ASKED and is_rule(text, point.focus)):
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
    told = "，".join([task.task, *task.measures])
    about = spoken_of(told) | wanted_in(task.goal or "") | owned_by(task.owner or "")
    about |= wanted_in(task.deadline or "")
    facts = task_facts(task)
    if point.field == FROM:
        facts = {name: replace(fact, field=FROM) for name, fact in facts.items()}
    return Unit(
        "tell", "points", _TASK_MOVES, point.focus, facts,
        must=True, about=about, room=support, limit=limit, grows="task",
        cause=point.causes.get(place, ""), answers=point.answers.get(place, ""),
    )  # fmt: skip
