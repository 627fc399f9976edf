"""Several remarks on one task are counted or joined, not strung together."""

from __future__ import annotations

import re

from drafter.bank import Bank
from drafter.brief import load_brief, make_brief
from drafter.drafting import draft, other_sentences
from drafter.drafting.composing import compose
from drafter.drafting.planning.plan import Block, Plan, Section, Unit
from drafter.drafting.wording.listing import list_remarks, marked_like
from drafter.resources import shipped
from drafter.review import review
from drafter.speech import Sentence

COUNTED = re.compile("[一二三四五六七八九]([点条])")


def brief_with_measures(genre: str = "部署会讲话") -> dict[str, object]:
    tasks = [
        {
            "任务": "整治占道经营",
            "措施": ["建立台账", "开展联合执法", "入户宣传", "逐个签订承诺书"],
            "责任": "城管中队、市场监管所",
            "时限": "9月底前",
            "目标": "主街秩序全部达标",
        },
        {
            "任务": "疏通背街下水管网",
            "措施": ["逐段排查", "更换破损管道", "公示热线电话"],
            "责任": "住建办",
            "时限": "10月15日前",
        },
    ]
    return {
        "文种": genre,
        "会议": "青槐镇集镇管理工作会议",
        "单位": {"名称": "青槐镇", "层级": "镇"},
        "主题": {"名称": "集镇管理"},
        "要点": [{"着眼": "任务", "内容": tasks}],
        "篇幅": 1800,
    }


def rows(bank: Bank, seeds: range) -> list[list[Sentence]]:
    """The remarks on two tasks that have three each, counted in a speech of each seed."""
    found = []
    for seed in seeds:
        situation = compose(make_brief(brief_with_measures()), bank, seed).situation
        units = [remarked(n) for n in range(2)]
        section = Section("point", blocks=[Block("body", [unit]) for unit in units])
        list_remarks(Plan([section]), situation, 200)
        found += [u.grown for u in units if u.grown[0].pattern == "data/wording"]
    return found


def remarked(number: int) -> Unit:
    """A task with three remarks."""
    unit = Unit("tell", "points", ("task",), grows="task")
    for text in ("清单逐家核对", "摊位线画到路面上", "投诉当天有人去看"):
        said = f"第{number}街的{text}，做不到的重来。"
        unit.grown.append(Sentence(said, "follow", f"points.follow.{number}", "authored"))
    return unit


def test_remarks_on_a_task_are_counted_and_the_number_is_right(bank: Bank) -> None:
    found = rows(bank, range(6))
    assert found
    for lead, *items in found:
        count = COUNTED.search(lead.text)
        assert count is not None
        number = "一二三四五六七八九".index(count.group()[0]) + 1
        marks = [re.match("(.)是|第(.)，", s.text) for s in items[:number]]
        assert number >= 3
        assert [m and (m[1] or m[2]) for m in marks] == list("一二三四五六七八九")[:number]
        assert all(s.pattern and s.pattern != "data/wording" for s in items[:number])


def test_no_lead_counts_twice_in_a_speech(bank: Bank) -> None:
    for seed in range(6):
        leads = [row[0].text for row in rows(bank, range(seed, seed + 1))]
        assert len(leads) == len(set(leads))


def test_a_listed_speech_has_no_finding_of_numbering(bank: Bank) -> None:
    for seed in range(3):
        brief = make_brief(brief_with_measures())
        found = review(draft(brief, bank=bank, seed=seed), brief)
        assert not [f for f in found if f.level != "note"]


def test_a_report_lists_no_remarks(bank: Bank) -> None:
    made = draft(make_brief(brief_with_measures("工作汇报")), bank=bank, seed=0)
    own = [s for p in made.speech.paragraphs for s in p.sentences if s.pattern == "data/wording"]
    assert not [s for s in own if s.text.endswith("：")]


def test_banned_words_stand_in_no_lead(bank: Bank) -> None:
    raw = brief_with_measures() | {"禁用": ["点"]}
    for seed in range(3):
        made = draft(make_brief(raw), bank=bank, seed=seed)
        own = [
            s.text
            for p in made.speech.paragraphs
            for s in p.sentences
            if s.pattern == "data/wording"
        ]
        assert not [text for text in own if "点" in text]


def test_another_sentence_for_an_item_keeps_its_mark(bank: Bank) -> None:
    said = Sentence("二是先把底数摸清；", "follow", "x", "authored")
    other = Sentence("底数要逐户对一遍。", "follow", "y", "authored")
    assert marked_like(said, other).text == "二是底数要逐户对一遍；"
    assert marked_like(other, other) == other


def test_the_form_offers_marked_items_in_a_list(bank: Bank) -> None:
    brief = make_brief(brief_with_measures())
    for seed in range(6):
        made = draft(brief, bank=bank, seed=seed)
        for paragraph in made.speech.paragraphs:
            items = [s for s in paragraph.sentences if s.text.startswith("二是")]
            for item in (s for s in items if s.move == "follow"):
                others = other_sentences(brief, made, paragraph.id, item, bank=bank)
                assert all(o.text.startswith("二是") for o in others)


def test_a_question_and_its_answer_are_no_two_items_of_a_list(bank: Bank) -> None:
    brief = load_brief(shipped("templates") / "mobilisation" / "example.yaml")
    for seed in (701, 702, 703):
        said = "\n".join(p.text for p in draft(brief, bank=bank, seed=seed).speech.paragraphs)
        assert "？；" not in said
