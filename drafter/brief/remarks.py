"""What goes ill together in a brief without being wrong for certain: it is said beside the draft.

What cannot be meant is an error (:mod:`drafter.brief.explain`). Here a clerk may know better.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.brief.model import Brief
from drafter.brief.vocabulary import genre_id, genres, level_of_unit
from drafter.resources import read_data
from drafter.text.numerals import ordinal

__all__ = ["remarks"]

#: Two names where one belongs.
_SEVERAL = re.compile(r"[\u3400-\u9fff]{2,4}[、，,和与 ]+[\u3400-\u9fff]{2,4}")


def remarks(brief: Brief) -> Iterator[str]:
    """What is to be looked at again in a brief, a line each, with the keys it stands under."""
    yield from _level(brief)
    yield from _occasion(brief)
    yield from _speaker(brief)
    yield from _count(brief)
    yield from _twice(brief)


def _level(brief: Brief) -> Iterator[str]:
    level, told = brief.unit.level, level_of_unit(brief.unit.name)
    kinds = [_kind(level), _kind(told)]
    if None not in kinds and kinds[0] != kinds[1]:
        yield (
            f"“单位.层级”写的是“{level}”，而“{brief.unit.name}”像是“{told}”；"
            f"稿子按“{level}”称呼，写错了请改"
        )


def _kind(level: str | None) -> str | None:
    kinds = read_data("remarks.yaml")["levels"].items()
    return next((kind for kind, levels in kinds if level in levels), None)


def _occasion(brief: Brief) -> Iterator[str]:
    """A meeting of another genre's, such as a 表彰大会 for a 动员讲话."""
    meetings = read_data("remarks.yaml")["meetings"]
    own, name = genre_id(brief.genre) or "", brief.meeting or ""
    if name.endswith(tuple(read_data("remarks.yaml")["unfit"].get(own, ()))):
        yield f"“{name}”上一般没有{genres()[own][0]}，“文种”写错了请改"
    if own not in meetings or any(word in name for word in meetings[own]):
        return
    for genre, ends in meetings.items():
        if name.endswith(tuple(ends)):
            yield (
                f"“文种”写的是“{genres()[own][0]}”，而“{name}”像是{genres()[genre][0]}的场合；"
                f"稿子按“{genres()[own][0]}”写，写错了请改"
            )


def _speaker(brief: Brief) -> Iterator[str]:
    """Two people who speak, or one who has another post in the roster."""
    speaker = brief.speaker
    if speaker is None or speaker.name is None:
        return
    if _SEVERAL.fullmatch(speaker.name):
        yield f"“讲话人.姓名”写的是“{speaker.name}”，像是几个人；一份稿子由一个人讲，请只留一位"
    listed = (p.post for p in brief.roster if p.name == speaker.name)
    for post in listed:
        if post and speaker.post and post not in speaker.post and speaker.post not in post:
            said = f"“{speaker.name}”在“讲话人”里是“{speaker.post}”，在“名单”里是“{post}”"
            yield f"{said}，请核对"


def _count(brief: Brief) -> Iterator[str]:
    """Another number of points said than there are."""
    if not brief.points:
        return
    said = [text for point in brief.points for text in point.content if isinstance(text, str)]
    for text in [*said, brief.closing.message or ""]:
        found = re.search(read_data("remarks.yaml")["count"], text)
        number = found and (int(found[1]) if found[1].isdigit() else ordinal(found[1]))
        if found and number != len(brief.points):
            yield f"提纲里说“{found[0]}”，“要点”写了 {len(brief.points)} 个，请核对"


def _twice(brief: Brief) -> Iterator[str]:
    """The same thing written more than once where each is said by itself.

    A task of the same name that another owner has, or that is due another day, is another one.
    """
    headings = [point.heading for point in brief.points if point.heading]
    said = [item for point in brief.points for item in point.content if isinstance(item, str)]
    tasks = [item for p in brief.points for item in p.content if not isinstance(item, str)]
    whole = dict.fromkeys((t.task, t.owner, t.deadline) for t in tasks)
    others = Counter(name for name, *_ in whole)
    for key, texts in (
        ("依据", brief.basis),
        ("成绩", brief.achievements),
        ("问题", brief.problems),
        ("要点.标题", headings),
        ("要点.内容", said),
        ("要点.内容.任务", [t.task for t in tasks if others[t.task] == 1]),
    ):
        for text, times in Counter(texts).items():
            if times > 1:
                yield f"“{key}”里“{text}”写了 {times} 遍，多的请删去"
