"""What goes ill together in a brief is said, and what clerks write every day is not."""

from __future__ import annotations

import pytest

from drafter.brief import make_brief, parse_brief
from drafter.brief.remarks import remarks
from drafter.resources import shipped

PLAIN = {
    "文种": "动员讲话",
    "会议": "全县秋播动员会",
    "单位": {"名称": "临河县", "层级": "县"},
    "主题": {"名称": "秋播"},
}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"单位": {"名称": "临河县", "层级": "学校"}}, "“临河县”像是“县”"),
        ({"单位": {"名称": "临河县第二中学", "层级": "县"}}, "像是“学校”"),
        ({"单位": {"名称": "临河县人民医院", "层级": "企业"}}, "像是“医院”"),
        ({"会议": "全县劳动模范表彰大会"}, "像是总结表彰讲话的场合"),
        ({"文种": "总结表彰讲话"}, "像是动员讲话的场合"),
        ({"讲话人": {"姓名": "白露、方远"}}, "像是几个人"),
        (
            {
                "讲话人": {"姓名": "白露", "职务": "县长"},
                "名单": [{"姓名": "白露", "职务": "县委书记"}],
            },
            "在“名单”里是“县委书记”",
        ),
        ({"要点": [{"内容": ["下面我讲三点意见"]}]}, "“要点”写了 1 个"),
        ({"文种": "致辞", "会议": "全县警示教育大会"}, "“全县警示教育大会”上一般没有致辞"),
        ({"成绩": ["麦种备齐", "麦种备齐"]}, "“成绩”里“麦种备齐”写了 2 遍"),
        ({"要点": ["备种", "备种", "备种"]}, "“要点.标题”里“备种”写了 3 遍"),
        ({"要点": [{"内容": [{"任务": "备种"}, {"任务": "备种"}]}]}, "“要点.内容.任务”里“备种”"),
    ],
)
def test_what_goes_ill_together_is_said(more, said: str):
    assert any(said in line for line in remarks(make_brief(PLAIN | more)))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"单位": {"名称": "临河县教育局", "层级": "县"}},
        {"单位": {"名称": "临河县燃气公司", "层级": "单位"}},
        {"单位": {"名称": "临河县", "层级": None}},
        {"文种": "主持词"},
        {"文种": "致辞", "会议": "劳动模范表彰大会"},
        {"会议": "全县秋播动员暨表彰大会", "文种": "总结表彰讲话"},
        {"会议": "动员大会暨劳动模范表彰大会"},
        {"讲话人": {"姓名": "白 露"}},
        {"讲话人": {"姓名": "买买提·艾力"}},
        {
            "讲话人": {"姓名": "白露", "职务": "县长"},
            "名单": [{"姓名": "白露", "职务": "县委副书记、县长"}],
        },
        {"要点": [{"内容": ["下面我讲一点意见"]}]},
        {"要点": [{"内容": [{"任务": "备种", "责任": o} for o in ("城关镇", "河东镇")]}]},
    ],
)
def test_what_clerks_write_every_day_is_not_remarked_on(more):
    assert list(remarks(make_brief(PLAIN | more))) == []


def test_no_example_is_remarked_on():
    for file in shipped("templates").glob("*/example.yaml"):
        assert list(remarks(parse_brief(file.read_bytes()))) == []
