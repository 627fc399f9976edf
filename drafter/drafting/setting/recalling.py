"""Recalling: the short names by which a speech comes back to what it has asked for.

A head who has set four tasks says how they hang together and who is to carry them, by their
names: 备足煤炭、抢修管网、入户测温，这几件事一环扣着一环. That is more of the brief's own, where
a sentence on any work would stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.brief.model import Brief, Task
from drafter.drafting.setting.user_words import as_clause, want

__all__ = ["RECALLED", "in_one_breath", "recalled"]

#: The words that bring something back; each is said once in a speech, after what it brings back.
RECALLED = frozenset({"tasks", "owners", "times"})
#: So many names are kept in mind by ear, each of so many characters; a figure is said once.
_MANY, _NAME = range(2, 5), 12
_MARK = re.compile(r"[，、；：。！？,;（(\d]")
#: A day has figures, but no marks.
_DUE = re.compile(r"[，、；：。！？,;（(]")
#: By when a thing must be done: 9月底前, 9月15日前.
_DAY = r"^(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底)前$"
#: The last day of a month.
_LAST = 31
#: Everybody (全体干部职工) is no one among others.
_ALL = "全"


def recalled(brief: Brief) -> dict[str, str]:
    """The tasks and their owners by name, and by when they are due, as slots take them.

    What cannot be told so is left out. Tasks of several points are several lists, which nobody
    brings together in one breath.
    """
    lists = [[c for c in p.content if isinstance(c, Task)] for p in brief.points]
    lists = [tasks for tasks in lists if tasks]
    if len(lists) != 1:
        return {}
    tasks = lists[0]
    owners = [o for task in tasks if task.owner for o in re.split("[、，,；;]", task.owner)]
    named = {
        "tasks": _named(want(as_clause(task.task)) for task in tasks),
        "times": _named(_days(tasks), _DUE),
        "owners": "" if _ALL in {o[:1] for o in owners} else _named(map(as_clause, owners)),
    }
    return {slot: text for slot, text in named.items() if text}


def _days(tasks: Iterable[Task]) -> list[str]:
    """The days by which tasks must be done, the first first; 长期坚持 is none, nor is 汛期前."""
    found = [m for t in tasks if (m := re.search(_DAY, as_clause(t.deadline or "")))]
    return [m[0] for m in sorted(found, key=lambda m: (int(m["month"]), int(m["day"] or _LAST)))]


def _named(names: Iterable[str], barred: re.Pattern[str] = _MARK) -> str:
    told = list(names)
    return "" if any(map(barred.search, told)) else in_one_breath(told, _MANY, _NAME)


def in_one_breath(names: Iterable[str], many: range, longest: int) -> str:
    """The names one after another; empty where they are not so ``many``, too long or in doubt."""
    told = list(dict.fromkeys(names))
    short = all(0 < len(name) <= longest for name in told)
    return "、".join(told) if short and len(told) in many else ""
