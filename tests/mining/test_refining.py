"""What stands in a slot: a formula's own clause, or what the speeches fill in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest

from drafter.mining.induce import induce
from drafter.mining.masks import Masker
from drafter.mining.sentences import Sentences
from drafter.mining.siblings import loosened
from drafter.mining.singles import without_aspects
from drafter.mining.skeleton import OPEN, Skeleton, skeleton
from drafter.mining.tally import Tally
from drafter.speech import Speech

_THINGS = ("大棚", "果园", "渔港", "茶山", "古桥", "老街")
_DO = ("扩建", "修缮", "改造", "管护")


def _filled(form: Skeleton, words: Iterable[str]) -> Skeleton:
    left = iter(words)
    return tuple(next(left) if item == OPEN else item for item in form)


def _found(*said: Iterable[Skeleton], elsewhere: int = 0) -> set[Skeleton]:
    lines = sorted({" ".join(items) for items in (i for forms in said for i in forms)})
    met = {line: Tally(1, {str(n)}, {str(n)}) for n, line in enumerate(lines)}
    return {i.items for i in induce(Sentences.of(met), 4, lambda _: elsewhere)}


_SHORT: Skeleton = ("要", "在", OPEN, "上", "见", "实效", "。")
_LONG: Skeleton = ("要", "在", OPEN, "上", "求", "突破", "，", "在", OPEN, "上", "见", "实效", "。")


def test_a_clause_with_slots_that_stands_in_one_formula_only_makes_it_another() -> None:
    twice = [_filled(_LONG, pair) for pair in product(_THINGS, _DO)]
    once = [_filled(_SHORT, [do + thing]) for do, thing in product(_DO, _THINGS)]
    assert _found(twice, once) == {_SHORT, _LONG}


def test_a_clause_that_other_sentences_have_may_be_what_is_filled_in() -> None:
    twice = [_filled(_LONG, pair) for pair in product(_THINGS, _DO)]
    once = [_filled(_SHORT, [do + thing]) for do, thing in product(_DO, _THINGS)]
    assert _LONG not in _found(twice, once, elsewhere=99)


_EACH: Skeleton = ("各", OPEN, "要", "结合", "实际", "，", "狠抓", OPEN, "。")


@pytest.mark.parametrize(("others", "own"), [(0, True), (3, False)])
def test_each_goes_with_what_is_filled_in_where_some_have_it_not(others: int, own: bool) -> None:
    said = [_filled(_EACH, pair) for pair in product(_DO, _THINGS)]
    more = [_filled(_EACH[1:], ("村里", thing)) for thing in _THINGS[:others]]
    assert _found(said, more) == {_EACH if own else _EACH[1:]}


def test_only_words_that_say_how_many_are_meant_are_loosened() -> None:
    assert list(loosened(_EACH)) == [_EACH[1:]]
    assert list(loosened(_LONG)) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("共有120人参加", ("共有", "{number}", "人", "参加")),
        ("完成5万元", ("完成", "{number}", "万元")),
        ("完成300亩", ("完成", "{number}")),
        ("完成5万亩", ("完成", "{number}")),
    ],
)
def test_measures_the_lexicon_lists_are_words_behind_a_number(text: str, items: Skeleton) -> None:
    assert skeleton(text, Masker(Speech(()))) == items


def test_a_measure_goes_with_the_number_before_it() -> None:
    form: Skeleton = ("我们", OPEN, "，", "完成", OPEN, "。")
    plain = [_filled(form, pair) for pair in product(_DO[:2], _THINGS)]
    paid = [_filled((*form[:-1], "万元", "。"), (thing, "{number}")) for thing in _THINGS]
    done = [_filled((*form[:-1], "验收", "。"), (thing, "{number}")) for thing in _THINGS]
    assert _found(plain, paid) == {form}
    assert _found(plain, done) != {form}


def test_of_two_words_in_a_place_each_makes_a_formula_whatever_adverb_stands_before() -> None:
    forms = [
        ("要", *more, "加强", "对", OPEN, "的", word, "。")
        for more in ((), ("进一步",))
        for word in ("监督", "管理")
    ]
    said = [[_filled(form, [thing + do]) for thing, do in product(_THINGS, _DO)] for form in forms]
    found = _found(*said)
    assert {forms[0], forms[1]} <= found


def test_a_number_left_open_is_the_number_of_the_others() -> None:
    told: Skeleton = ("下面", "，", "我", "就", OPEN, "讲", "{n}", "点", "意见", "。")
    left = tuple("几" if item == "{n}" else item for item in told)
    said = [
        [_filled(form, [thing + do]) for thing, do in product(_THINGS, _DO)]
        for form in (told, left)
    ]
    some = [items for n, items in enumerate(said[1]) if n % 2]
    assert _found(said[0], some) == {told}


def test_what_goes_with_the_verb_of_a_filling_parts_no_slot() -> None:
    form: Skeleton = ("过去", "的", "一年", "，", OPEN, "，", "让人", "欣慰", "。")
    frame: Skeleton = ("过去", "的", "一年", "，", OPEN, "了", OPEN, "，", "让人", "欣慰", "。")
    assert without_aspects(frame) == form
    taken: Skeleton = ("听取", "了", OPEN, "。")
    assert without_aspects(taken) == taken


_CALLED: Skeleton = ("今天", "，", "我们", "召开", OPEN, "，", OPEN, "。")


def test_a_clause_around_a_slot_is_one_of_the_ways_to_say_a_formula() -> None:
    said = [
        [_filled((*_CALLED[:-2], *way, "。"), pair) for pair in product(_DO, _THINGS)]
        for way in (("专题", "研究", OPEN), ("总结", OPEN, "经验"))
    ]
    assert _found(*said) == {
        (*_CALLED[:-2], "专题", "研究", OPEN, "。"),
        (*_CALLED[:-2], "总结", OPEN, "经验", "。"),
    }


def test_what_is_said_with_a_formula_besides_is_no_filling_of_a_looser_one() -> None:
    short: Skeleton = ("召开", "这次", "会议", "，", "目的", "就", "是", OPEN, "。")
    long = (*short[:-1], "，", "进一步", "推动", OPEN, "工作", "。")
    looser: Skeleton = ("召开", OPEN, "会议", "，", OPEN, "。")
    said = [[_filled(form, pair) for pair in product(_THINGS, _DO)] for form in (short, long)]
    others = [_filled(looser, pair) for pair in product(_DO, _THINGS)]
    assert {short, long} <= _found(*said, others[::8])


def test_a_word_before_a_formula_makes_another() -> None:
    bare: Skeleton = (OPEN, "处在", "关键", "阶段", "，", "不能", "松懈", "。")
    opened: Skeleton = ("当前", "，", *bare)
    said = [
        [_filled(form, [thing + do]) for thing, do in product(_THINGS, _DO)]
        for form in (bare, opened)
    ]
    known: Skeleton = ("根据", OPEN, "的", "要求", "，", "切实", OPEN, "。")
    assert {bare, opened} <= _found(*said, [_filled(known, p) for p in product(_THINGS, _DO)])


def test_a_list_that_goes_on_makes_no_other_formula() -> None:
    form: Skeleton = ("之所以", "出现", OPEN, "，", "根本", "原因", "在于", OPEN, "。")
    more: Skeleton = (*form[:-1], "、", "措施", "空泛", "。")
    said = [[_filled(f, pair) for pair in product(_THINGS, _DO)] for f in (form, more)]
    assert _found(said[0], said[1][::2]) == {form}


def test_the_tail_of_a_long_word_is_the_formulas() -> None:
    assert skeleton("做好信访工作", Masker(Speech(())))[-2:] == (OPEN, "工作")
    assert skeleton("传达了市委全会精神", Masker(Speech(())))[-2:] == (OPEN, "精神")
