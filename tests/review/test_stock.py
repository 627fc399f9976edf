"""What the shipped patterns say, kept between runs so that they need not be opened again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from drafter.review import stock


@pytest.fixture
def forgetful(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty cache folder, and nothing remembered from before or for after."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    _forget()
    yield
    _forget()


def _forget() -> None:
    stock._words.cache_clear()
    stock._followers.cache_clear()
    stock.is_common_word.cache_clear()


@pytest.mark.usefixtures("forgetful")
def test_words_of_the_trade_are_told_from_names() -> None:
    assert stock.is_common_word("安全生产")
    assert not stock.is_common_word("清禾县")


def test_what_formulae_are_filled_with_is_said_by_the_trade() -> None:
    # 督查反馈 stands before 工作 in data/objects.yaml: 反馈工作 is no slip for 反诈工作.
    assert stock.is_common_word("督查反馈工作")
    assert not stock.is_common_word("督查反诈工作")


@pytest.mark.usefixtures("forgetful")
def test_what_follows_a_character_is_the_same_kept_and_new() -> None:
    new = stock._followers()
    stock._followers.cache_clear()
    assert stock._followers() == new
    words = stock._words()
    assert all(then in new[first] for first, then in pairwise(words[:5000]))


@pytest.mark.usefixtures("forgetful")
def test_a_piece_is_all_that_a_pattern_says_between_two_places() -> None:
    assert stock.is_piece("聚焦")
    assert not stock.is_piece("聚")


@pytest.mark.usefixtures("forgetful")
def test_what_was_kept_says_the_same_without_the_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = stock._words()
    _forget()
    monkeypatch.setattr(stock, "literals", lambda _: pytest.fail("the patterns were opened"))
    assert stock._words() == fresh
