"""What people put beside the text or write in ways of their programs: read, or at least told."""

from __future__ import annotations

import io
import re

import docx
import pytest

from drafter.word import (
    as_printed,
    compare,
    read_word,
    rebase_file,
    rebase_text,
    report_text,
    write_word,
)

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORDS = "安全生产是民生大事，一丝一毫不能放松。"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def behind(words, inside):
    """An edit that puts ``inside`` behind the run that ends with ``words``."""
    return lambda xml: xml.replace(f"{words}</w:t></w:r>", f"{words}</w:t></w:r>{inside}")


def seventh(reading):
    return next(p.text for p in reading.speech.paragraphs if p.id == "p7")


@pytest.fixture
def with_part(parts, repack):
    """Add a part of the document, related by its kind."""

    def add(data, kind, xml):
        found = parts(data)
        rel = f'<Relationship Id="rIdMore" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        rels = found["word/_rels/document.xml.rels"].decode()
        rels = rels.replace("</Relationships>", f"{rel}</Relationships>")
        more = {f"word/{kind}.xml": xml.encode(), "word/_rels/document.xml.rels": rels.encode()}
        return repack(found | more)

    return add


def test_an_emoji_as_word_writes_it_is_text(draft, edit):
    se = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
    choice = '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F4AA"/>'
    run = (
        f'<w:r><mc:AlternateContent {MC} xmlns:w16se="{se}"><mc:Choice Requires="w16se">{choice}'
        "</mc:Choice><mc:Fallback><w:t>\U0001f4aa</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert seventh(read_word(edit(write_word(draft), behind(WORDS, run)))) == WORDS + "\U0001f4aa"
    other = run.replace(choice, "<other/>")
    assert seventh(read_word(edit(write_word(draft), behind(WORDS, other)))) == WORDS + "\U0001f4aa"


@pytest.mark.parametrize(
    ("code", "char"), [("F0FE", "☑"), ("F0FC", "✓"), ("2605", "★"), ("F0AA", "□"), ("zz", "")]
)
def test_an_inserted_symbol_is_text(draft, edit, code, char):
    run = f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'
    assert seventh(read_word(edit(write_word(draft), behind(WORDS, run)))) == WORDS + char


def test_numbers_word_gave_by_itself_are_text(draft, edit, with_part):
    """Typing 一、 and pressing Enter makes an automatic list; the number is no text any more."""

    def automatic(xml):
        pointer = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
        for start in ("一、提高站位", "二、压实责任"):
            paragraph = re.search(rf"<w:p><w:pPr>(?:(?!</w:p>).)*{start}", xml).group()
            new = paragraph.replace(start, start[2:]).replace("<w:spacing", f"{pointer}<w:spacing")
            xml = xml.replace(paragraph, new)
        return xml

    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/>'
    numbering = (
        f'<w:numbering xmlns:w="{W_NS}"><w:abstractNum w:abstractNumId="0">{level}</w:lvl>'
        '</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    data = with_part(edit(write_word(draft), automatic), "numbering", numbering)
    reading = read_word(data)
    assert reading.draft == as_printed(draft)


def test_a_table_of_contents_is_no_part_of_the_speech(draft, parts, repack):
    data = parts(write_word(draft))
    style = (
        '<w:style w:type="paragraph" w:styleId="14"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    entry = '<w:p><w:pPr><w:pStyle w:val="14"/></w:pPr><w:r><w:t>一、提高站位</w:t></w:r></w:p>'
    data["word/styles.xml"] = data["word/styles.xml"].replace(b"</w:styles>", style.encode())
    data["word/document.xml"] = data["word/document.xml"].replace(
        b"<w:body>", f"<w:body>{entry}".encode()
    )
    assert read_word(repack(data)).draft == as_printed(draft)


def test_a_paragraph_written_for_new_and_for_old_programs_is_read_once(draft, edit):
    def twice(xml):
        old = re.search(rf"<w:p>(?:(?!</w:p>).)*{WORDS}.*?</w:p>", xml).group()
        ways = f'<mc:Choice Requires="w14">{old}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        return xml.replace(old, f"<mc:AlternateContent {MC}>{ways}</mc:AlternateContent>")

    assert read_word(edit(write_word(draft), twice)).draft == as_printed(draft)


def test_a_footnote_is_told_and_becomes_a_comment(draft, edit, with_part):
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>数据来自县统计局。</w:t></w:r></w:p></w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = with_part(
        edit(write_word(draft), behind(WORDS, reference)),
        "footnotes",
        f'<w:footnotes xmlns:w="{W_NS}">{note}</w:footnotes>',
    )
    reading = read_word(data)
    (aside,) = reading.asides
    assert (aside.kind, aside.text, aside.paragraph) == ("脚注", "数据来自县统计局。", "p7")
    assert "正文以外 脚注（p7）：数据来自县统计局。" in report_text(reading, None)
    merged = rebase_file(draft, data)
    (comment,) = read_word(write_word(merged.draft, notes=merged.comments)).comments
    assert (comment.author, comment.text, comment.paragraph) == ("脚注", aside.text, "p7")


def test_a_text_box_and_a_picture_are_told(draft, edit):
    box = (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>此处停顿</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></w:r><w:r><w:drawing/></w:r>"
    )
    reading = read_word(edit(write_word(draft), behind(WORDS, box)))
    assert [(a.kind, a.text, a.paragraph) for a in reading.asides] == [
        ("文本框", "此处停顿", "p7"),
        ("图片", "", "p7"),
    ]
    assert seventh(reading) == WORDS


def test_a_formula_is_text_and_told(draft, edit):
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{math}"><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    reading = read_word(edit(write_word(draft), behind(WORDS, formula)))
    assert seventh(reading) == WORDS + "x=1"
    assert [a.kind for a in reading.asides] == ["公式"]


def test_a_table_is_text_and_told(draft, edit):
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell.format('单位')}{cell.format('数量')}</w:tr></w:tbl><w:sectPr>"
    reading = read_word(edit(write_word(draft), lambda xml: xml.replace("<w:sectPr>", table)))
    assert [p.text for p in reading.speech.paragraphs[-2:]] == ["单位", "数量"]
    assert [(a.kind, a.text) for a in reading.asides] == [("表格", "2 格")]


def test_what_a_template_has_of_pictures_and_tables_is_nobodys_work(draft, tmp_path, edit):
    document = docx.Document()
    picture = b"<w:r><w:drawing/></w:r>"
    document.add_paragraph()
    document.add_table(1, 2)
    document.add_paragraph("【讲话稿】")
    path = tmp_path / "红头.docx"
    document.save(str(path))
    drawn = edit(
        path.read_bytes(), lambda xml: xml.replace("<w:p/>", f"<w:p>{picture.decode()}</w:p>")
    )
    path.write_bytes(drawn)
    data = write_word(draft, layout=path)
    assert read_word(data).asides == ()
    more = read_word(edit(data, behind(WORDS, picture.decode())))
    assert [(a.kind, a.paragraph) for a in more.asides] == [("图片", "p7")]


def test_the_date_of_a_comment_stays(draft):
    document = docx.Document(io.BytesIO(write_word(draft)))
    run = next(p for p in document.paragraphs if p.text == WORDS).runs[0]
    document.add_comment(run, text="再核实", author="王主任")
    out = io.BytesIO()
    document.save(out)
    merged = rebase_file(draft, out.getvalue())
    (before,) = merged.comments
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}Z", before.date)
    (after,) = read_word(write_word(merged.draft, notes=merged.comments)).comments
    assert after == before


def test_a_paragraph_deleted_with_its_end_is_gone_and_the_next_is_untouched(draft, edit):
    mark = '<w:del w:id="9" w:author="甲" w:date="2026-11-22T08:00:00Z"'

    def strike(xml):
        old = re.search(rf"<w:p>(?:(?!</w:p>).)*{WORDS}.*?</w:p>", xml).group()
        new = old.replace("</w:pPr>", f"<w:rPr>{mark}/></w:rPr></w:pPr>", 1)
        new = re.sub(r"<w:r>.*</w:r>", lambda m: f"{mark}>{m.group()}</w:del>", new)
        return xml.replace(
            old, new.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        )

    reading = read_word(edit(write_word(draft), strike))
    (change,) = compare(reading.sent, reading.draft).changes
    assert (change.kind, change.paragraph) == ("removed", "p7")
    assert "p8" in [p.id for p in reading.speech.paragraphs]


def test_a_paragraph_moved_with_changes_tracked_is_moved(draft, edit):
    who = 'w:author="甲" w:date="2026-11-22T08:00:00Z"'

    def move(xml):
        old = re.search(rf"<w:p>(?:(?!</w:p>).)*{WORDS}.*?</w:p>", xml).group()
        plain = re.sub(r"<w:bookmark[^>]*>", "", old)

        def part(paragraph, tag):
            mark = f'<w:rPr><w:{tag} w:id="1" {who}/></w:rPr></w:pPr>'
            marked = paragraph.replace("</w:pPr>", mark, 1)
            return re.sub(
                r"<w:r>.*</w:r>", lambda m: f'<w:{tag} w:id="2" {who}>{m.group()}</w:{tag}>', marked
            )

        last = xml.rindex("<w:p>")
        return (xml[:last] + part(plain, "moveTo") + xml[last:]).replace(
            old, part(old, "moveFrom"), 1
        )

    reading = read_word(edit(write_word(draft), move))
    (change,) = compare(reading.sent, reading.draft).changes
    assert (change.kind, change.after) == ("moved", WORDS)


def test_words_emphasised_by_hand_are_told_when_the_file_is_written_anew(draft, edit):
    """A speaker bolds what is to be stressed; the drafter has no place for that."""

    def bold(xml):
        old = re.search(rf"<w:r>(?:(?!</w:r>).)*{WORDS}</w:t></w:r>", xml).group()
        head, tail = old.replace(WORDS, "安全生产是"), old.replace(WORDS, "，一丝一毫不能放松。")
        middle = old.replace(WORDS, "民生大事").replace('<w:b w:val="0"/>', "<w:b/>")
        return xml.replace(old, head + middle + tail)

    merged = rebase_file(draft, edit(write_word(draft), bold))
    assert "加粗、下划线或着重：“民生大事”" in rebase_text(merged)
    assert rebase_file(draft, write_word(draft)).asides == ()


def test_a_paragraph_emphasised_from_end_to_end_is_told_unless_all_of_its_kind_are(draft, edit):
    def bold(xml):
        run = re.search(rf"<w:r>(?:(?!</w:r>).)*{WORDS}</w:t></w:r>", xml).group()
        return xml.replace(run, run.replace('<w:b w:val="0"/>', "<w:b/>"))

    def all_bold(xml):
        return xml.replace('<w:b w:val="0"/>', "<w:b/>")

    merged = rebase_file(draft, edit(write_word(draft), bold))
    assert f"加粗、下划线或着重：“{WORDS}”" in rebase_text(merged)
    merged = rebase_file(draft, edit(write_word(draft), all_bold))
    assert WORDS not in rebase_text(merged)


def test_what_is_put_at_the_head_of_the_pages_is_told(draft, tmp_path):
    document = docx.Document(io.BytesIO(write_word(draft)))
    document.sections[0].header.paragraphs[0].text = "内部资料　注意保存"
    document.save(file := tmp_path / "a.docx")
    assert "正文以外 页眉：内部资料 注意保存" in report_text(read_word(file), None)
    assert "页眉：内部资料 注意保存；带不到新稿" in rebase_text(rebase_file(draft, file))


def test_what_a_template_has_at_the_head_of_its_pages_is_nobodys_work(draft, tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "安平县应急管理局"
    document.add_paragraph("【讲话稿】")
    document.save(template := tmp_path / "模板.docx")
    assert read_word(write_word(draft, layout=template)).asides == ()


def test_of_a_paragraph_copied_with_its_bookmark_the_likest_is_the_one_that_was_sent(draft, edit):
    """Somebody copies a paragraph for its looks and types other words into the first of the two."""

    def copied(xml):
        own = next(p for p in re.findall(r"<w:p>.*?</w:p>", xml) if WORDS in p)
        return xml.replace(own, own.replace(WORDS, "这里我插一句。") + own)

    reading = read_word(edit(write_word(draft), copied))
    (change,) = compare(reading.sent, reading.draft).changes
    assert (change.kind, change.after) == ("added", "这里我插一句。")
