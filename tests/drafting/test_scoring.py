"""Scoring: what candidates could score before they are weighed at their place."""

from __future__ import annotations

from drafter.bank import load_bank
from drafter.brief import load_brief
from drafter.drafting.rendering import compose_page
from drafter.drafting.setting.terms import content_of
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
