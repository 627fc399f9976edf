"""A file that people worked on comes back with everything they did."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from drafter.errors import UsageError
from drafter.word import as_printed, read_word, write_word
from drafter.word.comments import Comment

from .written import paragraph, shape

AGENDA = "【请填写：会议议程】"


@pytest.mark.parametrize("layout", ["标准", "网格", "大字"])
@pytest.mark.parametrize("comments", [False, True])
def test_an_untouched_file_gives_the_draft_back(draft, layout, comments):
    reading = read_word(write_word(draft, layout=layout, comments=comments))
    assert reading.draft == as_printed(draft)
    assert reading.sent == as_printed(draft)
    assert (reading.tracked, reading.comments, reading.filled) == ((), (), ())


def test_a_clean_copy_gives_text_roles_and_places_to_fill_back(draft):
    reading = read_word(write_word(draft, clean=True))
    assert shape(reading.draft) == shape(as_printed(draft))
    assert reading.sent is None
    assert [(p.field, p.text) for p in reading.draft.pending] == [("议程", AGENDA)]
    assert reading.speech.title == draft.speech.title
    assert (reading.speech.date, reading.speech.salutation) == ("2026-11-21", "同志们")


def test_a_thousand_drafts_come_back_equal_sample(make_random):
    for seed in range(40):
        draft = make_random(seed)
        assert read_word(write_word(draft)).draft == as_printed(draft), seed


@pytest.mark.slow
def test_a_thousand_drafts_come_back_equal(make_random, audit):
    for seed in range(1000):
        draft = make_random(seed)
        data = write_word(draft, comments=seed % 3 == 0)
        assert read_word(data).draft == as_printed(draft), seed
        texts = [p.text for p in read_word(write_word(draft, clean=True)).speech.paragraphs]
        assert "".join(texts) == "".join(p.text for p in as_printed(draft).speech.paragraphs), seed
        if seed % 25 == 0:
            assert audit(data) == [], seed


def test_rare_characters_survive(draft):
    text = "& < > \" ' “ ” ‘ ’ — …… 😀👨‍👩‍👧 𠮷𡘙 é ① 〇 ㎡ ]]> &amp; ％"
    changed = _with_text(draft, "p11", text)
    assert _text(read_word(write_word(changed)).draft, "p11") == text


def test_what_xml_cannot_hold_is_dropped(draft):
    changed = _with_text(draft, "p11", "上\x00下\x0b左\x1f右\ufffe中\ud800心")
    assert _text(read_word(write_word(changed)).draft, "p11") == "上下左右中心"


def _with_text(draft, number, text):
    paragraphs = tuple(
        replace(p, text=text, sentences=()) if p.id == number else p
        for p in draft.speech.paragraphs
    )
    return replace(draft, speech=replace(draft.speech, paragraphs=paragraphs))


def _text(draft, number):
    return next(p.text for p in draft.speech.paragraphs if p.id == number)


def test_insertions_are_accepted_and_deletions_reported(draft, edit):
    def revise(xml):
        old = paragraph(xml, "安全生产")
        run = re.search(r"<w:r>.*?</w:r>", old).group()
        gone = run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        new = run.replace("安全生产是民生大事，一丝一毫不能放松。", "安全生产重于泰山。")
        marks = 'w:author="王主任" w:date="2026-11-22T08:00:00Z"'
        tracked = f'<w:del w:id="90" {marks}>{gone}</w:del><w:ins w:id="91" {marks}>{new}</w:ins>'
        return xml.replace(old, old.replace(run, tracked))

    reading = read_word(edit(write_word(draft), revise))
    assert _text(reading.draft, "p7") == "安全生产重于泰山。"
    deleted, inserted = reading.deletions[0], reading.insertions[0]
    assert (deleted.author, deleted.paragraph) == ("王主任", "p7")
    assert deleted.text == "安全生产是民生大事，一丝一毫不能放松。"
    assert (inserted.author, inserted.text) == ("王主任", "安全生产重于泰山。")


def test_a_deleted_paragraph_mark_joins_two_paragraphs(draft, edit):
    def join(xml):
        old = paragraph(xml, "安全生产")
        mark = '<w:rPr><w:del w:id="9" w:author="a" w:date="2026-11-22T08:00:00Z"/></w:rPr></w:pPr>'
        return xml.replace(old, old.replace("</w:pPr>", mark, 1))

    reading = read_word(edit(write_word(draft), join))
    text = _text(reading.draft, "p7")
    assert text.startswith("安全生产是民生大事，一丝一毫不能放松。（一）摸清底数。")
    assert "p8" not in [p.id for p in reading.speech.paragraphs]


def test_a_filled_control_is_no_longer_pending(draft, edit):
    filled = "县应急管理局通报了情况"
    reading = read_word(
        edit(
            write_word(draft),
            lambda xml: re.sub(AGENDA, filled, xml).replace("<w:showingPlcHdr/>", ""),
        )
    )
    assert reading.draft.pending == ()
    place = reading.filled[0]
    assert (place.field, place.paragraph, place.text) == ("议程", "p5", filled)
    assert f"刚才，{filled}。" in _text(reading.draft, "p5")


def test_a_place_filled_where_the_program_dropped_the_control(draft, edit):
    def fill(xml):
        control = re.search(r"<w:sdt>.*?</w:sdt>", xml).group()
        run = re.search(r"<w:r>.*</w:r>", control).group()
        return xml.replace(control, run.replace(AGENDA, "县应急局作了通报"))

    reading = read_word(edit(write_word(draft), fill))
    assert [f.text for f in reading.filled] == ["县应急局作了通报"]


def test_peoples_comments_are_kept_and_ours_are_not(draft, parts, repack):
    data = parts(write_word(draft, comments=True))
    note = (
        '<w:comment w:id="900" w:author="李秘书" w:initials="李"><w:p><w:r>'
        "<w:t>这里要核实</w:t></w:r></w:p><w:p><w:r><w:t>尽快</w:t></w:r></w:p></w:comment>"
    )
    comments = data["word/comments.xml"].decode().replace("</w:comments>", note + "</w:comments>")
    document = data["word/document.xml"].decode()
    run = re.search(r"<w:r>(?:(?!</w:r>).)*安全生产是民生大事.*?</w:r>", document).group()
    anchored = f'<w:commentRangeStart w:id="900"/>{run}<w:commentRangeEnd w:id="900"/>'
    document = document.replace(run, anchored)
    data |= {"word/comments.xml": comments.encode(), "word/document.xml": document.encode()}
    (comment,) = read_word(repack(data)).comments
    assert (comment.author, comment.text, comment.paragraph) == ("李秘书", "这里要核实\n尽快", "p7")
    assert comment.quoted == "安全生产是民生大事，一丝一毫不能放松。"


def test_peoples_comments_are_carried_over_into_a_new_file(draft, audit):
    notes = (
        Comment("李秘书", "核实\n尽快", "一丝一毫", "p7"),
        Comment("王主任", "这段不在了", "没有的话", "p99"),
        Comment("", "整段", "", "p12"),
    )
    data = write_word(draft, notes=notes, comments=True)
    assert audit(data) == []
    found = {(c.author, c.text, c.paragraph, c.quoted) for c in read_word(data).comments}
    assert ("李秘书", "核实\n尽快", "p7", "一丝一毫") in found
    assert ("王主任", "这段不在了", "p1", draft.speech.title) in found
    assert ("", "整段", "p12", draft.speech.paragraphs[11].text) in found
    with pytest.raises(UsageError):
        write_word(draft, notes=notes, clean=True)


def test_a_broken_custom_part_is_as_good_as_none(draft, parts, repack):
    for broken in (
        b"<draft xmlns='urn:drafter:draft:1'>{not json</draft>",
        b"<draft xmlns='urn:drafter:draft:1'>[1]</draft>",
    ):
        data = parts(write_word(draft)) | {"customXml/item1.xml": broken}
        reading = read_word(repack(data))
        assert reading.sent is None
        assert shape(reading.draft) == shape(as_printed(draft))
        assert [p.id for p in reading.speech.paragraphs] == [f"p{n}" for n in range(1, 14)]


def test_the_sent_draft_can_be_given_where_the_file_lost_it(draft, parts, repack):
    data = parts(write_word(draft))
    rels = data["word/_rels/document.xml.rels"].decode()
    data["word/_rels/document.xml.rels"] = re.sub(
        r'<Relationship Id="rIdDraft"[^>]*>', "", rels
    ).encode()
    assert read_word(repack(data)).sent is None
    assert read_word(repack(data), sent=as_printed(draft)).draft == as_printed(draft)


def test_a_paragraph_people_added_gets_a_role_by_its_place(draft, edit):
    def add(xml):
        old = paragraph(xml, "安全生产")
        new = "<w:p><w:r><w:t>　　还要抓好宣传引导。</w:t></w:r></w:p>"
        head = "<w:p><w:r><w:t>（二）强化督查</w:t></w:r></w:p>"
        return xml.replace(old, old + new + head)

    speech = read_word(edit(write_word(draft), add)).speech
    at = [p.id for p in speech.paragraphs].index("p7")
    new, head = speech.paragraphs[at + 1 : at + 3]
    assert (new.role, new.text) == ("body", "还要抓好宣传引导。")
    assert (head.role, head.level, head.label, head.heading) == (
        "heading",
        2,
        "二",
        "（二）强化督查",
    )


def test_a_paragraph_typed_in_front_of_another_takes_nothing_from_it(draft, edit):
    """Word leaves the bookmark's start on what was typed at the start of the old paragraph."""

    def type_above(xml):
        old = paragraph(xml, "安全生产")
        mark = re.search(r"<w:bookmarkStart[^>]*>", old).group()
        new = f"<w:p>{mark}<w:r><w:t>先讲一件事。</w:t></w:r></w:p>"
        return xml.replace(old, new + old.replace(mark, ""))

    reading = read_word(edit(write_word(draft), type_above))
    at = [p.id for p in reading.speech.paragraphs].index("p7")
    assert reading.speech.paragraphs[at] == as_printed(draft).speech.paragraphs[6]
    assert reading.speech.paragraphs[at - 1].text == "先讲一件事。"


def test_a_paragraph_cut_in_two_keeps_its_id_on_the_first_half(draft, edit):
    def cut(xml):
        head = re.search(r"<w:pPr>.*?</w:pPr>", paragraph(xml, "安全生产")).group()
        return xml.replace(
            "民生大事，一丝", f"民生大事，</w:t></w:r></w:p><w:p>{head}<w:r><w:t>一丝"
        )

    reading = read_word(edit(write_word(draft), cut))
    at = [p.id for p in reading.speech.paragraphs].index("p7")
    first, second = reading.speech.paragraphs[at : at + 2]
    assert (first.text, second.text) == ("安全生产是民生大事，", "一丝一毫不能放松。")


def test_untouched_sentences_of_an_edited_paragraph_keep_their_trace(draft, edit):
    reading = read_word(edit(write_word(draft), lambda xml: xml.replace("两点意见", "三点意见")))
    opening = reading.speech.paragraphs[4]
    assert [s.pattern for s in opening.sentences] == ["opening.purpose.0007", None, None]
    assert opening.sentences[2].text == "下面，我讲三点意见。"
    assert opening.sentences[1].origin == "authored"
