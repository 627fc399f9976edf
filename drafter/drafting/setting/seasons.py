"""Seasons: what is said of one season alone has no place in a speech of the other."""

from __future__ import annotations

import re

from drafter.brief.model import Brief, Task
from drafter.resources import read_data

__all__ = ["out_of_season"]


def out_of_season(brief: Brief) -> tuple[str, ...]:
    """Words of seasons that this speech is not in and its brief does not speak of; often none."""
    seasons: dict[str, dict[str, list[str]]] = read_data("seasons.yaml")
    told = _told(brief)
    named = [name for name, season in seasons.items() if re.search(str(season["cue"]), told)]
    month = str(brief.date.month) if brief.date else ""
    here = named or [name for name, season in seasons.items() if month in season["months"]]
    if not here:
        return ()
    return tuple(
        word
        for name, season in seasons.items()
        if name not in here
        for word in season["said"]
        if word not in told
    )


def _told(brief: Brief) -> str:
    """The brief's own words."""
    texts = [brief.topic.name, brief.topic.area or "", brief.meeting or "", brief.title or ""]
    texts += [*brief.basis, *brief.achievements, *brief.problems, *(a.what for a in brief.agenda)]
    texts += [brief.closing.goal or "", brief.closing.message or ""]
    for point in brief.points:
        texts.append(point.heading or "")
        for item in point.content:
            texts += _of_task(item) if isinstance(item, Task) else [item]
    return "\n".join(texts)


def _of_task(task: Task) -> list[str]:
    return [task.task, *task.measures, task.goal or "", task.deadline or ""]
