"""A user's own Word file as the page."""

from __future__ import annotations

import re

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from drafter.errors import InputError, SourceError
from drafter.word import as_printed, read_word, write_word

AUTHOR = "安平县人民政府"
#: It takes numId 0 for a numbering, while it means none (ECMA-376, 17.9.18).
KNOWN = ("Numbering definition '0'",)


@pytest.fixture
def template(tmp_path):
    """An office's own page: header, coloured body style, numbered headings, no heading 3."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "安平县人民政府办公室"
    style = document.styles.add_style("本县正文", WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(15)
    document.add_paragraph("存档编号：〔2026〕1号")
    document.add_paragraph("【讲话稿】", style="本县正文")
    document.add_paragraph("（内部资料，会后收回）")
    for name in ("Heading 1", "Heading 2"):
        document.styles[name].element.get_or_add_pPr().get_or_add_numPr()
    document.core_properties.author = "python-docx"
    path = tmp_path / "模板.docx"
    document.save(str(path))
    return path


def xml(data, parts):
    return parts(data)["word/document.xml"].decode()


def test_the_speech_stands_where_the_marker_stood(draft, template):
    import io

    texts = [
        p.text for p in docx.Document(io.BytesIO(write_word(draft, layout=template))).paragraphs
    ]
    assert texts[0] == "存档编号：〔2026〕1号"
    assert texts[-1] == "（内部资料，会后收回）"
    assert "同志们：" in texts
    assert not any("【讲话稿】" in text for text in texts)


def test_header_styles_and_page_are_the_templates(draft, template, parts):
    data = parts(write_word(draft, layout=template))
    before = parts(template.read_bytes())
    assert "安平县人民政府办公室" in "".join(
        d.decode("utf-8", "ignore") for n, d in data.items() if "header" in n
    )
    section = re.search(r"<w:sectPr.*?</w:sectPr>", before["word/document.xml"].decode()).group()
    assert re.sub(r"\s", "", section) in re.sub(r"\s", "", data["word/document.xml"].decode())


def test_body_text_takes_the_markers_format(draft, template, parts):
    document = xml(write_word(draft, layout=template), parts)
    own = re.search(
        r'w:styleId="([^"]+)"[^>]*><w:name w:val="本县正文"',
        parts(template.read_bytes())["word/styles.xml"].decode(),
    ).group(1)
    body = re.search(r"<w:p>(?:(?!</w:p>).)*安全生产是民生大事.*?</w:p>", document).group()
    assert f'<w:pStyle w:val="{own}"/>' in body
    assert "<w:rFonts" not in body


def test_headings_take_the_templates_styles_and_no_automatic_number(draft, template, parts):
    document = xml(write_word(draft, layout=template), parts)
    first = re.search(r"<w:p>(?:(?!</w:p>).)*一、提高站位.*?</w:p>", document).group()
    assert '<w:pStyle w:val="Heading1"/>' in first
    assert '<w:numId w:val="0"/>' in first
    second = re.search(r"<w:p>(?:(?!</w:p>).)*（一）摸清底数.*?</w:p>", document).group()
    # The text behind a heading that runs on looks like text, and is in the navigation pane still.
    assert '<w:pStyle w:val="Heading' not in second
    assert '<w:outlineLvl w:val="1"/>' in second
    assert re.findall('<w:rStyle w:val="(.*?)"/>', second) == ["Heading2Char"]


def test_styles_the_template_lacks_are_added(draft, template, parts):
    styles = parts(write_word(draft, layout=template))["word/styles.xml"].decode()
    assert '<w:name w:val="讲话人"/>' in styles
    assert styles.count('<w:name w:val="Title"/>') == 1


@pytest.mark.parametrize("options", [{}, {"clean": True}, {"comments": True}])
def test_the_filled_template_is_valid_and_comes_back(draft, template, audit, options):
    data = write_word(draft, layout=str(template), author=AUTHOR, **options)
    assert [e for e in audit(data) if not any(known in e for known in KNOWN)] == []
    back = read_word(data)
    if options.get("clean"):
        # Nothing then tells the template's own lines from the speech.
        texts = [p.text for p in back.speech.paragraphs]
        assert texts[1:-1] == [p.text for p in as_printed(draft).speech.paragraphs]
    else:
        assert back.draft == as_printed(draft)


def test_a_template_with_comments_and_custom_parts_keeps_them(draft, template, tmp_path):
    once = tmp_path / "再用.docx"
    document = docx.Document(str(template))
    run = document.paragraphs[0].runs[0]
    document.add_comment(run, text="编号待定", author="办公室")
    document.save(str(once))
    data = write_word(draft, layout=once, comments=True)
    (comment,) = read_word(data).comments
    assert (comment.author, comment.text) == ("办公室", "编号待定")


def test_properties_are_ours(draft, template, parts):
    data = parts(write_word(draft, layout=template, author=AUTHOR))
    assert f"<dc:creator>{AUTHOR}</dc:creator>" in data["docProps/core.xml"].decode()
    assert b"python-docx" not in data["docProps/core.xml"]


def test_the_same_template_gives_the_same_bytes(draft, template):
    assert write_word(draft, layout=template) == write_word(draft, layout=template)


def test_a_template_without_marker_or_no_word_file_is_refused(draft, tmp_path):
    bare = tmp_path / "空.docx"
    docx.Document().save(str(bare))
    with pytest.raises(InputError, match="讲话稿"):
        write_word(draft, layout=bare)
    fake = tmp_path / "假.docx"
    fake.write_bytes(b"no")
    with pytest.raises(SourceError):
        write_word(draft, layout=fake)
    with pytest.raises(SourceError):
        write_word(draft, layout=tmp_path / "没有.docx")


def test_our_own_page_can_be_a_template(draft, tmp_path, edit):
    """The easiest way to a template: write a speech, change the page, put the marker in."""

    def only_marker(xml):
        first = xml.index("<w:p>")
        last = xml.index("<w:sectPr>")
        return f"{xml[:first]}<w:p><w:r><w:t>{{{{ 讲话稿 }}}}</w:t></w:r></w:p>{xml[last:]}"

    path = tmp_path / "自用.docx"
    path.write_bytes(edit(write_word(draft, clean=True), only_marker))
    assert read_word(write_word(draft, layout=path)).draft == as_printed(draft)


def test_the_templates_own_lines_are_no_part_of_the_speech_nor_additions(draft, tmp_path, edit):
    import docx

    from drafter.word import compare

    document = docx.Document()
    document.add_paragraph("机密★1年")
    document.add_table(1, 1).cell(0, 0).text = "签发：A & B"
    document.add_paragraph("【讲话稿】")
    document.add_paragraph("（此件发至乡镇）")
    path = tmp_path / "红头.docx"
    document.save(str(path))
    data = write_word(draft, layout=path)
    assert read_word(data).draft == as_printed(draft)
    changed = edit(data, lambda xml: xml.replace("此件发至乡镇", "此件发至乡镇、街道"))
    reading = read_word(changed)
    (change,) = compare(reading.sent, reading.draft).changes
    assert (change.kind, change.after) == ("added", "（此件发至乡镇、街道）")


def save(document, path):
    document.save(str(path))
    return path


def test_a_marker_in_a_table_cell_or_cut_into_runs(draft, tmp_path, audit):
    document = docx.Document()
    document.add_table(2, 1).cell(1, 0).text = "【讲话稿】"
    cell = write_word(draft, layout=save(document, tmp_path / "格.docx"))
    assert read_word(cell).draft == as_printed(draft)
    document = docx.Document()
    paragraph = document.add_paragraph("【讲")
    paragraph.add_run("话").bold = True
    paragraph.add_run("稿】")
    runs = write_word(draft, layout=save(document, tmp_path / "断.docx"))
    assert read_word(runs).draft == as_printed(draft)
    assert [e for data in (cell, runs) for e in audit(data)] == []


def test_two_markers_or_one_within_a_sentence_are_refused(draft, tmp_path):
    document = docx.Document()
    document.add_paragraph("讲话：【讲话稿】（完）")
    with pytest.raises(InputError, match="没有单独成段"):
        write_word(draft, layout=save(document, tmp_path / "一.docx"))
    for _ in range(2):
        document.add_paragraph("【讲话稿】")
    with pytest.raises(InputError, match="2 处"):
        write_word(draft, layout=save(document, tmp_path / "二.docx"))


def test_the_sections_of_a_template_stay(draft, tmp_path, parts, audit):
    from docx.enum.section import WD_SECTION

    document = docx.Document()
    document.add_paragraph("封面")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("【讲话稿】")
    last = document.add_section(WD_SECTION.NEW_PAGE)
    last.page_width, last.page_height = last.page_height, last.page_width
    document.add_paragraph("附表")
    data = write_word(draft, layout=save(document, tmp_path / "三节.docx"))
    before = parts((tmp_path / "三节.docx").read_bytes())["word/document.xml"]
    after = parts(data)["word/document.xml"]
    assert after.count(b"<w:sectPr") == before.count(b"<w:sectPr") == 3
    assert audit(data) == []
    assert read_word(data).draft == as_printed(draft)


@pytest.mark.parametrize(
    ("formatted", "style"),
    [('<w:jc w:val="start"/>', None), ('<w:ind w:firstLine="480"/>', "Normal")],
)
def test_a_marker_nobody_formatted_leaves_the_body_to_the_standard(
    draft, tmp_path, edit, parts, formatted, style
):
    """LibreOffice writes properties on every paragraph; they are nobody's wish."""
    document = docx.Document()
    document.add_paragraph("【讲话稿】")
    plain = save(document, tmp_path / "素.docx").read_bytes()
    properties = f'<w:pPr><w:pStyle w:val="Normal"/>{formatted}</w:pPr>'
    path = tmp_path / "写.docx"
    path.write_bytes(
        edit(plain, lambda x: x.replace("<w:p><w:r><w:t>【", f"<w:p>{properties}<w:r><w:t>【"))
    )
    document = parts(write_word(draft, layout=path))["word/document.xml"].decode()
    body = re.search(r"<w:p>(?:(?!</w:p>).)*安全生产是民生大事", document).group()
    assert re.findall('<w:pStyle w:val="(.*?)"/>', body) == [style or "SpeechBody"]


def test_copies_of_the_styles_for_old_programs_are_left_out(draft, template, parts):
    """Word 2010 kept one; it would contradict the styles that were added."""
    data = parts(write_word(draft, layout=template))
    assert "word/stylesWithEffects.xml" not in data
    assert not any(b"stylesWithEffects" in part for part in data.values())
