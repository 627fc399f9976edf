"""Several texts on one page, whatever numbers or names head each of them."""

import pytest

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.report import reading_json

CN = "一二三"
TITLES = ("在三年级家长会上的发言", "在校运会开幕式上的致辞", "在安全生产会议上的讲话")
NAMES = ("李明", "王小红", "赵大山")
ADDRESSES = ("各位家长：", "老师们、同学们：", "同志们：")
BODIES = (
    (
        "大家晚上好！感谢各位来参加今天的家长会，我代表学校向大家表示热烈的欢迎。",
        "请各位家长多陪孩子读书，多听孩子说话，少看手机，让孩子安心学习。",
        "最后，祝各位家长身体健康，工作顺利！谢谢大家！",
    ),
    (
        "金秋十月，我们迎来了学校第十二届运动会，六百名运动员报名参加了比赛。",
        "这次运动会的裁判员由体育组老师担任，项目比往年多了四个，天气也很好。",
        "预祝本届运动会圆满成功！",
    ),
    (
        "今天召开安全生产会议，主要是分析形势，查找问题，下面我讲两点意见。",
        "（一）思想上要重视。近期周边接连发生事故，任何时候都不能心存侥幸。",
        "（二）措施上要落实。各车间要逐台设备排查隐患，建立台账，限期整改。",
        "以上意见，请大家抓好落实。谢谢大家！",
    ),
)
#: What heads the texts; {cn}, {n}, {title} and {name} are those of each.
RUNNING = (
    "家长会发言稿 篇{cn}",
    "篇{cn}：{title}",
    "【篇{n}】",
    "［篇{cn}］",
    "<篇{cn}>",
    "——第{cn}篇——",
    "第{cn}篇：{title}",
    "第{n}篇 {title}",
    "# 篇{cn} {title}",
    "（篇{cn}）{title}",
    "家长会发言稿【篇{n}】",
    "家长会发言稿范文第{n}篇",
    "家长会发言稿（第{cn}篇）",
    "范文{cn}",
    "范本{cn}",
    "例{cn}：{title}",
    "稿件{cn}",
    "模板{cn}：",
    "优秀发言稿范文({n})",
    "会议讲话稿之{cn}",
    "演讲稿（{n}）",
    "{title}（{cn}）",
    "{cn}、{title}",
    "{n}、{title}",
    "（{cn}）{title}",
)
#: Heads that are part of their texts.
OWN = ("{title}", "**{title}**", "青石中学校长 {name}")


def page(head, *, addressed, between=()):
    """The lines of a page with three texts, and where each text has its body."""
    lines = ["家长会发言稿（精选3篇）", "下面是小编整理的家长会发言稿，欢迎大家阅读。"]
    bodies = []
    for n, (title, name, address, body) in enumerate(
        zip(TITLES, NAMES, ADDRESSES, BODIES, strict=True)
    ):
        lines += between if n else ()
        lines.append(head.format(cn=CN[n], n=n + 1, title=title, name=name))
        start = len(lines) + 1
        lines += [address] if addressed else []
        lines += body
        bodies.append([start, len(lines)])
    return [*lines, "责任编辑：王芳", "【打印】【关闭】"], bodies


def spans(lines):
    """First and last line of each text found."""
    found = reading_json(parse_text(SourceText("page", tuple(lines))))
    return [d["lines"] for d in found["documents"]]


@pytest.mark.parametrize("between", [(), ("[图片]",), ("----------------",)])
@pytest.mark.parametrize("head", RUNNING)
def test_running_headings_are_no_line_of_the_texts(head, between):
    lines, bodies = page(head, addressed=True, between=between)
    assert spans(lines) == bodies


@pytest.mark.parametrize("head", RUNNING)
def test_texts_without_an_address(head):
    lines, bodies = page(head, addressed=False)
    assert spans(lines) == bodies


@pytest.mark.parametrize("head", OWN)
def test_titles_and_names_begin_their_texts(head):
    lines, bodies = page(head, addressed=True)
    assert spans(lines) == [[start - 1, end] for start, end in bodies]


def test_addresses_alone():
    lines, bodies = page("　", addressed=True)
    assert spans(lines) == bodies


def test_bare_numbers_right_above_addresses():
    lines, bodies = page("（{cn}）", addressed=True)
    assert spans(lines) == bodies


def test_the_word_for_a_sample_is_no_name():
    found = reading_json(parse_text(SourceText("page", tuple(page("范本{cn}", addressed=True)[0]))))
    assert [d["speaker"] for d in found["documents"]] == [None, None, None]
