"""Names by what is said around them in a sentence of somebody's own, and rules by a number."""

from __future__ import annotations

import pytest

from drafter.review import review

from ..small import brief_with, found, speech_with

#: What patterns say: of a text nearly all somebody's own one note tells it all.
FORMULA = "要压实责任，加强协调配合，把各项任务落到实处，确保各项工作取得实效。"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("大家都要像佟柳那样早出晚归。", "佟柳"),
        ("有昌顺这样的公司肯出铲车，路就清得快。", "昌顺"),
        ("下沙那边昨夜又封了路。", "下沙"),
        ("对照市里的清雪奖惩办法，咱们还慢半拍。", "市里的清雪奖惩办法"),
    ],
)
def test_what_stands_where_only_names_stand_is_warned_of(sentence, name):
    told = review(speech_with(sentence, FORMULA), brief_with())
    assert any(f.level != "note" and name in f.message for f in told)


@pytest.mark.parametrize(
    "sentence",
    [
        "要像钉子那样铆在路面上，像黄牛那样不吭声。",
        "这样的干部群众信得过。",
        "大家要像爱护眼睛一样爱护路灯。",
    ],
)
def test_everyday_likenesses_name_nobody(sentence):
    told = found(speech_with(sentence), brief_with(), "own-words")
    assert [f.message for f in told if f.level == "warning"] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [("除雪办法第九条写得明白。", "除雪办法第九条"), ("七号文的意思大家都懂。", "七号文")],
)
def test_rules_and_papers_by_a_number_are_documents(sentence, name):
    assert [f.text for f in found(speech_with(sentence), brief_with(), "foreign-document")] == [
        name
    ]


def test_a_name_with_a_one_in_it_is_no_figure():
    (person,) = found(speech_with("没有闻一鸣，路就通不了。"), brief_with(), "foreign-person")
    assert person.text == "闻一鸣"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("昨天饶律师讲了两个钟头。", "饶"),
        ("滏阴河沿线还有积雪。", "滏阴河"),
        ("会同路政处清了一夜的雪。", "路政处"),
        ("鲜于家宝记了一本账。", "鲜于家宝"),
    ],
)
def test_names_are_found_beside_what_goes_on_from_them(sentence, name):
    told = review(speech_with(sentence, FORMULA), brief_with())
    assert any(f.level != "note" and name in f.message for f in told)


@pytest.mark.parametrize("sentence", ["老同志经验丰富，要多带新人。", "问题不解决，检查组就不撤。"])
def test_sorts_of_groups_and_what_somebody_has_name_nothing(sentence):
    told = review(speech_with(sentence), brief_with())
    assert [f.message for f in told if f.level != "note"] == []


def _strong(sentence):
    return [f.message for f in review(speech_with(sentence), brief_with()) if f.level != "note"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("感谢什邡的大力支持。", "什邡"),
        ("跟肃宁比，我们还差一截。", "肃宁"),
        ("范家窝堡的雪最深。", "范家窝"),
        ("用舒伯特的话说，雪是会唱歌的。", "舒伯特"),
        ("等戎科长回来再定铲雪的日子。", "戎"),
        ("滕班长铲了一夜的雪。", "滕"),
        ("高坎子的雪最深。", "高坎子"),
        ("要把蔺各庄的做法学过来。", "蔺各庄"),
        ("这件事狐仙庙村已经办成了。", "仙庙村"),
        ("玉泉名都的雪没有人扫。", "玉泉名都"),
    ],
)
def test_what_stands_where_a_name_stands_is_one(sentence, name):
    assert any(name in message for message in _strong(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "跟自己比，今天比昨天多扫了一条路。",
        "感谢大家的大力支持。",
        "山沟子里的雪最难清。",
        "由专人负责，雪停路通。",
        "到现场学习，比坐着听强。",
    ],
)
def test_everyday_words_in_such_places_name_nothing(sentence):
    assert _strong(sentence) == []
