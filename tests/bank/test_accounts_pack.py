"""The pack of accounts: what reports and duty reports say of a kind of result, problem or plan."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Pack, load_pack
from drafter.resources import shipped
from drafter.text.entities import find_entities
from drafter.text.sentences import split_sentences

from .written import literal, said_twice

#: Words by which a sentence would tell of what only the brief can know.
CLAIM = re.compile(r"取得了|实现了|增长了|今年|去年|以来|\d")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("patterns") / "accounts")


def test_no_figure_name_or_result_is_said(pack: Pack) -> None:
    assert [e.text for p in pack.patterns for e in find_entities(literal(p.frame))] == []
    assert [p.frame for p in pack.patterns if CLAIM.search(literal(p.frame))] == []


def test_no_run_comes_twice(pack: Pack) -> None:
    assert said_twice(pack) == []


def test_all_is_about_something_and_for_who_reports(pack: Pack) -> None:
    # What one means to do is told to equals as well.
    assert {p.genres[0] for p in pack.patterns} == {"report", "duty"}
    assert {p.focus for p in pack.patterns if len(p.genres) > 1} == {"任务"}
    assert [p.frame for p in pack.patterns if not (p.about and p.focus)] == []


def test_what_is_no_comment_is_a_passage(pack: Pack) -> None:
    told = [p for p in pack.patterns if p.move != "follow"]
    assert told
    assert [p.frame for p in told if len(split_sentences(literal(p.frame))) < 2] == []
