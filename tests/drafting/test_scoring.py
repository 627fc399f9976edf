"""Scoring: what candidates could score before they are weighed at their place."""

from __future__ import annotations

from drafter.bank import load_bank
from drafter.brief import load_brief
from drafter.drafting.rendering import compose_page
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.shelf import Wanted
from drafter.drafting.wording.place import Near
from drafter.resources import shipped


def test_no_frame_for_facts_scores_more_than_was_promised() -> None:
    brief = load_brief(shipped("templates") / "mobilisation" / "example.yaml")
    composition, _, _ = compose_page(brief, load_bank(), 0)
    scorer = composition.worder.scorer
    told = ("各级要把责任扛起来。", "要抓紧排查。")
    near = Near(told, about=content_of("排查隐患，落实责任"))
    facts = frozenset({"task", "measures", "owner", "deadline", "result"})
    sets = 0
    for key, most, candidates in scorer.best_of_each("points", ("task",), "任务", near, facts):
        sets += 1
        assert key <= facts
        assert all(score <= most for score, _ in candidates)
    assert sets > 4


def test_where_no_formula_is_offered_there_is_none_to_choose() -> None:
    brief = load_brief(shipped("templates") / "mobilisation" / "example.yaml")
    composition, _, _ = compose_page(brief, load_bank(), 0)
    scorer, least = composition.worder.scorer, 0.1
    units = [u for section in composition.plan.points for u in section.units()]
    offered = set()
    for about in {content_of("给猫梳毛"), *(u.about for u in units)}:
        for kind in ("part", "field", "any"):
            wanted = Wanted("points", ("measure", "mechanism"), passage=False, shared=kind)
            offers = scorer.offers(wanted, about, least)
            offered.add(offers)
            if not offers:
                near = Near(about=about)
                assert not list(scorer.best_first(wanted, near, least=least))
                assert kind != "part" or not list(scorer.best_first(wanted, near, about=about))
    assert offered == {True, False}
