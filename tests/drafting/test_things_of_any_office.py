"""What every office is told of (经费, 台账, 考核) has one passage in a speech that is not on it."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.wording.once import things_in


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("要落实经费投入。财务管理部门要统筹安排资金。", {"funds"}),
        ("人员、资金和物资的保障，要随着进度提前到位。", {"funds"}),
        ("建档立账，是为了给人使用。", {"ledgers"}),
        ("要严格责任考核。", {"merit"}),
        # What is named later is not what the passage is on.
        ("要强化跟踪问效。建立重点任务督办台账。", set()),
    ],
)
def test_what_a_passage_is_on_shows_where_it_begins(text: str, things: set[str]) -> None:
    assert things_in(text) == things


def passages_on(thing: str, topic: str, bank: Bank, seed: int) -> int:
    brief = {
        "文种": "部署讲话",
        "会议": "全县工作会议",
        "单位": {"名称": "柳林县应急管理局", "层级": "局"},
        "主题": {"名称": topic},
        "要点": [
            {"着眼": "任务", "内容": [{"任务": "规范企业台账"}, {"任务": "开展隐患排查"}]},
            {"着眼": "责任", "内容": ["完善考核", "落实奖励"]},
            {"着眼": "保障", "内容": ["落实经费", "保障人员经费"]},
        ],
        "篇幅": 1800,
    }
    made = draft(make_brief(brief), bank=bank, seed=seed)
    said = {s.pattern for p in made.speech.paragraphs for s in p.sentences if s.pattern}
    found = [bank.get(pattern) for pattern in said]
    frames = [p.frame for p in found if p and p.part == "points" and p.area is None]
    whole = [f for f in frames if f.count("。") > 1 and len(f) >= 48]
    return sum(thing in things_in(frame) for frame in whole)


@pytest.mark.parametrize("thing", ["funds", "ledgers", "merit"])
def test_one_passage_on_each_is_enough(thing: str, bank: Bank) -> None:
    assert max(passages_on(thing, "企业安全生产", bank, seed) for seed in range(4)) == 1
