"""Formulae inside of sentences: the ends of a clause, a word between two slots, pairs."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from drafter.mining.clauses import clause_frames
from drafter.mining.found import unexplained
from drafter.mining.induce import Induced
from drafter.mining.masks import Masker
from drafter.mining.sentences import Sentences
from drafter.mining.skeleton import skeleton
from drafter.mining.tally import Tally
from drafter.speech import Speech

_MASKER = Masker(Speech(()))
_THINGS = ("沟渠", "苗圃", "码头", "窑口", "电缆", "仓门", "灯塔", "锅炉")
_DEEDS = ("清点", "粉刷", "翻晒", "检漏", "搬迁", "腾退", "描红", "换岗")


def _sentences(texts: Iterable[str]) -> Sentences:
    out: dict[str, Tally] = {}
    for number, text in enumerate(texts):
        one = Tally(1, {f"{number:03}"}, {f"t{number}"})
        line = " ".join(skeleton(text, _MASKER))
        out[line] = out[line] + one if line in out else one
    return Sentences.of(out)


def _noise() -> list[str]:
    """Sentences that share nothing, so that words met by chance are rare."""
    return [
        f"{n}号{a}已经{b}，{c}还没有{d}。"
        for n in range(9)
        for a, c in zip(_THINGS, _THINGS[::-1], strict=True)
        for b, d in zip(_DEEDS, _DEEDS[::-1], strict=True)
    ]


def _found(frame: str) -> list[str]:
    said = [
        frame.format(f"{thing}{n}号{deed}", f"{deed}后的{thing}")
        for n, (thing, deed) in enumerate(zip(_THINGS, _DEEDS, strict=True))
    ]
    return ["".join(f.items) for f in clause_frames(_sentences([*said, *_noise()]), 2)]


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("要加大{}的力度，{}。", "要加大{x}的力度，{x}。"),
        ("{}，充分发挥{}的作用。", "充分发挥{x}的作用。"),
        ("把{}作为{}的首要任务。", "把{x}作为{x}的首要任务。"),
        ("既要{}，又要{}。", "既要{x}，又要{x}。"),
        ("在{}的同时，{}。", "在{x}的同时，{x}。"),
    ],
)
def test_ends_that_keep_meeting_around_changing_contents_are_a_formula(
    sentence: str, frame: str
) -> None:
    assert frame in _found(sentence)


def test_the_same_contents_every_time_are_no_slot() -> None:
    said = ["要加大工作的力度，" + f"{thing}换岗。" for thing in _THINGS]
    found = ["".join(f.items) for f in clause_frames(_sentences([*said, *_noise()]), 2)]
    assert not [f for f in found if "力度" in f]


def test_words_of_too_few_sources_are_no_formula() -> None:
    said = [
        f"要加大{deed}{thing}的力度。" for thing, deed in zip(_THINGS[:3], _DEEDS, strict=False)
    ]
    assert not clause_frames(_sentences([*said, *_noise()]), 2)


def test_sentences_that_are_formulae_as_a_whole_are_not_looked_into() -> None:
    sentences = _sentences(
        [f"要加大{deed}{thing}的力度。" for thing, deed in zip(_THINGS, _DEEDS, strict=True)]
    )
    whole = Induced(
        ("要", "加大", "{x}", "的", "力度", "。"), tuple(sentences.lines), frozenset(), frozenset()
    )
    assert not unexplained(sentences, [whole])
    assert unexplained(sentences, []).lines == sentences.lines
