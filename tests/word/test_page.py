"""The rules of a Chinese office page (GB/T 9704-2012), one by one, on the XML of a written file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.word import write_word

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"


@pytest.fixture
def page(draft, parts):
    return parts(write_word(draft, author="安平县人民政府"))


@pytest.fixture
def paragraphs(draft, body):
    """The text paragraphs by their text; empty lines left out."""
    found = body(write_word(draft)).iterfind("w:p", NS)
    return {text(p): p for p in found if text(p)}


def text(element):
    return "".join(t.text for t in element.iter(f"{W}t"))


def attributes(element, path):
    found = element.find(path, NS)
    assert found is not None, path
    return {etree.QName(k).localname: v for k, v in found.attrib.items()}


def starting(paragraphs, start):
    return next(p for shown, p in paragraphs.items() if shown.startswith(start))


def faces(paragraph):
    return [f.get(f"{W}eastAsia") for f in paragraph.iterfind("w:r/w:rPr/w:rFonts", NS)]


def sizes(paragraph):
    return {s.get(f"{W}val") for s in paragraph.iterfind("w:r/w:rPr/w:sz", NS)}


@pytest.mark.parametrize("layout", ["标准", "网格", "大字", "特大字"])
@pytest.mark.parametrize("options", [{}, {"clean": True}, {"comments": True}])
def test_openxml_audit_finds_nothing(draft, audit, layout, options):
    assert audit(write_word(draft, layout=layout, **options)) == []


def test_the_same_draft_gives_the_same_bytes_in_another_process(draft):
    script = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from conftest import sample_draft; "
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


def test_a4_with_the_margins_of_the_standard(draft, body):
    section = body(write_word(draft)).find("w:sectPr", NS)
    assert attributes(section, "w:pgSz") == {"w": "11906", "h": "16838"}
    margins = attributes(section, "w:pgMar")
    assert (margins["top"], margins["bottom"]) == ("2098", "1984")
    assert (margins["left"], margins["right"], margins["footer"]) == ("1588", "1474", "1418")


def test_a_grid_or_tighter_text_but_never_both(draft, parts, tmp_path):
    grid = parts(write_word(draft, layout="网格"))
    assert b'<w:spacing w:val="-5"/>' in grid["word/styles.xml"]
    assert b"docGrid" not in grid["word/document.xml"]
    own = tmp_path / "own.yaml"
    own.write_text("like: 标准\nid: own\nname: 自用\ngrid: {pitch: 579, space: -849}\n", "utf-8")
    word_grid = parts(write_word(draft, layout=own))
    assert (
        b'w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"'
        in (word_grid["word/document.xml"])
    )
    assert b'<w:spacing w:val="-5"/>' not in word_grid["word/styles.xml"]


def test_every_line_is_28_points_exactly_without_space_around(paragraphs):
    for paragraph in paragraphs.values():
        spacing = attributes(paragraph, "w:pPr/w:spacing")
        assert spacing == {"before": "0", "after": "0", "line": "560", "lineRule": "exact"}


def test_the_title_is_centred_22_points_and_not_bold(paragraphs):
    title = starting(paragraphs, "在全县")
    assert attributes(title, "w:pPr/w:jc")["val"] == "center"
    assert set(faces(title)) == {"方正小标宋简体"}
    assert sizes(title) == {"44"}
    assert all(b.get(f"{W}val") == "0" for b in title.iterfind("w:r/w:rPr/w:b", NS))
    assert len(title.findall("w:r/w:rPr/w:b", NS)) == 2


def test_a_long_title_has_line_breaks_of_its_own(paragraphs):
    lines, current = [], ""
    for element in starting(paragraphs, "在全县").iter(f"{W}t", f"{W}br"):
        if element.tag == f"{W}br":
            lines.append(current)
            current = ""
        else:
            current += element.text
    assert [*lines, current] == ["在全县安全生产百日攻坚行动", "动员会议上的讲话"]


def test_date_and_speaker_are_centred_in_kai_with_blank_lines_around(draft, body):
    rows = [text(p) for p in body(write_word(draft)).iterfind("w:p", NS)]
    at = rows.index("（2026年11月21日）")
    assert rows[at - 1] == ""
    assert rows[at + 1].startswith("县委副书记")
    assert rows[at + 2] == ""
    found = body(write_word(draft)).findall("w:p", NS)
    for paragraph in found[at : at + 2]:
        assert set(faces(paragraph)) == {"楷体_GB2312"}
        assert sizes(paragraph) == {"32"}
        assert attributes(paragraph, "w:pPr/w:jc")["val"] == "center"


def test_the_salutation_is_flush_left(paragraphs):
    salutation = paragraphs["同志们："]
    assert attributes(salutation, "w:pPr/w:jc")["val"] == "left"
    assert attributes(salutation, "w:pPr/w:ind")["firstLine"] == "0"


def test_body_text_is_16_point_fangsong_indented_by_two_characters(paragraphs):
    for start in ("今天", "安全生产", "同志们，"):
        paragraph = starting(paragraphs, start)
        indent = attributes(paragraph, "w:pPr/w:ind")
        assert (indent["firstLineChars"], indent["firstLine"]) == ("200", "640")
        assert attributes(paragraph, "w:pPr/w:jc")["val"] == "both"
        assert "仿宋_GB2312" in faces(paragraph)
        assert sizes(paragraph) == {"32"}


@pytest.mark.parametrize(
    ("start", "face", "style", "level"),
    [("一、", "黑体", "Heading1", "0"), ("（一）", "楷体_GB2312", "Heading2", "1")],
)
def test_headings_have_their_face_and_stand_in_the_navigation_pane(
    paragraphs, start, face, style, level
):
    heading = starting(paragraphs, start)
    assert faces(heading)[0] == face
    assert attributes(heading, "w:pPr/w:pStyle")["val"] == style
    assert attributes(heading, "w:pPr/w:outlineLvl")["val"] == level
    assert heading.find("w:r/w:rPr/w:b", NS).get(f"{W}val") == "0"
    assert attributes(heading, "w:pPr/w:ind")["firstLineChars"] == "200"


def test_a_heading_that_runs_on_changes_face_where_it_ends(paragraphs):
    runs = starting(paragraphs, "（一）").findall("w:r", NS)
    assert text(runs[0]) == "（一）摸清底数。"
    assert faces(starting(paragraphs, "（一）"))[:2] == ["楷体_GB2312", "仿宋_GB2312"]


def test_a_deep_heading_that_runs_on_is_text(paragraphs):
    item = starting(paragraphs, "一是")
    assert attributes(item, "w:pPr/w:pStyle")["val"] == "SpeechBody"
    assert item.find("w:pPr/w:outlineLvl", NS) is None


def test_enumerators_are_literal_text(page):
    assert "一、提高站位" in page["word/document.xml"].decode()
    assert not any(b"numPr" in data for data in page.values())
    assert "word/numbering.xml" not in page


def test_heading_styles_are_the_built_in_ones(page):
    styles = etree.fromstring(page["word/styles.xml"])
    for level in (1, 2, 3):
        style = styles.find(f"w:style[@w:styleId='Heading{level}']", NS)
        assert attributes(style, "w:name")["val"] == f"heading {level}"
        assert style.get(f"{W}customStyle") is None
        assert attributes(style, "w:pPr/w:outlineLvl")["val"] == str(level - 1)
        assert attributes(style, "w:rPr/w:b")["val"] == "0"


def test_page_numbers_stand_outside_in_song_one_character_in(page, body, draft):
    assert b"<w:evenAndOddHeaders/>" in page["word/settings.xml"]
    section = body(write_word(draft)).find("w:sectPr", NS)
    kinds = [f.get(f"{W}type") for f in section.iterfind("w:footerReference", NS)]
    assert kinds == ["default", "even"]
    for name, side in (("footer1", "right"), ("footer2", "left")):
        footer = etree.fromstring(page[f"word/{name}.xml"])
        assert attributes(footer, "w:p/w:pPr/w:jc")["val"] == side
        indent = attributes(footer, "w:p/w:pPr/w:ind")
        assert (indent[f"{side}Chars"], indent[side]) == ("100", "280")
        assert text(footer) == "— 1 —"
        fields = [f.get(f"{W}fldCharType") for f in footer.iter(f"{W}fldChar")]
        assert fields == ["begin", "separate", "end"]
        assert footer.find(".//w:instrText", NS).text.strip() == "PAGE"
        for run in footer.iterfind("w:p/w:r/w:rPr", NS):
            assert attributes(run, "w:sz")["val"] == "28"
            fonts = attributes(run, "w:rFonts")
            assert (fonts["ascii"], fonts["eastAsia"]) == ("宋体", "宋体")


@pytest.mark.parametrize(("place", "side"), [("right", "right"), ("centre", "center")])
def test_page_numbers_on_one_side_or_centred_are_an_option(draft, parts, tmp_path, place, side):
    own = tmp_path / "own.yaml"
    number = f"page_number: {{place: {place}, size: 14, face: song}}"
    own.write_text(f"like: 标准\nid: own\nname: 自用\n{number}\n", "utf-8")
    page = parts(write_word(draft, layout=own))
    assert f'<w:jc w:val="{side}"/>'.encode() in page["word/footer1.xml"]
    assert "word/footer2.xml" not in page
    assert b"evenAndOddHeaders" not in page["word/settings.xml"]


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


@pytest.mark.parametrize(
    ("layout", "title", "size", "line"),
    [("大字", "48", "36", "600"), ("特大字", "52", "44", "760")],
)
def test_podium_copies_are_larger(draft, body, layout, title, size, line):
    rows = {text(p): p for p in body(write_word(draft, layout=layout)).iterfind("w:p", NS)}
    assert sizes(starting(rows, "在全县")) == {title}
    assert sizes(starting(rows, "安全生产")) == {size}
    assert sizes(starting(rows, "一、")) == {size}
    assert attributes(starting(rows, "安全生产"), "w:pPr/w:spacing")["line"] == line
    indent = attributes(starting(rows, "安全生产"), "w:pPr/w:ind")
    assert int(indent["firstLine"]) == int(size) * 20


def test_short_paragraphs_of_a_podium_copy_stay_on_one_page(draft, body):
    rows = {text(p): p for p in body(write_word(draft, layout="大字")).iterfind("w:p", NS)}
    assert starting(rows, "安全生产").find("w:pPr/w:keepLines", NS) is not None


def test_half_width_marks_become_full_width_but_not_in_numbers(draft, body):

    old = draft.speech.paragraphs[6]
    text_in = '要做到"零容忍",整改1,260处(含3.5%的重大隐患);9:30开会.'
    paragraphs = tuple(replace(p, text=text_in) if p is old else p for p in draft.speech.paragraphs)
    changed = replace(draft, speech=replace(draft.speech, paragraphs=paragraphs))
    rows = [text(p) for p in body(write_word(changed)).iterfind("w:p", NS)]
    assert "要做到“零容忍”，整改1,260处（含3.5%的重大隐患）；9:30开会。" in rows


def test_the_salutation_ends_with_a_full_width_colon(draft, body):

    half = tuple(
        replace(p, text="同志们:") if p.role == "salutation" else p for p in draft.speech.paragraphs
    )
    changed = replace(draft, speech=replace(draft.speech, paragraphs=half))
    rows = [text(p) for p in body(write_word(changed)).iterfind("w:p", NS)]
    assert "同志们：" in rows


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


def test_the_language_of_chinese_text_is_chinese(page):
    styles = etree.fromstring(page["word/styles.xml"])
    language = attributes(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert language["eastAsia"] == "zh-CN"


def test_every_paragraph_and_run_is_formatted_outright(draft, body):
    """Outside checkers read the formatting on the text, not the styles."""
    for paragraph in body(write_word(draft)).iterfind("w:p", NS):
        for name in ("spacing", "ind", "jc"):
            assert paragraph.find(f"w:pPr/w:{name}", NS) is not None
        for run in paragraph.iter(f"{W}r"):
            if run.find("w:t", NS) is not None:
                for name in ("rFonts", "b", "sz"):
                    assert run.find(f"w:rPr/w:{name}", NS) is not None


def test_a_heading_is_never_the_last_line_of_a_page(page, paragraphs):
    for start, kept in (("一、", "1"), ("二、", "1"), ("（一）", "0")):
        heading = starting(paragraphs, start)
        assert attributes(heading, "w:pPr/w:keepNext")["val"] == kept
    styles = etree.fromstring(page["word/styles.xml"])
    for level in range(1, 10):
        style = styles.find(f"w:style[@w:styleId='Heading{level}']", NS)
        assert style.find("w:pPr/w:keepNext", NS) is not None
