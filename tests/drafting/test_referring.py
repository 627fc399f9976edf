"""A topic is named once in a paragraph; then it is called what it is."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.wording.referring import _named

TERRACES: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全县老旧梯田加固修复工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "老旧梯田加固修复"},
    "依据": ["落实市农业农村工作会议部署"],
    "成绩": ["已勘测梯田3.2万亩"],
    "问题": ["田坎垮塌处没有及时修补"],
    "要点": [
        {"着眼": "形势", "内容": ["老旧梯田加固修复是山里人的饭碗"]},
        {"着眼": "任务", "内容": [{"任务": "砌牢田坎", "措施": ["用石块分段砌筑"]}]},
        {"着眼": "责任"},
    ],
    "号召": {"目标": "让老旧梯田加固修复惠及每一户"},
    "篇幅": 1500,
}
TOPIC = TERRACES["主题"]["名称"]


@pytest.mark.parametrize("seed", range(6))
def test_the_opening_names_its_topic_and_then_refers_to_it(bank: Bank, seed: int) -> None:
    paragraphs = draft(make_brief(TERRACES), bank=bank, seed=seed).speech.paragraphs
    for paragraph in paragraphs:
        if paragraph.role in ("opening", "body", "closing"):
            told = [s.text for s in paragraph.sentences if s.origin != "brief"]
            heads = [t for t in told if t.startswith((TOPIC, f"做好{TOPIC}", f"抓好{TOPIC}"))]
            assert len(heads) < 2
    whole = "".join(p.text for p in paragraphs)
    # What the brief says is said as it says it.
    assert "老旧梯田加固修复是山里人的饭碗" in whole
    assert "老旧梯田加固修复惠及每一户" in whole


def test_some_draft_refers_to_its_topic(bank: Bank) -> None:
    made = [draft(make_brief(TERRACES), bank=bank, seed=seed) for seed in range(16)]
    assert any("这项工作" in p.text for one in made for p in one.speech.paragraphs)


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("做好老旧梯田加固修复工作，是当务之急。", True),
        ("开好老旧梯田加固修复动员会，是第一步。", False),
        ("把老旧梯田加固修复任务分下去。", False),
        ("老旧梯田加固修复抓实了，日子就有了底。", True),
        ("全县老旧梯田加固修复开了头。", False),
    ],
)
def test_only_the_work_itself_is_referred_to(sentence: str, stands: bool) -> None:
    assert (_named(TOPIC).search(sentence) is not None) == stands
