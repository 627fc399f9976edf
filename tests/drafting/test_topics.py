"""A topic that names only a field has 工作 behind it where something is done with it."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.topics import (
    looks_ahead,
    miscalled,
    named_in,
    runs_in,
    worked_on,
)


@pytest.mark.parametrize(
    ("text", "topic", "said"),
    [
        ("下面，我就森林防火讲几点意见。", "森林防火", "下面，我就森林防火工作讲几点意见。"),
        (
            "安排部署森林防火，抓好森林防火。",
            "森林防火",
            "安排部署森林防火工作，抓好森林防火工作。",
        ),
        ("森林防火责任重大。", "森林防火", "森林防火责任重大。"),
        ("推进森林防火能力建设。", "森林防火", "推进森林防火能力建设。"),
        ("安排部署征兵", "征兵", "安排部署征兵工作"),
        ("做好征兵宣传", "征兵", "做好征兵宣传"),
        ("全力推进项目建设，", "项目建设", "全力推进项目建设，"),
        ("做好优质均衡发展。", "优质均衡发展", "做好优质均衡发展工作。"),
        ("推进优质均衡发展。", "优质均衡发展", "推进优质均衡发展。"),
        ("抓好春耕（第一批）。", "春耕（第一批）", "抓好春耕（第一批）工作。"),
        ("没有主题。", "", "没有主题。"),
    ],
)
def test_work_stands_behind_a_field_that_something_is_done_with(
    text: str, topic: str, said: str
) -> None:
    assert worked_on(text, topic) == said


@pytest.mark.parametrize(
    ("text", "topic", "runs"),
    [
        ("全面看待整治庸懒之风困难挑战", "整治庸懒之风", True),
        ("全面看待整治庸懒之风的困难挑战", "整治庸懒之风", False),
        ("用负责的精神落实整治庸懒之风", "整治庸懒之风", False),
        ("全面看待服务企业专项行动困难挑战", "服务企业专项行动", False),
        ("全面看待森林防火困难挑战", "森林防火", False),
    ],
)
def test_a_topic_that_is_a_thing_to_do_runs_into_a_noun(text: str, topic: str, runs: bool) -> None:
    assert runs_in(text, topic) is runs


@pytest.mark.parametrize(
    ("text", "topic", "wrong"),
    [
        ("加强冬季清洁取暖建设", "冬季清洁取暖", True),
        ("加强干部作风建设", "干部作风", False),
        ("加强冬季清洁取暖保障", "冬季清洁取暖", False),
        ("开展农村公路养护活动", "农村公路养护", True),
    ],
)
def test_a_heading_calls_the_topic_what_it_is(text: str, topic: str, wrong: bool) -> None:
    assert miscalled(text, topic) is wrong


@pytest.mark.parametrize(
    ("topic", "named"),
    [
        ("弘扬工匠精神", {"vow": "弘扬工匠精神"}),
        ("弘扬治水精神，做忠诚干净的水利人", {"vow": "弘扬治水精神"}),
        ("提升营商环境百日行动", {}),
        ("做强做优文旅产业", {}),
        ("为民服务宗旨", {}),
        ("滥伐林木案件警示教育", {"case": "滥伐林木案件"}),
        ("廉洁从业建设", {}),
        ("问题整改", {}),
    ],
)
def test_what_a_topic_names_can_be_asked_about(topic: str, named: dict[str, str]) -> None:
    assert named_in(topic) == named


@pytest.mark.parametrize(
    ("kind", "topic", "said"),
    [
        ("党课", "弘扬工匠精神", "弘扬工匠精神"),
        ("党课", "严守中央八项规定精神", "严守中央八项规定精神"),
        ("党课", "为民服务宗旨", "为民服务宗旨"),
        ("警示教育讲话", "滥伐林木案件警示教育", "滥伐林木案件"),
        ("警示教育讲话", "廉洁从业建设", "廉洁从业建设"),
    ],
)
def test_headings_of_lectures_and_warnings_carry_the_topic(
    bank: Bank, kind: str, topic: str, said: str
) -> None:
    brief = {
        "文种": kind,
        "会议": "全县党员干部大会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": topic},
        "篇幅": 1200,
    }
    headings = draft(make_brief(brief), bank=bank, seed=3).speech.by_role("heading")
    assert [said in h.text for h in headings] == [True] * 3
    lengths = [len(h.text) for h in headings]
    assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize("seed", range(6))
def test_a_heading_that_looks_back_is_over_no_point_on_why_or_what_to_do(
    bank: Bank, seed: int
) -> None:
    brief = {
        "文种": "动员讲话",
        "会议": "全县冬季征兵动员会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "冬季征兵", "领域": "国防动员与双拥"},
        "成绩": ["去年全县输送新兵312名"],
        "要点": [{"着眼": "认识"}, {"着眼": "成绩"}, {"着眼": "任务"}],
        "篇幅": 800,
    }
    why, _, what = draft(make_brief(brief), bank=bank, seed=seed).speech.by_role("heading")
    assert not re.search("总结|肯定|回顾|成绩", why.text + what.text)


@pytest.mark.parametrize("topic", ["新一年经营目标", "明年重点工作", "下半年招生", "五年发展规划"])
def test_what_is_still_to_come_looks_ahead(topic: str):
    assert looks_ahead(topic)


@pytest.mark.parametrize("topic", ["年度经营", "上半年招生", "新产品开发", "三季度工作"])
def test_what_is_done_or_going_on_does_not_look_ahead(topic: str):
    assert not looks_ahead(topic)


def test_no_heading_praises_the_results_of_what_is_still_to_come(bank: Bank):
    brief = {
        "文种": "企业年会讲话",
        "会议": "长兴木业年会",
        "单位": {"名称": "长兴木业公司", "层级": "企业"},
        "主题": {"名称": "新一年产销"},
        "成绩": ["去年卖出门板9万块"],
        "篇幅": 1200,
    }
    for seed in range(5):
        speech = draft(make_brief(brief), bank=bank, seed=seed).speech
        first = next(p.heading for p in speech.paragraphs if p.level == 1)
        assert "新一年产销" not in first


def test_a_lecture_asks_how_a_part_is_played(bank: Bank):
    assert named_in("发挥党小组带头作用") == {"vow": "发挥党小组带头作用"}


def test_a_warning_by_cases_is_the_meeting_itself_not_a_work(bank: Bank):
    brief = {
        "文种": "警示教育讲话",
        "会议": "柳林水厂警示教育会",
        "单位": {"名称": "柳林水厂", "层级": "企业"},
        "主题": {"名称": "以案促改工作"},
        "篇幅": 1200,
    }
    for seed in range(3):
        speech = draft(make_brief(brief), bank=bank, seed=seed).speech
        assert not [p for p in speech.paragraphs if p.level == 1 and "以案促改" in p.heading]


@pytest.mark.parametrize(
    ("topic", "worked"),
    [
        ("上半年供水经营工作", "供水经营工作"),
        ("2026年前三季度重点项目建设情况", "重点项目建设"),
        ("去年安全生产工作", "安全生产工作"),
        ("一季度工作", "一季度工作"),
        ("上半年工作", "上半年工作"),
    ],
)
def test_the_time_a_topic_looks_back_on_is_no_work_ahead(
    bank: Bank, topic: str, worked: str
) -> None:
    brief = {
        "文种": "工作汇报",
        "会议": "半年工作汇报会",
        "单位": {"名称": "北坡县", "层级": "县"},
        "主题": topic,
        "成绩": ["修好水管12公里"],
    }
    speech = draft(make_brief(brief), bank=bank, seed=0).speech
    assert topic.removesuffix("情况").removesuffix("工作") in speech.title
    later = "".join(p.text for p in speech.paragraphs if p.role in ("body", "closing"))
    assert worked == topic or topic not in later
