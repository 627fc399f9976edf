"""The pack of passages for any field of work: whole thoughts, one for each kind of speech."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Pack, Slot, load_pack
from drafter.drafting.setting.genres import genre_names, load_genre
from drafter.resources import read_data, shipped
from drafter.text.sentences import split_sentences

from .written import pieces, said_twice

LEFTOVER = re.compile(
    r"[0-9０-９a-zA-Z《》“”]|[我全本](?:省|市|县|区|镇|乡|校|院|村|公司|集团)(?!域|场|委)"
    r"|(?:县|市|省|区)(?:委|政府)|今年|去年|明年|新时代"
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("patterns") / "passages")


def test_each_is_a_few_sentences_long(pack: Pack) -> None:
    for p in pack.patterns:
        text = "□□□□".join(pieces(p.frame))
        assert 2 <= len(split_sentences(text)) <= 4, p.frame
        assert len(text) <= 170, p.frame
        assert len(text) >= (35 if p.move == "summary" else 60), p.frame


def test_none_names_a_number_a_document_or_one_level(pack: Pack) -> None:
    found = [p.frame for p in pack.patterns if LEFTOVER.search("□".join(pieces(p.frame)))]
    assert found == []


def test_no_run_comes_twice(pack: Pack) -> None:
    assert said_twice(pack) == []


def test_slots_are_names_and_level_words(pack: Pack) -> None:
    known = {"topic", "meeting", "unit", "we", "all", "home", "units", "leaders", "staff", "folk"}
    used = {part.name for p in pack.patterns for part in p.parsed.parts if isinstance(part, Slot)}
    assert used <= known | {"body"}


@pytest.mark.parametrize("genre", sorted(genre_names()))
def test_each_point_of_each_genre_has_several(pack: Pack, genre: str) -> None:
    for point in (p for p in load_genre(genre).points if not p.spare):
        moves = read_data("focuses.yaml")[point.focus]
        wanted = {*moves["front"], *(point.support or moves["support"]), "pledge"}
        fits = [
            p
            for p in pack.patterns
            if p.focus == point.focus and p.move in wanted and genre in (p.genres or (genre,))
        ]
        assert len(fits) >= 4, (genre, point.focus)
