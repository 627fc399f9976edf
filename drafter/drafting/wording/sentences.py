"""What goes with a plain sentence of the user's: a demand, a principle, a practice, a deed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from drafter.bank.acts import ACT_MARKS
from drafter.drafting.planning.plan import Unit
from drafter.drafting.setting.matters import (
    deeds_in,
    demanded_in,
    failings_in,
    in_turn,
    is_told,
    matters_of,
)
from drafter.drafting.setting.user_words import acts, as_clause, want
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.stock.suiting import both, comments, general, of_no_field, pointed
from drafter.drafting.wording.place import Near
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data
from drafter.speech import Sentence

__all__ = ["first_of", "of_deed", "of_demand", "of_failing", "of_measure", "of_statement"]

#: What points on what is the case are about: they demand nothing.
_TOLD = ("成绩", "问题", "形势")
#: Points whose plain sentences say what is to be done.
_AT_WORK = ("任务", "责任", "保障", "作风", "创新")
#: Where what somebody did is told.
_RESULTS = ("成绩",)


def of_deed(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """What a deed shows and what it asks of those present, where one is held up to them."""
    genre = worder.situation.genre
    # At a ceremony what somebody did is told among what moves those present as well.
    told = _RESULTS if genre.numbered else (*_RESULTS, "认识")
    held_up = unit.grows == "deed" or (unit.grows == "follow" and unit.focus in told)
    heard = worder.situation.directive or not genre.numbered
    if not held_up or unit.grown or not unit.text or not heard:
        return []
    return first_of(deeds_in(unit.text), worder, _follow(unit), near, room)


def of_demand(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """What goes with a demand on the listeners (存折一律不许代管).

    As with a task's measures, what is written for its kind has no focus of its own.
    """
    told = unit.grows not in ("follow", "rule") or unit.focus in _TOLD
    told = told or bool(unit.grown and unit.grows == "follow")
    if told or not unit.text or not worder.situation.directive:
        return []
    demands = demanded_in(unit.text)
    if not demands:
        return first_of(_work_set(unit), worder, _follow(unit), near, room)
    # What is done by it has its word before: 提前通知 is no matter of notices.
    asked = demands[:-1] if unit.grown else demands
    return first_of(asked, worder, _follow(unit), near, room)


def _work_set(unit: Unit) -> list[frozenset[str]]:
    """What kinds of act a plain sentence sets those present to: 对桥梁进行一次检测.

    They are asked for as a task's measures are; a sentence that tells or explains sets no work.
    """
    clause = want(as_clause(unit.text))
    if unit.focus not in _AT_WORK or unit.grown or not acts(clause) or is_told(clause):
        return []
    return in_turn(frozenset([m for m in matters_of(clause) if m.startswith(ACT_MARKS)]))


def of_failing(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """What in himself a failing comes from and how he will mend it, in a report on himself."""
    himself = worder.situation.genre.words.get("we") == "我"
    failing = _failing_at(unit)
    if not himself or unit.grown or not failing:
        return []
    said = first_of(failings_in(failing), worder, _follow(unit), near, room)
    if said:
        unit.about = frozenset()  # what such problems come from in general adds nothing to that
    return said


def of_measure(
    worder: Worder, unit: Unit, near: Near, room: int, asked: list[frozenset[str]]
) -> list[Sentence]:
    """What is thought of a task's measures (``asked``) where nothing is said of it yet.

    That is for who reports and who answers equals; whoever gives orders says what is to be done.

    What is written for a part of a field asks for a task that is called by it.
    """
    if unit.grown or worder.situation.genre.direction == "下行":
        return []
    suits = both(comments, of_no_field)
    passage = Wanted(unit.part, unit.room, unit.focus, passage=True, suits=suits)
    return first_of(asked, worder, passage, replace(near, task=None), room)


def _failing_at(unit: Unit) -> str:
    """The problem a place has just told, alone or as one of a list; empty where it tells none."""
    if "problem" in unit.facts:
        # Of several just told the last is the one that a sentence beside them goes on from.
        return unit.facts["problem"].exact[-1]
    return unit.text if unit.moves == ("problem",) else ""


def _follow(unit: Unit) -> Wanted:
    """What follows up a sentence, whatever field it is for."""
    return Wanted(unit.part, ("follow",), unit.focus, suits=comments)


def first_of(
    abouts: Iterable[frozenset[str]], worder: Worder, wanted: Wanted, near: Near, room: int
) -> list[Sentence]:
    """What is left to say of the first of these things that has something left."""
    for about in filter(None, abouts):
        if said := worder.free(wanted, near, room, about=about):
            return said
    return []


def of_statement(worder: Worder, unit: Unit, near: Near, room: int) -> list[Sentence]:
    """What goes with a practice that is reported, a principle (毒品不除，家无宁日), a deed."""
    focus, ways = "创新", read_data("wording.yaml")
    if worder.situation.directive:
        focus = "认识" if re.search(ways["principle"], unit.text) else ""
        if unit.focus == "成绩" and re.search(ways["somebody_did"], unit.text):
            focus = unit.focus
    if unit.grows != "follow" or not focus or (focus == "创新" and unit.focus != focus):
        return []
    wanted = Wanted(unit.part, ("follow",), focus, suits=both(pointed, general))
    return worder.free(wanted, near, room)
