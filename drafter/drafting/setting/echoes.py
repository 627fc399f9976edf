"""Echoes: a few words of a fact by which the next sentence can come back to it.

A head who has set a task goes on about its own things: 水表井、露天管查得细不细，要看账上记没记.
So a task, a result, a problem are told by what is done to which things, whom or what they count,
which figure rose (data/echoes.yaml). Only what can be told with certainty has an echo, and it is
short: what comes back whole is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from drafter.drafting.setting.facts import Fact
from drafter.drafting.setting.recalling import in_one_breath
from drafter.drafting.setting.user_words import acts, as_clause
from drafter.resources import read_data
from drafter.text.dictionary import is_noun, is_word

__all__ = ["echoes_in", "echoes_of_task"]

#: Of so many texts it is kept what comes back of them: those of some briefs.
_REMEMBERED = 512
_CLAUSES = re.compile("[，。；：！？]")
_JOINS = re.compile("[、和及与]|以及")
#: The fields that echoes of a task come from.
_TASK, _MEASURES, _GOAL = "要点.内容.任务", "要点.内容.措施", "要点.内容.目标"
#: Who has a task in hand, where it is one: 局农村供水管理站.
_OWNER = re.compile(r"[\u4e00-\u9fff]{2,10}")
#: Of two shares nobody knows which is meant.
_PERCENT = re.compile("[%％]")
#: How many characters make a word.
_WORD = 2


def echoes_of_task(
    task: str,
    measures: Sequence[str] = (),
    goal: str = "",
    owner: str = "",
    deadline: str = "",
) -> Mapping[str, Fact]:
    """What can come back of a task in few words, by slot; each with the field it is from."""
    return _of_task(as_clause(task), tuple(measures), as_clause(goal), owner, as_clause(deadline))


@lru_cache(_REMEMBERED)
def _of_task(
    task: str, measures: tuple[str, ...], goal: str, owner: str, deadline: str
) -> Mapping[str, Fact]:
    echoes: dict[str, Fact] = {}
    for kind, (things, field) in _things_of(task, measures).items():
        _add(echoes, kind, things, field)
    for text, field in ((goal, _GOAL), (task, _TASK)):
        if "wholly" not in echoes and (counted := _wholly_in(text)):
            value, each = counted
            values = {"wholly": value, "each": each, "each2": each}
            echoes["wholly"] = Fact("wholly", values, (value,), field)
    if gauge := _pattern("gauge").match(goal):
        _add(echoes, "gauge", gauge["gauge"], _GOAL)
    spans = [
        (span["span"] or span["span2"], field)
        for text, field in ((goal, _GOAL), *((m, _MEASURES) for m in measures))
        for span in _pattern("span").finditer(text)
    ]
    if len(spans) == 1:  # of 7天内初审、30天内答复 nobody knows which is meant
        _add(echoes, "span", *spans[0])
    if due := _pattern("due").match(deadline):
        _add(echoes, "due", due["due"], "要点.内容.时限")
    if _OWNER.fullmatch(owner) and not re.match("[各全]|本人", owner):
        _add(echoes, "keeper", owner, "要点.内容.责任")
    return echoes


@lru_cache(_REMEMBERED)
def echoes_in(text: str, field: str) -> Mapping[str, Fact]:
    """What can come back of a result or a problem: whom or what it counts, how a figure moved."""
    echoes: dict[str, Fact] = {}
    ways = read_data("echoes.yaml")
    if re.search(ways["barred"], text) is None:
        for kind in ways["kinds"]:
            if counted := next(_counted(kind, text), None):
                _add(echoes, kind, counted[0], field)
        if saved := _pattern("savings").search(text):
            _add(echoes, "savings", saved["sum"], field)
        if changed := _change_in(text):
            _add(echoes, *changed, field)
    share = _pattern("share").search(text)
    if share is not None and len(_PERCENT.findall(text)) == 1:
        _add(echoes, "share", share["share"], field)
    return echoes


def _add(echoes: dict[str, Fact], name: str, value: str, field: str) -> None:
    echoes[name] = Fact(name, {name: value}, (value,), field)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(read_data("echoes.yaml")[name])


# -- things --------------------------------------------------------------------------------------


def _things_of(task: str, measures: Sequence[str]) -> dict[str, tuple[str, str]]:
    """What is done to which things, by kind: those of the measures, else the task's own."""
    ways = read_data("echoes.yaml")["things"]
    out: dict[str, tuple[str, str]] = {}
    for texts, field in ((measures, _MEASURES), ((task,), _TASK)):
        told: dict[str, list[str]] = {}
        for text in texts:
            for kind, thing in _done_to(text):
                told.setdefault(kind, []).append(thing)
        _gather(told)
        for kind, things in told.items():
            many = range(int(ways[kind].get("least", 1)), int(ways[kind]["many"]) + 1)
            named = _breath(things, many)
            if named and kind not in out:
                out[kind] = named, field
    return out


def _gather(told: dict[str, list[str]]) -> None:
    """Put what goes with things of another kind to those: points set up where stores are laid in.

    Where there are none it is left out, as there is nothing to be said of it alone.
    """
    ways = read_data("echoes.yaml")["things"]
    for kind in [kind for kind in told if "with" in ways[kind]]:
        things, home = told.pop(kind), ways[kind]["with"]
        if home in told:
            told[home] += things


def _breath(things: Iterable[str], many: range) -> str:
    longest = read_data("echoes.yaml")["longest"]
    named = in_one_breath(things, many, int(longest["thing"]))
    return named if len(named) <= int(longest["things"]) else ""


@lru_cache(_REMEMBERED)
def _done_to(text: str) -> tuple[tuple[str, str], ...]:
    """What is done to which bare things by a measure, each with its kind; none where in doubt."""
    out: list[tuple[str, str]] = []
    for clause in _CLAUSES.split(as_clause(text)):
        found = _act().match(clause)
        if found is None or found.lastgroup is None:
            continue
        kind, rest = found.lastgroup, clause[found.end() :]
        verb = found[kind]
        if len(verb) == 1 and is_word(verb + rest[:1]):
            continue  # who 查处 checks nothing
        things = [_bare(thing, kind) for thing in _JOINS.split(rest)]
        if all(things):
            out += [(kind, thing) for thing in things]
    return tuple(out)


@cache
def _act() -> re.Pattern[str]:
    """How something is done and what: the group that matched is the kind of act."""
    ways = read_data("echoes.yaml")
    kinds = [f"(?P<{kind}>{'|'.join(of['verbs'])})" for kind, of in ways["things"].items()]
    return re.compile(f"{ways['ways']}(?:{'|'.join(kinds)})(?:好|齐)?")


def _bare(thing: str, kind: str) -> str:
    """The bare name of a thing, without how many of it and of what; empty where in doubt."""
    ways = read_data("echoes.yaml")
    name = _ends_counted().sub("", thing).rpartition("的")[2]
    if not _WORD <= len(name) <= int(ways["longest"]["thing"]) or re.search(ways["not_in"], name):
        return ""
    if ends := ways["things"][kind].get("ends"):
        return name if re.search(f"(?:{ends})$", name) else ""
    if re.search(f"(?:{ways['not_ends']})$", name):
        return ""
    # Who 排查化解纠纷 does two things, who 组建抢修队 one.
    noun = is_noun(name[-_WORD:]) and not acts(name)
    return name if noun or re.search(f"(?:{ways['ends']})$", name) else ""


@cache
def _ends_counted() -> re.Pattern[str]:
    ways = read_data("echoes.yaml")
    return re.compile(f"^(?:{ways['counted']}|{ways['whole']})+|{ways['counted']}$")


# -- counts --------------------------------------------------------------------------------------


def _wholly_in(text: str) -> tuple[str, str] | None:
    """What is counted where none of it is left out, and one of it: 5处供水站, 一处."""
    if _pattern("wholly").search(text) is None:
        return None
    for kind in read_data("echoes.yaml")["kinds"]:
        for value, each in _counted(kind, text):
            return value, f"一{each}"
    return None


def _counted(kind: str, text: str) -> Iterator[tuple[str, str]]:
    """What of a kind is counted in a text, and the word it is measured in."""
    ways = read_data("echoes.yaml")
    longest, of = int(ways["longest"]["count"]), ways["kinds"][kind]
    before, behind = _counting(kind)
    for clause in _CLAUSES.split(text):
        if "but" in of and re.search(of["but"], clause):
            continue
        told = [
            (found, found[0]) for found in before.finditer(clause)
            if not is_word(clause[found.end() - 1 : found.end() + 1])  # no word goes on over it
        ]  # fmt: skip
        told += [(found, found["count"] + found["name"]) for found in behind.finditer(clause)]
        for found, value in told:
            if len(value) <= longest and _many(found["number"]) >= int(of["least"]):
                yield value, found["each"]


def _many(number: str) -> float:
    """How many a number in digits says."""
    digits = re.sub("[,余多]", "", number)
    return float(digits.rstrip("万")) * (10_000 if digits.endswith("万") else 1)


@cache
def _counting(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How many of a kind, before its name (27件投诉) and behind it (投诉27件)."""
    ways: dict[str, Any] = read_data("echoes.yaml")
    of = ways["kinds"][kind]
    count = f"(?P<number>{ways['number']})(?P<each>{of['each']})"
    before = f"{count}[^，。；、的\\d]{{0,{of['fore']}}}?(?:{of['ends']})"
    # Where a name begins that stands before its count is known of words alone: 聘用保洁员86名.
    names = "|".join([name for name in of["ends"].split("|") if name and "[" not in name])
    behind = f"(?P<name>{names})(?P<count>{count})(?![\\u4e00-\\u9fff])"
    return re.compile(before), re.compile(behind)


def _change_in(text: str) -> tuple[str, str] | None:
    """From how much to how much, with its kind; nothing where no words tell what changed."""
    for clause in _CLAUSES.split(text):
        found = _pattern("change").search(clause)
        if found is None:
            continue
        for kind, of in read_data("echoes.yaml")["changes"].items():
            way = re.match(of["way"], found["way"]) is not None
            unit = re.search(of.get("unit", ""), found["unit"]) is not None
            if way and unit and re.search(of.get("of", ""), clause[: found.start()]) is not None:
                return kind, f"从{found['from']}到{found['to']}"
    return None
