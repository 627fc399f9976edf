"""Long titles break at joints of sense, into a trapezoid or a diamond."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from drafter.word.title import break_title, width


def lines(text, room=20):
    cuts = (0, *break_title(text, room), len(text))
    return [text[a:b] for a, b in pairwise(cuts)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("在全县安全生产工作会议上的讲话", ["在全县安全生产工作会议上的讲话"]),
        (
            "在全县安全生产百日攻坚行动动员会议上的讲话",
            ["在全县安全生产百日攻坚行动", "动员会议上的讲话"],
        ),
        ("在全县信访工作调度会上的讲话", ["在全县信访工作调度会上的讲话"]),
        (
            "在全县安全生产百日攻坚行动动员会上的讲话",
            ["在全县安全生产百日攻坚行动", "动员会上的讲话"],
        ),
        (
            "在安平县创建全国文明城市工作推进会议上的讲话",
            ["在安平县创建全国文明城市", "工作推进会议上的讲话"],
        ),
        (
            "在全市农村人居环境整治提升暨乡村振兴工作现场推进会议上的讲话",
            ["在全市农村人居环境整治提升", "暨乡村振兴工作现场推进会议上的讲话"],
        ),
        (
            "在安平县第一中学2026年秋季学期开学典礼上的致辞",
            ["在安平县第一中学", "2026年秋季学期开学典礼上的致辞"],
        ),
    ],
)
def test_titles_break_by_sense(title, expected):
    assert lines(title) == expected


def test_a_subtitle_after_a_dash_begins_a_line():
    assert lines("凝心聚力谋发展——在全县工作会议上的讲话")[1].startswith("——")


@pytest.mark.parametrize(
    "title",
    [
        "在全县安全生产百日攻坚行动动员会议上的讲话",
        "在全市“干部作风提升年”活动动员部署暨优化营商环境大会上的讲话提纲与说明材料汇编",
        "关于【请填写：单位】2026年度领导班子民主生活会对照检查材料有关情况的报告说明",
        "嗟乎时运不齐命途多舛冯唐易老李广难封屈贾谊于长沙非无圣主窜梁鸿于海曲岂乏明时",
        "Report on the 2026 Annual Work Conference of Anping County 安平县年度工作会议讲话",
    ],
)
@pytest.mark.parametrize("room", [16, 18, 20])
def test_no_line_is_too_long_and_none_is_lost(title, room):
    broken = lines(title, room)
    assert "".join(broken) == title
    assert max(width(line) for line in broken) <= room
    assert all(line[0] not in "的上，、》”" for line in broken[1:])


def test_what_belongs_together_is_never_cut():
    for room in range(8, 20):
        broken = lines("在全县2026年“三夏”生产暨《粮食安全保障法》宣传动员会上的讲话", room)
        for whole in ("2026年", "“三夏”", "动员会"):
            assert any(whole in line for line in broken), (room, broken)


def lines_of(title, room=20):
    cuts = break_title(title, room)
    return [title[a:b] for a, b in zip((0, *cuts), (*cuts, len(title)), strict=True)]


@pytest.mark.parametrize("room", [17, 18, 20])
def test_a_document_name_is_not_torn_where_it_fits_on_a_line(room):
    title = "在全县学习贯彻《中华人民共和国安全生产法》暨安全生产工作会议上的讲话"
    assert "《中华人民共和国安全生产法》" in "/".join(lines_of(title, room))
    name = "关于《安平县城市更新条例》实施情况的报告"
    assert "《安平县城市更新条例》" in "/".join(lines_of(name, room))


def test_a_name_longer_than_a_line_is_cut_between_words_away_from_its_marks():
    title = (
        "在关于学习贯彻《安平县国民经济和社会发展第十五个五年规划纲要》精神"
        "暨全县“百日攻坚”行动动员部署会议上的讲话"
    )
    for room in (17, 18, 20):
        shown = "/".join(lines_of(title, room))
        assert "发展/第十五个五年规划纲要》" in shown
        assert max(map(len, lines_of(title, room))) <= room


def test_halves_set_apart_by_a_space_stand_on_lines_of_their_own():
    title = "以高质量党建引领高质量发展 奋力谱写中国式现代化安平新篇章"
    assert lines_of(title) == ["以高质量党建引领高质量发展 ", "奋力谱写中国式现代化安平新篇章"]


def test_a_long_unit_with_brackets():
    title = "在安平县人民政府办公室政务公开与政府数据管理局（县大数据发展中心）年度总结大会上的讲话"
    assert lines_of(title, 18) == [
        "在安平县人民政府办公室",
        "政务公开与政府数据管理局",
        "（县大数据发展中心）",
        "年度总结大会上的讲话",
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "凝心聚力促发展 砥砺奋进谱新篇——在安平县第十八届人民代表大会第五次会议闭幕会上的讲话",
            [
                "凝心聚力促发展 砥砺奋进谱新篇",
                "——在安平县第十八届人民代表大会",
                "第五次会议闭幕会上的讲话",
            ],
        ),
        (
            "在全县深化农村集体产权制度改革暨发展壮大新型农村集体经济工作推进会议上的讲话",
            [
                "在全县深化农村集体产权制度改革",
                "暨发展壮大新型农村集体经济",
                "工作推进会议上的讲话",
            ],
        ),
    ],
)
def test_congresses_and_joint_meetings_break_where_one_breathes(title, expected):
    assert lines(title) == expected


def test_where_joints_do_not_suffice_words_stay_whole_all_the_same():
    title = (
        "深入学习贯彻《关于进一步加强和改进新时代基层党组织建设和党员队伍教育管理监督工作"
        "若干问题的意见》 推动全面从严治党向基层延伸"
    )
    for room in (18, 20):
        broken = lines(title, room)
        assert max(map(width, broken)) <= room
        for word in ("意见》", "从严治党", "党组织", "新时代", "若干问题", "监督"):
            assert any(word in line for line in broken), (word, broken)


def test_a_title_as_long_as_a_speech_takes_no_time():
    """Somebody set a whole file in the title's style."""
    title = "在全县安全生产工作会议上" * 2000
    begin = time.process_time()
    broken = lines(title)
    assert time.process_time() - begin < 2
    assert "".join(broken) == title
    assert max(map(width, broken)) <= 24


@pytest.mark.parametrize("seed", range(20))
def test_titles_of_nothing_but_joints_take_no_time(seed):
    words = ["工作", "推进", "全县", "动员", "部署", "振兴", "总结", "服务", "教育", "管理", "会议"]
    title = "".join(random.Random(seed).choices(words, k=48))
    begin = time.process_time()
    broken = lines(title)
    assert time.process_time() - begin < 1
    assert max(map(width, broken)) <= 20
