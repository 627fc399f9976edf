"""Composing: plan, headings, wording and length of one speech, before it is rendered."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from drafter.bank import Bank
from drafter.brief.model import Brief, Task
from drafter.drafting.budget import bearable, level_out, natural_length, share_out
from drafter.drafting.candidates import Candidate
from drafter.drafting.facts import as_clause, is_single, want
from drafter.drafting.genres import genre_for
from drafter.drafting.growing import CLOSE, fit, near_of, suiting, written_for
from drafter.drafting.headings import Heading, compose_headings
from drafter.drafting.memory import Memory
from drafter.drafting.moves import PLACEHOLDER, lay_agenda, lay_closing, lay_opening
from drafter.drafting.plan import Block, Plan, Section, Unit
from drafter.drafting.planning import PointPlan, plan_points, plan_review
from drafter.drafting.points import lay_point, lay_review
from drafter.drafting.shelf import shelf_for
from drafter.drafting.situation import Situation, roll, situate
from drafter.drafting.wording import Worder, comments
from drafter.resources import read_data
from drafter.speech import Sentence, spoken_length
from drafter.text.numerals import chinese, enumerator

__all__ = ["Composition", "answering", "compose", "number_run_in", "word_unit"]

#: What opening and closing take of a speech, before they are worded.
_FRAME = 0.2
#: So many headings can be matched with one another.
_MATCHED = 6
#: Content up to this length can be a heading.
_LINE = 30
#: Moves that end a run of sentences.
_LAST = {"goal": 1, "summary": 2}
#: With less length than this for each character of content, short frames are chosen.
_TIGHT, _BRIEF = 2.0, 0.3
#: What a chair says of an item of the agenda.
_OF_ITEMS = (("herald",), ("reply",))
#: A paragraph this short does not stand alone.
_SHORT = 48
#: How much of what could be said in a point may be said: the rest is for other drafts.
_VARIETY = 0.4


class Composition(Struct):
    """A speech worded and fitted, ready to be rendered."""

    situation: Situation
    worder: Worder
    plan: Plan
    points: list[PointPlan]

    @property
    def length(self) -> int:
        """Spoken characters, salutation and enumerators included."""
        salutation = self.situation.salutation
        total = spoken_length(salutation) + 1 if salutation else 0
        for section in self.plan.sections:
            total += section.length + sum(len(_enumerator(block)) for block in section.blocks)
        return total


def _enumerator(block: Block) -> str:
    if block.level is None or block.number is None:
        return ""
    return enumerator(block.level, block.number)


def compose(brief: Brief, bank: Bank, seed: int, extra: int = 0) -> Composition:
    """Everything of a speech but its page; ``extra`` characters are the template's own words.

    Raises :class:`BriefError` for a genre, level or focus that does not exist.
    """
    genre = genre_for(brief)
    situation = situate(brief, genre, bank, seed)
    points = plan_points(brief, genre)
    review = plan_review(brief, points)
    shelf = shelf_for(bank, genre, situation.directive, situation.level, situation.area, brief.tone)
    worder = Worder(situation, shelf, Memory(situation.names))
    told = [*points, review] if review else points
    facts = _facts_length(brief, told)
    asked = brief.target or natural_length(genre.natural, facts)
    target = min(asked, bearable(facts, sum(p.things for p in told))) - extra
    worder.scorer.brevity = _BRIEF * (target < _TIGHT * facts)
    plan = _lay(worder, points, review, target)
    composition = Composition(situation, worder, plan, points)
    _word(plan, worder)
    _name_topic(plan, worder)
    _budget(plan, points, target, worder)
    fit(plan, worder, target, lambda: composition.length)
    for section in plan.points:
        for unit in section.units():
            # What it should come to, and what sums up, is said after how.
            unit.grown.sort(key=lambda s: _LAST.get(s.move or "", 0))
        _join_short(section)
    return composition


def _join_short(section: Section) -> None:
    """No paragraph of one short sentence beside others: it joins the next, or the one before."""
    blocks: list[Block] = []
    for block in (b for b in section.blocks if b.sentences or b.role == "heading"):
        last = blocks[-1] if blocks else None
        plain = last is not None and last.role == block.role == "body"
        ends = block.length < _SHORT and block is section.blocks[-1]
        if last is not None and plain and (last.length < _SHORT or ends):
            last.units += block.units
            continue
        blocks.append(block)
    section.blocks = blocks


def _facts_length(brief: Brief, points: list[PointPlan]) -> int:
    """Characters of content the brief brings."""
    frame = [*brief.basis, brief.closing.goal or "", brief.closing.message or ""]
    frame += [(a.who or "") + a.what for a in brief.agenda]
    return sum(map(len, frame)) + sum(p.mass + len(p.heading or "") for p in points)


def _lay(worder: Worder, points: list[PointPlan], review: PointPlan | None, target: int) -> Plan:
    """The plan with all its paragraphs, unworded; headings are chosen here, before anything."""
    genre = worder.situation.genre
    plan = Plan([])
    # Headings that the user gave stand even where the genre has none of its own.
    headed = bool(points) and all(p.heading for p in points)
    numbered = headed or (genre.numbered and len(points) > 1)
    headings = _headings(worder, points, plan) if numbered else [None] * len(points)
    worder.scorer.count(len(points))
    opening = lay_opening(worder.situation, plan, len(points) if numbered else 0)
    if review is not None:
        _before_transition(opening, lay_review(review))
    plan.sections.append(opening)
    if genre.agenda and worder.situation.brief.agenda:
        plan.sections.append(lay_agenda(worder.situation))
    shares = share_out(points, round(target * (1 - _FRAME)))
    for number, (point, heading, share) in enumerate(zip(points, headings, shares, strict=True), 1):
        directive = worder.situation.directive
        section = lay_point(point, numbered=numbered, share=share, directive=directive)
        _leave_open(point, section, plan)
        if heading is not None:
            section.blocks.insert(0, _heading_block(heading, number))
        plan.sections.append(section)
    plan.sections.append(lay_closing(worder.situation, plan))
    return plan


def _before_transition(opening: Section, blocks: list[Block]) -> None:
    """Put what was done and what is wanting before the sentence that leads into the points."""
    leads = [
        i for i, b in enumerate(opening.blocks) if any(u.moves == ("transition",) for u in b.units)
    ]
    at = leads[-1] if leads else len(opening.blocks)
    opening.blocks[at:at] = blocks


def _leave_open(point: PointPlan, section: Section, plan: Plan) -> None:
    """A placeholder where only the user can say what the point is there for (成绩 of a 述职)."""
    arc = point.arc
    if arc is None or arc.pending is None or point.items or point.achievements or point.problems:
        return
    text = PLACEHOLDER.format(arc.pending)
    field = arc.fields[0] if arc.fields else "要点.内容"
    plan.pending[field] = text
    unit = Unit("verbatim", "points", ("why",), text=text + "。", fields=(field,), must=True)
    section.blocks.insert(1, Block("body", [unit]))


def _headings(worder: Worder, points: list[PointPlan], plan: Plan) -> list[Heading | None]:
    """Composed headings; where there are too many to match, each point's first content instead.

    A point that has nothing to be headed by gets a placeholder.
    """
    if sum(p.heading is None for p in points) > _MATCHED:
        for point in points:
            _head_by_content(point)
    headings = compose_headings(worder, points)
    for index, point in enumerate(points):
        if headings[index] is None and _head_by_content(point):
            headings[index] = Heading(point.heading or "")
        elif headings[index] is None:
            text = PLACEHOLDER.format(f"第{chinese(index + 1)}点的标题")
            plan.pending[f"要点.{index + 1}.标题"] = text
            headings[index] = Heading(text)
    return headings


def _head_by_content(point: PointPlan) -> bool:
    """Make the point's first content its heading, where it is one clause; whether it was."""
    first = point.items[0] if point.items else None
    text = want(as_clause(first.task if isinstance(first, Task) else first or ""))
    if point.heading is not None or not 0 < len(text) <= _LINE or not is_single(text):
        return False
    point.heading = text
    if isinstance(first, Task):
        point.headed = True
    else:
        point.items.pop(0)
    return True


def _heading_block(heading: Heading, number: int) -> Block:
    said = heading.sentence()
    return Block("heading", level=1, number=number, heading=heading.text, heading_said=said)


# -- wording --------------------------------------------------------------------------------------


def _word(plan: Plan, worder: Worder) -> None:
    """Put every unit into words, in the order of the speech."""
    for section in plan.sections:
        for block in section.blocks:
            _word_heading(block, worder)
            for unit in block.units:
                word_unit(section, unit, worder)
            number_run_in(block)


def _word_heading(block: Block, worder: Worder) -> None:
    if block.role != "heading":
        return
    if block.heading_said is None:
        block.heading_said = Sentence(
            block.heading + "。", "heading", None, "brief", ("要点.内容.任务",)
        )
    worder.memory.add(block.heading_said.text)


def word_unit(section: Section, unit: Unit, worder: Worder) -> None:
    """Put one unit into words, after what stands before it."""
    near = near_of(section, unit)
    if unit.kind == "verbatim":
        unit.said = [worder.verbatim(unit.text, unit.moves[0], unit.fields)]
    elif unit.kind == "tell":
        unit.said = worder.tell(unit.part, unit.moves, unit.facts, unit.focus, near)
        if unit.turns:
            _turn(unit, worder)
    elif unit.kind == "free":
        if unit.part == "points":
            worder.scorer.count(unit.count)
        place = (unit.part, unit.moves, unit.focus, near)
        unit.said = []
        if unit.moves == ("follow",):
            # A task without details: what goes with it, before what goes with any task.
            beside = (unit.part, unit.room, unit.focus, near)
            unit.said = worder.free(*beside, passage=False, least=CLOSE)
        if unit.moves in _OF_ITEMS:
            # What is written for this sort of item, before what goes with any.
            unit.said = worder.free(*place, suits=lambda c: written_for(c, unit))
            unit.said = unit.said or worder.free(*place, suits=lambda c: not c.about)
            return
        if unit.backbone:
            fits, more = _suits(unit), suiting(section, worder)
            both = (lambda c: fits(c) and more(c)) if more is not comments else fits
            unit.said = worder.free(*place, suits=both, passage=True)
        if not unit.said:
            unit.said = worder.free(*place, suits=_suits(unit), passage=False)
        if not unit.said and unit.intro:
            unit.said = [worder.plain_lead(unit.moves[0])]
    if unit.cause:
        _give_cause(unit, worder)


def _give_cause(unit: Unit, worder: Worder) -> None:
    """The problem a task answers, said before what is to be done or in a sentence before it."""
    first = unit.said[0] if unit.said else None
    text = answering(unit, first.text) if first else ""
    if first is not None and text:
        unit.said[0] = replace(first, text=text, fields=(*first.fields, "问题"))
        return
    ways = read_data("wording.yaml")["cause"]["alone"]
    alone = ways[roll(worder.situation.seed, unit.cause) % len(ways)]
    unit.said.insert(0, worder.verbatim(alone.format(unit.cause), "problem", ("问题",)))


def answering(unit: Unit, text: str) -> str:
    """A task's sentence with the problem it answers before it; empty where it begins otherwise.

    针对…的问题 goes before what is to be done, not before who does it.
    """
    ways = read_data("wording.yaml")["cause"]
    words = tuple(read_data("wording.yaml")["verbs"])
    task = unit.facts["task"].exact if "task" in unit.facts else ()
    if not text.startswith(("要", *words, *task)):
        return ""
    named = re.search(ways["name"], unit.cause)
    return str(ways["named" if named else "before"].format(unit.cause) + text)


def _turn(unit: Unit, worder: Worder) -> None:
    """Problems after achievements begin with a turn, where their sentence has none of its own."""
    first = unit.said[0]
    if first.text.startswith(tuple(e for f in unit.facts.values() for e in f.exact)):
        name = "turns" if worder.situation.directive else "turns_upward"
        turns = read_data("wording.yaml")[name]
        turn = turns[roll(0, first.text) % len(turns)]
        unit.said[0] = replace(first, text=turn + first.text)


def _name_topic(plan: Plan, worder: Worder) -> None:
    """No speech without a word of its topic: where none came up by itself, one is added."""
    situation = worder.situation
    topic = situation.words["topic"]
    if situation.occasional and topic in situation.title:
        return
    blocks = [b for s in plan.sections for b in s.blocks]
    if any(topic in s.text for b in blocks for s in (*b.sentences, b.heading_said) if s):
        return
    worder.scorer.count(0)
    for section in plan.sections:
        for unit in section.units():
            if unit.room and unit.said:
                near = near_of(section, unit)
                named = worder.free(unit.part, unit.room, unit.focus, near, suits=_names_topic)
                if named:
                    unit.grown += named
                    return
    if blocks and blocks[0].units:
        blocks[0].units[-1].grown += worder.plain_topic()


def _names_topic(c: Candidate) -> bool:
    return comments(c) and "topic" in c.needs


def _suits(unit: Unit) -> Callable[[Candidate], bool]:
    """Introductions stand where a unit asks for them or allows them; leads before any content."""
    if unit.intro:
        return lambda c: c.introduces
    if unit.moves == ("summary",) and unit.pointed:
        return lambda c: comments(c) and c.pattern.focus is not None
    if unit.opens:
        return lambda _: True
    return comments


def number_run_in(block: Block) -> None:
    """Put 一是 一要 第一， before the items of a paragraph that begins with another sentence."""
    items = [u for u in block.units if u.prefix and u.said]
    if not items or block.sentences[:1] == items[0].said[:1]:
        return
    # What stands before 一是 must stay there, or the line would begin with it.
    next(u for u in block.units if u.said).must = True
    texts = [u.said[0].text for u in items]
    verbs = tuple(read_data("wording.yaml")["verbs"])
    for unit, text in zip(items, texts, strict=True):
        if all(t.startswith("要") for t in texts):
            mark = unit.prefix
        elif all(t.startswith(("要", *verbs)) for t in texts):
            mark = f"{unit.prefix}是"
        else:
            mark = f"第{unit.prefix}，"
        unit.said[0] = replace(unit.said[0], text=mark + text)


def _budget(plan: Plan, points: list[PointPlan], target: int, worder: Worder) -> None:
    """What each section should come to: the points share what opening and closing leave."""
    around = 0
    for section in plan.sections:
        if section.name != "point":
            section.budget = section.length + (40 if section.name == "closing" else 0)
            around += section.length
    shares = share_out(points, target - around)
    spare = [section.length + _VARIETY * _left(section, worder) for section in plan.points]
    for section, share in zip(plan.points, level_out(shares, spare), strict=True):
        section.budget = share


def _left(section: Section, worder: Worder) -> int:
    """Characters of what could still be said in a point."""
    moves = {m: None for u in section.units() for m in u.room}
    return worder.scorer.left("points", tuple(moves), section.focus)
