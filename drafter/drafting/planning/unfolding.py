"""Unfolding: a task told measure by measure, where there is room for a word on each.

All measures of a task in one breath (严查超载，增设护栏，12月底前全部销号) are a row of phrases,
and what is said of the first stands behind the last. Told in turn, each has its own word behind it;
by when, and what it should come to, opens or ends the task.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from msgspec.structs import replace

from drafter.brief.model import Task
from drafter.drafting.planning.plan import Unit
from drafter.drafting.setting.facts import Fact, measures_fact
from drafter.drafting.setting.matters import owned_by, spoken_of, wanted_in

__all__ = ["ordered_by", "unfolded"]

#: So many characters of measures are worth two sentences, so many of three or more worth three.
_TWO, _THREE = 12, 44
#: A measure shorter than this is no sentence.
_SHORTEST = 4
#: The last of several sentences may have so many words on it, each of the others one.
_LAST = 2
#: What a task is to come to, and by when.
_ENDS = ("deadline", "result")
#: What is told before the measures where the time is told first.
_FIRST = ("task", "owner", "deadline")
#: In how many ways a task's time and goal may stand: with the last measure, behind it, before all.
_WAYS = 3


def unfolded(unit: Unit, task: Task, turn: int) -> list[Unit]:
    """The unit of a task as the units that tell it measure by measure, itself where it stays one.

    ``turn`` decides where time and goal stand.
    """
    told = unit.facts.get("measures")
    runs = _runs(told.exact) if told else ()
    if told is None or len(runs) < 2:
        return [unit]
    first, *more = [replace(measures_fact(run), field=told.field) for run in runs]
    rest = {name: fact for name, fact in unit.facts.items() if name != "measures"}
    way = turn % _WAYS
    before, beside, behind = _around(rest, way)
    steps = [{**beside, "measures": first}, *({"further": _further(fact)} for fact in more)]
    # A time beside the last measure would be heard as that measure's.
    if way == 0 and "result" in behind:
        steps[-1] |= behind
        behind = {}
    units = [_step(unit, task, facts, last=facts is steps[-1]) for facts in steps]
    if before:
        units.insert(0, _part(unit, facts=before, room=(), limit=0))
    if behind:
        units.append(_part(unit, facts=behind, about=ordered_by(task, behind), limit=1))
    return [units[0], *(_part(u, cause="", answers="", goes_on=True) for u in units[1:])]


def _part(unit: Unit, **changes: Any) -> Unit:
    """A part of a unit, with nothing said of it yet."""
    return replace(unit, said=[], grown=[], at_once=True, **changes)


def _runs(measures: Sequence[str]) -> list[tuple[str, ...]]:
    """The measures a sentence each, or some together where they are short or many."""
    total = sum(map(len, measures))
    parts = 3 if len(measures) > 2 and total >= _THREE else 2
    if total < _TWO or min(map(len, measures)) < _SHORTEST:
        return [tuple(measures)]
    # A measure goes to the part in which its middle lies.
    runs: list[tuple[str, ...]] = [()] * parts
    for measure, end in zip(measures, accumulate(map(len, measures)), strict=True):
        runs[int((end - len(measure) / 2) * parts / total)] += (measure,)
    return list(filter(None, runs))


def _around(
    facts: Mapping[str, Fact], way: int
) -> tuple[dict[str, Fact], dict[str, Fact], dict[str, Fact]]:
    """What of a task is told before its measures, with the first and with the last of them."""
    timed = "deadline" in facts and "deadline" in facts["deadline"].values
    if way == 2 and timed and "owner" in facts:
        before = {name: facts[name] for name in _FIRST if name in facts}
        return before, {}, {name: fact for name, fact in facts.items() if name not in before}
    # From when on it is done (即日起) is told at once.
    behind = {n: f for n, f in facts.items() if n in _ENDS and (n == "result" or timed)}
    return {}, {n: f for n, f in facts.items() if n not in behind}, behind


def _further(measures: Fact) -> Fact:
    """Measures that are told after others of their task."""
    values = {"further": measures.values["measures"]} if measures.values else {}
    return replace(measures, name="further", values=values)


def _step(unit: Unit, task: Task, facts: dict[str, Fact], *, last: bool) -> Unit:
    """What tells one run of measures: it grows by what is written for these.

    What is written for the task as a whole stands behind the last.
    """
    told = facts["further"] if "further" in facts else facts["measures"]
    about = spoken_of("，".join([*((task.task,) if last else ()), *told.exact]))
    return _part(
        unit, facts=facts, about=about | ordered_by(task, facts), limit=_LAST if last else 1
    )


def ordered_by(task: Task, facts: Mapping[str, Fact]) -> frozenset[str]:
    """What is spoken of by those facts that say whose a task is, by when and to what end."""
    about = owned_by(task.owner or "") if "owner" in facts else frozenset[str]()
    about |= wanted_in(task.deadline or "") if "deadline" in facts else frozenset()
    return about | (wanted_in(task.goal or "") if "result" in facts else frozenset())
