"""The brief asked question by question at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from drafter.brief.explain import make_brief
from drafter.brief.model import Brief
from drafter.brief.vocabulary import genres, level_of_unit
from drafter.errors import BriefError
from drafter.resources import read_data

__all__ = ["Asker", "ask_brief"]


#: What no brief can do without.
_LEAST: dict[str, Any] = {
    "文种": "动员讲话",
    "会议": "会议",
    "单位": {"名称": "单位"},
    "主题": {"名称": "主题"},
}


class Asker(Protocol):
    """Whoever puts the questions: a terminal, or a test."""

    def choose(self, question: str, options: Mapping[str, str], default: str | None = None) -> str:
        """One of the options' keys; shown are their values, and first the default's."""

    def text(
        self, question: str, *, required: bool = False, fault: Callable[[str], str] | None = None
    ) -> str:
        """One line without the fault it is asked for; empty where nothing is said or required."""

    def texts(self, question: str) -> list[str]:
        """Several lines, ended by an empty one."""

    def confirm(self, question: str) -> bool:
        """Yes or no."""


def ask_brief(asker: Asker, genre: str | None = None) -> Brief:
    """Ask for everything a brief may hold; only what is required must be answered."""
    names = {g: n[0] for g, n in genres().items()}
    genre = genre or asker.choose("写哪一种讲话稿？", names)
    answers: dict[str, Any] = {
        "文种": names.get(genre, genre),
        "会议": asker.text("会议全称", required=True, fault=_fault("会议")),
        "时间": asker.text("开会日期（如 2026-11-21）", fault=_fault("时间")),
        "讲话人": _only(姓名=asker.text("讲话人姓名"), 职务=asker.text("讲话人职务")),
        "单位": _unit(asker),
        "主题": _only(
            名称=asker.text(
                "主题（如 安全生产百日攻坚行动）", required=True, fault=_fault("主题", "名称")
            ),
            领域=asker.text("所属领域（如 安全生产）"),
        ),
        "依据": asker.texts("依据：上级哪些要求、会议（每行一条）"),
        "议程": [
            _agenda(line) for line in asker.texts("议程：谁，做了什么（如 应急局，通报了形势）")
        ],
        "成绩": asker.texts("成绩（每行一条）"),
        "问题": asker.texts("问题（每行一条）"),
        "要点": _points(asker),
        "号召": _only(目标=asker.text("结尾的目标"), 寄语=asker.text("结尾的寄语")),
        "篇幅": asker.text("要多少字（可不填）", fault=_fault("篇幅")),
    }
    return make_brief({k: v for k, v in answers.items() if v not in ("", [], {})})


def _unit(asker: Asker) -> dict[str, str]:
    name = asker.text("单位名称", required=True, fault=_fault("单位", "名称"))
    levels = {level: level for level in read_data("levels.yaml")}
    told = level_of_unit(name)
    return {"名称": name, "层级": asker.choose("单位属于哪一层级？", levels, told)}


def _fault(*keys: str) -> Callable[[str], str]:
    """What the brief would refuse an answer under these keys for; nothing where it takes it.

    Asked at once: nobody answers all the questions again for a date at the beginning.
    """

    def fault(answer: str) -> str:
        value: Any = answer
        for key in reversed(keys):
            value = {key: value}
        try:
            make_brief(_LEAST | value)
        except BriefError as error:
            return error.message
        return ""

    return fault


def _only(**values: str) -> dict[str, str]:
    return {k: v for k, v in values.items() if v}


def _agenda(line: str) -> dict[str, str]:
    who, mark, what = line.partition("，")
    return {"主体": who.strip(), "事项": what.strip()} if mark else {"事项": line.strip()}


def _points(asker: Asker) -> list[dict[str, Any]]:
    points: list[dict[str, Any]] = []
    while asker.confirm("再加一个要点？" if points else "写一个要点？（不写就按文种的惯例安排）"):
        point: dict[str, Any] = _only(标题=asker.text("要点标题（可不填，程序拟）"))
        content: list[Any] = list(asker.texts("这一点要说的话（每行一句）"))
        while asker.confirm("加一项任务？"):
            task: dict[str, Any] = _only(任务=asker.text("任务", required=True))
            measures: Sequence[str] = asker.texts("措施（每行一条）")
            if measures:
                task["措施"] = list(measures)
            task |= _only(
                责任=asker.text("责任单位"), 时限=asker.text("时限"), 目标=asker.text("目标")
            )
            content.append(task)
        points.append(point | {"内容": content})
    return points
