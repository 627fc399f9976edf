"""Names that no list has: by being no words, and by what only people do."""

import pytest

from drafter.text.acting_people import find_acting_people
from drafter.text.dictionary import is_word, words_in
from drafter.text.unfamiliar import find_unfamiliar


def _named(find, text):
    return [text[start:end] for start, end in find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("段淑萍总是第一个到岗。", "段淑萍"),
        ("抢修队员里有贺小岩。", "贺小岩"),
        ("大家都要像曲桐那样肯干。", "曲桐"),
    ],
)
def test_characters_that_make_no_word_are_a_name(text, name):
    assert name in _named(find_unfamiliar, text)


@pytest.mark.parametrize(
    "text",
    [
        "普惠性幼儿园建了起来。",
        "不忘初心和使命。",
        "坚持马克思主义的立场。",
        "把路扫净，把田种好。",
        "时刻牢记安全责任。",
        "不搞劳民伤财的事。",
    ],
)
def test_words_are_nobody(text):
    assert _named(find_unfamiliar, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高山把孩子留给了母亲。", "高山"),
        ("春梅大姐腾出了房子。", "春梅"),
        ("老蒋在井下干了半辈子。", "老蒋"),
        ("小邓是新来的讲解员。", "小邓"),
        ("楼下的孙奶奶送来饺子。", "孙"),
        ("卢总对进度抓得很紧。", "卢总"),
    ],
)
def test_what_only_people_do_names_who_does_it(text, name):
    assert name in _named(find_acting_people, text)


@pytest.mark.parametrize(
    "text",
    [
        "农民带头签了协议。",
        "老同志说得好。",
        "小康社会人人有份。",
        "青年同志要多学。",
        "班长常说。",
    ],
)
def test_what_somebody_is_is_no_name(text):
    assert _named(find_acting_people, text) == []


def test_words_are_told_from_pairs_that_are_none():
    assert is_word("文明")
    assert not is_word("淑萍")
    assert not is_word("文")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("巡线员都服匡建国。", "匡建国"),
        ("那天值班的是冯大岩。", "冯大岩"),
    ],
)
def test_a_given_name_may_be_a_word(text, name):
    assert name in _named(find_unfamiliar, text)


def test_big_and_small_after_a_family_name_may_be_words():
    assert _named(find_unfamiliar, "舍小家、顾大家。") == []


def test_the_words_of_a_text_are_those_of_its_pairs():
    text = "文明创建，淑萍"
    assert words_in(text) == tuple(is_word(text[at : at + 2]) for at in range(len(text) - 1))
    assert words_in(text)[0]
    assert not words_in("文")


@pytest.mark.parametrize("text", ["请找赵晓", "商安", "他姓赵晓", "这事问岳得"])
def test_a_text_may_end_in_the_middle_of_a_name(text: str) -> None:
    assert all(end <= len(text) for _, end in find_unfamiliar(text))
