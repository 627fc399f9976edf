"""Facts whose words stand in the draft as part of other names, or away from what they belong to."""

from __future__ import annotations

from drafter.speech import Paragraph, Speech

from .small import brief_with, found, speech_with

TASKS = {
    "要点": [
        {
            "内容": [
                {"任务": "铲净校门口的积雪", "责任": "县教育局"},
                {"任务": "疏通桥面的落水口", "责任": "县公路段"},
            ]
        }
    ]
}


def _codes(*body: str, **roles: str) -> list[str]:
    brief = brief_with(**TASKS)
    return [f.code for f in found(speech_with(*body, **roles), brief) if f.level == "error"]


CLEAN = ("县教育局负责铲净校门口的积雪。", "县公路段负责疏通桥面的落水口。")


def test_what_stands_where_it_belongs_raises_nothing():
    assert _codes(*CLEAN) == []


def test_a_vice_head_is_another_post():
    assert "fact-altered" in _codes(*CLEAN, speaker="副县长　李明")


def test_a_bodys_office_is_another_body():
    body = ("县教育局办公室负责铲净校门口的积雪。", CLEAN[1])
    assert "fact-altered" in _codes(*body)


def test_a_party_committees_body_is_another_body():
    body = ("党委县教育局负责铲净校门口的积雪。", CLEAN[1])
    assert "fact-altered" in _codes(*body)


def test_a_body_named_for_another_reason_does_no_task():
    body = ("县公路段负责铲净校门口的积雪和疏通桥面的落水口。", "会后县教育局再开一个短会。")
    brief = brief_with(**TASKS)
    findings = found(speech_with(body[0], "路要天天扫。", body[1]), brief, "fact-swapped")
    assert [f.text for f in findings] == ["县教育局"]


def test_several_bodies_may_be_told_of_one_by_one():
    brief = brief_with(要点=[{"内容": [{"任务": "铲净路口的积雪", "责任": "各社区、县公路段"}]}])
    body = "铲净路口的积雪，县公路段管大路，各社区管巷子。"
    assert found(speech_with(body), brief, "fact-swapped", "fact-altered", "fact-missing") == []


def test_the_item_of_an_agenda_is_told_with_who_speaks_to_it():
    brief = brief_with(议程=[{"主体": "县气象台", "事项": "讲了雪情"}], **TASKS)
    body = ("刚才，县公路段讲了雪情。", *CLEAN, "路要天天扫。", "县气象台的电话要记牢。")
    assert [f.text for f in found(speech_with(*body), brief, "fact-swapped")] == ["县气象台"]


def test_who_does_the_task_of_a_heading_may_be_told_anywhere_under_it():
    tasks = {"要点": [{"内容": [{"任务": "铲净校门口的积雪", "责任": "县教育局"}]}]}
    heading = Paragraph("h1", "heading", "一、铲净校门口的积雪，人人动手", level=1)
    said = ("先扫大路。", "再扫小路。", "由县教育局牵头。")
    body = [Paragraph(text, "body", text) for text in said]
    codes = [f.code for f in found(Speech((heading, *body)), brief_with(**tasks))]
    assert "fact-swapped" not in codes
    later = Paragraph("h2", "heading", "二、人人动手", level=1)
    speech = Speech((heading, *body[:2], later, body[2]))
    assert "fact-swapped" in [f.code for f in found(speech, brief_with(**tasks))]
