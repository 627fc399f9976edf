"""What is said on an occasion of its own: its points, its addresses, its headings, its wording."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from drafter.bank import load_bank
from drafter.drafting import draft
from drafter.drafting.planning.planning import plan_points
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.setting.situation import situate

from .occasions import SCHOOL, brief_of


def test_those_who_are_no_office_hear_nothing_mined_from_offices() -> None:
    made = draft(brief_of(篇幅=900))
    assert {s.origin for p in made.speech.paragraphs for s in p.sentences} <= {"authored", "brief"}


def test_content_shows_its_point_before_its_place_does() -> None:
    brief = brief_of(
        文种="校长讲话", 会议="七年级家长会", 单位=SCHOOL, 称谓="尊敬的各位家长",
        要点=[{"内容": ["希望家长多陪伴、多倾听"]}, {"内容": ["衔接期的孩子变化很大"]}],
    )  # fmt: skip
    points = plan_points(brief, genre_for(brief))
    assert [p.focus for p in points] == ["希望", "任务"]


def test_without_headings_the_hopes_are_said_unasked_but_no_achievements() -> None:
    brief = brief_of(要点=[{"内容": ["感谢每一位同事"]}])
    assert [p.focus for p in plan_points(brief, genre_for(brief))] == ["认识", "希望"]


def test_listeners_are_called_as_the_brief_addresses_them() -> None:
    brief = brief_of(称谓="尊敬的各位叔伯婶娘，亲爱的乡亲们")
    text = "".join(p.text for p in draft(brief).speech.paragraphs if p.role == "closing")
    assert "乡亲们，" in text
    assert "同事们" not in text


def test_headings_of_the_brief_stand_where_the_genre_has_none() -> None:
    points = [
        {"标题": "说一声感谢", "内容": ["感谢家人"]},
        {"标题": "道一声祝福", "内容": ["祝愿大家"]},
    ]
    made = draft(brief_of(要点=points))
    headings = [p.heading for p in made.speech.paragraphs if p.role == "heading"]
    assert headings == ["一、说一声感谢", "二、道一声祝福"]


def test_after_the_tasks_nobody_looks_back() -> None:
    brief = brief_of(
        文种="企业动员讲话", 会议="营销攻坚动员大会",
        要点=[
            {"内容": [{"任务": "抓好促销", "措施": ["提前备货"]}, {"任务": "提高铺货率"}]},
            {"内容": ["完成任务的团队，奖励不封顶"]},
        ],
    )  # fmt: skip
    assert [p.focus for p in plan_points(brief, genre_for(brief))] == ["任务", "责任"]


def test_one_heading_of_the_genre_can_stand_twice_in_other_words() -> None:
    brief = brief_of(
        文种="升旗仪式讲话", 会议="升旗仪式", 单位=SCHOOL, 主题={"名称": "文明就餐、节约粮食"},
        要点=[{"内容": ["食堂里倒掉的剩饭太多"]}, {"内容": ["吃多少打多少，排队不插队"]}],
    )  # fmt: skip
    made = draft(brief)
    first, second = (p.heading[2:] for p in made.speech.paragraphs if p.role == "heading")
    assert {first[:4], second[:4]} == {"知行合一", "身体力行"}
    assert len(first) == len(second)


def test_what_speaks_of_the_speaker_needs_no_pledge_before_it() -> None:
    said = ["离开以后，我会一直牵挂这里", "三中有五十年的历史", "学校的大事，请教代会来定"]
    said.append("工会的钱一分一厘都要花在职工身上")
    brief = brief_of(文种="任职表态", 会议="干部大会", 要点=[{"内容": said}])
    text = "".join(p.text for p in draft(brief).speech.paragraphs)
    assert all(f"我将{s}" not in text and f"我会{s}" not in text for s in said)


def test_on_a_stage_no_work_is_laid_out() -> None:
    point = {"着眼": "任务", "内容": ["希望老人们把这里当作自己的家"]}
    brief = brief_of(文种="主持词", 会议="敬老院开业仪式", 要点=[point], 篇幅=1500)
    made = draft(brief)
    moves = {s.move for _, s in made.speech.sentences()}
    assert moves.isdisjoint({"measure", "mechanism"})
    assert made.shortfall is not None


@pytest.mark.parametrize(
    ("name", "given", "we"),
    [
        ("白石乡", "乡镇", "我乡"),
        ("青岚农村商业银行", "企业", "我行"),
        ("清河镇", "乡镇", "我镇"),
        ("青岚县", "县", "我县"),
    ],
)
def test_a_units_name_says_more_nearly_what_it_calls_itself(name: str, given: str, we: str) -> None:
    brief = brief_of(单位={"名称": name, "层级": given})
    assert situate(brief, genre_for(brief), load_bank(), 0).words["we"] == we


@pytest.mark.parametrize(
    ("topic", "named"),
    [
        ("离任感言", "这番话，就算是我的离任感言。"),
        ("新学期新成长", "我讲话的主题，是“新学期新成长”。"),
        ("百日冲刺", "大家聚在一起，为的就是百日冲刺。"),
    ],
)
def test_a_topic_that_is_no_work_is_named_as_what_it_is(topic: str, named: str) -> None:
    brief = brief_of(会议="干部大会", 主题={"名称": topic})
    assert named in "".join(p.text for p in draft(brief).speech.paragraphs)


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        (
            {"文种": "座谈会讲话", "会议": "退休教师欢送座谈会", "单位": SCHOOL},
            ["今年有5位老师光荣退休", "希望各位老师常回学校看看"],
        ),
        (
            {"文种": "典礼讲话", "会议": "高三百日誓师大会", "单位": SCHOOL},
            ["上次模考本科上线率达到72%", "建好错题本，每天复盘半小时", "心态放平，不和别人比"],
        ),
        (
            {"文种": "致辞", "会议": "建院七十周年庆典"},
            ["从12间平房发展到800张床位", "希望全院同仁传承院训"],
        ),
        (
            {"文种": "表彰讲话", "会议": "好媳妇表彰会", "单位": {"名称": "石桥村"}},
            ["今年评出好媳妇12名", "学她们的孝心和耐心", "希望大家都来学"],
        ),
    ],
)
def test_an_occasion_is_spoken_of_otherwise_by_another_seed(
    fields: dict[str, Any], content: list[str]
) -> None:
    points = [{"内容": [c]} for c in content]
    brief = brief_of(**fields, 要点=points, 篇幅=1000)
    given = ("主题", "单位", "会议", "称谓", "标题")
    drafts = [draft(brief, seed=seed) for seed in range(8)]
    free = [
        {
            s.text
            for p, s in made.speech.sentences()
            if s.origin != "brief" and p.role in ("opening", "body", "closing")
            if all(f.startswith(given) for f in s.fields)
        }
        for made in drafts
    ]
    shares = [len(a - b) / len(a) for a, b in permutations(free, 2)]
    assert sum(shares) / len(shares) >= 0.6
    assert [made.shortfall for made in drafts] == [None] * len(drafts)
