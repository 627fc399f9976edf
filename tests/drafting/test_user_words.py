"""What becomes of what one brief says, and of what it leaves out."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import load_genre
from drafter.drafting.setting.situation import own_words, situate
from drafter.review import review


@pytest.mark.parametrize(
    ("genre", "labels"),
    [
        ("述职报告", {"成绩": "主要工作实绩", "问题": "存在的问题和不足"}),
        ("工作汇报", {"成绩": "主要工作和成效", "问题": "存在的主要问题"}),
        ("推进会讲话", {"成绩": "前段工作的进展", "问题": "存在的差距"}),
    ],
)
def test_what_only_the_user_knows_is_left_open(
    genre: str, labels: dict[str, str], bank: Bank
) -> None:
    plain = {
        "文种": genre,
        "会议": "年度考评会",
        "单位": {"名称": "清河镇"},
        "主题": {"名称": "水库移民后期扶持工作"},
    }
    made = draft(make_brief(plain), bank=bank)
    assert {p.field for p in made.pending} == set(labels)
    for gap in made.pending:
        assert labels[gap.field] in gap.text
    filled = plain | {"成绩": ["安置移民210户"], "问题": ["产业扶持起步晚"]}
    assert draft(make_brief(filled), bank=bank).pending == ()


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("2026年度履职情况", "述职报告"),
        ("弘扬实干精神，做忠诚担当的排头兵", "党课"),
        ("新生开学典礼", "开学典礼讲话"),
    ],
)
def test_nobody_works_on_an_occasion(topic: str, title: str, bank: Bank) -> None:
    """A topic that names the occasion is not 抓好 or 推进; it is named once or in the title."""
    plain = {
        "文种": title,
        "会议": "学院大会",
        "单位": {"名称": "青岚学院", "层级": "学院"},
        "主题": {"名称": topic},
    }
    for seed in range(4):
        made = draft(make_brief(plain), bank=bank, seed=seed)
        text = "".join(p.text for p in made.speech.paragraphs)
        assert not re.search(f"(抓好|做好|推进|推动|落实){re.escape(topic[:8])}", text)


def test_a_purpose_promises_only_what_the_brief_brings(bank: Bank) -> None:
    plain = {
        "文种": "部署讲话",
        "会议": "全县移民工作会议",
        "单位": {"名称": "青岚县"},
        "主题": {"名称": "移民工作"},
    }
    for seed in range(8):
        text = draft(make_brief(plain), bank=bank, seed=seed).speech.by_role("opening")
        assert "总结前段" not in "".join(p.text for p in text)


def test_a_promise_has_a_subject(bank: Bank) -> None:
    plain = {
        "文种": "任职表态",
        "会议": "干部大会",
        "单位": {"名称": "青岚县水利局"},
        "主题": {"名称": "水利工作"},
        "要点": [{"内容": ["向老同志学习"]}, {"内容": ["不插手工程"]}, {"内容": ["我爱这一行"]}],
    }
    text = "".join(p.text for p in draft(make_brief(plain), bank=bank).speech.paragraphs)
    assert re.search("我[将会]向老同志学习。", text)
    assert re.search("我(承诺，)?不插手工程。", text)
    assert "。我爱这一行。" in text
    assert not re.search("我[将会]我爱这一行", text)


@pytest.mark.parametrize("seed", range(3))
def test_the_points_announced_are_those_that_follow(seed: int, bank: Bank) -> None:
    """However many achievements are counted before the sentence that leads into the points."""
    brief = {
        "文种": "推进会讲话",
        "会议": "全县改厕推进会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "农村改厕"},
        "成绩": ["完成改厕620户", "培训工匠85人", "建成管护站12个"],
        "要点": [{"内容": [{"任务": "抓好质量验收"}]}, {"内容": [{"任务": "落实管护责任"}]}],
        "篇幅": 1200,
    }
    made = draft(make_brief(brief), bank=bank, seed=seed)
    assert [f.code for f in review(made, make_brief(brief)) if f.code == "numbering-count"] == []


def test_what_a_report_did_for_a_task_is_a_sentence(bank: Bank) -> None:
    layout = {"任务": "优化学校布局", "措施": ["撤并小规模学校", "建设寄宿制学校"]}
    brief = {
        "文种": "工作汇报",
        "会议": "县委调研座谈会",
        "单位": {"名称": "县教育局", "层级": "局"},
        "主题": {"名称": "教育均衡发展"},
        "要点": [{"着眼": "创新", "内容": [layout, {"任务": "规范学前教育"}]}, {"着眼": "任务"}],
        "篇幅": 900,
    }
    text = "".join(p.text for p in draft(make_brief(brief), bank=bank).speech.paragraphs)
    assert "围绕优化学校布局，我们撤并小规模学校、建设寄宿制学校。" in text
    assert "我们规范学前教育。" in text


def test_an_order_without_a_subject_is_no_reason() -> None:
    """严格管控野外火源 stands in a point of tasks, not among the reasons the arc begins with."""
    brief = {
        "文种": "动员讲话",
        "会议": "全县防火动员会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "森林防火"},
        "要点": [{"内容": ["严格管控野外火源"]}, {"内容": ["加强巡山护林"]}],
        "篇幅": 900,
    }
    points = plan_points(make_brief(brief), load_genre("mobilisation"))
    assert [p.focus for p in points] == ["任务", "任务"]


def test_a_problem_tied_to_a_task_is_said_however_short_the_speech(bank: Bank) -> None:
    brief = {
        "文种": "总结表彰讲话",
        "会议": "清渠行动会议",
        "单位": {"名称": "青岚", "层级": "县"},
        "主题": {"名称": "清渠行动"},
        "问题": [f"支流{name}淤积" for name in ("甲", "乙", "丙", "丁")],
        "要点": [
            {"内容": [{"任务": "疏浚支流甲"}]},
            {"内容": [{"任务": "疏浚支流乙"}, {"任务": "疏浚支流丙"}]},
        ],
        "篇幅": 400,
    }
    text = "".join(p.text for p in draft(make_brief(brief), bank=bank).speech.paragraphs)
    assert all(problem in text for problem in brief["问题"])


def test_what_is_open_is_asked_for_once(bank: Bank) -> None:
    brief = {
        "文种": "述职报告",
        "会议": "年度述职会",
        "单位": {"名称": "清河镇"},
        "主题": {"名称": "年度工作"},
        "要点": [{"着眼": "成绩"}, {"着眼": "任务"}, {"着眼": "成绩"}],
    }
    made = draft(make_brief(brief), bank=bank)
    text = "".join(p.text for p in made.speech.paragraphs)
    assert text.count("【请填写：") == len(made.pending)


@pytest.mark.parametrize(
    ("unit", "served"),
    [
        ("临江市自来水有限公司", "用户"),
        ("明湖热力集团", "用户"),
        ("安平县公共交通有限公司", "乘客"),
        ("江南精密轴承有限公司", "客户"),
    ],
)
def test_a_company_speaks_of_those_it_serves(unit: str, served: str, bank: Bank) -> None:
    """A waterworks has users, a bus company passengers; only makers and dealers have customers."""
    plain = {
        "文种": "推进会讲话",
        "会议": "服务提升推进会",
        "单位": {"名称": unit, "层级": "企业"},
        "主题": {"名称": "服务质量提升"},
    }
    brief = make_brief(plain)
    assert situate(brief, load_genre(brief.genre), bank, 0).words["folk"] == served
    assert served in own_words(brief)
