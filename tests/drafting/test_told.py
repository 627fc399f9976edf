"""What the brief says is told as what it is: done, called out, to be done, or held up."""

from __future__ import annotations

import re

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.setting.situation import situate
from drafter.drafting.wording.memory import clumsy
from drafter.resources import read_data


def test_what_an_owner_did_is_told_as_done_and_not_planned(bank: Bank) -> None:
    patrol = {"任务": "排查堤防", "措施": ["查出隐患46处"], "责任": "县水利局"}
    drill = {"任务": "练好队伍", "措施": ["组织演练34场"], "责任": "县应急局"}
    brief = {
        "文种": "工作汇报",
        "会议": "防汛督导汇报会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "防汛备汛"},
        "要点": [
            {"着眼": "成绩", "内容": [patrol, drill]},
            {"着眼": "任务", "内容": [{"任务": "补齐物资", "责任": "县应急局"}]},
        ],
        "篇幅": 900,
    }
    text = "".join(p.text for p in draft(make_brief(brief), bank=bank).speech.paragraphs)
    assert "围绕排查堤防，由县水利局牵头，查出隐患46处。" in text
    assert "在练好队伍上，由县应急局牵头，组织演练34场。" in text


def test_a_message_that_says_we_is_not_called_out_to_us_again(bank: Bank) -> None:
    message = "新的一年我们一起加油"
    for seed in range(6):
        brief = {
            "文种": "企业年会讲话",
            "会议": "迎新年会",
            "单位": {"名称": "云帆软件有限公司", "层级": "企业"},
            "主题": {"名称": "高质量发展"},
            "号召": {"寄语": message},
            "篇幅": 800,
        }
        made = draft(make_brief(brief), bank=bank, seed=seed)
        assert f"{message}！" in [s.text for _, s in made.speech.sentences()]


@pytest.mark.parametrize(
    ("said", "principle"),
    [
        ("毒品不除，家无宁日。", True),
        ("医保基金是群众的救命钱。", True),
        ("身体不适的同学要及时报告。", False),
        ("优抚政策要不折不扣兑现。", False),
        ("靠的是部门之间数据共享。", False),
        ("隐瞒不报的取消当月安全奖。", False),
    ],
)
def test_what_is_to_be_done_is_no_principle(said: str, principle: bool) -> None:
    assert bool(re.search(read_data("wording.yaml")["principle"], said)) is principle


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("切实加强老旧小区改造建设", True),
        ("切实加强干部队伍建设", False),
        ("新的一年让我们大家一起加油，我们的路会更宽", False),
        ("让我们新的一年我们一起加油", True),
    ],
)
def test_what_formulae_say_of_other_matters_is_clumsy(text: str, wrong: bool) -> None:
    assert clumsy(text) is wrong


def test_sentences_that_begin_alike_stand_in_one_row(bank: Bank) -> None:
    row = ["靠的是部门数据共享。", "靠的是村组干部带路。", "靠的是较真碰硬的劲头。"]
    brief = {
        "文种": "表彰讲话",
        "会议": "全县普查总结表彰会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "经济普查"},
        "要点": [{"着眼": "认识", "内容": ["经验值得总结", *row]}, {"着眼": "任务"}],
        "篇幅": 1500,
    }
    made = draft(make_brief(brief), bank=bank)
    assert [p for p in made.speech.paragraphs if "".join(row) in p.text]


def _inauguration(*said: str) -> str:
    """What the second point of an office-taking of these promises is called."""
    brief = {
        "文种": "任职表态",
        "会议": "干部大会",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "就任县长"},
        "要点": [{"内容": ["感谢组织信任"]}, {"内容": list(said)}, {"内容": ["请大家监督"]}],
        "篇幅": 900,
    }
    made = draft(make_brief(brief))
    return [p.text for p in made.speech.paragraphs if p.role == "heading"][1]


def test_one_promise_of_three_does_not_name_the_point() -> None:
    work = "两个月内走遍全县乡镇", "每周三接待群众"
    assert not re.search("廉", _inauguration(*work, "不插手工程"))
    assert re.search("廉", _inauguration("不插手工程", "不收红包礼金", "每周三接待群众"))


def test_nobody_shares_out_tasks_among_pupils(bank: Bank) -> None:
    threads = [way for t in read_data("wording.yaml")["threads"] for way in t["say"]]
    brief = {
        "文种": "开学典礼讲话",
        "会议": "秋季开学典礼",
        "单位": {"名称": "安平中学", "层级": "学校"},
        "主题": {"名称": "新学期"},
        "要点": [{"内容": ["上课专心听讲"]}, {"内容": ["过马路注意安全"]}],
        "篇幅": 1000,
    }
    for seed in range(4):
        text = "".join(
            p.text for p in draft(make_brief(brief), bank=bank, seed=seed).speech.paragraphs
        )
        assert not [way for way in threads if way in text]


def test_a_bureau_that_calls_the_whole_province_speaks_of_it(bank: Bank) -> None:
    unit = {"名称": "省民政厅", "层级": "厅"}
    brief = {"文种": "部署讲话", "单位": unit, "主题": {"名称": "救助管理工作"}}
    wide = make_brief(brief | {"会议": "全省救助管理工作会议"})
    words = situate(wide, genre_for(wide), bank, 0).words
    assert (words["we"], words["home"], words["units"]) == ("我省", "全省", "各地、各单位")
    narrow = make_brief(brief | {"会议": "厅机关工作例会"})
    assert situate(narrow, genre_for(narrow), bank, 0).words["we"] == "我厅"
    upward = make_brief(brief | {"文种": "工作汇报", "会议": "全省救助管理工作汇报会"})
    assert situate(upward, genre_for(upward), bank, 0).words["we"] == "我厅"


@pytest.mark.parametrize(
    "message",
    [
        "祝各位来宾身体健康、阖家幸福",
        "母校永远是你们的家",
        "守住林子就是守住饭碗",
        "林子密了，心里才踏实",
        "恳请大家像对自家人一样批评我",
    ],
)
def test_a_message_that_is_a_sentence_is_called_out_to_nobody(bank: Bank, message: str) -> None:
    """让我们祝各位来宾… and 请你们母校永远是… are said by nobody."""
    for genre in ("动员讲话", "致辞", "毕业典礼讲话"):
        brief = make_brief(
            {
                "文种": genre,
                "会议": "全县护林大会",
                "单位": {"名称": "安平县", "层级": "县"},
                "主题": {"名称": "护林"},
                "号召": {"寄语": message},
            }
        )
        for seed in range(3):
            made = draft(brief, bank=bank, seed=seed)
            assert f"{message}！" in [s.text for _, s in made.speech.sentences()]


def test_no_frame_says_the_words_of_the_message_again(bank: Bank) -> None:
    message = "做让组织放心、让群众满意的税务人"
    brief = {
        "文种": "党课",
        "会议": "机关专题党课",
        "单位": {"名称": "安平县税务局", "层级": "局"},
        "主题": {"名称": "忠诚干净担当", "领域": "基层党建"},
        "号召": {"寄语": message},
        "篇幅": 900,
    }
    for seed in range(8):
        made = draft(make_brief(brief), bank=bank, seed=seed)
        [said] = [s.text for _, s in made.speech.sentences() if message in s.text]
        assert said.count("群众满意") == 1


def test_a_promise_that_begins_with_no_verb_is_said_as_it_stands(bank: Bank) -> None:
    brief = {
        "文种": "任职表态",
        "会议": "职工大会",
        "单位": {"名称": "柳溪供电所", "层级": "企业"},
        "主题": {"名称": "担任所长"},
        "要点": [{"内容": ["故障抢修，白天30分钟到现场", "降低线损"]}],
        "篇幅": 600,
    }
    text = "".join(p.text for p in draft(make_brief(brief), bank=bank).speech.paragraphs)
    assert re.search("(?<![将会])故障抢修，白天30分钟到现场。", text)
    assert re.search("我[将会]降低线损", text)


def test_what_was_done_stands_behind_two_paragraphs_of_reasons_and_not_behind_six(bank: Bank):
    brief = {
        "文种": "动员讲话",
        "会议": "全市农村供水提升攻坚动员会",
        "单位": {"名称": "临阳市", "层级": "市"},
        "主题": {"名称": "农村供水提升攻坚行动", "领域": "水利"},
        "成绩": ["前三年接通水管9.6万户"],
        "问题": ["山上的村子水压不够"],
        "要点": [
            {"着眼": "认识", "内容": ["水龙头连着家家户户的日子"]},
            {"着眼": "任务", "内容": [{"任务": "培训管水员", "责任": "市水利局"}]},
        ],
        "篇幅": 2200,
    }
    for seed in range(3):
        texts = [p.text for p in draft(make_brief(brief), bank=bank, seed=seed).speech.paragraphs]
        first = next(i for i, t in enumerate(texts) if t.startswith("一、"))
        # What the brief itself says there opens the point.
        assert next(i for i, t in enumerate(texts) if "9.6万户" in t) <= first + 4
