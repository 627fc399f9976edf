"""Figures and dates beside those of the brief."""

import pytest

from drafter.speech import Paragraph, Speech

from ..small import brief_with, found, speech_with


def test_a_figure_with_another_unit_is_another_fact():
    brief = brief_with(成绩=["去年清理道路186公里，出动机械12台"])
    said = "去年清理道路186公里，出动机械12台，{}。"
    assert found(speech_with(said.format("路好走了")), brief) == []
    (finding,) = found(speech_with(said.format("用了12天")), brief, "foreign-number")
    assert finding.text == "12"


def test_the_digits_of_a_date_are_no_figures_of_the_brief():
    (finding,) = found(speech_with("这场雪下了21天。"), brief_with(), "foreign-number")
    assert finding.text == "21"


def test_a_deadline_of_this_year_may_leave_the_year_out():
    brief = brief_with(号召={"目标": "今年12月底前备足机械"})
    assert found(speech_with("12月底前，今年12月底前备足机械。"), brief, "foreign-date") == []


@pytest.mark.parametrize(("lanes", "codes"), [(12, []), (11, ["foreign-number"])])
def test_as_many_points_as_there_are_are_no_figure_though_the_brief_has_it_of_others(lanes, codes):
    brief = brief_with(成绩=["12号巷已经扫净"])
    speech = speech_with("12号巷已经扫净。", "有十二个环节不能含糊。")
    *before, last = speech.paragraphs
    points = [Paragraph(f"h{n}", "heading", "巷口要扫净。", level=1) for n in range(lanes)]
    findings = found(Speech((*before, *points, last)), brief, "foreign-number")
    assert [f.code for f in findings] == codes
