"""Composing: plan, headings, wording and length of one speech, before it is rendered."""

from __future__ import annotations

from msgspec import Struct

from drafter.bank import Bank
from drafter.brief.model import Brief, Task
from drafter.drafting.planning.answers import link_answers, link_requests
from drafter.drafting.planning.budget import bearable, level_out, natural_length, share_out
from drafter.drafting.planning.evidence import Manner, hold_up, lay_review
from drafter.drafting.planning.moves import PLACEHOLDER, lay_agenda, lay_closing, lay_opening
from drafter.drafting.planning.plan import Block, Plan, Section, Unit
from drafter.drafting.planning.planning import PointPlan, plan_points, plan_review
from drafter.drafting.planning.points import Ground, has_mechanisms, lay_point
from drafter.drafting.planning.requests import tie_requests
from drafter.drafting.planning.scene import lay_scene, lead_to_scenes
from drafter.drafting.planning.together import bring_together
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.setting.situation import Situation, situate
from drafter.drafting.setting.terms import content_of, terms_of
from drafter.drafting.setting.user_words import as_clause, is_single, want
from drafter.drafting.stock.shelf import Shelf, shelf_for
from drafter.drafting.wording.calling import call_for
from drafter.drafting.wording.growing import fit
from drafter.drafting.wording.headings import Heading, compose_headings
from drafter.drafting.wording.leading_on import in_sequence, lead_on
from drafter.drafting.wording.listing import list_remarks
from drafter.drafting.wording.memory import Memory
from drafter.drafting.wording.naming import name_topic
from drafter.drafting.wording.paragraphs import (
    facts_early,
    join_short,
    own_together,
    sayings_last,
    tasks_last,
)
from drafter.drafting.wording.saying import close_row, run_on, word_plan
from drafter.drafting.wording.threads import hand_on, thread_between
from drafter.drafting.wording.wording import Worder
from drafter.speech import spoken_length
from drafter.text.numerals import chinese, enumerator

__all__ = ["Composition", "compose"]

#: What opening and closing take of a speech, before they are worded.
_FRAME = 0.2
#: So many headings can be matched with one another.
_MATCHED = 6
#: Content up to this length can be a heading.
_LINE = 30
#: Where moves stand in a run of sentences: what is said of a measure itself first.
_ORDER = {"echo": -2, "follow": -1, "goal": 1, "summary": 2}
#: With less length than this for each character of content, short frames are chosen.
_TIGHT, _BRIEF = 2.0, 0.3
#: And with less than this a few words on the matter fill the speech.
_TELLING = 7.0
#: What a comment on each result or defect told in the opening comes to.
_MORE = 40
#: For so many characters there may be one passage on the procedure of any work.
_PROCEDURE = 1600
#: For so many one on why any work matters.
_REASON = 1600
#: What counts and joins remarks may make a speech so much longer than asked.
_OVER = 0.03
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
    bring_together(points, brief)
    hold_up(points, beside=not genre.formal and genre.direction != "上行")
    review = plan_review(brief, points)
    fields = situation.area, situation.beside
    shelf = shelf_for(bank, genre, situation.directive, situation.level, fields, brief.tone)
    worder = Worder(situation, shelf, Memory(*situation.spoken_names))
    told = [*points, review] if review else points
    facts = _facts_length(brief, told)
    asked = brief.target or natural_length(genre.natural, facts)
    target = min(asked, bearable(facts, sum(p.things for p in told))) - extra
    worder.procedures = max(1, target // _PROCEDURE)
    worder.reasons = max(1, target // _REASON)
    worder.scorer.orders.brevity = _BRIEF * (target < _TIGHT * facts)
    if target < _TELLING * facts:
        worder.scorer.orders.tell_much()
    plan = _lay(worder, points, review, target)
    composition = Composition(situation, worder, plan, points)
    word_plan(plan, worder)
    name_topic(plan, worder)
    _budget(plan, points, target, worder)
    # What a field says of its own matter is not hollow: it may fill what is asked for.
    most = asked - extra if situation.area is not None else target
    fit(plan, worder, target, most, composition.length)
    for section in plan.points:
        for unit in section.units():
            # What it should come to, and what sums up, is said after how.
            unit.grown.sort(key=lambda s: _ORDER.get(s.move or "", 0))
        sayings_last(section)
        facts_early(section)
        own_together(section)
        tasks_last(section)
        in_sequence(section)
        join_short(section)
    most = round(most * (1 + _OVER))
    room = most - composition.length
    for section in plan.points:
        room -= hand_on(section, room)
    list_remarks(plan, situation, room)
    room = lead_on(plan, situation, most - composition.length)
    call_for(plan, situation, room)
    for section in plan.sections:
        for block in section.blocks:
            close_row(block)
            run_on(block)
    return composition


def _facts_length(brief: Brief, points: list[PointPlan]) -> int:
    """Characters of content the brief brings."""
    frame = [*brief.basis, brief.closing.goal or "", brief.closing.message or ""]
    frame += [(a.who or "") + a.what for a in brief.agenda]
    return sum(map(len, frame)) + sum(p.mass + len(p.heading or "") for p in points)


def _lay(worder: Worder, points: list[PointPlan], review: PointPlan | None, target: int) -> Plan:
    """The plan with all its paragraphs, unworded; headings are chosen here, before anything."""
    genre = worder.situation.genre
    plan = Plan([])
    scene = lay_scene(points, genre)
    # Headings that the user gave stand even where the genre has none of its own.
    headed = bool(points) and all(p.heading for p in points)
    numbered = headed or (genre.numbered and len(points) > 1)
    headings: list[Heading | None] = [None] * len(points)
    if numbered:
        headings = _headings(worder, points, plan)
    worder.scorer.count(len(points))
    opening = lay_opening(worder.situation, plan, len(points) if numbered else 0)
    for unit in opening.units():
        # What leads into the points counts them, whatever lists stand before it.
        unit.count = len(points)
    if review is not None:
        brief, situation = worder.situation.brief, worder.situation
        manner = Manner(numbered, situation.directive, brief.topic.name, situation.seed)
        _before_transition(opening, lay_review(review, manner))
    opening.blocks[1:1] = scene
    plan.sections.append(opening)
    if genre.agenda and worder.situation.brief.agenda:
        plan.sections.append(lay_agenda(worder.situation))
    _lay_points(worder, plan, points, headings, target)
    plan.sections.append(lay_closing(worder.situation, plan))
    return plan


def _lay_points(
    worder: Worder,
    plan: Plan,
    points: list[PointPlan],
    headings: list[Heading | None],
    target: int,
) -> None:
    """The sections of the points, each under its heading where it has one."""
    situation, shelf = worder.situation, worder.shelf
    shares = share_out(points, round(target * (1 - _FRAME)))
    # Where several points could tell what mechanisms there are to be, the last one does.
    lasting = next((p for p in reversed(points) if has_mechanisms(p)), None)
    link_answers(situation.brief, points)
    if situation.genre.direction == "上行":
        link_requests(situation.brief, points)
    led = False
    topic, directive = situation.brief.topic.name, situation.directive
    on = [
        _passages_on(point, heading, shelf) for point, heading in zip(points, headings, strict=True)
    ]
    every = frozenset[int]().union(*on)
    laid = zip(points, headings, shares, on, strict=True)
    for number, (point, heading, share, headed) in enumerate(laid, 1):
        ground = Ground(
            Manner(heading is not None, directive, topic, situation.seed),
            share,
            lasting=point is lasting,
            answered=any(map(has_mechanisms, points[number:])),
            formal=situation.genre.formal,
            equals=situation.genre.direction == "平行",
        )
        section = lay_point(point, ground)
        section.told = content_of(heading.told if heading else "")
        others = [p.heading for p in points if p is not point and p.heading]
        section.elsewhere = content_of("，".join(others))
        section.headed, section.reserved = headed, every - headed
        if situation.directive and number > 1 and heading is not None:
            said = [u.thread for s in plan.points for u in s.units() if u.thread]
            first = next(iter(section.units()), None)
            if first is not None:  # of a point that lost what it had to another none is left
                first.thread = thread_between(points[number - 2], point, worder, said)
        _leave_open(point, section, plan)
        tie_requests(point, section, situation)
        if not (situation.genre.numbered or led):
            led = lead_to_scenes(section, situation)
        if heading is not None:
            section.blocks.insert(0, _heading_block(heading, number))
        plan.sections.append(section)


def _passages_on(point: PointPlan, heading: Heading | None, shelf: Shelf) -> frozenset[int]:
    """The passages on what a point's heading names or one of its tasks and sentences does."""
    told = [item if isinstance(item, str) else item.task for item in point.items]
    texts = [heading.text, *told] if heading else told
    return frozenset().union(*(shelf.index.on_heading(terms_of(text)) for text in texts))


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
    if text in plan.pending.values():  # two points of one focus: asked for once
        return
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
        composed = headings[index]
        point.headed = point.headed or (composed is not None and composed.tasked)
        point.spelled = composed is not None and composed.spelled
        if composed is None and _head_by_content(point):
            headings[index] = Heading(point.heading or "", told=point.heading or "")
        elif composed is None:
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
    if isinstance(first, Task):
        point.headed = True
    elif 0 in point.causes:
        return False  # the problem that it answers is told with it
    else:
        point.have(point.items[1:])
    point.heading = text
    return True


def _heading_block(heading: Heading, number: int) -> Block:
    said = heading.sentence()
    return Block("heading", level=1, number=number, heading=heading.text, heading_said=said)


def _budget(plan: Plan, points: list[PointPlan], target: int, worder: Worder) -> None:
    """What each section should come to: the points share what opening and closing leave."""
    around = 0
    for section in plan.sections:
        if section.name != "point":
            told = sum(unit.grows in ("item", "evidence") for unit in section.units())
            section.budget = section.length + _MORE * told
            around += section.budget
    shares = share_out(points, target - around)
    spare = [section.length + _VARIETY * _left(section, worder) for section in plan.points]
    for section, share in zip(plan.points, level_out(shares, spare), strict=True):
        section.budget = share


def _left(section: Section, worder: Worder) -> int:
    """Characters of what could still be said in a point."""
    moves = {m: None for u in section.units() for m in u.room}
    return worder.scorer.left("points", tuple(moves), section.focus)
