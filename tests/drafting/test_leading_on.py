"""Paragraphs that tell no fact stand in a train of thought and lead on from one another."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from drafter.bank import Bank, load_bank
from drafter.brief import load_brief, make_brief
from drafter.drafting import alternatives, draft, other_sentences
from drafter.drafting.planning.plan import Block, Section, Unit
from drafter.drafting.wording.leading_on import in_sequence
from drafter.resources import read_data, shipped
from drafter.speech import Paragraph, Sentence

WAYS = read_data("wording.yaml")["leading"]
JOINS = tuple(way for ways in WAYS["joins"].values() for way in ways)
ORDINALS = tuple(WAYS["ordinals"]["5"])
BRIEFS = ("deployment", "mobilisation", "progress", "regular")
#: Its points are told by the field alone.
BARE = {
    "文种": "部署讲话",
    "会议": "全县安全生产工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "安全生产工作", "领域": "安全生产"},
    "要点": [{"着眼": "认识"}, {"着眼": "任务"}, {"着眼": "责任"}],
    "篇幅": 2400,
}


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank()


def seat(move: str, text: str) -> Block:
    """A paragraph that tells no fact."""
    unit = Unit("seat", "points", (move,), room=(move,), grows="seat")
    unit.grown = [Sentence(text, move)]
    return Block("body", [unit])


def points(name: str, bank: Bank, seed: int) -> list[list[Paragraph]]:
    """The paragraphs of each point of an example, or of a brief that sets no tasks."""
    found: list[list[Paragraph]] = [[]]
    file = shipped("templates") / name / "example.yaml"
    brief = load_brief(file) if name != "bare" else make_brief(BARE)
    for paragraph in draft(brief, bank=bank, seed=seed).speech.paragraphs:
        if paragraph.level == 1:
            found.append([])
        found[-1].append(paragraph)
    return found[1:]


def test_reasons_come_before_what_to_do_and_that_before_what_lasts() -> None:
    given = Block("body", [Unit("verbatim", "points", ("task",), text="修好渡口。")])
    given.units[0].said = [Sentence("修好渡口。", "task")]
    row = [
        seat("mechanism", "渡口的管理要有章程。"),
        seat("measure", "整修以后，渡口要有人管护。"),
        seat("measure", "船工要经过培训再上岗。"),
        seat("why", "渡口连着两岸的生计。"),
    ]
    section = Section("point", blocks=[given, *row])
    in_sequence(section)
    assert section.blocks == [given, row[3], row[2], row[0], row[1]]


def test_what_has_most_in_common_with_a_paragraph_comes_next() -> None:
    one, two = seat("measure", "船工培训要讲救生。"), seat("measure", "渡船年检不能走过场。")
    three = seat("measure", "船工培训要考实操。")
    section = Section("point", blocks=[one, two, three])
    in_sequence(section)
    assert section.blocks == [one, three, two]


def test_ordinals_are_told_whole_and_in_their_order(bank: Bank) -> None:
    counted = 0
    for seed, name in product(range(3), (*BRIEFS, "bare")):
        for point in points(name, bank, seed):
            # （一）（二） stand in no point that is told by ordinals.
            if any(p.level == 2 for p in point):
                assert not any(f"。{ORDINALS[0]}" in f"。{p.text}" for p in point)
            marks = [m for p in point for m in ORDINALS if f"。{m}" in f"。{p.text}"]
            if ORDINALS[0] not in marks:
                continue
            counted += 1
            told = marks[marks.index(ORDINALS[0]) : marks.index(ORDINALS[-1]) + 1]
            assert told == WAYS["ordinals"][str(len(told))]
    assert counted  # or nothing was looked at


@pytest.mark.parametrize("seed", range(3))
def test_no_two_paragraphs_in_a_row_are_joined_by_a_word(bank: Bank, seed: int) -> None:
    joined = 0
    for name in BRIEFS:
        for point in points(name, bank, seed):
            told = [p.role == "body" and p.text.startswith(JOINS) for p in point]
            joined += sum(told)
            lasting = [p.text.startswith(tuple(WAYS["joins"]["lasting"])) for p in point]
            assert not any(
                a and b and not c for (a, b), c in zip(pairwise(told), lasting[1:], strict=True)
            )
    assert joined


def test_other_words_for_a_paragraph_lead_on_as_well(bank: Bank) -> None:
    brief = load_brief(shipped("templates") / "deployment" / "example.yaml")
    made = draft(brief, bank=bank, seed=0)
    found = next(p for p in made.speech.paragraphs if p.role == "body" and p.text.startswith(JOINS))
    mark = next(m for m in JOINS if found.text.startswith(m))
    others = [p.text for p in alternatives(brief, made, found.id, bank=bank)]
    others += [
        s.text for s in other_sentences(brief, made, found.id, found.sentences[0], bank=bank)
    ]
    assert others
    assert all(text.startswith(mark) for text in others)


@pytest.mark.parametrize("name", BRIEFS)
def test_what_announces_paragraphs_stays_in_their_other_words(name: str, bank: Bank) -> None:
    brief = load_brief(shipped("templates") / name / "example.yaml")
    made = draft(brief, bank=bank, seed=0)
    found = [p for p in made.speech.paragraphs if f"。{ORDINALS[0]}" in p.text]
    for paragraph in found:
        lead, first = paragraph.sentences[:2]
        for other in alternatives(brief, made, paragraph.id, bank=bank):
            assert other.sentences[0] == lead
            assert other.sentences[1].text.startswith(ORDINALS[0])
            assert other.sentences[1] != first
