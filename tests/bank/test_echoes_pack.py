"""The pack of echoes: what is said of a brief's own words adds no figure, name or result."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Pack, load_pack
from drafter.resources import read_data, shipped
from drafter.text.entities import find_entities

from .written import literal

#: Words by which a sentence would tell of what only the brief can know.
CLAIM = re.compile(r"取得了|实现了|提高了|增长了|今年|去年|以来|\d")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("patterns") / "echoes")


def test_no_figure_name_or_result_is_said(pack: Pack) -> None:
    assert [e.text for p in pack.patterns for e in find_entities(literal(p.frame))] == []
    assert [p.frame for p in pack.patterns if CLAIM.search(literal(p.frame))] == []


def test_each_comes_back_to_words_that_can_be_told(pack: Pack) -> None:
    facts = read_data("wording.yaml")["facts"]
    told = {kind for p in pack.patterns for kind in p.slot_types.values()}
    ways = read_data("echoes.yaml")
    known = {k for k, of in ways["things"].items() if "with" not in of} | {*ways["kinds"]}
    known |= {*ways["changes"], "gauge", "span", "wholly", "each", "due", "keeper", "savings"}
    assert told == known | {"share"}
    assert told <= facts.keys()


def test_each_says_whether_it_is_for_work_results_or_problems(pack: Pack) -> None:
    assert {p.focus for p in pack.patterns} == {"任务", "创新", "成绩", "问题"}
    assert {p.move for p in pack.patterns} == {"echo"}
