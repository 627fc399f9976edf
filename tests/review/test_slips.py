"""Short facts told rightly in one place and with a slip in another."""

from __future__ import annotations

import pytest

from .small import brief_with, found, speech_with

_TASK = {"任务": "扫净背街小巷", "措施": ["逐巷登记", "先急后缓"], "责任": "各街道"}


def _told(*body: str):
    brief = brief_with(要点=[{"内容": [_TASK]}])
    right = "扫净背街小巷，逐巷登记，先急后缓，由各街道负责。"
    return found(speech_with(right, *body), brief, "fact-altered")


@pytest.mark.parametrize(
    ("sentence", "slip"),
    [
        ("要做到逐巷东记。", "逐巷东记"),  # another character in the midst
        ("要做到逐巷大登记。", "逐巷大登记"),  # one too many
        ("要扎实推进，先急后云，不留死角。", "先急后云"),  # all of a clause but its last
        ("要扎实推进，逐登记，不留死角。", "逐登记"),  # one is missing
        ("要有韧劲，净背街小巷，不留死角。", "净背街小巷"),  # in the midst of a word
    ],
)
def test_a_slip_is_an_altered_fact(sentence, slip):
    (finding,) = _told(sentence)
    assert (finding.text, finding.level) == (slip, "error")


@pytest.mark.parametrize("sentence", ["逐巷登记不能走样。", "背街小巷也要扫净。", "缓一缓再扫。"])
def test_other_words_are_none(sentence):
    assert _told(sentence) == []


def test_a_particle_changes_no_fact():
    brief = brief_with(成绩=["清出了堆在巷口的积雪"])
    assert found(speech_with("今年清出堆在巷口积雪。"), brief, "fact-altered", "fact-missing") == []
