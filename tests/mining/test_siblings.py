"""Formulae that are fillings of others are told from formulae."""

from __future__ import annotations

from drafter.mining.siblings import mere_fillings, shared_forms
from drafter.mining.skeleton import OPEN, Skeleton

_FORM: Skeleton = ("要", "切实", OPEN, "，", OPEN, "。")


def _filled(words: str) -> Skeleton:
    return ("要", "切实", words, "，", OPEN, "。")


def test_several_formulae_that_differ_in_one_place_share_a_form() -> None:
    alike = {_filled(words): "" for words in ("补齐短板", "严格把关", "公开标准", "上门服务")}
    assert shared_forms(alike, ()) == {_FORM: frozenset(alike)}


def test_two_that_are_alike_are_two_formulae() -> None:
    alike = {_filled(words): "" for words in ("补齐短板", "严格把关")}
    assert shared_forms(alike, ()) == {}


def test_two_that_are_alike_are_one_where_others_have_their_difference_in_a_slot() -> None:
    alike = {_filled(words): "" for words in ("补齐短板", "严格把关")}
    other: Skeleton = ("只有", OPEN, "，", "才能", OPEN, "。")
    found = shared_forms({**alike, other: "补齐短板\n严格把关"}, ())
    assert found == {_FORM: frozenset(alike)}


def test_whatever_else_is_the_form_filled_counts_as_a_filling() -> None:
    alike = {_filled(words): "" for words in ("补齐短板", "严格把关", "公开标准", "上门服务")}
    found = shared_forms(alike, [_filled("优化流程"), ("总之", "，", OPEN, "。")])
    assert found == {_FORM: frozenset([*alike, _filled("优化流程")])}


def test_words_more_at_home_in_the_slots_of_others_are_no_formula() -> None:
    filler: Skeleton = (OPEN, "严格把关", "。")
    contents = {
        filler: "甲",
        ("只有", OPEN, "，", "才能", OPEN, "。"): "严格把关\n乙",
        ("既要", OPEN, "，", "又要", OPEN, "。"): "丙\n严格把关",
    }
    assert mere_fillings(contents) == {filler}


def test_a_single_character_before_a_filling_makes_no_formula_of_it() -> None:
    filler: Skeleton = (OPEN, "，", "要", "严格把关", "。")
    contents = {
        filler: "甲",
        ("只有", OPEN, "，", "才能", OPEN, "。"): "严格把关\n乙",
        ("既要", OPEN, "，", "又要", OPEN, "。"): "丙\n严格把关",
    }
    assert mere_fillings(contents) == {filler}
