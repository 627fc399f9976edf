"""Nothing of anybody's may stand in a frame."""

from __future__ import annotations

import pytest

from drafter.mining.audit import audit_frame


def test_a_formula_of_the_trade_passes() -> None:
    assert audit_frame("今天，我们召开{{ meeting }}，主要任务是{{ purpose }}。") == []
    assert audit_frame("让我们更加紧密地团结在{{ superior }}周围，{{ clause }}！") == []


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ("今年完成3项{{ task }}。", "含数字"),
        ("开展“{{ word }}”活动，{{ clause }}。", "含引号"),
        ("认真学习《{{ word }}》，{{ clause }}。", "含书名号或括号"),
        ("**同志{{ clause }}，希望大家认真学习。", "含遮盖符"),
        ("安平县要认真抓好{{ task }}。", "地名"),
        ("王建国副县长作了{{ word }}讲话。", "人名"),
        ("大众公司要{{ task }}，{{ clause }}。", "单位名"),
        ("认真学习关于改进作风的意见，{{ clause }}。", "文件名"),
        ("狠抓蔬菜大棚，{{ clause }}。", "词表"),
        ("让我们团结在以{{ np }}为{{ np2 }}的{{ body }}周围，{{ clause }}！", "一个时期的提法"),
    ],
)
def test_what_is_somebodys_own_is_held_back_with_its_reason(frame: str, reason: str) -> None:
    assert any(reason in said for said in audit_frame(frame))


def test_a_long_run_that_one_source_alone_has_is_its_wording() -> None:
    frame = "我们一定要把握机遇，{{ clause }}。"
    assert audit_frame(frame, shared=lambda run: True) == []
    assert "只在一个来源里出现" in audit_frame(frame, shared=lambda run: False)[0]


def test_a_name_of_the_sources_is_held_back_though_its_words_are_ordinary() -> None:
    assert audit_frame("深入开展作风提升活动，{{ clause }}。", own=["作风提升"]) != []


def test_a_person_may_accept_words_but_no_figures() -> None:
    assert audit_frame("狠抓蔬菜大棚，{{ clause }}。", reviewed=True) == []
    assert audit_frame("狠抓3个大棚，{{ clause }}。", reviewed=True) == ["含数字"]
