"""Formulae that are fillings of others are told from formulae."""

from __future__ import annotations

from drafter.mining.refining import nowhere
from drafter.mining.siblings import mere_fillings, shared_forms
from drafter.mining.skeleton import OPEN, Skeleton

_FORM: Skeleton = ("要", "切实", OPEN, "，", OPEN, "。")


def _filled(words: str) -> Skeleton:
    return ("要", "切实", words, "，", OPEN, "。")


def test_several_formulae_that_differ_in_one_place_share_a_form() -> None:
    alike = {_filled(words): "" for words in ("补齐短板", "严格把关", "公开标准", "上门服务")}
    assert shared_forms(alike, (), nowhere) == {_FORM: frozenset(alike)}


def test_two_that_are_alike_are_two_formulae() -> None:
    alike = {_filled(words): "" for words in ("补齐短板", "严格把关")}
    assert shared_forms(alike, (), nowhere) == {}


def test_a_difference_with_a_word_before_it_is_no_other_difference() -> None:
    ways = ("补齐短板", "马上补齐短板", "严格把关", "带头严格把关")
    assert shared_forms({_filled(words): "" for words in ways}, (), nowhere) == {}


def test_two_that_are_alike_are_one_where_others_have_their_difference_in_a_slot() -> None:
    alike = {_filled(words): "" for words in ("补齐短板", "严格把关")}
    other: Skeleton = ("只有", OPEN, "，", "才能", OPEN, "。")
    found = shared_forms({**alike, other: "补齐短板\n严格把关"}, (), nowhere)
    assert found == {_FORM: frozenset(alike)}


def test_whatever_else_is_the_form_filled_counts_as_a_filling() -> None:
    alike = {_filled(words): "" for words in ("补齐短板", "严格把关", "公开标准", "上门服务")}
    found = shared_forms(alike, [_filled("优化流程"), ("总之", "，", OPEN, "。")], nowhere)
    assert found == {_FORM: frozenset([*alike, _filled("优化流程")])}


def test_whatever_is_defined_is_one_filling_with_its_marks() -> None:
    said = (
        ("交流做法", "，", "查找差距"),
        ("压实责任",),
        ("部署任务", "，", "鼓舞士气"),
        ("总结经验",),
    )
    alike = {("会议", "的", "主题", "是", "：", *words, "。"): "" for words in said}
    form = ("会议", "的", "主题", "是", "：", OPEN, "。")
    assert shared_forms(alike, (), nowhere) == {form: frozenset(alike)}


def test_a_filling_may_have_slots_of_its_own_where_much_is_left() -> None:
    said = (
        ("关于", OPEN, "的", "汇报"),
        (OPEN, "的", "说明"),
        ("有关", OPEN, "发言"),
        ("部分", OPEN, "通报"),
    )
    much = {("大家", "听取", "了", *words, "，", "很", "受启发", "。"): "" for words in said}
    form = ("大家", "听取", "了", OPEN, "，", "很", "受启发", "。")
    assert shared_forms(much, (), nowhere)[form] >= {f for f in much if f[3] != OPEN}
    little = {("听", *words, "，", "好", "。"): "" for words in said}
    assert ("听", OPEN, "，", "好", "。") not in shared_forms(little, (), nowhere)


def test_words_more_at_home_in_the_slots_of_others_are_no_formula() -> None:
    filler: Skeleton = (OPEN, "严格把关", "。")
    contents = {
        filler: "甲",
        ("只有", OPEN, "，", "才能", OPEN, "。"): "严格把关\n乙",
        ("既要", OPEN, "，", "又要", OPEN, "。"): "丙\n严格把关",
    }
    assert mere_fillings(contents) == {filler: []}


def test_a_formula_that_many_sources_say_in_few_ways_is_no_filling() -> None:
    filler: Skeleton = (OPEN, "严格把关", "。")
    contents = {
        filler: "甲",
        ("只有", OPEN, "，", "才能", OPEN, "。"): "严格把关\n乙",
        ("既要", OPEN, "，", "又要", OPEN, "。"): "丙\n严格把关",
    }
    assert mere_fillings(contents, [60, 1, 1]) == {}
    assert mere_fillings(contents, [60, 40, 40]) == {filler: []}


def test_a_single_character_before_a_filling_makes_no_formula_of_it() -> None:
    filler: Skeleton = (OPEN, "，", "要", "严格把关", "。")
    contents = {
        filler: "甲",
        ("只有", OPEN, "，", "才能", OPEN, "。"): "严格把关\n乙",
        ("既要", OPEN, "，", "又要", OPEN, "。"): "丙\n严格把关",
    }
    assert mere_fillings(contents) == {filler: []}


def test_what_one_other_holds_is_a_filling_where_other_parts_say_it_too() -> None:
    filler: Skeleton = (OPEN, "严格把关", "。")
    contents = {
        filler: "甲",
        ("只有", OPEN, "，", "才能", OPEN, "。"): "严格把关\n乙\n严格把关\n丙",
    }
    assert mere_fillings(contents) == {filler: ["严格把关"]}


def test_the_same_words_in_two_places_make_no_form_of_two_formulae() -> None:
    bare: Skeleton = ("要", "进一步", "健全", OPEN, "制度", "。")
    said = {bare: "", (OPEN, *bare): "", ("只有", OPEN, "，", "才能", OPEN, "。"): "要"}
    assert shared_forms(said, (), nowhere) == {}


def test_one_formula_is_another_filled_where_slots_of_others_hold_nothing_else() -> None:
    filled: Skeleton = ("根据", "年度", "计划", "，", OPEN, "。")
    others: dict[Skeleton, str] = {
        ("要", verb, OPEN, "，", OPEN, "。"): "年度计划\n甲" for verb in ("执行", "落实", "公布")
    }
    form: Skeleton = ("根据", OPEN, "，", OPEN, "。")
    assert shared_forms({filled: "", **others}, (), nowhere) == {form: frozenset([filled])}
    held_with_more = dict.fromkeys(others, "新的年度计划")
    assert shared_forms({filled: "", **held_with_more}, (), nowhere) == {}
