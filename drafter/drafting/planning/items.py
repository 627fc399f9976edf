"""Items: the content of a point as its speaker says it, who reports, pledges or asks."""

from __future__ import annotations

import re

from msgspec.structs import replace

from drafter.brief.model import Task
from drafter.drafting.planning.arcs import is_ahead
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.user_words import acts, as_clause, as_sentence, has_doer, join_clauses
from drafter.resources import read_data

__all__ = ["comes_next", "item_of", "pledging"]

#: A promise is a short phrase; what is longer is a sentence of its own.
_PROMISE = 34


def pledging(genre: Genre) -> bool:
    """Whether somebody speaks for himself to those beside him, who takes up a post: he promises."""
    return genre.words.get("we") == "我" and genre.direction == "平行"


def comes_next(heading: str | None, genre: Genre) -> bool:
    """Whether a heading of somebody's report says that the point is on what comes next."""
    if genre.direction != "上行" or pledging(genre):
        return False
    return re.search(read_data("wording.yaml")["comes_next"], heading or "") is not None


def item_of(
    content: Task | str, place: int, done: bool, focus: str, genre: Genre, *, past: bool = False
) -> Task | str:
    """The content as it is said: what a report tells as ``done`` is no order to anybody.

    Where achievements are told, or a later point says what comes next (``past``), a task without a
    day to come was done.
    """
    if isinstance(content, str):
        pledges = pledging(genre) or (genre.words.get("we") == "我" and focus == "承诺")
        if focus == "希望" and not pledges and genre.direction != "上行":
            return as_sentence(_wished(content, place))
        return as_sentence(_pledged(content) if pledges else content)
    if not done or (is_ahead(content) and not _was_done(content, past or focus == "成绩")):
        return replace(content, measures=list(dict.fromkeys(content.measures)))
    return as_sentence(_done(content, place, genre.words.get("we", "我们")))


def _was_done(task: Task, achieved: bool) -> bool:
    """Whether a task among what was achieved was done: it waits for no day, aims at nothing yet."""
    ahead = read_data("wording.yaml")["aims"]
    return achieved and not task.deadline and not re.search(ahead, task.goal or "")


def _done(task: Task, place: int, we: str) -> str:
    """What was done for a task: 围绕优化布局，我们撤并了小学校; its ``place`` decides how.

    What it came to stands behind it (每天捎运快件1.3万件).
    """
    said = _did(task, place, we)
    return f"{said}，{as_clause(task.goal)}" if task.goal else said


def _did(task: Task, place: int, we: str) -> str:
    wording = read_data("wording.yaml")
    what, measures = as_clause(task.task), [as_clause(m) for m in task.measures]
    if task.owner:
        we = wording["done_by"].format(as_clause(task.owner))
    if not measures:
        return f"{we}{what}" if task.owner or what[:2] in wording["verbs"] else what
    if what[:2] in wording["verbs"] and not any(map(acts, measures)):
        # What was done says itself how: 实行两段式安排，第一段辅导作业.
        return f"{we if task.owner else ''}{what}，{join_clauses(measures)}"
    way = wording["done"][place % len(wording["done"])].format(what)
    doer = "" if any(map(has_doer, measures)) and not task.owner else we
    return f"{way}{doer}{join_clauses(measures)}"


def _wished(text: str, place: int) -> str:
    """A bare phrase said to those it is wished of: 希望大家守住质量; its ``place`` decides how."""
    ways, clause = read_data("hopes.yaml"), as_clause(text)
    whole = not acts(clause) and re.search(ways["states"], clause)
    if len(clause) > int(ways["longest"]) or whole or re.search(ways["sentence"], clause):
        return text
    say: list[str] = ways["say_named" if re.match(ways["named"], clause) else "say"]
    return say[min(place, len(say) - 1)].format(clause)


def _pledged(text: str) -> str:
    """A phrase without a subject as the speaker's promise: 我将向老专家学习.

    What begins with no verb is left as it is: 故障抢修，30分钟到现场.
    """
    pledged = read_data("wording.yaml")["pledged"]
    clause = as_clause(text)
    first = clause.split("，")[0]
    if len(clause) > _PROMISE or "我" in clause or re.search(pledged["subject"], first):
        return text
    form = next(f for f in pledged["forms"] if re.search(f["cue"], clause))
    heads: list[str] = form["say"]
    plain = not (form["cue"] or acts(clause))
    return text if plain else heads[len(clause) % len(heads)] + clause
