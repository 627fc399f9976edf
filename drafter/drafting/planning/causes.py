"""Causes: which problem of the brief a task plainly answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from drafter.brief.model import Task
from drafter.drafting.setting.terms import MARKS, terms_of
from drafter.drafting.setting.user_words import is_single
from drafter.resources import read_data
from drafter.text.dictionary import is_word, words_in
from drafter.text.people import is_han

__all__ = [
    "called_again",
    "causes_of",
    "is_offence",
    "is_short_cause",
    "may_be_again",
    "shared_word",
    "told_of",
]

#: A problem up to this length can be said inside the sentence of the task that answers it, up to
#: the other in a sentence before it.
_CAUSE, _TOLD = 24, 45
#: What is said again of a problem has so many characters at most, or it is said twice.
_AGAIN = 11
#: Most words have so many characters.
_WORD = 2
#: Of so many problems and tasks it is kept what words they have.
_REMEMBERED = 256
#: 48万元 and 1万元 have nothing to do with each other.
_FIGURE = re.compile(r"\d[\d.,]*[%％万亿千百十]*")
#: How many of what: not a day, a month or a year.
_COUNTED = re.compile(r"\d{2,}(?![\d.,%％年月日号时点])[^，。；、]")


def causes_of(tasks: Sequence[Task], problems: Sequence[str], topic: str) -> dict[int, str]:
    """For each task (its place) that answers a problem, that problem.

    They share words that are not everybody's; those that share most are tied first, what the task
    is called by before its measures, or a problem would be gone to a task that it has a word in
    common with before its own comes up. Last come those that share none where the one is what
    sets such things right (熬夜, 分担晚自习). At most two of three problems are told with their
    tasks, one with each; the others are told together where problems belong. Who answers what he
    has ``heard`` from those present tells each with its answer, as long as there are words for it.
    """
    common = terms_of(topic) | _common()
    told = [_words(told_of(task)) for task in tasks]
    named = [_words(task.task) for task in tasks]
    counted = [_counted(told_of(task)) for task in tasks]
    wrong = [_words(_wrong(text)) for text in problems]
    pairs = [
        (-sum(map(is_word, shared)) - len(shared & named[task]), -len(shared), problem, task)
        for problem, text in enumerate(problems)
        if _can_be_cause(text)
        for task, words in enumerate(told)
        if (shared := ((wrong[problem] & words) - common) | (_counted(text) & counted[task]))
    ]
    pairs += _remedies(tasks, problems, met={problem for _, _, problem, _ in pairs})
    most = len(read_data("wording.yaml")["cause"]["heard"])
    out: dict[int, str] = {}
    for _, _, problem, task in sorted(pairs):
        free = task not in out and problems[problem] not in out.values()
        if free and len(out) < most:
            out[task] = problems[problem]
    return out


def _wrong(problem: str) -> str:
    """The problem without the words that only say when it comes: 开工以后资金接续不上."""
    return re.sub(read_data("wording.yaml")["cause"]["when"], "，", problem)


def _remedies(
    tasks: Sequence[Task], problems: Sequence[str], met: set[int]
) -> list[tuple[int, int, int, int]]:
    """Problems that no word ties (``met`` are the others) with the one task that can mend them.

    Where two tasks can, nobody knows which is meant. Ordered behind what shares a word.
    """
    pairs = []
    for problem, text in enumerate(problems):
        ways = _remedies_for(text) if problem not in met and _can_be_cause(text) else ()
        able = [n for n, task in enumerate(tasks) if any(way.search(told_of(task)) for way in ways)]
        if len(able) == 1:
            pairs.append((0, 0, problem, able[0]))
    return pairs


@lru_cache(_REMEMBERED)
def _counted(text: str) -> frozenset[str]:
    """What is counted there, with how many: the 37个项目 of a task are those of the problem."""
    return frozenset(_COUNTED.findall(text))


@lru_cache(_REMEMBERED)
def _remedies_for(problem: str) -> tuple[re.Pattern[str], ...]:
    """What sets right what is wrong there, by the kinds of fault that the words tell."""
    kinds = read_data("wording.yaml")["cause"]["remedies"]
    return tuple(re.compile(k["by"]) for k in kinds if re.search(k["fault"], problem))


def is_short_cause(problem: str) -> bool:
    """Whether 针对…的问题 can go before a task: one clause, not too long, that stands alone."""
    running = read_data("wording.yaml")["cause"]["running"]
    return len(problem) <= _CAUSE and "，" not in problem and not re.search(running, problem)


def called_again(clause: str) -> str:
    """A problem's clause without of how many it is said, and that there is such a thing."""
    ways = read_data("wording.yaml")["cause"]
    return re.sub(ways["existing"], "", re.sub(ways["quantified"], "", clause))


def may_be_again(words: str) -> bool:
    """Whether these words of a problem can be said a second time.

    They are short, without a figure, and tell a fault, not what measures it.
    """
    measured = read_data("wording.yaml")["cause"]["measured"]
    return len(words) <= _AGAIN and re.search(rf"\d|{measured}", words) is None


def _can_be_cause(problem: str) -> bool:
    return len(problem) <= _TOLD and is_single(problem) and not is_offence(problem)


def is_offence(problem: str) -> bool:
    """Whether somebody was guilty of it: no task answers a bribe, whatever words they share."""
    return re.search(read_data("wording.yaml")["cause"]["not"], problem) is not None


def shared_word(problem: str, task: Task, topic: str, others: Sequence[str] = ()) -> str:
    """The longest word a problem and a task have in common (抽粪, 自助终端), empty where none.

    It is what the speech can call the problem by when it comes back to it; so it is a word the
    dictionary has, or two of them, and none of the topic, of all work or of all whom it is for, nor
    of the ``others`` (公厕, where every problem is one of them).
    """
    return _shared_word(problem, task.task, told_of(task), topic, tuple(others))


@lru_cache(_REMEMBERED)
def _shared_word(problem: str, name: str, told: str, topic: str, others: tuple[str, ...]) -> str:
    pairs = [at for at in range(len(problem) - 1) if problem[at : at + 2] in told]
    runs = {problem[at : at + n] for at in pairs for n in (4, 3, 2) if at + n <= len(problem)}
    named = [run for run in runs if run in told and _is_name(run) and _is_own(run, topic)]
    named = [run for run in named if not any(run in other for other in others)]
    word = max(named, key=lambda run: (len(run), run in name, -problem.index(run)), default="")
    return _whole_name(word, problem, told) if word else ""


def _whole_name(word: str, problem: str, told: str) -> str:
    """The word with the one character more that both call it by: 球磨机, 零碎地.

    What goes with the character beyond it is another word: 服务窗口 is no 务窗口.
    """
    bare = read_data("wording.yaml")["cause"]["bare"]
    at, end = problem.find(word), problem.find(word) + len(word)
    before, after = problem[max(0, at - _WORD) : at], problem[end : end + _WORD]
    for more, name, beyond in (
        (before[-1:], before[-1:] + word, before),
        (after[:1], word + after[:1], after),
    ):
        part = is_han(more) and more not in bare  # 整治101件, 整治103处: a figure is no name's
        if part and name in told and not is_word(beyond):
            return name
    return word


def told_of(task: Task) -> str:
    """What a task says of the matter: who has it in hand and by when is not of it."""
    return "，".join([task.task, *task.measures, task.goal or ""])


def _is_name(run: str) -> bool:
    """Whether a run of characters is a word, or two words that stand together."""
    return is_word(run) or (len(run) > _WORD + 1 and is_word(run[:_WORD]) and is_word(run[_WORD:]))


def _is_own(run: str, topic: str) -> bool:
    """Whether it names something of this task: nothing of the topic, and no word of all work."""
    return run not in topic and terms_of(run).isdisjoint(_common())


@lru_cache(_REMEMBERED)  # each problem is held against each task
def _words(text: str) -> frozenset[str]:
    """The pairs that may be words: one with a 个 or 每 in it that no dictionary has is none.

    What is named by a longer word (涉企检查) is named all the same: both sides speak of it.
    """
    bare = read_data("wording.yaml")["cause"]["bare"]
    clauses = MARKS.split(_FIGURE.sub("，", text))
    return frozenset([
        first + then
        for clause in clauses
        for first, then, word in zip(clause, clause[1:], words_in(clause), strict=False)
        if word or not (first in bare or then in bare)
    ])  # fmt: skip


@cache
def _common() -> frozenset[str]:
    """Words that tell no task from another: offices' own, and whom all the work is for (患者)."""
    levels = read_data("levels.yaml").values()
    people = "，".join(level[who] for level in levels for who in ("staff", "folk") if who in level)
    return terms_of(people).union(read_data("wording.yaml")["cause"]["common"])
