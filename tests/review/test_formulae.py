"""What the program itself says is copied from nobody, though an archive of its drafts has it."""

from __future__ import annotations

import pytest

from drafter.bank import load_bank
from drafter.drafting import draft
from drafter.review import review
from drafter.review.corpus import build_index
from drafter.review.heard import is_heard
from drafter.speech import Speech

from .small import brief_with, found, speech_with

#: Another text, that no run is in most of the sources.
_OTHER = ("另一篇.txt", "豆浆磨好了，巷子里的灯也亮了。" * 9)


@pytest.mark.parametrize(
    "said",
    [
        "下面，我代表县委、县政府讲三点意见。",  # a frame with a level's name and a count
        "有了任务，还要有严格的责任作保证。",  # a phrase of data/wording.yaml
        "前面讲到的要求，就要落到这一项上。",  # of data/requests.yaml
    ],
)
def test_a_formula_is_nobodys(said: str) -> None:
    index = build_index([("旧稿.txt", said), _OTHER])
    assert found(speech_with(said), brief_with(), "copied-run", corpus=index) == []


def test_words_of_a_level_hide_no_copy() -> None:
    said = "我县的老面馆开了三代，碗里的葱花多了，两张桌子还是从前那样。"
    index = build_index([("旧稿.txt", said), _OTHER])
    (finding,) = found(speech_with(said), brief_with(), "copied-run", corpus=index)
    assert "旧稿.txt" in finding.message


def test_a_draft_copies_nothing_from_one_on_another_matter() -> None:
    bank = load_bank()
    briefs = [
        brief_with(要点=["把路口的雪扫净", {"任务": "备足融雪物资", "责任": "县住建局"}]),
        brief_with(会议="全县秋粮收购动员会", 主题={"名称": "秋粮收购"}, 要点=["把粮仓腾空"]),
    ]
    first, other = (draft(b, bank=bank) for b in briefs)
    index = build_index([("旧稿.txt", "\n".join(p.text for p in other.speech.paragraphs)), _OTHER])
    assert [f for f in review(first, briefs[0], corpus=index) if "copied" in f.code] == []


def test_patterns_of_the_user_are_no_copies_of_what_they_were_mined_from() -> None:
    from drafter.bank import Pattern

    said = "石磨转得慢，磨出来的浆才细，日子也是这个理。"
    mine = Pattern(id="points.why.1", move="why", part="points", frame=said, pack="本单位")
    index = build_index([("旧稿.txt", said), _OTHER])
    speech: Speech = speech_with(said)
    assert found(speech, brief_with(), "copied-run", corpus=index)
    assert found(speech, brief_with(), "copied-run", corpus=index, own=(mine,)) == []


def test_phrases_beside_the_patterns_are_heard() -> None:
    assert is_heard("落到这一")
