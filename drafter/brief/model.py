"""The brief: what a speech must say, as the clerk gives it.

Field names are English in code and Chinese in YAML (either is accepted on input). All facts are
strings exactly as the user wrote them, outer white space aside.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import lru_cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

__all__ = [
    "Agenda",
    "Brief",
    "Closing",
    "Person",
    "Point",
    "Task",
    "Topic",
    "Unit",
    "brief_digest",
    "plain_brief",
]

#: A field is one paragraph at most; nobody speaks a longer one.
Text = Annotated[str, Meta(min_length=1, max_length=30_000)]
#: What is called by a name is called by it in one breath; nobody's is longer.
Name = Annotated[str, Meta(min_length=1, max_length=300)]
Names = Annotated[list[Name], Meta(max_length=300)]
Texts = Annotated[list[Text], Meta(max_length=300)]


class Person(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody, with the post as it is to be said."""

    name: Annotated[str, Meta(min_length=1, max_length=60)] | None = field(
        name="姓名", default=None
    )
    post: Name | None = field(name="职务", default=None)


class Unit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The unit that speaks; ``level`` (县 学校 企业 局 …, data/levels.yaml) rules the wording."""

    name: Name = field(name="名称")
    level: Name | None = field(name="层级", default=None)


class Topic(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the speech is about; ``area`` is the field of work (安全生产 …)."""

    name: Name = field(name="名称")
    area: Name | None = field(name="领域", default=None)


class Agenda(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of the meeting: who, and what they did there (通报了…)."""

    who: Text | None = field(name="主体", default=None)
    what: Text = field(name="事项")


class Task(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One task with its measures, owner, deadline and goal."""

    task: Text = field(name="任务")
    measures: Texts = field(name="措施", default_factory=list)
    owner: Text | None = field(name="责任", default=None)
    deadline: Text | None = field(name="时限", default=None)
    goal: Text | None = field(name="目标", default=None)


class Point(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One numbered point. ``heading`` without enumerator; composed when absent.

    ``focus`` is what the point is about (data/focuses.yaml); ``content`` holds plain sentences and
    tasks.
    """

    heading: Text | None = field(name="标题", default=None)
    focus: Name | None = field(name="着眼", default=None)
    content: Annotated[list[Text | Task], Meta(max_length=300)] = field(
        name="内容", default_factory=list
    )


class Closing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The close: the goal to reach and a message to leave."""

    goal: Text | None = field(name="目标", default=None)
    message: Text | None = field(name="寄语", default=None)


class Brief(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, weakref=True):
    """A whole brief. 文种, 会议 (or 标题), 单位 and 主题 are required."""

    genre: Name = field(name="文种")
    title: Name | None = field(name="标题", default=None)
    meeting: Name | None = field(name="会议", default=None)
    date: dt.date | None = field(name="时间", default=None)
    place: Name | None = field(name="地点", default=None)
    speaker: Person | None = field(name="讲话人", default=None)
    unit: Unit = field(name="单位")
    salutation: Text | None = field(name="称谓", default=None)
    topic: Topic = field(name="主题")
    superiors: Names = field(name="上级", default_factory=list)
    jurisdiction: Names = field(name="下辖", default_factory=list)
    roster: Annotated[list[Person], Meta(max_length=300)] = field(name="名单", default_factory=list)
    basis: Texts = field(name="依据", default_factory=list)
    agenda: Annotated[list[Agenda], Meta(max_length=300)] = field(name="议程", default_factory=list)
    achievements: Texts = field(name="成绩", default_factory=list)
    problems: Texts = field(name="问题", default_factory=list)
    points: Annotated[list[Point], Meta(max_length=300)] = field(name="要点", default_factory=list)
    closing: Closing = field(name="号召", default_factory=Closing)
    length: Annotated[int, Meta(ge=100, le=50_000)] | None = field(name="篇幅", default=None)
    minutes: Annotated[float, Meta(ge=0.5, le=240)] | None = field(name="时长", default=None)
    rate: Annotated[int, Meta(ge=100, le=400)] = field(name="语速", default=220)
    tone: Literal["庄重", "平实", "激励"] = field(name="语气", default="庄重")
    banned: Texts = field(name="禁用", default_factory=list)
    layout: Name = field(name="版式", default="标准")

    @property
    def target(self) -> int | None:
        """Asked length in characters: 篇幅, else 时长 × 语速, else None."""
        if self.length is not None:
            return self.length
        return None if self.minutes is None else round(self.minutes * self.rate)


def plain_brief(brief: Brief) -> dict[str, Any]:
    """The brief as plain values under Chinese keys, in the model's order; empty ones left out."""
    return _brief_alone(msgspec.to_builtins(brief))


_DEFAULTS = {"语速": 220, "语气": "庄重", "版式": "标准"}


def _brief_alone(plain: dict[str, Any]) -> dict[str, Any]:
    """What of a brief's plain values was filled in."""
    return {k: v for k, v in _pruned(plain).items() if _DEFAULTS.get(k) != v}


def _pruned(value: Any) -> Any:
    if isinstance(value, list):
        return [v if isinstance(v, str) else _pruned(v) for v in value]
    if not isinstance(value, dict):
        return value
    inner = {k: v if isinstance(v, str) else _pruned(v) for k, v in value.items()}
    # Told by what they are: most are texts, which are compared with nothing.
    return {k: v for k, v in inner.items() if isinstance(v, str) or not _is_empty(v)}


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, (list, dict)) and not value)


def brief_digest(brief: Brief) -> str:
    """``sha256:…`` of the brief's facts, the same whatever form they were written in."""
    return _digest(msgspec.msgpack.encode(brief))


@lru_cache(8)  # one brief is drafted again and again
def _digest(packed: bytes) -> str:
    text = msgspec.json.encode(_brief_alone(msgspec.msgpack.decode(packed)), order="sorted")
    return "sha256:" + hashlib.sha256(text).hexdigest()
