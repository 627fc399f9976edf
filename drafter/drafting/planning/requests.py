"""Requests: what was asked at a meeting, named with the task by which somebody promises to meet it.

A street that is asked 工期不拖、矛盾不上交 and sets tasks of its own should say which of them
answers which request; the chair who asked listens for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.brief.model import Brief, Task
from drafter.drafting.planning.causes import shared_word
from drafter.drafting.planning.items import pledging
from drafter.drafting.planning.plan import Section, Unit
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.setting.situation import Situation, roll
from drafter.drafting.setting.user_words import as_clause, clean
from drafter.resources import read_data

__all__ = ["requests_of", "tie_requests"]

#: A request longer than this is a speech, not something to be called back in a breath.
_LONGEST = 16
#: So many tasks say which request they meet; with all it would be a pattern.
_MOST = 2


def requests_of(brief: Brief) -> list[str]:
    """What those on the agenda asked for, clause by clause."""
    ways = read_data("wording.yaml")["requested"]
    asked = [re.search(ways["asks"], as_clause(item.what)) for item in brief.agenda]
    clauses = [c for found in asked if found for c in re.split("[，、；]", found["what"])]
    bare = [re.sub(ways["head"], "", clause) for clause in clauses]
    return [clause for clause in bare if 2 < len(clause) <= _LONGEST]


def tie_requests(point: PointPlan, section: Section, situation: Situation) -> None:
    """Name the request before the task that meets it, where who took it up promises to."""
    told = [u for u in section.units() if u.grows == "task" and not u.prefix]
    units = [u for u in told if not u.goes_on]
    tasks = [item for item in point.items if isinstance(item, Task)]
    if not pledging(situation.genre):
        _tie_basis(units, tasks, situation)
        return
    open_ = requests_of(situation.brief)
    ways: list[str] = read_data("wording.yaml")["requested"]["say"]
    tied = 0
    for unit, task in zip(units, tasks, strict=False):
        met = [r for r in open_ if shared_word(r, task, situation.brief.topic.name)]
        if not met or unit.thread or tied == _MOST:
            continue
        way = ways[(roll(situation.seed, "asked") + tied) % len(ways)]
        unit.thread = way.format("、".join(met))
        open_ = [r for r in open_ if r not in met]
        tied += 1


def _tie_basis(units: Sequence[Unit], tasks: Sequence[Task], situation: Situation) -> None:
    """Say of the one task of the speech that carries out what it is based on that it does."""
    ways = read_data("requests.yaml")["basis"]
    said = ways["met"].get(situation.genre.direction)
    met = _carries_out(situation.brief) if said and "basis" in situation.facts else None
    for unit, task in zip(units, tasks, strict=False):
        if met == task.task and not unit.thread and not unit.cause and not unit.answers:
            unit.thread = said[roll(situation.seed, "basis") % len(said)]


def _carries_out(brief: Brief) -> str | None:
    """The first task that has a word of its own in common with what the speech is based on."""
    demands = read_data("requests.yaml")["basis"]["demands"]
    based = [as_clause(b) for b in brief.basis if re.search(demands, b)]
    tasks = [c for p in brief.points for c in p.content if isinstance(c, Task)]
    # Whose work it is tells no task from another: 集团第三次党代会 and 集团列出难题.
    whose = f"{brief.topic.name}，{clean(brief.unit.name)}"
    met = (t.task for t in tasks if any(shared_word(b, t, whose) for b in based))
    return next(met, None)
