"""Extras of a podium copy: readings over hard characters, minutes in the margin."""

from __future__ import annotations

import re
import sys

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.errors import UsageError
from drafter.word import as_printed, read_word, write_word
from drafter.word.minutes import section_minutes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def layout(tmp_path):
    def make(**keys):
        path = tmp_path / "own.yaml"
        lines = [f"{key}: {value}" for key, value in keys.items()]
        path.write_text("\n".join(["like: 大字", "id: own", "name: 自用", *lines]), "utf-8")
        return path

    return make


def readings(element):
    return {
        "".join(t.text for t in ruby.find(f"{W}rubyBase").iter(f"{W}t")): "".join(
            t.text for t in ruby.find(f"{W}rt").iter(f"{W}t")
        )
        for ruby in element.iter(f"{W}ruby")
    }


def test_rare_characters_carry_their_reading(draft, body, layout):
    pytest.importorskip("pypinyin", reason="the extra 'pinyin' is not installed")
    found = readings(body(write_word(draft, layout=layout(pinyin="rare"))))
    assert found["喆"] == "zhé"
    assert found["堃"] == "kūn"
    assert "安" not in found


def test_names_carry_their_reading_with_the_surnames_own(draft, body, layout):
    pytest.importorskip("pypinyin", reason="the extra 'pinyin' is not installed")
    paragraphs = list(draft.speech.paragraphs)
    paragraphs[6] = replace(paragraphs[6], text="请单伟同志作表态发言。", sentences=())
    named = replace(draft, speech=replace(draft.speech, paragraphs=tuple(paragraphs)))
    found = readings(body(write_word(named, layout=layout(pinyin="names"))))
    assert (found["单"], found["伟"]) == ("shàn", "wěi")


def test_without_pypinyin_the_user_is_told_what_to_install(draft, layout, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypinyin", None)
    with pytest.raises(UsageError, match=r"pip install -e '\.\[pinyin\]'"):
        write_word(draft, layout=layout(pinyin="rare"))


def test_minutes_of_each_part_stand_in_the_margin(draft, body, layout):
    frames = [
        "".join(t.text for t in p.iter(f"{W}t"))
        for p in body(write_word(draft, layout=layout(minutes="yes"))).iterfind(f"{W}p")
        if p.find(f"{W}pPr/{W}framePr") is not None
    ]
    assert len(frames) == 3
    assert all(re.fullmatch(r"约\d+\.\d分钟", text) for text in frames)


def test_the_parts_add_up_to_the_whole(draft):
    parts = section_minutes(draft)
    assert list(parts) == ["p4", "p6", "p10"]
    assert sum(parts.values()) == pytest.approx(draft.characters / draft.rate)


@pytest.mark.parametrize("options", [{"minutes": "yes"}, {"minutes": "yes", "pinyin": "names"}])
def test_extras_are_valid_and_no_part_of_the_speech(draft, audit, layout, options):
    pytest.importorskip("pypinyin", reason="the extra 'pinyin' is not installed")
    data = write_word(draft, layout=layout(**options))
    assert audit(data) == []
    assert read_word(data).draft == as_printed(draft)


@pytest.mark.office
def test_extras_survive_libreoffice(draft, convert, layout, tmp_path):
    pytest.importorskip("pypinyin", reason="the extra 'pinyin' is not installed")
    path = tmp_path / "大字.docx"
    path.write_bytes(write_word(draft, layout=layout(minutes="yes", pinyin="names")))
    assert read_word(convert(path, "docx")).draft == as_printed(draft)


def test_the_frame_is_a_frame(draft, parts, layout):
    document = parts(write_word(draft, layout=layout(minutes="yes")))["word/document.xml"]
    root = etree.fromstring(document)
    frame = next(root.iter(f"{W}framePr"))
    assert frame.get(f"{W}hAnchor") == "page"
