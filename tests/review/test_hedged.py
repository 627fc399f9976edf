"""Facts that stand word for word with something beside them, and facts told twice, once wrongly."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drafter.speech import Paragraph, Speech

from .small import brief_with, found, speech_with

BRIEF = {
    "称谓": "同志们",
    "成绩": ["清运积雪380车"],
    "问题": ["背街小巷铲雪不及时"],
    "要点": [
        {
            "内容": [
                {"任务": "铲净校门口的积雪", "责任": "各街道", "时限": "12月底前"},
                {"任务": "疏通桥面的落水口", "措施": ["逐孔掏挖淤泥"], "目标": "通水率达到98%"},
            ]
        }
    ],
}
BODY = (
    "入冬以来，清运积雪380车。但背街小巷铲雪不及时。",
    "铲净校门口的积雪，由各街道负责，12月底前办完。",
    "疏通桥面的落水口，要逐孔掏挖淤泥，做到通水率达到98%。",
)


def _altered(old: str, new: str, *more: str) -> list[str]:
    lines = (*(line.replace(old, new) for line in BODY), *more)
    return [f.text for f in found(speech_with(*lines), brief_with(**BRIEF), "fact-altered")]


def test_facts_as_the_brief_has_them_raise_nothing():
    assert _altered("", "") == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("清运积雪380车", "预计清运积雪380车", "预计清运积雪380车"),
        ("背街小巷铲雪", "基本没有背街小巷铲雪", "基本没有背街小巷铲雪不及时"),
        ("疏通桥面", "暂缓疏通桥面", "暂缓疏通桥面的落水口"),
        ("达到98%", "达到98%左右", "通水率达到98%左右"),
        ("各街道负责", "有关街道负责", "有关街道"),
        ("铲净校门口", "未铲净校门口", "未铲净校门口的积雪"),
        ("要逐孔掏挖", "要不逐孔掏挖", "不逐孔掏挖淤泥"),
    ],
)
def test_what_makes_another_fact_of_it_is_found(old, new, told):
    more = () if "街道" not in old else ("各街道都要上路。",)
    assert told in _altered(old, new, *more)


def test_some_may_be_slow_though_all_have_to_do_it():
    assert _altered("", "", "这几天部分街道动作慢。", "有关街道也有难处。") == []


@pytest.mark.parametrize(
    "slip", ["疏通桥面的排水口", "疏浚桥面的落水口", "疏通桥下面的落水口", "疏通桥面的落水管"]
)
def test_a_fact_told_twice_is_found_where_it_is_told_wrongly(slip):
    assert _altered("", "", f"说到{slip}，大家都有体会。") == [slip]


def test_a_fact_told_as_done_or_within_another_is_no_slip():
    assert _altered("", "", "大家疏通了桥面的落水口。") == []
    more = {**BRIEF, "议程": [{"主体": "县公路段", "事项": "汇报疏通桥面的排水口"}]}
    lines = (*BODY, "刚才，县公路段汇报疏通桥面的排水口。")
    assert found(speech_with(*lines), brief_with(**more), "fact-altered") == []


@pytest.mark.parametrize(("role", "line"), [("salutation", "同志门："), ("speaker", "乡长　李明")])
def test_a_line_for_one_fact_says_it_though_it_stands_elsewhere(role, line):
    speech = speech_with(*BODY, "同志们，县长的话要记牢。", **{role: line})
    assert [f.text for f in found(speech, brief_with(**BRIEF), "fact-altered")] == [line]


def test_a_vice_head_may_be_named_but_not_for_the_speaker():
    brief = brief_with(名单=[{"姓名": "王建国", "职务": "副县长"}], **BRIEF)
    assert found(speech_with(*BODY, "王建国副县长抓总。"), brief, "fact-altered") == []
    twice = speech_with(*BODY, "县长也要上路。", speaker="代县长　李明")
    assert [f.text for f in found(twice, brief, "fact-altered")] == ["代县长"]


def test_what_was_done_is_told_as_hoped_for_though_patterns_hope_for_goals():
    assert _altered("清运积雪380车", "力争清运积雪380车") == ["力争清运积雪380车"]


@pytest.mark.parametrize(
    "title",
    ["在冬季清雪动员会上的讲话", "在全县冬季扫雪动员会上的讲话", "在全市冬季清雪动员会上的讲话"],
)
def test_a_title_with_nearly_the_meeting_is_told_though_it_stands_elsewhere(title):
    speech = speech_with(*BODY, title=title)
    assert found(speech, brief_with(**BRIEF), "fact-altered")


def test_a_title_of_its_own_is_none_of_the_briefs():
    for title in ("把雪扫净，把路守好", "关于冬季清雪动员的汇报"):
        assert found(speech_with(*BODY, title=title), brief_with(**BRIEF), "fact-altered") == []


def test_a_later_clause_that_is_denied_is_another_fact():
    brief = brief_with(成绩=["备好雪铲600把，完成全年储备计划"])
    said = "备好雪铲600把，{}完成全年储备计划。"
    assert found(speech_with(said.format("")), brief, "fact-altered") == []
    (finding,) = found(speech_with(said.format("未")), brief, "fact-altered")
    assert finding.text == "未完成全年储备计划"


def test_a_heading_may_leave_out_how_many_there_are():
    brief = brief_with(要点=[{"内容": [{"任务": "新建两座融雪材料库"}]}])
    speech = speech_with("年内，我县将新建两座融雪材料库。")
    *before, body, last = speech.paragraphs
    heading = Paragraph("h1", "heading", "一、新建融雪材料库，保道路通", level=1)
    headed = Speech((*before, heading, body, last))
    assert found(headed, brief, "fact-altered", "fact-missing") == []
    told = Speech((*before, body, replace(body, text="要新建融雪材料库，保道路通。"), last))
    assert [f.text for f in found(told, brief, "fact-altered")] == ["新建融雪材料库"]
