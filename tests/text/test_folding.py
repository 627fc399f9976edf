"""Punctuation is folded in Chinese text and nowhere else; sentences join to their paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.folding import (
    fold_punctuation,
    fold_quotes,
    has_odd_quotes,
    squeeze,
    to_half_digits,
)
from drafter.text.sentences import clauses, split_sentences


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("同志们:", "同志们："),
        ("你好,大家好!", "你好，大家好！"),
        ("(一)抓落实;", "（一）抓落实；"),
        ("增长3.14,完成1,260件", "增长3.14，完成1,260件"),
        ("9:30开会", "9:30开会"),
        ("见http://a.cn/b", "见http://a.cn/b"),
        ("到此结束.", "到此结束。"),
        ("未完待续...", "未完待续..."),
    ],
)
def test_fold_punctuation(half, full):
    assert fold_punctuation(half) == full


@given(st.text(st.sampled_from("同志们,.:;!?()1a /“”\n"), max_size=60))
def test_folding_keeps_the_length_and_is_done_once(text):
    folded = fold_punctuation(text)
    assert len(folded) == len(text)
    assert fold_punctuation(folded) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ('做到"四个一"和"五个好"', "做到“四个一”和“五个好”"),
        ("『保障工程』", "“保障工程”"),
        ("无", "无"),
    ],
)
def test_fold_quotes(text, folded):
    assert fold_quotes(text) == folded
    assert has_odd_quotes(text) or folded == text


def test_digits_and_blanks():
    assert to_half_digits("２０２３年增长９．５％") == "2023年增长9.5%"
    assert squeeze(" 李　明\u200b") == "李明"


@given(st.text(st.sampled_from("抓好落实，。！？；：“”（）…"), max_size=80))
def test_sentences_join_to_the_text(text):
    assert "".join(split_sentences(text)) == text


def test_a_stop_in_quotes_ends_no_sentence():
    said = split_sentences("他说：“好。就这么办！”大家都笑了。散会。")
    assert said == ["他说：“好。就这么办！”", "大家都笑了。", "散会。"]


def test_clauses():
    assert clauses("提高认识，明确任务；狠抓落实。") == ["提高认识", "明确任务", "狠抓落实"]
