"""Amounts and days as clerks write them, and what could mean two things."""

from __future__ import annotations

import pytest

from drafter.brief import parse_brief
from drafter.errors import BriefError

from .typed import GOOD, wrong

BRIEF = """\
文种: 动员讲话
会议: 清雪会
时间: 2026年6月1日
单位: {名称: 石桥镇}
主题: {名称: 清雪}
篇幅: 3000字左右
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("篇幅: 约3000字", 3000),
        ("篇幅: 三千五百字左右", 3500),
        ("篇幅: ３,０００", 3000),
        ("时长: 半小时", 6600),
        ("时长: 一刻钟", 3300),
        ("时长: 8分30秒", 1870),
        ("时长: 一个半小时", 19_800),
        ("时长: 两小时半", 33_000),
        ("时长: 1小时20分钟", 17_600),
        ("时长: 15 min", 3300),
        ("时长: 十五分钟", 3300),
        ("时长: 1.5小时\n语速: 200字/分钟", 18_000),
    ],
)
def test_amounts_as_clerks_write_them(written: str, meant: int):
    assert parse_brief(BRIEF.replace("篇幅: 3000字左右", written)).target == meant


@pytest.mark.parametrize(
    "written",
    [
        "篇幅: 3000-3500字",
        "篇幅: 两千五",
        "篇幅: 15分钟",
        "时长: 3000字",
        "篇幅: 1e400",
        "时长: 快",
    ],
)
def test_an_amount_that_could_mean_two_things_says_what_to_write(written: str):
    with pytest.raises(BriefError) as caught:
        parse_brief(BRIEF.replace("篇幅: 3000字左右", written), name="b.yaml")
    (line,) = caught.value.lines()
    assert line.startswith("b.yaml:6:5: B005")
    assert "，如 " in line


@pytest.mark.parametrize(
    "written",
    [
        "2026年6月1日（星期一）上午9点",
        "２０２６.6.1",
        "2026-06-01 09:00",
        "2026/6/1 周一 下午2点半",
        "2026年6月1日（星期一）上午9:00—11:30",
        "2026年6月1日 上午九点至十一点",
        "20260601",
        "二〇二六年六月一日",
        "二○二六年六月一日上午九点",
    ],
)
def test_a_day_may_stand_with_its_hour(written: str):
    date = parse_brief(BRIEF.replace("2026年6月1日", written)).date
    assert date is not None
    assert date.isoformat() == "2026-06-01"


@pytest.mark.parametrize(
    "written",
    ["2026年6月1日至3日", "二〇二六年六月一日至三日", "20261399", "二〇二六年十三月一日"],
)
def test_days_in_a_row_and_days_that_are_none_are_no_day(written: str):
    with pytest.raises(BriefError, match="不是日期"):
        parse_brief(BRIEF.replace("2026年6月1日", written))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-02-30", "没有这一天"),
        ("2026年13月1日", "没有这一天"),
        ("6月1日上午", "少了年份"),
        ("26.6.1", "年份要写四位"),
        ("2026年6月1日至3日", "不是日期（连开几天的只写第一天）"),
        ("下周三", "不是日期"),
    ],
)
def test_what_is_no_day_is_told_why(written: str, said: str):
    with pytest.raises(BriefError) as caught:
        parse_brief(BRIEF.replace("2026年6月1日", written), name="b.yaml")
    (line,) = caught.value.lines()
    assert f"，{said}" in line
    assert line.endswith("应写成 2026-11-21 这样")


@pytest.mark.parametrize("said", ["2026-06-01 星期二", "2026年6月1日（周日）上午9点"])
def test_a_day_and_another_weekday_are_to_be_compared(said: str):
    (line,) = wrong(GOOD.replace("2026年6月1日", said))
    assert "那一天是星期一，日期和星期对不上" in line


def test_a_day_with_its_weekday_is_that_day():
    brief = parse_brief(GOOD.replace("2026年6月1日", "2026年6月1日（星期一）"))
    assert str(brief.date) == "2026-06-01"
