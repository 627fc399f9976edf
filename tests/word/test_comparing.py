"""What people changed, said paragraph by paragraph and sentence by sentence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drafter.brief import parse_brief
from drafter.speech import Paragraph, Sentence
from drafter.word import as_printed, compare, read_word, write_word

BRIEF = """
文种: 动员讲话
会议: 全县安全生产百日攻坚行动动员会
单位: {名称: 安平县, 层级: 县}
主题: {名称: 安全生产百日攻坚行动}
成绩: ["今年以来全县共排查隐患1,260处"]
时间: 2026-11-21
"""


@pytest.fixture
def sent(draft):
    return as_printed(draft)


def altered(draft, changes, *, drop=(), order=None):
    """The draft with other texts by paragraph id, some paragraphs gone or in another order."""
    paragraphs = [
        replace(p, text=changes[p.id], sentences=()) if p.id in changes else p
        for p in draft.speech.paragraphs
        if p.id not in drop
    ]
    if order is not None:
        paragraphs = [paragraphs[n] for n in order]
    return replace(draft, speech=replace(draft.speech, paragraphs=tuple(paragraphs)))


def test_nothing_changed(sent):
    result = compare(sent, sent)
    assert (result.changes, result.facts) == ((), ())
    assert result.unchanged == 13


def test_a_changed_sentence_is_shown_beside_the_old_one(sent):
    text = sent.speech.paragraphs[4].text.replace("两点意见", "三点意见")
    (change,) = compare(sent, altered(sent, {"p5": text})).changes
    assert (change.kind, change.paragraph) == ("changed", "p5")
    (sentence,) = change.sentences
    assert (sentence.before, sentence.after) == ("下面，我讲两点意见。", "下面，我讲三点意见。")


def test_a_sentence_that_ends_with_a_semicolon_is_compared_alone(sent):
    old = sent.speech.paragraphs[6]
    pieces = ("一是改造圩堤38处；", "二是备足沙石3万方。")
    with_list = replace(old, text="".join(pieces), sentences=tuple(map(Sentence, pieces)))
    paragraphs = tuple(with_list if p is old else p for p in sent.speech.paragraphs)
    was = replace(sent, speech=replace(sent.speech, paragraphs=paragraphs))
    (change,) = compare(
        was, altered(was, {old.id: "一是改造圩堤83处；二是备足沙石3万方。"})
    ).changes
    assert [(s.before, s.after) for s in change.sentences] == [(pieces[0], "一是改造圩堤83处；")]


def test_added_and_removed_sentences_of_a_paragraph(sent):
    text = "安全生产是民生大事，一丝一毫不能放松。必须警钟长鸣！"
    (change,) = compare(sent, altered(sent, {"p7": text})).changes
    assert [(s.before, s.after) for s in change.sentences] == [("", "必须警钟长鸣！")]


def test_added_removed_and_moved_paragraphs(sent):
    extra = Paragraph("w1", "body", "散会后立即行动。")
    back = altered(sent, {}, drop=("p9",))
    paragraphs = list(back.speech.paragraphs)
    paragraphs.insert(7, extra)
    paragraphs.append(paragraphs.pop(3))
    back = replace(back, speech=replace(back.speech, paragraphs=tuple(paragraphs)))
    kinds = {(c.kind, c.paragraph) for c in compare(sent, back).changes}
    assert kinds == {("added", "w1"), ("removed", "p9"), ("moved", "p4")}


def test_a_new_level_is_a_change(sent):
    paragraphs = list(sent.speech.paragraphs)
    paragraphs[6] = replace(paragraphs[6], role="heading", level=2)
    back = replace(sent, speech=replace(sent.speech, paragraphs=tuple(paragraphs)))
    (change,) = compare(sent, back).changes
    assert (change.kind, change.before, change.after) == ("restyled", "正文", "2级标题")


def test_without_a_brief_altered_numbers_dates_and_names_are_named(sent):
    text = sent.speech.paragraphs[7].text.replace("1,260", "1,620")
    (fact,) = compare(sent, altered(sent, {"p8": text})).facts
    assert (fact.field, fact.paragraph) == ("数字", "p8")
    assert "1,260" in fact.value
    assert "1,620" in fact.now


def test_with_the_brief_altered_fields_are_named(sent):
    text = sent.speech.paragraphs[7].text.replace("1,260", "1,620")
    result = compare(sent, altered(sent, {"p8": text}), parse_brief(BRIEF))
    (fact,) = result.facts
    assert (fact.field, fact.value) == ("成绩", "今年以来全县共排查隐患1,260处")
    assert fact.now == "今年以来全县共排查隐患1,620处"


def said(sent, text, after, fields):
    """The fields told where ``text``, which carries ``fields``, was changed to ``after``."""
    sentence = Sentence(text, "task", None, "brief", fields)
    was = altered(sent, {"p7": text})
    paragraphs = tuple(
        replace(p, sentences=(sentence,)) if p.id == "p7" else p for p in was.speech.paragraphs
    )
    was = replace(was, speech=replace(was.speech, paragraphs=paragraphs))
    more = "议程: [{主体: 县应急局, 事项: 通报情况}]\n"
    more += "要点: [{着眼: 任务, 内容: [{任务: 抓演练, 责任: 县应急局}]}]\n"
    facts = compare(was, altered(was, {"p7": after}), parse_brief(BRIEF + more)).facts
    return [(f.field, f.value, f.now) for f in facts]


def test_words_of_two_fields_are_the_sentences_own_field(sent):
    before, after = "刚才，县应急局通报了情况。", "刚才，县气象局通报了情况。"
    assert said(sent, before, after, ("议程",)) == [("议程.主体", "县应急局", "县气象局")]
    assert len(said(sent, before, after, ())) == 2


def test_a_fact_the_drafter_put_in_other_words_is_still_the_briefs(sent):
    before, after = "全县排查的隐患有1,260处之多。", "全县排查的隐患有1,290处之多。"
    assert said(sent, before, after, ("成绩",)) == [("成绩", "1,260", "1,290")]


def test_half_width_marks_of_the_brief_are_found_as_printed(sent):
    brief = parse_brief(BRIEF.replace("隐患1,260处", "隐患,整改到位"))
    was = altered(sent, {"p7": "今年以来全县共排查隐患，整改到位。"})
    back = altered(sent, {"p7": "今年以来全县共排查隐患，正在整改。"})
    assert [f.field for f in compare(was, back, brief).facts] == ["成绩"]


def test_a_fact_that_went_to_the_next_sentence_is_not_lost(sent):
    p8 = sent.speech.paragraphs[7].text
    swapped = "（一）摸清底数。每天9:30调度一次，喆堃同志牵头。" + p8[8 : p8.index("每天")]
    result = compare(sent, altered(sent, {"p8": swapped}), parse_brief(BRIEF))
    assert result.facts == ()


def test_a_removed_paragraph_takes_its_facts_with_it(sent):
    result = compare(sent, altered(sent, {}, drop=("p8",)), parse_brief(BRIEF))
    assert "成绩" in {f.field for f in result.facts}


def test_the_date_of_the_brief_is_one_of_its_facts(sent):
    result = compare(sent, altered(sent, {"p2": "（2026年11月22日）"}), parse_brief(BRIEF))
    assert [(f.field, f.value) for f in result.facts] == [("时间", "2026年11月21日")]


def test_a_file_without_marks_is_compared_by_its_text(draft, sent):
    """A clean copy knows no ids, so paragraphs are matched by what they say."""
    back = read_word(write_word(draft, clean=True)).draft
    assert compare(sent, back).changes == ()
    words = back.speech.paragraphs[6]
    text = "安全生产是天大的事，一丝一毫不能放松。"
    changed = replace(words, text=text, sentences=())
    paragraphs = tuple(changed if p is words else p for p in back.speech.paragraphs)
    edited = replace(back, speech=replace(back.speech, paragraphs=paragraphs))
    (change,) = compare(sent, edited).changes
    assert (change.kind, change.paragraph, change.after) == ("changed", "p7", text)
