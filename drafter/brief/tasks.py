"""A task as notices word it → its measures, owner, deadline and goal.

（一）全面排查隐患。建立台账，实行挂图作战。由各乡镇负责，12月底前完成。 The cue words are in
data/notice.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from drafter.brief.notice_words import any_of
from drafter.text.entities import find_entities

__all__ = ["clauses_of", "task_of"]

#: A sentence of clauses this short is a row of measures, one a clause; a longer one is one measure.
_SHORT = 16
_PARTS = re.compile(r"[。；！]")
#: The days a stage takes: 7月1日至7月31日, 8月至10月.
_SPAN = re.compile(
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?\s*[至到—–~-]+\s*(?:\d{4}年)?\d{1,2}(?:月(?:\d{1,2}日|底)?|日)(?:前)?$"
)
_BRACKET = re.compile(r"（([^（）]*)）")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "owner": re.compile(rf"{any_of('owner_labels')}\s*[:：]\s*([^；。，（）]+)"),
        "done_by": re.compile(rf"由([^，。；（）]{{2,40}}?){any_of('owner_verbs')}[^，。；（）]*"),
        "bracket_owner": re.compile(rf"^([^，。；：]{{2,60}}?){any_of('owner_verbs')}(?:，.*)?$"),
        "deadline": re.compile(rf"{any_of('deadline_labels')}\s*[:：]\s*([^；。，（）]+)"),
        "goal": re.compile(rf"^{any_of('goal_verbs')}"),
        "owner_first": re.compile(
            rf"^([^，。；：要]{{1,40}}?{any_of('owner_ends')}){any_of('owner_calls')}(?!求|点|素|害)"
        ),
    }


def task_of(heading: str, text: str) -> dict[str, Any]:
    """任务, 措施, 责任, 时限 and 目标 as far as ``text`` tells them; empty ones are left out.

    A heading may be all of it: 县住建局要在12月5日前完成管网检修，确保不带病运行。
    """
    found: dict[str, Any] = {}
    heading = _BRACKET.sub(lambda m: "" if _take(m[1], found) else m[0], heading)
    heading, more = _headed(heading, found)
    text = more + text
    found = {"任务": _verb(heading), **found}
    text = _BRACKET.sub(lambda m: "" if _take(m[1], found) else m[0], text)
    measures: list[str] = []
    for clause in clauses_of(text):
        rest = _without(clause, found)
        if rest:
            measures.append(_verb(rest))
    found["措施"] = measures
    return {k: v for k, v in found.items() if v}


def _headed(heading: str, found: dict[str, Any]) -> tuple[str, str]:
    """A heading without owner and deadline, which are noted, and what it says besides the task."""
    owner = _patterns()["owner_first"].match(heading)
    task, _, more = heading.partition("，")
    if not (owner or _patterns()["goal"].match(more)):
        return heading, ""
    if owner:
        found.setdefault("责任", owner[1])
        task = task[owner.end() :]
    deadline = _deadline(task)
    if deadline:
        found.setdefault("时限", deadline)
        task = re.sub(rf"[在于]?{re.escape(deadline)}", "", task)
    return task, more


def _take(inside: str, found: dict[str, Any]) -> bool:
    """Whether the words of a bracket are the task's owner or deadline; then they are noted."""
    before = len(found)
    for key in ("owner", "deadline"):
        hit = _patterns()[key].search(inside)
        if hit:
            found.setdefault("责任" if key == "owner" else "时限", hit[1].strip())
    owner = _patterns()["bracket_owner"].match(inside)
    if owner and len(found) == before:
        found["责任"] = owner[1].removeprefix("由")
    elif len(found) == before and _SPAN.match(inside):
        found["时限"] = inside
    return len(found) > before


def _without(clause: str, found: dict[str, Any]) -> str:
    """A clause without what it says of owner, deadline and goal, which is noted."""
    for key, field in (("owner", "责任"), ("done_by", "责任"), ("deadline", "时限")):
        hit = _patterns()[key].search(clause)
        if hit:
            found.setdefault(field, hit[1].strip())
            clause = clause[: hit.start()] + clause[hit.end() :]
    deadline = _deadline(clause)
    if deadline and "时限" not in found:
        found["时限"] = deadline
        clause = re.sub(re.escape(deadline) + r"(?:全面|全部|基本)?(?:完成|到位|落实)?", "", clause)
    clause = clause.strip("，、 ")
    if _patterns()["goal"].match(clause) and "目标" not in found:
        found["目标"] = clause
        return ""
    return clause


def _deadline(clause: str) -> str:
    """A date by which something is done: 12月底前, 2027年1月31日前."""
    for entity in find_entities(clause):
        if entity.kind == "date":
            after = clause[entity.end : entity.end + 2]
            text = entity.text + ("之前" if after == "之前" else "前" if after[:1] == "前" else "")
            if text.endswith("前"):
                return text
    return ""


def clauses_of(text: str) -> list[str]:
    """The things a paragraph says: its sentences; rows of short clauses one by one."""
    out: list[str] = []
    for sentence in _PARTS.split(text):
        clauses = [c.strip() for c in sentence.split("，") if c.strip()]
        row = len(clauses) > 1 and all(len(c) <= _SHORT for c in clauses)
        goals = any(_patterns()["goal"].match(c) or _deadline(c) for c in clauses)
        owned = any(_patterns()["done_by"].search(c) for c in clauses)
        out.extend(clauses if row or goals or owned else ["，".join(clauses)] if clauses else [])
    return out


def _verb(text: str) -> str:
    """Without the end mark and a leading 要, as tasks and measures stand in a brief."""
    text = text.strip("。；，、：: ")
    return text[1:] if text.startswith("要") and not text.startswith("要求") else text
