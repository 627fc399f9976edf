"""Lists as clerks write and paste them: the drafter numbers what it says itself."""

from __future__ import annotations

from drafter.brief import parse_brief

HEAD = "文种: 部署讲话\n会议: 全县防汛会\n单位: 安平县\n主题: 防汛\n"
TWO = ["加固堤防36公里", "清淤沟渠12条"]


def achievements(written: str) -> list[str]:
    return parse_brief(HEAD + "成绩:" + written).achievements


def test_items_lose_the_numbers_they_were_written_with():
    assert achievements("\n- 1、加固堤防36公里\n- 2、清淤沟渠12条\n") == TWO
    assert achievements("\n- （1）加固堤防36公里\n- 2.清淤沟渠12条\n") == TWO
    assert achievements("\n- 一是加固堤防36公里\n- 二是清淤沟渠12条\n") == TWO
    assert achievements(" 1、加固堤防36公里\n") == TWO[:1]
    assert achievements("\n- ● 加固堤防36公里\n- ● 清淤沟渠12条\n") == TWO


def test_what_only_looks_like_a_number_stays():
    for items in (["第一小学建成投用"], ["36公里堤防加固"], ["1.5万亩农田受益", "2.3万人受益"]):
        assert achievements("\n" + "".join(f"- {item}\n" for item in items)) == items
    assert achievements("\n- 1、加固堤防36公里\n- 清淤沟渠12条\n")[0].startswith("1、")
    assert achievements("\n- -5度以下无冻管\n") == ["-5度以下无冻管"]


def test_lines_and_numbers_part_items_that_have_no_dashes():
    assert achievements(" |\n  加固堤防36公里\n\n  清淤沟渠12条\n") == TWO
    assert achievements("\n  1、加固堤防36公里\n  2、清淤沟渠12条\n") == TWO
    assert achievements(" 一是加固堤防36公里；二是清淤沟渠12条\n") == ["加固堤防36公里；", TWO[1]]
    assert achievements(" 加固堤防36公里，见附件 2、3\n") == ["加固堤防36公里，见附件 2、3"]


def test_headings_and_tasks_lose_theirs_and_what_is_spoken_stays():
    points = parse_brief(
        HEAD + "要点:\n"
        "- 标题: 一、盯紧隐患\n"
        "  内容:\n"
        "  - {任务: （一）排查隐患, 措施: [①逐库检查, ②逐段巡堤]}\n"
        "- 二、备足物资\n"
        "- 内容: [一是包保到人。, 二是奖惩分明。]\n"
        "- 内容: 一是包保到人；二是奖惩分明。\n"
    ).points
    assert [p.heading for p in points] == ["盯紧隐患", "备足物资", None, None]
    (task,) = points[0].content
    assert not isinstance(task, str)
    assert (task.task, task.measures) == ("排查隐患", ["逐库检查", "逐段巡堤"])
    assert points[2].content == ["一是包保到人。", "二是奖惩分明。"]
    assert points[3].content == ["一是包保到人；二是奖惩分明。"]


def test_a_row_that_one_item_says_keeps_its_numbers():
    row = "一是加固堤防36公里，二是清淤沟渠12条"
    assert achievements(f"\n- {row}\n") == [row]
    points = parse_brief(HEAD + f"要点: [{row}, 备足物资]\n").points
    assert points[0].heading == row
    assert parse_brief(HEAD + f"要点: [{row}。]\n").points[0].content == [row + "。"]
