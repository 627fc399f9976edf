"""Talks and regular meetings: wishes are said to somebody, nobody is accused."""

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.planning.plan import Unit
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.facts import Fact
from drafter.drafting.setting.genres import load_genre
from drafter.drafting.wording.saying import answering
from drafter.resources import read_data

_TALK: dict[str, Any] = {
    "文种": "座谈会讲话",
    "会议": "集市摊主座谈会",
    "单位": {"名称": "枫桥镇", "层级": "镇"},
    "主题": "集市经营",
    "议程": [{"主体": "12位摊主", "事项": "谈了出摊情况"}],
    "问题": ["摊主反映雨天没有棚子", "有顾客投诉电子秤不准"],
    "要点": [
        {"着眼": "任务", "内容": [{"任务": "搭建雨棚", "责任": "镇市场办"}]},
        {"着眼": "希望", "内容": ["把电子秤校准", "收摊时带走垃圾", "集市永远是大家的集市"]},
    ],
}
_MEETING: dict[str, Any] = {
    "文种": "例会讲话",
    "会议": "装配车间十月例会",
    "单位": {"名称": "东岭泵业公司", "层级": "企业"},
    "讲话人": {"姓名": "骆川", "职务": "装配车间主任"},
    "主题": "水泵装配",
    "问题": ["本月返修9台，都是密封圈装偏"],
    "要点": [{"内容": [{"任务": "改进密封圈工装", "责任": "工艺组"}]}],
    "篇幅": 900,
}


def said(data: dict[str, Any], bank: Bank, seed: int) -> str:
    made = draft(make_brief(data), bank=bank, seed=seed)
    return "\n".join(p.text for p in made.speech.paragraphs)


@pytest.mark.parametrize("seed", range(3))
def test_a_bare_wish_is_said_to_somebody_and_told_with_what_it_answers(bank: Bank, seed: int):
    text = said(_TALK, bank, seed)
    assert "希望大家把电子秤校准" in text
    assert "希望大家收摊时带走垃圾" in text
    assert "希望大家集市永远是" not in text
    before, _, _ = text.partition("希望大家把电子秤校准")
    assert "有顾客投诉电子秤不准" in before.rpartition("\n")[2]


@pytest.mark.parametrize("seed", range(3))
def test_what_says_who_says_so_is_not_mentioned_by_others(bank: Bank, seed: int):
    text = said(_TALK, bank, seed)
    assert "摊主反映雨天没有棚子" in text
    assert "提到，摊主反映" not in text


@pytest.mark.parametrize("seed", range(3))
def test_the_purpose_is_told_once(bank: Bank, seed: int):
    opening = said(_TALK, bank, seed).partition("雨天")[0]
    assert opening.count("想听") + opening.count("目的是") + opening.count("为的是") <= 1


@pytest.mark.parametrize("seed", range(3))
def test_problems_alone_are_no_results_to_be_glad_of(bank: Bank, seed: int):
    text = said(_MEETING, bank, seed)
    assert not [word for word in ("这些成绩", "成绩是起点", "有了好的开头") if word in text]


@pytest.mark.parametrize("seed", range(3))
def test_nobody_is_accused_whom_the_brief_does_not_criticise(bank: Bank, seed: int):
    unsaid = read_data("accusing.yaml")["unsaid"]
    assert not [word for word in unsaid if word in said(_MEETING, bank, seed)]


@pytest.mark.parametrize("seed", range(3))
def test_the_head_of_a_part_does_not_speak_for_the_whole(bank: Bank, seed: int):
    assert "我代表" not in said(_MEETING, bank, seed)
    assert "谨代表" not in said(_MEETING, bank, seed)


def test_a_chair_answers_what_was_told_and_not_what_was_done(bank: Bank):
    brief = {
        "文种": "主持词",
        "会议": "全县防汛会商会",
        "单位": {"名称": "芦川县", "层级": "县"},
        "主题": "防汛",
        "议程": [
            {"主体": "县气象局", "事项": "通报近期雨情趋势"},
            {"主体": "县水利局", "事项": "分析堤段渗水原因"},
        ],
    }
    for seed in range(3):
        text = said(brief, bank, seed)
        assert not [word for word in ("一本账", "该认领", "哪里好、哪里差") if word in text]
        assert "形势分析" not in text


def test_those_who_came_to_talk_are_not_told_how_to_carry_out_orders(bank: Bank):
    data = _TALK | {
        "要点": [
            {"内容": [{"任务": "搭建雨棚", "责任": "镇市场办", "时限": "12月底前"}]},
        ]
    }
    for seed in range(4):
        text = said(data, bank, seed)
        assert not [word for word in ("临到期限", "只当传声筒", "不能一转手") if word in text]


@pytest.mark.parametrize("seed", range(3))
def test_wishes_without_a_word_of_their_own_stand_in_one_paragraph(bank: Bank, seed: int):
    lines = said(_TALK, bank, seed).split("\n")
    assert not [line for line in lines if "希望大家" in line and len(line) < 20]


def test_a_school_has_no_canteen_of_an_office(bank: Bank):
    brief = {
        "文种": "例会讲话",
        "会议": "后勤月例会",
        "单位": {"名称": "青禾中学", "层级": "学校"},
        "主题": "后勤服务",
        "要点": [{"内容": [{"任务": "翻修食堂排烟管", "责任": "膳食组"}]}],
        "篇幅": 1200,
    }
    for seed in range(3):
        text = said(brief, bank, seed)
        assert not [word for word in ("机关食堂", "办公用房", "公务用车") if word in text]


def test_a_sentence_that_tells_of_its_task_does_not_answer_a_problem_by_itself():
    unit = Unit("tell", "points", ("task",), cause="夜间照明不足", grows="task")
    unit.facts = {"task": Fact("task", {"task": "补装照明"}, ("补装照明",), "要点.内容.任务", "")}
    assert answering(unit, "补装照明，由机电组负责。")
    assert not answering(unit, "补装照明，关键是两盏灯塔。")


_BANKS: dict[str, Any] = {
    "文种": "座谈会讲话",
    "会议": "全县银行机构座谈会",
    "单位": {"名称": "芦田县", "层级": "县"},
    "主题": "信贷服务",
    "成绩": ["新发放茶农贷款6亿元"],
    "要点": [
        {"着眼": "成绩"},
        {"着眼": "问题", "内容": ["春茶季放款慢", "抵押物不好找"]},
        {"着眼": "希望", "内容": ["希望各家银行多到茶园走走"]},
    ],
    "篇幅": 1200,
}


def listened_to(bank: Bank, genre: str, focus: str) -> set[str]:
    """The patterns that are for such listeners alone."""
    return {p.id for p in bank if p.genres == (genre,) and p.focus == focus}


@pytest.mark.parametrize("focus", ["成绩", "问题"])
def test_results_and_problems_mean_something_to_those_who_listen(bank: Bank, focus: str):
    own = listened_to(bank, "bankers", focus)
    speeches = [draft(make_brief(_BANKS), bank=bank, seed=seed).speech for seed in range(3)]
    meant = [any(s.pattern in own for _, s in speech.sentences()) for speech in speeches]
    assert meant.count(True) >= 2


@pytest.mark.parametrize("seed", range(3))
def test_a_talk_on_a_few_things_is_not_half_as_long_as_asked(bank: Bank, seed: int):
    made = draft(make_brief(_BANKS), bank=bank, seed=seed)
    assert made.characters > 0.8 * _BANKS["篇幅"]


@pytest.mark.parametrize("seed", range(3))
def test_a_problem_that_is_only_named_has_a_sentence(bank: Bank, seed: int):
    lines = said(_BANKS, bank, seed).splitlines()
    told = [line for line in lines if "抵押物不好找" in line]
    assert told
    assert not any(line.startswith(("春茶季放款慢。", "抵押物不好找。")) for line in told)


@pytest.mark.parametrize("seed", range(3))
def test_praise_is_not_strung_together(bank: Bank, seed: int):
    singles = {
        p.frame for p in bank
        if (p.move, p.focus, p.genres) == ("achievement", "成绩", ("symposium",))
    }  # fmt: skip
    for line in said(_BANKS, bank, seed).splitlines():
        assert sum(frame in line for frame in singles) < 2


def test_what_is_announced_to_those_who_came_is_what_the_host_will_do() -> None:
    told = ["年内再给12个摊区建雨棚", "摊位补贴由每月80元提高到120元"]
    brief = _TALK | {"要点": [{"内容": told}, {"内容": ["希望大家把电子秤校准"]}]}
    points = plan_points(make_brief(brief), load_genre("座谈会讲话"))
    assert [p.focus for p in points] == ["任务", "希望"]


@pytest.mark.parametrize("seed", range(4))
def test_what_somebody_did_is_not_owed_to_those_who_listen(bank: Bank, seed: int) -> None:
    own = "老摊主梁守贵出摊二十九年，磨坏了三杆秤"
    text = said(_TALK | {"成绩": [own, "集市去年成交3.1万笔"]}, bank, seed)
    assert any(mark + own in text for mark in ("。", "\n", "：", "；"))
