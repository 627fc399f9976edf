"""What a brief tells of one person in two places is told in one."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.review import review

DEED = "桥吊司机罗长河操作桥吊19年没有一次差错"
BOOKS = "罗长河的工具箱里有9本笔记，他把笔记复印给了每一个徒弟"
BRIEF: dict[str, Any] = {
    "文种": "党课",
    "会议": "匠心专题党课",
    "单位": {"名称": "临江港务集团", "层级": "集团"},
    "主题": {"名称": "工匠精神", "领域": "企业党建"},
    "成绩": ["集团现有党员一千多名", DEED, "去年节约维修费用80万元"],
    "要点": [
        {"标题": "为什么要讲匠心", "着眼": "认识", "内容": ["港口靠一箱一货立身"]},
        {"标题": "什么是匠心", "着眼": "启示", "内容": ["匠心是长年的坚守", BOOKS]},
        {"标题": "怎样做匠人", "着眼": "任务", "内容": [{"任务": "结好师徒对子"}]},
    ],
    "篇幅": 1500,
}


@pytest.mark.parametrize("seed", range(3))
def test_what_somebody_did_stands_before_what_is_said_of_him(bank: Bank, seed: int) -> None:
    brief = make_brief(BRIEF)
    made = draft(brief, bank=bank, seed=seed)
    text = "".join(p.text for p in made.speech.paragraphs)
    assert f"{DEED}。{BOOKS}。" in text
    assert text.count("19年没有一次差错") == 1
    told = [s for p in made.speech.paragraphs for s in p.sentences if DEED in s.text]
    assert [s.fields for s in told] == [("成绩",)]
    assert [f for f in review(made, brief) if f.code in ("fact-missing", "repeated-run")] == []
