"""What happened is led up to, promises come after it, and requests stand with what meets them."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.drafting import draft
from drafter.drafting.planning.requests import requests_of
from drafter.drafting.setting.topics import mourned_in
from drafter.resources import read_data

from .occasions import brief_of

FAREWELL: dict[str, Any] = {
    "文种": "座谈会讲话",
    "会议": "欢送驻村第一书记座谈会",
    "单位": {"名称": "石桥村", "层级": "村"},
    "主题": {"名称": "欢送第一书记"},
    "要点": [
        {
            "内容": [
                "2021年他来的头一天就挨家挨户问收成",
                "去年发大水，他三天三夜没有合眼",
                "水渠和账本，我们会照老规矩管下去",
                "希望他常回来看看",
            ]
        }
    ],
    "篇幅": 700,
}


def _said(bank: Bank, brief: dict[str, Any], seed: int = 0) -> str:
    return "\n".join(
        p.text for p in draft(brief_of(**brief), bank=bank, seed=seed).speech.paragraphs
    )


def test_a_word_leads_up_to_deeds_and_a_promise_follows_them(bank: Bank) -> None:
    leads = read_data("wording.yaml")["scenes"]["say"]
    for seed in range(3):
        said = _said(bank, FAREWELL, seed)
        assert any(f"{lead}2021年" in said for lead in leads)
        order = [said.index(part) for part in ("2021年", "常回来看看", "照老规矩管下去")]
        assert order == sorted(order)


def test_one_deed_alone_is_no_row_of_them(bank: Bank) -> None:
    alone = FAREWELL | {"要点": [{"内容": ["2021年他来的头一天就挨家挨户问收成"]}]}
    leads = read_data("wording.yaml")["scenes"]["say"]
    assert not any(lead in _said(bank, alone) for lead in leads)


@pytest.mark.parametrize(
    ("name", "late"),
    [
        ("市豫剧团陈树声先生追思会", "陈树声先生"),
        ("追思陈树声先生", "陈树声先生"),
        ("李桂兰同志追悼会", "李桂兰同志"),
        ("清明追思活动", None),
    ],
)
def test_who_is_mourned_is_called_by_name(name: str, late: str | None) -> None:
    assert mourned_in(name).get("late") == late


def test_a_pledge_names_the_request_it_meets(bank: Bank) -> None:
    asked = "要求各街道排查不留死角，矛盾不上交"
    brief = {
        "文种": "表态发言",
        "会议": "全区安全隐患排查动员会",
        "单位": {"名称": "和平街道", "层级": "街道"},
        "主题": {"名称": "安全隐患排查"},
        "议程": [{"主体": "区长罗青", "事项": asked}],
        "要点": [
            {
                "内容": [
                    {"任务": "化解邻里矛盾", "措施": ["社区干部上门调解"]},
                    {"任务": "备足应急物资", "措施": ["沙袋、水泵点验到位"]},
                ]
            }
        ],
        "篇幅": 900,
    }
    assert requests_of(brief_of(**brief)) == ["排查不留死角", "矛盾不上交"]
    ways = read_data("wording.yaml")["requested"]["say"]
    said = _said(bank, brief)
    assert sum(way.format("矛盾不上交") in said for way in ways) == 1
    assert not any(way.format("排查不留死角") in said for way in ways)
