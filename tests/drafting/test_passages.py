"""Passages: sentences that belong together carry a paragraph, and come out one by one."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import alternatives, draft
from drafter.drafting.setting.matters import spoken_of
from drafter.drafting.wording.growing import frames_of
from drafter.speech import Paragraph, Sentence
from drafter.text.sentences import split_sentences
from tests.drafting.conftest import asked_by_tasks, is_called_up


def passages_of(paragraph: Paragraph) -> list[list[Sentence]]:
    groups = [list(g) for _, g in groupby(paragraph.sentences, key=lambda s: s.pattern)]
    return [g for g in groups if g[0].pattern and len(g) > 1]


def test_a_passage_comes_sentence_by_sentence_with_one_pattern(bank: Bank, rich) -> None:
    made = draft(make_brief(rich), bank=bank, seed=2)
    found = [g for p in made.speech.by_role("body") for g in passages_of(p)]
    assert len(found) >= 4
    for group in found:
        assert all(split_sentences(s.text) == [s.text] for s in group)
        pattern = bank.get(group[0].pattern or "")
        assert pattern is not None
        assert len(split_sentences(pattern.frame)) == len(group)


def test_passages_carry_most_of_what_is_not_fact(bank: Bank, rich) -> None:
    for seed in range(4):
        made = draft(make_brief(rich), bank=bank, seed=seed)
        bodies = made.speech.by_role("body")
        carried = sum(len(s.text) for p in bodies for g in passages_of(p) for s in g)
        free = sum(len(s.text) for p in bodies for s in p.sentences if not s.fields)
        assert carried > 0.5 * free


def test_after_a_task_stands_only_what_concerns_it(bank: Bank, rich) -> None:
    """Its sentences share words with a task or are written for it, its measure, goal or owner."""
    for seed in range(6):
        made = draft(make_brief(rich), bank=bank, seed=seed)
        for paragraph in (p for p in made.speech.paragraphs if p.level == 2):
            facts = "".join(s.text for s in paragraph.sentences if s.fields)
            pairs = {facts[i : i + 2] for i in range(len(facts) - 1)}
            asked = asked_by_tasks(rich, paragraph.text)
            # What counts the remarks (这里提三点：) says nothing of its own.
            said = [s for s in paragraph.sentences if s.pattern != "data/wording"]
            for group in frames_of(s for s in said if not s.fields):
                text = "".join(s.text for s in group)
                pattern = bank.get(group[0].pattern or "")
                shares = any(text[i : i + 2] in pairs for i in range(len(text) - 1))
                about = asked.intersection(pattern.about) if pattern else ()
                assert shares or about or (pattern and is_called_up(pattern, facts))


def test_a_passage_on_a_measure_does_not_take_the_place_of_the_task(bank: Bank, rich) -> None:
    """Who puts in smoke alarms, with 入户登记, hears nothing at length of keeping records."""
    tasks = [
        {"任务": "给独居老人装烟感报警器", "措施": ["入户登记", "一户一档"], "责任": "各社区"},
        {"任务": "关停无证砂石场", "措施": ["断电", "拆设备", "公示"], "责任": "自然资源所"},
        {"任务": "设立母婴室", "措施": ["选址", "专人保洁"], "责任": "景区管委会"},
    ]
    raw = rich | {"要点": [{"着眼": "任务", "内容": tasks}], "篇幅": 1600}
    for seed in range(4):
        for paragraph in draft(make_brief(raw), bank=bank, seed=seed).speech.paragraphs:
            called = [str(t["任务"]) for t in tasks if str(t["任务"]) in paragraph.text]
            for group in passages_of(paragraph) if len(called) == 1 else ():
                pattern = bank.get(group[0].pattern or "")
                assert pattern is not None
                if pattern.about and not any(s.fields for s in group):
                    assert spoken_of(called[0]).intersection(pattern.about)


def test_no_pattern_comes_twice(bank: Bank, rich) -> None:
    made = draft(make_brief(rich), bank=bank, seed=4)
    groups = [g for p in made.speech.paragraphs for g in frames_of(p.sentences)]
    used = Counter(g[0].pattern for g in groups if g[0].pattern and "/" not in g[0].pattern)
    assert [p for p, n in used.items() if n > 1] == []


def test_a_passage_has_other_wordings_as_long(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    made = draft(brief, bank=bank, seed=1)
    paragraph = next(p for p in made.speech.by_role("body") if passages_of(p))
    for other in alternatives(brief, made, paragraph.id, bank=bank):
        assert other.text != paragraph.text
        assert len(other.text) > 0.5 * len(paragraph.text)


def test_the_message_is_the_last_call(bank: Bank, rich) -> None:
    for seed in range(6):
        made = draft(make_brief(rich), bank=bank, seed=seed)
        closing = "".join(p.text for p in made.speech.by_role("closing"))
        goal, message = rich["号召"]["目标"].removeprefix("确保"), rich["号召"]["寄语"]
        assert closing.index(goal) < closing.index(message)


def test_a_report_says_what_was_written_for_reports_of_its_field(bank: Bank) -> None:
    """There are a few passages for one genre in one field; what was done comes before them."""
    brief = {
        "文种": "工作汇报",
        "会议": "全市河湖管护工作汇报会",
        "单位": {"名称": "清源县", "层级": "县"},
        "主题": {"名称": "河湖管护工作", "领域": "生态环保"},
        "成绩": ["清理河道垃圾320吨", "拆除拦河网箱46处", "封堵排污口18个"],
        "要点": [{"着眼": "创新", "内容": ["河长牌上写着电话", "村民轮流看河", "船工兼做巡河员"]}],
        "篇幅": 1500,
    }
    found = 0
    for seed in range(8):
        made = draft(make_brief(brief), bank=bank, seed=seed)
        used = {bank.get(s.pattern) for _, s in made.speech.sentences() if s.pattern}
        found += any(p and p.area == "生态环保" and p.genres == ("report",) for p in used)
    assert found >= 3


@pytest.mark.parametrize("seed", range(3))
def test_a_thin_report_asks_for_more_instead_of_talking_of_method(bank: Bank, seed: int) -> None:
    """In a point that tells one thing stands no more than one paragraph that tells nothing."""
    brief = {
        "文种": "工作汇报",
        "会议": "市督查组来县座谈会",
        "单位": {"名称": "清源县", "层级": "县"},
        "主题": {"名称": "河湖管护工作", "领域": "生态环保"},
        "成绩": ["清理河道垃圾320吨"],
        "问题": ["管护员年龄偏大"],
        "要点": [
            {"着眼": "成绩"},
            {"着眼": "创新", "内容": ["每条河请了一位老党员当监督员"]},
            {"着眼": "问题"},
            {"着眼": "任务", "内容": [{"任务": "充实管护队伍", "责任": "县水利局"}]},
        ],
        "篇幅": 1500,
    }
    made = draft(make_brief(brief), bank=bank, seed=seed)
    roles: list[list[bool]] = [[]]
    for paragraph in made.speech.paragraphs:
        if paragraph.role == "heading":
            roles.append([])
        elif paragraph.role == "body":
            roles[-1].append(any(s.fields for s in paragraph.sentences))
    assert [told.count(True) for told in roles[1:]] == [1, 1, 1, 1]
    assert all(told.count(False) <= 1 for told in roles[1:])
    assert made.shortfall is not None
    assert "要点.内容" in made.shortfall.fields


@pytest.mark.parametrize("seed", range(3))
def test_why_any_work_matters_is_told_a_few_times(bank: Bank, seed: int) -> None:
    """More passages on the weight of any work, or on its situation, say the same again."""
    brief = {
        "文种": "动员讲话",
        "会议": "全县木偶剧团搬迁动员会",
        "单位": {"名称": "清源县", "层级": "县"},
        "主题": {"名称": "木偶剧团搬迁"},
        "要点": [
            {"着眼": "认识", "内容": ["老院子已经放不下了"]},
            {"着眼": "任务", "内容": [{"任务": "清点登记", "责任": "县木偶剧团"}]},
        ],
        "篇幅": 3000,
    }
    made = draft(make_brief(brief), bank=bank, seed=seed)
    groups = [g for p in made.speech.paragraphs for g in frames_of(p.sentences) if len(g) > 1]
    told = [p for g in groups if (p := bank.get(g[0].pattern or "")) and p.area is None]
    assert 0 < len([p for p in told if p.move == "why" and p.focus in ("认识", "形势")]) <= 3


@pytest.mark.parametrize(
    ("topic", "tells"),
    [
        ("农村户厕改造", "厕"),
        ("撂荒地复耕", "荒|地"),
        ("水毁道路抢修", "路"),
        ("秸秆禁烧", "秸秆|烧|火"),
    ],
)
def test_why_the_very_thing_matters_is_told_where_its_field_has_reasons_too(
    bank: Bank, topic: str, tells: str
) -> None:
    brief = {
        "文种": "部署讲话",
        "会议": f"全镇{topic}工作会议",
        "单位": {"名称": "青坪镇", "层级": "镇"},
        "主题": {"名称": topic, "领域": "乡村振兴"},
        "要点": [{"着眼": "认识"}, {"着眼": "任务", "内容": ["各村先报底数"]}],
        "篇幅": 1500,
    }
    told = 0
    for seed in range(4):
        speech = draft(make_brief(brief), bank=bank, seed=seed).speech
        whys = [s for _, s in speech.sentences() if s.move == "why" and not s.fields]
        told += any(re.search(tells, s.text) for s in whys)
    assert told >= 3
