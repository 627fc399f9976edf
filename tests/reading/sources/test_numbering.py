"""Automatic numbers come out as the text they print."""

from __future__ import annotations

import pytest

from drafter.reading.sources.docx import read_docx
from drafter.reading.sources.numberforms import written


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        ("chineseCounting", 1, "一"),
        ("chineseCountingThousand", 12, "十二"),
        ("japaneseCounting", 21, "二十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 3, "叁"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 13, "子"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 3, "C"),
        ("decimal", 15, "15"),
        ("somethingNew", 4, "4"),
        ("chineseCounting", 0, "零"),
    ],
)
def test_number_formats(form: str, number: int, text: str) -> None:
    assert written(number, form) == text


def level(number: int, text: str, form: str = "chineseCounting", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def use(number: int, name: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{name}"/>{more}</w:num>'


def at(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


SPEECH = definition(
    0,
    level(0, "%1、"),
    level(1, "（%2）"),
    level(2, "%3.", "decimal"),
)


@pytest.fixture
def numbered(make_docx, paragraph):
    """The lines of a document from (text, properties) pairs and its numbering and styles."""

    def read(paragraphs, numbering: str, styles: str = "") -> list[str]:
        body = "".join(paragraph(text, properties) for text, properties in paragraphs)
        return read_docx(make_docx(body, numbering=numbering, styles=styles))

    return read


def test_levels_count_and_begin_anew_under_each_heading(numbered) -> None:
    paragraphs = [
        ("提高认识", at(1)),
        ("强化学习", at(1, 1)),
        ("抓集中学", at(1, 2)),
        ("抓自学", at(1, 2)),
        ("正文", ""),
        ("统一思想", at(1, 1)),
        ("抓好落实", at(1)),
        ("明确任务", at(1, 1)),
    ]
    assert numbered(paragraphs, SPEECH + use(1, 0)) == [
        "一、提高认识",
        "（一）强化学习",
        "1.抓集中学",
        "2.抓自学",
        "正文",
        "（二）统一思想",
        "二、抓好落实",
        "（一）明确任务",
    ]


def test_words_around_the_number_and_the_space_after_it(numbered) -> None:
    numbering = definition(0, level(0, "第%1部分")) + use(1, 0)
    nothing = definition(2, level(0, "第%1部分", more='<w:suff w:val="nothing"/>')) + use(3, 2)
    assert numbered([("总体情况", at(1))], numbering) == ["第一部分 总体情况"]
    assert numbered([("总体情况", at(3))], nothing) == ["第一部分总体情况"]


def test_two_lists_of_one_definition_count_together_unless_one_starts_anew(numbered) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = SPEECH + use(1, 0) + use(2, 0) + use(3, 0, anew)
    paragraphs = [("甲", at(1)), ("乙", at(2)), ("丙", at(3)), ("丁", at(3))]
    assert numbered(paragraphs, numbering) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_list_may_change_a_level(numbered) -> None:
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "%1）", "decimal")}</w:lvlOverride>'
    assert numbered([("甲", at(1))], SPEECH + use(1, 0, changed)) == ["1）甲"]


def test_bullets_and_numbers_switched_off_print_nothing(numbered) -> None:
    numbering = definition(0, level(0, "\uf06c", "bullet"), level(1, "", "none")) + use(1, 0)
    paragraphs = [("甲", at(1)), ("乙", at(1, 1)), ("丙", at(0)), ("丁", at(9))]
    assert numbered(paragraphs, numbering) == ["甲", "乙", "丙", "丁"]


def test_a_style_can_carry_the_number_and_pass_it_on(numbered) -> None:
    styles = (
        f'<w:style w:styleId="H1"><w:pPr>{at(1)}</w:pPr></w:style>'
        '<w:style w:styleId="H1a"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="X"><w:basedOn w:val="Y"/></w:style>'
        '<w:style w:styleId="Y"><w:basedOn w:val="X"/></w:style>'
    )
    linked = definition(0, level(0, "%1、"), level(1, "（%2）", more='<w:pStyle w:val="H2"/>'))
    names = ("H1", "H2", "H1a", "X")
    paragraphs = [(name, f'<w:pStyle w:val="{name}"/>') for name in names]
    paragraphs.append(("不编号", f'<w:pStyle w:val="H1"/>{at(0)}'))
    expected = ["一、H1", "（一）H2", "二、H1a", "X", "不编号"]
    assert numbered(paragraphs, linked + use(1, 0), styles) == expected


def test_a_definition_may_point_to_a_numbering_style(numbered) -> None:
    styles = f'<w:style w:styleId="L"><w:pPr>{at(1)}</w:pPr></w:style>'
    pointing = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    assert numbered([("甲", at(2))], SPEECH + pointing + use(1, 0) + use(2, 5), styles) == [
        "一、甲"
    ]


def test_legal_numbers_show_every_level_in_arabic_digits(numbered) -> None:
    numbering = definition(0, level(0, "%1、"), level(1, "%1.%2", more="<w:isLgl/>")) + use(1, 0)
    assert numbered([("甲", at(1)), ("乙", at(1, 1))], numbering) == ["一、甲", "1.1 乙"]


def test_a_level_told_not_to_restart_goes_on(numbered) -> None:
    numbering = definition(
        0, level(0, "%1、"), level(1, "%2.", "decimal", '<w:lvlRestart w:val="0"/>')
    ) + use(1, 0)
    paragraphs = [("甲", at(1)), ("乙", at(1, 1)), ("丙", at(1)), ("丁", at(1, 1))]
    assert numbered(paragraphs, numbering) == ["一、甲", "1.乙", "二、丙", "2.丁"]


def test_an_empty_numbered_paragraph_counts_and_prints_nothing(numbered) -> None:
    paragraphs = [("甲", at(1)), ("", at(1)), ("丙", at(1))]
    assert numbered(paragraphs, SPEECH + use(1, 0)) == ["一、甲", "", "三、丙"]
