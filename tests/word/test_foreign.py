"""Files other programs wrote or saved, and very long ones."""

from __future__ import annotations

import io

import docx
from msgspec.structs import replace

from drafter.speech import Paragraph, Speech
from drafter.word import as_printed, read_word, write_word


def test_a_plain_docx_of_other_making_is_read_by_shape(tmp_path):
    document = docx.Document()
    for line in (
        "在全局年度工作会议上的讲话",
        "（2026年3月1日）",
        "局党组书记、局长  李明",
        "同志们：",
        "今天召开年度工作会议。",
        "一、统一思想",
        "思想是行动的先导。",
    ):
        document.add_paragraph(line)
    path = tmp_path / "别处.docx"
    document.save(str(path))
    speech: Speech = read_word(path).speech
    assert [p.role for p in speech.paragraphs] == [
        "title",
        "date",
        "speaker",
        "salutation",
        "opening",
        "heading",
        "body",
    ]
    assert (speech.title, speech.date) == ("在全局年度工作会议上的讲话", "2026-03-01")


def test_a_newsletter_without_salutation_has_no_speaker_line(tmp_path):
    document = docx.Document()
    for line in ("关于秋粮收购的报告", "今年秋粮收购已经开始，进度正常。", "下一步抓好收尾。"):
        document.add_paragraph(line)
    path = tmp_path / "别处.docx"
    document.save(str(path))
    assert [p.role for p in read_word(path).speech.paragraphs] == ["title", "opening", "opening"]


def test_a_file_saved_by_python_docx_is_untouched_and_its_tables_are_text(draft):
    document = docx.Document(io.BytesIO(write_word(draft)))
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "任务", "抓好秋粮收购"
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.bold = True
    out = io.BytesIO()
    document.save(out)
    reading = read_word(out.getvalue())
    sent = as_printed(draft)
    assert reading.sent == sent
    found = reading.speech.paragraphs
    assert found[:13] == sent.speech.paragraphs
    assert [p.text for p in found[13:]] == ["任务", "抓好秋粮收购"]


def test_three_hundred_paragraphs_with_hard_characters(draft):
    texts = (f"各乡镇要逐项排查😀喆堃玥，A&B<C>，第{n}处。" * (n % 5 + 1) for n in range(300))
    paragraphs = tuple(Paragraph(f"q{n}", "body", text) for n, text in enumerate(texts))
    long = replace(draft, speech=replace(draft.speech, paragraphs=paragraphs), pending=())
    for layout in ("标准", "特大字"):
        assert read_word(write_word(long, layout=layout)).draft == as_printed(long)


def test_a_podium_copy_is_one_more_text_of_the_house(draft):
    """``drafter parse`` and ``mine`` read the speech, not the notes beside it."""
    from drafter.reading.sources import source_from_bytes

    text = "各乡镇要把项目逐个过一遍，卡在哪一环就解开哪一环，当天能办的当天办。" * 9
    paragraphs = list(draft.speech.paragraphs)
    paragraphs[6] = replace(paragraphs[6], text=text, sentences=())
    long = replace(draft, speech=replace(draft.speech, paragraphs=tuple(paragraphs)))
    data = write_word(long, layout="特大字", minutes=True)
    lines = [line for line in source_from_bytes("大字.docx", data).lines if line]
    assert "".join(lines) == "".join(p.text for p in as_printed(long).speech.paragraphs)
    assert text in lines
