"""Where a brief says what is wanting and sets no task, each defect is to be mended."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_for
from drafter.review import review

THIN: dict[str, Any] = {
    "文种": "调研讲话",
    "会议": "老旧浴池改造调研座谈会",
    "单位": {"名称": "桐岭县", "层级": "县"},
    "主题": {"名称": "老旧浴池改造", "领域": "城市管理"},
    "问题": ["下水沟堵塞", "部分更衣间漏雨", "停车难"],
    "篇幅": 800,
}
NAMES = ["下水沟堵塞", "更衣间漏雨", "停车难"]


def _tasks(**more: Any) -> list[str]:
    brief = make_brief({**THIN, **more})
    points = plan_points(brief, genre_for(brief))
    return [i.task for p in points if p.field == "问题" for i in p.items if not isinstance(i, str)]


def test_each_defect_is_to_be_mended() -> None:
    assert _tasks() == [f"解决{name}的问题" for name in NAMES]


def test_whoever_sets_tasks_says_himself_what_is_to_be_done() -> None:
    assert _tasks(要点=[{"着眼": "任务", "内容": [{"任务": "疏通下水沟"}]}]) == []


@pytest.mark.parametrize(
    "problems",
    [
        ["停车难"],  # one is no list
        ["停车难", "一名会计挪用公款"],  # no task mends what somebody was guilty of
        ["停车难", "近三年没有一家浴池按照要求对锅炉做过年检"],  # too long to be said again
        ["停车难", "12间更衣室漏雨"],  # a figure is told once
    ],
)
def test_what_has_no_short_name_is_told_once(problems: list[str]) -> None:
    assert _tasks(问题=problems) == []


def test_who_reports_says_himself_what_he_will_do() -> None:
    assert _tasks(文种="工作汇报") == []


@pytest.mark.parametrize("seed", range(3))
def test_what_is_said_of_them_comes_from_the_problems(bank: Bank, seed: int) -> None:
    brief = make_brief(THIN)
    made = draft(brief, bank=bank, seed=seed)
    said = [s for p in made.speech.paragraphs for s in p.sentences if "解决停车难的问题" in s.text]
    assert {s.fields for s in said} == {("问题",)}
    assert [f.message for f in review(made, brief) if f.code.startswith("repeated")] == []
