"""Kinds of act, demand and deed are told from others that are said in the same words."""

from __future__ import annotations

import pytest

from drafter.drafting.setting.matters import deeds_in, demanded_in, matters_of


@pytest.mark.parametrize(
    ("said", "kind", "found"),
    [
        ("年轻人把腿脚不便的老人背下楼", "〔曾年高〕", False),
        ("七十多岁还在渡口撑船", "〔曾年高〕", True),
        ("第一个夜班守到天亮", "〔曾顶上〕", False),
        ("第一个跳进水里", "〔曾顶上〕", True),
        ("送奶十年没有请过一天假", "〔曾作假〕", False),
        ("虚报工时、冒领补贴", "〔曾作假〕", True),
        ("七十五岁的老人搬上了一楼", "〔曾年高〕", False),
    ],
)
def test_a_deed_is_that_of_who_did_it(said: str, kind: str, found: bool) -> None:
    assert (frozenset({kind}) in deeds_in(said)) is found


@pytest.mark.parametrize(
    ("said", "kind", "found"),
    [
        ("谁签字谁负责。", "〔要签名负责〕", True),
        ("谁的山头谁负责。", "〔要签名负责〕", False),
        ("谁的山头谁负责。", "〔要谁负责〕", True),
        ("请假必须当面说。", "〔要说清楚〕", False),
        ("退件必须写清理由。", "〔要说清楚〕", True),
        ("下村不许让村干部陪同。", "〔要减负〕", False),
        ("下村不许让村干部陪同。", "〔要不做样〕", True),
        ("同一件事不许重复报表。", "〔要减负〕", True),
        ("锅里的饭还热着，说明有人惦记。", "〔要说清楚〕", False),
        ("散了场，大家都舍不得走。", "〔要禁令〕", False),
        ("谁检查谁签字。", "〔要追究〕", False),
        ("丢了料先查谁，账上写着。", "〔要追究〕", True),
        ("巡井开通报修电话。", "〔要通报〕", False),
        ("年底前各车间要清一次仓。", "〔要事前〕", False),
    ],
)
def test_a_demand_is_told_from_one_of_like_words(said: str, kind: str, found: bool) -> None:
    assert (frozenset({kind}) in demanded_in(said)) is found


@pytest.mark.parametrize(
    ("measure", "kind", "found"),
    [
        ("网上清理谣言", "（网上办）", False),
        ("网上清理谣言", "（清除）", False),
        ("网上申请、自动比对", "（网上办）", True),
        ("引导企业错峰生产", "（引企业）", False),
        ("引进加工企业", "（引企业）", True),
        ("补齐公厕缺口", "（补上）", False),
        ("补栽枯死苗木", "（补上）", True),
    ],
)
def test_an_act_is_told_from_one_of_like_words(measure: str, kind: str, found: bool) -> None:
    assert (kind in matters_of(measure)) is found
