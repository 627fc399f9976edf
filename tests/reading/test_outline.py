"""Nesting of enumerators, whatever glyphs a text uses."""

import pytest

from drafter.reading.headings import HeadingLine, heading_ends
from drafter.reading.model import SourceText
from drafter.reading.outline import Mark, nest
from drafter.reading.parsing import parse_text
from drafter.text.enumerators import find_enumerator


def levels(*enumerators: str) -> list[int | None]:
    """The level of each line made of an enumerator and a few words; None for no heading."""
    lines = [f"{e}加强领导狠抓落实" for e in enumerators]
    marks = [Mark(i, 100 * i, e) for i, line in enumerate(lines) if (e := find_enumerator(line))]
    found = {m.row: level for m, level in nest(marks, 100 * len(lines))}
    return [found.get(i) for i in range(len(lines))]


@pytest.mark.parametrize(
    ("enumerators", "expected"),
    [
        (("一、", "（一）", "1.", "2.", "（二）", "二、", "1.", "2."), [1, 2, 3, 3, 2, 1, 2, 2]),
        (("一、", "一是", "二是", "二、", "第一，", "第二，"), [1, 2, 2, 1, 2, 2]),
        (("第一部分", "一、", "二、", "第二部分", "一、", "二、"), [1, 2, 2, 1, 2, 2]),
        (("（一）", "一、", "二、", "（二）", "一、"), [1, 2, 2, 1, 2]),
        (("1、", "（1）", "（2）", "2、", "3、"), [1, 2, 2, 1, 1]),
        (("1、", "（一）", "（二）", "2、", "（一）"), [1, 2, 2, 1, 2]),
        (("一、", "一是", "二是", "（一）", "（二）", "二、"), [1, 2, 2, 2, 2, 1]),
        (("一、", "①", "②", "③", "二、"), [1, 2, 2, 2, 1]),
        (("第一，", "一是", "二是", "第二，", "一是", "二是"), [1, 2, 2, 1, 2, 2]),
    ],
)
def test_levels(enumerators, expected):
    assert levels(*enumerators) == expected


@pytest.mark.parametrize(
    ("enumerators", "expected"),
    [(("一、", "三、", "四、"), [1, 1, 1]), (("一、", "二、", "二、", "三、"), [1, 1, 1, 1])],
)
def test_gaps_and_repeats_do_not_break_a_series(enumerators, expected):
    assert levels(*enumerators) == expected


def test_an_outline_inside_the_opening_is_no_heading():
    # The opening lists its points in three short lines; the text itself is five times as long.
    lines = ["一是", "二是", "三是", "一、", "（一）", "（二）", "二、", "（一）", "三、", "（一）"]
    assert levels(*lines) == [None, None, None, 1, 2, 2, 1, 2, 1, 2]


def test_a_verb_counts_beside_its_sibling_only():
    assert levels("一靠", "二靠", "三靠") == [1, 1, 1]
    assert levels("一靠") == [None]


def ends(*lines: str) -> list[str]:
    given = []
    for line in lines:
        found = find_enumerator(line)
        assert found is not None
        given.append(HeadingLine(line, found.width, 1, found.rank))
    return [line[:end] for line, end in zip(lines, heading_ends(given), strict=True)]


def test_a_heading_ends_at_its_first_stop():
    assert ends("一、抓学习。要带头学。", "二、抓作风：以上率下。") == ["一、抓学习", "二、抓作风"]


def test_the_mark_after_an_enumerator_is_no_stop():
    assert ends("第一：抓学习。要带头学。") == ["第一：抓学习"]


def test_a_heading_alone_ends_with_its_line():
    assert ends("一、提高思想认识，增强紧迫感") == ["一、提高思想认识，增强紧迫感"]


def test_body_glued_after_a_space():
    heading = "一、强化组织领导，确保森林防火各项措施落实到位"
    assert ends(heading + " 今年以来降水偏少，各地务必提高警惕，严防死守。") == [heading]


def test_body_glued_without_anything():
    said = ends(
        "一、提高认识，增强做好防汛工作的责任感",
        "二、突出重点，全面落实防汛抗旱各项任务"
        "我县防汛抗旱工作点多面广，各乡镇要紧盯薄弱环节，逐一排查整改。",
        "三、压实责任，形成齐抓共管的工作合力",
    )
    assert said[1] == "二、突出重点，全面落实防汛抗旱各项任务"


def test_a_long_first_sentence_that_sounds_whole_is_not_cut():
    heading = "一、深入学习贯彻上级会议精神，进一步增强做好新时代老龄工作的责任感和使命感"
    assert ends(heading + "。老龄工作关系千家万户。") == [heading]


def test_what_a_text_says_of_a_year_is_no_heading():
    text = [
        "各位代表：",
        "现在我代表镇政府报告工作，请予审议。",
        "一、工作回顾",
        "2021年，全镇完成投资三亿元，增长一成。",
    ]
    (speech,) = parse_text(SourceText("text", tuple(text))).speeches
    assert [label for _, label, _ in speech.outline()] == ["一"]


def said_headings(*lines):
    """Level, label and text of the headings of a speech with these lines."""
    (speech,) = parse_text(SourceText("t", ("同志们：", *lines))).speeches
    return speech.outline()


GOES_ON = "今后要把它当作头等大事来抓，一件一件落实，一项一项验收。"


def test_a_body_glued_to_a_heading_of_its_siblings_metre():
    lines = (
        f"一是勤学习，做懂行的人商会工作涉及许多方面，我还不熟悉。{GOES_ON}",
        f"二是强服务，做贴心的人。{GOES_ON}",
        f"三是重公益，做暖心的人。{GOES_ON}",
    )
    assert [text for _, _, text in said_headings(*lines)] == [
        "一是勤学习，做懂行的人",
        "二是强服务，做贴心的人",
        "三是重公益，做暖心的人",
    ]


def test_a_comma_parts_no_heading_from_its_body():
    lines = (
        f"一、加强廉政建设。{GOES_ON}",
        f"二、突出园区建设，着力壮大工业经济。{GOES_ON}",
        f"三、提高行政效能。{GOES_ON}",
    )
    assert said_headings(*lines)[1][2] == "二、突出园区建设，着力壮大工业经济"


def test_a_time_opens_the_body_glued_to_a_couplet():
    lines = (
        f"一、认清形势，保持永远在路上的清醒去年以来，全局认真做了不少事，群众是看得到的，有目共睹。{GOES_ON}",
        f"二、聚焦重点，推动各项任务落地。{GOES_ON}",
        f"三、落实责任，形成齐抓共管的格局。{GOES_ON}",
    )
    assert said_headings(*lines)[0][2] == "一、认清形势，保持永远在路上的清醒"


def test_a_list_the_text_turns_to_stands_beside_the_points_above():
    lines = (
        "一、去年的工作",
        f"（一）生产稳步增长。{GOES_ON}",
        f"（二）管理不断加强。{GOES_ON}",
        "在总结成绩的同时，我们也要看到存在的不足：",
        f"一是人才不足。{GOES_ON}",
        f"二是资金紧张。{GOES_ON}",
        f"二、今年的任务。{GOES_ON}",
    )
    assert [level for level, _, _ in said_headings(*lines)] == [1, 2, 2, 2, 2, 1]


def test_digits_without_a_mark_number_points_beside_their_siblings_only():
    lines = (
        "一、近期工作",
        f"1社保扩面超额完成。{GOES_ON}",
        f"2招聘活动办得好。{GOES_ON}",
        f"二、下步打算。{GOES_ON}",
    )
    assert [label for _, label, _ in said_headings(*lines)] == ["一", "1", "2", "二"]
    assert find_enumerator("3月份完成扩面任务") is None


def test_a_grade_is_no_second_number():
    assert find_enumerator("二、八年级学生的特点").number == 2
    assert find_enumerator("三、四年级学生的特点") is None
