"""What a report tells: how large the unit is, why its work counts, what goes with each method."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import load_bank
from drafter.drafting import draft
from drafter.speech import Paragraph
from tests.drafting.conftest import make_brief

BRIEF: dict[str, Any] = {
    "文种": "工作汇报",
    "会议": "全县村庄清洁工作汇报会",
    "单位": {"名称": "柳湾镇", "层级": "镇"},
    "主题": {"名称": "村庄清洁工作", "领域": "乡村振兴"},
    "成绩": ["清运积存垃圾820吨", "新建公厕14座", "整治坑塘26处"],
    "问题": ["山区清运车辆不足", "坑塘管护没有专人"],
    "要点": [
        {"着眼": "成绩", "内容": ["全镇现有行政村23个、村民1.6万户"]},
        {"着眼": "创新", "内容": ["聘请老党员当路长，每条巷子包保到人", "每月评比一次卫生户"]},
        {"着眼": "问题"},
        {"着眼": "任务", "内容": [{"任务": "管好坑塘", "措施": ["落实专人管护"]}]},
        {"着眼": "希望", "内容": ["恳请县里为山区清运车辆购置安排资金"]},
    ],
    "篇幅": 1500,
}


def paragraphs(seed: int, **more: Any) -> list[Paragraph]:
    return list(draft(make_brief(BRIEF | more), seed=seed).speech.paragraphs)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_how_large_the_unit_is_comes_before_what_it_did(seed: int) -> None:
    text = "".join(p.text for p in paragraphs(seed))
    assert text.index("现有行政村23个") < text.index("清运积存垃圾820吨")


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_request_names_the_problem_it_is_made_for(seed: int) -> None:
    told = paragraphs(seed)
    asking = next(p for p in told if "恳请县里为山区清运车辆" in p.text)
    assert asking.text.index("山区清运车辆不足") < asking.text.index("恳请")


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_report_without_a_basis_says_at_its_head_what_the_work_is_for(seed: int) -> None:
    def reasons(**more: Any) -> list[str]:
        opening = [p for p in paragraphs(seed, **more) if p.role == "opening"]
        return [s.text for p in opening for s in p.sentences if s.move == "why"]

    assert len(reasons()) == 2  # why it counts, and that it was borne in mind
    assert reasons(依据=["落实村庄清洁三年规划"]) == []


@pytest.mark.parametrize("seed", range(4))
def test_what_is_written_for_one_method_does_not_open_the_point_on_methods(seed: int) -> None:
    told, bank = paragraphs(seed), load_bank()
    at = next(n for n, p in enumerate(told) if p.text.startswith("二、"))
    opening = [bank.get(s.pattern or "") for s in told[at + 1].sentences if s.origin != "brief"]
    methods = ("老党员当路长", "每月评比")
    if not any(m in told[at + 1].text for m in methods):
        assert [p.frame for p in opening if p and p.about and p.area is None] == []


def test_what_is_said_behind_a_method_is_about_it() -> None:
    bank, found = load_bank(), 0
    for seed in range(4):
        for said in (s for p in paragraphs(seed) for s in p.sentences):
            pattern = bank.get(said.pattern or "")
            if pattern and (pattern.pack, pattern.focus) == ("accounts", "创新"):
                words = {w for about in pattern.about for w in about.split()}
                assert words & {"聘请", "包保", "路长", "评比", "专人"}
                found += 1
    assert found


@pytest.mark.parametrize("seed", [0, 1])
def test_conduct_is_told_before_what_is_wanting(seed: int) -> None:
    points = [
        {"着眼": "责任", "内容": ["我分管环卫"]},
        {"着眼": "作风", "内容": ["工程采购一律公开"]},
        {"着眼": "承诺", "内容": [{"任务": "多下村"}]},
    ]
    told = paragraphs(seed, 文种="述职报告", 会议="年度述职会", 要点=points)
    heads = [p.text for p in told if p.role == "heading" and p.level == 1]
    conduct = next(n for n, h in enumerate(heads) if "廉洁" in h or "作风" in h)
    wanting = next(n for n, h in enumerate(heads) if "问题" in h)
    assert conduct < wanting


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_who_looks_after_students_hears_nothing_of_lessons(seed: int) -> None:
    more = {
        "文种": "座谈会讲话",
        "会议": "辅导员座谈会",
        "单位": {"名称": "北塘大学", "层级": "大学"},
        "主题": {"名称": "学生工作"},
        "要点": [{"着眼": "认识"}, {"着眼": "希望", "内容": ["希望大家常到宿舍走走"]}],
    }
    text = "".join(p.text for p in paragraphs(seed, **more))
    assert "各位老师" in text
    assert "粉笔" not in text
    assert "讲台" not in text
    assert "课上好" not in text


@pytest.mark.parametrize("seed", range(4))
def test_plans_told_to_equals_begin_with_nothing_written_for_one_thing(seed: int) -> None:
    """认定工伤 and 划定停车点 are no reason to begin with finding people work."""
    tasks = [{"任务": "办快工伤认定", "措施": ["开通绿色通道"]}, {"任务": "划定停车点"}]
    more = {
        "文种": "座谈会讲话",
        "会议": "骑手座谈会",
        "单位": {"名称": "南岭区", "层级": "区"},
        "主题": {"名称": "新就业群体服务工作"},
        "问题": [],
        "要点": [{"着眼": "认识"}, {"着眼": "任务", "内容": tasks}, {"着眼": "希望"}],
    }
    told, bank = paragraphs(seed, **more), load_bank()
    at = next(n for n, p in enumerate(told) if p.text.startswith("二、"))
    said = [bank.get(s.pattern or "") for s in told[at + 1].sentences if s.origin != "brief"]
    assert [p.frame for p in said if p and p.about and p.pack == "accounts"] == []
