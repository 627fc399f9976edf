"""Notices and plans: what they offer for a brief's fields."""

from __future__ import annotations

import pytest

from drafter.brief.notice import Offer, accepted, find_offers
from drafter.brief.tasks import task_of

PLAN = """关于印发《安平县冬春火灾防控行动实施方案》的通知
各乡镇人民政府，县直各部门：
为认真贯彻全市消防工作会议精神，切实守住不发生大火的底线，县政府决定在全县开展冬春火灾防控行动。现通知如下：
一、工作目标
通过一个冬春的努力，确保全县不发生有影响的火灾，隐患整改率达到100%。
二、重点任务
（一）全面检查人员密集场所。建立问题清单，实行销号管理。由县消防救援大队、县商务局负责，12月底前完成。
（二）清理高层建筑疏散通道。（责任单位：县住房和城乡建设局；完成时限：2027年1月底前）
三、保障措施
（一）加强组织领导。成立防控专班。
四、会议安排
定于2026年11月21日上午9时在县会议中心召开全县冬春火灾防控工作动员会。
安平县人民政府办公室
2026年11月18日"""

MEETING = """关于召开全县防汛工作会议的通知
各乡镇、县直有关单位：
根据市防汛抗旱指挥部部署要求，经县政府同意，决定召开全县防汛工作会议。现将有关事项通知如下：
一、会议时间
2026年5月20日（星期三）下午3时
二、会议地点
县政府三楼会议室
三、参会人员
县防汛抗旱指挥部成员单位主要负责人。
四、有关要求
请参会人员提前10分钟入场。
安平县人民政府办公室
2026年5月18日"""


def by_field(text: str) -> dict[str, list[Offer]]:
    found: dict[str, list[Offer]] = {}
    for offer in find_offers(text, ["消防"]):
        found.setdefault(offer.field, []).append(offer)
    return found


def test_a_plan_offers_meeting_topic_basis_and_goal():
    found = {field: offers[0].value for field, offers in by_field(PLAN).items()}
    assert found["会议"] == "全县冬春火灾防控工作动员会"
    assert (found["时间"], found["地点"]) == ("2026-11-21", "县会议中心")
    assert found["主题.名称"] == "冬春火灾防控行动"
    assert found["依据"] == "认真贯彻全市消防工作会议精神"
    assert found["号召.目标"] == "确保全县不发生有影响的火灾，隐患整改率达到100%"
    assert found["单位.名称"] == "安平县人民政府"


def test_a_plan_offers_tasks_with_measures_owners_and_deadlines():
    first, second, third = by_field(PLAN)["要点"]
    assert first.value == {
        "任务": "全面检查人员密集场所",
        "措施": ["建立问题清单", "实行销号管理"],
        "责任": "县消防救援大队、县商务局",
        "时限": "12月底前",
    }
    assert second.value == {
        "任务": "清理高层建筑疏散通道",
        "责任": "县住房和城乡建设局",
        "时限": "2027年1月底前",
    }
    assert (first.focus, third.focus) == ("任务", "保障")


def test_a_meeting_notice_offers_day_and_place_under_their_headings():
    found = by_field(MEETING)
    assert found["会议"][0].value == "全县防汛工作会议"
    assert found["时间"][0].value == "2026-05-20"
    assert found["地点"][0].value == "县政府三楼会议室"
    assert "要点" not in found, "where to sit is nothing to speak of"


def test_labelled_lines_are_read():
    found = by_field("会议名称：县委农村工作会议\n时间：2026年3月2日\n地点：县委党校报告厅\n")
    assert [found[f][0].value for f in ("会议", "时间", "地点")] == [
        "县委农村工作会议",
        "2026-03-02",
        "县委党校报告厅",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "今天天气不错。", "一、\n二、\n", "，" * 5000])
def test_a_text_that_tells_nothing_offers_nothing(text: str):
    assert find_offers(text) == []


def test_what_an_offer_says_stands_in_the_text():
    for offer in find_offers(PLAN):
        if isinstance(offer.value, str) and offer.field not in ("时间", "依据"):
            assert offer.value in PLAN
        assert offer.source in PLAN


def test_owner_in_brackets_and_goal():
    assert task_of("开展夜查", "（县公安局负责）确保重点部位全覆盖。") == {
        "任务": "开展夜查",
        "责任": "县公安局",
        "目标": "确保重点部位全覆盖",
    }


def test_accepted_offers_join_what_was_filled_in():
    values = {"会议": "", "依据": [""], "要点": [{"标题": "", "着眼": "任务", "内容": [""]}]}
    offers = find_offers(PLAN)
    got = accepted(values, offers)
    assert got["会议"] == "全县冬春火灾防控工作动员会"
    assert got["依据"] == ["认真贯彻全市消防工作会议精神"]
    assert got["主题"] == {"名称": "冬春火灾防控行动"}
    assert [(p["着眼"], len(p["内容"])) for p in got["要点"]] == [("任务", 2), ("保障", 1)]
    assert accepted(got, offers)["依据"] == got["依据"], "taken twice, a line stays once"
    assert values["依据"] == [""], "what was given is not changed"
