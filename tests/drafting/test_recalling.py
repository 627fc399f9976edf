"""Recalling: a speech comes back to its own tasks and owners by name, once and after them."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.recalling import RECALLED, recalled

TASKS: list[dict[str, Any]] = [
    {"任务": "备足热源煤炭", "责任": "县发展和改革局、各供热企业", "时限": "11月5日前"},
    {"任务": "抢修老旧管网", "措施": ["夜间施工"], "责任": "县住房和城乡建设局"},
    {"任务": "接好投诉电话", "措施": ["两小时内上门"], "责任": "各供热企业"},
]
HEATING: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全县供热保障工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "供热保障工作"},
    "问题": ["三家热企储煤只够用12天"],
    "要点": [{"着眼": "形势"}, {"着眼": "任务", "内容": TASKS}, {"着眼": "责任"}],
    "篇幅": 1800,
}


def test_the_days_by_which_tasks_are_due_are_told_as_they_stand() -> None:
    days = ["11月底前", "11月5日前", "长期坚持"]
    tasks = [task | {"时限": day} for task, day in zip(TASKS, days, strict=True)]
    assert recalled(make_brief(_with(tasks)))["times"] == "11月5日前、11月底前"
    assert "times" not in recalled(make_brief(_with(tasks[1:])))


def _with(tasks: list[dict[str, Any]], *more: dict[str, Any]) -> dict[str, Any]:
    return HEATING | {"要点": [{"着眼": "任务", "内容": tasks}, *more]}


def test_tasks_and_owners_are_named_each_once() -> None:
    assert recalled(make_brief(HEATING)) == {
        "tasks": "备足热源煤炭、抢修老旧管网、接好投诉电话",
        "owners": "县发展和改革局、各供热企业、县住房和城乡建设局",
    }


@pytest.mark.parametrize(
    "brief",
    [
        _with(TASKS[:1]),
        _with(TASKS, {"着眼": "责任", "内容": [{"任务": "每周通报一次", "责任": "县督查室"}]}),
        _with([*TASKS, {"任务": "老楼逐户登记，一户一策整改"}]),
        _with([*TASKS, {"任务": "入户测温"}, {"任务": "公布热线"}]),
    ],
    ids=["one", "of two points", "too long for a name", "too many for the ear"],
)
def test_what_is_no_short_list_is_not_brought_back(brief: dict[str, Any]) -> None:
    assert "tasks" not in recalled(make_brief(brief))


def test_everybody_is_no_owner_among_others() -> None:
    tasks = [*TASKS, {"任务": "不准接受宴请", "责任": "全局干部职工"}]
    assert "owners" not in recalled(make_brief(_with(tasks)))


@pytest.mark.parametrize("seed", range(4))
def test_they_are_brought_back_once_and_after_the_tasks(bank: Bank, seed: int) -> None:
    said = [s for _, s in draft(make_brief(HEATING), bank=bank, seed=seed).speech.sentences()]
    kinds = [{*p.slot_types.values()} if (p := bank.get(s.pattern or "")) else set() for s in said]
    back = [i for i, slots in enumerate(kinds) if slots & RECALLED]
    asked = [i for i, s in enumerate(said) if "两小时内上门" in s.text]
    assert back
    assert min(back) > asked[0]
    for slot in RECALLED:
        assert len({said[i].pattern for i in back if slot in kinds[i]}) <= 1
