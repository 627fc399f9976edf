"""Answering: what a speech begins with is taken up where it ends."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import load_bank
from drafter.drafting import draft
from drafter.speech import Speech
from tests.drafting.conftest import make_brief

BRIEF: dict[str, Any] = {
    "单位": {"名称": "安平县", "层级": "县"},
    "成绩": ["全年办成实事12件"],
    "问题": ["下乡少"],
    "要点": [{"内容": ["多下乡"]}, {"内容": ["多读书"]}],
    "篇幅": 900,
}
KINDS = {
    "述职报告": ("年度述职会", "分管工作"),
    "工作汇报": ("供水工作汇报会", "供水工作"),
    "任职表态": ("全县干部大会", "任职表态"),
    "座谈会讲话": ("供水工作座谈会", "供水工作"),
    "总结表彰讲话": ("供水工作总结表彰大会", "供水工作"),
}


def made(kind: str, seed: int) -> Speech:
    meeting, topic = KINDS[kind]
    brief = BRIEF | {"文种": kind, "会议": meeting, "主题": {"名称": topic}}
    return draft(make_brief(brief), seed=seed).speech


@pytest.mark.parametrize("kind", KINDS)
def test_what_answers_an_opening_is_said_after_such_an_opening_alone(kind: str) -> None:
    """Nobody says 账交到这里 who did not begin with 交账."""
    bank, answered = load_bank(), 0
    for seed in range(8):
        speech = made(kind, seed)
        opening = "".join(p.text for p in speech.paragraphs if p.role == "opening")
        for paragraph in (p for p in speech.paragraphs if p.role == "closing"):
            for said in paragraph.sentences:
                pattern = bank.get(said.pattern or "")
                if pattern is not None and pattern.area is None and pattern.about:
                    assert any(word in opening for word in pattern.about)
                    answered += 1
    assert answered >= 3


def test_a_task_that_a_report_names_among_its_plans_was_not_done_yet() -> None:
    task = {"任务": "完善提醒", "措施": ["在开单系统里弹窗"]}
    brief = BRIEF | {"文种": "工作汇报", "会议": "互认工作汇报会", "主题": {"名称": "互认工作"}}
    for seed in range(3):
        planned = brief | {"要点": [{"着眼": "任务", "内容": [task]}]}
        speech = draft(make_brief(planned), seed=seed).speech
        text = "".join(p.text for p in speech.paragraphs)
        assert "我们在开单系统里弹窗" not in text
