"""What a speech is about: named where it is no work, after the occasion, and in words that go."""

from __future__ import annotations

import pytest

from drafter.bank import load_bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.setting.situation import situate
from drafter.drafting.wording.memory import clumsy

DUTY = {
    "文种": "述职报告",
    "会议": "2026年度局机关述职考核大会",
    "单位": {"名称": "安平县水务局", "层级": "局"},
    "主题": {"名称": "履职情况"},
    "讲话人": {"姓名": "李明", "职务": "副局长"},
    "成绩": ["完成12座水库除险加固", "农村自来水普及率提高到92.4%", "办结群众来信83件"],
    "问题": ["学习不够系统"],
}
AWARDS = {
    "文种": "总结表彰讲话",
    "会议": "全县最美家庭颁奖仪式",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "最美家庭评选"},
    "成绩": ["推荐候选家庭316户", "评出最美家庭20户"],
}


@pytest.mark.parametrize(
    ("topic", "is_report"),
    [
        ("履职情况", True),
        ("履行职责情况", True),
        ("2026年度工作情况", True),
        ("一年来的工作", True),
        ("分管的民生服务工作", False),
        ("人大代表履职工作", False),
        ("安全工作", False),
    ],
)
def test_what_a_report_is_of_is_no_work(topic: str, is_report: bool) -> None:
    brief = make_brief(DUTY | {"主题": {"名称": topic}})
    assert situate(brief, genre_for(brief), load_bank(), 0).occasional is is_report


def test_a_duty_report_speaks_of_duties_once_and_of_its_year_as_past() -> None:
    for seed in range(6):
        text = "".join(p.text for p in draft(make_brief(DUTY), seed=seed).speech.paragraphs)
        assert "履职情况方面" not in text
        assert "今天的2026年" not in text


def test_a_meeting_of_a_year_is_not_of_today() -> None:
    assert clumsy("在今天的2026年度考核大会上，我向大家述职。")
    assert not clumsy("在今天的年度考核大会上，我向大家述职。")


def test_what_the_talk_is_about_comes_after_its_occasion() -> None:
    """People are greeted, the meeting is told, then what is honoured there."""
    for seed in range(6):
        paragraphs = [p.text for p in draft(make_brief(AWARDS), seed=seed).speech.paragraphs]
        said = "".join(paragraphs[1:])
        assert said.index("最美家庭颁奖仪式") < said.replace("最美家庭颁奖仪式", "＊" * 8).index(
            "最美家庭评选"
        )


def test_the_work_of_a_year_is_a_topic_and_no_occasion() -> None:
    brief = make_brief(
        {
            "文种": "总结表彰讲话",
            "会议": "公司2025年度总结表彰大会",
            "单位": {"名称": "安平建材有限公司", "层级": "企业"},
            "主题": {"名称": "2025年度工作"},
            "成绩": ["全年实现销售收入3.2亿元"],
            "篇幅": 1500,
        }
    )
    for seed in range(4):
        made = draft(brief, seed=seed)
        assert "2025年度工作" in "".join(p.text for p in made.speech.paragraphs)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("今天，我们召开全县植树活动，主要任务是动员。", True),
        ("今天我们开全市科普周启动仪式。", True),
        ("我们召开青年读书月，目的只有一个。", True),
        ("今天召开调研全市养老服务工作，主要任务是听意见。", True),
        ("把调研全市养老服务工作开到一线来，是想看得更真。", True),
        ("我们召开植树活动动员会，目的只有一个。", False),
        ("我们召开调研全市养老服务工作座谈会，听大家说。", False),
        ("要开展植树活动，也要公开慰问标准。", False),
        ("今天召开半月例会。", False),
    ],
)
def test_what_is_no_meeting_is_not_opened_as_one(text: str, wrong: bool) -> None:
    assert clumsy(text) is wrong


@pytest.mark.parametrize(
    ("meeting", "title"),
    [
        ("调研全市养老服务工作", "在调研全市养老服务工作时的讲话"),
        ("到柳溪镇调研", "在到柳溪镇调研时的讲话"),
        ("在柳溪镇调研时", "在柳溪镇调研时的讲话"),
        ("调研全市养老服务工作座谈会", "在调研全市养老服务工作座谈会上的讲话"),
    ],
)
def test_a_talk_is_given_on_a_visit_not_at_a_meeting_of_it(meeting: str, title: str) -> None:
    made = draft(
        make_brief(
            {"文种": "调研讲话", "会议": meeting, "单位": "青岚市", "主题": "养老服务", "篇幅": 500}
        )
    )
    assert made.speech.title == title
