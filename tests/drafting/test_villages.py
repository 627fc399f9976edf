"""In a village, neighbours speak to neighbours: whatever the genre, nobody commands an office."""

from __future__ import annotations

import re
from typing import Any

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.genres import genre_for

VILLAGE = {
    "文种": "动员讲话",
    "会议": "柳坪村防汛村民大会",
    "单位": {"名称": "柳坪村", "层级": "村"},
    "主题": {"名称": "防汛避险"},
    "要点": [
        {"内容": ["河边还住着12户人家"]},
        {"内容": [{"任务": "清沟排水", "措施": ["各家清门前的沟"], "责任": "各小组"}]},
        {"内容": ["听见锣声就往学校跑"]},
    ],
    "篇幅": 900,
}


def _said(fields: dict[str, Any], bank: Bank) -> str:
    """All that a draft of a brief says."""
    made = draft(make_brief(fields), bank=bank, seed=1)
    return "\n".join(p.text for p in made.speech.paragraphs)


def test_villagers_are_spoken_to_as_neighbours(bank: Bank) -> None:
    said = _said(VILLAGE, bank)
    assert "乡亲们：" in said
    assert not re.search("统一思想|贯彻落实|督查考核|各单位|议事日程|压实", said)


def test_who_pledges_or_reports_in_a_village_does_not_admonish(bank: Bank) -> None:
    for genre in ("任职表态", "工作汇报", "致辞", "述职报告"):
        brief = make_brief(
            {
                "文种": genre,
                "会议": "村民代表大会",
                "单位": {"名称": "石桥村", "层级": "村"},
                "主题": {"名称": "修路"},
                "篇幅": 900,
            }
        )
        said = [s for _, s in draft(brief, bank=bank).speech.sentences()]
        patterns = [bank.get(name) for s in said for name in (s.pattern or "").split("+")]
        assert not any(p and p.pack == "village" and p.part == "points" for p in patterns)


def test_members_of_a_village_s_party_are_comrades(bank: Bank) -> None:
    fields = VILLAGE | {"会议": "柳坪村党员干部防汛动员会"}
    assert genre_for(make_brief(fields)).id == "village"
    assert "同志们：" in _said(fields, bank)


def test_villagers_hear_of_a_field_what_is_for_a_part_of_it(bank: Bank) -> None:
    fields = VILLAGE | {"主题": {"名称": "秸秆禁烧", "领域": "生态环保"}}
    drafts = [draft(make_brief(fields), bank=bank, seed=seed).speech for seed in range(3)]
    patterns = [p for d in drafts for _, s in d.sentences() if (p := bank.get(s.pattern or ""))]
    assert any(p.area == "生态环保" for p in patterns)
    assert all(p.about for p in patterns if p.area)
    assert all(any("火" in s.text for _, s in d.sentences()) for d in drafts)


def test_villagers_are_told_why_by_the_very_thing(bank: Bank) -> None:
    fields = VILLAGE | {"主题": {"名称": "移风易俗"}, "要点": []}
    assert "人情" in "".join(_said(fields, bank))
