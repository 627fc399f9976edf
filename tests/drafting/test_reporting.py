"""Reports whose brief divides what is told without naming the parts."""

import re
from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.resources import read_data

BRIEF: dict[str, Any] = {
    "会议": "年终考核会",
    "单位": "青石县供水公司",
    "主题": "城区供水保障",
    "讲话人": {"姓名": "许宁", "职务": "经理"},
    "成绩": ["更换老旧管道11公里", "水质抽检全部合格"],
    "问题": ["夜间抢修人手不够"],
    "要点": [
        {"内容": ["把管网的家底一段段摸清", {"任务": "理顺报修", "措施": ["一个电话接到底"]}]},
        {"内容": [{"任务": "补足抢修人手", "措施": ["两班轮换"], "时限": "3月底前"}]},
        {"内容": [{"任务": "改造二次供水", "目标": "高层住户水压稳定"}]},
        {"内容": ["谁接的报修谁回访"]},
    ],
}


@pytest.mark.parametrize("genre", ["工作汇报", "述职报告"])
@pytest.mark.parametrize("seed", [0, 1])
def test_parts_of_a_report_stand_once_and_in_order(bank: Bank, genre: str, seed: int) -> None:
    made = draft(make_brief({**BRIEF, "文种": genre}), bank=bank, seed=seed)
    texts = [p.text for p in made.speech.paragraphs]
    headings = [t for t in texts if re.match("[一二三四五六]、", t)]
    parts = {
        "工作汇报": "总体情况|工作进展,主要做法|具体举措,存在问题|困难问题,下步打算|后续安排",
        "述职报告": "履职情况|履职尽责,主要成效|工作实绩,问题不足|存在问题,努力方向|今后打算",
    }[genre].split(",")
    assert len(headings) == len(parts)
    for heading, part in zip(headings, parts, strict=True):
        assert re.search(part, heading)
    last = "".join(texts[texts.index(headings[-1]) :])
    assert "补足抢修人手" in last
    assert "二次供水" in last
    assert "谁接的报修谁回访" in last


def test_conduct_and_requests_have_parts_of_their_own(bank: Bank) -> None:
    conduct = {"内容": ["工程采购一律公开，亲属不插手"]}
    made = draft(
        make_brief({**BRIEF, "文种": "述职报告", "要点": [*BRIEF["要点"], conduct]}),
        bank=bank,
        seed=1,
    )
    texts = [p.text for p in made.speech.paragraphs]
    parts = [t for t in texts if re.match("[一二三四五六]、", t)]
    own = next(n for n, t in enumerate(parts) if re.search("廉洁自律|作风建设", t))
    assert re.search("问题", parts[own + 1])
    asked = {"内容": ["恳请支持更换计量水表"]}
    made = draft(
        make_brief({**BRIEF, "文种": "工作汇报", "要点": [*BRIEF["要点"], asked]}),
        bank=bank,
        seed=1,
    )
    parts = [p.text for p in made.speech.paragraphs if re.match("[一二三四五六]、", p.text)]
    assert re.search("请求事项|恳请支持", parts[-1])


@pytest.mark.parametrize("genre", ["工作汇报", "部署讲话"])
def test_the_task_that_carries_out_what_was_asked_says_so_once(bank: Bank, genre: str) -> None:
    basis = {"依据": ["按照市政府关于二次供水改造的审议意见"], "问题": []}
    made = draft(make_brief({**BRIEF, **basis, "文种": genre}), bank=bank, seed=0)
    text = "".join(p.text for p in made.speech.paragraphs)
    ways = read_data("requests.yaml")["basis"]["met"]
    said = [w for way in ways.values() for w in way]
    assert sum(text.count(w) for w in set(said)) == 1
    assert ("这次会议，是按照" in text) == (genre == "部署讲话")


@pytest.mark.parametrize("seed", [0, 1])
def test_tasks_beside_results_are_promised_at_the_end(bank: Bank, seed: int) -> None:
    """One point of what is still to be done is no account of duties done."""
    tasks = [{"任务": "补足抢修人手", "时限": "3月底前"}, {"任务": "改造二次供水"}]
    brief = {**BRIEF, "文种": "述职报告", "要点": [{"内容": tasks}]}
    texts = [p.text for p in draft(make_brief(brief), bank=bank, seed=seed).speech.paragraphs]
    headings = [t for t in texts if re.match("[一二三四五六]、", t)]
    assert re.search("努力方向|今后打算", headings[-1])
    assert not any(re.search("履职", h) for h in headings)
    assert "补足抢修人手" in "".join(texts[texts.index(headings[-1]) :])


def test_what_is_asked_of_superiors_stands_alone_under_its_heading(bank: Bank) -> None:
    """恳请支持的事项 is followed by no plans of one's own: what is given is used for what it is."""
    asked = ["恳请把二次供水改造列入补助", "恳请协调过路施工的审批"]
    points = [*BRIEF["要点"][:1], {"标题": "恳请支持的事项", "内容": asked}]
    brief = make_brief({**BRIEF, "文种": "工作汇报", "要点": points, "篇幅": 1500})
    for seed in range(3):
        paragraphs = draft(brief, bank=bank, seed=seed).speech.by_role("body")
        at = next(i for i, p in enumerate(paragraphs) if asked[0] in p.text)
        said = [s for p in paragraphs[at:] for s in p.sentences]
        assert [s.text.rstrip("。") for s in said if s.origin == "brief"] == asked
        assert {s.move for s in said if s.origin != "brief"} <= {"follow"}
        assert all(any(a in p.text for a in asked) for p in paragraphs[at:])


@pytest.mark.parametrize("seed", [0, 1])
def test_what_is_wanting_is_no_way_of_working(bank: Bank, seed: int) -> None:
    points = [
        {"内容": ["每周开一次碰头会", "请用户代表跟着巡线"]},
        {"内容": ["加压站改造资金归集难，泵房面积不达标", "巡线员年龄偏大，夜间值守薄弱"]},
        {"内容": [{"任务": "扩大片区计量"}]},
    ]
    brief = make_brief({**BRIEF, "文种": "工作汇报", "问题": [], "要点": points})
    texts = [p.text for p in draft(brief, bank=bank, seed=seed).speech.paragraphs]
    problems = next(n for n, t in enumerate(texts) if re.search("^.、.*问题", t))
    assert next(n for n, t in enumerate(texts) if "资金归集难" in t) > problems
    assert next(n for n, t in enumerate(texts) if "每周开一次碰头会" in t) < problems


@pytest.mark.parametrize("seed", [0, 1])
def test_what_is_thought_of_a_task_stands_with_it(bank: Bank, seed: int) -> None:
    """What is planned begins with no passage on one of the tasks: their measures call it up."""
    tasks = [
        {"任务": "把账算细", "措施": ["实行单车核算"]},
        {"任务": "招得来人", "措施": ["办好订单班"]},
    ]
    points = [{"内容": ["先难后易，分片包干"]}, {"内容": tasks}]
    brief = make_brief({**BRIEF, "文种": "工作汇报", "要点": points, "篇幅": 1800})
    own = {p.id for p in bank if p.pack == "accounts" and {"单车核算", "订单班"} & set(p.about)}
    told = draft(brief, bank=bank, seed=seed).speech.paragraphs
    found = [p.text for p in told if own & {s.pattern for s in p.sentences}]
    assert found
    assert all(re.search("单车核算|订单班", text) for text in found)
