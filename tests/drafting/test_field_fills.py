"""What is written for a field fills what is asked for; words for any work stop before."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import Draft, draft

THIN: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全县统计工作会议",
    "单位": "安平县人民政府",
    "主题": {"名称": "统计工作", "领域": "统计普查"},
    "要点": [
        {"着眼": "认识"},
        {"着眼": "任务", "内容": [{"任务": "核查企业报表"}, {"任务": "配好乡镇统计员"}]},
        {"着眼": "责任"},
    ],
    "篇幅": 2000,
}
#: The same meeting on something no pack is written for.
ODD = {**THIN, "会议": "全县木偶戏传习会议", "主题": "木偶戏传习"}


def _areas(made: Draft, bank: Bank) -> list[str | None]:
    """The field that each passage under the points is written for; None for any work."""
    said = dict.fromkeys(
        s.pattern
        for p in made.speech.paragraphs
        if p.role == "body" and len(p.sentences) > 1
        for s in p.sentences
        if s.move in ("why", "measure", "mechanism") and s.pattern
    )
    found = [bank.get(pattern) for pattern in said]
    return [p.area for p in found if p is not None]


@pytest.mark.parametrize("seed", range(3))
def test_a_thin_brief_of_a_field_is_filled_by_the_field(bank: Bank, seed: int) -> None:
    made = draft(make_brief(THIN), bank=bank, seed=seed)
    assert made.shortfall is None
    areas = _areas(made, bank)
    assert areas.count("统计普查") > 0.6 * len(areas)


@pytest.mark.parametrize("seed", range(3))
def test_words_for_any_work_do_not_fill_a_thin_brief(bank: Bank, seed: int) -> None:
    made = draft(make_brief(ODD), bank=bank, seed=seed)
    assert made.shortfall is not None
    assert made.shortfall.have < 0.9 * 2000
