"""Kinds of speech kept between runs: the same drafts, whatever was drafted or kept before."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bank import load_bank
from drafter.brief import Brief
from drafter.brief.loading import load_brief
from drafter.caching import keep_data, kept_data
from drafter.drafting import draft
from drafter.drafting.stock import kinds as kinds_module
from drafter.drafting.stock.kinds import KindKey, kind_of
from drafter.resources import shipped

KEY = KindKey("warning", True, "县", "安全生产", "庄重")


@pytest.fixture
def brief() -> Brief:
    return load_brief(shipped("templates") / "warning" / "example.yaml")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "drafter"


def test_the_first_draft_of_a_kind_is_like_the_next(brief: Brief):
    bank = load_bank()
    assert draft(brief, bank=bank) == draft(brief, bank=bank)


def test_a_kept_kind_gives_the_same_draft(brief: Brief, cache: Path):
    fresh = draft(brief, bank=load_bank())
    assert len(list((cache / kinds_module._KIND).iterdir())) == 1
    assert draft(brief, bank=load_bank()) == fresh


def test_a_kept_kind_opens_no_pack(cache: Path, monkeypatch: pytest.MonkeyPatch):
    fresh = kind_of(load_bank(), KEY)
    monkeypatch.setattr(kinds_module, "looks_of", lambda _: pytest.fail("a pack was opened"))
    assert kind_of(load_bank(), KEY) == fresh


def test_a_damaged_cache_is_as_good_as_none(cache: Path):
    fresh = kind_of(load_bank(), KEY)
    for file in (cache / kinds_module._KIND).iterdir():
        file.write_bytes(b"\xff\x00")
    assert kind_of(load_bank(), KEY) == fresh


def test_what_is_asked_of_listeners_is_not_asked_of_guests():
    bank = load_bank()
    asked = {c.pattern.id for c in kind_of(bank, KEY).candidates}
    guests = kind_of(bank, KindKey("warning", False, "县", "安全生产", "庄重")).candidates
    assert {c.pattern.id for c in guests} < asked
    assert all("warning" in c.pattern.genres for c in guests if c.directive)


def test_only_the_newest_are_kept(cache: Path):
    for number in range(5):
        keep_data("some", str(number), b"x", most=3)
    assert [kept_data("some", str(n)) is not None for n in range(5)] == [False] * 2 + [True] * 3
