"""What is said of one season alone stands in no speech of the other."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.seasons import out_of_season

BRIEF: dict[str, Any] = {
    "文种": "动员讲话",
    "会议": "商铺消防整治动员会",
    "单位": {"名称": "青坪镇", "层级": "镇"},
    "主题": {"名称": "消防安全整治", "领域": "消防安全"},
    "要点": [{"着眼": "任务", "内容": ["店里不准住人"]}, {"着眼": "责任"}],
    "篇幅": 2600,
}


@pytest.mark.parametrize(
    ("more", "out", "stays"),
    [
        ({"主题": {"名称": "夏季消防检查"}}, "烟花", "高温"),
        ({"时间": "2026-07-02"}, "取暖", "汛期"),
        ({"主题": {"名称": "冬春火灾防控"}, "时间": "2026-07-02"}, "高温", "取暖"),
        ({"问题": ["冬天烤火没人管"], "时间": "2026-07-02"}, "汛期", "取暖"),
    ],
)
def test_a_season_is_told_by_the_words_before_the_date(more: Any, out: str, stays: str) -> None:
    words = out_of_season(make_brief(BRIEF | more))
    assert out in words
    assert stays not in words


def test_where_nothing_tells_a_season_any_may_be_spoken_of() -> None:
    assert out_of_season(make_brief(BRIEF)) == ()
    assert out_of_season(make_brief(BRIEF | {"时间": "2026-04-02"})) == ()


def test_no_speech_of_the_summer_speaks_of_winter(bank: Bank) -> None:
    brief = make_brief(BRIEF | {"时间": "2026-07-02"})
    for seed in range(6):
        text = "".join(p.text for p in draft(brief, bank=bank, seed=seed).speech.paragraphs)
        assert not [word for word in out_of_season(brief) if word in text]
