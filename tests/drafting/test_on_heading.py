"""A passage whose first sentence is on what a heading names stands under that heading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drafter.bank import Bank, load_bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.matters import in_turn, matters_of

FLOATS = (
    "浮标要成排成行，绳结每一季都要重新打过。"
    "松脱的一只漂走，一整排的间距就都乱了，补起来要比重扎费力得多。"
)
NETS = (
    "网衣清洗要趁着晴天，晾透以后才能收进库房。"
    "带着潮气叠起来的网，过上一个冬天就会发脆，来年一下水就破。"
)
META = "id: raft\norigin: authored\narea: 筏上养殖\nparts: [[浮标], [苗种]]\n"
FARM: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全县筏上养殖工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "筏上养殖工作", "领域": "筏上养殖"},
    "要点": [
        {"标题": "抓好网衣清洗", "内容": ["各养殖户按片轮流停养"]},
        {"标题": "扎牢浮标绳结", "内容": ["入冬以前普遍加固一次"]},
    ],
    "篇幅": 1600,
}


def _bank(folder: Path, *frames: str) -> Bank:
    (folder / "pack.yaml").write_text(META, encoding="utf-8")
    entries = "".join(f"- move: measure\n  focus: 任务\n  frame: {frame}\n" for frame in frames)
    (folder / "points.yaml").write_text(entries, encoding="utf-8")
    return load_bank([folder])


def _points(bank: Bank, seed: int) -> list[str]:
    """What is said under each heading."""
    points: list[str] = []
    for paragraph in draft(make_brief(FARM), bank=bank, seed=seed).speech.paragraphs:
        if paragraph.level == 1:
            points.append("")
        elif points:
            points[-1] += paragraph.text
    return points


def test_a_passage_stands_under_the_heading_it_is_on(tmp_path: Path) -> None:
    bank = _bank(tmp_path, FLOATS, NETS)
    own = other = 0
    for seed in range(8):
        nets, floats = _points(bank, seed)
        own += (NETS in nets) + (FLOATS in floats)
        other += (NETS in floats) + (FLOATS in nets)
    # Half of what a draft could say is left to others.
    assert own >= 6
    assert other == 0


def test_a_plain_sentence_that_sets_work_has_a_word_on_that_work(bank: Bank) -> None:
    brief = make_brief(
        {
            **FARM,
            "主题": "设施管护",
            "会议": "全县设施管护工作会议",
            "要点": [{"着眼": "任务", "内容": ["对全县闸门进行一次检测"]}],
            "篇幅": 700,
        }
    )
    acts = in_turn(matters_of("对全县闸门进行一次检测"))[0]
    assert acts == {"（检测）"}
    written = {p.id for p in bank if p.move == "follow" and "（检测）" in p.about}
    for seed in range(3):
        made = draft(brief, bank=bank, seed=seed)
        said = {s.pattern for p in made.speech.paragraphs for s in p.sentences}
        assert said & written


def test_of_one_thing_in_passing_a_speech_says_a_little(bank: Bank) -> None:
    brief = make_brief(
        {
            "文种": "企业年会讲话",
            "会议": "年度总结大会",
            "单位": {"名称": "安平食品有限公司", "层级": "企业"},
            "主题": "年度总结",
            "篇幅": 2000,
            "要点": [
                {"着眼": "任务", "内容": ["冷链车统一调度，物流成本降到8%以内"]},
                {"着眼": "作风", "内容": ["班组长全部从一线选拔"]},
            ],
        }
    )
    costs = {p.id for p in bank if p.pack == "matters" and "成本" in p.about}
    assert len(costs) > 6
    for seed in range(4):
        made = draft(brief, bank=bank, seed=seed)
        said = {s.pattern for p in made.speech.paragraphs for s in p.sentences}
        assert len(said & costs) <= 3
