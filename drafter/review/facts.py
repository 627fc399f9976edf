"""The facts of a brief: every piece of text the speech has to say, with the field it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.brief.model import Brief, Task
from drafter.drafting.setting.topics import named_in
from drafter.drafting.setting.user_words import meeting_called

__all__ = ["Fact", "brief_texts", "facts_of"]


class Fact(Struct, frozen=True):
    """A text of the brief that must be said, by the Chinese path of its field.

    ``near`` is another text of the brief beside which it stands (the task of a deadline).
    ``loose`` marks what a speech may say in other words: the topic of a ceremony is a label.
    """

    field: str
    text: str
    near: str | None = None
    loose: bool = False


def facts_of(brief: Brief) -> tuple[Fact, ...]:
    """What the speech must say, in the order of the brief.

    Not among them: what rules the wording (文种, 层级, 领域, 语气 …), what only allows names (上级,
    下辖, 名单), and the unit's own name, which a speaker replaces with 我县 or 我校.
    """
    return (*_head(brief), *_opening(brief), *_points(brief), *_closing(brief))


def _head(brief: Brief) -> Iterator[Fact]:
    if brief.title:
        yield Fact("标题", brief.title)
    if brief.meeting and not (brief.title and brief.meeting in brief.title):
        yield Fact("会议", meeting_called(brief.meeting))
    if brief.date:
        yield Fact("时间", brief.date.isoformat())
    if brief.place:
        yield Fact("地点", brief.place)
    if brief.speaker and brief.speaker.name:
        yield Fact("讲话人.姓名", brief.speaker.name)
    if brief.speaker and brief.speaker.post:
        yield Fact("讲话人.职务", brief.speaker.post)
    if brief.salutation:
        yield Fact("称谓", brief.salutation)
    yield Fact("主题.名称", brief.topic.name, loose=True)


def _opening(brief: Brief) -> Iterator[Fact]:
    for text in brief.basis:
        yield Fact("依据", text)
    for item in brief.agenda:
        if item.who:
            yield Fact("议程.主体", item.who, near=item.what)
        yield Fact("议程.事项", item.what, near=item.who)


def _points(brief: Brief) -> Iterator[Fact]:
    for text in brief.achievements:
        yield Fact("成绩", text)
    for text in brief.problems:
        yield Fact("问题", text)
    for point in brief.points:
        if point.heading:
            yield Fact("要点.标题", point.heading)
        for item in point.content:
            if isinstance(item, Task):
                yield from _task(item)
            else:
                yield Fact("要点.内容", item)


def _task(task: Task) -> Iterator[Fact]:
    yield Fact("要点.内容.任务", task.task)
    for measure in task.measures:
        yield Fact("要点.内容.措施", measure, near=task.task)
    for label, text in (("责任", task.owner), ("时限", task.deadline), ("目标", task.goal)):
        if text:
            yield Fact(f"要点.内容.{label}", text, near=task.task)


def _closing(brief: Brief) -> Iterator[Fact]:
    if brief.closing.goal:
        yield Fact("号召.目标", brief.closing.goal)
    if brief.closing.message:
        yield Fact("号召.寄语", brief.closing.message)


def brief_texts(brief: Brief, facts: Iterable[Fact]) -> tuple[str, ...]:
    """Every text of the brief that names something: its ``facts``, and what only allows names.

    What a topic names stands alone, too: 滥伐林木案件 of 滥伐林木案件警示教育.
    """
    texts = [f.text for f in facts]
    texts += (part for part in named_in(brief.topic.name).values() if part in brief.topic.name)
    texts += [brief.unit.name, brief.meeting or "", *brief.superiors, *brief.jurisdiction]
    for person in brief.roster:
        texts += [person.name or "", person.post or ""]
    return tuple(dict.fromkeys(t for t in texts if t))
