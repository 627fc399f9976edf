"""What stands beside the text of a Word file: searched for what is foreign or copied."""

from drafter.review import review
from drafter.review.corpus import open_index
from drafter.speech import Paragraph

from .small import brief_with, speech_with

SPEECH = speech_with("安全无小事。")


def told(brief, called, text, *, at="p7", **more):
    """The findings that only the words beside the text bring."""
    beside = ((called, Paragraph(at, "body", text)),)
    known = set(review(SPEECH, brief, **more))
    return [f for f in review(SPEECH, brief, beside=beside, **more) if f not in known]


def test_another_county_in_a_footnote_is_found_where_the_note_stands():
    (finding,) = told(brief_with(), "脚注", "数据来自桑植县。")
    assert (finding.code, finding.level, finding.paragraph) == ("foreign-place", "error", "p7")
    assert finding.message.startswith("脚注里，提纲里没有这个地名")


def test_what_stands_on_every_page_stands_in_no_paragraph():
    (finding,) = told(brief_with(), "页眉", "桑植县内部资料", at="")
    assert finding.paragraph is None


def test_what_the_brief_has_may_stand_there_and_says_no_fact_for_the_text():
    brief = brief_with(成绩=["全县清雪326公里"])
    assert not told(brief, "文本框", "全县清雪326公里")
    beside = (("文本框", Paragraph("p7", "body", "全县清雪326公里")),)
    assert "fact-missing" in {f.code for f in review(SPEECH, brief, beside=beside)}


def test_a_passage_copied_into_a_box_is_told_once(tmp_path):
    passage = "桥头那盏马灯守着渡口，等过夜归的船，也等过赶考的学生"
    (tmp_path / "旧稿.txt").write_text(f"记得{passage}，后来有了大桥。", "utf-8")
    index = open_index([tmp_path])
    (finding,) = told(brief_with(), "文本框", passage + "。", corpus=index)
    assert finding.code == "copied-run"
    assert "旧稿.txt" in finding.message
