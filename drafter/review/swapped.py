"""What the brief gives one task and the draft says of another: 9月底前 of the next task.

Each of the values stands in the draft, so no rule misses it. A draft says of a task in one stretch
what belongs to it: a value belongs to the last task said before it in its paragraph, or, where none
is, to the first one after it, and to those of its own sentence (第二，由第2组负责疏浚). It was
swapped where it stands with another task and never with its own. A value that several tasks have
belongs to each of them; a measure that several have tells of none which is meant, nor does 3号泵站
of another task inside 13号泵站.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from drafter.brief.model import Task
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.skeleton import fold
from drafter.text.scanning import places_of, without_overlaps
from drafter.text.sentences import sentence_at

__all__ = ["check_swapped"]

_FIELDS = {"owner": "责任", "deadline": "时限", "goal": "目标"}


def check_swapped(checked: Checked) -> Iterator[Finding]:
    """``fact-swapped``: an owner, deadline, goal or measure beside another task than its own."""
    tasks = [c for p in checked.brief.points for c in p.content if isinstance(c, Task)]
    alone = _alone(tasks)
    said = _said(checked, alone)
    if len({index for _, index in said}) < 2:
        return
    for field, label in _FIELDS.items():
        values = [getattr(task, field) for task in tasks]
        for value in dict.fromkeys(v for v in values if v):
            own = {index for index, other in enumerate(values) if other == value}
            longer = [v for v in values if v and v != value and value in v]
            if not longer and own <= {index for _, index in said}:
                yield from _of_another(checked, tasks, said, label, value, own)
    # What tells a task may itself stand with another: under the name of that.
    names = {fold(task.task) for task in tasks}
    named = _said(checked, {words: index for words, index in alone.items() if words in names})
    headed = {index for _, index in named}
    for words, index in alone.items():
        if index in headed and words not in names:
            yield from _of_another(checked, tasks, named, "措施", words, {index})


def _alone(tasks: list[Task]) -> dict[str, int]:
    """Tasks and measures that are of one task only, with its index."""
    having: dict[str, set[int]] = {}
    for index, task in enumerate(tasks):
        for words in (task.task, *task.measures):
            having.setdefault(fold(words), set()).add(index)
    return {words: min(having[words]) for words in having if len(having[words]) == 1}


def _said(checked: Checked, alone: dict[str, int]) -> list[tuple[int, int]]:
    """Where what is said of one task stands, with its index, in the order of the text."""
    text = checked.text
    spans = ((at, at + len(words)) for words in alone for at in places_of(words, text))
    return [(start, alone[text[start:end]]) for start, end in without_overlaps(spans)]


def _of_another(
    checked: Checked,
    tasks: list[Task],
    said: list[tuple[int, int]],
    label: str,
    value: str,
    own: set[int],
) -> Iterator[Finding]:
    """The first place of the value where it stands with another task and nowhere with its own."""
    beside = [(at, _task_at(checked, said, at)) for at in places_of(fold(value), checked.text)]
    wrong = [(at, index) for at, index in beside if index is not None]
    if not wrong or any(index in own for _, index in wrong):
        return
    if any(not own.isdisjoint(_beside(checked, said, at)) for at, _ in wrong):
        return
    at, index = wrong[0]
    right = tasks[min(own)].task
    message = (
        f"提纲里“{value}”是“{right}”的{label}，稿子写在“{tasks[index].task}”下，请核对是否写串了"
    )
    yield Finding("fact-swapped", "error", checked.id_at(at), value, message)


def _beside(checked: Checked, said: list[tuple[int, int]], at: int) -> set[int]:
    """The tasks said in the same sentence."""
    begin, end = sentence_at(checked.text, at)
    return {index for place, index in said if begin <= place < end}


def _task_at(checked: Checked, said: list[tuple[int, int]], at: int) -> int | None:
    """The task that what stands here is said of; None in a paragraph that says none."""
    begin = checked.text.rfind("\n", 0, at) + 1
    end = checked.text.find("\n", at)
    before = bisect_right(said, (at, len(said))) - 1
    if before >= 0 and said[before][0] >= begin:
        return said[before][1]
    after = before + 1
    if after < len(said) and (end < 0 or said[after][0] < end):
        return said[after][1]
    return None
