"""Parts on one line: what a clerk writes where the model has keys."""

from __future__ import annotations

import pytest

from drafter.brief.loading import parse_brief
from drafter.brief.model import Person, Point
from drafter.brief.vocabulary import level_of_unit
from drafter.errors import BriefError

HEAD = "文种: 动员讲话\n会议: 全县供水工作会\n"
BARE = HEAD + "单位: 安平县人民政府\n主题: 农村饮水安全\n"


def speaker(said: str) -> Person | None:
    return parse_brief(f"{BARE}讲话人: {said}\n").speaker


def test_unit_and_topic_by_their_names():
    brief = parse_brief(BARE)
    assert (brief.unit.name, brief.topic.name) == ("安平县人民政府", "农村饮水安全")


@pytest.mark.parametrize(
    ("said", "name", "post"),
    [
        ("县委副书记、县长 李明", "李明", "县委副书记、县长"),
        ("县长李明", "李明", "县长"),
        ("李明县长", "李明", "县长"),
        ("李明（县长）", "李明", "县长"),
        ("李明，镇党委书记", "李明", "镇党委书记"),
        ("安平县水务局局长　王 芳", "王芳", "安平县水务局局长"),
        ("副县长 古丽·买买提", "古丽·买买提", "副县长"),
        ("县委书记李明同志", "李明", "县委书记"),
        ("李明同志", "李明", None),
        ("李明", "李明", None),
        ("县长", None, "县长"),
    ],
)
def test_a_person_by_name_and_post(said: str, name: str | None, post: str | None):
    assert speaker(said) == Person(name=name, post=post)


def test_a_line_that_names_nobody_is_asked_about():
    with pytest.raises(BriefError, match=r"讲话人.*姓名、职务"):
        speaker("由办公室定")


def test_a_roster_of_lines():
    brief = parse_brief(BARE + "名单: [县长 李明, 副县长 王芳]\n")
    assert [(p.name, p.post) for p in brief.roster] == [("李明", "县长"), ("王芳", "副县长")]


def test_agenda_by_what_was_done():
    brief = parse_brief(BARE + "议程: [三个乡镇作了发言]\n")
    assert [(a.who, a.what) for a in brief.agenda] == [(None, "三个乡镇作了发言")]


def test_a_point_by_its_heading_or_by_a_sentence():
    brief = parse_brief(BARE + "要点:\n  - 把管网修好\n  - 水是命脉，一天也断不得。\n")
    assert brief.points == [
        Point(heading="把管网修好"),
        Point(content=["水是命脉，一天也断不得。"]),
    ]


def test_what_has_several_keys_is_still_asked_for():
    with pytest.raises(BriefError, match=r"号召.*目标、寄语"):
        parse_brief(BARE + "号召: 让群众喝上放心水\n")


@pytest.mark.parametrize(
    ("unit", "level"),
    [
        ("安平县人民政府", "县"),
        ("中共安平县委", "县"),
        ("白石镇党委", "乡镇"),
        ("安平县水务局党组", "局"),
        ("白石村民委员会", "村"),
        ("安平县发展和改革委员会", "委"),
        ("安平集团党委", "集团"),
        ("清水河煤矿第二党支部", "矿"),
    ],
)
def test_who_governs_a_place_speaks_for_all_of_it(unit: str, level: str):
    assert level_of_unit(unit) == level


@pytest.mark.parametrize(
    ("unit", "level"),
    [
        ("共青团柳林县委", "团委"),
        ("民盟柳林市委", "单位"),
        ("柳林县残疾人联合会", "单位"),
        ("柳林县纪委监委", "纪委"),
        ("城北派出所", "所"),
        ("柳林市少儿图书馆", "馆"),
        ("永丰铸件厂", "厂"),
        ("柳林县供销社", "社"),
        ("柳林县电力设备厂研究所", "研究院"),
    ],
)
def test_a_name_tells_what_its_unit_calls_itself(unit: str, level: str):
    assert level_of_unit(unit) == level
