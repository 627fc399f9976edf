"""What a frame says of one part of a field of work is said only where the brief speaks of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from drafter.bank import Bank, load_bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.terms import content_of, part_of
from drafter.drafting.stock.candidates import as_candidate
from drafter.drafting.stock.looking import look_over
from drafter.review import review

GRAIN = "种子和肥料要在下地之前备齐。"


@pytest.mark.parametrize(
    ("topic", "content", "said"),
    [
        ("人居环境整治工作", "把房前屋后清理干净", False),
        ("人居环境整治工作", "环境整治不误粮食生产", True),
        ("乡村振兴", "把房前屋后清理干净", True),
        ("乡村振兴馆", "把房前屋后清理干净", False),
        # The field with a part of it is that part; what no part is told by is one all the same.
        ("乡村振兴垃圾治理", "把房前屋后清理干净", False),
        ("庙会筹备", "把房前屋后清理干净", False),
    ],
)
def test_a_part_is_spoken_of_where_the_brief_does(
    tmp_path: Path, topic: str, content: str, said: bool
) -> None:
    meta = "id: land\norigin: authored\narea: 乡村振兴\nparts: [[粮食], [垃圾]]\n"
    (tmp_path / "pack.yaml").write_text(meta, encoding="utf-8")
    entry = f"- move: measure\n  about: [粮食]\n  frame: {GRAIN}\n"
    (tmp_path / "points.yaml").write_text(entry, encoding="utf-8")
    brief = make_brief(
        {
            "文种": "部署讲话",
            "会议": "全县工作部署会",
            "单位": {"名称": "安平县", "层级": "县"},
            "主题": {"名称": topic, "领域": "乡村振兴"},
            "要点": [{"着眼": "任务", "内容": [content]}],
            "篇幅": 800,
        }
    )
    made = draft(brief, bank=load_bank([tmp_path]), seed=3)
    assert (GRAIN in "".join(p.text for p in made.speech.paragraphs)) == said


@pytest.mark.parametrize(
    ("word", "content", "spoken"),
    [
        ("运动员", "办好职工运动会，开好动员会", False),
        ("运动员", "运动员食宿安排到位", True),
        ("统计", "统计员逐户登记", True),
        # Two words are told by both, in whatever order.
        ("实验课 开齐", "各校实验课都要开齐", True),
        ("实验课 开齐", "把实验课排进晚自习之前", False),
        # What ends in a word, or is called by it, is another thing.
        ("人才", "院子干净了，客人才愿意来", False),
        ("人才", "优先安排人才公寓", False),
        ("人才", "定向引进人才", True),
        ("演练", "每天班前演练十分钟", False),
        ("演练", "每季度演练一次", True),
    ],
)
def test_a_word_is_told_whole(word: str, content: str, spoken: bool) -> None:
    assert (part_of(word) <= content_of(content)) == spoken


def test_a_longer_word_is_told_without_the_topic_in_it() -> None:
    content = content_of("培训普查员") - content_of("经济普查")
    assert part_of("普查员") <= content
    assert not part_of("普查") <= content


def test_what_is_written_for_villages_comes_before_what_offices_hear(bank: Bank) -> None:
    frame = next(p for p in bank.fitting(level="村") if not p.levels and look_over(p))
    look = look_over(frame)
    assert look is not None
    wide, villages, offices = (
        as_candidate(replace(frame, levels=levels, genres=genres), look, own=False).liking
        for levels, genres in (
            (("省", "市", "县", "区", "村"), ()),
            (("村", "社区"), ()),
            ((), ("deployment", "regular")),
        )
    )
    assert villages > offices > wide


def test_what_another_heading_speaks_of_stands_under_that_heading(bank: Bank) -> None:
    """Under 忠诚 nothing is said that was written for 担当, another heading of the user's."""
    brief = {
        "文种": "党课",
        "会议": "机关专题党课",
        "单位": {"名称": "安平县税务局", "层级": "局"},
        "主题": {"名称": "忠诚担当", "领域": "基层党建"},
        "要点": [
            {"标题": "为什么要讲忠诚", "内容": ["关键时刻要站得出来"]},
            {"标题": "怎样勇于担当", "内容": ["难事面前不绕道"]},
        ],
        "篇幅": 1800,
    }
    about = {p.id: set(p.about) for p in bank}
    for seed in range(4):
        heading = ""
        for p, s in draft(make_brief(brief), bank=bank, seed=seed).speech.sentences():
            heading = p.text if p.role == "heading" else heading
            for name, other in (("忠诚", "担当"), ("担当", "忠诚")):
                parts = about.get(s.pattern or "", set()) if name in heading else set()
                assert other not in parts or name in parts, s.text


def test_a_topic_nobody_works_on_tells_what_the_speech_is_about(bank: Bank) -> None:
    brief = {
        "文种": "党课",
        "会议": "教师党支部党课",
        "单位": {"名称": "临江小学", "层级": "学校"},
        "主题": {"名称": "坚守师德底色", "领域": "基层党建"},
        "要点": [{"着眼": "认识", "内容": ["孩子的眼睛是一面镜子"]}],
        "篇幅": 1500,
    }
    about = {p.id: p.about for p in bank}
    for seed in range(2):
        said = draft(make_brief(brief), bank=bank, seed=seed).speech.sentences()
        assert any("师德" in about.get(s.pattern or "", ()) for _, s in said)


def test_a_point_on_problems_says_where_such_problems_come_from(bank: Bank) -> None:
    brief = {
        "文种": "推进会讲话",
        "会议": "灌区改造推进会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "灌区改造"},
        "问题": ["两个标段进度滞后"],
        "要点": [{"着眼": "问题"}, {"着眼": "任务", "内容": ["衬砌渠道"]}],
        "篇幅": 1500,
    }
    about = {p.id: p.about for p in bank if p.move == "why" and p.focus == "问题"}
    said = [
        about[s.pattern]
        for seed in range(4)
        for _, s in draft(make_brief(brief), bank=bank, seed=seed).speech.sentences()
        if about.get(s.pattern or "")
    ]
    assert any("滞后" in parts for parts in said)
    assert not any("不团结" in parts or "态度" in parts for parts in said)


@pytest.mark.parametrize(
    ("meeting", "called"),
    [
        ("在河口镇调研时的座谈", "河口镇调研时的座谈"),
        ("在柳树坪村调研座谈会", "柳树坪村调研座谈会"),
        ("在全县水产大户座谈会", "全县水产大户座谈会"),
        ("在职渔工座谈会", "在职渔工座谈会"),
        ("在建项目推进会", "在建项目推进会"),
        ("在京渔业校友座谈会", "在京渔业校友座谈会"),
        ("在校园渔趣节开幕式", "校园渔趣节开幕式"),
    ],
)
@pytest.mark.parametrize("genre", ["调研讲话", "主持词", "致辞"])
def test_where_a_talk_is_given_is_no_name_that_begins_with_in(
    bank: Bank, genre: str, meeting: str, called: str
) -> None:
    fields = {"文种": genre, "会议": meeting, "主题": {"名称": "水产养殖"}}
    brief = make_brief(fields | {"单位": {"名称": "安平县"}})
    made = draft(brief, bank=bank)
    text = "\n".join(p.text for p in made.speech.paragraphs)
    assert called in text.partition("\n")[0]
    assert called == meeting or not any(w + meeting in text for w in ("在", "召开", "举行", "这次"))
    assert [f for f in review(made, brief) if f.level == "error"] == []


@pytest.mark.parametrize(("task", "said"), [("抓好入户检查", False), ("理顺小区物业", True)])
def test_who_takes_part_in_a_measure_opens_no_passage_on_them(
    bank: Bank, task: str, said: bool
) -> None:
    """In a speech on gas pipes 与物业核对 is no reason for a paragraph on 物业 itself."""
    measures = ["与物业人员一同上门", "组织燃气企业与物业核对资料"]
    fields = {
        "文种": "部署讲话",
        "会议": "全区工作部署会",
        "单位": {"名称": "临江区", "层级": "区"},
        "主题": {"名称": "燃气管道老化更新", "领域": "城市管理"},
        "要点": [{"着眼": "任务", "内容": [{"任务": task, "措施": measures}, "管好施工恢复"]}],
        "篇幅": 1600,
    }
    passages = {
        p.id
        for p in bank
        if "物业" in p.about and "燃气" not in p.about and p.frame.count("。") > 1
    }
    brief = make_brief(fields)
    drafts = [draft(brief, bank=bank, seed=seed).speech for seed in range(4)]
    found = [s.text for speech in drafts for _, s in speech.sentences() if s.pattern in passages]
    assert bool(found) == said, found


@pytest.mark.parametrize(
    ("deed", "said"), [("排查隐患320处", False), ("支教老师连续三年家访不断", True)]
)
def test_a_whole_field_is_no_reason_for_deeds_of_no_field(
    tmp_path: Path, deed: str, said: bool
) -> None:
    """Awards for 消防安全 speak of all its parts, and of teachers only where there were some."""
    lesson = "一节课讲得好不好，孩子的眼睛最清楚，讲台上容不得半点马虎。"
    (tmp_path / "pack.yaml").write_text("id: own\norigin: authored\n", encoding="utf-8")
    entry = f"- move: lesson\n  focus: 启示\n  about: [老师, 讲台]\n  frame: {lesson}\n"
    (tmp_path / "points.yaml").write_text(entry, encoding="utf-8")
    brief = make_brief(
        {
            "文种": "总结表彰讲话",
            "会议": "全县表彰大会",
            "单位": {"名称": "安平县", "层级": "县"},
            "主题": {"名称": "消防安全", "领域": "消防安全"},
            "成绩": [deed],
            "篇幅": 1500,
        }
    )
    bank = load_bank([tmp_path])
    drafts = [draft(brief, bank=bank, seed=seed) for seed in range(4)]
    texts = ["".join(p.text for p in made.speech.paragraphs) for made in drafts]
    assert any(lesson in text for text in texts) == said


@pytest.mark.parametrize(
    ("topic", "area", "level", "other"),
    [
        # Of the many things back offices do, a speech on one tells nothing of the next.
        ("公务用车规范管理", "机关工作", "县", r"食堂|食材|电梯|锅炉|报修"),
        ("农田水利冬修", "水利水务", "县", r"移民|扶持"),
        ("学生宿舍管理", "高等教育", "大学", r"考风|考试|查重|论文"),
        ("出租汽车经营秩序整治", "交通运输", "县", r"货运|公交|航道"),
        ("电信网络诈骗打击", "社会治安", "县", r"毒品|涉毒|吸毒"),
    ],
)
def test_a_speech_on_one_thing_tells_nothing_of_the_next(
    bank: Bank, topic: str, area: str, level: str, other: str
) -> None:
    brief = make_brief(
        {
            "文种": "部署讲话",
            "会议": "工作部署会",
            "单位": {"名称": "安平县" if level == "县" else "安平大学", "层级": level},
            "主题": {"名称": topic, "领域": area},
            "要点": [
                {"着眼": "任务", "内容": [{"任务": "逐项登记", "措施": ["按月通报"]}]},
                {"着眼": "责任", "内容": [{"任务": "压实责任", "措施": ["每季考核"]}]},
            ],
            "篇幅": 1500,
        }
    )
    made = [draft(brief, bank=bank, seed=seed).speech for seed in range(2)]
    texts = [p.text for speech in made for p in speech.paragraphs]
    assert [text for text in texts if re.search(other, text)] == []
