"""Words of the work: literals where all sentences of a formula have them, else filled in."""

from __future__ import annotations

import pytest

from drafter.mining.audit import audit_frame
from drafter.mining.edges import with_edges
from drafter.mining.lexicon import Lexicon, frame_lexicon
from drafter.mining.masks import Masker
from drafter.mining.sentences import Sentences
from drafter.mining.skeleton import OPEN, Skeleton, packed_skeletons, with_work
from drafter.mining.tally import Said, Tallies
from drafter.speech import Speech


def test_words_of_the_work_are_known_by_themselves_and_in_what_they_make() -> None:
    lexicon = Lexicon("t", {"noun": ["绩效"]}, ["奖金"])
    assert lexicon.of_work("奖金") == ("奖金",)
    assert lexicon.of_work("绩效奖金") == ("绩效", "奖金")
    assert not lexicon.of_work("绩效")
    assert not lexicon.of_work("大棚奖金")
    assert lexicon.covers("绩效奖金", work=True)
    assert not lexicon.covers("绩效奖金")


@pytest.mark.parametrize(
    ("text", "line", "held"),
    [
        ("我代表学校，感谢古桥。", "我 代表 {x} ， 感谢 {x} 。", "1{学校}"),
        ("要以市场为导向。", "要 以 {x} 为 导向 。", "1{市场}"),
        ("要完成产值30亿元。", "要 完成 {x} {number} 亿元 。", "1{产值}"),
        ("要支持古桥企业。", "要 支持 {x} 。", ""),
    ],
)
def test_a_word_of_the_work_is_told_beside_its_slot(text: str, line: str, held: str) -> None:
    [packed] = packed_skeletons(Masker(Speech(())).hide(text + "\n"))
    assert (packed.line, packed.held) == (line, held)
    assert with_work(packed.line, packed.held).count("{x}") == line.count("{x}") - held.count("{")


def test_words_of_the_work_are_told_where_nearly_all_sources_have_them() -> None:
    tallies = Tallies()
    for source in range(9):
        at_times = (",2{企业}", ",2{市场}", "")[source % 3]
        said = Said(["由 {x} 给 {x} 。"], [source], ["1{学校}" + at_times])
        tallies.add(str(source), [("题", {"points": said})])
    tallies.add("损", [("题", {"points": Said(["由 {x} 给 {x} 。"], [9], [""])})])
    sentences = Sentences.of(tallies.parts["points"])
    assert sentences.worded(0) == "由 {学校} 给 {x} 。"
    assert sentences.all_worded([0], 0.8) == [sentences.worded(0)]


def test_a_word_of_the_work_that_a_slot_always_holds_is_the_formulas() -> None:
    items: Skeleton = ("我", "代表", OPEN, "，", "感谢", OPEN, "。")
    lines = [f"我 代表 {{学校}} ， 感谢 {who} 。" for who in ("{x}", "{家长}", "{医院}", "老师")]
    assert with_edges(items, lines, [1] * 4) == ("我", "代表", "学校", "，", "感谢", OPEN, "。")


def test_a_run_with_a_word_of_the_work_is_shared_where_several_sources_have_it() -> None:
    tallies = Tallies()
    for source in "甲乙":
        said = Said(["我 代表 {x} ， 感谢 {x} 。"], [1], ["1{学校}"])
        tallies.add(source, [("题", {"points": said})])
    sentences = Sentences.of(tallies.parts["points"])
    assert sentences.shared("我代表学校，感谢")
    assert not sentences.shared("我代表医院，感谢")


def test_a_run_that_the_likely_sentences_have_not_is_looked_for_in_all() -> None:
    tallies = Tallies()
    for source, line in (("甲", "要 全力 {x} 。"), ("甲", "要 加强 {x} 。"), ("乙", "加强 {x} 。")):
        tallies.add(source, [("题", {"points": Said([line], [1], [""])})])
    sentences = Sentences.of(tallies.parts["points"])
    assert sentences.shared("加强", likely=["要 加强 {x} 。"])
    assert not sentences.shared("全力", likely=["要 全力 {x} 。"])


def test_the_audit_lets_them_pass_where_all_sentences_have_them_alone() -> None:
    frame = "我代表学校，感谢{{ np }}。"
    assert audit_frame(frame, work=True) == []
    assert "“我代表学校，感谢”有词不在句式词表里" in audit_frame(frame)


def test_no_word_is_of_the_work_and_of_formulae() -> None:
    lexicon = frame_lexicon()
    assert len(lexicon.work) > 1000
    assert not lexicon.work & lexicon.classes.keys()
    assert not {"社会主义", "革命", "微信", "县委"} & lexicon.work


@pytest.mark.parametrize("said", ["全院", "我校"])
def test_what_a_unit_calls_itself_by_its_level_is_told_beside_its_slot(said: str) -> None:
    text = f"{said}上下要支持学校，清理古桥。"
    [packed] = packed_skeletons(Masker(Speech(())).hide(text + "\n"))
    assert packed.line.startswith("{home}" if said == "全院" else "{we}")
    assert with_work(packed.line, packed.held) == (
        f"{{{said}}} 上下 要 支持 {{学校}} ， 清理 {{x}} 。"
    )


def test_a_level_that_all_sentences_have_is_the_formulas() -> None:
    items: Skeleton = ("{home}", "上下", "要", OPEN, "。")
    same = [f"{{全院}} 上下 要 {what} 。" for what in ("整改", "{x}", "宣传")]
    assert with_edges(items, same, [1] * 3)[0] == "全院"
    assert with_edges(items, [*same, "{全县} 上下 要 团结 。"], [1] * 4)[0] == "{home}"
