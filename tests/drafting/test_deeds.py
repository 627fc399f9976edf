"""Deeds and what they teach, those who take up a post, congresses: content shapes a speech."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank, load_bank
from drafter.drafting import draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.setting.terms import content_of
from drafter.speech import Speech
from tests.drafting.conftest import is_called_up, make_brief

DEEDS = [
    "抢修班8个人抬着电杆上了白云岭，一步一滑走了四个小时",
    "老孙照顾卧床的母亲九年",
    "客服组把电话打给了每一位独居老人",
]
AWARDS: dict[str, Any] = {
    "文种": "总结表彰讲话",
    "会议": "年度总结表彰大会",
    "单位": {"名称": "安平供电公司", "层级": "企业"},
    "主题": {"名称": "优质服务工作"},
    "要点": [{"着眼": "启示", "内容": DEEDS}, {"着眼": "希望"}],
    "篇幅": 1800,
}
POST: dict[str, Any] = {
    "文种": "任职表态",
    "会议": "县医院干部大会",
    "单位": {"名称": "安平县医院", "层级": "医院"},
    "主题": {"名称": "医院工作"},
    "要点": [{"内容": ["我做了二十年外科医生", "每周我会出一次门诊", "不收红包，请大家监督"]}],
    "篇幅": 1000,
}


def paragraph_with(speech: Speech, text: str) -> str:
    return next(p.text for p in speech.paragraphs if text in p.text and p.role != "heading")


def test_each_deed_is_followed_by_what_such_a_deed_teaches() -> None:
    for seed in range(3):
        speech = draft(make_brief(AWARDS), seed=seed).speech
        told = [paragraph_with(speech, deed) for deed in DEEDS]
        assert len(set(told)) == len(DEEDS)
        for paragraph, deed in zip(told, DEEDS, strict=True):
            assert len(paragraph.partition(deed)[2]) > 20


def test_what_a_kind_of_deed_teaches_stands_beside_such_a_deed_alone() -> None:
    """Care for the old at home is no lesson of a workshop where nobody told of it."""
    bank = load_bank()
    deeds = ["巡检工听出了一台水泵的异响", "班长把每次险情画成漫画贴在操作间"]
    brief = AWARDS | {"要点": [{"着眼": "启示", "内容": deeds}, {"着眼": "希望"}]}
    for seed in range(4):
        for _, said in draft(make_brief(brief), seed=seed).speech.sentences():
            pattern = bank.get(said.pattern or "")
            if pattern is not None and pattern.move == "lesson" and not pattern.area:
                assert not pattern.about or any(w in "".join(deeds) for w in pattern.about)


def test_what_somebody_did_is_held_up_where_the_brief_gives_no_lessons() -> None:
    figures = ["全年安全行驶310万公里", "投诉下降21%"]
    deeds = ["驾驶员王建国在车上救助突发心梗的老人", "12路车长何玉兰十五年没有一起投诉"]
    brief = AWARDS | {"成绩": [*figures, *deeds], "要点": [{"着眼": f} for f in ("成绩", "启示")]}
    for seed in range(2):
        speech = draft(make_brief(brief), seed=seed).speech
        praised, taught = [i for i, p in enumerate(speech.paragraphs) if p.role == "heading"]
        places = {
            t: i for t in figures + deeds for i, p in enumerate(speech.paragraphs) if t in p.text
        }
        assert all(praised < places[t] < taught for t in figures)
        assert all(places[t] > taught for t in deeds)
        fields = {f for _, s in speech.sentences() if s.text[:-1] in deeds for f in s.fields}
        assert fields == {"成绩"}


def test_deeds_that_are_all_there_is_to_praise_are_praised() -> None:
    brief = AWARDS | {"成绩": DEEDS[1:2], "要点": [{"着眼": f} for f in ("成绩", "启示")]}
    speech = draft(make_brief(brief), seed=0).speech
    taught = [i for i, p in enumerate(speech.paragraphs) if p.role == "heading"][1]
    assert any(DEEDS[1] in p.text for p in speech.paragraphs[:taught])


def test_hopes_alone_do_not_make_a_commendation() -> None:
    """Whoever only gives hopes has them among hopes; praise and lessons are said before."""
    hopes = [{"内容": ["希望大家多学技术", "希望大家保重身体"]}]
    brief = make_brief(AWARDS | {"成绩": ["全年培训640人次"], "要点": hopes})
    points = plan_points(brief, genre_for(brief))
    assert [(p.focus, len(p.items)) for p in points] == [("成绩", 0), ("启示", 0), ("希望", 2)]


def test_what_an_achievement_means_is_said_beside_it() -> None:
    praised = ["患者满意率达到98%", "全年培训护士640人次，其中夜班护士210人次，覆盖全部科室"]
    brief = AWARDS | {"成绩": praised, "要点": [{"着眼": "成绩"}, {"着眼": "希望"}]}
    bank, beside = load_bank(), 0
    for seed in range(8):
        speech = draft(make_brief(brief), seed=seed).speech
        told = next(p for p in speech.paragraphs if praised[0] in p.text).sentences
        at = next(i for i, s in enumerate(told) if praised[0] in s.text)
        after = bank.get(told[at + 1].pattern or "") if at + 1 < len(told) else None
        beside += after is not None and "满意率" in after.about
    assert beside >= 2


def test_each_hope_has_a_paragraph_where_there_is_room_and_runs_on_where_not() -> None:
    hopes = ["希望大家带好徒弟", "希望大家多学技术", "希望大家保重身体"]
    point = [{"着眼": "启示"}, {"着眼": "希望", "内容": hopes}]
    for length, apart in ((2000, 3), (500, 1)):
        speech = draft(make_brief(AWARDS | {"要点": point, "篇幅": length}), seed=0).speech
        assert len({paragraph_with(speech, hope) for hope in hopes}) == apart


def test_what_is_taught_in_general_does_not_outgrow_the_deeds() -> None:
    speech = draft(make_brief(AWARDS | {"篇幅": 3000}), seed=1).speech
    start, end = [i for i, p in enumerate(speech.paragraphs) if p.role == "heading"][-2:]
    lessons = speech.paragraphs[start + 1 : end]
    assert len(lessons) <= 2 * len(DEEDS) + 1


def test_who_takes_up_a_post_speaks_of_more_than_the_only_point_of_a_thin_brief() -> None:
    brief = make_brief(POST)
    points = plan_points(brief, genre_for(brief))
    assert [p.focus for p in points] == ["认识", "责任", "保障", "作风"]
    assert ["外科医生" in str(p.items) for p in points] == [True, False, False, False]
    assert ["门诊" in str(p.items) for p in points] == [False, True, False, False]
    assert ["红包" in str(p.items) for p in points] == [False, False, False, True]


def test_who_takes_up_a_post_makes_things_public_as_a_matter_of_conduct() -> None:
    open_ = [{"内容": ["跟着老同志下村"]}, {"内容": ["药品采购、奖金分配一律公开"]}]
    brief = make_brief(POST | {"要点": open_})
    assert [p.focus for p in plan_points(brief, genre_for(brief))][-1] == "作风"


def test_guests_hear_the_invitation_among_the_hopes() -> None:
    address = {
        "文种": "致辞",
        "会议": "采摘节开幕式",
        "单位": {"名称": "柳湾村", "层级": "村"},
        "主题": {"名称": "采摘节"},
        "要点": [{"内容": ["村口的老槐树有三百年了", "欢迎大家进园尝一尝"]}],
    }
    brief = make_brief(address)
    told = {p.focus: str(p.items) for p in plan_points(brief, genre_for(brief))}
    assert "老槐树" in told["认识"]
    assert "尝一尝" in told["希望"]


def test_a_congress_is_asked_for_its_mind_before_anything_is_settled() -> None:
    congress = {
        "文种": "主持词",
        "会议": "教职工代表大会",
        "单位": {"名称": "青石中学", "层级": "学校"},
        "主题": {"名称": "民主管理"},
        "议程": [
            {"主体": "总务主任", "事项": "作财务工作报告"},
            {"主体": "工会主席", "事项": "宣读分配方案"},
            {"主体": "校长", "事项": "讲话"},
        ],
        "要点": [{"内容": ["一周内把大会精神传达到每一位教职工"]}],
        "篇幅": 700,
    }
    for seed in range(4):
        speech = draft(make_brief(congress), seed=seed).speech
        text = "".join(p.text for p in speech.paragraphs)
        assert "各位代表、老师们" in text
        assert "抓好落实" not in paragraph_with(speech, "宣读分配方案")


def test_a_word_that_stands_where_two_others_meet_is_not_spoken_of() -> None:
    assert "调解" not in content_of("协调解决入托问题")
    assert "调解" in content_of("协调解决入托问题，调解纠纷")
    assert "务工" not in content_of("做好服务工作")


@pytest.mark.parametrize(
    ("deed", "unfit"),
    [
        ("推进义务教育均衡发展", "搭一点工夫"),
        ("每月办公公示经费", "好家风"),
        ("优化营商环境", "环境整治最怕"),
        ("连夜修改设计方案", "危难时"),
        ("结对帮扶三名困难学生", "看家的本领"),
        ("引进新品种二十个", "登门的诚意"),
        ("开展专项行动", "四两拨千斤"),
        ("壮大村集体经济", "一个集体过得硬"),
        ("聘请专家讲课", "少跑一段路"),
        ("环境空气优良率达到九成", "一道工序"),
        ("家庭医生签约率提高", "市场不认辛苦"),
        ("诚信体系建设走在前列", "不是自己的不拿"),
    ],
)
def test_a_deed_is_not_read_as_another_that_shares_a_word(
    bank: Bank, deed: str, unfit: str
) -> None:
    """义务教育 is no help among neighbours: the word says which deed it is."""
    drawn = [p for p in bank if p.pack == "experience" and unfit in p.frame]
    assert drawn
    assert [p.frame for p in drawn if is_called_up(p, deed)] == []
