"""The same text in another coat has the same outline."""

from __future__ import annotations

import re
from collections.abc import Sequence

import opencc
import pytest

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.text.folding import squeeze

_HALF = str.maketrans("，。：；！？（）", ",.:;!?()")


def outline(lines: Sequence[str]) -> list[list[tuple[int, str, str]]]:
    """Level, label and bare heading text of every heading, a list for each text with headings."""
    reading = parse_text(SourceText("text", tuple(lines)))
    found = [
        [(lv, label, squeeze(text)) for lv, label, text in s.outline()] for s in reading.speeches
    ]
    return [o for o in found if o]


def wrapped(lines: Sequence[str], width: int) -> list[str]:
    return [line[i : i + width] for line in lines for i in range(0, max(1, len(line)), width)]


def test_traditional(labelled):
    traditional = opencc.OpenCC("s2t")
    assert outline([traditional.convert(line) for line in labelled.lines]) == outline(
        labelled.lines
    )


def test_half_width_punctuation(labelled):
    half = [line.translate(_HALF) for line in labelled.lines]
    assert outline(half) == outline(labelled.lines)


def test_carriage_returns(labelled):
    assert outline([f"{line}\r" for line in labelled.lines]) == outline(labelled.lines)


def test_doubled_blank_lines(labelled):
    doubled = [x for line in labelled.lines for x in (line, "", "")]
    assert outline(doubled) == outline(labelled.lines)


def test_indented(labelled):
    assert outline([f"　　{line}" for line in labelled.lines]) == outline(labelled.lines)


def test_wrapped_at_40(labelled):
    if labelled.name == "hard_wrapped":
        pytest.skip("wrapped already, at another width")
    assert outline(wrapped(labelled.lines, 40)) == outline(labelled.lines)


SPEECH = [
    "在全县秸秆禁烧工作会议上的讲话",
    "同志们：",
    "今天召开这次会议，主要任务是安排部署秋季秸秆禁烧工作。刚才，环保局通报了有关情况。下面，我讲三点意见。",
    "一、认清形势，增强责任感。当前正值秋收时节，禁烧工作进入关键期，各级干部务必保持清醒头脑，不能有丝毫松懈。去年全县共发现火点12处，教训十分深刻，今年要努力做到零火点。",
    "二、突出重点，抓好关键环节。",
    "（一）宣传要到位。要利用广播、标语、微信群等方式，把禁烧政策讲清楚，做到家喻户晓、人人皆知。",
    "（二）巡查要到位。实行县包乡、乡包村、村包户的网格化管理，二十四小时不间断巡查，发现一处处置一处。",
    "（三）利用要到位。大力推广秸秆还田、青贮饲料等技术，年底前综合利用率要达到95%以上，从源头上解决问题。",
    "三、加强领导，落实工作责任。各乡镇主要负责同志是第一责任人，要亲自抓、负总责。对工作不力、出现火点的，要严肃追究责任，决不姑息迁就。",
    "同志们，禁烧工作责任重大。让我们立即行动起来，打好这场攻坚战，为全县人民守护一片蓝天！",
]


def test_run_into_one_paragraph():
    assert outline(["".join(SPEECH)]) == outline(SPEECH)


def test_run_into_one_paragraph_keeps_the_parts():
    (speech,) = parse_text(SourceText("text", ("".join(SPEECH),))).speeches
    assert speech.title == SPEECH[0]
    assert speech.salutation == "同志们"
    assert [p.role for p in speech.paragraphs][-1] == "closing"


def test_sentences_are_the_text(labelled):
    for speech in parse_text(SourceText("text", labelled.lines)).speeches:
        for p in speech.by_role("opening", "body", "closing"):
            assert "".join(s.text for s in p.sentences) == p.text


def test_cleaning_deletes_no_body(labelled):
    """At most one body character in a thousand is lost, by the labels."""
    reading = parse_text(SourceText("text", labelled.lines))
    kept = squeeze("".join(p.text for s in reading.speeches for p in s.paragraphs))
    own = squeeze("".join(labelled.lines[n - 1] for n in sorted(labelled.body)))
    for doc in labelled.label["documents"]:
        for noise in doc["inline_noise"]:
            own = own.replace(squeeze(noise["text"]), "")
    hanzi = re.compile(r"[\u4e00-\u9fff]")
    lost = len(hanzi.findall(own)) - len(hanzi.findall(kept))
    assert lost <= 0.001 * len(own)
