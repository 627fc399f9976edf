"""Demands: what goes with a plain sentence of the user's that asks something of the listeners."""

from __future__ import annotations

import pytest

from drafter.bank import load_bank
from drafter.brief.model import Task
from drafter.drafting import draft
from drafter.drafting.planning.rules import is_of_rules
from drafter.drafting.setting.matters import deeds_in, demanded_in, failings_in
from tests.drafting.conftest import make_brief

DEMANDS = ["挂号窗口不许提前关门", "补助每月5号前发到本人手上", "开会不念稿，谁的事谁来讲"]


def comments_on(genre: str) -> list[str]:
    """What is said of the kinds of demand in a speech of this genre."""
    asked = {
        "文种": genre,
        "会议": "青川医院年中工作会议",
        "单位": {"名称": "青川医院", "层级": "医院"},
        "主题": {"名称": "门诊秩序整顿"},
        "要点": [{"着眼": "任务", "内容": DEMANDS}],
        "篇幅": 900,
    }
    kinds = {p.id for p in load_bank() if p.pack == "demands"}
    made = draft(make_brief(asked), seed=0)
    told = [s for p in made.speech.paragraphs for s in p.sentences]
    return [s.text for s in told if s.pattern in kinds]


def test_who_may_order_says_why_of_each_demand() -> None:
    assert len(comments_on("工作部署讲话")) >= len(DEMANDS)


def test_beside_rules_stands_only_what_goes_with_such() -> None:
    """A ban on charges is no matter of thrift, and 领导带班 none of what the field does."""
    rules = ["不得向农户摊派费用", "汛期领导带班，电话24小时有人接", "停水要提前一天通知用户"]
    asked = {
        "文种": "工作部署讲话",
        "会议": "全县农村供水工作会议",
        "单位": {"名称": "白水县", "层级": "县"},
        "主题": {"名称": "农村供水保障", "领域": "水利"},
        "要点": [
            {"着眼": "任务", "内容": [{"任务": "检修加压泵站", "责任": "县水利局"}]},
            {"着眼": "责任", "内容": rules},
        ],
        "篇幅": 1200,
    }
    kinds = {p.id for p in load_bank() if p.pack == "demands"}
    made = draft(make_brief(asked), seed=0)
    paragraphs = [p for p in made.speech.paragraphs if p.role == "body"]
    own = [p.sentences for p in paragraphs if any(r in s.text for s in p.sentences for r in rules)]
    beside = [s for told in own for s in told if s.origin != "brief" and s.move != "turn"]
    assert len(own) == len(rules)
    assert {s.pattern for s in beside if s.pattern != "data/wording"} <= kinds


def test_who_takes_up_a_post_demands_nothing() -> None:
    assert comments_on("任职表态") == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("公章一律不许代盖", "〔要代替〕"),
        ("货款验收后三天付清", "〔要钱到手〕"),
        ("各村先从村干部家里改起", "〔要自己先〕"),
        ("塔吊开机前必须空转一遍", "〔要事前〕"),
        ("值班手机不许关机", "〔要通着〕"),
        ("评定的时候亲戚要回避", "〔要回避〕"),
        ("谁迟报查谁", "〔要瞒报〕"),
        ("不得向商户摊派报刊", "〔要摊派〕"),
        ("停电要提前两天告知住户", "〔要有言在先〕"),
        ("报修电话当天答复", "〔要快回〕"),
        ("未经值班长同意，不得停机", "〔要点头〕"),
        ("试卷内容不许外传", "〔要保密〕"),
        ("出车补贴从下月起上调", "〔要待遇〕"),
    ],
)
def test_a_demand_is_told_by_its_kind_the_particular_first(text: str, first: str) -> None:
    assert demanded_in(text)[0] == {first}


@pytest.mark.parametrize(
    "text", ["去年一律停办了酒席", "道路通到了家门口", "水库蓄水充足", "老杨守了一辈子林子"]
)
def test_what_was_done_or_is_so_demands_nothing(text: str) -> None:
    assert demanded_in(text) == []


def test_what_is_forbidden_is_no_act_to_comment_on() -> None:
    assert not any("交办" in kind for kinds in demanded_in("存折一律不许代管") for kind in kinds)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("出纳最初只拿了三百元，说先用一用", "〔曾说还〕"),
        ("退休教师老顾给村里的孩子义务辅导", "〔曾不要钱〕"),
        ("修渠的时候，孙家把自家院墙拆了半边", "〔曾让利〕"),
        ("快递员小穆顶着暴雨送完了最后一单", "〔曾顶上〕"),
    ],
)
def test_a_deed_is_told_by_its_kind(text: str, first: str) -> None:
    assert deeds_in(text)[0] == {first}


def test_a_deed_in_a_lecture_is_answered_as_what_it_is() -> None:
    deed = "护林员老俞把公家退的八百元押金送了回去"
    asked = {
        "文种": "党课",
        "会议": "林场支部党课",
        "单位": {"名称": "黑松林场", "层级": "单位"},
        "主题": {"名称": "公私分明"},
        "要点": [{"着眼": "启示", "内容": [deed]}],
        "篇幅": 900,
    }
    kinds = {p.id for p in load_bank() if p.pack == "demands" and "〔曾退回〕" in p.about}
    told = [s for p in draft(make_brief(asked), seed=0).speech.paragraphs for s in p.sentences]
    place = next(i for i, s in enumerate(told) if deed in s.text)
    assert told[place + 1].pattern in kinds


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("到偏远教学点去得少", "〔我跑得少〕"),
        ("抓年轻干部培养的办法不多", "〔我带人少〕"),
        ("有时脾气急，话说得重", "〔我性急〕"),
        ("怕得罪人，有的毛病没有当面指出", "〔我抹不开〕"),
    ],
)
def test_where_one_falls_short_is_told_by_its_kind(text: str, first: str) -> None:
    assert failings_in(text)[0] == {first}


def test_who_reports_on_himself_says_what_in_him_a_failing_comes_from() -> None:
    asked = {
        "文种": "述职报告",
        "会议": "图书馆年度述职会",
        "单位": {"名称": "临湖县图书馆", "层级": "单位"},
        "主题": {"名称": "分管的流动服务工作"},
        "成绩": ["流动车出车96次"],
        "问题": ["到乡镇分馆跑得少"],
        "篇幅": 1000,
    }
    kinds = {p.id for p in load_bank() if p.pack == "demands" and "〔我跑得少〕" in p.about}
    made = draft(make_brief(asked), seed=0)
    assert kinds & {s.pattern for p in made.speech.paragraphs for s in p.sentences}


def test_each_failing_of_a_list_is_answered_by_itself() -> None:
    asked = {
        "文种": "述职报告",
        "会议": "粮库年度述职会",
        "单位": {"名称": "南塘粮库", "层级": "单位"},
        "主题": {"名称": "分管的仓储工作"},
        "成绩": ["轮换粮食三批"],
        "问题": ["到库点去得少", "有时脾气急，话说得重", "出入库单据审核不细"],
        "篇幅": 1100,
    }
    kinds = {p.id for p in load_bank() if any(a.startswith("〔我") for a in p.about)}
    made = draft(make_brief(asked), seed=0)
    said = [s.pattern for p in made.speech.paragraphs for s in p.sentences if s.pattern in kinds]
    assert len(dict.fromkeys(said)) == len(asked["问题"])


@pytest.mark.parametrize(
    ("items", "ruled"),
    [
        (["冷库钥匙不许带回家", "早班六点半开门"], True),
        (["冷库钥匙不许带回家", "压实属地责任", "加强宣传引导"], False),
        (["周一盘煤", "食材当天送到"], False),
        (["冷库钥匙不许带回家", Task(task="检修制冷机组")], False),
        (["冷库钥匙不许带回家"], False),
    ],
)
def test_a_point_is_of_rules_by_one_that_shows_it(items: list[Task | str], ruled: bool) -> None:
    """What sets work in general is no rule, and one rule alone is spoken of by itself."""
    assert is_of_rules(items, "责任") is ruled
    assert not is_of_rules(items, "成绩")
