"""Who speaks: names, posts and roles in the lines of a head and in a title."""

import pytest

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text
from drafter.reading.persons import names_person, speaker_in_title, speaker_of
from drafter.reading.report import reading_json

SAID = ("同志们：", "今天召开这次会议，主要任务是总结去年的工作，安排今年的任务，我讲几点意见。")


def head(*lines):
    """The first text of a page with these lines above a speech."""
    return reading_json(parse_text(SourceText("page", (*lines, *SAID))))["documents"][0]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("初三（2）班班主任 王小红", "王小红"),
        ("李晓雨 高三（5）班", "李晓雨"),
        ("优秀员工 李明", "李明"),
        ("生产一车间 王小红", "王小红"),
        ("1993届校友 李明", "李明"),
        ("宣讲人：李明", "李明"),
        ("集团公司副总经理 安全总监", "集团公司副总经理安全总监"),
        ("县委书记 王某", "县委书记"),
        ("王某某", None),
        ("优秀员工 事迹材料", None),
    ],
)
def test_names_beside_what_somebody_is(line, speaker):
    assert speaker_of(line) == speaker


def test_a_post_alone_names_no_person():
    assert names_person("县长 李明")
    assert not names_person("县长")


@pytest.mark.parametrize("line", ["（2015年3月2日 李明）", "李明 2015年3月2日"])
def test_a_name_beside_the_day_speaks(line):
    found = head("在全县工作会议上的讲话", line)
    assert (found["speaker"], found["date"]) == ("李明", "2015-03-02")


@pytest.mark.parametrize("line", ["（2015年3月2日于安平县委礼堂）", "2015年3月2日于县会议中心"])
def test_a_place_beside_the_day_does_not(line):
    found = head("在全县工作会议上的讲话", line)
    assert (found["speaker"], found["date"]) == (None, "2015-03-02")


def test_a_dash_before_post_and_name_makes_no_subtitle():
    found = head("在全县工作会议上的讲话", "——县委书记 李明")
    assert (found["title_lines"], found["speaker"]) == ([1], "李明")


def test_the_post_in_a_subtitle_speaks():
    assert head("2015年，我们一起出发", "——董事长新年致辞")["speaker"] == "董事长"


@pytest.mark.parametrize("at", ["庆祝大会", "庆祝大会上", "庆祝大会上的"])
def test_the_post_between_the_occasion_and_the_speech_speaks(at):
    assert speaker_in_title(f"安平集团成立十周年{at}董事长致辞") == "董事长"


def test_a_masked_day_in_the_head_leaves_the_day_of_the_foot():
    lines = ("在全县工作会议上的讲话", "（20××年×月×日）", *SAID, "谢谢大家！", "2015年3月2日")
    found = reading_json(parse_text(SourceText("page", lines)))["documents"][0]
    assert found["date"] == "2015-03-02"


def test_an_author_with_a_class_speaks_and_a_pages_author_does_not():
    assert head("做大家的贴心人", "作者：初二（1）班 程果")["speaker"] == "程果"
    assert head("做大家的贴心人", "作者：程果 来源：本站")["speaker"] is None
