"""People of everyday words, by what is said of people alone."""

from __future__ import annotations

import pytest

from drafter.text.acting_people import find_acting_people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("四班的江涛同学扶起了老人。", "江涛"),
        ("巡线员高远在雪里走了一夜。", "高远"),
        ("民警雷鸣帮他找到了家。", "雷鸣"),
        ("水泵旁的杨帆跳进了渠里。", "杨帆"),
        ("绘图员文静把图纸改了九遍。", "文静"),
        ("设计室的贺工走遍了山沟。", "贺工"),
        ("晓峰队长先下了水。", "晓峰"),
        ("队里的谭工守到天亮。", "谭工"),
    ],
)
def test_who_is_called_by_everyday_words_is_found(text: str, name: str) -> None:
    assert name in {text[start:end] for start, end in find_acting_people(text)}


@pytest.mark.parametrize(
    "text",
    [
        "教师安静地听，学生高峰时段不出门。",
        "高山挡不住有心人，江河不拒细流。",
        "乡亲们穿过田野回家，黄金也买不来时间。",
        "工匠高峰论坛办得热闹，建设局长来了。",
    ],
)
def test_everyday_words_are_nobody(text: str) -> None:
    assert list(find_acting_people(text)) == []
