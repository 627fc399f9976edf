"""The YAML door: what a clerk types, and what is said of what is wrong in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.brief import brief_digest, each_brief, load_brief, make_brief, parse_brief
from drafter.brief.model import Agenda, Brief, Closing, Person, Point, Task, Topic, Unit
from drafter.brief.normal import keys_of, part_at
from drafter.errors import BriefError
from drafter.resources import read_data

from .typed import GOOD, wrong


def test_a_brief_keeps_its_facts_as_written():
    brief = parse_brief(GOOD)
    assert brief.meeting == "全县防汛动员会"
    assert brief.date is not None
    assert brief.date.isoformat() == "2026-06-01"
    sentence, task = brief.points[0].content
    assert sentence == "汛情就是命令。"
    assert isinstance(task, Task)
    assert task.measures == ["逐库建账"]
    assert task.deadline == "6月15日前"
    assert brief.target == 3000


def test_english_keys_say_the_same():
    english = """\
genre: 动员讲话
meeting: 全县防汛动员会
date: 2026-06-01
unit: {name: 安平县, level: 县}
topic: {name: 防汛备汛工作}
points:
  - content:
      - 汛情就是命令。
      - {task: 排查水库险段, measures: [逐库建账], deadline: 6月15日前}
length: 3000
"""
    assert brief_digest(parse_brief(english)) == brief_digest(parse_brief(GOOD))


def test_scalars_stay_what_was_typed():
    text = GOOD.replace("逐库建账", "007").replace("6月15日前", "9:30")
    task = parse_brief(text).points[0].content[1]
    assert isinstance(task, Task)
    assert (task.measures, task.deadline) == (["007"], "9:30")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_that_editors_save(encoding: str):
    assert parse_brief(GOOD.encode(encoding)) == parse_brief(GOOD)


@pytest.mark.parametrize(
    "data",
    [
        "文種: 部署講話\n會議: 全縣防汛會議\n".encode("big5"),
        "文種: 部署講話\n會議: 全縣防汛會議\n單位: {名稱: 安平縣}\n".encode("big5hkscs"),
        GOOD.encode("gb18030") + b"\xff",
        GOOD.encode("utf-16-le"),
    ],
)
def test_what_cannot_be_decoded_is_told_of_its_encoding_not_of_yaml(data: bytes):
    (line,) = wrong(data)
    assert line.startswith("b.yaml: B002 这个文件的编码读不了")
    assert "YAML" not in line
    assert "UTF-8" in line


def test_all_errors_at_once_each_with_its_place():
    text = GOOD.replace("层级: 县", "层次: 县").replace("3000字左右", "不限") + "语气: 严厉\n"
    assert wrong(text) == [
        "b.yaml:4:15: B003 不认识的键“层次”；是不是“层级”？这里可用：名称、层级",
        "b.yaml:10:5: B005 “篇幅”写的是“不限”，要写一个整数，如 3000",
        "b.yaml:11:5: B005 “语气”写的是“严厉”，只能是 庄重、平实、激励",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("任务: [清库]", "请写在“要点”下的“内容”下的“任务”里；"),
        ("字数: 2000", "是不是“篇幅”？"),
        ("存在问题: [台账不全]", "是不是“问题”？"),
        ("体裁: 部署讲话", "是不是“文种”？"),
        ("受众: 全体干部", "怎样称呼听众，写在“称谓”里，如 同志们；"),
        ("发展形势: 向好", "写成“要点”的一条，着眼写“形势”；"),
        ("表彰对象: [李明]", "是不是“名单”？"),
        ("会议日期: 明天", "是不是“时间”？"),
        ("主要成效: [清库]", "是不是“成绩”？"),
        ("下一步打算: [清库]", "请写在“要点”下的“内容”里；"),
        ("发言人职务: 县长", "请写在“讲话人”下的“职务”里；"),
    ],
)
def test_what_clerks_call_otherwise_is_shown_its_place(line: str, said: str):
    key = line.split(":")[0]
    assert f"B003 不认识的键“{key}”；{said}这里可用：文种、" in wrong(GOOD + line + "\n")[0]


def test_every_place_shown_is_there_and_none_is_shown_for_a_key_that_is():
    told = {*keys_of(Brief), *read_data("focuses.yaml"), "主持词", "# "}
    parts = {p.__name__: p for p in (Brief, Person, Unit, Topic, Agenda, Point, Task, Closing)}
    for name, places in read_data("brief_places.yaml").items():
        for key, place in places.items():
            part = parts[name]
            assert key not in keys_of(part), (name, key)
            if "，" in place:  # told in words
                assert set(re.findall("“(.*?)”", place)) <= told, (name, key)
                continue
            for step in place.split("."):
                assert part is not None, (key, place)
                assert step in keys_of(part), (key, place)
                part = part_at(part, step)


def test_required_fields_are_named():
    lines = wrong("文种: 动员讲话\n")
    assert [line.split("B006 ")[1] for line in lines] == [
        "缺少必填的“单位”，请补上",
        "缺少必填的“主题”，请补上",
        "“会议”和“标题”至少要写一个",
    ]


def test_an_unknown_word_is_said_beside_what_is_missing():
    lines = wrong("会议: 清雪会\n单位: {名称: 石桥, 层级: 飞船}\n主题: {名称: 清雪}\n")
    assert [line.split()[1] for line in lines] == ["B006", "B004"]
    assert "文种" in lines[0]


def test_meeting_or_title():
    assert "“会议”和“标题”至少要写一个" in wrong(GOOD.replace("会议: 全县防汛动员会\n", ""))[0]


def test_traditional_characters_in_keys_and_known_words():
    written = GOOD
    for simple, traditional in (
        ("文种", "文種"),
        ("单位", "單位"),
        ("要点", "要點"),
        ("内容", "內容"),
    ):
        written = written.replace(simple, traditional)
    written = written.replace("动员讲话", "動員講話").replace("层级: 县", "層級: 縣")
    brief = parse_brief(written)
    assert brief == parse_brief(GOOD)


@pytest.mark.parametrize(
    ("typed", "genre"),
    [
        ("开学(毕业)典礼讲话", "开学（毕业）典礼讲话"),
        ("企業年會(動員)講話", "企业年会（动员）讲话"),
        ("动员讲话稿", "动员讲话"),
        ("动员 讲话", "动员讲话"),
        ("党课讲稿", "党课讲稿"),
    ],
)
def test_a_genre_is_known_however_its_brackets_are_typed(typed: str, genre: str):
    assert parse_brief(GOOD.replace("动员讲话", typed)).genre == genre


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"PK\x03\x04\x14\x00", "Word 文件"), (b"%PDF-1.7\n", "PDF 文件"), (b"\x89PNG\r\n", "图片")],
)
def test_a_file_of_another_kind_is_called_what_it_is(start: bytes, kind: str):
    (line,) = wrong(start + bytes(range(256)))
    assert f"{kind}" in line
    assert "不是提纲" in line
    assert "drafter new --example" in line


@pytest.mark.parametrize(
    ("key", "size"), [("标题", 300), ("会议", 300), ("地点", 300), ("讲话人", 60)]
)
def test_a_name_is_said_in_one_breath(key: str, size: int):
    written = GOOD.replace("会议: 全县防汛动员会\n", "") if key == "会议" else GOOD
    value = "水" * (size + 1)
    (line,) = wrong(
        written + (f"{key}: {{姓名: {value}}}\n" if key == "讲话人" else f"{key}: {value}\n")
    )
    assert f"太长了，最多 {size} 字" in line


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"\xff\xfe\x00\x00\x01", b"just words", b"- a\n- b"]
)
def test_what_is_no_brief_is_said_in_one_line(data: bytes):
    lines = wrong(data)
    assert len(lines) == 1
    assert lines[0].startswith("b.yaml")


def test_aliases_cannot_blow_up():
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 30)
    )
    assert "太多" in wrong(bomb)[0]


def test_a_wrong_length_is_not_compared_with_another():
    (line,) = wrong(GOOD + "时长: 很久\n")
    assert "要写几分钟" in line


def test_what_is_required_is_to_be_supplied_not_deleted():
    (line,) = wrong(GOOD.replace("任务: 排查水库险段", '任务: ""'))
    assert line.endswith("“要点[1].内容[2].任务”写的是空的，这一项必填，请补上")


def test_a_stop_alone_says_nothing():
    (line,) = wrong(GOOD.replace("汛情就是命令。", "……"))
    assert "“要点[1].内容[1]”写的是空的" in line
    assert parse_brief(GOOD + "禁用: [——]\n").banned == ["——"]


def test_one_line_is_kept_of_what_stands_once():
    assert "请只留一行" in wrong(GOOD + "会议: 另一个会\n")[0]
    assert "写成一个列表" in wrong(GOOD + "依据: a\n依据: b\n")[0]


def test_a_control_character_is_pointed_at():
    (line,) = wrong(GOOD.replace("防汛动员会", "防汛\x07动员会"))
    assert line.startswith("b.yaml:2:9: B002 这里有不能出现的控制字符")


def test_rare_characters_of_a_json_brief():
    brief = parse_brief(
        '{"文种": "动员讲话", "会议": "清雪会", "讲话人": {"姓名": "\\ud842\\udfb7\\u5ddd"},'
        ' "单位": {"名称": "安平县"}, "主题": {"名称": "清雪"}}'
    )
    assert brief.speaker is not None
    assert brief.speaker.name == "𠮷川"


def test_what_turns_or_splits_a_line_leaves_a_field():
    """Direction marks, soft hyphens and halves of characters show nowhere, or break the export."""
    brief = make_brief(
        {
            "文种": "动员讲话",
            "会议": "清\u202e雪\u2066会\xad\ud83d",
            "单位": {"名称": "安平县"},
            "主题": {"名称": "清雪"},
        }
    )
    assert brief.meeting == "清雪会"


def test_control_characters_and_breaks_leave_a_field():
    brief = parse_brief(GOOD.replace("会议: 全县防汛动员会", '会议: "全县\\u0002防汛\\n动员会"'))
    assert brief.meeting == "全县防汛动员会"


def test_a_missing_file_says_how_to_begin(tmp_path: Path):
    with pytest.raises(BriefError, match="drafter new --example"):
        load_brief(tmp_path / "none.yaml")


def test_a_folder_is_no_brief(tmp_path: Path):
    with pytest.raises(BriefError, match="文件夹"):
        load_brief(tmp_path)


def test_several_briefs_in_one_file(tmp_path: Path):
    file = tmp_path / "many.yaml"
    file.write_text(GOOD + "---\n" + GOOD.replace("防汛动员会", "防汛推进会"), encoding="utf-8")
    assert [b.meeting for b in each_brief(file)] == ["全县防汛动员会", "全县防汛推进会"]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("镇", "镇"),
        ("镇级", "镇"),
        ("县级", "县"),
        ("公司", "企业"),
        ("高级中学", "学校"),
        ("国企", "企业"),
        ("民营企业", "企业"),
        ("省直机关", "局"),
        ("自治州", "州"),
        ("自治区", "自治区"),
        ("旗", "旗"),
        ("局", "局"),
    ],
)
def test_a_level_may_be_called_otherwise(said, known):
    brief = parse_brief(
        f"文种: 动员讲话\n会议: 清雪会\n单位: {{名称: 石桥, 层级: {said}}}\n主题: {{名称: 清雪}}\n"
    )
    assert brief.unit.level == known


@pytest.mark.parametrize(
    ("unit", "said", "known"),
    [
        ("安平市统计局", "市直部门", "局"),
        ("石桥县第二小学", "教育系统", "学校"),
        ("安平县图书馆", "事业单位", "馆"),
        ("石桥", "直属单位", "单位"),
    ],
)
def test_a_class_of_units_means_the_level_that_the_name_tells(unit, said, known):
    brief = make_brief(
        {
            "文种": "动员讲话",
            "会议": "清雪会",
            "单位": {"名称": unit, "层级": said},
            "主题": {"名称": "清雪"},
        }
    )
    assert brief.unit.level == known


def test_plain_values_know_the_same_words():
    plain = {
        "文种": "动员讲话",
        "会议": "清雪会",
        "单位": {"名称": "石桥"},
        "主题": {"名称": "清雪"},
    }
    brief = make_brief(plain | {"单位": {"名称": "石桥", "层级": "国企"}})
    assert brief.unit.level == "企业"
    with pytest.raises(BriefError, match="没有这一种"):
        make_brief(plain | {"要点": [{"着眼": "天气"}]})


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("做法", "创新"),
        ("下一步打算", "任务"),
        ("不足", "问题"),
        ("保障", "保障"),
        ("感受", "认识"),
        ("工作要求", "任务"),
        ("纪律要求", "作风"),
        ("总体情况", "成绩"),
        ("祝愿", "希望"),
        ("現狀", "成绩"),
    ],
)
def test_a_focus_may_be_called_otherwise(said, known):
    brief = parse_brief(GOOD.replace("  - 内容:", f"  - 着眼: {said}\n    内容:"))
    assert brief.points[0].focus == known


def test_other_names_of_a_focus_are_of_one_that_is_known_and_stand_once():
    names = read_data("focus_names.yaml")
    assert set(names) <= set(read_data("focuses.yaml"))
    listed = [name for some in names.values() for name in some]
    assert len(listed) == len(set(listed))


def test_a_level_or_focus_nobody_knows_is_an_error():
    for line in ("单位: {名称: 石桥, 层级: 飞船}", "单位: {名称: 石桥镇}\n要点:\n  - 着眼: 天气"):
        with pytest.raises(BriefError, match="没有这一种"):
            parse_brief(f"文种: 工作汇报\n会议: 清雪会\n{line}\n主题: {{名称: 清雪}}\n")


@pytest.mark.parametrize(
    "nothing", ["无", "（待定）", "暂无", "略", "[无]", "……", "？", "N/A", "××"]
)
def test_what_says_that_there_is_nothing_is_none(nothing: str):
    brief = parse_brief(GOOD + f"成绩: {nothing}\n讲话人: {nothing}\n地点: {nothing}\n")
    assert brief.achievements == []
    assert (brief.speaker, brief.place) == (None, None)
    (line,) = wrong(GOOD.replace("全县防汛动员会", nothing))
    assert "至少要写一个" in line


def test_words_that_begin_with_nothing_say_something():
    brief = parse_brief(GOOD + "成绩: [无一处决口]\n问题: [没有专职巡堤员]\n")
    assert (brief.achievements, brief.problems) == (["无一处决口"], ["没有专职巡堤员"])


def test_stops_and_quotation_marks_belong_to_no_known_word():
    text = GOOD.replace("动员讲话", "“动员讲话”").replace("6月1日", "6月1日。", 1)
    assert parse_brief(text.replace("3000字左右", "3000字。")) == parse_brief(GOOD)


def test_keys_set_wide_are_the_keys():
    assert parse_brief(GOOD.replace("会议:", "会　议:").replace("单位:", "单 位:")) == parse_brief(
        GOOD
    )


def test_a_task_where_a_point_belongs_is_the_points_content():
    brief = parse_brief(
        GOOD.split("要点")[0]
        + "要点:\n  - {任务: 排查水库险段, 措施: 逐库建账}\n  - 汛情就是命令。\n"
    )
    task = brief.points[0].content[0]
    assert isinstance(task, Task)
    assert (task.task, task.measures) == ("排查水库险段", ["逐库建账"])
