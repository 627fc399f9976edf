"""Heading clauses in the brief's own words: its tasks, what they are done by, plain sentences.

A task is a clause as it stands, with an adverb or with 要; a measure of four or five characters
goes before its own task (一户一策，加快征地拆迁), a longer one behind it. A plain sentence gives
its first clause, without what only says whom it is said to (希望大家) or that it is not all of
them (有的), where nothing in it waits for the next one. What it says is wanting is never the clause
as it stands: it is faced or set right (正视审批效率不高的问题).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache

from drafter.brief.model import Task
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.planning.rules import is_rule
from drafter.drafting.setting.matters import demanded_in
from drafter.drafting.setting.user_words import as_clause, is_single, want
from drafter.drafting.wording.heading_fits import contents_of, is_told_on
from drafter.drafting.wording.heading_words import Clause, Liked, Own
from drafter.drafting.wording.wording import Worder
from drafter.resources import read_data
from drafter.text.numerals import chinese
from drafter.text.people import is_han
from drafter.text.sentences import clauses as split_clauses

__all__ = ["SHORT", "Called", "counted", "is_minor", "is_only", "own_words", "task_of"]

#: How well the point's only task is liked, how much less the further ways to say it, and by chance;
#: how well one of several, where what it does has a name, only an act or neither, and by chance.
_TASK, _ADVERB, _CHANCE = 16.0, 0.5, 8.0
_ONE, _ACTING, _UNNAMED, _LUCK = 13.5, 14.5, 15.5, 4.0
#: How much less a task is liked with 要.
_CALLED = 14.0
#: How well a measure is liked before its task and behind it.
_BEFORE, _BEHIND = 12.0, 8.0
#: How well a plain sentence is liked: what is written for the things it names tells it worse.
_PLAIN = 14.0
#: How well what is wanting is liked as it is faced.
_FACED = 13.0
#: How much less a remark beside the tasks of a point; a rule is none.
_REMARK = 16.0
#: How well what counts the things of a point is liked, and by chance.
_COUNTED, _DRAWN = 6.0, 6.0

#: Tasks of so many characters are short enough to be heard as a clause of a heading.
_CLAUSE = range(4, 13)
#: So long is a measure that goes before its task, and one that goes behind it.
SHORT, _LONGER = range(4, 6), range(6, 11)
#: Of so many tasks, measures and sentences the clauses are kept: those of some briefs.
_REMEMBERED = 512
#: What an adverb says that a task may say, too.
_WHOLLY = "全"
#: So many things are no longer counted in a heading.
_MANY = 10
#: So long is the clause of a sentence: below it stands again, and a longer one is heard twice.
_SPOKEN = range(4, 12)
#: Of more problems than these none is faced by name: the others would be left out.
_PAIR = 2
#: So long is what is wanting where it is faced by name.
_WANTING = range(4, 10)


class Called(Enum):
    """What is written for a task or sentence: clauses for a thing, for a mere act, or none."""

    THING = _ONE
    ACT = _ACTING
    NOTHING = _UNNAMED


def own_words(worder: Worder, point: PointPlan, place: int, called: Called) -> Liked:
    """The clauses that are what the point has at this place, in the brief's own words.

    None for its only task where it has nothing else to tell under such a heading.
    """
    contents = contents_of(point)
    item = contents[place]
    if not isinstance(item, Task):
        if _is_wanting(item, point):
            faced = _faced(item, point.focus) if len(contents) <= _PAIR else ()
            return _liked(worder, faced, place, "faced", _FACED, _LUCK)
        worth = _PLAIN
        remark = not is_rule(item, point.focus) and any(isinstance(c, Task) for c in contents)
        worth -= _REMARK * remark
        why = point.focus in read_data("heading_own.yaml")["reasoned"]
        return _liked(worder, _spoken(item, why=why), place, "sentence", worth, _LUCK)
    return _of_task(worder, point, place, item, called)


def _is_wanting(sentence: str, point: PointPlan) -> bool:
    """Whether a sentence says what is wanting, in a point on how things stand.

    What calls for something (查找薄弱环节) or demands it is none.
    """
    said = read_data("heading_own.yaml")
    if point.focus not in said["faced"] or demanded_in(sentence):
        return False
    if sentence in point.problems:
        return True
    clause = want(as_clause(sentence))
    if re.match(said["sets_right"], clause) or re.search(said["no_fault"], clause):
        return False
    return re.search(f"{read_data('wording.yaml')['wanting']}|{said['befell']}", clause) is not None


@lru_cache(_REMEMBERED)
def _faced(sentence: str, focus: str) -> tuple[str, ...]:
    """The ways to say that what a sentence says is wanting is faced, or set right."""
    named = next((way for way in _spoken(sentence) if len(way) in _WANTING), None)
    if named is None:
        return ()
    return tuple(way.format(named) for way in read_data("heading_own.yaml")["faced"][focus])


def _of_task(worder: Worder, point: PointPlan, place: int, task: Task, called: Called) -> Liked:
    """The task itself, and its measures beside it."""
    only = is_only(point)
    if not (only or len(point.items) > 1) or is_minor(point, task):
        return []
    worth, luck = (_TASK, _CHANCE) if only else (called.value, _LUCK)
    short, longer = _means(tuple(task.measures))
    return [
        *_liked(worder, _ways(task.task), place, "task", worth, luck),
        *_liked(worder, _calls(task.task), place, "task", worth - _CALLED, luck),
        *_liked(worder, short, place, "measure", _BEFORE, _LUCK),
        *_liked(worder, longer, place, "measure", _BEHIND, _LUCK),
    ]


def is_minor(point: PointPlan, item: Task | str) -> bool:
    """Whether a task is only named in a point with two that are told on: these stand for it."""
    if not isinstance(item, Task) or is_told_on(item):
        return False
    return sum(isinstance(other, Task) and is_told_on(other) for other in point.items) > 1


def _liked(
    worder: Worder, texts: Sequence[str], place: int, own: Own, worth: float, luck: float
) -> Liked:
    chance, adverb = worder.scorer.chance, 0.0
    liked = []
    for text in texts:
        key, clause = _clause(text, place, own)
        liked.append((worth - adverb - luck * chance(key), clause))
        adverb = _ADVERB
    return liked


@lru_cache(_REMEMBERED)
def _clause(text: str, place: int, own: Own | None) -> tuple[int, Clause]:
    """A clause in the brief's words, and the key of its chance."""
    return zlib.crc32(text.encode()), Clause.of_brief(text, place, own)


def counted(worder: Worder, point: PointPlan) -> Liked:
    """The clauses that tell all a point has by how many there are (抓住四件大事).

    None where it has things of several kinds, or where nobody is told what to do.
    """
    said = read_data("heading_own.yaml")["counted"].get(point.focus)
    contents = contents_of(point)
    if said is None or not worder.situation.directive or len(contents) >= _MANY:
        return []
    tasks = sum(isinstance(c, Task) for c in contents)
    if tasks != (len(contents) if said["of"] == "tasks" else 0):
        return []
    texts = worder.situation.allowed(way.format(chinese(len(contents))) for way in said["ways"])
    chance = worder.scorer.chance
    clauses = [_clause(text, 0, None) for text in texts]
    return [(_COUNTED - _DRAWN * chance(key), clause) for key, clause in clauses]


def is_only(point: PointPlan) -> bool:
    """Whether a point's first content is its only task, and has more to tell under a heading."""
    first = point.items[0] if point.items else None
    if not isinstance(first, Task) or any(isinstance(i, Task) for i in point.items[1:]):
        return False
    return is_told_on(first)


def task_of(point: PointPlan) -> str | None:
    """The first content of a point, where that is a task, without the 要 that frames bring."""
    first = point.items[0] if point.items else None
    return want(as_clause(first.task)) if isinstance(first, Task) else None


@lru_cache(_REMEMBERED)
def _ways(task: str) -> tuple[str, ...]:
    """The ways to say a task as a clause of a heading: alone, and with an adverb.

    None that is no plain clause; those that sound best come first.
    """
    whole = want(as_clause(task))
    text = _uncounted(whole)
    cut = text != whole and re.search(read_data("heading_own.yaml")["cut"], text)
    if cut or not is_single(text) or not all(map(is_han, text)):
        return ()
    bare = next((text.removeprefix(a) for a, verbs in _adverbs() if _begins(text, a, verbs)), text)
    called = (
        adverb + bare
        for adverb, verbs in _adverbs()
        if bare.startswith(verbs) and not _stutters(adverb, bare)
    )
    ways = [text, *called, *_adjusted(text)]
    return tuple(way for way in ways if len(way) in _CLAUSE)


def _adjusted(text: str) -> list[str]:
    """A task without what only tells which thing is meant, and one that is called work."""
    said = read_data("heading_own.yaml")
    found = re.match(said["modified"], text)
    ways = [found["act"] + found["thing"]] if found else []
    brief = re.sub(said["aside"], "", text)
    ways += [brief] if brief != text else []
    return [*ways, f"{text}工作"] if re.search(said["working"], text) else ways


@lru_cache(_REMEMBERED)
def _calls(task: str) -> tuple[str, ...]:
    """The task with 要, where lengths cannot be matched otherwise."""
    text = next(iter(_ways(task)), "")
    calls = "要" not in text and text.startswith(tuple(read_data("wording.yaml")["verbs"]))
    return (f"要{text}",) if calls and len(text) + 1 in _CLAUSE else ()


@lru_cache(_REMEMBERED)
def _means(measures: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The measures of a task that can stand in its heading: those before it, and those behind."""
    texts = [_uncounted(want(as_clause(measure))) for measure in measures]
    short = [t for t in texts if len(t) in SHORT and _is_whole(t)]
    return short, [t for t in texts if len(t) in _LONGER and _is_whole(t)]


@lru_cache(_REMEMBERED)
def _spoken(sentence: str, *, why: bool = False) -> tuple[str, ...]:
    """The ways to say the first clause of a plain sentence in a heading, the best first.

    Without what only says when it is now or how often, and with the name of those who are wished
    something. Where it says ``why``, what is not so is a condition: 堤防平时不修，汛期要命.
    """
    said = read_data("heading_own.yaml")
    whole = want(as_clause(sentence))
    text = re.sub(said["leads"], "", whole)
    first, *rest = split_clauses(text) or [""]
    wished = text != whole and re.match(said["wished"], whole) is not None
    ways = [want(first)]
    if not rest:
        # Who is wished something is named where another wish is for others: 老师带头读.
        named = re.sub(said["wishes"], "", whole)
        ways += [named] if named != whole else []
        ways.append(re.sub(said["often"], "", ways[0]))
    ways.append(re.sub(said["now"], "", ways[0]))
    return tuple(
        way
        for way in dict.fromkeys(ways)
        if len(way) in _SPOKEN and _is_whole(way) and (wished or not _waits(way, rest, why=why))
    )


def _is_whole(text: str) -> bool:
    """Whether a clause has words alone, and none that is nothing by itself (的, 时, 他们)."""
    return all(map(is_han, text)) and not re.search(read_data("heading_own.yaml")["partial"], text)


def _waits(first: str, rest: list[str], *, why: bool) -> bool:
    """Whether a clause wants the next one: 不看说了多少，看办成了多少.

    What states something and goes on is half a thought (居民分得再好，车一混装就白分了), unless it
    says what is not so; what calls for something may be all of it.
    """
    said = read_data("heading_own.yaml")
    calls = first.startswith(tuple(read_data("wording.yaml")["verbs"]))
    complete = said["whole"] if why else f"{said['whole']}|{said['complete']}"
    return bool(rest) and (
        not (calls or re.match(said["calling"], first) or re.search(complete, first))
        or re.search(said["waiting"], first) is not None
        or re.match(said["answering"], rest[0]) is not None
    )


def _begins(text: str, adverb: str, verbs: tuple[str, ...]) -> bool:
    """Whether a task is already called for so (想办法留住年轻护士)."""
    return text.startswith(adverb) and text.startswith(verbs, len(adverb))


def _stutters(adverb: str, task: str) -> bool:
    """Whether an adverb says what the task says: 全面 of 全覆盖, the 实 of 扎实 before 实行."""
    return adverb[-1] == task[0] or (adverb[0] == _WHOLLY and _WHOLLY in task)


def _uncounted(text: str) -> str:
    """A task without the figures it gives, which are told below (改造老旧泵站9座).

    What stands before the thing takes its 的 along: 把剩下的1140亩荒地开出来. Those who are to do
    something are not left out: 动员19户尽快开工.
    """
    if re.match(read_data("heading_own.yaml")["moved"], text):
        return text
    return re.sub(read_data("wording.yaml")["heading_figures"], "", text)


@cache
def _adverbs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a task can be called for with (切实), each with the verbs it goes before."""
    said = read_data("heading_own.yaml")["adverbs"]
    return tuple((adverb, tuple(verbs)) for adverb, verbs in said.items())
