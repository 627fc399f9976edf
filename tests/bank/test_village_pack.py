"""The pack of villages: how neighbours are spoken to, without a word of offices."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Pack, load_pack
from drafter.drafting.setting.genres import load_genre
from drafter.resources import shipped
from drafter.text.entities import find_entities

#: What an office says and no neighbour does.
OFFICE = re.compile("贯彻|部署|统筹|机制|督导|台账|压实|强化|深化|工作格局|各单位|各部门|切实")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("patterns") / "village")


def test_no_office_speaks(pack: Pack) -> None:
    assert [p.frame for p in pack.patterns if OFFICE.search(p.frame)] == []


def test_no_figure_name_or_document_is_said(pack: Pack) -> None:
    bare = [re.sub(r"\{\{.*?\}\}|<([^|>]*)\|[^>]*>", r"\1", p.frame) for p in pack.patterns]
    assert [e.text for frame in bare for e in find_entities(frame)] == []


def test_every_sentence_is_whole(pack: Pack) -> None:
    joined = re.compile("[，。；：、！？][，。；：、！？]")
    frames = [p.frame for p in pack.patterns if p.part != "headings"]
    assert [f for f in frames if f[-1] not in "。！？" or joined.search(f)] == []


@pytest.mark.parametrize("genre", ["mobilisation", "deployment"])
def test_each_step_has_several_wordings(pack: Pack, genre: str) -> None:
    villagers = next(v for _, v in load_genre(genre).variants if v.id == "villagers")
    own = [p for p in pack.patterns if "villagers" in p.genres]
    for step in (s for steps in (*villagers.opening, *villagers.closing) for s in steps):
        assert sum(p.move == step.move for p in own) >= 2, step.move
