"""The firewall finds what was planted in drafts, and is silent on clean ones."""

from __future__ import annotations

import random

import pytest

from drafter.brief import Brief, load_brief
from drafter.drafting import draft
from drafter.drafting.draft import Draft
from drafter.resources import shipped
from drafter.review import is_clean, review
from drafter.review.corpus import build_index

from . import plants

GENRES = ("mobilisation", "deployment", "regular")
SEEDS = range(10)

#: A source to copy from, written for this test.
SOURCE = "".join(
    f"河畔{plants.COUNTIES[i % 5][:2]}渡口的老船工每逢汛期都守着水尺，"
    "记下涨落，再把数字送到堤上值守的窝棚里，"
    f"灯火一夜不熄，{word}的人望着对岸，等雾散开，等{word}拢来，日子就这样一茬接一茬地过去。"
    for i, word in enumerate(["撑篙", "摇橹", "补网", "修堤", "种柳", "采莲", "运砖", "看闸"])
)


@pytest.fixture(scope="module")
def drafts() -> list[tuple[Brief, Draft]]:
    found = []
    for seed in SEEDS:
        brief = plants.invent_brief(seed, GENRES[seed % len(GENRES)])
        found.append((brief, draft(brief, seed=seed)))
    return found


def _missed(planted: list[plants.Plant], brief: Brief, **more) -> list[str]:
    missed = []
    for plant in planted:
        found = [f for f in review(plant.speech, brief, **more) if f.code in plant.codes]
        if not any(plant.words in f.text + f.message for f in found):
            missed.append(plant.words)
    return missed


@pytest.mark.parametrize("kind", ["places", "people", "organisations", "figures"])
def test_everything_planted_is_found(drafts, kind):
    total, missed = 0, []
    for seed, (brief, clean) in enumerate(drafts):
        pick = random.Random(f"{kind} {seed}")
        maker = getattr(plants, f"plant_{kind}")
        more = (brief,) if kind != "organisations" else ()
        planted = list(maker(clean.speech, pick, *more))
        total += len(planted)
        missed += _missed(planted, brief)
    assert missed == []
    assert total >= 2 * len(drafts)


def test_copied_passages_are_found_with_their_twin(drafts):
    index = build_index([("老船工.txt", SOURCE), ("别的.txt", "与此无关的一段话。")])
    for seed, (brief, clean) in enumerate(drafts):
        planted = list(plants.plant_copies(clean.speech, random.Random(seed), SOURCE))
        assert _missed(planted, brief, corpus=index) == []


def test_clean_drafts_of_invented_briefs_raise_nothing(drafts):
    index = build_index([("老船工.txt", SOURCE)])
    loud = [
        (seed, f.code, f.message)
        for seed, (brief, clean) in enumerate(drafts)
        for f in review(clean, brief, corpus=index)
        if f.level != "note"
    ]
    assert loud == []


@pytest.mark.parametrize(
    "example", sorted(p.parent.name for p in shipped("templates").glob("*/example.yaml"))
)
def test_clean_drafts_of_the_examples_raise_nothing(example):
    brief = load_brief(shipped("templates") / example / "example.yaml")
    for seed in range(3):
        found = review(draft(brief, seed=seed), brief)
        assert is_clean(found), [f.message for f in found]
