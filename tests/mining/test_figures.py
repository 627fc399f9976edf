"""Parallels and groups of four as schemes: what the members share, slots for the rest."""

from __future__ import annotations

import pytest

from drafter.bank import Support
from drafter.mining.figures import figures, figures_in
from drafter.mining.gather import Corpus
from drafter.mining.schemes import figure_patterns


def _shown(text: str) -> list[tuple[str, str]]:
    return [(kind, "".join(items)) for kind, items in figures(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "严字当头，坚持清渠、坚持修坝。",
            [("fourfold", "坚持{x}、坚持{x}")],
        ),
        (
            "坚持清渠护坝，坚持修路架桥，坚持植树种草。",
            [("parallel", "坚持{x}，坚持{x}，坚持{x}")],
        ),
        (
            "认识要到位，措施也到位，检查更到位。",
            [("parallel", "{x}到位，{x}到位，{x}到位")],
        ),
        (
            "有章可循、有据可依，件件有着落。",
            [("fourfold", "有{x}可{x}、有{x}可{x}")],
        ),
        (
            "更加注重清渠；更加注重修坝；更加注重植树；更加注重铺路。",
            [("parallel", "更加注重{x}；更加注重{x}；更加注重{x}")],
        ),
    ],
)
def test_a_figure_is_what_its_members_share(text: str, figure: list[tuple[str, str]]) -> None:
    assert _shown(text) == figure


def test_the_last_of_one_series_may_be_the_first_of_the_next() -> None:
    assert _shown("有章可循、有据可依，有人可问。") == [
        ("fourfold", "有{x}可{x}、有{x}可{x}"),
        ("fourfold", "有{x}可{x}、有{x}可{x}"),
    ]


def test_what_a_blank_breaks_off_is_no_member() -> None:
    assert _shown("有章可循、半句 有据可依。") == [("fourfold", "有{x}可{x}、有{x}可{x}")]


def test_figures_are_the_same_alone_and_beside_other_paragraphs() -> None:
    texts = [
        "坚持清渠护坝，坚持修路架桥，",
        "坚持植树种草。",
        "",
        "坚持清渠护坝，坚持修路架桥，坚持植树种草。",
        "有章可循、",
        "有据可依，件件有着落。",
        "严字当头，坚持清渠、坚持修坝。",
    ]
    assert figures_in(texts) == [figures(text) for text in texts]
    assert [bool(found) for found in figures_in(texts)] == [False] * 3 + [True] + [False] * 2 + [
        True
    ]


def test_two_alike_are_no_parallel() -> None:
    assert _shown("坚持清渠护坝，坚持修路架桥，件件有着落。") == []


def test_words_no_list_has_are_not_held_to_be_shared() -> None:
    assert _shown("灯塔清点，灯塔粉刷，灯塔检漏。") == []


def test_a_figure_that_two_sources_have_becomes_a_pattern_with_slots_of_its_own() -> None:
    corpus = Corpus()
    corpus.figures[("parallel", ("坚持", "{x}", "，", "坚持", "{x}", "，", "坚持", "{x}"))] = 2
    corpus.figures[("parallel", ("着力", "{x}", "，", "着力", "{x}", "，", "着力", "{x}"))] = 1
    (pattern,) = figure_patterns(corpus)
    assert (pattern.part, pattern.move) == ("figures", "parallel")
    assert pattern.frame == "坚持{{ np }}，坚持{{ np2 }}，坚持{{ np3 }}。"
    assert pattern.support == Support(2, 1)


def test_a_figure_with_a_name_of_the_sources_is_none() -> None:
    corpus = Corpus(names={"坚持"})
    corpus.figures[("parallel", ("坚持", "{x}", "，", "坚持", "{x}", "，", "坚持", "{x}"))] = 2
    assert list(figure_patterns(corpus)) == []
