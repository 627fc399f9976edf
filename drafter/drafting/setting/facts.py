"""The facts of a brief: each with the slots that can say it and the word forms they take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.brief.model import Brief, Task
from drafter.drafting.setting.user_words import (
    acts,
    as_clause,
    as_done,
    clean,
    has_doer,
    is_single,
    join_clauses,
    names_doer,
    split_head,
    want,
)
from drafter.resources import read_data

__all__ = ["Fact", "facts_of", "measures_fact", "task_facts"]

#: Of so many tasks it is kept what they say: those of some briefs.
_REMEMBERED = 256
#: The brief's field of what a task tells.
_OF_TASKS = "要点.内容.{}"


class Fact(Struct, frozen=True):
    """One fact of the brief: the slots that can say it, the brief's words, the brief's field.

    ``values`` maps slot names to word forms; a sentence says the fact when it holds every string
    of ``exact``, the brief's own words. ``plain`` is how it is said when no frame can say it;
    empty for the way data/wording.yaml has for its name. A fact that is ``free`` stands by itself
    in a sentence: no word of the same clause comes before it. One that names its ``doer`` has no
    other subject before it either.
    """

    name: str
    values: Mapping[str, str]
    exact: tuple[str, ...]
    field: str
    plain: str = ""
    free: bool = False
    doer: bool = False


def facts_of(brief: Brief, meeting: str, purpose: str, *, reports: bool = False) -> dict[str, Fact]:
    """The facts of a brief outside its points, by their names; ``purpose`` is the meeting's.

    Whoever ``reports`` did not call the meeting: what he did was for what the brief is based on.
    """
    facts: dict[str, Fact] = {}

    def add(name: str, values: dict[str, str], exact: Sequence[str], path: str) -> None:
        if any(exact):
            # What holds several sentences fits no frame; without values it is said as it stands.
            whole = all(is_single(v) for v in values.values())
            facts[name] = Fact(name, values if whole else {}, tuple(exact), path)

    add("meeting", {"meeting": meeting}, [meeting], "会议")
    place = as_clause(brief.place or "")
    add("place", {"place": place}, [place], "地点")
    add("purpose", {"purpose": purpose}, [purpose], "主题.名称")
    basis = [want(as_clause(b)) for b in brief.basis]
    add("basis", {"basis": join_clauses(list(map(_carried_out, basis)))}, basis, "依据")
    if plain := _plain_basis(basis, "meeting" if meeting and not reports else "work"):
        facts["basis"] = replace(facts["basis"], values={}, plain=plain)
    _agenda(brief, add)
    goal = clean(brief.closing.goal or "")
    if goal:
        add("goal", _goal(goal), [want(as_clause(goal))], "号召.目标")
    message = as_clause(brief.closing.message or "").removeprefix("让我们")
    add("message", {"message": message}, [message], "号召.寄语")
    if message.startswith("让") and "我们" not in message:
        # 让我们让每一户… is said by nobody.
        facts["message"] = replace(facts["message"], plain=f"我们一起努力，{message}！")
    elif re.match(read_data("wording.yaml")["wished"], message):
        facts["message"] = replace(facts["message"], values={}, plain=f"祝愿大家{message}！")
    elif re.search(read_data("wording.yaml")["whole_message"], message):
        # 让我们新的一年我们一起加油 would say it twice, 让我们祝大家平安 is said by nobody.
        facts["message"] = replace(facts["message"], values={}, plain=f"{message}！")
    return facts


def _plain_basis(basis: list[str], called: str) -> str:
    """The basis as sentences where no frame can say it; nothing where frames can.

    What it is done by (按照…安排) and what has come to pass (去年停水九天) is nothing to be done:
    that stands by itself, and what is to be done behind it.
    """
    ways = read_data("wording.yaml")["basis"]
    if basis and all(re.match(ways["how"], b) for b in basis):
        return str(ways["plain"][called].format(join_clauses(basis)))
    led = [b for b in basis if re.match(ways["led"], b)]
    grounds = [b for b in basis if _is_ground(b)]
    if not (led or grounds):
        return _several(basis, called)
    # Whose guidance it was done under is a sentence of its own, what was to be done another.
    aims = [_carried_out(b) for b in basis if b not in (*led, *grounds)]
    said = [ways["plain"][called].format(join_clauses(led))] if led else []
    said += [f"{ground}。" for ground in grounds]
    said += [ways["aim"][called].format(join_clauses(aims))] if aims else []
    return "".join(said)


def _several(basis: list[str], called: str) -> str:
    """Bases of which one has two clauses, as a sentence of their own; else nothing.

    Side by side they are no phrase that a frame could take in.
    """
    if len(basis) == 1 or not any("，" in b for b in basis):
        return ""
    ways = read_data("wording.yaml")["basis"]["several"]
    aims = f"，{ways['and']}".join(map(_carried_out, basis))
    return str(ways[called].format(aims))


def _is_ground(basis: str) -> bool:
    """Whether it says what has come to pass or how things stand: 近期发生两起事故, 汛期将至."""
    ways = read_data("wording.yaml")["basis"]
    if any(re.search(ways[kind], basis) for kind in ("verbs", "how")):
        return False
    if re.search(ways["passed"], basis):
        return True
    return not re.search(ways["names"], basis) and re.search(ways["ground"], basis) is not None


def _carried_out(basis: str) -> str:
    """The basis as a verb phrase: 省委会议精神 is something to 贯彻落实."""
    ways = read_data("wording.yaml")["basis"]
    named = re.search(ways["names"], basis) and not re.match(ways["verbs"], basis)
    return ways["say"] + basis if named and not re.match(ways["how"], basis) else basis


def _agenda(brief: Brief, add: Callable[[str, dict[str, str], Sequence[str], str], None]) -> None:
    items = [(as_clause(a.who or ""), as_clause(a.what)) for a in brief.agenda]
    told = [(who, as_done(what) if who else what) for who, what in items]
    values = {"agenda": "，".join(_told_of(told))}
    if len(items) == 1 and items[0][0]:
        values |= {"who": items[0][0], "what": items[0][1]}
    add("agenda", values, [t for item in told for t in item if t], "议程")


def _told_of(items: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Each item of the agenda as a clause; who did two things in a row is named once."""
    before = ""
    for who, what in items:
        again = bool(who) and who == before
        yield read_data("wording.yaml")["agenda_again"].format(what) if again else who + what
        before = who


def _goal(text: str) -> dict[str, str]:
    """The goal as ``goal`` (after 确保) and, where it is a verb phrase, as ``aim`` (after 努力)."""
    text = want(as_clause(text))
    ensure, bare = split_head(text, "ensure")
    _, aim = split_head(bare, "strive")
    if not aim.startswith(tuple(read_data("wording.yaml")["aim_verbs"])):
        return {"goal": bare}
    # 确保 goes with a state reached, not with something to do, unless the user says it so.
    return {"goal": bare, "aim": aim} if ensure else {"aim": aim}


def task_facts(task: Task) -> dict[str, Fact]:
    """The facts of a task in the word forms frames take; none where a field is left out."""
    told = task.task, tuple(task.measures), task.owner, task.deadline, task.goal
    return dict(_facts_told(*told))


@lru_cache(_REMEMBERED)
def _facts_told(
    task: str, steps: tuple[str, ...], owner: str | None, deadline: str | None, aim: str | None
) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}

    def add(
        name: str, values: dict[str, str], exact: Sequence[str], label: str, **more: Any
    ) -> None:
        whole = all(is_single(e) for e in exact)
        path = _OF_TASKS.format(label)
        facts[name] = Fact(name, values if whole else {}, tuple(exact), path, **more)

    what = want(as_clause(task))
    # 要水塘挂牌看管 is said by nobody.
    to_do = acts(what) or what.startswith(tuple(read_data("wording.yaml")["verbs"]))
    add("task", {"task": what}, [what], "任务", free=not to_do)
    measures = [want(as_clause(m)) for m in steps]
    if measures:
        facts["measures"] = measures_fact(measures)
    if owner:
        # Several owners listed with commas are one subject of a sentence.
        owners = [as_clause(o) for o in re.split("[，,；;]", as_clause(owner)) if o.strip()]
        add("owner", {"owner": "、".join(owners)}, owners, "责任")
    if deadline:
        time = as_clause(deadline)
        values, plain = _time(time)
        add("deadline", values, [time], "时限", plain=plain)
    if aim:
        goal = want(as_clause(aim))
        bare = split_head(goal, "ensure")[1]
        hard = bare != goal or re.search(read_data("wording.yaml")["hard_goal"], bare)
        values = {"result": bare} if hard else {"result": bare, "striven": bare}
        bans = read_data("wording.yaml")["bans"]
        if re.search(bans["cue"], bare):
            add("result", {}, [goal], "目标", plain=bans["plain"].format(bare))
        else:
            add("result", values, [goal], "目标")
    return facts


def measures_fact(measures: Sequence[str]) -> Fact:
    """Measures of a task, clauses without end marks, as one fact."""
    values = {"measures": join_clauses(list(measures)), "measure": measures[0]}
    values |= {f"measure{i}": m for i, m in enumerate(measures, 1)}
    values = values if all(map(is_single, measures)) else {}
    free, doer = any(map(has_doer, measures)), any(map(names_doer, measures))
    path = _OF_TASKS.format("措施")
    return Fact("measures", values, tuple(measures), path, free=free, doer=doer)


def _time(text: str) -> tuple[dict[str, str], str]:
    """The slot a time fits, and how it is said where no frame has it: not every time is an end."""
    for form in read_data("wording.yaml")["times"]:
        if re.search(form["cue"], text):
            values = {form["slot"]: text} if "slot" in form else {}
            return values, form["plain"].format(text)
    values = {"deadline": text}
    # 在{{ by }}前完成 has the 前 of 6月底前 itself; what ends otherwise (一个月内) it cannot take.
    if re.search(read_data("wording.yaml")["before"], text):
        values["by"] = text[:-1]
    return values, ""
