"""The packs of occasions and rites: wording for variants of genres, true of any such occasion."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Pack, Pattern, load_pack
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.genres import genre_names, load_genre
from drafter.resources import read_data, shipped
from drafter.text.entities import find_entities

from .written import literal, said_twice


@pytest.fixture(scope="module", params=["occasions", "rites", "people"])
def pack(request: pytest.FixtureRequest) -> Pack:
    return load_pack(shipped("patterns") / request.param)


@pytest.fixture(scope="module")
def wordings() -> list[Pattern]:
    """All that is written for occasions, and for the genres they may be beside."""
    folders = ("occasions", "rites", "people", "general", "passages", "experience")
    return [p for name in folders for p in load_pack(shipped("patterns") / name).patterns]


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
    assert [f for f in sentences if f[-1] not in "。！？：" or joined.search(f)] == []


def test_headings_of_one_sort_are_equally_long(pack: Pack) -> None:
    """Four characters, nine, or the topic and five others: any of them match one another."""
    headings = [p.frame for p in pack.patterns if p.part == "headings"]
    assert {len(literal(f).replace("\n", "")) for f in headings} <= {4, 5, 9}


@pytest.mark.parametrize("variant", variants(), ids=lambda v: v.id)
def test_each_move_of_a_variant_has_several_wordings(
    wordings: list[Pattern], variant: Genre
) -> None:
    """Each step of the opening and closing, and what each point is filled with.

    What stands beside its genre has its genre's wording and that of all, too.
    """
    usual = {variant.id, variant.base} if variant.beside else {variant.id}
    own = [p for p in wordings if usual & {*p.genres} or (variant.beside and not p.genres)]
    for steps in (*variant.opening, *variant.closing):
        for step in steps:
            if step.move not in ("basis", "review", "purpose", "supervision", "significance"):
                assert sum(p.move == step.move for p in own) >= 3, step.move
    for point in variant.points:
        if variant.beside and point.spare:
            continue
        ways = read_data("focuses.yaml")[point.focus]
        moves = {*ways["front"], *(point.support or ways["support"])}
        if variant.direction != "下行" and "unasked" in ways:
            moves.add("pledge")
        fitting = [p for p in own if p.focus == point.focus and p.move in moves]
        assert len(fitting) >= 4, point.focus
