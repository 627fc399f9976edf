"""PDF files: paragraphs from boxes, whatever order the characters were drawn in."""

from __future__ import annotations

import contextlib

import pytest

from drafter.errors import SourceError
from drafter.reading.sources.pdf import read_pdf
from drafter.reading.sources.refusals import Limits

FULL = "各乡镇各部门要对照任务清单逐条过堂做到底数清情况明责"  # 26 of 26 characters a line


def test_full_lines_run_on_and_an_indent_starts_a_paragraph(make_pdf, column) -> None:
    page = column("　　" + FULL[:24], FULL, "任到人。", "　　第二段从这里开始。")
    assert read_pdf(make_pdf([page])) == [
        FULL[:24] + FULL + "任到人。",
        "第二段从这里开始。",
    ]


def test_a_short_line_ends_its_paragraph_even_without_an_indent(make_pdf, column) -> None:
    page = column(FULL, "同志们：", FULL, "到此为止。")
    assert read_pdf(make_pdf([page])) == [FULL + "同志们：", FULL + "到此为止。"]


def test_space_between_paragraphs_parts_them_where_nothing_is_indented(make_pdf, column) -> None:
    above = column(FULL, FULL, FULL, top=740)
    below = column(FULL, FULL, top=740 - 3 * 28 - 20)
    assert read_pdf(make_pdf([above + below])) == [FULL * 3, FULL * 2]


def test_a_paragraph_goes_on_over_a_page_number(make_pdf, column) -> None:
    number = [(280.0, 60.0, 14.0, "— 1 —")]
    pages = [column("　　" + FULL[:24], FULL) + number, column("过了一页。", "　　下一段。")]
    assert read_pdf(make_pdf(pages)) == [
        FULL[:24] + FULL + "过了一页。",
        "— 1 —",
        "下一段。",
    ]


def test_heads_that_run_from_page_to_page_are_left_out(make_pdf, column) -> None:
    head = [(90.0, 800.0, 10.0, "安平县人民政府办公室")]
    pages = [head + column("　　" + FULL[:24], f"第{n}页的内容。") for n in "一二三四"]
    lines = read_pdf(make_pdf(pages))
    assert len(lines) == 4
    assert not any("办公室" in line for line in lines)


def test_titles_alike_on_every_page_stay_because_they_are_large(make_pdf, column) -> None:
    pages = [
        [(240.0, 780.0, 22.0, "述职报告"), *column("　　" + FULL[:24], FULL, FULL, f"我是{name}。")]
        for name in ("李明", "王芳", "张伟", "赵敏")
    ]
    assert read_pdf(make_pdf(pages)).count("述职报告") == 4


def test_order_of_drawing_does_not_matter(make_pdf) -> None:
    page = [
        (122.0, 700.0, 16.0, "推动发展"),
        (90.0, 700.0, 16.0, "围绕"),
        (90.0, 740.0, 16.0, "上"),
    ]
    assert read_pdf(make_pdf([page])) == ["上", "围绕推动发展"]


def test_a_raised_small_number_is_a_note_mark(make_pdf) -> None:
    page = [
        (90.0, 700.0, 16.0, "增长百分之八"),
        (186.0, 708.0, 8.0, "[2]"),
        (210.0, 700.0, 16.0, "。"),
    ]
    assert read_pdf(make_pdf([page])) == ["增长百分之八。"]


def test_notes_at_the_foot_follow_the_paragraph_they_interrupt(make_pdf, column) -> None:
    note = [(90.0, 80.0, 9.0, "① 数据来源于县统计局。")]
    pages = [column("　　" + FULL[:24], FULL) + note, column("接着说完。")]
    assert read_pdf(make_pdf(pages)) == [FULL[:24] + FULL + "接着说完。", "① 数据来源于县统计局。"]


def test_names_set_apart_keep_their_space(make_pdf) -> None:
    page = [(240.0, 700.0, 16.0, "李"), (272.0, 700.0, 16.0, "明")]
    assert read_pdf(make_pdf([page])) == ["李 明"]


def test_a_watermark_set_aslant_is_no_text(assemble_pdf, make_pdf, column) -> None:
    plain = make_pdf([column("　　" + FULL[:24], "到此为止。")])
    mark = "内部资料".encode("utf-16-be").hex()
    slanted = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 400 Tm <{mark}> Tj ET\n".encode()
    start = plain.index(b"stream\n") + len(b"stream\n")
    length = plain.index(b"\nendstream") - start
    with_mark = plain.replace(b"/Length %d" % length, b"/Length %d" % (length + len(slanted)))
    start = with_mark.index(b"stream\n") + len(b"stream\n")
    assert read_pdf(with_mark[:start] + slanted + with_mark[start:]) == [FULL[:24] + "到此为止。"]


def test_a_scan_says_that_it_needs_ocr(assemble_pdf) -> None:
    pixel = b"<</Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>"
    pdf = assemble_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            page % b"/XObject<</I 5 0 R>>",
            b"<</Length 26>>stream\nq 500 0 0 700 0 0 cm /I Do Q\nendstream",
            pixel + b"stream\n\x80\nendstream",
        ]
    )
    with pytest.raises(SourceError, match="扫描件") as caught:
        read_pdf(pdf)
    assert caught.value.code == "S008"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.4\n%\xff\xff trailer<</Root 9 0 R>>", b""]
)
def test_a_damaged_file_says_so(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read_pdf(data)
    assert caught.value.code == "S006"


def test_a_cut_off_file_gives_lines_or_its_reason(make_pdf, column) -> None:
    whole = make_pdf([column(FULL, "完。")])
    codes = set()
    for length in range(0, len(whole), 97):
        with contextlib.suppress(SourceError):
            codes.add(type(read_pdf(whole[:length])).__name__)
    assert codes <= {"list"}


def test_more_pages_than_any_speech_has_are_refused(make_pdf, column) -> None:
    with pytest.raises(SourceError, match="3 页"):
        read_pdf(make_pdf([column("一")] * 3), Limits(pdf_pages=2))
