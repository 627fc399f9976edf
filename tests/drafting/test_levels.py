"""What a unit calls itself, and those it speaks to, by its level and its name."""

from __future__ import annotations

import pytest

from drafter.brief import make_brief
from drafter.drafting.setting.levels import is_place, level_of, level_words, reach_words, seat_words
from drafter.drafting.setting.spokesmen import unsaid_outside_offices


def level(name, given=None):
    unit = {"名称": name} | ({"层级": given} if given else {})
    brief = {"文种": "部署讲话", "会议": "工作会", "单位": unit, "主题": {"名称": "夜间巡查"}}
    return level_of(make_brief(brief))


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        # What is in a county, at its rank, is not the county.
        ("柳林县应急管理局", "县", "局"),
        ("柳林市纪委监委", "市", "纪委"),
        ("共青团柳林县委", "县", "团委"),
        ("柳林县第二中学", "县", "学校"),
        # Who governs it is.
        ("柳林县委", "县", "县"),
        ("柳林县人民政府", "县", "县"),
        ("柳林县", "县", "县"),
        ("石鼓", "县", "县"),
        ("永丰铸件厂", "企业", "厂"),
        ("白石乡", "乡镇", "乡"),
    ],
)
def test_the_level_is_that_of_the_unit_not_of_the_place_it_is_in(name, given, told):
    assert level(name, given) == told


def test_a_bureau_at_the_rank_of_a_county_speaks_to_the_county():
    assert reach_words("局", "年度工作会议", "县")["we"] == "我县"
    assert reach_words("局", "年度工作会议") == {}
    assert reach_words("学校", "年度工作会议", "县") == {}


@pytest.mark.parametrize(
    ("level", "meeting", "given", "unit", "told"),
    [
        ("局", "全县安全生产工作会议", None, "柳林县应急管理局", "我县"),
        ("局", "2026年全县安全生产工作会议", "局", "柳林县应急管理局", "我县"),
        # What is called after the county is for all of it; what is called after the bureau is not.
        ("局", "柳林县安全生产工作会议", None, "柳林县应急管理局", "我县"),
        ("局", "柳林县应急管理局年度工作会议", None, "柳林县应急管理局", None),
        ("局", "全局干部职工大会", "县", "柳林县应急管理局", None),
        ("局", "传达全省安全生产会议精神会议", None, "柳林县应急管理局", None),
        # A court or a hospital at the rank of a county is a house of its own.
        ("法院", "年度工作会议", "县", "柳林县人民法院", None),
        ("医院", "年度工作会议", "县", "柳林县人民医院", None),
    ],
)
def test_whom_a_meeting_is_for_shows_in_its_name(level, meeting, given, unit, told):
    assert reach_words(level, meeting, given, unit).get("we") == told


@pytest.mark.parametrize(
    ("name", "told", "body"),
    [
        ("柳林县人大常委会", "人大", "县人大常委会"),
        ("柳林县人民代表大会常务委员会", "人大", "县人大常委会"),
        ("政协柳林县委员会", "政协", "县政协常委会"),
        ("柳林县总工会", "工会", "县总工会"),
        ("柳林县妇联", "妇联", "县妇联"),
        ("柳林县委县直机关工委", "工委", "工委"),
        ("柳林县关工委", "委", "关工委"),
        ("柳林县委政法委", "委", "政法委"),
        ("中共柳林县委宣传部", "部", "县委宣传部"),
        ("柳林县人武部", "部", "人武部"),
        ("柳林县人民政府办公室", "单位", "县政府办公室"),
        ("柳林县纪委监委", "纪委", "纪委常委会"),
        ("柳林县科协", "单位", "科协党组"),
    ],
)
def test_what_sits_in_a_county_speaks_for_itself(name, told, body):
    assert level(name, "县") == told
    words = level_words(told) | seat_words(told, name)
    assert (words | reach_words(told, "年度工作会议", "县", name))["body"] == body
    assert level_words("局")["body"] == "局党组"


def test_a_place_has_people_a_bureau_has_none():
    assert is_place("县")
    assert is_place("村")
    assert not is_place("局")
    assert not is_place(None)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("柳林县人民政府", "县政府"),
        ("中共柳林县委员会", "县委"),
        ("白石乡党委", "乡党委"),
        ("城东街道办事处", "街道办事处"),
        ("杏树村村民委员会", "村委会"),
        # Of these the name does not tell, or there are no two.
        ("柳林县", None),
        ("柳林县发展和改革委员会", None),
        ("永丰铸件厂", None),
    ],
)
def test_a_government_does_not_speak_for_the_party_committee(name, body):
    assert seat_words(level(name), name).get("body") == body


@pytest.mark.parametrize(
    ("level", "more", "unsaid"),
    [
        ("企业", {}, True),
        ("合作社", {}, True),
        ("学校", {}, True),
        ("县", {}, False),
        # What the brief says itself, and what the Party does there, may be said.
        ("企业", {"问题": ["群众投诉增多"]}, False),
        ("企业", {"主题": {"名称": "党支部建设"}}, False),
    ],
)
def test_a_company_does_not_speak_as_an_office(level, more, unsaid):
    brief = {"文种": "例会讲话", "会议": "月度例会", "主题": {"名称": "设备检修"}} | more
    made = make_brief(brief | {"单位": {"名称": "青石", "层级": level}})
    assert ("群众" in unsaid_outside_offices(made, level)) == unsaid


@pytest.mark.parametrize(
    ("level", "more", "unsaid"),
    [
        ("企业", {}, True),
        ("学校", {}, True),
        # What only who governs a place says is not said of the Party's work either,
        ("企业", {"主题": {"名称": "党支部建设"}}, True),
        # but where the brief says it.
        ("企业", {"问题": ["各乡镇站点布局不均"]}, False),
        ("局", {}, False),
        ("县", {}, False),
    ],
)
def test_a_company_does_not_govern_a_place(level, more, unsaid):
    brief = {"文种": "例会讲话", "会议": "月度例会", "主题": {"名称": "设备检修"}} | more
    made = make_brief(brief | {"单位": {"名称": "青石", "层级": level}})
    assert ("乡镇" in unsaid_outside_offices(made, level)) == unsaid
