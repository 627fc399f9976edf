"""What belongs to one task and stands with another, and names that begin with another character."""

import pytest

from .small import brief_with, found, speech_with

TASKS = [
    {"任务": "检修清雪机械", "措施": ["逐台试车"], "责任": "县公路服务站", "时限": "11月底前"},
    {"任务": "储备融雪材料", "措施": ["签订供货协议"], "责任": "县商务局", "时限": "12月10日前"},
]
FIRST = "检修清雪机械，逐台试车，由{}负责，{}完成。"
SECOND = "储备融雪材料，签订供货协议，由{}负责，{}完成。"


def _brief():
    return brief_with(要点=[{"着眼": "任务", "内容": TASKS}])


def _swapped(*lines):
    return [f.text for f in found(speech_with(*lines), _brief()) if f.code == "fact-swapped"]


def test_what_stands_with_its_own_task_is_right():
    right = FIRST.format("县公路服务站", "11月底前") + SECOND.format("县商务局", "12月10日前")
    assert found(speech_with(right), _brief()) == []


@pytest.mark.parametrize("apart", [True, False])
def test_deadlines_and_owners_of_two_tasks_are_told_apart(apart):
    lines = (FIRST.format("县公路服务站", "12月10日前"), SECOND.format("县商务局", "11月底前"))
    assert sorted(_swapped(*lines) if apart else _swapped("".join(lines))) == [
        "11月底前",
        "12月10日前",
    ]
    lines = (FIRST.format("县商务局", "11月底前"), SECOND.format("县公路服务站", "12月10日前"))
    assert sorted(_swapped(*lines)) == ["县公路服务站", "县商务局"]


def test_tasks_whose_names_changed_places_are_told_by_their_measures():
    rest = FIRST.format("县公路服务站", "11月底前"), SECOND.format("县商务局", "12月10日前")
    names = [task["任务"] for task in TASKS]
    lines = (rest[0].replace(*names), rest[1].replace(*reversed(names)))
    assert sorted(_swapped(*lines)) == ["签订供货协议", "逐台试车"]


def test_a_value_that_stands_with_its_own_task_too_is_right():
    lines = (
        FIRST.format("县公路服务站", "11月底前"),
        SECOND.format("县商务局", "12月10日前"),
        "储备融雪材料，也要请县公路服务站配合。",
    )
    assert _swapped(*lines) == []


def test_a_value_may_come_before_its_task_in_its_sentence():
    line = "第一，检修清雪机械。逐台试车，由县公路服务站负责，11月底前完成。"
    line += "第二，请{}抓紧储备融雪材料、签订供货协议，12月10日前完成。"
    assert _swapped(line.format("县商务局")) == []
    assert _swapped(line.format("县公路服务站").replace("由县公路服务站", "由县商务局")) == [
        "县商务局"
    ]


def test_a_measure_of_both_tasks_tells_of_none_which_is_meant():
    tasks = [task | {"措施": ["建立台账"]} for task in TASKS]
    brief = brief_with(要点=[{"着眼": "任务", "内容": tasks}])
    lines = (
        "检修清雪机械，建立台账，由{}负责，11月底前完成。",
        "储备融雪材料，建立台账，由{}负责，12月10日前完成。",
    )
    first, second = "县公路服务站", "县商务局"
    assert found(speech_with(lines[0].format(first), lines[1].format(second)), brief) == []
    wrong = speech_with(lines[0].format(second), lines[1].format(first))
    swapped = found(wrong, brief, "fact-swapped")
    assert sorted(f.text for f in swapped) == ["县公路服务站", "县商务局"]


def test_a_task_said_inside_another_is_not_that_task():
    tasks = [
        {"任务": "检修3号铲雪车", "措施": ["3号车换履带"], "时限": "11月底前"},
        {"任务": "检修13号铲雪车", "措施": ["13号车换履带"], "时限": "12月10日前"},
    ]
    brief = brief_with(要点=[{"着眼": "任务", "内容": tasks}])
    lines = "检修3号铲雪车。3号车换履带，{}完成。", "检修13号铲雪车。13号车换履带，{}完成。"
    first, second = (task["时限"] for task in tasks)
    assert found(speech_with(lines[0].format(first), lines[1].format(second)), brief) == []
    wrong = speech_with(lines[0].format(second), lines[1].format(first))
    assert {f.text for f in found(wrong, brief, "fact-swapped")} == {first, second}


def test_what_several_tasks_have_may_be_said_of_each_of_them_and_no_oftener():
    tasks = [task | {"时限": "11月底前"} for task in TASKS]
    brief = brief_with(要点=[{"着眼": "任务", "内容": tasks}])
    end = "这项工作的时限是11月底前。"
    lines = [f"{t['任务']}，{t['措施'][0]}，由{t['责任']}负责。{end}" for t in tasks]
    assert found(speech_with(*lines), brief) == []
    assert [f.code for f in found(speech_with(*lines, end), brief)] == ["repeated-sentence"]


def test_a_name_that_begins_with_another_character_is_found():
    right = FIRST.format("县公路服务站", "11月底前") + SECOND.format("县商务局", "12月10日前")
    findings = found(speech_with(right, "清公路服务站还要加人。"), _brief())
    assert [(f.code, f.text) for f in findings] == [("fact-altered", "清公路服务站")]
    assert found(speech_with(right, "下一步，由公路服务站加人。"), _brief()) == []


def test_a_word_is_somebody_only_beside_a_post():
    brief = brief_with(讲话人={"姓名": "解放", "职务": "县长"})
    speaker = {"speaker": "县长　解放"}
    assert found(speech_with("重点突破，优先协调，解决困难。", **speaker), brief) == []
    for line in ("刚才，县长解决讲了三点意见。", "县长解决在会上讲话。"):
        findings = found(speech_with(line, **speaker), brief)
        assert [(f.code, f.text) for f in findings] == [("fact-altered", "解决")]
