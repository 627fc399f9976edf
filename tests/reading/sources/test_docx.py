"""Word files read as their pages would, changes accepted."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.errors import SourceError
from drafter.reading.sources.docx import read_docx
from drafter.reading.sources.refusals import Limits


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_a_file_written_by_a_library() -> None:
    document = docx.Document()
    document.add_heading("在动员会上的讲话", 0)
    document.add_paragraph("同志们：").add_run("\n今天")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "甲", "乙\n丙"
    paragraph = document.add_paragraph("我们要")
    inserted = f"<w:ins {nsdecls('w')}><w:r><w:t>坚决</w:t></w:r></w:ins>"
    deleted = f"<w:del {nsdecls('w')}><w:r><w:delText>努力</w:delText></w:r></w:del>"
    for xml in (inserted, deleted):
        paragraph._p.append(parse_xml(xml))
    paragraph.add_run("落实。")
    buffer = io.BytesIO()
    document.save(buffer)
    lines = read_docx(buffer.getvalue())
    expected = ["在动员会上的讲话", "同志们：", "今天", "甲", "乙", "丙", "我们要坚决落实。"]
    assert [line for line in lines if line] == expected


def test_moved_text_stands_where_it_went(make_docx) -> None:
    body = (
        f"<w:p><w:moveFrom>{run('走')}</w:moveFrom>{run('甲')}</w:p>"
        f"<w:p><w:moveTo>{run('来')}</w:moveTo></w:p>"
    )
    assert read_docx(make_docx(body)) == ["甲", "来"]


def test_a_deleted_paragraph_end_joins_two_paragraphs(make_docx, paragraph) -> None:
    gone = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
    body = paragraph("前半句，", gone) + paragraph("后半句。") + paragraph("余下", gone)
    assert read_docx(make_docx(body)) == ["前半句，后半句。", "余下"]


def test_deleted_table_rows_are_gone(make_docx, paragraph) -> None:
    def row(text: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{paragraph(text)}</w:tc></w:tr>"

    body = f"<w:tbl>{row('留')}{row('删', '<w:del/>')}</w:tbl>"
    assert read_docx(make_docx(body)) == ["留"]


def test_content_controls_links_and_fields_give_their_text(make_docx) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("11月21日")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        f"<w:sdt><w:sdtContent><w:p>{run('整段')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
        f"<w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标记')}</w:smartTag>{field}</w:p>"
    )
    assert read_docx(make_docx(body)) == ["整段", "控件链接标记11月21日"]


def test_a_text_box_is_read_once_before_its_paragraph(make_docx, paragraph) -> None:
    box = f"<w:txbxContent>{paragraph('框里')}{paragraph('两段')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run('框外')}</w:p>"
    )
    assert read_docx(make_docx(body)) == ["框里", "两段", "框外"]


def test_an_old_text_box_is_read_too(make_docx, paragraph) -> None:
    box = f"<v:textbox><w:txbxContent>{paragraph('旧框')}</w:txbxContent></v:textbox>"
    alternatives = f"<mc:AlternateContent><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r>{alternatives}</w:r></w:p>"
    assert read_docx(make_docx(body)) == ["旧框", ""]


def test_marks_of_notes_and_comments_hidden_text_and_pinyin_are_left_out(make_docx) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('zhé')}</w:rt><w:rubyBase>{run('喆')}</w:rubyBase></w:ruby></w:r>"
    )
    hidden, shown = run("暗", "<w:vanish/>"), run("明", "<w:vanish w:val='0'/>")
    notes = "<w:r><w:footnoteReference w:id='2'/><w:commentReference w:id='1'/></w:r>"
    body = f"<w:p>{run('增长')}{notes}{hidden}{shown}{ruby}</w:p>"
    assert read_docx(make_docx(body)) == ["增长明喆"]


def test_breaks_part_lines_and_tabs_stay(make_docx) -> None:
    pieces = "<w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t><w:noBreakHyphen/>"
    assert read_docx(make_docx(f"<w:p><w:r>{pieces}</w:r></w:p>")) == ["上", "下\t右-"]


def test_a_table_of_contents_is_not_spoken(make_docx, paragraph) -> None:
    styles = '<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("一、提高认识\t1", '<w:pStyle w:val="11"/>') + paragraph("同志们：")
    assert read_docx(make_docx(body, styles=styles)) == ["同志们："]


def test_the_strict_kind_of_the_format(make_docx, paragraph) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert read_docx(make_docx(paragraph("同志们："), namespace=strict)) == ["同志们："]


def test_the_document_is_where_the_package_says(make_zip) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    target = f'<Relationship Id="r" Target="/word/document2.xml" Type="{kind}"/>'
    relation = f"<Relationships xmlns='r'>{target}</Relationships>"
    document = (
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>好</w:t></w:r></w:p></w:body></w:document>'
    )
    parts = {"[Content_Types].xml": "", "_rels/.rels": relation, "word/document2.xml": document}
    assert read_docx(make_zip(parts)) == ["好"]


def with_entities(make_zip, entities: str, text: str) -> bytes:
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    document = f"<!DOCTYPE d [{entities}]><w:document xmlns:w='w'>{body}</w:document>"
    return make_zip({"[Content_Types].xml": "", "word/document.xml": document})


def test_entities_are_neither_expanded_nor_fetched(make_zip) -> None:
    entities = '<!ENTITY a "好"><!ENTITY x SYSTEM "file:///etc/passwd">'
    assert read_docx(with_entities(make_zip, entities, "甲&a;&x;")) == ["甲"]


def test_a_bomb_of_entities_is_refused(make_zip) -> None:
    entities = '<!ENTITY a "好好好好好好好好">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(8)
    )
    with pytest.raises(SourceError) as caught:
        read_docx(with_entities(make_zip, entities, "甲&i;"))
    assert caught.value.code == "S006"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"[Content_Types].xml": ""}, "S006"),
        ({"word/document.xml": "<w:document"}, "S006"),
        ({"word/document.xml": "<w:document xmlns:w='w'/>"}, "S006"),
    ],
)
def test_a_damaged_file_says_so(make_zip, members: dict[str, str], code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_docx(make_zip(members))
    assert caught.value.code == code


def test_a_part_larger_than_any_speech_is_refused(make_docx, paragraph) -> None:
    with pytest.raises(SourceError) as caught:
        read_docx(make_docx(paragraph("好" * 1000)), Limits(xml_part=500))
    assert caught.value.code == "S003"


def test_a_title_over_several_lines_is_one(make_docx) -> None:
    look = '<w:pPr><w:pStyle w:val="a"/></w:pPr>'
    title = f"<w:p>{look}<w:r><w:t>在全县</w:t><w:br/><w:t>会上的讲话</w:t></w:r></w:p>"
    styles = '<w:style w:styleId="a"><w:name w:val="Title"/></w:style>'
    assert read_docx(make_docx(title, styles=styles)) == ["在全县会上的讲话"]


def test_an_emoji_as_word_writes_it_is_text(make_docx) -> None:
    new = '<mc:Choice Requires="w16se"><e xmlns="urn:e"/></mc:Choice>'
    old = "<mc:Fallback><w:t>💪</w:t></mc:Fallback>"
    both = f"<mc:AlternateContent>{new}{old}</mc:AlternateContent>"
    assert read_docx(make_docx(f"<w:p><w:r>{both}</w:r></w:p>")) == ["💪"]
