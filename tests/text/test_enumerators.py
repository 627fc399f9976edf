"""Enumerators at the start of a line, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.enumerators import find_enumerator
from drafter.text.folding import fold_punctuation, to_half_digits
from drafter.text.numerals import chinese, enumerator, ordinal


@pytest.mark.parametrize(
    ("line", "label", "number", "heading"),
    [
        ("一、统一思想", "一", 1, "统一思想"),
        ("一、7月底前清完楼道", "一", 1, "7月底前清完楼道"),
        ("二、3至5天办结", "二", 2, "3至5天办结"),
        ("二. 抓好落实", "二", 2, "抓好落实"),
        ("十二、加强领导", "十二", 12, "加强领导"),
        ("（三）压实责任", "三", 3, "压实责任"),
        ("(三)压实责任", "三", 3, "压实责任"),
        ("第二部分  明年打算", "二", 2, "明年打算"),
        ("第一，学习要深", "一", 1, "学习要深"),
        ("第三点希望，常怀感恩", "三", 3, "常怀感恩"),
        ("1.扩大规模", "1", 1, "扩大规模"),
        ("2、2023年打算", "2", 2, "2023年打算"),
        ("一、一年来工作回顾", "一", 1, "一年来工作回顾"),
        ("二、五年的主要成绩", "二", 2, "五年的主要成绩"),
        ("1.2023年打算", "1", 1, "2023年打算"),
        ("（4）抓质量", "4", 4, "抓质量"),
        ("5）抓安全", "5", 5, "抓安全"),
        ("③公与私", "③", 3, "公与私"),
        ("⑵重锻炼", "⑵", 2, "重锻炼"),
        ("一是抓学习", "一", 1, "抓学习"),
        ("二要抓作风", "二", 2, "抓作风"),
        ("其一，立德", "一", 1, "立德"),
        ("**一、搭平台**", "一", 1, "搭平台**"),
    ],
)
def test_enumerators(line, label, number, heading):
    folded = to_half_digits(fold_punctuation(line))
    found = find_enumerator(folded)
    assert found is not None
    assert (found.label, found.number, folded[found.width :]) == (label, number, heading)


@pytest.mark.parametrize(
    "line",
    [
        "2011年全县生产总值增长",
        "一年来，我们坚持",
        "一直以来，公司重视人才",
        "十年来的实践证明",
        "1.5万名群众受益",
        "第一书记要扑下身子",
        "第一季度完成投资",
        "第一要务是发展",
        "一、二等奖得主",
        "3、4月份是关键",
        "一些单位行动迟缓",
        "一是一，二是二",
        "（1978）年以来",
        "",
    ],
)
def test_no_enumerators(line):
    assert find_enumerator(line) is None


def test_a_verb_after_a_number_needs_a_sibling():
    found = find_enumerator("一靠改革")
    assert found is not None
    assert not found.sure


@given(st.integers(1, 4), st.integers(1, 99))
def test_written_enumerators_are_read_again(level, number):
    found = find_enumerator(enumerator(level, number) + "加强领导")
    assert found is not None
    assert found.number == number


@given(st.integers(1, 2), st.integers(1, 300))
def test_as_many_points_as_a_brief_may_have_are_read_again(level, number):
    found = find_enumerator(enumerator(level, number) + "加强领导")
    assert found is not None
    assert found.number == number


@given(st.integers(0, 9999))
def test_numbers_come_back(number):
    assert ordinal(chinese(number)) == number


@pytest.mark.parametrize(
    ("label", "number"), [("㈢", 3), ("Ⅳ", 4), ("⒌", 5), ("❷", 2), ("１２", 12)]
)
def test_ordinals_of_single_characters(label, number):
    assert ordinal(label) == number
