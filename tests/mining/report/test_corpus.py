"""The corpus' numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import SourceError
from drafter.mining.report import CorpusFigures, corpus_figures
from drafter.mining.report.bars import MOST_BARS, shown_lengths
from drafter.mining.report.corpus import BINS, Length, placed
from drafter.reading import read, read_all
from drafter.speech import Paragraph, Sentence, Speech


@pytest.fixture
def figures(corpus: Path) -> CorpusFigures:
    return corpus_figures(read_all([corpus]))


def test_copies_count_once(figures: CorpusFigures) -> None:
    assert (figures.speeches, figures.copies, figures.others) == (3, 1, 0)
    assert figures.characters == sum(length.characters for length in figures.lengths)


def test_lengths_run_from_the_longest_to_the_shortest(figures: CorpusFigures, corpus: Path) -> None:
    assert [length.source[0] for length in figures.lengths] == ["甲", "乙", "丙"]
    longest = read(corpus / "甲.txt").speeches[0]
    assert figures.lengths[0] == Length("甲.txt", 0, longest.characters, 3)


def test_all_points_follow_one_arc(figures: CorpusFigures) -> None:
    assert figures.arcs == ((("认识", "任务", "保障"), 3),)


def test_openings_stand_first_and_closings_last(figures: CorpusFigures) -> None:
    rows = {(row.part, row.move): row for row in figures.heat}
    assert sum(rows["opening", "transition"].counts[: BINS // 2]) == 3
    assert rows["closing", "exhortation"].counts[-2:] != (0, 0)
    assert rows["headings", "heading"].total == 9


def test_a_sentence_stands_where_its_middle_is() -> None:
    speech = Speech(
        (
            Paragraph("p1", "title", "不算在内的标题"),
            Paragraph("p2", "opening", "一二三四", sentences=(Sentence("一二三四", "occasion"),)),
            Paragraph(
                "p3",
                "body",
                "甲乙。丙丁。 戊己。庚辛。",
                sentences=(
                    Sentence("甲乙。"),
                    Sentence("丙丁。", "task"),
                    Sentence("庚辛。", "goal"),
                ),
            ),
        )
    )
    assert speech.characters == 16
    assert list(placed(speech)) == [
        ("opening", "occasion", 2 / 16),
        ("points", "task", 8.5 / 16),
        ("points", "goal", 14.5 / 16),
    ]


def test_what_cannot_be_read_is_kept_as_a_line() -> None:
    figures = corpus_figures([SourceError("读不出来")])
    assert figures.failures == ("S001 读不出来",)
    assert figures.speeches == 0


def test_a_large_corpus_keeps_its_longest_and_shortest() -> None:
    many = [Length(f"{n}.txt", 0, 5000 - n, 3) for n in range(1000)]
    drawn = shown_lengths(many)
    assert len(drawn) == MOST_BARS
    assert (drawn[0][0], drawn[-1][0]) == (0, 999)
