"""Answers: tasks that come back to a problem told before them, by a word of it.

A problem that is told with its task needs no more (see causes). One that an earlier point or the
opening tells hangs in the air unless the task that mends it says so: 前面讲到抽粪要等半个月，就要
靠这一条来解决. A bare word (厕所, 系统) does not say what is wrong: the problem is named by as much
of it as can be heard again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.brief.model import Brief, Task
from drafter.drafting.planning.causes import (
    called_again,
    is_offence,
    may_be_again,
    shared_word,
    told_of,
)
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.planning.set_right import FROM
from drafter.drafting.setting.befallen import is_befallen
from drafter.drafting.setting.user_words import as_clause
from drafter.resources import read_data
from drafter.text.dictionary import is_word

__all__ = ["link_answers", "link_requests"]

#: A word that only the measures have (化粪池) tells what they deal with, unless it is so long.
_NAME = 4
#: Where who reports says what he asks of those above him.
_ASKED = "希望"


def link_answers(brief: Brief, points: Sequence[PointPlan]) -> None:
    """Tell each point, by the place of the task, the word for the problem that one answers.

    A few tasks of a speech do so, each for a problem of its own. A problem that no point tells
    stands in the opening; one that a later point tells was not heard yet.
    """
    open_ = _told_before(brief, points)
    topic, problems = brief.topic.name, list(map(as_clause, brief.problems))
    tasks = sum(isinstance(item, Task) for point in points for item in point.items)
    # Where every task did so it would be a pattern.
    most = min(len(read_data("wording.yaml")["cause"]["again"]), (tasks + 1) // 2)
    for number, point in enumerate(points):
        for place, item in enumerate(point.items):
            if isinstance(item, str) or place in point.causes or point.field == FROM or not most:
                continue
            heard = [t for t, home in open_.items() if home < number and not is_offence(t)]
            # 隐患, of which results and other tasks speak as well, is no one problem's word.
            beside = [*brief.achievements, *_texts_beside(points, item)]
            words = {
                shared_word(text, item, topic, [*beside, *(t for t in problems if t != text)]): text
                for text in heard
            }
            named = item.task + (item.goal or "")
            words = {w: text for w, text in words.items() if w in named or len(w) >= _NAME}
            word = max(words, key=len, default="")
            if word and (called := _called(words[word], word)):
                point.answers[place] = called
                del open_[words[word]]
                most -= 1


def _texts_beside(points: Sequence[PointPlan], item: Task) -> list[str]:
    """What the points tell beside one task."""
    others = [i for point in points for i in point.items if i is not item]
    return [i if isinstance(i, str) else told_of(i) for i in others]


def link_requests(brief: Brief, points: Sequence[PointPlan]) -> None:
    """Tell each request of a report, by its place, the word for the problem it is made for.

    What no point tells was not heard, and what a task comes back to is not said a third time.
    """
    told = [as_clause(p) for point in points for p in point.problems if not is_befallen(p)]
    again = {called for point in points for called in point.answers.values()}
    for point in points:
        asked = enumerate(point.items) if point.focus == _ASKED else ()
        for place, item in asked:
            task = Task(task=as_clause(item)) if isinstance(item, str) else item
            words = {shared_word(t, task, brief.topic.name): t for t in told}
            word = max(words, key=len, default="")
            if word and (called := _called(words[word], word)) and called not in again:
                point.answers[place] = called
                again.add(called)


def _called(problem: str, word: str) -> str:
    """What a problem is called when the speech comes back to it by this word; empty where nothing.

    Its clause as it was told, else what it says from the word on. A figure is told once, and half
    of what is wrong is not told at all.
    """
    ways = read_data("wording.yaml")["cause"]
    clauses = [*problem.split("，"), ""]
    at = next(at for at, c in enumerate(clauses) if word in c)
    if re.search(ways["halved"], clauses[at + 1]):
        return ""
    clause = called_again(clauses[at])
    after = clause[max(clause.find(word), 0) :]
    # What begins within a word is no name: 级渠系淤塞 of 末级渠系淤塞.
    # Nor is one what a verb before it governs: 队伍有时抹不开情面 of 抓队伍有时抹不开情面.
    cut = re.search(ways["governing"], clause.removesuffix(after)) is not None
    rest = (after, after.split("、")[0]) if is_word(after[:2]) and not cut else ()
    for told in (clause, *rest):
        if word in told and len(word) < len(told) and may_be_again(told):
            return str(told)
    return ""


def _told_before(brief: Brief, points: Sequence[PointPlan]) -> dict[str, int]:
    """The problems that no task is told with, and which point tells each: -1 for the opening."""
    tied = {cause for p in points for cause in p.causes.values()}
    homes = {text: n for n, point in enumerate(points) for text in point.problems}
    told = dict.fromkeys(map(as_clause, brief.problems))
    # What befell somebody has no short name: 烘干塔两座 would be what a storm left of it.
    open_ = (text for text in told if text not in tied and not is_befallen(text))
    return {text: homes.get(text, -1) for text in open_}
