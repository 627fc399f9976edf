"""What YAML reads otherwise than it was typed: a brief with it says what it was to say."""

from __future__ import annotations

import time

import pytest

from drafter.brief import parse_brief
from drafter.brief.mending import mend

from .typed import GOOD, wrong

UNIT = "{名称: 安平县, 层级: 县}"


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("会议: ", "会议："),
        ("会议: ", "会议:"),
        ("会议: ", "会议:　"),
        ("会议: ", "会议：　"),
        ("会议: ", "会议 ： "),
        ("会议: ", "會議："),
        (f"单位: {UNIT}", "单位：安平县\n"),
        (UNIT, "{名称：安平县，层级：县}"),
        (UNIT, "{名称: 安平县，层级: 县}"),
        (UNIT, "{名称:安平县,层级:县}"),
        (UNIT, "{ 名称：安平县， 层级：县 }"),
        (UNIT, "\n  名称：安平县\n  层级：县"),
        ("要点:", "要点："),
        ("  - 内容:", "  - 内容："),
        (
            "{任务: 排查水库险段, 措施: 逐库建账, 时限: 6月15日前}",
            "任务：排查水库险段\n        措施：逐库建账\n        时限：6月15日前",
        ),
        ("{任务: 排查水库险段, 措施: ", "{任务：排查水库险段，措施："),
    ],
)
def test_slips_of_chinese_input_methods_mean_what_they_mean(typed: str, slip: str):
    assert typed in GOOD
    said = parse_brief(GOOD.replace(typed, slip, 1))
    assert (said.meeting, said.unit.name) == ("全县防汛动员会", "安平县")
    assert said.points == parse_brief(GOOD).points


def test_a_brief_typed_as_a_form_is_read():
    brief = parse_brief(
        "文种：动员讲话\n会议：全县防汛动员会\n单位：安平县\n主题：防汛\n"
        "成绩：\n  - 清淤三条沟\n要点：\n- 标题：守住水库\n  内容：\n  - 任务：排查险段\n"
        "篇幅：2000字\n"
    )
    assert brief.achievements == ["清淤三条沟"]
    assert brief.points[0].heading == "守住水库"
    assert brief.target == 2000


@pytest.mark.parametrize(
    "said",
    [
        "完成 #3 机组检修",
        "#3机组检修要抓紧",
        "开展 #平安校园# 宣传，完成 #5 闸门检修",
        '"两个确保"要落到实处',
        "'两个确保'要落到实处",
        "%%以上的堤段要加固",
        "@各单位，值班从今天起",
        "`汛`字当头",
        "*重点*盯住险段",
        "!紧急情况先撤人",
        "&险段逐个过",
        "{{ unit }}要守住",
        "{% for x in y %}{{ 7*7 }}{% endfor %}",
        "投资1,260万元",
        "问题：巡查不到位",
        "责任：压实到人",
        "任务就是两个字：落实",
        "详见http://example.cn:80/a",
        "8:30到岗",
    ],
)
def test_a_sentence_stays_as_it_was_typed(said: str):
    brief = parse_brief(GOOD.replace("汛情就是命令。", said) + f"成绩:\n  - {said}\n")
    assert brief.points[0].content[0] == said
    assert brief.achievements == [said]


def test_a_number_in_brackets_is_one_item():
    brief = parse_brief(GOOD + "成绩: [投资1,260万元, 清淤2,000,000方, 建库12,30座]\n")
    assert brief.achievements == ["投资1,260万元", "清淤2,000,000方", "建库12", "30座"]


def test_comments_stay_comments():
    brief = parse_brief(
        "# 说明：#3\n" + GOOD.replace("3000字左右", "3000  # 字数 #3\n") + "# 单位：甲\n"
    )
    assert brief.target == 3000
    assert parse_brief(GOOD.replace("3000字左右", "3000 #字数")).target == 3000


def test_a_hash_that_would_cut_a_text_short_is_pointed_at():
    (line,) = wrong(GOOD.replace("汛情就是命令。", "检修 #甲机组"))
    assert line.startswith("b.yaml:8:12: B002 “#”前面有空格")
    assert "加上引号" in line


def test_a_literal_text_is_left_alone():
    brief = parse_brief(GOOD + "号召:\n  寄语: |\n    任务：守住堤\n    完成 #3 闸\n")
    assert brief.closing.message == "任务：守住堤完成 #3 闸"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (GOOD.replace("会议: 全县", "会议：[全县"), "b.yaml:"),
        (GOOD.replace(UNIT, "{名称：安平县，层级：国}"), "b.yaml:4:16: B004"),
        (
            GOOD.replace("会议: ", "会议：").replace("时间: 2026年6月1日", "时间：六月"),
            "b.yaml:3:4: B005",
        ),
        (GOOD.replace("时间: ", "会议："), "b.yaml:3:1: B003"),
        (
            GOOD.replace("时间: 2026年6月1日", "会议日子：六月"),
            "b.yaml:3:1: B003 不认识的键“会议日子”",
        ),
    ],
)
def test_columns_are_those_of_what_was_typed(text: str, place: str):
    assert any(line.startswith(place) for line in wrong(text))


def test_tabs_that_alone_indent_are_steps():
    text = GOOD.replace("      - ", "\t\t- ").replace("  - ", "\t- ")
    assert parse_brief(text) == parse_brief(GOOD)
    (line,) = wrong(text.replace("逐库建账, 时限: 6月15日前}", "逐库建账, 限期: 6月15日前}"))
    assert line.startswith("b.yaml:9:28: B003")


def test_nothing_is_taken_back_that_was_typed():
    said = "王\U0010fe23工\ue000"
    assert parse_brief(GOOD.replace("汛情就是命令。", said)).points[0].content[0] == said


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("- ", ""),
        (" #3", ""),
        ('"', ""),
        ("问题：x\n", ""),
        ("{，", ""),
        ("a ", "|"),
        ("\t", "x: y"),
    ],
)
def test_four_times_what_no_clerk_types_takes_four_times_as_long(typed: str, end: str):
    def cost(times: int) -> float:
        runs = []
        for _ in range(3):
            before = time.process_time()
            mend(typed * times + end)
            runs.append(time.process_time() - before)
        return min(runs)

    # Were it tried anew from every place, it would be sixteen times.
    assert cost(100_000) < 10 * max(cost(25_000), 0.001)


@pytest.mark.parametrize(
    "written",
    [
        "成绩：\n1.清淤三条沟\n2.备沙五万袋\n",
        "成绩:\n（一）清淤三条沟\n（二）备沙五万袋\n",
        "成绩：\n清淤三条沟\n备沙五万袋\n",
        "成绩:\n* 清淤三条沟\n* 备沙五万袋\n",
        "成绩:\n  * 清淤三条沟\n  * 备沙五万袋\n",
        "成绩:\n• 清淤三条沟\n• 备沙五万袋\n",
    ],
)
def test_items_at_the_margin_below_a_list_are_its_items(written: str):
    brief = parse_brief(GOOD + written + "语气: 平实\n")
    assert brief.achievements == ["清淤三条沟", "备沙五万袋"]
    assert brief.tone == "平实"
    assert parse_brief(written + GOOD).achievements == ["清淤三条沟", "备沙五万袋"]


def test_a_numbered_item_with_a_colon_is_no_key():
    brief = parse_brief(GOOD + "成绩：\n1.清淤：三条沟\n2.备沙：五万袋\n")
    assert brief.achievements == ["清淤：三条沟", "备沙：五万袋"]


def test_the_place_of_what_is_put_under_its_list():
    (line,) = wrong(GOOD + '成绩:\n"清淤" 三条\n')
    assert line.startswith("b.yaml:12:")


def test_a_list_under_a_key_nobody_knows_is_told_by_the_key():
    (line,) = wrong("主要成绩：\n1.清淤三条沟\n2.备沙五万袋\n" + GOOD)
    assert line.startswith("b.yaml:1:1: B003 不认识的键“主要成绩”；是不是“成绩”？")
