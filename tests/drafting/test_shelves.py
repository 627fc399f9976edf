"""A bank keeps its shelves for the kinds of speech asked for lately, not for all there are.

What goes, goes at once and leaves nothing: a server looks for garbage seldom.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.bank import Bank, load_bank
from drafter.brief import make_brief
from drafter.drafting import draft
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


@pytest.fixture
def no_collection() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def test_a_shelf_that_goes_is_gone(
    no_collection: None, monkeypatch: pytest.MonkeyPatch, rich: dict[str, Any]
) -> None:
    monkeypatch.setattr(shelves, "_KINDS", 1)
    bank = load_bank()
    draft(make_brief(rich), bank=bank)
    (shelf,) = map(weakref.ref, shelves._SHELVES[bank].values())
    gc.collect()  # what the draft itself left is young
    assert shelf() is not None
    _of(bank, "学校")
    assert shelf() is None


def test_a_bank_that_goes_takes_its_packs_and_shelves_along(
    no_collection: None, tmp_path: Path, rich: dict[str, Any]
) -> None:
    """A house's pack that is saved makes a new bank: the old one's packs were looked over."""
    (tmp_path / "pack.yaml").write_text("{id: own, origin: authored}", encoding="utf-8")
    own = "- {move: why, focus: 认识, frame: 沟渠通了，田里的心就宽了。}"
    (tmp_path / "points.yaml").write_text(own, encoding="utf-8")
    bank = load_bank([tmp_path])
    draft(make_brief(rich), bank=bank)
    left = [*map(weakref.ref, [bank, *bank.packs, *shelves._SHELVES[bank].values()])]
    gc.collect()
    del bank
    assert not [ref() for ref in left if ref() is not None]
