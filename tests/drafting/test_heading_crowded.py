"""What heads a point with more things than it can name covers them all."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.brief.model import Task
from drafter.drafting import draft
from drafter.drafting.planning.planning import PointPlan
from drafter.drafting.wording.heading_fits import contents_of, is_crowded
from drafter.review import review
from drafter.text.sentences import clauses

PROBLEMS = ["夜班护士排不开", "药房下午没人取药", "病历漏填日期", "电梯常等十分钟"]
TASKS = ["调整夜班排班", "增开取药窗口", "核对出院病历", "检修住院部电梯"]


def _brief(*points: dict) -> dict:
    return {
        "文种": "部署讲话",
        "会议": "全院服务改进会",
        "单位": "柳溪县人民医院",
        "主题": "就医服务",
        "讲话人": {"姓名": "于海平", "职务": "院长"},
        "要点": list(points),
        "时长": "8",
    }


def _tasks(names: list[str]) -> dict:
    return {"着眼": "任务", "内容": [{"任务": n, "措施": ["本月办完"]} for n in names]}


@pytest.mark.parametrize("seed", range(6))
def test_two_of_four_things_are_not_named(seed: int, bank: Bank) -> None:
    brief = make_brief(_brief({"着眼": "问题", "内容": PROBLEMS}, _tasks(TASKS)))
    made = draft(brief, bank=bank, seed=seed)
    assert not [f for f in review(made, brief) if f.level == "error"]
    headings = [p.text for p in made.speech.by_role("heading") if p.level == 1]
    for heading in headings:
        assert not any(thing in heading for thing in [*PROBLEMS, *TASKS])
    columns = zip(*(clauses(h.split("、", 1)[1]) for h in headings), strict=True)
    assert all(max(map(len, column)) - min(map(len, column)) <= 1 for column in columns)


def test_one_heading_of_a_speech_at_most_counts_and_counts_right(bank: Bank) -> None:
    counts = 0
    for seed in range(12):
        brief = make_brief(_brief({"着眼": "问题", "内容": PROBLEMS[:3]}, _tasks(TASKS)))
        made = draft(brief, bank=bank, seed=seed)
        first, second = (p.text for p in made.speech.by_role("heading") if p.level == 1)
        assert "四" not in first
        assert "三" not in second.removeprefix("二、")
        counted = ["三" in first, "四" in second]
        assert not all(counted)
        counts += any(counted)
    assert counts


def test_a_heading_that_only_counts_is_none(bank: Bank) -> None:
    for seed in range(12):
        made = draft(make_brief(_brief(_tasks(TASKS), _tasks(PROBLEMS))), bank=bank, seed=seed)
        for heading in made.speech.by_role("heading"):
            text = heading.text.split("、", 1)[-1]
            assert heading.level != 1 or "四" not in text or len(clauses(text)) > 1


def test_a_small_thing_beside_two_does_not_crowd_a_point() -> None:
    large = [Task(task=t, measures=["本月办完"]) for t in TASKS]
    assert not is_crowded(PointPlan("任务", 1, items=large[:2]))
    assert not is_crowded(PointPlan("任务", 1, items=[*large[:2], "说了就要算数"]))
    assert not is_crowded(PointPlan("任务", 1, items=[*large[:2], Task(task="公布电话")]))
    assert is_crowded(PointPlan("任务", 1, items=large[:3]))
    assert is_crowded(PointPlan("问题", 1, items=[*PROBLEMS[:3]]))


def test_no_defect_stands_for_a_point_that_has_results_too() -> None:
    """成效初显，塔吊司机连续加班 is a heading over nothing."""
    both = {"achievements": ["主体封顶"], "problems": [*PROBLEMS[:1]]}
    assert contents_of(PointPlan("形势", 1, **both)) == []
    assert contents_of(PointPlan("成绩", 1, **both)) == ["主体封顶"]
    assert contents_of(PointPlan("问题", 1, **both)) == [*PROBLEMS[:1]]


@pytest.mark.parametrize("seed", range(3))
def test_several_rules_are_headed_by_what_they_have_in_common(seed: int, bank: Bank) -> None:
    """No piece of one of them, nor who is responsible for what: that they are rules."""
    rules = ["取药窗口中午不许关", "病人问路要领到门口", "加号须经科主任点头"]
    brief = make_brief(_brief(_tasks(TASKS[:2]), {"着眼": "责任", "内容": rules}))
    made = draft(brief, bank=bank, seed=seed)
    last = [p.text for p in made.speech.by_role("heading") if p.level == 1][-1]
    demands = {p.frame for p in bank if p.part == "headings" and "〔要立规矩〕" in p.about}
    assert any(clause in demands for clause in clauses(last.split("、", 1)[1]))
    assert not any(rule in last for rule in rules)
