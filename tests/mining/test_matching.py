"""Which sentences a formula stands for: what an expression for it would match."""

from __future__ import annotations

import random
import re

import pytest

from drafter.mining.matching import Texts, contents, runs_of
from drafter.mining.shape import BREAKS, takes_hold
from drafter.mining.skeleton import Skeleton, is_slot, with_holes


def _matched(items: Skeleton, *sentences: Skeleton) -> list[int]:
    (found,) = Texts([with_holes(s) for s in sentences]).matched([items])
    numbers: list[int] = found.tolist()
    return numbers


def test_something_must_stand_in_every_slot() -> None:
    formula = ("我们", "召开", "{x}", "，", "总结", "{x}", "。")
    held = ("我们", "召开", "{meeting}", "，", "总结", "经验", "。")
    empty = ("我们", "召开", "，", "总结", "{x}", "。")
    assert _matched(formula, held, empty) == [0]


def test_a_formula_amid_its_sentence_must_be_all_of_it() -> None:
    formula = ("{x}", "加强", "对", "{x}", "的", "指导", "{x}", "。")
    assert not takes_hold(formula)
    alone = ("要", "加强", "对", "基层", "的", "指导", "工作", "。")
    more = ("形势", "变", "了", "，", "要", "加强", "对", "基层", "的", "指导", "工作", "。")
    assert _matched(formula, alone, more) == [0]


def test_a_formula_without_slots_is_the_sentence() -> None:
    assert _matched(
        ("谢谢", "大家", "。"), ("谢谢", "大家", "。"), ("谢谢", "大家", "了", "。")
    ) == [0]


@pytest.mark.parametrize("seed", range(4))
def test_what_matches_is_what_an_expression_would_match(seed: int) -> None:
    rng = random.Random(seed)
    words = ["要", "加强", "领导", "，", "加强领导", "的", "{x}", "{n}", "确保", "。"]
    sentences = [tuple(rng.choices(words, k=rng.randint(3, 10))) for _ in range(300)]
    for formula in (tuple(rng.choices(words, k=rng.randint(3, 7))) for _ in range(150)):
        slot = "(.+?)" if takes_hold(formula) else f"([^{''.join(BREAKS)}]+?)"
        whole = re.compile("".join(slot if is_slot(i) else re.escape(i) for i in formula))
        expected = [n for n, s in enumerate(sentences) if whole.fullmatch(with_holes(s))]
        assert _matched(formula, *sentences) == expected


@pytest.mark.parametrize("seed", range(4))
def test_what_stands_in_the_slots_is_what_an_expression_would_take(seed: int) -> None:
    rng = random.Random(seed)
    words = ["要", "加强", "，", "的", "{x}", "{n}", "。"]
    for _ in range(300):
        formula: Skeleton = tuple(rng.choices(words, k=rng.randint(2, 6)))
        text = "".join(rng.choices("要加强，的。", k=rng.randint(2, 9)))
        whole = re.compile("".join("(.+?)" if is_slot(i) else re.escape(i) for i in formula))
        found = whole.fullmatch(text)
        assert contents(runs_of(formula), text) == (list(found.groups()) if found else None)


def test_runs_are_counted_apart_from_each_other() -> None:
    texts = ["一一一一一，一一", "", "二一一二"]
    runs = ["一一", "一", "三", "二一一二"]
    counted = [found.tolist() for found in Texts(texts).counted(runs)]
    assert counted == [[text.count(run) for text in texts] for run in runs]


def test_a_run_is_found_once_in_each_text_and_in_none_that_it_only_joins() -> None:
    texts = Texts(["加强领导，加强领导", "确保加强", "领导", "要加强领导"])
    assert texts.having("加强领导").tolist() == [0, 3]
    assert texts.having("落实").tolist() == []


def test_runs_are_counted_in_all_of_the_texts_and_never_over_one_another() -> None:
    texts = ["加强加强领导", "一一一", "", "要加强领导"]
    for run in ("加强", "一一", "一", "领导要", "落实"):
        assert Texts(texts).count(run) == sum(text.count(run) for text in texts)
