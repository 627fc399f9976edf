"""Notices and plans: what they offer for a brief's fields."""

from __future__ import annotations

import pytest

from drafter.brief.notice import find_offers
from drafter.brief.offers import Offer, accepted
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

AGENDA = """关于召开全县防汛工作会议的通知
各乡镇、县直有关单位：
定于2026年5月20日在县会议中心召开全县防汛工作会议。现通知如下：
一、会议议程
（一）县水利局通报防汛准备情况；
（二）{}。
安平县人民政府办公室
2026年5月18日"""

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


COMPANY = """各部门、各子公司：
经研究，定于7月8日（周三）14:30在总部三楼报告厅召开上半年安全生产分析会，请准时参加。
会议内容：
1.安全环保部汇报上半年安全生产情况；
2.运行一厂、检修公司作交流发言；
3.董事长李明讲话。
明湖热力有限公司综合管理部
2026年7月2日"""

SCHOOL = """柳河镇中心学校
关于切实做好2026年秋季开学安全工作的通知
各年级：
开学在即，为维护校园安全稳定，现将有关工作通知如下：
一、提高思想认识，强化责任担当
安全工作一刻也不能放松。
二、开展隐患排查
（一）排查校舍和设施（8月20日至8月31日）
逐栋检查教学楼，发现隐患立即整改。（总务处牵头，各年级配合）
（二）上好开学第一课。责任人：各班班主任。
三、其他事项
联系人：王芳，联系电话：0571-0000000。
柳河镇中心学校
二○二六年八月十五日"""


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


def test_a_task_that_is_one_sentence_is_taken_apart():
    assert task_of("县房管局要在11月8日前完成电梯检测，确保不带故障运行。", "") == {
        "任务": "完成电梯检测",
        "责任": "县房管局",
        "时限": "11月8日前",
        "目标": "确保不带故障运行",
    }
    assert task_of("各社区、物业公司要在楼道张贴提示", "") == {
        "任务": "在楼道张贴提示",
        "责任": "各社区、物业公司",
    }
    # A heading of two clauses is one.
    assert task_of("加强领导，压实责任", "") == {"任务": "加强领导，压实责任"}
    assert task_of("落实部门要求", "") == {"任务": "落实部门要求"}


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


def test_a_company_calls_a_meeting_in_one_sentence():
    found = by_field(COMPANY)
    assert found["会议"][0].value == "上半年安全生产分析会"
    assert found["时间"][0].value == "2026-07-08", "the year is that of the signing"
    assert found["地点"][0].value == "总部三楼报告厅"
    assert found["单位.名称"][0].value == "明湖热力有限公司", "a department signs for the company"
    assert found["单位.层级"][0].value == "企业"
    assert [o.value for o in found["议程"]] == [
        {"主体": "安全环保部", "事项": "汇报了上半年安全生产情况"},
        {"主体": "运行一厂、检修公司", "事项": "作了交流发言"},
    ]
    assert "要点" not in found, "the agenda is no task"


@pytest.mark.parametrize("says", ["讲话", "作重要讲话"])
def test_whom_the_agenda_names_as_speaker_speaks(says: str):
    found = by_field(AGENDA.format(f"县委常委、副县长周建国{says}"))
    assert found["讲话人.姓名"][0].value == "周建国"
    assert found["讲话人.职务"][0].value == "县委常委、副县长"
    assert len(found["议程"]) == 1
    assert "讲话人.姓名" not in by_field(AGENDA.format(f"县政府主要领导{says}"))


def test_a_notice_without_a_meeting_offers_its_matter_and_tasks():
    found = by_field(SCHOOL)
    assert found["主题.名称"][0].value == "秋季开学安全工作"
    assert found["单位.名称"][0].value == "柳河镇中心学校"
    assert found["单位.层级"][0].value == "学校"
    points = found["要点"]
    assert points[0].focus == "认识"
    assert points[1].value == {
        "任务": "排查校舍和设施",
        "时限": "8月20日至8月31日",
        "责任": "总务处",
        "措施": ["逐栋检查教学楼", "发现隐患立即整改"],
    }
    assert points[2].value["责任"] == "各班班主任"
    assert len(points) == 3, "whom to call is nothing to speak of"


@pytest.mark.parametrize(
    ("signed", "unit", "level"),
    [
        ("安平县人民政府办公室", "安平县人民政府", "县"),
        ("中共安平县委办公室", "中共安平县委", "县"),
        ("安平县应急管理局", "安平县应急管理局", "局"),
        ("柳河镇人民政府", "柳河镇人民政府", "乡镇"),
        ("明湖市第二中学", "明湖市第二中学", "学校"),
        ("明湖市人民医院", "明湖市人民医院", "医院"),
        ("清源集团有限公司", "清源集团有限公司", "企业"),
    ],
)
def test_the_units_name_tells_its_level(signed: str, unit: str, level: str):
    called = "关于召开工作会议的通知\n各单位：\n定于2026年3月2日召开全员工作会议。"
    text = f"{called}\n{signed}\n2026年2月27日"
    found = by_field(text)
    assert found["单位.名称"][0].value == unit
    assert found["单位.层级"][0].value == level


def test_a_january_meeting_called_in_december_is_next_years():
    text = "定于1月6日在县会议中心召开全县农业工作会议。\n安平县人民政府\n2026年12月28日"
    assert by_field(text)["时间"][0].value == "2027-01-06"


def test_numbered_labels_fill_fields_and_make_no_tasks():
    text = (
        "关于召开全县林业工作会议的通知\n各乡镇：\n县政府决定召开全县林业工作会议。通知如下：\n"
        "一、时间：3月9日上午8:30，会期半天。\n二、地点：县林业局五楼会议室。\n"
        "三、对象：各乡镇分管负责人。\n安平县人民政府\n二〇二六年三月二日"
    )
    found = by_field(text)
    assert (found["时间"][0].value, found["地点"][0].value) == ("2026-03-09", "县林业局五楼会议室")
    assert found["主题.名称"][0].value == "林业工作"
    assert "要点" not in found


def test_an_agenda_joins_the_forms_blank_line():
    values = {"议程": [{"主体": "", "事项": ""}]}
    got = accepted(values, find_offers(COMPANY))
    assert [a["主体"] for a in got["议程"]] == ["安全环保部", "运行一厂、检修公司"]
