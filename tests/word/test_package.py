"""What a written file holds beside its text: settings, properties, provenance, comments."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from drafter.word import write_word

from .written import NS, W, attributes, starting, text


@pytest.mark.parametrize("layout", ["标准", "网格", "大字", "特大字"])
@pytest.mark.parametrize("options", [{}, {"clean": True}, {"comments": True}])
def test_openxml_audit_finds_nothing(draft, audit, layout, options):
    assert audit(write_word(draft, layout=layout, **options)) == []


def test_the_same_draft_gives_the_same_bytes_in_another_process(draft):
    script = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from drafts import sample_draft; "
        "from drafter.word import write_word; "
        "print(hashlib.sha256(write_word(sample_draft(), comments=True)).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script, str(Path(__file__).parent)],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(runs) == 1


def test_stops_may_hang_over_the_margin_and_it_is_said_outright(page):
    assert b'<w:overflowPunct w:val="1"/>' in page["word/styles.xml"]


def test_settings_say_chinese_word_2013_and_compressed_punctuation(page):
    settings = page["word/settings.xml"].decode()
    assert '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' in settings
    assert '<w:characterSpacingControl w:val="compressPunctuation"/>' in settings
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings
    assert 'w:eastAsia="zh-CN"' in page["word/styles.xml"].decode()


def test_a_place_to_fill_is_an_inline_control_with_alias_and_tag(paragraphs):
    control = starting(paragraphs, "今天").find("w:sdt", NS)
    assert text(control) == "【请填写：会议议程】"
    assert attributes(control, "w:sdtPr/w:alias")["val"] == "议程"
    assert attributes(control, "w:sdtPr/w:tag")["val"] == "议程"
    assert control.find("w:sdtPr/w:showingPlcHdr", NS) is not None


def test_properties_name_the_title_and_the_briefs_author(page):
    core = page["docProps/core.xml"].decode()
    assert "<dc:title>在全县安全生产百日攻坚行动动员会议上的讲话</dc:title>" in core
    assert "<dc:creator>安平县人民政府</dc:creator>" in core
    assert "python" not in "".join(d.decode("utf-8", "ignore") for d in page.values()).lower()


def test_provenance_is_a_bookmark_a_paragraph_and_a_custom_part(draft, page, body):
    marks = [m.get(f"{W}name") for m in body(write_word(draft)).iter(f"{W}bookmarkStart")]
    assert marks == [f"_drafter_p{n}" for n in range(1, 14)]
    part = page["customXml/item1.xml"].decode()
    assert '"seed":7' in part
    assert '"patterns":"sha256:aa"' in part
    assert '"brief":"sha256:bb"' in part


def test_a_clean_copy_has_none_of_it(draft, parts):
    page = parts(write_word(draft, clean=True))
    whole = b"".join(page.values())
    assert not any(name.startswith("customXml") for name in page)
    for trace in (b"bookmark", b"sha256", b"opening.purpose", b"drafter", b"comment"):
        assert trace not in whole.lower().replace(b"annotation", b"").replace(
            b"commentreference", b""
        ).replace(b"commenttext", b"")


def test_comments_name_the_source_of_each_sentence(draft, parts):
    comments = etree.fromstring(parts(write_word(draft, comments=True))["word/comments.xml"])
    shown = [text(c) for c in comments]
    assert "挖掘的句式；opening.purpose.0007；用到：会议、主题.名称" in shown
    assert "提纲原话；用到：成绩" in shown


def test_the_language_of_chinese_text_is_chinese(page):
    styles = etree.fromstring(page["word/styles.xml"])
    language = attributes(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert language["eastAsia"] == "zh-CN"
