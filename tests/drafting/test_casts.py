"""A speech on one part of its field hears of nobody whom its brief does not have about."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank, Pattern
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.casts import cast_named, cast_of
from drafter.resources import read_data

FIRMS = "督促企业把每一道工序的责任写清楚。屡查屡犯的经营者依法处理，直到退出市场。"


def passage(frame: str, **changes: Any) -> Pattern:
    kept: dict[str, Any] = {"part": "points", "move": "measure", "area": "食品药品安全"}
    return Pattern(id="t", pack="t", frame=frame, origin="authored", **kept | changes)


def test_a_passage_of_a_field_brings_on_whom_it_names() -> None:
    assert cast_of(passage(FIRMS)) >= {"企业"}
    assert not cast_of(passage("一件一件查清楚，查到哪里改到哪里。"))
    # Words for things of any field have their backdrops.
    assert not cast_of(passage(FIRMS, area=None))


@pytest.mark.parametrize(
    ("told", "level", "named"),
    [
        ("逐校检查后厨和库房", "县", {"师生", "吃饭"}),
        ("督促食品生产企业自查", "县", {"企业", "吃饭"}),
        # The office that reports is no market.
        ("县市场监管局通报检查情况", "县", set()),
        ("查一遍库房", "企业", {"企业"}),
    ],
)
def test_a_brief_and_its_unit_have_about_whom_they_name(
    told: str, level: str, named: set[str]
) -> None:
    assert cast_named(content_of(told), level) >= named
    assert ("企业" in cast_named(content_of(told), level)) == ("企业" in named)


@pytest.mark.parametrize("name", sorted(read_data("casts.yaml")))
def test_whoever_is_shown_can_be_named(name: str) -> None:
    """What is brought on by its own name is named by it as well, in runs of three at most."""
    assert name in cast_of(passage(f"这里讲的是{SHOWN[name]}。"))
    assert name in cast_named(content_of(SHOWN[name]), "县")


SHOWN = {
    "企业": "企业", "药品": "药品", "农户": "农户", "耕地": "耕地", "医护": "医护人员",
    "师生": "学生", "路上": "道路交通", "工地": "工地", "小区": "小区", "村里": "村民",
    "窗口": "窗口", "救援": "应急预案", "商户": "商户", "游客": "游客", "支部": "党支部",
    "贷款": "贷款", "招标": "招标", "舆情": "舆情", "处罚": "处罚", "老人": "老人",
    "山林": "森林", "江河": "水库", "矿井": "矿井", "危化": "危化", "燃气": "燃气",
    "火灾": "火灾", "上访": "信访", "吃饭": "食堂", "垃圾": "垃圾", "求职": "就业",
    "参保": "医保", "文物": "文物", "投资": "招商",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_no_firms_in_a_speech_on_school_canteens(bank: Bank, seed: int) -> None:
    brief = make_brief(
        {
            "文种": "部署讲话",
            "会议": "全县校园食堂食品安全工作会议",
            "单位": {"名称": "禾川县", "层级": "县"},
            "主题": {"名称": "校园食堂食品安全工作", "领域": "食品安全"},
            "要点": [
                {"着眼": "认识", "内容": ["食堂的饭菜一天三顿都不能出问题"]},
                {"着眼": "任务", "内容": [{"任务": "开学前把食堂查一遍", "措施": ["逐校检查"]}]},
                {"着眼": "责任", "内容": ["校长是第一责任人"]},
            ],
            "篇幅": 1500,
        }
    )
    text = "".join(p.text for p in draft(brief, bank=bank, seed=seed).speech.paragraphs)
    for other in ("农药", "药店", "摊贩", "景区"):
        assert other not in text
