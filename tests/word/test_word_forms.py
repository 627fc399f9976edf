"""What Word and its users make of a paragraph comes back as the text it shows."""

from __future__ import annotations

import re

from drafter.word import as_printed, read_word, write_word

from .written import paragraph, shape


def test_renamed_style_ids_do_not_matter(draft, parts, repack):
    """WPS numbers its style ids and LibreOffice makes up its own; names stay."""
    data = parts(write_word(draft, clean=True))
    for number, old in enumerate(("Heading1", "Heading2", "Title", "SpeechBody", "SpeechClosing")):
        for name, place in (("word/styles.xml", "w:styleId="), ("word/document.xml", "w:val=")):
            new = f'{place}"a{number}"'.encode()
            data[name] = data[name].replace(f'{place}"{old}"'.encode(), new)
    data["word/styles.xml"] = data["word/styles.xml"].replace(b'"heading 1"', b'"Heading 1"')
    assert shape(read_word(repack(data)).draft) == shape(as_printed(draft))


def test_a_tracked_change_of_style_counts_as_made(draft, edit):
    def restyle(xml):
        old = paragraph(xml, "安全生产")
        was = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
        was = f'<w:pPrChange w:id="9" w:author="a">{was}</w:pPrChange></w:pPr>'
        return xml.replace(old, old.replace("</w:pPr>", was, 1))

    assert read_word(edit(write_word(draft), restyle)).draft == as_printed(draft)


def test_a_soft_line_break_ends_a_paragraph_but_not_a_title(draft, edit):
    def break_line(xml):
        return xml.replace(
            "民生大事，一丝", '民生大事，</w:t><w:br/><w:t xml:space="preserve">一丝'
        )

    reading = read_word(edit(write_word(draft), break_line))
    at = [p.id for p in reading.speech.paragraphs].index("p7")
    first, second = reading.speech.paragraphs[at : at + 2]
    assert (first.text, second.text) == ("安全生产是民生大事，", "一丝一毫不能放松。")
    assert reading.speech.paragraphs[0].text == draft.speech.title


def test_a_title_broken_with_the_enter_key_is_one_title(draft, edit):
    def two_lines(xml):
        head = re.search(r"<w:p><w:pPr><w:pStyle w:val=\"Title\"/>.*?</w:pPr>", xml).group()
        return xml.replace("<w:r><w:br/></w:r>", f"</w:p>{head}", 1)

    reading = read_word(edit(write_word(draft), two_lines))
    assert reading.draft == as_printed(draft)


def test_a_style_the_user_changed_counts(draft, edit):
    def restyle(xml):
        old = paragraph(xml, "安全生产")
        return xml.replace(old, old.replace("SpeechBody", "Heading2"))

    found = read_word(edit(write_word(draft), restyle)).speech.paragraphs[6]
    assert (found.id, found.role, found.level) == ("p7", "heading", 2)


def test_ruby_links_fields_and_hidden_text(draft, edit):
    def enrich(xml):
        ruby = (
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhé</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>喆</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        )
        link = "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText>DATE</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>今日</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
        old = paragraph(xml, "安全生产")
        return xml.replace(old, f"<w:p>{ruby}{link}{field}{hidden}</w:p>")

    texts = [p.text for p in read_word(edit(write_word(draft), enrich)).speech.paragraphs]
    assert "喆链接今日" in texts


def test_text_in_tables_and_block_controls_is_read(draft, edit):
    def wrap(xml):
        old = paragraph(xml, "安全生产")
        cell = f"<w:tbl><w:tr><w:tc>{old}</w:tc></w:tr></w:tbl>"
        return xml.replace(old, f"<w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt>")

    assert read_word(edit(write_word(draft), wrap)).draft == as_printed(draft)


def test_a_style_separator_holds_heading_and_text_together(draft, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("like: 标准\nid: own\nname: 自用\nrun_in: separator\n", "utf-8")
    assert read_word(write_word(draft, layout=own)).draft == as_printed(draft)
    clean = read_word(write_word(draft, layout=own, clean=True))
    assert shape(clean.draft) == shape(as_printed(draft))
