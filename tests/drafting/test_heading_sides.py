"""What plain sentences are headed by: what they are about, not that something is demanded."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.matters import demanded_in, said_in
from drafter.drafting.wording.heading_own import _spoken, _ways
from drafter.drafting.wording.heading_sides import sides_of, told_under

WORK = {"任务": "检修供水管道", "措施": ["逐段打压"]}


def _heading(sentences: list[str], focus: str, bank: Bank, seed: int) -> str:
    """The heading of a point of plain sentences, beside one with a task."""
    brief = {
        "文种": "部署讲话",
        "会议": "全县农村供水工作会议",
        "单位": "石泉县人民政府",
        "主题": "农村供水",
        "要点": [{"着眼": "任务", "内容": [WORK]}, {"着眼": focus, "内容": sentences}],
        "篇幅": 1200,
    }
    speech = draft(make_brief(brief), bank=bank, seed=seed).speech
    return [p.text for p in speech.by_role("heading") if p.level == 1][-1]


@pytest.mark.parametrize("seed", range(3))
def test_who_pays_and_who_guides_is_told_as_support(seed: int, bank: Bank) -> None:
    said = ["县财政安排管护经费60万元", "县水利局派人现场指导两个月"]
    heading = _heading(said, "保障", bank, seed)
    assert "规矩" not in heading
    assert any(word in heading for word in ("资金", "投入", "专款", "钱", "指导"))


@pytest.mark.parametrize("seed", range(3))
def test_how_often_something_is_done_sets_no_rule(seed: int, bank: Bank) -> None:
    said = ["几个村可以合起来请一个管水员", "请县里的工程师每季度来讲一次"]
    assert not any(w in _heading(said, "创新", bank, seed) for w in ("规矩", "规定", "要求"))


def test_what_is_forbidden_may_be_told_by_what_it_is_about() -> None:
    parts = frozenset({frozenset({"质量"}), frozenset({"〔要禁令〕"}), frozenset({"〔要收礼〕"})})
    acts, vague, things, rest = sides_of(parts, "任何", frozenset({"质量"}))
    assert things == {frozenset({"质量"})}
    assert vague == {frozenset({"〔要禁令〕"})}
    assert acts == {frozenset({"〔要收礼〕"})}
    assert not rest


def test_what_is_raised_is_told_as_pay_and_who_eats_nothing_serves_no_meals() -> None:
    demands = frozenset().union(*demanded_in("夜班补贴从每班20元提高到35元"))
    assert "〔要待遇〕" in demands
    assert "〖热饭〗" not in said_in("检查不吃饭不收东西")


def test_a_wish_is_whole_without_what_follows() -> None:
    assert _spoken("希望大家一心一意搞生产，不要这山望着那山高") == ("一心一意搞生产",)
    assert _spoken("欢迎随时给我打电话，讲真话") == ()


def test_no_adverb_says_what_the_task_says() -> None:
    assert "扎实实行质量追溯" not in _ways("实行质量追溯")
    assert not any(way.startswith("全面") for way in _ways("开展防火宣传全覆盖"))
    assert not any("每三配" in way for way in _ways("每三十户配备一名管水员"))


def test_what_something_is_to_people_is_a_whole_thought() -> None:
    assert "质量是食品厂的命根子" in _spoken("质量是食品厂的命根子，谁也不得放宽标准")
    assert _spoken("一号线是老线路，一到雨天就跳闸") == ()


@pytest.mark.parametrize("seed", range(3))
def test_whom_somebody_leads_in_person_is_told_and_a_measure_is_no_ban(
    seed: int, bank: Bank
) -> None:
    said = ["每个片区有一名领导盯在现场", "查一查各家的水表准不准"]
    heading = _heading(said, "责任", bank, seed)
    assert any(word in heading for word in ("指挥", "一线", "检查", "查"))
    assert not any(word in heading for word in ("禁", "红线", "规定"))


def test_why_a_matter_counts_is_headed_by_nothing_for_what_is_wanting() -> None:
    assert "问题" not in told_under("认识")
    assert {"认识", "形势", "问题"} <= told_under("问题")
