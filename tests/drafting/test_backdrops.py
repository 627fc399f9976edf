"""What shows a setting of its own stands only beside what names such a setting."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank, Pattern
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.matters import matters_of
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.backdrops import backdrops_of, is_out_of_place
from drafter.resources import read_data


def passage(frame: str, **changes: Any) -> Pattern:
    kept: dict[str, Any] = {"about": ("改造", "铺设"), "move": "measure", "area": None}
    return Pattern(
        id="t", pack="t", part="points", frame=frame, origin="authored", **kept | changes
    )


@pytest.mark.parametrize(
    ("frame", "shown"),
    [
        ("进门戴好安全帽，收工关了闸。", {"帽子"}),
        ("生的熟的分开，案板刀具各用各的。", {"灶上"}),
        ("话没有倒干净，什么道理也装不进去。", set()),
        # Figures of speech show nothing.
        ("留一口饭给人家，路才走得长。", set()),
        ("账面上省了，背地里搭进去的是担惊受怕。", set()),
        ("老人孩子多带几步，路才顺得快。", set()),
    ],
)
def test_a_passage_shows_the_settings_that_its_words_are_of(frame: str, shown: set[str]) -> None:
    assert backdrops_of(passage(frame)) == shown


def test_words_for_one_comment_or_one_field_or_nothing_show_none() -> None:
    hats = "进门戴好安全帽，收工关了闸。"
    assert backdrops_of(passage(hats, move="follow", about=("（改时间）",)))
    assert not backdrops_of(passage(hats, move="follow", about=("塔吊检查",)))
    assert not backdrops_of(passage(hats, area="安全生产"))
    assert not backdrops_of(passage(hats, about=()))
    # What each of its own words names is there wherever it is asked for.
    assert not backdrops_of(passage(hats, about=("施工现场", "高处作业")))


@pytest.mark.parametrize(
    ("content", "out"),
    [
        ("改造供水管道，露天管道包扎保温", True),
        ("改造看台，高处作业系安全带", False),
        ("改造校舍，施工期间封闭管理", False),
        ("食材统一招标", True),
    ],
)
def test_it_stands_beside_what_names_the_setting(content: str, out: bool) -> None:
    said = content_of(content) | matters_of(content)
    assert is_out_of_place(frozenset({"帽子"}), said, frozenset(), None) is out


def test_the_heading_names_it_as_well_and_an_unknown_place_names_all() -> None:
    shown = frozenset({"灶上"})
    task = content_of("食材统一招标")
    assert is_out_of_place(shown, task)
    assert not is_out_of_place(shown, task, content_of("管好学校食堂"))
    assert not is_out_of_place(shown, frozenset(), None)
    # A kind of act is no word of the place, whatever characters its name has.
    assert is_out_of_place(frozenset({"撤离"}), frozenset({"（撤销）"}))


def test_each_backdrop_says_what_shows_and_what_names_it() -> None:
    kinds = read_data("backdrops.yaml")
    assert all(set(kind) == {"shows", "names"} for kind in kinds.values())
    assert len(kinds) > 1


@pytest.mark.parametrize("seed", range(3))
def test_no_draft_has_a_setting_that_its_brief_never_names(bank: Bank, seed: int) -> None:
    tasks = [
        {"任务": "改造露天管道", "措施": ["浅埋管道加深覆土", "包扎保温"], "责任": "供水公司"},
        {"任务": "统一采购食材", "措施": ["公开招标", "票证随货同行"]},
        {"任务": "严格考核", "措施": ["半月督查一次", "结果纳入年度考核"]},
        {"任务": "制定备用电源预案", "措施": ["双路供电"]},
    ]
    plain = {
        "文种": "部署讲话",
        "会议": "全县防冻保供部署会",
        "单位": {"名称": "石岭县", "层级": "县"},
        "主题": {"名称": "防冻保供工作"},
        "要点": [{"着眼": "任务", "内容": tasks}],
        "篇幅": 2600,
    }
    made = draft(make_brief(plain), bank=bank, seed=seed)
    text = "".join(p.text for p in made.speech.paragraphs)
    for word in ("帽子", "案板", "后厨", "激励的方式不", "走散"):
        assert word not in text
