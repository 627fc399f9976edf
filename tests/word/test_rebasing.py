"""A new draft onto an edited file: what nobody touched follows the brief, hand edits stay."""

from __future__ import annotations

import time

import pytest
from msgspec.structs import replace

from drafter.drafting.draft import Pending
from drafter.errors import InputError
from drafter.speech import Paragraph
from drafter.word import as_printed, read_word, rebase, rebase_file, rebase_text, write_word
from drafter.word.comments import Comment

from .drafts import altered, having, texts


def test_nothing_touched_gives_the_new_draft(sent):
    new = altered(sent, {"p7": "安全生产人命关天，一丝一毫不能放松。"})
    merged = rebase(new, sent, sent)
    assert merged.draft == new
    assert merged.kept == ()
    assert merged.followed == 13


def test_nothing_new_gives_the_edited_text(sent):
    edited = altered(sent, {"p7": "手改的一段。"})
    assert texts(rebase(sent, sent, edited).draft) == texts(edited)


def test_touched_paragraphs_stay_and_the_others_follow(sent):
    new = altered(sent, {"p2": "（2026年11月28日）", "p12": "同志们，让我们再立新功！"})
    edited = altered(sent, {"p7": "手改的一段。"})
    merged = rebase(new, sent, edited)
    found = texts(merged.draft)
    assert found["p2"] == "（2026年11月28日）"
    assert found["p12"] == "同志们，让我们再立新功！"
    assert found["p7"] == "手改的一段。"
    assert [(k.kind, k.paragraph, k.new) for k in merged.kept] == [("edited", "p7", None)]
    assert merged.conflicts == ()


def test_a_hand_edit_the_brief_concerns_is_a_conflict(sent):
    new = altered(sent, {"p7": "安全生产是民生大事，一刻也不能放松。"})
    edited = altered(sent, {"p7": "手改的一段。"})
    merged = rebase(new, sent, edited)
    assert texts(merged.draft)["p7"] == "手改的一段。"
    (conflict,) = merged.conflicts
    assert conflict.new == "安全生产是民生大事，一刻也不能放松。"
    assert "提纲的改动涉及此段" in rebase_text(merged)


def test_the_same_change_by_hand_and_by_brief_is_no_conflict(sent):
    both = altered(sent, {"p7": "安全生产是民生大事，一刻也不能放松。"})
    merged = rebase(both, sent, both)
    assert texts(merged.draft) == texts(both)
    assert merged.kept == ()


def test_new_and_handwritten_paragraphs_both_come_in(sent):
    ps = sent.speech.paragraphs
    new = having(sent, *ps[:7], Paragraph("n1", "body", "提纲新增的一段内容。"), *ps[7:])
    edited = having(sent, *ps[:11], Paragraph("w1", "body", "手写的一段。"), *ps[11:])
    merged = rebase(new, sent, edited)
    order = [p.text for p in merged.draft.speech.paragraphs]
    assert order.index("提纲新增的一段内容。") == 7
    assert order[order.index("手写的一段。") - 1] == ps[10].text
    assert len(order) == 15
    assert [k.kind for k in merged.kept] == ["added"]


def test_what_was_removed_by_hand_stays_removed(sent):
    ps = sent.speech.paragraphs
    edited = having(sent, *ps[:8], *ps[9:])
    merged = rebase(altered(sent, {"p9": "一是建立台账。逐项登记销号。"}), sent, edited)
    assert "p9" not in texts(merged.draft)
    (conflict,) = merged.conflicts
    assert (conflict.kind, conflict.new) == ("removed", "一是建立台账。逐项登记销号。")


def test_what_the_brief_drops_goes_unless_it_was_edited(sent):
    ps = sent.speech.paragraphs
    new = having(sent, *ps[:6], *ps[7:8], *ps[9:])
    edited = altered(sent, {"p7": "手改的一段，与新稿无关。"})
    merged = rebase(new, sent, edited)
    order = [p.text for p in merged.draft.speech.paragraphs]
    assert ps[8].text not in order
    assert order[order.index("手改的一段，与新稿无关。") - 1] == ps[5].text
    assert [k.kind for k in merged.conflicts] == ["outdated"]


def renumbered(draft):
    """The same texts under other ids, as a drafter that starts counting anew gives them."""
    return having(draft, *(replace(p, id=f"q{n}") for n, p in enumerate(draft.speech.paragraphs)))


def test_ids_of_the_new_draft_need_not_be_the_old_ones(sent):
    new = renumbered(altered(sent, {"p2": "（2026年11月28日）"}))
    edited = altered(sent, {"p7": "手改的一段。"})
    merged = rebase(new, sent, edited)
    found = texts(merged.draft)
    assert found["q1"] == "（2026年11月28日）"
    assert found["q6"] == "手改的一段。"
    assert len(found) == 13


def test_an_id_is_never_used_twice(sent):
    ps = sent.speech.paragraphs
    new = having(sent, *ps, Paragraph("w1", "signature", "2026年11月28日"))
    edited = having(sent, *ps[:7], Paragraph("w1", "body", "手写的一段。"), *ps[7:])
    ids = [p.id for p in rebase(new, sent, edited).draft.speech.paragraphs]
    assert len(ids) == len(set(ids)) == 15


def test_paragraphs_moved_by_hand_keep_their_place(sent):
    ps = list(sent.speech.paragraphs)
    edited = having(sent, *ps[:6], *ps[9:11], *ps[6:9], *ps[11:])
    new = altered(sent, {"p11": "A & B都要保留。"})
    order = [p.id for p in rebase(new, sent, edited).draft.speech.paragraphs]
    assert order[6:11] == ["p10", "p11", "p7", "p8", "p9"]
    assert texts(rebase(new, sent, edited).draft)["p11"] == "A & B都要保留。"


def test_a_place_filled_by_hand_is_no_longer_pending(sent):
    filled = sent.speech.paragraphs[4].text.replace("【请填写：会议议程】", "通报了情况")
    merged = rebase(sent, sent, altered(sent, {"p5": filled}))
    assert merged.draft.pending == ()
    asked = Pending("责任", "p9", "【请填写：责任单位】")
    new = replace(
        altered(sent, {"p9": "一是建立台账。由【请填写：责任单位】负责。"}),
        pending=(*sent.pending, asked),
    )
    assert rebase(new, sent, altered(sent, {"p5": filled})).draft.pending == (asked,)


def test_an_edited_title_is_the_title(sent):
    merged = rebase(sent, sent, altered(sent, {"p1": "在全县动员大会上的讲话"}))
    assert merged.draft.speech.title == "在全县动员大会上的讲话"


def test_a_file_rebuilt_keeps_hand_edits_and_comments(draft, sent, edit, tmp_path):
    note = Comment("王主任", "数字请再核实", "一丝一毫", "p7")
    path = tmp_path / "改过.docx"
    path.write_bytes(
        edit(write_word(draft, notes=[note]), lambda xml: xml.replace("民生大事", "天大的事"))
    )
    merged = rebase_file(altered(draft, {"p2": "（2026年11月28日）"}), path)
    again = read_word(write_word(merged.draft, notes=merged.comments))
    found = texts(again.draft)
    assert found["p2"] == "（2026年11月28日）"
    assert found["p7"] == "安全生产是天大的事，一丝一毫不能放松。"
    assert again.comments == (note,)


def test_a_clean_copy_cannot_be_rebuilt(draft):
    with pytest.raises(InputError) as caught:
        rebase_file(draft, write_word(draft, clean=True))
    assert caught.value.code == "W012"


def test_hand_edits_outlive_the_second_brief(draft, sent, edit):
    once = edit(write_word(draft), lambda xml: xml.replace("民生大事", "天大的事"))
    first = rebase_file(draft, once)
    again = write_word(first.draft, base=first.base)
    second = rebase_file(altered(sent, {"p12": "同志们，再立新功！"}), again)
    found = texts(second.draft)
    assert found["p7"] == "安全生产是天大的事，一丝一毫不能放松。"
    assert found["p12"] == "同志们，再立新功！"
    assert [k.kind for k in second.kept] == ["edited"]


def test_hand_edits_in_a_template_outlive_the_second_brief(draft, edit, tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("【讲话稿】")
    path = tmp_path / "模板.docx"
    document.save(str(path))
    once = edit(write_word(draft, layout=path), lambda xml: xml.replace("民生大事", "天大的事"))
    first = rebase_file(draft, once)
    again = rebase_file(draft, write_word(first.draft, layout=path, base=first.base))
    assert texts(again.draft)["p7"] == "安全生产是天大的事，一丝一毫不能放松。"
    assert again.base == sent_of(draft)


def sent_of(draft):
    return as_printed(draft)


def test_a_file_without_hand_edits_has_no_second_draft_in_it(draft, parts):
    merged = rebase_file(draft, write_word(draft))
    assert write_word(merged.draft, base=merged.base) == write_word(draft)


def test_the_file_as_it_went_out_helps_where_the_edited_one_lost_it(draft, edit, parts, repack):
    went_out = write_word(draft)
    lost = parts(edit(went_out, lambda xml: xml.replace("民生大事", "天大的事")))
    lost = {n: d for n, d in lost.items() if not n.startswith("customXml")}
    rels = "word/_rels/document.xml.rels"
    lost[rels] = lost[rels].replace(b"/customXml", b"/other")
    with pytest.raises(InputError, match="--sent"):
        rebase_file(draft, repack(lost))
    merged = rebase_file(draft, repack(lost), sent=went_out)
    assert [k.text for k in merged.kept] == ["安全生产是天大的事，一丝一毫不能放松。"]


def test_half_width_marks_of_the_brief_are_no_change_of_it(draft, sent, edit):
    """The drafter's text is folded on the way to paper; the fold is nobody's edit."""
    half = altered(draft, {"p7": "安全生产是民生大事,一丝一毫不能放松."})
    edited = edit(write_word(half), lambda xml: xml.replace("民生大事", "天大的事"))
    merged = rebase_file(half, edited)
    assert merged.conflicts == ()


def test_a_file_of_many_thousand_paragraphs_is_merged_in_good_time(draft, sent):
    """Nobody writes such a speech; the file may come from anywhere all the same."""
    lines = tuple(Paragraph(f"w{n}", "body", f"第{n}行。") for n in range(20_000))
    edited = having(sent, *sent.speech.paragraphs[:7], *lines, *sent.speech.paragraphs[7:])
    begin = time.process_time()
    merged = rebase(sent, sent, edited)
    assert time.process_time() - begin < 5
    assert [p.text for p in merged.draft.speech.paragraphs] == [
        p.text for p in edited.speech.paragraphs
    ]
