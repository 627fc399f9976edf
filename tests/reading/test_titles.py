"""Titles of several lines, and the lines of a page that look like one."""

import pytest

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.report import reading_json
from drafter.reading.titles import title_like

SAID = ("同志们：", "今天召开这次会议，主要任务是总结去年的工作，安排今年的任务，我讲几点意见。")


def title_lines(*lines):
    """Which of the lines above a speech are its title."""
    return reading_json(parse_text(SourceText("page", (*lines, *SAID))))["documents"][0][
        "title_lines"
    ]


@pytest.mark.parametrize(
    "title",
    [
        ("以最实的作风 最硬的举措", "坚决打赢水毁道路修复攻坚战", "——在全县交通工作会议上的讲话"),
        ("在全县深化作风建设", "优化营商环境暨招商引资", "工作推进会上的讲话"),
        ("严守纪律 永葆本色", "（专题党课讲稿）"),
        ("在全县春季农业生产工作会议上的讲话", "（摘要）"),
        ("青石镇2014年工作总结", "暨2015年工作安排汇报"),
        ("青石中学2014—2015学年度第二学期", "开学典礼校长讲话稿"),
        ("我为什么要读书", "——致青石中学全体同学"),
    ],
)
def test_a_title_of_several_lines(title):
    assert title_lines("安平网", "首页 > 讲话 > 正文", *title) == [*range(3, 3 + len(title))]


@pytest.mark.parametrize(
    "page",
    [
        ("领导讲话",),
        ("讲话致辞", "栏目导航"),
        ("首页", "政策文件", "公示公告"),
        ("安平县机关效能办公室　2020年8月27日",),
        ("您当前的位置：", "网站首页", ">", "专题专栏", ">", "作风建设年"),
        ("松云课件 来源：未知 作者：未知",),
    ],
)
def test_columns_menus_and_stamps_are_no_line_of_the_title(page):
    assert title_lines(*page, "青春因奋斗而美丽") == [len(page) + 1]


def test_the_name_of_a_site_is_no_line_of_a_title():
    assert title_lines("安平县人民政府网", "关于全县防汛工作情况的汇报") == [2]


def test_the_word_for_a_speech_and_what_it_is_called_make_a_title():
    assert title_like("学生代表发言：以青春之名，赴六月之约") == 2
    assert title_like("发言人：李明") < 2


def test_last_words_are_no_title():
    assert title_like("请大家投我一票，谢谢大家！") == 0
    assert title_like("预祝本届运动会圆满成功！") == 0


def test_marks_of_emphasis_do_not_hide_a_title():
    found = reading_json(parse_text(SourceText("t", ("**在家长会上的发言**", *SAID))))
    assert found["documents"][0]["title"] == "在家长会上的发言"
