"""What a passage only names, as headings do, is called for where it stands in the text."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.wording.calling import _names_only
from drafter.resources import read_data

CALLS = read_data("wording.yaml")["leading"]["calls"]
BRIEF = {
    "文种": "部署讲话",
    "会议": "全县统计工作会议",
    "单位": "安平县人民政府",
    "主题": {"名称": "统计工作", "领域": "统计普查"},
    "要点": [
        {"着眼": "认识"},
        {"着眼": "任务", "内容": [{"任务": "核查企业报表"}, {"任务": "配好乡镇统计员"}]},
        {"着眼": "责任"},
    ],
    "篇幅": 2400,
}


def _frames(bank: Bank, seed: int) -> list[tuple[str, str]]:
    """What each passage of the points begins with, and what its pattern begins with."""
    found: list[tuple[str, str]] = []
    last = None
    for paragraph in draft(make_brief(BRIEF), bank=bank, seed=seed).speech.paragraphs:
        for said in paragraph.sentences:
            pattern = bank.get(said.pattern) if said.pattern else None
            if pattern is not None and said.pattern != last and "。" in pattern.frame[:-1]:
                found.append((said.text, pattern.frame))
            last = said.pattern
    return found


def test_a_bare_clause_is_called_for_and_no_two_in_a_row_are(bank: Bank) -> None:
    every = 0
    for seed in range(3):
        said = _frames(bank, seed)
        called = [not f.startswith(CALLS) and f"{CALLS}{f[:4]}" in text for text, f in said]
        begun = [text.startswith(CALLS) for text, _ in said]
        assert not any(now and before for now, before in zip(called[1:], begun, strict=False))
        every += sum(called)
    assert every  # or nothing was looked at


def test_reports_call_for_nothing(bank: Bank) -> None:
    brief = make_brief({**BRIEF, "文种": "汇报", "会议": "全市统计工作汇报会"})
    for paragraph in draft(brief, bank=bank, seed=0).speech.paragraphs:
        for said in paragraph.sentences:
            pattern = bank.get(said.pattern) if said.pattern else None
            if pattern is not None and not pattern.frame.startswith(CALLS):
                assert not said.text.startswith(CALLS + pattern.frame[:6])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("完善会审制度。", True),
        ("服务好不好由老人来评。", False),
        ("整治市容不能只靠突击。", False),
        ("提升质量才有出路。", False),
    ],
)
def test_what_says_something_of_its_first_word_is_not_called_for(text: str, named: bool) -> None:
    assert _names_only(text, tuple(read_data("wording.yaml")["verbs"])) == named
