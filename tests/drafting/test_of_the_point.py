"""What is written for one thing stands under the heading, or beside the task, that speaks of it."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.stock.candidates import as_candidate
from drafter.drafting.stock.looking import look_over
from drafter.drafting.stock.suiting import unbound
from drafter.speech import Paragraph

YEAR: dict[str, Any] = {
    "文种": "企业年会讲话",
    "会议": "安平机械年度总结大会",
    "单位": {"名称": "安平机械有限公司", "层级": "企业"},
    "主题": "年度总结",
    "篇幅": 2400,
    "要点": [
        {"标题": "明年把客户做宽", "内容": [{"任务": "开发五家新客户", "责任": "市场部"}]},
        {"标题": "把人留住", "内容": [{"任务": "建技工晋级通道", "责任": "人力资源部"}]},
        {"标题": "把账算细", "内容": ["每个车间都要有自己的一本账"]},
    ],
}
WATER: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全县供水工作会",
    "单位": "安平县人民政府",
    "主题": "农村饮水安全",
    "篇幅": 2400,
    "要点": [
        {"标题": "把管护队伍建起来", "内容": [{"任务": "组建县级抢修队", "责任": "县水务局"}]},
        {"内容": [{"任务": "开展管网巡查"}, {"任务": "抓好业务培训"}]},
    ],
}


def things_by_point(brief: dict[str, Any], bank: Bank, seed: int) -> list[list[tuple[str, ...]]]:
    """For each point, what the passages in it that belong to no field are written for."""
    points: list[list[tuple[str, ...]]] = []
    for paragraph in draft(make_brief(brief), bank=bank, seed=seed).speech.paragraphs:
        if paragraph.level == 1:
            points.append([])
        found = [bank.get(s.pattern) for s in paragraph.sentences if s.pattern and points]
        points[-1:] = [
            [*point, *dict.fromkeys(p.about for p in found if p and p.pack == "matters")]
            for point in points[-1:]
        ]
    return points


def point_of(brief: dict[str, Any], bank: Bank, seed: int, number: int) -> list[Paragraph]:
    """The paragraphs under a heading."""
    found: list[list[Paragraph]] = [[]]
    for paragraph in draft(make_brief(brief), bank=bank, seed=seed).speech.paragraphs:
        if paragraph.level == 1:
            found.append([])
        found[-1].append(paragraph)
    return found[number]


@pytest.mark.parametrize("seed", range(4))
def test_each_heading_has_what_is_written_for_it(bank: Bank, seed: int) -> None:
    customers, people, accounts = things_by_point(YEAR, bank, seed)
    assert customers
    assert all(any("客户" in word for word in thing) for thing in customers)
    # What firms say of customers stands beside what anybody does.
    passages = {s.pattern for p in point_of(YEAR, bank, seed, 1) for s in p.sentences}
    on = [f for pattern in passages if (f := bank.get(pattern or "")) and "客户" in f.frame]
    assert len(on) > 2
    assert people
    talent = {w for p in bank if p.pack == "matters" and "人才" in p.about for w in p.about}
    assert all(talent.intersection(thing) for thing in people)
    assert accounts == []


@pytest.mark.parametrize("seed", range(4))
def test_a_formal_speech_keeps_to_the_heading(bank: Bank, seed: int) -> None:
    crew, tasks = things_by_point(WATER, bank, seed)
    assert any("抢修队" in thing for thing in crew)
    assert tasks
    assert all("巡查" in thing or "培训" in thing for thing in tasks)


def test_a_heading_that_shows_no_focus_has_tasks_under_it() -> None:
    brief = make_brief(YEAR)
    points = plan_points(brief, genre_for(brief))
    assert [point.focus for point in points[:2]] == ["任务", "任务"]


@pytest.mark.parametrize("seed", range(2))
def test_a_heading_calls_for_what_it_means_and_not_for_what_hides_in_it(
    bank: Bank, seed: int
) -> None:
    brief = {
        **YEAR,
        "要点": [
            {"标题": "服务要让乘客舒心", "内容": [{"任务": "设爱心座席"}]},
            {"标题": "把农机停好", "内容": [{"任务": "拖拉机入棚"}]},
        ],
    }
    service, tractors = things_by_point(brief, bank, seed)
    assert service
    assert all("服务态度" in thing for thing in service)
    assert tractors == []  # no 拖拉


def test_what_is_bound_to_a_thing_is_a_passage_however_short(bank: Bank) -> None:
    matters = [p for p in bank if p.pack == "matters" and p.part == "points"]
    looks = [look_over(p) for p in matters]
    assert matters
    assert all(look is not None and look.passage for look in looks)
    made = [as_candidate(p, k, own=False) for p, k in zip(matters, looks, strict=True) if k]
    assert not any(map(unbound, made))
