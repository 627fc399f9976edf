"""The page as a file: whole, offline, the same every time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest

from drafter.bank import Bank
from drafter.mining import Held
from drafter.mining.report import bank_figures, corpus_figures, held_reasons, report_page
from drafter.mining.report.flow import flow_chart
from drafter.mining.report.svg import scale, tag
from drafter.reading import read_all

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def page(bank: Bank, corpus: Path) -> str:
    held = [Held("points", "在青禾县推进{{ np }}。", ("含地名“青禾县”",))]
    figures = corpus_figures(read_all([corpus]))
    return report_page(bank_figures(bank), figures, held_reasons(held))


def test_nothing_is_asked_of_any_server(page: str) -> None:
    assert not re.search(r"https?://|//[a-z]|url\(|@import|<script|<link|<iframe|src=", page)
    assert "default-src 'none'" in page


def test_every_picture_is_there_and_says_what_it_shows(page: str) -> None:
    pictures = lxml.html.document_fromstring(page).xpath("//*[local-name()='svg']/@aria-label")
    assert len(pictures) == 7
    assert pictures[0] == "句式库：语步与文种，每格是能用的句式条数"


def test_tables_say_what_the_pictures_draw(page: str) -> None:
    document = lxml.html.document_fromstring(page)
    cells = [" ".join(row.text_content().split()) for row in document.iter("tr")]
    assert "认识 → 任务 → 保障3" in cells
    assert any(c.startswith("最长甲.txt") for c in cells)
    assert any(c.startswith("含地名1") for c in cells)


def test_what_was_held_back_is_not_shown(page: str) -> None:
    assert "含地名" in page
    assert "青禾" not in page


def test_what_was_put_out_of_sight_is_counted_by_kind(bank: Bank) -> None:
    page = report_page(bank_figures(bank), masked=[("数目", 1234), ("主题", 5)])
    cells = [
        " ".join(r.text_content().split()) for r in lxml.html.document_fromstring(page).iter("tr")
    ]
    assert "数目1,234" in cells


def test_words_of_packs_and_files_are_only_words(bank: Bank, corpus: Path) -> None:
    (corpus / "丙.txt").rename(corpus / "<b>丙&.txt")
    page = report_page(bank_figures(bank), corpus_figures(read_all([corpus])), ())
    assert "<b>" not in page
    assert "&lt;b&gt;丙&amp;.txt" in page


def test_the_same_figures_give_the_same_bytes(bank: Bank, corpus: Path, page: str) -> None:
    held = [Held("points", "在青禾县推进{{ np }}。", ("含地名“青禾县”",))]
    again = corpus_figures(read_all(sorted(corpus.iterdir(), reverse=True)))
    names = [length.source for length in again.lengths]
    assert names[:2] == ["甲.txt", "乙.txt"]
    figures = corpus_figures(read_all([corpus]))
    assert report_page(bank_figures(bank), figures, held_reasons(held)) == page


def test_without_a_corpus_the_page_says_what_it_lacks(bank: Bank) -> None:
    page = report_page(bank_figures(bank))
    assert "drafter patterns report -o report.html 讲话文件夹/" in page
    assert "取自句式包里的骨架" in page
    assert "这些句式包没有记下拦下的句式" in page


def test_an_empty_bank_makes_a_page_too() -> None:
    page = report_page(bank_figures(Bank([])))
    assert "没有挖掘所得的句式" in page
    assert "没有骨架" in page


def test_ribbons_are_as_wide_as_their_counts() -> None:
    drawn = flow_chart([(("认识", "任务"), 3), (("认识", "保障"), 1)])
    heights = {
        about: float(high)
        for high, about in re.findall(r'height="([\d.]+)"[^>]*><title>(第.点讲..)', drawn)
    }
    assert heights["第一点讲认识"] == pytest.approx(
        heights["第二点讲任务"] + heights["第二点讲保障"], abs=0.2
    )
    assert heights["第二点讲任务"] == pytest.approx(3 * heights["第二点讲保障"], rel=0.01)
    assert "第一点讲认识、接着讲任务：3 篇" in drawn


def test_attributes_and_words_are_escaped() -> None:
    assert tag("text", "<1>", fill='"', class_="a", x=1.0) == (
        '<text fill="&#34;" class="a" x="1">&lt;1&gt;</text>'
    )


def test_colours_go_from_paper_to_dark() -> None:
    assert scale(0) == ("#fffaf0", False)
    assert scale(2) == ("#601016", True)


@pytest.mark.slow
def test_the_command_writes_the_file_and_names_what_it_could_not_read(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    (corpus / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    status, out, err = run("patterns", "report", "-o", str(tmp_path / "r.html"), str(corpus))
    assert (status, out) == (1, "")
    assert "坏.docx" in err
    assert "有 1 个文件读不出来" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_command_does_without_a_corpus(run: Run, tmp_path: Path) -> None:
    held = tmp_path / "held.yaml"
    held.write_text("- {part: points, frame: 2次会议。, reasons: [含数字]}\n", encoding="utf-8")
    status, out, err = run("patterns", "report", "-o", "-", "--held", str(held))
    assert (status, err) == (0, "")
    assert "含数字" in out
