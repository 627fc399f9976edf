"""The brief: what a speech must say, as the clerk gives it.

Field names are English in code and Chinese in YAML (either is accepted on input). All facts are
strings exactly as the user wrote them, outer white space aside.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PrivateAttr,
    StringConstraints,
    Tag,
    model_validator,
)

from drafter.brief.marks import Marks

__all__ = [
    "FOCUSES",
    "Agenda",
    "Brief",
    "Closing",
    "Person",
    "Point",
    "Task",
    "Topic",
    "Unit",
    "brief_digest",
]

#: What a point of the speech is about (着眼).
FOCUSES = (
    "认识",
    "形势",
    "成绩",
    "问题",
    "任务",
    "创新",
    "责任",
    "保障",
    "作风",
    "希望",
    "承诺",
    "启示",
)

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\ufeff]")
_BREAK = re.compile(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")
_DATE = re.compile(r"(\d{4})\s*[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})\s*日?")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:字左右|字|分钟)")


def _clean(value: Any) -> Any:
    """One line without control characters: a field is never more than one paragraph."""
    if not isinstance(value, str):
        return value
    return _BREAK.sub("", _CONTROL.sub("", value.strip()))


def _date(value: Any) -> Any:
    """2026年11月21日, 2026/11/21 and 2026.11.21 as ISO; anything else as it is."""
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    return "-".join(g.zfill(2) for g in found.groups()) if found else value


def _amount(value: Any) -> Any:
    """3000字 and 15分钟 as the number alone."""
    found = _AMOUNT.fullmatch(value.strip()) if isinstance(value, str) else None
    return found.group(1) if found else value


Text = Annotated[
    str,
    BeforeValidator(_clean),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=30_000),
]


def _as_list(value: Any) -> Any:
    """One item may stand without its dash; an empty value is an empty list."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


Texts = Annotated[list[Text], BeforeValidator(_as_list), Field(max_length=300)]


def _key(chinese: str, english: str, **more: Any) -> Any:
    return Field(
        alias=chinese, validation_alias=AliasChoices(chinese, english), title=chinese, **more
    )


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Person(_Part):
    """Somebody, with the post as it is to be said."""

    name: Text | None = _key("姓名", "name", default=None)
    post: Text | None = _key("职务", "post", default=None)


class Unit(_Part):
    """The unit that speaks; ``level`` (县 学校 企业 局 …, data/levels.yaml) rules the wording."""

    name: Text = _key("名称", "name")
    level: Text | None = _key("层级", "level", default=None)


class Topic(_Part):
    """What the speech is about; ``area`` is the field of work (安全生产 …)."""

    name: Text = _key("名称", "name")
    area: Text | None = _key("领域", "field", default=None)


class Agenda(_Part):
    """One item of the meeting: who, and what they did there (通报了…)."""

    who: Text | None = _key("主体", "who", default=None)
    what: Text = _key("事项", "what")


class Task(_Part):
    """One task with its measures, owner, deadline and goal."""

    task: Text = _key("任务", "task")
    measures: Texts = _key("措施", "measures", default_factory=list)
    owner: Text | None = _key("责任", "owner", default=None)
    deadline: Text | None = _key("时限", "deadline", default=None)
    goal: Text | None = _key("目标", "goal", default=None)


def _content_kind(value: Any) -> str:
    return "task" if isinstance(value, dict | Task) else "text"


#: A point's content is a plain sentence, or a task with its parts.
Content = Annotated[
    Annotated[Task, Tag("task")] | Annotated[Text, Tag("text")], Discriminator(_content_kind)
]


class Point(_Part):
    """One numbered point. ``heading`` without enumerator; composed when absent."""

    heading: Text | None = _key("标题", "heading", default=None)
    focus: Text | None = _key("着眼", "focus", default=None)
    content: Annotated[list[Content], BeforeValidator(_as_list), Field(max_length=300)] = _key(
        "内容", "content", default_factory=list
    )


class Closing(_Part):
    """The close: the goal to reach and a message to leave."""

    goal: Text | None = _key("目标", "goal", default=None)
    message: Text | None = _key("寄语", "message", default=None)


class Brief(_Part):
    """A whole brief. 文种, 会议 (or 标题), 单位 and 主题 are required."""

    genre: Text = _key("文种", "genre")
    title: Text | None = _key("标题", "title", default=None)
    meeting: Text | None = _key("会议", "meeting", default=None)
    date: Annotated[dt.date, BeforeValidator(_date)] | None = _key("时间", "date", default=None)
    place: Text | None = _key("地点", "place", default=None)
    speaker: Person | None = _key("讲话人", "speaker", default=None)
    unit: Unit = _key("单位", "unit")
    salutation: Text | None = _key("称谓", "salutation", default=None)
    topic: Topic = _key("主题", "topic")
    superiors: Texts = _key("上级", "superiors", default_factory=list)
    jurisdiction: Texts = _key("下辖", "jurisdiction", default_factory=list)
    roster: Annotated[list[Person], BeforeValidator(_as_list), Field(max_length=300)] = _key(
        "名单", "roster", default_factory=list
    )
    basis: Texts = _key("依据", "basis", default_factory=list)
    agenda: Annotated[list[Agenda], BeforeValidator(_as_list), Field(max_length=300)] = _key(
        "议程", "agenda", default_factory=list
    )
    achievements: Texts = _key("成绩", "achievements", default_factory=list)
    problems: Texts = _key("问题", "problems", default_factory=list)
    points: Annotated[list[Point], BeforeValidator(_as_list), Field(max_length=300)] = _key(
        "要点", "points", default_factory=list
    )
    closing: Closing = _key("号召", "closing", default_factory=Closing)
    length: Annotated[int, BeforeValidator(_amount), Field(ge=100, le=50_000)] | None = _key(
        "篇幅", "length", default=None
    )
    minutes: Annotated[float, BeforeValidator(_amount), Field(gt=0, le=240)] | None = _key(
        "时长", "minutes", default=None
    )
    rate: Annotated[int, BeforeValidator(_amount), Field(ge=100, le=400)] = _key(
        "语速", "rate", default=220
    )
    tone: Literal["庄重", "平实", "激励"] = _key("语气", "tone", default="庄重")
    banned: Texts = _key("禁用", "banned", default_factory=list)
    layout: Text = _key("版式", "layout", default="标准")
    _marks: Marks = PrivateAttr(default_factory=Marks)

    @model_validator(mode="after")
    def _named(self) -> Brief:
        if self.meeting is None and self.title is None:
            raise ValueError("“会议”和“标题”至少要写一个")
        return self

    @property
    def marks(self) -> Marks:
        """Where each field stands in the file the brief was read from."""
        return self._marks

    @property
    def target(self) -> int | None:
        """Asked length in characters: 篇幅, else 时长 × 语速, else None."""
        if self.length is not None:
            return self.length
        return None if self.minutes is None else round(self.minutes * self.rate)


def brief_digest(brief: Brief) -> str:
    """``sha256:…`` of the brief's facts, the same whatever form they were written in."""
    plain = brief.model_dump(mode="json", by_alias=True, exclude_none=True)
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
