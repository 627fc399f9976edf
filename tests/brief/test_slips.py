"""Slips of the keyboard: what they mean, or how they are told."""

from __future__ import annotations

import pytest

from drafter.brief import parse_brief

from .typed import GOOD, wrong


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        (("时间: ", "会议: "), "b.yaml:3:1: B003 “会议”写了两次"),
        (("  - 内容:", "\t- 内容:"), "b.yaml:7:1: B002 这一行用了制表符"),
        (("{名称: 安平县", "{名称: [安平县"), "b.yaml:4:10: B002 这里的括号没有成对"),
        (("层级: 县", "层级: 国"), "b.yaml:4:19: B004 “单位.层级”写的是“国”"),
        (("  - 内容:", "　- 内容:"), "b.yaml:7:1: B002 这一行用了全角空格缩进"),
        (
            ("{名称: 安平县, 层级: 县}", "｛名称: 安平县, 层级: 县｝"),
            "b.yaml:4:5: B002 括号是全角的",
        ),
        (("{名称: 安平县, 层级: 县}", "{名称: 安平县, 县}"), "b.yaml:4:15: B003 不认识的键“县”"),
        (("篇幅: 3000字左右", "问题: ［险段多］"), "b.yaml:10:5: B002 括号是全角的"),
        (("      - {任务", "      -{任务"), "b.yaml:9:7: B002 行首的“-”后面少一个空格"),
        (("篇幅: 3000字左右", "问题: [险段: 三处]"), "句子里的冒号请用全角“：”"),
    ],
)
def test_slips_of_the_keyboard(slip: tuple[str, str], said: str):
    assert said in "\n".join(wrong(GOOD.replace(*slip, 1)))


@pytest.mark.parametrize(
    "written",
    [
        "\n  清淤三条沟\n  备沙五万袋",
        "\n  -清淤三条沟\n  -备沙五万袋",
        "\n  - 清淤三条沟\n   -备沙五万袋",
        "\n  • 清淤三条沟\n  • 备沙五万袋",
        "\n  -清淤\n   三条沟\n  -备沙五万袋",
        "\r\n  -清淤三条沟\r\n  -备沙五万袋",
    ],
)
def test_lines_under_a_list_are_its_items_whatever_stands_before_them(written: str):
    assert parse_brief(f"{GOOD}成绩:{written}\n").achievements == ["清淤三条沟", "备沙五万袋"]


def test_a_text_over_several_lines_is_one_text():
    brief = parse_brief(
        GOOD.replace("全县防汛动员会", "全县\n  防汛动员会") + "成绩:\n  - 清淤\n    三条沟\n"
    )
    assert (brief.meeting, brief.achievements) == ("全县防汛动员会", ["清淤三条沟"])


def test_a_dash_without_its_blank_is_pointed_at_where_yaml_stops_at_the_next_line():
    (line,) = wrong(GOOD + "成绩:\n  - 清淤\n  -备沙\n  - 护堤\n")
    assert line.startswith("b.yaml:13:3: B002 行首的“-”后面少一个空格")


def test_a_sentence_with_a_colon_is_no_slip():
    brief = parse_brief(GOOD.replace("汛情就是命令。", "任务就是两个字：落实。"))
    assert brief.points[0].content[0] == "任务就是两个字：落实。"


@pytest.mark.parametrize("start", ["*all ", "&all*", "|"])
def test_what_yaml_takes_for_its_own_is_to_be_quoted(start: str):
    (line,) = wrong(GOOD.replace("全县防汛动员会", start + "全县防汛动员会"))
    assert line.startswith("b.yaml:")
    assert "要整个加上引号" in line


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        (("会议: 全县", "会议: {全县"), "b.yaml:2:5: B002 这里的括号没有成对"),
        (("会议: 全县", '会议: "全县'), "b.yaml:2:5: B002 从这里开始的引号没有成对"),
        (("时间: ", "  时间: "), "b.yaml:3:5: B002 这一行缩进 2 格，和上面接不上"),
        (("  - 内容:", "    着眼: 任务\n  - 内容:"), "b.yaml:8:3: B002 这一行缩进 2 格"),
        (
            ("时间: ", "  - 县水利局\n时间: "),
            "b.yaml:2:5: B005 “会议”后面已经写了内容，下面不能再列几项",
        ),
        (("会议: 全县", "会议: 地点: 全县"), "b.yaml:2:7: B002 一行里有两个“: ”"),
        (("会议: 全县", "会议 全县"), "b.yaml:2:1: B002 这一行少了冒号"),
        (("层级: 县}", "层级: 县},"), "b.yaml:4:21: B002 括号或引号到这里已经收住"),
        (("要点:", "要点: ,"), "b.yaml:6:5: B002 这里多了逗号或括号"),
    ],
)
def test_what_breaks_the_structure_is_told_by_its_kind(slip: tuple[str, str], said: str):
    assert said in "\n".join(wrong(GOOD.replace(*slip, 1)))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("讲话人: [白露, 方远]", "“讲话人”写的是一个列表，这里只能写一个，键有：姓名、职务"),
        ("称谓: [同志们, 朋友们]", "“称谓”写的是一个列表，这里只能写一个"),
        ("篇幅: [3000]", "要写一个整数"),
    ],
)
def test_several_where_one_belongs(more: str, said: str):
    (line,) = wrong(GOOD.replace("篇幅: 3000字左右", more))
    assert said in line
