"""Podium copies: long paragraphs in stretches of whole sentences, and back into one on reading."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.speech import Paragraph
from drafter.text.sentences import split_sentences
from drafter.word import as_printed, compare, read_word, write_word
from drafter.word.stretches import lines_of, stretches

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCES = (
    "今年以来，全县上下抓项目、稳工业、促消费，主要指标好于年初预期，来之不易。",
    "也要看到，项目储备不足、资金到位偏慢、服务不够主动，这些问题还比较突出。",
    "下一步，各乡镇要把开工在建的项目逐个过一遍，卡在哪一环就解开哪一环。",
    "县直部门要主动上门，能办的当天办，办不了的三天之内说清楚怎么办。",
    "办公室每半个月通报一次进度。",
)
LONG = "".join(SENTENCES * 3)


@pytest.fixture
def long_draft(draft):
    paragraphs = list(draft.speech.paragraphs)
    paragraphs[6] = replace(paragraphs[6], text=LONG, sentences=())
    paragraphs[7] = replace(paragraphs[7], text="（一）摸清底数。" + LONG, sentences=())
    paragraphs[11] = replace(paragraphs[11], text=LONG, sentences=())
    return replace(draft, speech=replace(draft.speech, paragraphs=tuple(paragraphs)))


def text(element):
    return "".join(t.text for t in element.iter(f"{W}t"))


def rows(body, data):
    return [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), text(p), p)
        for p in body(data).iterfind(f"{W}p")
        if text(p)
    ]


@pytest.mark.parametrize("most", range(1, 9))
@pytest.mark.parametrize("room", [16, 20, 24])
def test_stretches_are_whole_sentences_within_the_limit(most, room):
    cuts = stretches(LONG, room, 2, most)
    pieces = [LONG[a:b] for a, b in zip((0, *cuts), (*cuts, len(LONG)), strict=True)]
    assert "".join(pieces) == LONG
    for piece in pieces:
        assert piece[-1] == "。"
        assert lines_of(piece, room) <= most or len(split_sentences(piece)) == 1


def test_stretches_are_about_equally_long():
    cuts = stretches(LONG, 24, 2, 6)
    lengths = [b - a for a, b in zip((0, *cuts), (*cuts, len(LONG)), strict=True)]
    assert min(lengths) > max(lengths) / 2


def test_what_fits_stays_one_paragraph():
    assert stretches(SENTENCES[0] * 2, 24, 2, 6) == ()
    assert stretches(LONG, 24, 2, 0) == ()


@pytest.mark.parametrize("layout", ["大字", "特大字"])
def test_every_paragraph_of_a_podium_copy_is_kept_on_a_page(long_draft, body, layout):
    found = rows(body, write_word(long_draft, layout=layout))
    continued = [p for style, _, p in found if style == "SpeechContinued"]
    assert len(continued) >= 6
    for paragraph in continued:
        assert paragraph.find(f"{W}pPr/{W}keepLines") is not None
        assert paragraph.find(f"{W}pPr/{W}ind").get(f"{W}firstLine") == "0"
    for _, shown, paragraph in found:
        if len(split_sentences(shown)) > 1:
            assert paragraph.find(f"{W}pPr/{W}keepLines") is not None, shown


def test_the_standard_page_has_no_stretches(long_draft, body):
    styles = {style for style, _, _ in rows(body, write_word(long_draft))}
    assert "SpeechContinued" not in styles


@pytest.mark.parametrize("clean", [True, False])
def test_stretches_come_back_as_the_paragraph_they_are(long_draft, audit, clean):
    data = write_word(long_draft, layout="特大字", clean=clean)
    assert audit(data) == []
    back = read_word(data).draft
    sent = as_printed(long_draft)
    assert [p.text for p in back.speech.paragraphs] == [p.text for p in sent.speech.paragraphs]
    assert clean or back == sent


def test_with_comments_and_a_style_separator_too(long_draft, audit, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("like: 大字\nid: own\nname: 自用\nrun_in: separator\n", "utf-8")
    data = write_word(long_draft, layout=own, comments=True)
    assert audit(data) == []
    assert read_word(data).draft == as_printed(long_draft)


def test_an_edit_in_a_stretch_is_an_edit_of_its_paragraph(long_draft, edit):
    data = write_word(long_draft, layout="大字")
    changed = edit(data, lambda xml: xml.replace("每半个月通报", "每个月通报", 2))
    reading = read_word(changed)
    changes = compare(reading.sent, reading.draft).changes
    assert [c.kind for c in changes] == ["changed"]
    assert len(reading.draft.speech.paragraphs) == len(long_draft.speech.paragraphs)


def test_a_stretch_whose_beginning_was_deleted_stands_by_itself(long_draft, parts, repack):
    found = parts(write_word(long_draft, layout="大字"))
    root = etree.fromstring(found["word/document.xml"])
    heading = next(p for p in root.iter(f"{W}p") if text(p).startswith("一、提高"))
    heading.getparent().remove(heading.getnext())
    data = repack(found | {"word/document.xml": etree.tostring(root)})
    texts = [p.text for p in read_word(data).draft.speech.paragraphs]
    assert "一、提高站位，认清形势" in texts


@pytest.mark.office
@pytest.mark.parametrize("layout", ["大字", "特大字"])
def test_no_page_of_a_podium_copy_ends_within_a_sentence(draft, convert, tmp_path, layout):
    import subprocess

    fillers = [
        Paragraph(f"q{n}", "body", "".join(SENTENCES[i % 5] for i in range(n, n + 2 + n % 7)))
        for n in range(14)
    ]
    speech = replace(draft.speech, paragraphs=(*draft.speech.paragraphs[:5], *fillers))
    path = tmp_path / "大字.docx"
    path.write_bytes(write_word(replace(draft, speech=speech), layout=layout))
    pdf = convert(path, "pdf")
    shown = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    pages = shown.stdout.decode().split("\f")[:-1]
    assert len(pages) > 3
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert re.fullmatch(r"[—\-– ]+\d+[—\-– ]+", lines[-1]), lines[-1]
        assert lines[-2].endswith(("。", "：", "！", "讲话")), lines[-2]


@pytest.mark.office
def test_stretches_survive_libreoffice(long_draft, convert, tmp_path):
    pytest.importorskip("pypinyin", reason="the extra 'pinyin' is not installed")
    path = tmp_path / "大字.docx"
    path.write_bytes(write_word(long_draft, layout="特大字", pinyin=True, minutes=True))
    assert read_word(convert(path, "docx")).draft == as_printed(long_draft)
