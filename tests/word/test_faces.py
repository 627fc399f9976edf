"""Each run names the faces that it is set in, and characters a face lacks have another."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.word import write_word

from .written import NS, W, attributes, starting, text


def test_every_run_names_its_faces_and_no_theme(page):
    for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml"):
        root = etree.fromstring(page[name])
        assert b"Theme=" not in page[name]
        for fonts in root.iter(f"{W}rFonts"):
            assert fonts.get(f"{W}hint") == "eastAsia"
            assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi")
            assert fonts.get(f"{W}eastAsia")
    document = etree.fromstring(page["word/document.xml"])
    assert {f.get(f"{W}ascii") for f in document.iter(f"{W}rFonts")} == {"Times New Roman"}


def test_faces_have_a_name_for_computers_without_them(page):
    table = etree.fromstring(page["word/fontTable.xml"])
    found = {
        font.get(f"{W}name"): font.find("w:altName", NS).get(f"{W}val")
        for font in table
        if font.find("w:altName", NS) is not None
    }
    assert found["仿宋_GB2312"] == "仿宋"
    assert found["楷体_GB2312"] == "楷体"


def test_ideographs_the_face_lacks_stand_in_the_whole_face(paragraphs):
    runs = starting(paragraphs, "（一）").findall("w:r", NS)
    rare = [r for r in runs if attributes(r, "w:rPr/w:rFonts")["eastAsia"] == "仿宋"]
    assert [text(r) for r in rare] == ["喆堃"]


def test_the_font_set_is_selectable(draft, parts):
    page = parts(write_word(draft, fonts="windows"))
    faces = set(re.findall(r'w:eastAsia="([^"]+)"', page["word/document.xml"].decode()))
    assert faces == {"宋体", "仿宋", "楷体", "黑体"}


@pytest.mark.parametrize("char", "喆堃玥昇犇赟珺祎翀旻垚")
def test_each_ideograph_the_old_faces_lack_is_shown_by_another(draft, body, char):

    named = tuple(
        replace(p, text=f"请张{char}同志发言。") if p.id == "p7" else p
        for p in draft.speech.paragraphs
    )
    changed = replace(draft, speech=replace(draft.speech, paragraphs=named))
    rows = {text(p): p for p in body(write_word(changed)).iterfind("w:p", NS)}
    runs = rows[f"请张{char}同志发言。"].findall("w:r", NS)
    shown = {text(r): attributes(r, "w:rPr/w:rFonts")["eastAsia"] for r in runs}
    assert shown == {"请张": "仿宋_GB2312", char: "仿宋", "同志发言。": "仿宋_GB2312"}


def test_every_paragraph_and_run_is_formatted_outright(draft, body):
    """Outside checkers read the formatting on the text, not the styles."""
    for paragraph in body(write_word(draft)).iterfind("w:p", NS):
        for name in ("spacing", "ind", "jc"):
            assert paragraph.find(f"w:pPr/w:{name}", NS) is not None
        for run in paragraph.iter(f"{W}r"):
            if run.find("w:t", NS) is not None:
                for name in ("rFonts", "b", "sz"):
                    assert run.find(f"w:rPr/w:{name}", NS) is not None
