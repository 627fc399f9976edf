"""A brief that gives one point by its focus gives content; the speech has its genre's shape."""

from __future__ import annotations

import re
from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_for

REPORT: dict[str, Any] = {
    "文种": "工作汇报",
    "会议": "全县防汛备汛工作汇报会",
    "单位": {"名称": "双溪镇", "层级": "乡镇"},
    "主题": {"名称": "防汛备汛工作"},
    "成绩": ["排查险点43处"],
    "问题": ["两处山塘渗漏"],
    "要点": [{"着眼": "任务", "内容": ["汛期落实24小时值班"]}],
    "篇幅": 1500,
}


def _focuses(brief: dict[str, Any]) -> list[str]:
    made = make_brief(brief)
    return [p.focus for p in plan_points(made, genre_for(made))]


def test_a_report_on_what_comes_next_tells_first_what_was_done_and_is_wanting(bank: Bank) -> None:
    assert _focuses(REPORT) == ["成绩", "问题", "任务"]
    outline = draft(make_brief(REPORT), bank=bank).speech.outline()
    assert [number for level, number, _ in outline if level == 1] == ["一", "二", "三"]


def test_what_the_brief_does_not_give_is_no_point_of_a_report() -> None:
    assert _focuses(REPORT | {"问题": []}) == ["成绩", "任务"]


@pytest.mark.parametrize(
    "more",
    [
        {"要点": [{"内容": ["汛期落实24小时值班"]}]},
        {"要点": [{"着眼": "任务", "标题": "守牢防线", "内容": ["汛期落实24小时值班"]}]},
        {"篇幅": 500},
        {"文种": "主持词"},
    ],
    ids=["no focus", "a heading", "short", "a chair"],
)
def test_one_point_is_all_where_the_brief_says_so(more: dict[str, Any]) -> None:
    assert len(_focuses(REPORT | more)) == 1


def test_a_report_whose_only_heading_says_what_comes_next_has_the_rest_before_it(
    bank: Bank,
) -> None:
    brief = REPORT | {"要点": [{"标题": "下一步打算", "内容": ["汛期落实24小时值班"]}]}
    outline = draft(make_brief(brief), bank=bank).speech.outline()
    assert [number for level, number, _ in outline if level == 1] == ["一", "二", "三"]
    headings = [text.partition("、")[2] for level, _, text in outline if level == 1]
    assert headings[-1] == "下一步打算"
    assert headings[0] in ("总体情况", "工作进展")


def test_an_award_is_not_only_lessons() -> None:
    award = {
        "文种": "表彰讲话",
        "会议": "年度优秀员工表彰大会",
        "单位": {"名称": "华晟制造有限公司", "层级": "企业"},
        "主题": {"名称": "年度优秀员工表彰"},
        "成绩": ["全年交付订单增长18%"],
        "要点": [{"着眼": "启示", "内容": ["装配二班连续三年零返工"]}],
    }
    assert _focuses(award) == ["成绩", "启示", "希望"]


def test_defects_stand_before_the_tasks_and_not_among_the_praise() -> None:
    task = {"任务": "健全管护机制", "责任": "各乡镇"}
    brief = make_brief(
        REPORT
        | {
            "文种": "表彰讲话",
            "要点": [{"着眼": "成绩"}, {"着眼": "希望", "内容": [task]}],
        }
    )
    praise, hopes = plan_points(brief, genre_for(brief))
    assert (praise.problems, hopes.problems) == ([], ["两处山塘渗漏"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("下学期开一门劳动课", "打算|计划"),
        ("每月到车间蹲点两天", "打算|计划"),
        ("坚持每周学习半天", "将|会"),
    ],
)
def test_a_promise_has_a_subject_and_its_time(bank: Bank, content: str, said: str) -> None:
    brief = {
        "文种": "述职报告",
        "会议": "年度述职大会",
        "单位": {"名称": "青石中学", "层级": "学校"},
        "主题": {"名称": "年度述职"},
        "要点": [{"着眼": "成绩", "内容": ["家访216户"]}, {"着眼": "承诺", "内容": [content]}],
    }
    text = "".join(p.text for p in draft(make_brief(brief), bank=bank).speech.paragraphs)
    assert any(f"我{way}{content}" in text for way in said.split("|"))


def test_nobody_is_thanked_for_coming_to_a_meeting_of_their_own(bank: Bank) -> None:
    """Leaders whom the unit reports to at their own meeting have not come to the unit."""
    for seed in range(12):
        opening = draft(make_brief(REPORT), bank=bank, seed=seed).speech.by_role("opening")
        assert not any(re.search("检查指导工作|亲临|来到双溪镇", p.text) for p in opening)


def test_who_tells_of_himself_has_of_his_field_only_what_is_written_for_him(bank: Bank) -> None:
    """A village's secretary does not ask of himself what one asks of all branches of the party."""
    brief = {
        "文种": "述职报告",
        "会议": "村党组织书记述职评议会",
        "单位": {"名称": "杨柳村", "层级": "村"},
        "主题": {"名称": "抓党建促振兴", "领域": "基层党建"},
        "成绩": ["全年开展主题党日12次"],
        "问题": ["流动党员管理跟不上"],
        "要点": [{"着眼": "成绩"}, {"着眼": "问题"}, {"着眼": "承诺", "内容": ["建好微信群"]}],
        "篇幅": 1300,
    }
    fields = set()
    for seed in range(4):
        made = draft(make_brief(brief), bank=bank, seed=seed)
        said = (bank.get(s.pattern) for _, s in made.speech.sentences() if s.pattern)
        fields |= {p for p in said if p and p.area and p.origin == "authored"}
    assert fields
    assert [p.frame for p in fields if "duty" not in p.genres] == []


def test_what_a_genre_cannot_do_without_has_a_point_where_the_brief_brings_it() -> None:
    points = [{"着眼": "创新", "内容": ["每天会商一次"]}, {"着眼": "任务", "内容": ["加固堤防"]}]
    assert _focuses(REPORT | {"要点": points}) == ["成绩", "创新", "问题", "任务"]
    named = [points[0] | {"标题": "抓在平时"}, points[1]]
    assert _focuses(REPORT | {"要点": named}) == ["创新", "任务"]
