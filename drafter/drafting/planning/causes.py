"""Causes: which problem of the brief a task plainly answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from drafter.brief.model import Task
from drafter.drafting.setting.terms import terms_of
from drafter.drafting.setting.user_words import is_single
from drafter.resources import read_data

__all__ = ["causes_of", "is_short_cause"]

#: A problem up to this length can be said inside the sentence of the task that answers it, up to
#: the other in a sentence before it.
_CAUSE, _TOLD = 24, 45
#: 48万元 and 1万元 have nothing to do with each other.
_FIGURE = re.compile(r"\d[\d.,]*[%％万亿千百十]*")


def causes_of(
    tasks: Sequence[Task], problems: Sequence[str], topic: str, heard: bool = False
) -> dict[int, str]:
    """For each task (its place) that answers a problem, that problem.

    They share words that are not everybody's; those that share most are tied first, or a problem
    would be gone to a task that it has a word in common with before its own comes up. At most half
    of the problems are told with their tasks, one with each; the others are told together where
    problems belong. Who answers what he has ``heard`` from those present tells each with its
    answer, as long as there are words for it.
    """
    common = terms_of(topic) | _common()
    told = [_words("，".join([t.task, *t.measures])) for t in tasks]
    pairs = [
        (-len(shared), problem, task)
        for problem, text in enumerate(problems)
        if _can_be_cause(text)
        for task, words in enumerate(told)
        if (shared := (_words(text) & words) - common)
    ]
    most = len(read_data("wording.yaml")["cause"]["heard"]) if heard else len(problems) // 2
    out: dict[int, str] = {}
    for _, problem, task in sorted(pairs):
        free = task not in out and problems[problem] not in out.values()
        if free and len(out) < most:
            out[task] = problems[problem]
    return out


def is_short_cause(problem: str) -> bool:
    """Whether 针对…的问题 can go before a task: one clause that is not too long."""
    return len(problem) <= _CAUSE and "，" not in problem


def _can_be_cause(problem: str) -> bool:
    barred = read_data("wording.yaml")["cause"]["not"]
    return len(problem) <= _TOLD and is_single(problem) and not re.search(barred, problem)


def _words(text: str) -> frozenset[str]:
    return terms_of(_FIGURE.sub("，", text))


@cache
def _common() -> frozenset[str]:
    """Words that tell no task from another: offices' own, and whom all the work is for (患者)."""
    levels = read_data("levels.yaml").values()
    people = "，".join(level[who] for level in levels for who in ("staff", "folk") if who in level)
    return terms_of(people).union(read_data("wording.yaml")["cause"]["common"])
