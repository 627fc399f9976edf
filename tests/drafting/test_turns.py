"""Turns of phrase: what is added to a speech shares none with what was said in it."""

from __future__ import annotations

from itertools import chain

import pytest

from drafter.bank import load_bank
from drafter.brief import load_brief
from drafter.drafting.composing import compose
from drafter.drafting.stock.index import runs_in
from drafter.drafting.wording.once import ideas_of
from drafter.resources import shipped


@pytest.mark.parametrize("genre", ["warning", "progress", "company"])
@pytest.mark.parametrize("seed", range(3))
def test_nothing_added_has_a_turn_of_phrase_again(genre: str, seed: int) -> None:
    brief = load_brief(shipped("templates") / genre / "example.yaml")
    made = compose(brief, load_bank(), seed)
    shelf, about = made.worder.shelf, made.situation.about
    units = [u for s in made.plan.sections for b in s.blocks for u in b.units]
    moves = {(u.part, s.move) for u in units for s in u.sentences if s.move}
    candidates = {c.pattern.id: c for part, move in moves for c in shelf.all_of(part, move)}
    said = {s.pattern for u in units for s in u.said} & candidates.keys()
    grown = {s.pattern for u in units for s in u.grown} & candidates.keys()
    assert grown
    for added in grown:
        runs = runs_in(candidates[added].grams) - shelf.common
        for other in chain(said, grown - {added}):
            turns = runs & runs_in(candidates[other].grams)
            foreign = [t for t in turns if not about.issuperset((t[:2], t[2:]))]
            assert len(foreign) < 4, (added, other)


def test_an_idea_is_known_in_whatever_words() -> None:
    assert ideas_of("病灶找到了，要对症下药。") == ideas_of("查找原因，先问自己。") == {"causes"}
    assert ideas_of("渠修好了，水就来了。") == set()


@pytest.mark.parametrize("seed", range(3))
def test_an_idea_that_was_heard_is_not_added_in_other_words(seed: int) -> None:
    brief = load_brief(shipped("templates") / "report" / "example.yaml")
    made = compose(brief, load_bank(), seed)
    frames = {p.id: p.frame for p in load_bank()}
    units = [u for s in made.plan.sections for b in s.blocks for u in b.units]
    grown = {s.pattern for u in units for s in u.grown if s.pattern in frames and not s.fields}
    said = {s.pattern for u in units for s in u.said if s.pattern in frames and not s.fields}
    assert grown
    for added in grown:
        for other in chain(said, grown - {added}):
            assert not ideas_of(frames[added]) & ideas_of(frames[other]), (added, other)
