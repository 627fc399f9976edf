"""Counts before a measure, and the ordinals sentences begin with."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from drafter.bank import load_pack
from drafter.mining import mine
from drafter.mining.masks import Masker
from drafter.mining.ordinals import ordinal_of, with_ordinal
from drafter.mining.skeleton import packed_skeletons, skeleton, with_work
from drafter.mining.tally import Tally
from drafter.mining.zones import units
from drafter.speech import Paragraph, Speech

_THINGS = ("柴油机", "粮油店", "羊圈", "苗圃", "轮渡", "电铲", "茶园", "蜂箱", "渔网", "灶台")
_COUNTS = "两三四五六"


def _speech(body: str = "") -> Speech:
    return Speech((Paragraph("p1", "body", body),))


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("要打好三场硬仗", "要打好{n}场硬仗"),
        ("每五天调度一次", "每{n}天调度一次"),
        ("十二年来", "{n}年来"),
        ("第二次会议", "第二次会议"),
        ("要组织三天两头的检查", "要组织{x}的检查"),
    ],
)
def test_a_number_before_a_measure_is_a_count(said: str, read: str) -> None:
    assert "".join(skeleton(said + "。", Masker(_speech()))) == read + "。"


def test_only_what_is_listed_with_its_measure_is_told() -> None:
    [packed] = packed_skeletons("要推广五户联保。\n")
    assert "五" not in with_work(packed.line, packed.held)


def test_an_ordinal_begins_its_clause_and_no_name() -> None:
    masker = Masker(_speech())
    assert "".join(skeleton("一靠茶园，二靠渔网。", masker)) == "一靠{x}，二靠{x}。"
    named = "".join(skeleton("三看三查要坚持，要以四靠四对为抓手。", masker))
    assert not {"三", "四"} & {*named}


def test_beside_a_count_stands_what_it_was() -> None:
    [packed] = packed_skeletons("要打好三场硬仗。\n")
    assert with_work(packed.line, packed.held) == "要 打 好 {三} 场 硬仗 。"


def test_members_of_a_group_and_those_one_joins_with_are_told_from_names() -> None:
    masker = Masker(_speech())
    assert "{person}" not in skeleton("户户都有主任联系。", masker)
    assert "会同" in skeleton("要会同县供销社做好工作。", masker)


def test_the_ordinal_of_a_sentence_goes_beside_it() -> None:
    [unit] = units(_speech("第一，要把茶园放在首位。"))
    assert (unit.text, unit.ordinal) == ("要把茶园放在首位。", "第一，")
    assert with_ordinal("1{学校}", unit.ordinal) == "0{第一，,1{学校}"
    assert with_work("要 把 {x} 放在 。", "0{第一，,1{学校}") == "要 把 {学校} 放在 。"


def test_an_ordinal_is_a_formulas_where_nearly_all_sentences_have_it() -> None:
    def told(*ordinals: str) -> list[Tally]:
        return [Tally(1, {str(n)}, set(), with_ordinal("", o)) for n, o in enumerate(ordinals)]

    assert ordinal_of(told(*["第一，"] * 9, "")) == "第一，"
    assert ordinal_of(told("一是", "二是", "三是")) == ""
    assert ordinal_of(told("一是要", "二是要", "三是要")) == "要"
    assert ordinal_of(told("", "")) == ""


def test_formulae_come_out_with_their_measures_and_ordinals(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    chance = random.Random(1)
    for n in range(60):
        one, two, three = (a + b for a, b in (chance.sample(_THINGS, 2) for _ in range(3)))
        count = chance.choice(_COUNTS)
        (tmp_path / "texts" / f"{n}.txt").write_text(
            f"在{one}工作会议上的讲话\n同志们：\n今天召开会议，主要是部署{two}工作。\n"
            f"一、认真抓好{one}\n第一，要把{two}放在首位。要打好{count}场硬仗，管好{three}。\n"
            f"二、切实加强对{two}的领导\n第二，要连续三年关注{one}。一靠{one}，二靠{three}。\n"
            f"同志们，{three}任重道远，让我们共同努力！\n",
            encoding="utf-8",
        )
    mine([tmp_path / "texts"], tmp_path / "pack")
    patterns = load_pack(tmp_path / "pack").patterns
    found = {re.sub(r"\{\{ \w+ \}\}", "_", p.frame) for p in patterns}
    wanted = {
        "第一，要把_放在首位。",
        "第二，要连续三年关注_。",
        "要打好_场硬仗，管好_。",
        "一靠_，二靠_。",
    }
    assert wanted <= found
