"""A bank keeps its shelves for the kinds of speech asked for lately, not for all there are."""

from __future__ import annotations

import pytest

from drafter.bank import Bank, load_bank
from drafter.drafting.setting.genres import load_genre
from drafter.drafting.stock import shelf as shelves
from drafter.drafting.stock.shelf import Shelf, shelf_for


def _of(bank: Bank, level: str) -> Shelf:
    return shelf_for(bank, load_genre("regular"), True, level, (None, None), "庄重")


def test_the_kind_that_was_not_asked_for_longest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "_KINDS", 2)
    bank = load_bank()
    county, school = _of(bank, "县"), _of(bank, "学校")
    assert _of(bank, "县") is county
    _of(bank, "企业")
    assert _of(bank, "县") is county
    assert _of(bank, "学校") is not school
