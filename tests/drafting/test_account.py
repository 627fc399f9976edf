"""Achievements are told as one account: related things together, the sentences joined."""

from __future__ import annotations

import re
from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.planning.account import account_of
from drafter.drafting.planning.dealing import PointPlan
from drafter.drafting.planning.evidence import Manner, lay_evidence

DONE = [
    "疏浚支渠31公里",
    "新修泵站4座",
    "灌溉保证率由61%提高到83%",
    "用水户满意度达到95%",
    "管水员连夜封堵渠口，保住下游稻田600亩",
    "获评全市节水先进单位",
]
CANAL: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "灌区管护工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "灌区管护"},
    "成绩": DONE,
    "问题": ["末级渠道有人乱开口子"],
    "要点": [{"着眼": "成绩"}, {"着眼": "任务", "内容": ["渠口编号，谁用谁管"]}],
    "篇幅": 1000,
}


def told(done: list[str], *, praised: bool = True, seed: int = 0) -> list[str]:
    return account_of(done, topic="灌区管护", praised=praised, seed=seed)


def test_things_of_one_kind_share_a_sentence_and_keep_their_order() -> None:
    account = told(DONE)
    assert account[0] == "疏浚支渠31公里，新修泵站4座。"
    assert "".join(account).count("。") == len(account) == 5
    assert told(["新修泵站4座", "改造涵闸9处", "铺设管道12公里"]) == [
        "新修泵站4座，改造涵闸9处，铺设管道12公里。"
    ]


@pytest.mark.parametrize("seed", range(4))
def test_a_deed_an_honour_and_what_is_felt_are_joined_as_what_they_are(seed: int) -> None:
    account = told(DONE, seed=seed)
    assert re.match("更让人高兴的是，|更实在的是，", account[2])
    assert re.match("尤其难得的是，|特别要提到的是，", account[3])
    assert re.match("更可喜的是，|值得一提的是，", account[4])
    joins = [re.match("[^，]{2,8}，", sentence) for sentence in account[1:]]
    said = [j[0] for j in joins if j and "\u662f" in j[0]]
    assert len(said) == len(set(said))


def test_nobody_says_how_gladdening_his_own_work_is() -> None:
    own = "".join(told(DONE, praised=False))
    assert not re.search("可喜|高兴|难得", own)
    assert all(done in own for done in DONE)


def test_a_speech_tells_an_account_and_to_whom_it_is_owed(bank: Bank) -> None:
    for seed in range(4):
        made = draft(make_brief(CANAL), bank=bank, seed=seed)
        paragraph = next(p for p in made.speech.paragraphs if DONE[0] in p.text)
        assert "一是" not in paragraph.text
        assert all(done in paragraph.text for done in DONE)
        moves = [s.move for s in paragraph.sentences]
        assert moves.index("lead") < moves.index("achievement") < moves.index("credit")


def test_what_somebody_did_is_told_before_what_is_wanting(bank: Bank) -> None:
    deed = "管水员老田守着闸口三天没有合眼"
    points = [{"着眼": "成绩", "内容": [deed]}, CANAL["要点"][1]]
    made = draft(make_brief(CANAL | {"要点": points}), bank=bank, seed=0)
    whole = "".join(p.text for p in made.speech.paragraphs)
    assert whole.index(DONE[-1]) < whole.index(deed) < whole.index(CANAL["问题"][0])


@pytest.mark.parametrize("seed", range(3))
def test_what_somebody_did_is_honoured_before_anything_is_said_of_results(
    bank: Bank, seed: int
) -> None:
    deed = "管水员老田顶着大雨守了一夜"
    points = [{"着眼": "成绩", "内容": [deed]}, CANAL["要点"][1]]
    speech = draft(make_brief(CANAL | {"要点": points}), bank=bank, seed=seed).speech
    said = [s for _, s in speech.sentences()]
    place = next(i for i, s in enumerate(said) if deed in s.text)
    assert (said[place + 1].move, said[place + 1].fields) == ("follow", ())


def test_what_results_mean_is_said_beside_the_last_and_on_no_two_in_a_row() -> None:
    results = ["查获假烟120条", "修好水管12公里", "办结投诉310件", "破获盗窃案9起"]
    blocks = lay_evidence(PointPlan("成绩", 1.0, achievements=results), Manner())
    told = [u for u in blocks[0].units if u.kind == "verbatim"]
    assert [u.grows for u in told[::-1]] == [("item", "single")[i % 2] for i in range(len(told))]


def test_what_joins_is_not_said_twice_in_other_words():
    for seed in range(20):
        told = account_of(
            ["建成公厕9座", "门诊量增长8%", "培训护士60人次", "采购设备12台", "绿化3000平方米"],
            topic="医院管理", praised=False, seed=seed,
        )  # fmt: skip
        assert sum("同时" in sentence for sentence in told) <= 1
