"""People by the word that says who they are, by what they are charged with, and in a row."""

from __future__ import annotations

import pytest

from drafter.text.introduced_people import find_introduced_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("驻村村官方静走访了八户。", ["方静"]),
        ("先进个人邓超群上台发言。", ["邓超群"]),
        ("这件事由范志刚具体负责。", ["范志刚"]),
        ("请邵建明、万里红三位同志上台。", ["邵建明", "万里红"]),
        ("以滕晓月、焉天星为代表的好邻居。", ["滕晓月", "焉天星"]),
        ("村民鲁天有主动扫净了巷子。", ["鲁天有"]),
        ("邻居易大妈送来了饺子。", ["易大妈"]),
        ("特岗教师仇小曼主动留了下来。", ["仇小曼"]),
        ("有一位叫程小满的孩子。", ["程小满"]),
        ("飞行员计云舟在雪里降落。", ["计云舟"]),
    ],
)
def test_whom_a_sentence_says_to_be_somebody_is_found(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find_introduced_people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "这件事由宣传部具体负责。",
        "春耕、秋收三位一体。",
        "各位代表高举旗帜。",
        "先进个人和先进集体都要表扬。",
        "全体党员向前一步。",
        "以质量、安全为代表的指标。",
        "山区教师周转房实现全覆盖。",
        "教师常学常新，教师谈教育，年轻干部马克思主义理论要学深。",
        "帮邻居解解疙瘩，让学生明白走捷径的害处。",
        "有的叫苦，他叫不出名来。",
    ],
)
def test_what_people_do_and_are_is_no_name(text: str) -> None:
    assert list(find_introduced_people(text)) == []
