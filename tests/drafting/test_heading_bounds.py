"""Heading bounds: no heading scores more than its measure was said to come to."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import load_bank
from drafter.brief import load_brief
from drafter.drafting import draft
from drafter.drafting.wording import headings
from drafter.drafting.wording.heading_measures import shape_of
from drafter.resources import shipped


@pytest.mark.parametrize("name", ["mobilisation", "deployment"])
def test_no_headings_score_more_than_was_promised(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    solve: Any = headings._solve
    tried: list[float] = []

    def watched(*told: Any) -> Any:
        *asked, mosts, least = told
        value, _ = solve(*asked, mosts, float("-inf"))
        tried.append(value)
        assert value <= shape_of(asked[1]) + sum(mosts) + 1e-6
        if value > least + 1e-6:  # it is not given up
            assert solve(*told)[0] == value
        return solve(*told)

    monkeypatch.setattr(headings, "_solve", watched)
    for seed in range(3):
        draft(load_brief(shipped("templates") / name / "example.yaml"), bank=load_bank(), seed=seed)
    assert max(tried) > 0
