"""Honours, send-offs and promises: what a brief names is taken up in the words of its trade."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.drafting import draft
from drafter.drafting.setting.situation import situate
from drafter.speech import Speech
from tests.drafting.conftest import make_brief

SCHOOL = {"名称": "青禾县第二中学", "层级": "学校"}
AWARDS: dict[str, Any] = {
    "文种": "总结表彰讲话",
    "会议": "全校教职工表彰大会",
    "单位": SCHOOL,
    "主题": {"名称": "表彰先进教职工"},
    "要点": [
        {
            "着眼": "启示",
            "内容": ["班主任张老师每周到学生家走访", "食堂陈师傅天天凌晨起床和面"],
        },
        {"着眼": "希望", "内容": ["把课备细", "年轻教师每周听两节课", "保证学生每天锻炼一小时"]},
    ],
    "篇幅": 1800,
}
SENDOFF: dict[str, Any] = {
    "文种": "主持词",
    "会议": "欢送退休教师座谈会",
    "单位": SCHOOL,
    "主题": {"名称": "欢送退休教师"},
    "议程": [
        {"主体": "工会主席方伟", "事项": "介绍退休教师的从教经历"},
        {"主体": "退休教师代表冯老师", "事项": "发言"},
        {"主体": "校长黄立", "事项": "讲话"},
    ],
    "要点": [{"着眼": "希望", "内容": ["希望老师们常回学校看看"]}],
    "篇幅": 900,
}
PLEDGES: dict[str, Any] = {
    "文种": "任职表态",
    "会议": "干部大会",
    "单位": {"名称": "永安纺织有限公司", "层级": "企业"},
    "主题": {"名称": "就任总经理"},
    "要点": [
        {"着眼": "责任", "内容": ["一半以上的家庭两口子都在厂里上班"]},
        {"着眼": "承诺", "内容": ["到任头一个月，我把每个车间的夜班都跟一遍"]},
    ],
    "篇幅": 1300,
}


def paragraphs_with(speech: Speech, text: str) -> list[str]:
    return [p.text for p in speech.paragraphs if text in p.text and p.role != "heading"]


def paragraph_with(speech: Speech, text: str) -> str:
    return paragraphs_with(speech, text)[0]


@pytest.mark.parametrize(
    ("topic", "is_occasion"),
    [
        ("表彰先进教职工", True),
        ("欢送退休教师", True),
        ("庆祝教师节", True),
        ("慰问一线职工", True),
        ("迎接国家卫生城市复审工作", False),
        ("先进教职工培养", False),
    ],
)
def test_to_honour_or_see_off_somebody_is_no_work(topic: str, is_occasion: bool) -> None:
    from drafter.bank import load_bank
    from drafter.drafting.setting.genres import genre_for

    brief = make_brief(AWARDS | {"主题": {"名称": topic}})
    assert situate(brief, genre_for(brief), load_bank(), 0).occasional is is_occasion


def test_no_heading_works_on_an_occasion() -> None:
    for seed in range(3):
        speech = draft(make_brief(AWARDS), seed=seed).speech
        headings = [p.text for p in speech.paragraphs if p.role == "heading"]
        assert headings
        assert not any("表彰先进教职工" in h for h in headings)


def test_a_deed_teaches_in_the_words_of_its_trade() -> None:
    for seed in range(3):
        speech = draft(make_brief(AWARDS), seed=seed).speech
        teacher = paragraph_with(speech, "张老师").partition("走访")[2]
        assert any(word in teacher for word in ("孩子", "学生", "老师", "教"))
        cook = paragraph_with(speech, "陈师傅").partition("和面")[2]
        assert cook
        assert "讲台" not in cook


def test_each_hope_is_followed_by_its_why() -> None:
    speech = draft(make_brief(AWARDS), seed=3).speech
    hopes = AWARDS["要点"][1]["内容"]
    told = [paragraph_with(speech, hope) for hope in hopes]
    for paragraph, hope in zip(told, hopes, strict=True):
        after = paragraph.partition(hope + "。")[2]
        assert after
        assert not any(after.startswith(other) for other in hopes)


def test_a_chair_of_a_send_off_gives_thanks_and_sets_no_tasks() -> None:
    for seed in range(4):
        made = draft(make_brief(SENDOFF), seed=seed)
        text = "".join(p.text for p in made.speech.paragraphs)
        for word in ("落实", "任务", "统一思想", "散会", "学习贯彻"):
            assert word not in text
        assert "请" in paragraph_with(made.speech, "方伟")


def test_what_is_promised_is_followed_by_what_it_is_for() -> None:
    for seed in range(3):
        speech = draft(make_brief(PLEDGES), seed=seed).speech
        night = paragraph_with(speech, "夜班都跟一遍").partition("都跟一遍。")[2]
        assert "钟点" in night
        assert "岗位" in paragraph_with(speech, "两口子").partition("上班。")[2]


def test_points_asked_for_have_headings_like_the_genres_own() -> None:
    for seed in range(4):
        speech = draft(make_brief(PLEDGES), seed=seed).speech
        headings = [p.text.partition("、")[2] for p in speech.paragraphs if p.role == "heading"]
        assert len(headings) == 2
        assert len({tuple(map(len, h.split("，"))) for h in headings}) == 1
        assert "兑现" in headings[1] or "实事" in headings[1]


def test_pupils_are_praised_as_pupils() -> None:
    """A school's prize-giving speaks to children, not to comrades of an office."""
    brief = AWARDS | {
        "会议": "体育节暨先进班级表彰会",
        "主题": {"名称": "第八届体育节"},
        "要点": [{"着眼": "启示", "内容": ["五年级接力掉棒以后接着跑到终点"]}, {"着眼": "希望"}],
        "篇幅": 1000,
    }
    for seed in range(3):
        speech = draft(make_brief(brief), seed=seed).speech
        text = "".join(p.text for p in speech.paragraphs)
        assert "老师们、同学们：" in text
        assert "同志" not in text
        assert len(paragraph_with(speech, "接力掉棒").partition("终点。")[2]) > 20
