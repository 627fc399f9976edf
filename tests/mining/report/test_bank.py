"""The bank's numbers."""

from __future__ import annotations

import re
from itertools import pairwise

from drafter.bank import Bank, load_bank
from drafter.mining.report import bank_figures
from drafter.resources import shipped


def test_a_move_counts_what_is_kept_by_origin_and_genre(bank: Bank) -> None:
    figures = bank_figures(bank)
    rows = {(row.part, row.move): row for row in figures.moves}
    why = rows["points", "why"]
    assert [g for g, _ in figures.genres] == ["host", "mobilisation"]
    assert (why.mined, why.authored, why.anywhere, why.genres) == (0, 2, 1, (1, 1))
    assert rows["points", "task"].mined == 2
    assert (figures.mined, figures.authored) == (5, 2)


def test_genres_are_named_in_chinese(bank: Bank) -> None:
    assert dict(bank_figures(bank).genres) == {"host": "主持词", "mobilisation": "动员讲话"}


def test_every_pack_says_what_was_decided(bank: Bank) -> None:
    packs = {p.id: p for p in bank_figures(bank).packs}
    mined = packs["mined"]
    assert (mined.accepted, mined.proposed, mined.rejected, mined.edited) == (4, 1, 1, 1)
    assert mined.mined
    assert not packs["own"].mined
    assert packs["own"].total == 2


def test_support_falls_into_bins_by_decision_and_arcs_are_left_out(bank: Bank) -> None:
    bins = {b.label: b for b in bank_figures(bank).support}
    assert (bins["2"].proposed, bins["3"].accepted, bins["10—13"].accepted) == (1, 1, 1)
    assert bins["31 以上"].rejected == 1
    assert sum(b.total for b in bins.values()) == 4


def test_bins_end_where_the_patterns_do(bank: Bank) -> None:
    literal = bank_figures(bank).literal
    assert literal[-1].total > 0
    assert literal[0].low == 1
    assert all(a.high is not None and a.high + 1 == b.low for a, b in pairwise(literal))


def test_the_best_are_those_most_sources_have(bank: Bank) -> None:
    figures = bank_figures(bank)
    assert [p.support.speeches for p in figures.best if p.support] == [12, 3, 2]
    assert [p.frame for p in figures.rejected] == ["{{ np }}的重要作用。"]


def test_arcs_come_with_their_counts(bank: Bank) -> None:
    assert bank_figures(bank).arcs == ((("认识", "任务", "保障"), 5), (("成绩", "任务"), 2))


def test_an_empty_bank_has_figures_too() -> None:
    figures = bank_figures(Bank([]))
    assert (figures.mined, figures.authored, figures.best, figures.support) == (0, 0, (), ())


def test_an_occasion_counts_as_the_genre_it_is_one_of() -> None:
    figures = bank_figures(load_bank([shipped("patterns") / "occasions"]))
    assert all(re.fullmatch("[一-龥]+", name) for _, name in figures.genres)
    assert len({name for _, name in figures.genres}) == len(figures.genres) > 3
