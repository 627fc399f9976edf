"""Honouring: a close comes back to the people the brief tells of, and thanks them by name."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.honouring import honoured

BRIDGE: dict[str, Any] = {
    "文种": "致辞",
    "会议": "沙溪大桥通车仪式",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "沙溪大桥建设"},
    "成绩": ["大桥全长860米", "历时19个月建成", "两岸车程缩短到20分钟"],
    "要点": [
        {"着眼": "成绩", "内容": ["施工人员冒着风雪连续奋战，没有一个人请假"]},
        {"着眼": "希望", "内容": ["希望养护人员管好护好大桥"]},
    ],
    "号召": {"目标": "让两岸群众出行更方便"},
    "篇幅": 800,
}


def _told(*sentences: str, **more: Any) -> dict[str, str]:
    point = {"着眼": "成绩", "内容": list(sentences)}
    return honoured(make_brief(BRIDGE | {"成绩": [], "要点": [point]} | more))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("退休教师郑老师在讲台上站了41年", "郑老师"),
        ("67岁的吴桂芳每天到路口值守", "吴桂芳"),
        ("公交司机马国强安全行驶百万公里", "马国强"),
        ("钳工老师傅郝长林研磨的垫片误差不到两微米", "郝长林"),
    ],
)
def test_who_did_something_is_known_by_name(sentence: str, name: str) -> None:
    assert _told(sentence) == {"doers": name}


@pytest.mark.parametrize(
    "sentence",
    [
        "校训“明德笃行”四个字传了下来",
        "安平是一块有从军传统的土地",
        "5位老师谈了自己的想法",
        "护林员王大山在扑火中牺牲",
        "赵县长的讲话讲得很透",
        "安装队长带着工友在塔上过了中秋",
        "山区教师周转房实现了全覆盖",
        "他背着发烧的五保老人孙大爷走了六里山路",
        "队员们给邻村的李奶奶送了三年的饭",
        "保洁员黄秀兰收到41封感谢信，保安队长郝强暴雨夜背出3位老人",
    ],
    ids=[
        "a motto",
        "the place itself",
        "a number",
        "somebody dead",
        "a speech",
        "a chief's trade",
        "a thing",
        "who was carried",
        "who was brought meals",
        "a name in doubt",
    ],
)
def test_nobody_is_made_up_or_honoured_in_the_wrong_place(sentence: str) -> None:
    assert _told(sentence) == {}


def test_groups_are_thanked_without_their_figures_and_not_for_what_they_shall_do() -> None:
    assert _told("河东镇312户群众主动让出了老屋") == {"helpers": "河东镇群众"}
    assert honoured(make_brief(BRIDGE)) == {"helpers": "施工人员"}


def test_those_spoken_to_are_not_thanked_as_if_they_were_away() -> None:
    assert _told("志愿者冒雨疏导交通", 称谓="各位志愿者") == {}


def test_a_close_thanks_those_the_brief_tells_of(bank: Bank) -> None:
    for seed in range(3):
        made = draft(make_brief(BRIDGE), bank=bank, seed=seed)
        close = [p.text for p in made.speech.paragraphs if p.role == "closing"]
        assert sum(text.count("施工人员") for text in close) == 1


def test_facts_run_on_where_nothing_is_numbered(bank: Bank) -> None:
    made = draft(make_brief(BRIDGE), bank=bank)
    body = "".join(p.text for p in made.speech.paragraphs if p.role == "body")
    assert "大桥全长860米；历时19个月建成；两岸车程缩短到20分钟。" in body
    assert "一是" not in body


def test_talk_of_an_occasion_is_of_that_occasion(bank: Bank) -> None:
    """No guests are asked to taste the local dishes where books are given to a school."""
    gift = {
        "文种": "致辞",
        "会议": "爱心图书捐赠仪式",
        "单位": {"名称": "白石小学", "层级": "学校"},
        "主题": {"名称": "图书捐赠"},
        "成绩": ["这次共收到图书3600册"],
        "篇幅": 700,
    }
    for seed in range(3):
        made = draft(make_brief(gift), bank=bank, seed=seed)
        text = "".join(p.text for p in made.speech.paragraphs)
        assert "心意" in text or "善意" in text
        assert "嘉宾" not in text
        assert "本地的味道" not in text


def test_who_was_elected_thanks_those_who_voted(bank: Bank) -> None:
    brief = make_brief(
        {
            "文种": "任职表态",
            "会议": "安平县人民代表大会",
            "单位": {"名称": "安平县", "层级": "县"},
            "主题": {"名称": "政府工作"},
            "问题": ["老城区停水频繁"],
            "要点": [{"着眼": "责任", "内容": [{"任务": "改造老城区供水管网"}]}],
        }
    )
    text = "".join(p.text for p in draft(brief, bank=bank).speech.paragraphs)
    assert "组织" not in text
    assert "大家提到" not in text


@pytest.mark.parametrize(
    "text",
    ["总工程师陶祖贤画了一辈子图纸", "退伍军人蒋大勇夫妻收养了孤儿", "护士长刘敏守了一夜"],
)
def test_nobody_is_thanked_by_half_a_name(text: str) -> None:
    brief = make_brief(
        {
            "文种": "致辞",
            "会议": "建院六十周年庆祝大会",
            "单位": {"名称": "平川县人民医院"},
            "主题": {"名称": "建院六十周年"},
            "成绩": [text],
        }
    )
    said = honoured(brief).get("doers", "")
    assert not any(half in said for half in ("程师", "蒋大", "刘敏守"))
