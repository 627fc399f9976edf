"""A heading shows no other trade than its point's, and no defect as it stands."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.wording.heading_scenes import is_of_another_trade
from drafter.resources import read_data


@pytest.mark.parametrize(
    ("clause", "task", "around"),
    [
        ("守住感控防线", "规范车间清洗消毒", "食品安全工作"),
        ("规范查房会诊", "开展管网巡查", "供水保障"),
        ("良种良法", "抓好春耕气象服务", "气象工作"),
        ("吃得放心", "审计食堂账目", "内部审计工作"),
        ("应转尽转", "组织暴雨避险演练", "气象灾害防范"),
        ("大家的事大家商量", "征集党史资料", "史志工作"),
        ("寸土寸用", "清理闲置系统", "数字化建设"),
    ],
)
def test_what_shows_another_trade_is_left_out(clause: str, task: str, around: str) -> None:
    assert is_of_another_trade(clause, task, around)


@pytest.mark.parametrize(
    ("clause", "task", "around"),
    [
        ("守住感控防线", "落实病区消毒", "医疗质量"),
        ("守住感控防线", "规范清洗消毒", "县人民医院"),
        ("良种良法", "防治水稻病虫害", "农业生产"),
        ("吃得放心", "改善职工食堂", "后勤服务"),
        ("提前落实转移安排", "转移低洼处住户", "防汛工作"),
        ("严把质量", "提高审计质量", "审计工作"),
    ],
)
def test_what_is_of_the_point_stays(clause: str, task: str, around: str) -> None:
    assert not is_of_another_trade(clause, task, around)


def test_every_scene_can_be_read() -> None:
    for said in read_data("heading_scenes.yaml").values():
        assert said.keys() <= {"shows", "names", "but"}
        assert all(re.compile(shape) for shape in said.values())


def _headings(points: list[dict], bank: Bank, seed: int) -> list[str]:
    brief = {
        "文种": "部署讲话",
        "会议": "全县政务服务工作会议",
        "单位": "青溪县人民政府",
        "主题": "政务服务",
        "讲话人": {"姓名": "于海平", "职务": "县长"},
        "要点": points,
        "时长": "6",
    }
    speech = draft(make_brief(brief), bank=bank, seed=seed).speech
    return [p.text for p in speech.by_role("heading") if p.level == 1]


@pytest.mark.parametrize("focus", ["形势", "问题"])
def test_a_defect_is_no_clause_as_it_stands(focus: str, bank: Bank) -> None:
    points = [
        {"着眼": focus, "内容": ["部分窗口审批效率不高"]},
        {"着眼": "任务", "内容": [{"任务": "精简审批材料"}, {"任务": "培训窗口人员"}]},
    ]
    for seed in range(4):
        clauses = re.split("[、，]", _headings(points, bank, seed)[0])
        assert not {"审批效率不高", "窗口审批效率不高"}.intersection(clauses)


@pytest.mark.parametrize("focus", ["形势", "问题"])
def test_two_defects_are_faced_together(focus: str, bank: Bank) -> None:
    points = [
        {"着眼": focus, "内容": ["场所电线老化", "疏散通道被占用"]},
        {"着眼": "任务", "内容": [{"任务": "精简审批材料"}, {"任务": "培训窗口人员"}]},
    ]
    for seed in range(2):
        first, _ = _headings(points, bank, seed)
        assert re.search("(?:正视|直面|看到)场所电线老化，(?:正视|直面|看到)疏散通道被占用", first)


def test_what_calls_for_something_stays_a_clause(bank: Bank) -> None:
    points = [
        {"着眼": "问题", "内容": ["防止前松后紧"]},
        {"着眼": "任务", "内容": [{"任务": "精简审批材料"}, {"任务": "培训窗口人员"}]},
    ]
    told = [_headings(points, bank, seed)[0] for seed in range(3)]
    assert not any("防止前松后紧问题" in first for first in told)


def test_half_of_a_sentence_that_bears_witness_is_no_heading(bank: Bank) -> None:
    points = [
        {"着眼": "成绩", "内容": ["先进村的经验证明，干部带头、群众动手，环境面貌就能变。"]},
        {"着眼": "任务", "内容": [{"任务": "精简审批材料"}, {"任务": "培训窗口人员"}]},
    ]
    for seed in range(3):
        assert "经验证明" not in _headings(points, bank, seed)[0]
