"""Lectures, parties, farewells and applications: what each is about decides how it is laid out."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_for


def _brief(genre: str, meeting: str, unit: str, topic: str, **more: Any) -> Any:
    plain = {"文种": genre, "会议": meeting, "单位": {"名称": unit}, "主题": {"名称": topic}}
    return make_brief(plain | more)


def _points(brief: Any) -> list[tuple[str, int]]:
    plans = plan_points(brief, genre_for(brief))
    return [(p.focus, len(p.items) + len(p.achievements) + len(p.problems)) for p in plans]


def test_what_was_needed_once_asks_nothing_of_those_who_hear_a_lecture() -> None:
    told = [
        {"内容": ["那时候送一趟信要走三天", "信里装的是乡亲的盼头"]},
        {"内容": ["如今人们要的早已不是一封信"]},
        {"内容": ["每名党员每月进村住一晚"]},
    ]
    brief = _brief("党课", "机关支部主题党日", "平川县邮政局", "弘扬马背邮路精神", 要点=told)
    assert _points(brief) == [("认识", 2), ("启示", 1), ("任务", 1)]


def test_a_lecture_does_not_say_how_work_is_arranged(bank: Bank) -> None:
    told = [{"内容": ["每名党员每月进村住一晚"]}]
    brief = _brief("党课", "支部主题党日", "平川县邮政局", "为民宗旨", 要点=told, 篇幅=1500)
    said = "".join(
        p.text for s in range(3) for p in draft(brief, bank=bank, seed=s).speech.paragraphs
    )
    assert not any(word in said for word in ("台账", "倒排", "督查", "考核", "盘明", "并联办"))


@pytest.mark.parametrize(
    ("meeting", "shown"),
    [
        ("华岭机械2026年迎新年会", "gala"),
        ("华岭机械新春联欢晚会", "gala"),
        ("华岭机械年度工作会暨迎新春动员会", "company"),
        ("华岭机械2025年年会", "company"),
    ],
)
def test_nobody_hands_out_tasks_at_a_party(meeting: str, shown: str) -> None:
    brief = _brief("企业年会（动员）讲话", meeting, "华岭机械有限公司", "迎新年会")
    assert genre_for(brief).id == shown


@pytest.mark.parametrize(
    ("meeting", "shown"),
    [
        ("欢送第三批支教教师座谈会", "departure"),
        ("驻村工作队行前座谈会", "departure"),
        ("欢送挂职干部期满返程座谈会", "parting"),
    ],
)
def test_who_is_sent_out_has_his_work_before_him(meeting: str, shown: str) -> None:
    brief = _brief("座谈会讲话", meeting, "中共平川县委", "欢送同志")
    assert genre_for(brief).id == shown


def test_who_applies_says_first_what_he_has_done() -> None:
    told = [
        {"内容": ["如果竞聘成功，每周和大家一起上一个夜班"]},
        {"内容": ["不管结果如何，我都照常上班"]},
    ]
    brief = _brief(
        "任职表态", "中层干部竞聘大会", "平川县人民医院", "竞聘护士长",
        成绩=["在急诊科工作九年"], 要点=told, 时长=4,
    )  # fmt: skip
    assert _points(brief) == [("认识", 1), ("任务", 1), ("作风", 1)]


def test_three_things_asked_of_pupils_are_a_point_each() -> None:
    told = [{"内容": ["每天读半小时书", "放学路上不玩水", "见到老师问声好"]}]
    brief = _brief("校长讲话", "开学典礼", "平川县城关小学", "新学期", 要点=told, 篇幅=900)
    assert _points(brief) == [("任务", 1), ("责任", 1), ("启示", 1)]


def test_what_somebody_did_is_wished_of_nobody(bank: Bank) -> None:
    told = [{"内容": ["校友许连山捐建了科技馆", "希望同学们记住来路"]}]
    brief = _brief("致辞", "建校六十周年庆祝大会", "平川县城关小学", "建校六十周年", 要点=told)
    said = "".join(p.text for p in draft(brief, bank=bank).speech.paragraphs)
    assert "校友许连山捐建了科技馆" in said
    assert "希望大家校友" not in said


@pytest.mark.parametrize(
    ("genre", "meeting", "unit", "shown"),
    [
        ("警示教育讲话", "新提任干部集体廉政谈话会", "平川县纪委", "counsel"),
        ("警示教育讲话", "采购案件警示教育暨廉政谈话会", "平川县纪委", "warning"),
        ("表彰讲话", "见义勇为先进个人表彰大会", "平川县", "exemplars"),
        ("表彰讲话", "好媳妇表彰会", "石桥村", "neighbours"),
        ("表彰讲话", "优秀企业表彰大会", "平川县", "commendation"),
        ("座谈会讲话", "欢送老校长荣休座谈会", "平川县第一中学", "sendoff"),
        ("致辞", "员工年终答谢宴", "华岭机械有限公司", "gala"),
        ("致辞", "客户答谢会", "华岭机械有限公司", "clients"),
    ],
)
def test_an_occasion_is_told_by_whom_it_is_for(
    genre: str, meeting: str, unit: str, shown: str
) -> None:
    assert genre_for(_brief(genre, meeting, unit, "谈话")).id == shown


def test_no_case_is_told_of_where_there_is_none(bank: Bank) -> None:
    told = [{"内容": ["职务变了，找上门来的人也会变"]}, {"内容": ["不吃服务对象的饭"]}]
    brief = _brief(
        "警示教育讲话", "新提任干部集体廉政谈话会", "平川县纪委", "廉洁从政", 要点=told, 时长=6
    )
    drafts = [draft(brief, bank=bank, seed=seed) for seed in range(3)]
    said = "".join(p.text for made in drafts for p in made.speech.paragraphs)
    assert not any(word in said for word in ("案件", "案例", "以案", "台账", "销号", "轮换"))


def test_what_somebody_did_stands_by_itself_and_is_answered(bank: Bank) -> None:
    done = ["全年送货38万票", "司机老邱连续值守31个小时，守着一车疫苗", "新开专线两条"]
    brief = _brief("致辞", "华岭物流迎新年晚会", "华岭物流有限公司", "迎新年", 成绩=done)
    made = draft(brief, bank=bank)
    after = [s.pattern for _, s in made.speech.sentences()]
    held = next(i for i, (_, s) in enumerate(made.speech.sentences()) if "老邱" in s.text)
    said = list(made.speech.sentences())[held][1]
    assert said.fields == ("成绩",)
    assert after[held + 1] is not None


def test_what_is_told_of_one_person_stays_together(bank: Bank) -> None:
    done = ["范守正校长到校任教三十年", "每天清早站在校门口", "他把住房抵押了给学校还债"]
    brief = _brief("座谈会讲话", "欢送老校长荣休座谈会", "平川县一中", "欢送老校长", 成绩=done)
    said = "".join(p.text for p in draft(brief, bank=bank).speech.paragraphs)
    places = [said.index(text) for text in done]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "text",
    [
        "市医院的专家每周二坐诊",
        "往后要让镇上的人看病不出镇",
        "校友许连山捐建了科技馆",
    ],
)
def test_a_statement_is_no_wish(text: str, bank: Bank) -> None:
    told = [{"内容": [text, "希望大家常来坐坐"]}]
    brief = _brief("致辞", "社区卫生服务中心揭牌仪式", "平川县卫健局", "中心揭牌", 要点=told)
    said = "".join(p.text for p in draft(brief, bank=bank).speech.paragraphs)
    assert text in said
    assert f"希望大家{text}" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("各单位每年办两次读书会", "希望各单位每年办两次读书会"),
        ("人人爱惜一本书", "希望人人爱惜一本书"),
        ("爱惜每一本书", "希望大家爱惜每一本书"),
    ],
)
def test_a_wish_that_says_to_whom_is_said_to_those(text: str, said: str, bank: Bank) -> None:
    told = [{"着眼": "希望", "内容": ["希望书香常在", text]}]
    brief = _brief("致辞", "读书月启动仪式", "平川县图书馆", "读书月", 要点=told)
    made = "".join(p.text for p in draft(brief, bank=bank).speech.paragraphs)
    assert said in made


def test_who_sees_off_promises_what_those_at_home_will_do() -> None:
    told = [{"内容": ["到了那里先当学生"]}, {"内容": ["学校为每人买好了意外保险"]}]
    brief = _brief("座谈会讲话", "欢送西部计划志愿者座谈会", "滨海大学", "欢送志愿者", 要点=told)
    assert [(f, n) for f, n in _points(brief) if n] == [("希望", 1), ("承诺", 1)]


def test_what_somebody_will_do_once_chosen_is_told_as_he_wrote_it() -> None:
    told = [{"内容": ["竞聘成功后，每周开一次选题会", "让记者每人联系一个村"]}]
    brief = _brief(
        "任职表态", "中层干部竞聘会", "平川县融媒体中心", "竞聘采访部主任",
        成绩=["从事新闻工作十三年"], 要点=told, 时长=4,
    )  # fmt: skip
    plans = {p.focus: p.items for p in plan_points(brief, genre_for(brief))}
    assert plans["任务"][0] == "竞聘成功后，每周开一次选题会。"
    assert plans["认识"] == []
