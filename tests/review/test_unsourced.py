from functools import cache

import pytest
from msgspec.structs import replace

from drafter.brief import Brief, load_brief
from drafter.drafting import draft
from drafter.drafting.draft import Draft
from drafter.resources import shipped
from drafter.review import Finding, review
from drafter.review.heard import is_heard
from drafter.speech import Speech

from .small import brief_with, found, speech_with


@cache
def _made() -> tuple[Draft, Brief]:
    brief = load_brief(shipped("templates") / "deployment" / "example.yaml")
    return draft(brief), brief


def _own_words(speech: Draft | Speech) -> list[Finding]:
    return [f for f in review(speech, _made()[1]) if f.code == "own-words"]


def _with(sentence: str) -> Draft:
    made = _made()[0]
    paragraphs = list(made.speech.paragraphs)
    at = next(i for i, p in enumerate(paragraphs) if p.role == "body" and len(p.text) > 60)
    changed = replace(paragraphs[at], text=paragraphs[at].text + sentence)
    paragraphs[at] = changed
    return replace(made, speech=replace(made.speech, paragraphs=tuple(paragraphs)))


def test_a_draft_says_nothing_of_its_own_even_where_it_no_longer_tells_where_it_is_from():
    made, _ = _made()
    bare = tuple(replace(p, sentences=()) for p in made.speech.paragraphs)
    assert _own_words(made) == []
    assert _own_words(replace(made.speech, paragraphs=bare)) == []


@pytest.mark.parametrize(
    "sentence",
    ["老汉蹲在墙根晒太阳。", "谁家的炊烟先升起来。", "雨后的瓦檐还滴着水。"],
)
def test_a_sentence_left_over_is_noted_by_its_clauses(sentence):
    (finding,) = _own_words(_with(sentence))
    assert (finding.level, finding.text) == ("note", sentence.rstrip("。"))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("纸灯队夜里沿着堤走。", "纸灯队"),
        ("把窑背日记交给新来的人。", "窑背日记"),
        ("四号灶昨天又冒了烟。", "四号灶"),
        ("用好板凳听诉这个抓手。", "板凳听诉"),
        ("以邻里慧生活为载体聚人气。", "邻里慧生活"),
        ("县渡投要把船板换成新的。", "县渡投"),
        ("龙须眼那边的水还没有退。", "龙须眼"),
        ("畅通炉边问难的渠道。", "炉边问难"),
        ("今年把柴门夜话作为突破口。", "柴门夜话"),
        ("炉灶革命让灶房亮堂了。", "炉灶革命"),
    ],
)
def test_what_looks_like_a_name_in_such_a_sentence_makes_it_a_warning(sentence, name):
    (finding,) = _own_words(_with(sentence))
    assert finding.level == "warning"
    assert f"其中“{name}”像是名称" in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "一位大姐等了半晌。",
        "看好灶台再睡。",
        "新年扫雪开局好不好。",
        "急事缓办误人。",
        "关灯开会太闷。",
    ],
)
def test_what_is_done_names_nothing(sentence):
    assert all(finding.level == "note" for finding in _own_words(_with(sentence)))


def test_a_name_that_another_rule_has_told_is_not_told_again():
    found = review(_with("石磨村的老汉蹲在墙根晒太阳。"), _made()[1])
    assert [(f.code, f.level) for f in found if "石磨村" in f.text] == [
        ("foreign-place", "error"),
        ("own-words", "note"),
    ]


def test_only_the_clauses_that_nobody_has_said_are_named():
    (finding,) = _own_words(_with("石磨坊的老汉蹲在墙根，这是大家共同努力的结果。"))
    assert finding.text == "石磨坊的老汉蹲在墙根"


def test_a_text_by_somebody_else_is_noted_once():
    body = ("石磨坊的老汉蹲在墙根晒太阳。", "灯笼挂满了檐下，谁家的炊烟先升起来。")
    speech = speech_with(*body, closing="同志们，让我们行动起来。")
    (finding,) = found(speech, brief_with(), "own-words")
    assert (finding.paragraph, finding.text) == (None, "2句")


def test_what_the_brief_says_is_said():
    brief = brief_with(成绩=["石磨坊的老汉扫出三条巷子"])
    said = ("石磨坊的老汉扫出三条巷子。", "县委、县政府讲两点意见。")
    speech = speech_with(*said, closing="同志们，让我们行动起来。")
    assert found(speech, brief, "own-words") == []


def test_a_wording_of_a_choice_is_said_with_what_stands_beside_it():
    assert is_heard("作出全面")
    assert is_heard("重在落实")


def test_what_joins_results_is_nobodys_own() -> None:
    brief = brief_with(成绩=["清扫街巷40公里", "备足融雪剂12吨"])
    said = "清扫街巷40公里；特别要提到的是，备足融雪剂12吨。"
    assert not [f for f in found(speech_with(said), brief, "own-words") if "提到" in f.message]
