"""What growing and telling leave out because nothing could come of it changes no draft."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import load_bank
from drafter.brief import load_brief
from drafter.drafting import draft
from drafter.drafting.planning.plan import Block, Section, Unit
from drafter.drafting.rendering import compose_page
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.stock.suiting import any_at_all
from drafter.drafting.wording import growing
from drafter.resources import shipped
from drafter.speech import Sentence, spoken_length


def example() -> Any:
    return load_brief(shipped("templates") / "mobilisation" / "example.yaml")


def test_a_step_that_can_find_nothing_any_more_is_not_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[bool] = []
    add_beside = growing.add_beside

    def counted(*asked: Any) -> list[Sentence]:
        added = add_beside(*asked)
        tried.append(bool(added))
        return added

    monkeypatch.setattr(growing, "add_beside", counted)
    few = draft(example(), bank=load_bank(), seed=1)
    once, found = len(tried), sum(tried)
    tried.clear()
    monkeypatch.setattr(growing, "_LASTING", frozenset())
    monkeypatch.setattr(growing, "_SHARED", "")
    many = draft(example(), bank=load_bank(), seed=1)
    assert once < len(tried)
    assert found == sum(tried)
    assert few.speech == many.speech


def test_a_section_is_as_long_as_its_sentences_together() -> None:
    said = [Sentence(text, None, None, "brief") for text in ("先把账 理清。", "再分\u200b头去办。")]
    head = Sentence("一件一件办。", "heading", None, "brief")
    unit = Unit("verbatim", "points", ("task",), said=said[:1], grown=said[1:])
    section = Section("point", [Block("heading", heading_said=head), Block("body", [unit])])
    assert section.length == spoken_length("".join(s.text for s in (head, *said)))


def test_what_is_left_leaves_out_what_was_said_and_what_the_brief_has_no_use_for() -> None:
    composition, _, _ = compose_page(example(), load_bank(), 0)
    worder = composition.worder
    scorer = worder.scorer
    asked = ("points", ("measure", "mechanism", "goal"), "任务")
    known = frozenset(scorer.words)
    stock = worder.shelf.free(Wanted(*asked, suits=any_at_all), known, counted=True)
    useful = [
        c for c in stock.candidates
        if c.key not in worder.memory.keys and scorer.is_concerned(c)
    ]  # fmt: skip
    size = sum(c.size + sum(len(scorer.words[name]) for name in c.needs) for c in useful)
    assert scorer.left(*asked) == size


def test_the_nearest_around_is_the_most_any_is_near() -> None:
    composition, _, _ = compose_page(example(), load_bank(), 0)
    index = composition.worder.shelf.index
    about = content_of("排查隐患，落实责任")
    near, most = index.around(about)
    assert near == index.nearness(about)
    assert most == max(near.values())
    assert index.around(frozenset()) == ({}, 0.0)
