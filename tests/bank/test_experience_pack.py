"""The pack of experience: lessons of deeds, practices and fields, and what is meant to be done."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Pack, load_bank, load_pack
from drafter.resources import shipped
from drafter.text.entities import find_entities
from drafter.text.sentences import split_sentences

from .written import literal, said_twice

#: Words by which a sentence would tell of what only the brief can know.
CLAIM = re.compile(r"取得了|实现了|提高了|增长了|今年|去年|以来|\d")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("patterns") / "experience")


def test_no_figure_name_or_result_is_said(pack: Pack) -> None:
    assert [e.text for p in pack.patterns for e in find_entities(literal(p.frame))] == []
    assert [p.frame for p in pack.patterns if CLAIM.search(literal(p.frame))] == []


def test_no_run_comes_twice(pack: Pack) -> None:
    assert said_twice(pack) == []


def test_what_follows_a_deed_is_about_something(pack: Pack) -> None:
    follows = [p for p in pack.patterns if p.move == "follow"]
    assert follows
    assert [p.frame for p in follows if not (p.about and p.focus)] == []


def test_what_is_said_of_a_field_is_a_passage(pack: Pack) -> None:
    of_fields = [p for p in pack.patterns if p.area]
    assert [p.frame for p in of_fields if len(split_sentences(literal(p.frame))) < 2] == []


def test_each_field_that_reports_has_lessons_and_intentions() -> None:
    """What a report of the field learnt and means to do, and what its awards teach."""
    patterns = [p for pack in load_bank().packs for p in pack.patterns if p.area]
    wanted = [("report", "why", "创新"), ("report", "why", "任务"), ("duty", "pledge", None)]
    for genre, move, focus in wanted:
        fitting = [p for p in patterns if genre in p.genres and p.move == move]
        have = {p.area for p in fitting if focus in (None, p.focus)}
        assert {p.area for p in patterns} - have == set()


def test_what_a_report_says_of_a_kind_of_fact_is_a_passage_with_things_it_is_about(pack: Pack):
    """Who reports to superiors has something to say of what he tells, not of method alone."""
    own = [p for p in pack.patterns if p.genres == ("report",) and p.about and p.area is None]
    passages = [p for p in own if len(split_sentences(literal(p.frame))) > 1]
    for focus, word in (("成绩", "利润"), ("问题", "应收账款"), ("任务", "清收")):
        assert [p for p in passages if p.focus == focus and word in p.about]
