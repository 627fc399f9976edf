"""Briefs written for these tests: invented places, people and figures."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.bank import Bank, Pattern, load_bank
from drafter.brief import Brief, make_brief
from drafter.drafting.setting import genres
from drafter.drafting.setting.matters import matters_of, owned_by, wanted_in
from drafter.drafting.setting.terms import content_of, part_of

RICH: dict[str, Any] = {
    "文种": "动员讲话",
    "会议": "全县河道清淤百日行动动员会",
    "时间": "2026-10-08",
    "地点": "县水利局一楼会议室",
    "讲话人": {"姓名": "顾长青", "职务": "副县长"},
    "单位": {"名称": "青岚县", "层级": "县"},
    "称谓": "同志们",
    "主题": {"名称": "河道清淤百日行动", "领域": "生态环保"},
    "依据": ["贯彻全省河湖长制工作会议精神"],
    "议程": [
        {"主体": "县水利局", "事项": "通报了河道淤积情况"},
        {"主体": "柳溪镇", "事项": "作了表态发言"},
    ],
    "成绩": ["上半年清理河道47公里", "拆除违建围网213处", "主要断面水质稳定在三类以上"],
    "问题": ["支流沟渠清淤进度偏慢", "个别河段垃圾反复倾倒"],
    "要点": [
        {"着眼": "认识", "内容": ["河道是一县的血脉，淤了就要疏通"]},
        {
            "着眼": "任务",
            "内容": [
                {
                    "任务": "疏浚主要河道",
                    "措施": ["分段编制清淤方案", "配足挖泥设备"],
                    "责任": "县水利局、沿河各镇",
                    "时限": "11月底前",
                    "目标": "完成清淤65公里",
                },
                {
                    "任务": "整治沿河排口",
                    "措施": ["逐口登记造册", "限期封堵改造"],
                    "责任": "市生态环境局青岚分局",
                    "时限": "12月15日前",
                },
                {"任务": "清理岸坡垃圾", "措施": ["划定保洁网格"], "目标": "岸坡见绿、水面见清"},
            ],
        },
        {
            "着眼": "责任",
            "内容": [
                {"任务": "压实河长责任", "措施": ["每周巡河一次"], "责任": "各级河长"},
                {"任务": "严格验收销号", "时限": "2027年1月10日前"},
            ],
        },
    ],
    "号召": {"目标": "确保汛前河畅水清", "寄语": "用一河清水回报父老乡亲"},
    "篇幅": 2400,
}

THIN: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全局档案整理工作会议",
    "单位": {"名称": "安平县民政局", "层级": "局"},
    "主题": {"名称": "档案整理工作"},
    "篇幅": 6000,
}


def facts_of(value: Any) -> list[str]:
    """The strings a speech made of a plain brief must hold word for word."""
    wanted = {
        "依据",
        "主体",
        "事项",
        "成绩",
        "问题",
        "任务",
        "措施",
        "责任",
        "时限",
        "目标",
        "寄语",
    }
    out: list[str] = []
    if isinstance(value, dict):
        for key, item in value.items():
            if key in wanted and isinstance(item, str):
                out.append(item)
            elif key in wanted and isinstance(item, list):
                out.extend(i for i in item if isinstance(i, str))
            if key == "内容":
                out.extend(i for i in item if isinstance(i, str))
            if isinstance(item, (dict, list)):
                out.extend(facts_of(item))
    elif isinstance(value, list):
        for item in value:
            out.extend(facts_of(item))
    return list(dict.fromkeys(out))


@pytest.fixture(scope="session")
def bank() -> Bank:
    return load_bank()


@pytest.fixture
def rich() -> dict[str, Any]:
    return copy.deepcopy(RICH)


@pytest.fixture
def thin() -> dict[str, Any]:
    return copy.deepcopy(THIN)


@pytest.fixture
def brief(rich: dict[str, Any]) -> Callable[..., Brief]:
    """The rich brief with some keys changed; a key set to None is left out."""

    def make(**changes: Any) -> Brief:
        plain = {k: v for k, v in (rich | changes).items() if v is not None}
        return make_brief(plain)

    return make


_META = """
id: toast
name: 祝酒词
direction: 平行
title: 在{{ meeting }}上的祝酒词
salutation: {默认: 各位来宾}
opening:
  - [occasion]
points: []
closing:
  - [wish]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A templates folder of its own with one genre, toast."""
    made = tmp_path / "templates" / "toast"
    made.mkdir(parents=True)
    (made / "meta.yaml").write_text(_META, "utf-8")
    monkeypatch.setattr("drafter.drafting.setting.genres.shipped", lambda name: tmp_path / name)
    genres._load.cache_clear()
    yield made
    genres._load.cache_clear()


def is_called_up(pattern: Pattern, content: str) -> bool:
    """Whether content names what a pattern is about, as the shelf looks for it."""
    said = content_of(content) | matters_of(content)
    return any(part_of(word) <= said for word in pattern.about)


def asked_by_tasks(plain: dict[str, Any], text: str) -> frozenset[str]:
    """The kinds of goal, owner and time (〈全数〉) of the tasks of a brief told in a text."""
    tasks = [c for p in plain["要点"] for c in p.get("内容", ()) if isinstance(c, dict)]
    told = [t for t in tasks if t["任务"] in text]
    owners = (owned_by(t.get("责任", "")) for t in told)
    aims = (wanted_in(t.get(name, "")) for t in told for name in ("目标", "时限"))
    return frozenset().union(*owners, *aims)
