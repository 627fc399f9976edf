"""What a brief says in a row stands in a row; what has no room in a point stands before it."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.brief.model import Task
from drafter.drafting import draft
from drafter.drafting.planning.items import item_of
from drafter.drafting.planning.planning import plan_points, plan_review
from drafter.drafting.planning.rows import rows_in
from drafter.drafting.setting.facts import task_facts
from drafter.drafting.setting.genres import genre_for, load_genre

SUMS = [
    "算安全账，一个火星就能烧掉半片林子",
    "算经济账，秸秆打成捆每亩能卖二十元",
    "算邻里账，一家点火全村跟着咳嗽",
]
BRIEF: dict[str, Any] = {
    "文种": "动员讲话",
    "会议": "全镇秸秆禁烧动员会",
    "单位": {"名称": "柳溪镇", "层级": "乡镇"},
    "主题": {"名称": "秸秆禁烧工作", "领域": "生态环保"},
    "成绩": ["去年全镇打捆离田1.2万亩", "新增打捆机9台"],
    "问题": ["两村交界处的地块没人看守"],
    "篇幅": 1200,
}
REASONS = {"标题": "算清三笔账，把道理讲透", "着眼": "认识", "内容": SUMS}
WORK = {"标题": "抓好两件事，把地头管住", "着眼": "任务", "内容": [{"任务": "分片巡查"}]}


def test_short_sentences_that_begin_alike_are_a_row() -> None:
    assert rows_in(SUMS) == {1, 2}
    assert rows_in(["是坚守。", "是较真。"]) == set()  # two may be chance
    assert rows_in(["希望大家常来。", "希望大家多说。"]) == {1}
    assert rows_in([Task(task="算账"), *SUMS[:2]]) == set()


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_said_between_sentences_of_a_row(bank: Bank, seed: int) -> None:
    made = draft(make_brief({**BRIEF, "要点": [REASONS, WORK]}), bank=bank, seed=seed)
    row = "".join(f"{text}。" for text in SUMS)
    assert any(row in p.text for p in made.speech.paragraphs)


@pytest.mark.parametrize("titled", [True, False])
def test_last_years_figures_are_no_part_of_why_the_matter_counts(titled: bool) -> None:
    points = [REASONS, WORK]
    brief = make_brief(
        {**BRIEF, "要点": points if titled else [{**p, "标题": None} for p in points]}
    )
    planned = plan_points(brief, genre_for(brief))
    assert [p.achievements for p in planned] == [[], []]
    review = plan_review(brief, planned)
    assert review is not None
    assert review.achievements == BRIEF["成绩"]


def test_a_heading_with_nothing_under_it_is_what_is_to_be_done() -> None:
    data = {**BRIEF, "要点": ["修通后山果园的路", "提高认识，凝聚共识"]}
    brief = make_brief(data)
    points = plan_points(brief, genre_for(brief))
    assert (points[0].focus, len(points[0].items)) == ("任务", 1)
    assert points[0].headed
    assert not points[1].items


def test_what_was_done_is_told_with_what_it_came_to() -> None:
    genre = load_genre("report")
    task = Task(task="拓展客货邮融合", measures=("用公交车捎带快递",), goal="每天捎运快件900件")
    said = item_of(task, 0, True, "成绩", genre)
    assert said == "围绕拓展客货邮融合，我们用公交车捎带快递，每天捎运快件900件。"
    ahead = Task(task=task.task, measures=task.measures, goal="确保每天捎运快件900件")
    assert isinstance(item_of(ahead, 0, True, "成绩", genre), Task)


def test_nobody_strives_for_what_leaves_nothing_open() -> None:
    hard = task_facts(Task(task="守严质量", goal="出厂合格率保持100%"))["result"]
    soft = task_facts(Task(task="开拓市场", goal="省外收入占到15%"))["result"]
    assert "striven" not in hard.values
    assert soft.values["striven"] == soft.values["result"]


def test_how_often_is_no_day_to_be_done_by() -> None:
    told = task_facts(Task(task="抽检食材", deadline="9月起每周一次"))["deadline"]
    assert told.values == {}
    assert told.plain == "9月起每周一次，一次也不能落下。"


def test_whose_guidance_it_was_done_under_is_a_sentence_of_its_own(bank: Bank) -> None:
    led, aim = "在县教育局的指导和支持下", "坚持学生自愿的原则"
    brief = make_brief(
        {
            "文种": "工作汇报",
            "会议": "课后服务督导汇报会",
            "单位": {"名称": "河口小学", "层级": "学校"},
            "主题": {"名称": "课后服务工作"},
            "上级": ["县教育局"],
            "依据": [led, aim],
        }
    )
    text = "".join(p.text for p in draft(brief, bank=bank).speech.paragraphs)
    assert f"这项工作，是{led}开展的。抓这项工作，就是要{aim}。" in text


def test_what_is_to_have_come_to_pass_by_a_day_is_told_with_it() -> None:
    told = task_facts(Task(task="解决融资难", deadline="4月底前开第一次对接会"))["deadline"]
    assert told.values == {}
    assert told.plain == "时间上，4月底前开第一次对接会。"
    assert task_facts(Task(task="解决融资难", deadline="4月底前"))["deadline"].values


def test_what_was_done_in_nouns_follows_its_name() -> None:
    task = Task(task="实行两段式安排", measures=("第一段作业辅导", "第二段特色课程"))
    said = item_of(task, 0, True, "成绩", load_genre("report"))
    assert said == "实行两段式安排，第一段作业辅导、第二段特色课程。"
