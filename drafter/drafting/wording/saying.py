"""Saying: the units of a plan put into words, in the order of the speech."""

from __future__ import annotations

import re

from msgspec.structs import replace

from drafter.drafting.planning.causes import is_short_cause
from drafter.drafting.planning.items import pledging
from drafter.drafting.planning.plan import Block, Plan, Section, Unit
from drafter.drafting.setting.befallen import ways_of_telling
from drafter.drafting.setting.situation import roll
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.stock.suiting import (
    Test,
    any_at_all,
    both,
    by_name,
    comments,
    general,
    introduces,
    of_its_field,
    pointed,
    turning,
)
from drafter.drafting.wording.adding import CLOSE
from drafter.drafting.wording.beside import near_of
from drafter.drafting.wording.covers import Telling, tell
from drafter.drafting.wording.fronts import passage, reason
from drafter.drafting.wording.memory import clumsy
from drafter.drafting.wording.once import purpose_once
from drafter.drafting.wording.passages import suiting
from drafter.drafting.wording.place import Near
from drafter.drafting.wording.threads import thread
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data
from drafter.speech import Sentence, spoken_length

__all__ = [
    "answering",
    "close_row",
    "number_run_in",
    "open_points",
    "run_on",
    "word_plan",
    "word_unit",
]

#: Why a matter counts, where the opening of a report says it.
_REASON = ("why",)
#: What is said of an item of the agenda, by a chair or by who speaks after it.
_OF_ITEMS = (("herald",), ("reply",), ("heed",))


def word_plan(plan: Plan, worder: Worder) -> None:
    """Put every unit into words, in the order of the speech."""
    for section in plan.sections:
        if section.name == "closing":
            _take_up(section, plan, worder)
        for block in section.blocks:
            _word_heading(block, worder)
            for unit in block.units:
                word_unit(section, unit, worder)
            number_run_in(block)


def open_points(plan: Plan, worder: Worder, room: int) -> int:
    """Let points that open with nothing open with words for any work; how long those are.

    Nothing of the matter was at hand, and without them the speech is too short: there is ``room``
    for so many characters.
    """
    added = 0
    for section in plan.points:
        for unit in section.units():
            if unit.spared and not unit.said:
                unit.spared = False
                word_unit(section, unit, worder)
                length = sum([len(s.text) for s in unit.said])
                if added + length > room:
                    unit.said = []  # a passage where a sentence would have done
                    continue
                added += length
    return added


def _take_up(closing: Section, plan: Plan, worder: Worder) -> None:
    """A closing answers what the opening began with (交账, 赶考, 掌声).

    That is what the frames of the opening speak of; the brief's own words are everywhere.
    """
    begun = [s.text for section in plan.sections[:1] for b in section.blocks for s in b.sentences]
    about = content_of("，".join(begun)) - worder.situation.about
    for unit in closing.units():
        if unit.kind == "free":
            unit.about = about


def _word_heading(block: Block, worder: Worder) -> None:
    if block.role != "heading":
        return
    if block.heading_said is None:
        block.heading_said = Sentence(block.heading + "。", "heading", None, "brief", (block.told,))
    worder.memory.add(block.heading_said.text)


def _lead_over(unit: Unit, worder: Worder) -> None:
    """What takes up the point before, ahead of the sentence that opens this one."""
    if unit.thread and unit.said:
        worder.memory.add(unit.thread)
        unit.said.insert(0, thread(unit.thread))


def word_unit(section: Section, unit: Unit, worder: Worder) -> None:
    """Put one unit into words, after what stands before it."""
    if unit.kind == "verbatim":
        unit.said = [worder.verbatim(unit.text, unit.moves[0], unit.fields)]
    elif unit.kind == "tell":
        near = near_of(section, unit)
        telling = Telling(unit.part, unit.moves, unit.facts, unit.focus, near)
        if unit.at_once:
            telling = replace(telling, most=1)
        told = tell(worder, telling)
        # The purpose names the case that is warned of.
        unit.said = told if "case" in worder.situation.words else purpose_once(told)
        if unit.turns:
            _turn(unit, worder)
    elif unit.kind == "free":
        _word_free(section, unit, worder, near_of(section, unit))
    if unit.cause:
        _give_cause(unit, worder)
    elif unit.answers and unit.said and not unit.prefix and not worder.answered:
        _refer_back(unit, worder)  # once: said of each task it is a rule of writing read aloud
    worder.has_tasks |= unit.grows == "task"
    _lead_over(unit, worder)


def _word_free(section: Section, unit: Unit, worder: Worder, near: Near) -> None:
    """Say something without a fact of its own, where something is left that fits."""
    if unit.count or unit.part == "points":
        worder.scorer.count(unit.count)
    place = (unit.part, unit.moves, unit.focus)
    fits = _suits(unit)
    unit.said = []
    if section.name == "opening" and unit.part == "points" and unit.moves == _REASON:
        unit.said = reason(Wanted(*place, passage=False, suits=of_its_field), near, worder)
        return
    if unit.moves == ("follow",):
        # A task without details: what goes with it, before what goes with any task.
        fits = general
        beside = Wanted(unit.part, unit.room, unit.focus, passage=False)
        unit.said = worder.free(Wanted(*place), near, about=unit.about)
        unit.said = unit.said or worder.free(beside, near, least=CLOSE)
    if unit.part == "closing":
        # Whom the brief told of, then what answers the opening, before what goes with any.
        unit.said = worder.free(Wanted(*place, suits=by_name), near)
        unit.said = unit.said or worder.free(Wanted(*place), near, about=unit.about)
        if unit.said:
            return
    if unit.moves in _OF_ITEMS:
        # What is written for this sort of item, before what goes with any.
        unit.said = worder.free(Wanted(*place), near, about=unit.about)
        unit.said = unit.said or worder.free(Wanted(*place, suits=general), near)
        return
    if unit.backbone or unit.bound:
        passes = both(fits, more) if (more := suiting(section, worder)) is not comments else fits
        unit.said = passage(unit, Wanted(*place, passage=True, suits=passes), near, worder)
        if unit.bound or unit.spared:
            return
    if unit.turns:
        # Problems stand behind what was praised, and the speech turns to them.
        unit.said = worder.free(Wanted(*place, passage=False, suits=turning), near)
    if not unit.said:
        unit.said = worder.free(Wanted(*place, passage=False, suits=fits), near)
    if not unit.said and unit.intro and unit.count:
        unit.said = [worder.plain_lead(unit.moves[0])]


def _give_cause(unit: Unit, worder: Worder) -> None:
    """The problem a task answers, said before what is to be done or in a sentence before it."""
    first = unit.said[0] if unit.said else None
    directive = worder.situation.directive
    text = answering(unit, first.text) if first and directive else ""
    if first is not None and text:
        unit.said[0] = replace(first, text=text, fields=(*first.fields, "问题"))
        return
    ways = read_data("wording.yaml")["cause"]["alone" if directive else _told_by(unit, worder)]
    ways = ways_of_telling(unit.cause) or ways
    if unit.kind == "verbatim":
        ways = read_data("hopes.yaml")["cause"]
    start = roll(worder.situation.seed, "cause")
    told = ""
    for _ in ways:
        told = ways[(start + worder.causes) % len(ways)].format(unit.cause)
        worder.causes += 1
        # What says by itself who says so (大家反映…) is not told as what they mentioned.
        if not clumsy(told):
            break
    unit.said.insert(0, worder.verbatim(told, "problem", ("问题",)))


def _told_by(unit: Unit, worder: Worder) -> str:
    """Who knows of the problem: the speaker, those who spoke before him, or whoever looks.

    Nobody told of himself what some of his like do wrong (有的老师只顾讲).
    """
    if pledging(worder.situation.genre):
        return "mine"
    if re.search(read_data("wording.yaml")["cause"]["fault"], unit.cause):
        return "faults"
    return "heard" if worder.situation.brief.agenda else "seen"


def _refer_back(unit: Unit, worder: Worder) -> None:
    """The problem told before that a task answers, named again ahead of it."""
    name = "again" if worder.situation.directive else "again_reported"
    if unit.kind == "verbatim":  # only requests are
        name = "again_asked"
    ways = read_data("wording.yaml")["cause"][name]
    way = ways[roll(worder.situation.seed, "again") % len(ways)]
    worder.answered = True
    unit.said.insert(0, worder.verbatim(way.format(unit.answers), "problem", ("问题",)))


def answering(unit: Unit, text: str) -> str:
    """A task's sentence with the problem it answers before it; empty where it begins otherwise.

    A short one: 针对…的问题 goes before what is to be done, and before who is to do it by when.
    """
    ways = read_data("wording.yaml")["cause"]
    words = tuple(read_data("wording.yaml")["verbs"])
    heads = [
        e for name in ("task", "deadline") if name in unit.facts for e in unit.facts[name].exact
    ]
    who = unit.facts["owner"].values.get("owner", "") if "owner" in unit.facts else ""
    heads += [f"{way}{who}{then}" for way, then in (("", "要"), ("由", "")) if who]
    told = re.match(ways["telling"], text)
    if told or not (is_short_cause(unit.cause) and text.startswith(("要", *words, *heads))):
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


def _suits(unit: Unit) -> Test:
    """Introductions stand where a unit asks for them or allows them; leads before any content."""
    if unit.intro:
        return introduces
    if unit.moves == ("summary",) and unit.pointed:
        return pointed
    if unit.opens:
        return any_at_all
    return comments


def close_row(block: Block) -> int:
    """Leave out a lone comment between the items of a list; how many characters that frees.

    What is said of one of many (一是…；二是…。……三是…) breaks the row; what is said of half of
    them makes each a sentence of its own. What follows the last stands behind the list.
    """
    members = block.listed[:-1]
    said = [s for u in members for s in u.grown]
    if 2 * sum(bool(u.grown) for u in members) >= len(members):
        return 0
    for unit in members:
        unit.grown, unit.limit = [], 0
    return sum([spoken_length(s.text) for s in said])


def run_on(block: Block) -> None:
    """A list runs on where nothing is said between its items: 一是…；二是…."""
    members = block.listed[:-1]
    if any(unit.grown for unit in members):
        return
    for unit in members:
        said = unit.said[0]
        unit.said[0] = replace(said, text=said.text.removesuffix("。") + "；")


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
