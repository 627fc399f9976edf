"""Formulae that are another one, damaged or cut into words elsewhere, are told from formulae."""

from __future__ import annotations

from drafter.mining.candidates import Candidate
from drafter.mining.sentences import Sentences
from drafter.mining.shadows import without_shadows
from drafter.mining.skeleton import OPEN, Skeleton
from drafter.mining.tally import Tally

_PAIR: Skeleton = ("要", "坚持", OPEN, "与", OPEN, "相结合", "。")
_THANKS: Skeleton = ("衷心感谢", OPEN, "对", "我们", "的", "支持", "！")


def _left(*said: tuple[Skeleton, int]) -> dict[Skeleton, int]:
    """What is left of formulae that are each said so often, and how often it is met."""
    tallies: dict[str, Tally] = {}
    for n, (items, often) in enumerate(said):
        sources = {f"{n}-{source}" for source in range(often)}
        tallies[" ".join(items)] = Tally(often, sources, sources)
    sentences = Sentences.of(tallies)
    kept = []
    for items, _ in said:
        members = [sentences.lines.index(" ".join(items))]
        named, about = sentences.sources(members), sentences.topics(members)
        kept.append((Candidate(items, frozenset(members), named, about), members))
    left = without_shadows(sentences, kept)
    return {c.items: sum(sentences.times[n] for n in members) for c, members in left}


def test_a_part_of_a_word_that_goes_with_what_is_filled_in_makes_no_formula() -> None:
    cut: Skeleton = ("要", "坚持", OPEN, "与", "机遇", OPEN, "结合", "。")
    assert _left((_PAIR, 60), (cut, 12)) == {_PAIR: 72}
    begun: Skeleton = ("衷心", OPEN, "对", "我们", "的", "支持", "！")
    assert _left((begun, 9), (_THANKS, 60)) == {_THANKS: 69}


def test_another_word_with_the_same_character_makes_another_formula() -> None:
    one: Skeleton = ("要", "加强", OPEN, "，", "补齐", "短板", "。")
    other: Skeleton = ("要", "加快", OPEN, "，", "补齐", "短板", "。")
    assert _left((one, 60), (other, 12)) == {one: 60, other: 12}


def test_what_is_met_about_as_often_is_a_formula() -> None:
    often: Skeleton = ("衷心", OPEN, "对", "我们", "的", "支持", "！")
    assert len(_left((_THANKS, 60), (often, 40))) == 2


def test_a_rare_formula_with_something_before_it_is_damage() -> None:
    aim: Skeleton = ("以", OPEN, "为", "目标", "，", "大力", "推进", OPEN)
    assert _left((aim, 70), ((OPEN, *aim), 4)) == {aim: 74}
    assert len(_left((aim, 70), ((OPEN, *aim), 20))) == 2


def test_a_rare_formula_that_is_another_filled_or_damaged_is_the_other() -> None:
    if_: Skeleton = ("如果", OPEN, "，", "就", "会", "半途而废", "。")
    filled: Skeleton = ("如果", "管理", "松懈", "，", "就", "会", "半途而废", "。")
    assert _left((if_, 90), (filled, 6)) == {if_: 96}
    firm: Skeleton = ("正视", "困难", "，", "坚定", "信心", "，", "推动", OPEN, "再上新台阶")
    hurt: Skeleton = (*firm[:4], OPEN, *firm[5:])
    assert _left((firm, 120), (hurt, 5)) == {firm: 125}
    assert len(_left((firm, 60), (hurt, 20))) == 2


def test_a_rare_formula_without_the_word_before_a_slot_is_the_other() -> None:
    whole: Skeleton = ("首先", "，", "我", "代表", OPEN, "，", "表示", "热烈", "祝贺", "！")
    hurt: Skeleton = (*whole[:3], OPEN, "领导班子", *whole[5:])
    assert _left((whole, 110), (hurt, 9)) == {whole: 119}
