"""Markdown loses its marks and keeps its line numbers."""

from __future__ import annotations

import pytest

from drafter.reading.sources.markdown import read_markdown


def lines(text: str) -> list[str]:
    return read_markdown(text.encode())


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# 在动员会上的讲话", "在动员会上的讲话"),
        ("### 一、提高认识 ###", "一、提高认识"),
        ("**同志们：**", "同志们："),
        ("要强化**责任**落实", "要强化责任落实"),
        ("> 刚才，大家作了发言。", "刚才，大家作了发言。"),
        ("- 一是抓学习", "一是抓学习"),
        ("1. 抓学习", "1. 抓学习"),
        ("2\\. 抓落实", "2. 抓落实"),
        ("见[通报](http://example.com/a)。", "见通报。"),
        ("![合影](a.png)谢谢大家！", "谢谢大家！"),
        ("产值 3*5*2 亿元", "产值 352 亿元"),
        ("***局的李**同志", "***局的李**同志"),
        ("在**市工作时", "在**市工作时"),
        ("---", ""),
        ("a&amp;b", "a&b"),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert lines(marked) == [plain]


def test_line_numbers_stay() -> None:
    text = "---\ntitle: 讲话\n---\n# 标题\n\n```\n一、正文\n```\n同志们："
    assert lines(text) == ["", "", "", "标题", "", "", "一、正文", "", "同志们："]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert lines("---\n同志们：") == ["", "同志们："]
