"""The rules of a Chinese office page (GB/T 9704-2012), one by one, on the XML of a written file."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.word import write_word

from .written import NS, W, attributes, faces, sizes, starting, text


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


def test_a_heading_is_never_the_last_line_of_a_page(page, paragraphs):
    for start, kept in (("一、", "1"), ("二、", "1"), ("（一）", "0")):
        heading = starting(paragraphs, start)
        assert attributes(heading, "w:pPr/w:keepNext")["val"] == kept
    styles = etree.fromstring(page["word/styles.xml"])
    for level in range(1, 10):
        style = styles.find(f"w:style[@w:styleId='Heading{level}']", NS)
        assert style.find("w:pPr/w:keepNext", NS) is not None
