"""The pack of occasions: wording for the variants of genres, true of any such occasion."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Pack, load_pack
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.genres import genre_names, load_genre
from drafter.resources import read_data, shipped
from drafter.text.entities import find_entities

from .written import literal, said_twice


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("patterns") / "occasions")


def variants() -> list[Genre]:
    """The variants but those of villages, which have a pack of their own."""
    found = [v for g in sorted(genre_names()) for _, v in load_genre(g).variants]
    return [v for v in found if not v.id.startswith("village")]


def test_no_figure_name_or_document_is_said(pack: Pack) -> None:
    found = [e.text for p in pack.patterns for e in find_entities(literal(p.frame))]
    assert found == []


def test_no_run_comes_twice(pack: Pack) -> None:
    assert said_twice(pack) == []


def test_every_sentence_is_whole(pack: Pack) -> None:
    sentences = [p.frame for p in pack.patterns if p.part != "headings"]
    joined = re.compile("[，。；：、！？][，。；：、！？]")
    assert [f for f in sentences if f[-1] not in "。！？" or joined.search(f)] == []


def test_headings_of_one_sort_are_equally_long(pack: Pack) -> None:
    """Four characters, nine, or the topic and five others: any of them match one another."""
    headings = [p.frame for p in pack.patterns if p.part == "headings"]
    assert {len(literal(f).replace("\n", "")) for f in headings} == {4, 5, 9}


@pytest.mark.parametrize("variant", variants(), ids=lambda v: v.id)
def test_each_move_of_a_variant_has_several_wordings(pack: Pack, variant: Genre) -> None:
    """Each step of the opening and closing, and what each point is filled with."""
    own = [p for p in pack.patterns if variant.id in p.genres]
    for steps in (*variant.opening, *variant.closing):
        for step in steps:
            if step.move not in ("basis", "review", "purpose", "supervision", "significance"):
                assert sum(p.move == step.move for p in own) >= 3, step.move
    for point in variant.points:
        ways = read_data("focuses.yaml")[point.focus]
        moves = {*ways["front"], *(point.support or ways["support"])}
        if variant.direction != "下行" and "unasked" in ways:
            moves.add("pledge")
        fitting = [p for p in own if p.focus == point.focus and p.move in moves]
        assert len(fitting) >= 4, point.focus
