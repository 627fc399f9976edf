"""The opening, the turns of a chair and the closing: paragraphs of moves, as the genre lists them.

A step is said when the brief has what it says and its conditions hold. The facts of a paragraph's
steps are told together, so that one frame may say several of them and none is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.brief.model import Agenda, Brief
from drafter.drafting.planning.plan import Block, Plan, Section, Unit, free_unit
from drafter.drafting.setting.facts import Fact
from drafter.drafting.setting.genre import Step
from drafter.drafting.setting.situation import Situation, roll
from drafter.drafting.setting.terms import content_of
from drafter.drafting.setting.user_words import as_clause
from drafter.resources import read_data
from drafter.speech import Role
from drafter.text.numerals import chinese

__all__ = ["PLACEHOLDER", "lay_agenda", "lay_closing", "lay_opening"]

#: What stands where only the user knows.
PLACEHOLDER = "【请填写：{}】"
#: The move of the closing that may be said more than once where there is length to spare, but where
#: an office speaks: nothing comes after the last exhortation (让我们…！).
_SPARE = "significance"
#: What is said of what was heard stands where something was.
_HEARD = ("stance", "heed")
#: What a point on why something counts is on.
_REASONS = "认识"


def lay_opening(situation: Situation, plan: Plan, points: int) -> Section:
    """The opening's paragraphs; ``points`` is how many numbered points follow."""
    section = Section("opening", weight=0)
    paragraphs = [
        [s for s in steps if _holds(s, situation.brief, points)]
        for steps in situation.genre.opening
    ]
    called = situation.genre.agenda and situation.brief.agenda
    for missing in _untold(situation, paragraphs, ("basis",) if called else ("basis", "review")):
        # Before the transition, which leads into the points.
        paragraphs.insert(max(1, len(paragraphs) - 1), [Step(missing)])
    for said in paragraphs:
        block = _block("opening", "opening", said, situation, plan)
        if block.units:
            section.blocks.append(block)
    return section


def lay_closing(situation: Situation, plan: Plan) -> Section:
    """The closing's paragraphs; a goal or message that no step says ends the first."""
    section = Section("closing", weight=0)
    paragraphs = [
        [s for s in steps if _holds(s, situation.brief, 0)] for steps in situation.genre.closing
    ]
    for missing in _untold(situation, paragraphs, ("exhortation", "goal")):
        paragraphs = paragraphs or [[]]
        paragraphs[0].append(Step(missing))
    for steps in paragraphs:
        block = _block("closing", "closing", steps, situation, plan)
        for unit in block.units:
            spare = not situation.genre.formal and unit.moves[0] == _SPARE
            if unit.kind == "free" and spare:
                unit.room, unit.limit = (_SPARE,), 1
        if block.units:
            section.blocks.append(block)
    return section


def _untold(situation: Situation, paragraphs: list[list[Step]], moves: Sequence[str]) -> list[str]:
    """Those of the moves whose fact the brief gives and no step of the genre says."""
    says = read_data("wording.yaml")["says"]
    told = {f for steps in paragraphs for s in steps for f in says.get(s.move, ())}
    return [m for m in moves if says[m][0] in situation.facts and says[m][0] not in told]


def lay_agenda(situation: Situation) -> Section:
    """A paragraph for each item of the agenda, for a chair's script.

    A herald speaks of the item that comes, a reply of the one before; the last one has a reply of
    its own. Between them stands when the chair goes on: （第一项议程结束后）.
    """
    section = Section("agenda", weight=0)
    items, steps = situation.brief.agenda, situation.genre.agenda
    for index, item in enumerate(items):
        units: list[Unit] = []
        for step in steps:
            if step.move == "turn":
                fact = _turn(item, _order(index, len(items)))
                units.append(Unit("tell", "points", ("turn",), facts={"agenda": fact}, must=True))
            elif step.move == "reply":
                units += _reply(situation, index - 1)
            else:
                units.append(_beside(step.move, item))
        section.blocks += [*_waits(items, index - 1), Block("body", units)]
    if any(step.move == "reply" for step in steps):
        section.blocks += _waits(items, len(items) - 1)
        section.blocks.append(Block("body", _reply(situation, len(items) - 1)))
    return section


def _waits(items: Sequence[Agenda], index: int) -> list[Block]:
    """The note to the chair that the item with this index is to be over first; none before it."""
    if index < 0 or not items[index].who:
        return []
    note = str(read_data("wording.yaml")["waits"]).format(chinese(index + 1))
    return [Block("body", [Unit("verbatim", "points", ("reply",), text=note, fields=("议程",))])]


def _order(index: int, count: int) -> str:
    """The word that tells which of so many items comes: 首先, 接下来, 最后."""
    words = read_data("wording.yaml")["order"]
    if index in (0, count - 1):
        return str(words["last" if index else "first"])
    return str(words["next"][index % len(words["next"])])


def _turn(item: Agenda, order: str) -> Fact:
    """An item of the agenda as the chair calls it: what the brief tells as done is to come."""
    who, what = as_clause(item.who or ""), as_clause(item.what)
    done = re.match(r"([^，]{1,4}?)了", what)
    rest = what[done.end() :] if done else what
    what = done.group(1) + rest if done else what
    values = {"order": order, "what": what, "agenda": who + what}
    if who:
        values["who"] = who
    plain = f"{order}，{'请' if who else ''}{who}{what}。"
    return Fact("agenda", values, tuple(t for t in (who, rest) if t), "议程", plain)


def _reply(situation: Situation, index: int) -> list[Unit]:
    """What a chair says when an item is over: thanks by name among equals, a word on it."""
    if index < 0:
        return []
    item = situation.brief.agenda[index]
    thanks = _thanks(situation, item, index)
    said = [Unit("verbatim", "points", ("reply",), text=thanks, fields=("议程",))] if thanks else []
    return [*said, _beside("reply", item)]


def _beside(move: str, item: Agenda) -> Unit:
    """A sentence that goes with an item of the agenda."""
    return Unit("free", "points", (move,), about=content_of((item.who or "") + item.what))


def _thanks(situation: Situation, item: Agenda, index: int) -> str:
    """Thanks to who spoke or played, by name; empty for leaders' orders and for a long list."""
    ways = read_data("wording.yaml")["thanked"]
    who = as_clause(item.who or "")
    if situation.genre.direction != "平行" or not re.fullmatch(ways["who"], who):
        return ""
    kind = next(k for k in ways["kinds"] if re.search(k["cue"], item.what))
    # 小班的小朋友的表演 is said by nobody.
    say = [way for way in kind["say"] if "的" not in who or "{}的" not in way]
    return say[(roll(situation.seed, "thanks") + index) % len(say)].format(who) if say else ""


def _holds(step: Step, brief: Brief, points: int) -> bool:
    if step.when and not _has(step.when, brief):
        return False
    if step.unless and _has(step.unless, brief):
        return False
    if step.move in _HEARD and not brief.agenda:
        return False
    return not (step.move == "transition" and points < 2)


def _has(name: str, brief: Brief) -> bool:
    values = {
        "会议": brief.meeting,
        "时间": brief.date,
        "地点": brief.place,
        "讲话人": brief.speaker,
        "依据": brief.basis,
        "议程": brief.agenda,
        "成绩": brief.achievements,
        "问题": brief.problems,
        "要点": brief.points,
        "目标": brief.closing.goal,
        "寄语": brief.closing.message,
        "号召": brief.closing.goal or brief.closing.message,
        "上级": brief.superiors,
        "缘由": brief.basis or any(p.focus == _REASONS for p in brief.points),
    }
    return bool(values.get(name))


def _block(role: Role, part: str, steps: Sequence[Step], situation: Situation, plan: Plan) -> Block:
    """One paragraph: the facts of its steps told together where the first of them stands."""
    says = read_data("wording.yaml")["says"]
    facts: dict[str, Fact] = {}
    moves: list[str] = []
    units: list[Unit] = []
    place = None
    for step in steps:
        wanted = says.get(step.move, ())
        found = {f: situation.facts[f] for f in wanted if f in situation.facts and f not in facts}
        if not found and step.pending and wanted and wanted[0] not in facts:
            found = {wanted[0]: _open(wanted[0], step.pending, plan)}
        if found:
            place = len(units) if place is None else place
            facts |= found
            moves.append(step.move)
        elif not wanted or step.move == "exhortation":
            units.append(_free(step.move, part, situation.brief))
    if facts and place is not None:
        units.insert(place, Unit("tell", part, tuple(moves), facts=facts, must=True))
    return Block(role, units)


def _free(move: str, part: str, brief: Brief) -> Unit:
    """A sentence without a fact; an opening says with those of the points why the matter counts.

    What is to be made of what was heard goes with what the agenda has: 表态, 通报, 方案.
    """
    if move == "heed":
        items = "，".join((item.who or "") + item.what for item in brief.agenda)
        return Unit("free", part, (move,), about=content_of(items))
    if move in read_data("moves.yaml")[part]:
        return Unit("free", part, (move,), must=move == "transition")
    return free_unit(_REASONS, move)


def _open(fact: str, label: str, plan: Plan) -> Fact:
    """A fact only the user knows, as a placeholder."""
    text = PLACEHOLDER.format(label)
    path = read_data("slots.yaml").get(fact, {}).get("field", fact)
    plan.pending[path] = text
    return Fact(fact, {fact: text}, (text,), path)
