"""A task is told measure by measure where there is room, each with its own word behind it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief.model import Task
from drafter.drafting import draft
from drafter.drafting.planning.plan import Unit
from drafter.drafting.planning.unfolding import unfolded
from drafter.drafting.setting.facts import measures_fact, task_facts
from tests.drafting.conftest import make_brief

MEASURES = ["逐井清掏雨水口和检查井", "在低洼路段加装积水报警器", "雨天安排专人看守下穿通道"]
TASK: dict[str, Any] = {
    "任务": "做好城区排水防涝",
    "措施": MEASURES[:2],
    "责任": "县城市管理局",
    "时限": "5月底前",
    "目标": "低洼路段不积水",
}
BRIEF: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全县城市管理工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "城市管理工作", "领域": "城市管理"},
    "要点": [
        {"着眼": "认识", "内容": ["城市管理关系群众的日常生活"]},
        {
            "着眼": "任务",
            "内容": [TASK, {"任务": "规范停车秩序", "措施": ["划定路内泊位"], "责任": "县公安局"}],
        },
        {"着眼": "责任", "内容": ["各部门要主动靠前"]},
    ],
    "篇幅": 2000,
}


def task_of(*told: Any) -> Task:
    """A task by what it is, its measures, owner, deadline and goal."""
    names = ("task", "measures", "owner", "deadline", "goal")
    return Task(**dict(zip(names, told, strict=False)))


def unit_of(task: Task) -> Unit:
    facts = {name: fact for name, fact in task_facts(task).items() if name != "task"}
    return Unit("tell", "points", ("measure",), "任务", facts, must=True, limit=3, grows="task")


def told(units: list[Unit]) -> list[list[str]]:
    return [sorted(unit.facts) for unit in units]


def test_time_and_goal_stand_with_the_last_measure_behind_it_or_before_all() -> None:
    task = task_of("做好排水", MEASURES[:2], "县城市管理局", "5月底前", "低洼路段不积水")
    assert told(unfolded(unit_of(task), task, 0)) == [
        ["measures", "owner"],
        ["deadline", "further", "result"],
    ]
    assert told(unfolded(unit_of(task), task, 1)) == [
        ["measures", "owner"],
        ["further"],
        ["deadline", "result"],
    ]
    assert told(unfolded(unit_of(task), task, 2)) == [
        ["deadline", "owner"],
        ["measures"],
        ["further"],
        ["result"],
    ]


@pytest.mark.parametrize("turn", range(3))
def test_each_fact_of_a_task_is_told_by_one_of_its_units(turn: int) -> None:
    task = task_of("做好排水", [*MEASURES, "汛前演练一次"], "县城市管理局", "5月底前", "不积水")
    units = unfolded(unit_of(task), task, turn)
    exact = [e for unit in units for fact in unit.facts.values() for e in fact.exact]
    assert sorted(exact) == sorted([*task.measures, task.owner, task.deadline, task.goal])
    assert [unit.goes_on for unit in units] == [False, *[True] * (len(units) - 1)]
    assert not any(a.said is b.said or a.grown is b.grown for a, b in pairwise(units))


def test_short_measures_and_single_ones_stay_in_one_breath() -> None:
    for measures in (["清掏管网"], ["清管网", "通河道"], ["清掏", *MEASURES[:2]], MEASURES[:1]):
        task = task_of("做好排水", measures)
        unit = unit_of(task)
        assert unfolded(unit, task, 0) == [unit]


def test_from_when_on_something_is_done_is_told_at_once() -> None:
    task = task_of("做好排水", MEASURES[:2], "县城市管理局", "即日起")
    for turn in range(3):
        assert "deadline" in unfolded(unit_of(task), task, turn)[0].facts


def test_measures_that_name_their_doer_have_no_other_subject() -> None:
    assert measures_fact(["县级领导每月带队检查2次"]).doer
    assert measures_fact(["市政府每周五调度一次"]).doer
    assert not measures_fact(["严查货车超载"]).doer
    item = {"任务": "压实检查责任", "措施": ["县级领导每月带队检查2次"], "责任": "县政府办公室"}
    points = [BRIEF["要点"][0], {"着眼": "任务", "内容": [item, TASK]}, BRIEF["要点"][2]]
    for seed in range(4):
        speech = draft(make_brief(BRIEF | {"要点": points}), seed=seed).speech
        said = next(t for p in speech.paragraphs for t in p.sentences if "带队检查2次" in t.text)
        assert "县政府办公室" not in said.text or "由县政府办公室" in said.text


@pytest.mark.parametrize("seed", range(4))
def test_the_measures_of_a_task_are_told_in_their_order_each_in_a_sentence(
    bank: Bank, seed: int
) -> None:
    speech = draft(make_brief(BRIEF), bank=bank, seed=seed).speech
    (paragraph,) = [p for p in speech.paragraphs if MEASURES[0] in p.text]
    first, second = (
        next(i for i, s in enumerate(paragraph.sentences) if m in s.text) for m in MEASURES[:2]
    )
    assert first < second
    assert all(paragraph.text.count(e) == 1 for e in (*MEASURES[:2], TASK["责任"], TASK["目标"]))


def test_what_is_said_of_the_whole_point_stands_before_its_counted_tasks(bank: Bank) -> None:
    """Behind the last task it would be heard as more of that one; the user has the last word."""
    own = "泊位划到哪里，管理就跟到哪里"
    tasks = {"着眼": "任务", "内容": [*BRIEF["要点"][1]["内容"], own]}
    points = [BRIEF["要点"][0], tasks, BRIEF["要点"][2]]
    for seed in range(4):
        speech = draft(make_brief(BRIEF | {"要点": points}), bank=bank, seed=seed).speech
        bodies = [p for p in speech.paragraphs if p.role in ("heading", "body")]
        last = next(i for i, p in enumerate(bodies) if own in p.text)
        task = next(i for i, p in enumerate(bodies) if "划定路内泊位" in p.text)
        assert task + 1 == last


def test_no_passage_says_a_measure_of_the_brief_over_again(bank: Bank) -> None:
    gate, sweep = "进山路口设卡登记", "清除林缘枯枝落叶"
    task = {"任务": "管住野外火源", "措施": [gate, sweep], "责任": "各村"}
    brief = BRIEF | {
        "文种": "动员讲话",
        "会议": "全镇森林防火动员会",
        "单位": {"名称": "青槐镇", "层级": "镇"},
        "主题": {"名称": "森林防火", "领域": "林草事务"},
        "要点": [{"着眼": "任务", "内容": [task]}],
        "篇幅": 1500,
    }
    for seed in range(6):
        speech = draft(make_brief(brief), bank=bank, seed=seed).speech
        text = "".join(p.text for p in speech.paragraphs)
        assert (text.count(gate), text.count(sweep)) == (1, 1)


@pytest.mark.parametrize("seed", range(3))
def test_every_task_has_a_remark_before_the_field_is_spoken_of(bank: Bank, seed: int) -> None:
    """A reader struck tasks of one bare line beside paragraphs on anything of the field."""
    more = [
        {"任务": "整治占道经营", "措施": ["划定便民摊点", "早晚高峰定岗值守"]},
        {"任务": "管好垃圾清运", "措施": ["居民区垃圾每日清运", "破损垃圾桶及时更换"]},
    ]
    tasks = {"着眼": "任务", "内容": [*BRIEF["要点"][1]["内容"], *more]}
    points = [BRIEF["要点"][0], tasks, BRIEF["要点"][2]]
    brief = make_brief(BRIEF | {"要点": points, "篇幅": 1600})
    paragraphs = draft(brief, bank=bank, seed=seed).speech.paragraphs
    for task in tasks["内容"]:
        (told,) = [p for p in paragraphs if task["措施"][0] in p.text]
        assert any(not s.fields for s in told.sentences), told.text


@pytest.mark.parametrize("measure", ["每名责任护士分管患者不超过8人", "系统能查到的一律不再要"])
def test_a_measure_that_is_a_sentence_of_its_own_is_governed_by_nothing(
    bank: Bank, measure: str
) -> None:
    """当前要抓紧的，是凡是…的一律… can be spoken by nobody."""
    task = {"任务": "推开责任制护理", "措施": [measure, "床头挂责任护士姓名卡"], "责任": "护理部"}
    brief = BRIEF | {
        "会议": "全院优质护理工作会议",
        "单位": {"名称": "安平县医院", "层级": "医院"},
        "主题": {"名称": "优质护理服务", "领域": "医疗卫生"},
        "要点": [{"着眼": "任务", "内容": [task]}, {"着眼": "责任"}],
        "篇幅": 1200,
    }
    for seed in range(4):
        speech = draft(make_brief(brief), bank=bank, seed=seed).speech
        (said,) = [s.text for p in speech.paragraphs for s in p.sentences if measure in s.text]
        before = said.partition(measure)[0]
        assert not before or before[-1] in "，：", said
