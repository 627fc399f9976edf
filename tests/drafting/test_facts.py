"""The user's words made fit for a sentence: nothing changed but marks and invisible characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.brief import make_brief
from drafter.brief.model import Task
from drafter.drafting import draft
from drafter.drafting.setting.facts import facts_of, task_facts
from drafter.drafting.setting.levels import served_words
from drafter.drafting.setting.user_words import (
    as_clause,
    as_done,
    as_sentence,
    clean,
    has_doer,
    join_clauses,
    split_head,
    want,
)
from drafter.review import review


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("抓好春耕生产。", "抓好春耕生产"),
        ("抓好春耕,备好农资;", "抓好春耕，备好农资"),
        ("完成  清淤\n任务 ", "完成清淤任务"),
        ("产量增长3.5%.", "产量增长3.5%"),
        ("投入1,260万元", "投入1,260万元"),
        ("上午9:30集合", "上午9:30集合"),
        ("推进 AI 应用", "推进 AI 应用"),
        ("他说“好。”", "他说“好。”"),
    ],
)
def test_a_clause_loses_its_end_mark_and_nothing_else(text: str, clause: str) -> None:
    assert as_clause(text) == clause


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("水清则人和", "水清则人和。"),
        ("水清则人和！", "水清则人和！"),
        ("大家说“干得好。”", "大家说“干得好。”"),
        ("水清则人和；", "水清则人和。"),
    ],
)
def test_a_sentence_gets_the_end_mark_it_lacks(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence


@given(st.text())
def test_cleaning_leaves_no_control_character_and_is_final(text: str) -> None:
    once = clean(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in once if c != "\t")
    assert clean(once) == once


@pytest.mark.parametrize(
    ("text", "rest"),
    [("要抓好落实", "抓好落实"), ("要求全员参加", "要求全员参加"), ("要点公开", "要点公开")],
)
def test_a_leading_yao_goes_unless_it_is_part_of_a_word(text: str, rest: str) -> None:
    assert want(text) == rest


def test_the_head_of_a_goal_is_split_off() -> None:
    assert split_head("确保如期完工", "ensure") == ("确保", "如期完工")
    assert split_head("如期完工", "ensure") == ("", "如期完工")


@pytest.mark.parametrize(
    ("clauses", "joined"),
    [
        (["建台账", "定责任"], "建台账、定责任"),
        (["逐条河道编制清淤方案和进度表", "配足设备"], "逐条河道编制清淤方案和进度表，配足设备"),
        (["先堵后疏，分段推进", "配足设备"], "先堵后疏，分段推进；配足设备"),
    ],
)
def test_clauses_are_joined_by_their_weight(clauses: list[str], joined: str) -> None:
    assert join_clauses(clauses) == joined


def test_a_basis_that_begins_with_yao_is_governed_without_it():
    brief = make_brief(
        {
            "文种": "commendation",
            "会议": "总结会",
            "单位": {"名称": "青岚县"},
            "主题": {"名称": "实事项目"},
            "依据": ["要落实三件实事"],
        }
    )
    for seed in range(12):
        text = "".join(p.text for p in draft(brief, seed=seed).speech.paragraphs)
        assert "落实三件实事" in text
        assert "要要" not in text


WATER = {
    "文种": "动员讲话",
    "会议": "全县供水工作会",
    "单位": "安平县人民政府",
    "主题": "农村饮水安全",
}


def test_what_has_come_to_pass_is_told_and_what_is_to_be_done_behind_it() -> None:
    basis = ["去年冬天，北部三个乡镇停水九天", "贯彻全省水利工作会议精神"]
    brief = make_brief({**WATER, "依据": basis})
    for seed in range(6):
        text = "".join(p.text for p in draft(brief, seed=seed).speech.paragraphs)
        told = "去年冬天，北部三个乡镇停水九天。这次会议，就是要贯彻全省水利工作会议精神。"
        assert told in text


@pytest.mark.parametrize(
    ("basis", "alone"),
    [
        ("汛期将至", True),
        ("近期省内连续发生两起冒顶事故", True),
        ("省委对此高度重视", True),
        ("群众反映强烈", True),
        ("县政府常务会议原则通过《安平县供水实施方案》", True),
        ("市水利局印发了《关于做好冬季供水的通知》", True),
        ("省政府出台关于加强农村供水的意见", True),
        ("市水利局印发的《关于做好冬季供水的通知》", False),
        ("落实市水利局印发的《关于做好冬季供水的通知》", False),
        ("讨论通过《安平县供水实施方案》", False),
        ("落实群众反映强烈的事", False),
        ("市长办公会提出的三项任务", False),
        ("了解基层情况", False),
        ("安全第一、预防为主", False),
        ("牢固树立绿色发展理念", False),
    ],
)
def test_only_a_state_of_things_stands_alone(basis: str, alone: bool) -> None:
    plain = facts_of(make_brief({**WATER, "依据": [basis]}), "全县供水工作会", "部署").get("basis")
    assert plain is not None
    assert (plain.plain == f"{basis}。") is alone


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("宣读表彰决定", "宣读了表彰决定"),
        ("就工作方案作说明", "就工作方案作了说明"),
        ("作经验介绍", "作了经验介绍"),
        ("为先进集体颁奖", "为先进集体颁奖"),
        ("通报了进度", "通报了进度"),
        ("表态发言", "表态发言"),
        ("讲话", "讲话"),
    ],
)
def test_what_stood_on_the_agenda_is_told_as_done(typed: str, told: str) -> None:
    assert as_done(typed) == told
    brief = make_brief({**WATER, "议程": [{"主体": "市水利局", "事项": typed}]})
    made = draft(brief, seed=1)
    assert f"市水利局{told}" in "".join(p.text for p in made.speech.paragraphs)
    assert [f for f in review(made, brief) if "事项" in f.message or "主体" in f.message] == []


def test_what_there_is_for_each_is_governed_by_no_verb() -> None:
    assert has_doer("一项目一专班")
    assert has_doer("一企一策")
    assert not has_doer("一次性告知所需材料")


@pytest.mark.parametrize(
    ("alone", "governed"),
    [
        ("板材限高堆放", "清点板材"),
        ("管材进场逐批送检", "逐批送检管材"),
        ("改造前成立业主委员会", "成立业主委员会"),
        ("学困生分层辅导", "分层辅导学困生"),
        ("不合格的一律退回", "不走过场"),
        ("设备每月点检", "设置点检卡"),
        ("备件提前到位", "备足配件"),
        ("公示无异议及时兑付", "公示兑付名单"),
        ("整改前后拍照对比", "整改查出的隐患"),
    ],
)
def test_what_begins_with_no_verb_is_governed_by_none(alone: str, governed: str) -> None:
    assert has_doer(alone)
    assert not has_doer(governed)


def test_a_unit_that_does_it_is_a_doer_unless_it_is_made_to() -> None:
    assert has_doer("机关事业单位拿出岗位100个")
    assert has_doer("学校腾出场地")
    assert not has_doer("动员企业提供见习岗位")
    assert not has_doer("向社区下派干部")


def test_a_task_that_begins_with_a_noun_is_no_order() -> None:
    assert task_facts(Task(task="水塘挂牌看管"))["task"].free
    assert not task_facts(Task(task="严管采伐审批"))["task"].free
    assert not task_facts(Task(task="推进采伐审批公开"))["task"].free


def test_the_facts_of_a_task_are_its_own_each_time_they_are_asked_for() -> None:
    task = Task(task="清理渠道", measures=["分段包干", "每周通报"], owner="各村")
    task_facts(task).pop("owner")
    assert task_facts(task)["owner"].exact == ("各村",)
    other = Task(task="清理渠道", measures=["分段包干"], owner="各村")
    assert task_facts(other)["measures"].exact == ("分段包干",)


def test_a_union_serves_the_staff_whatever_the_unit_sells() -> None:
    assert served_words("东岭矿业集团", "集团工会先进表彰会") == {"folk": "职工"}
    assert served_words("安平县自来水公司", "年度工作会议") == {"folk": "用户"}
    assert served_words("东岭矿业集团", "年度工作会议") == {}


def test_who_does_two_things_in_a_row_is_named_once():
    agenda = [
        {"主体": "校党委书记", "事项": "宣布了任命"},
        {"主体": "校党委书记", "事项": "提出了要求"},
        {"主体": "老院长", "事项": "讲了话"},
    ]
    brief = {
        "文种": "任职表态",
        "会议": "教师大会",
        "单位": {"名称": "柳林中学"},
        "主题": {"名称": "任校长"},
        "议程": agenda,
    }
    told = facts_of(make_brief(brief), "教师大会", "")["agenda"].values["agenda"]
    assert told == "校党委书记宣布了任命，并提出了要求，老院长讲了话"


@pytest.mark.parametrize(
    ("deadline", "by"),
    [("6月底前", "6月底"), ("一个月内", None), ("春节之前", None), ("全年", None)],
)
def test_a_deadline_before_qian_goes_without_its_own(deadline: str, by: str | None) -> None:
    facts = task_facts(Task(task="疏通沟渠", deadline=deadline))
    assert facts["deadline"].values.get("by") == by


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("至明年3月底", "这项工作要抓至明年3月底，中间不松劲。"),
        ("11月1日至15日", "时间定在11月1日至15日。"),
        ("到期前", ""),
        ("10月底前", ""),
    ],
)
def test_a_time_that_lasts_is_no_end(time: str, said: str) -> None:
    fact = task_facts(Task(task="看住山口", deadline=time))["deadline"]
    assert fact.plain == said
    assert ("deadline" in fact.values) != bool(said)


def test_several_bases_of_which_one_has_two_clauses_are_a_sentence_of_their_own() -> None:
    basis = ["落实县里春耕备耕的要求，保住播种面积", "回应农户多年的期盼"]
    told = {"会议": "全镇春耕动员会", "单位": {"名称": "石桥镇", "层级": "镇"}}
    topic = {"主题": {"名称": "春耕生产"}}
    brief = make_brief({"文种": "动员讲话", **told, **topic, "依据": basis})
    opening = draft(brief).speech.by_role("opening")
    (said,) = [s.text for p in opening for s in p.sentences if basis[1] in s.text]
    assert said == f"召开这次会议，是为了{basis[0]}，也是为了{basis[1]}。"


def test_a_goal_that_forbids_is_said_by_itself_and_by_no_day() -> None:
    """8月30日前做到不合格的食堂不得开餐 would allow it up to then."""
    told = {"measures": ("逐校检查",), "owner": "县教育局", "deadline": "8月30日前"}
    task = Task(task="查一遍食堂", goal="不合格的食堂不得开餐", **told)
    facts = task_facts(task)
    assert facts["result"].values == {}
    assert facts["result"].plain.startswith("不合格的食堂不得开餐，")
    assert task_facts(replace(task, goal="食堂全部查到"))["result"].values
