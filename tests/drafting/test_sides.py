"""Sides: what a point on 作风 or 保障 is on, told by the user's own words."""

from __future__ import annotations

import pytest

from drafter.brief import parse_brief
from drafter.brief.model import Point
from drafter.drafting import draft
from drafter.drafting.planning.arcs import focus_of
from drafter.drafting.setting.genre import ArcPoint
from drafter.drafting.setting.genres import load_genre

BRIEF = """
文种: 任职表态
会议: 全站职工大会
时间: 2026-03-02
讲话人: {姓名: 方玉, 职务: 站长}
单位: {名称: 白石水文站, 层级: 单位}
主题: {名称: 担任白石水文站站长}
要点:
  - 着眼: 任务
    内容:
      - {任务: 修好上游三处测井, 时限: 今年汛期前}
  - 着眼: 作风
    内容: [SAID]
篇幅: 700
"""
HONEST = ("权力", "廉", "清白", "干净", "底线")


def focus(genre: str, named: str, *content: str) -> str:
    point = Point(focus=named, content=list(content))
    return focus_of(point, 0, ArcPoint("任务"), load_genre(genre))


@pytest.mark.parametrize(
    ("named", "content", "side"),
    [
        ("作风", ["每周到测点走一回"], "为民"),
        ("作风", ["当天的报表当天核完"], "务实"),
        ("作风", ["不收施工方一分钱"], "作风"),
        ("作风", ["不收礼金", "常到一线走访"], "作风"),
        ("作风", ["大事班子集体商量"], "保障"),
        ("作风", ["晚上坚持自学两小时"], "认识"),
        ("保障", ["把职工宿舍的取暖修好"], "关爱"),
        ("保障", ["重大事项集体讨论"], "保障"),
        ("保障", ["大额开支集体定，贴在食堂门口"], "保障"),
    ],
)
def test_a_point_is_on_the_side_that_its_words_show(
    named: str, content: list[str], side: str
) -> None:
    assert focus("inauguration", named, *content) == side


def test_without_words_of_its_own_a_focus_is_what_most_mean_by_it() -> None:
    assert focus("inauguration", "作风") == "作风"


def test_a_genre_without_such_a_point_has_the_focus_itself() -> None:
    assert focus("deployment", "作风", "每周到测点走一回") == "作风"
    assert focus("deployment", "为民", "每周到测点走一回") == "作风"


@pytest.mark.parametrize("seed", range(3))
def test_who_promises_to_be_among_the_people_speaks_of_no_money(seed: int) -> None:
    brief = parse_brief(BRIEF.replace("SAID", "每周到测点走一回, 夜里来电话随叫随到"))
    made = draft(brief, seed=seed)
    text = "".join(p.text for p in made.speech.paragraphs)
    assert [word for word in HONEST if word in text] == []


def test_a_promise_with_a_date_is_followed_by_a_word_on_it_not_by_an_order() -> None:
    brief = parse_brief(BRIEF.replace("SAID", "每周到测点走一回, 夜里来电话随叫随到"))
    made = draft(brief, seed=0)
    text = "".join(p.text for p in made.speech.paragraphs)
    assert "按照安排" not in text
