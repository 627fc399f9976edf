"""People by the slot of a sentence that a name stands in."""

from __future__ import annotations

import pytest

from drafter.text.slotted_people import find_slotted_people


def _names(text: str) -> list[str]:
    return [text[start:end] for start, end in find_slotted_people(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("牧其昌副局长昨晚又去了一趟泵房。", "牧其昌"),  # a family name that is a word
        ("近日，周来顺常务副县长批了专款。", "周来顺"),  # a given name of grammar
        ("按照钱一鸣部长的意思，再压一周。", "钱一鸣"),
        ("大家都要以巴天佑为榜样。", "巴天佑"),
        ("这一摊由简开来牵头。", "简开来"),
        ("经仰文秀介绍，客商来了三拨。", "仰文秀"),
        ("像殷喜冬这样的党员，村里还有不少。", "殷喜冬"),
        ("请皇甫云老师给大家算一算。", "皇甫云"),  # a family name of two characters
        ("向阎乃同志学习。", "阎乃"),  # a given name of one
        ("街坊都管裘老叫先生。", "裘老"),
        ("石大川老人今年还在看山。", "石大川"),  # what follows a whole name
        ("还有一线职工甘有田，一年没有请过假。", "甘有田"),  # who he is, and a mark
    ],
)
def test_whoever_stands_in_a_slot(text, name):
    assert name in _names(text)


@pytest.mark.parametrize(
    "text",
    [
        "由水利局牵头，一月一调度。",
        "党支部书记要带好头。",
        "房管局长在会上作了检讨。",
        "施工队长到现场看一看。",
        "谢谢同志们，谢谢老师们！",
        "以高标准为标杆，以严要求为抓手。",
        "向先进看齐，向高手请教。",
        "由项目负责人具体对接。",
        "独居老人、空巢老人都要走到，双职工夫妇也要照顾到。",
        "教师周转房、职工安全帽、居民幸福感，件件都是实事。",
        "车间主任、班组长都要到岗。",
    ],
)
def test_nobody_is_named(text):
    assert not _names(text)
