"""What holds for any brief: its facts once each, nothing foreign, no repetition, an outline."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.bank import Bank, load_bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.genres import genre_names
from drafter.reading import parse_text
from drafter.reading.model import SourceText
from drafter.speech import SPOKEN_ROLES

LEVELS = ["县", "市", "乡镇", "街道", "村", "局", "学校", "医院", "企业", "集团"]
AREAS = [None, "安全生产", "教育教学", "生态环保", "乡村振兴", "企业经营", "信访稳定", "海洋渔业"]
VERBS = ["整治", "抓好", "推进", "完善", "全面排查", "加快建设", "要落实"]
THINGS = ["支流沟渠", "台账资料", "老旧管网", "岗位流程", "应急仓库", "服务窗口"]
FOCUSES = ["认识", "形势", "成绩", "问题", "任务", "创新", "责任", "保障", "作风", "希望"]
NUMBER = re.compile(r"\d+")


class Numbers:
    """Hands out numbers that come once each, so that a fact said twice shows."""

    def __init__(self) -> None:
        self.last = 100

    def __call__(self) -> int:
        self.last += 1
        return self.last


@st.composite
def tasks(draw: st.DrawFn, number: Numbers) -> dict[str, Any]:
    task = {"任务": f"{draw(st.sampled_from(VERBS))}{number()}处{draw(st.sampled_from(THINGS))}"}
    if draw(st.booleans()):
        count = draw(st.integers(1, 4))
        task["措施"] = [f"{draw(st.sampled_from(VERBS))}{number()}项措施" for _ in range(count)]
    if draw(st.booleans()):
        task["责任"] = f"第{number()}工作组、各科室"
    if draw(st.booleans()):
        task["时限"] = f"{number()}天内"
    if draw(st.booleans()):
        head = draw(st.sampled_from(["确保", "力争", ""]))
        task["目标"] = f"{head}{number()}处问题整改到位"
    return task


@st.composite
def briefs(draw: st.DrawFn) -> dict[str, Any]:
    number = Numbers()
    brief: dict[str, Any] = {
        "文种": draw(st.sampled_from(sorted(genre_names()))),
        "会议": draw(st.sampled_from(["清渠行动会议", "年度工作会", "现场观摩活动", "座谈"])),
        "单位": {"名称": "青岚", "层级": draw(st.sampled_from(LEVELS))},
        "主题": {"名称": draw(st.sampled_from(["清渠行动", "提质增效和队伍建设专项工作"]))},
        "语气": draw(st.sampled_from(["庄重", "平实", "激励"])),
    }
    area = draw(st.sampled_from(AREAS))
    if area:
        brief["主题"]["领域"] = area
    for key in ("成绩", "问题", "依据"):
        count = draw(st.integers(0, 4))
        brief[key] = [f"{draw(st.sampled_from(VERBS))}{number()}件实事" for _ in range(count)]
    brief["议程"] = [
        {"主体": f"第{number()}小组", "事项": "汇报了近期情况"}
        for _ in range(draw(st.integers(0, 3)))
    ]
    points = []
    for _ in range(draw(st.integers(0, 5))):
        point: dict[str, Any] = {"内容": []}
        if draw(st.booleans()):
            point["着眼"] = draw(st.sampled_from(FOCUSES))
        for _ in range(draw(st.integers(0, 4))):
            plain = f"这一带有{number()}户人家盼着沟渠畅通"
            point["内容"].append(plain if draw(st.booleans()) else draw(tasks(number)))
        points.append(point)
    brief["要点"] = points
    if draw(st.booleans()):
        brief["号召"] = {"目标": f"确保{number()}户群众受益", "寄语": f"让{number()}条沟渠流清水"}
    if draw(st.booleans()):
        brief["篇幅"] = draw(st.integers(400, 4000))
    return brief


BANK: Bank = load_bank()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(briefs(), st.integers(0, 99))
def test_any_brief_gives_a_sound_draft(plain: dict[str, Any], seed: int) -> None:
    made = draft(make_brief(plain), bank=BANK, seed=seed)
    spoken = "\n".join(p.text for p in made.speech.paragraphs if p.role in SPOKEN_ROLES)
    given_numbers = NUMBER.findall(str({k: v for k, v in plain.items() if k != "篇幅"}))
    assert sorted(NUMBER.findall(spoken)) == sorted(given_numbers)
    sentences = [s.text for p, s in made.speech.sentences() if p.role in SPOKEN_ROLES]
    assert len(sentences) == len(set(sentences))
    assert not re.search(r"[，。；：、！？]{2}|要要|的的|[{}<>\x00-\x09\x0b-\x1f]", spoken)
    if made.shortfall is None and "篇幅" in plain:
        assert made.characters >= 0.95 * plain["篇幅"]
    if made.shortfall is not None:
        assert made.shortfall.fields


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(briefs(), st.integers(0, 99))
def test_any_outline_reads_back(plain: dict[str, Any], seed: int) -> None:
    made = draft(make_brief(plain), bank=BANK, seed=seed)
    lines = tuple(p.text for p in made.speech.paragraphs)
    (read,) = parse_text(SourceText("draft.txt", lines)).speeches
    assert read.outline() == made.speech.outline()
