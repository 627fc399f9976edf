"""Which field of work a topic belongs to: the narrow pack before the wide, none where none fits."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting.areas import area_of

FOUND = {
    "国防动员与双拥": ("征兵工作", "民兵整组", "双拥模范县创建", "全民国防教育", "新兵欢送"),
    "退役军人事务": ("退役军人服务保障", "退伍军人安置", "烈士纪念", "军休服务"),
    "民政事务": ("养老服务", "低保核查", "殡葬改革", "残疾人就业", "困境儿童关爱", "婚俗改革"),
    "就业与社会保障": ("稳就业", "根治欠薪", "社保基金安全", "职业技能竞赛", "零工市场建设"),
    "交通运输": ("农村公路养护", "春运保畅", "超限超载治理", "客运站管理"),
    "水利水务": ("河湖长制", "水利工程建设", "农村供水", "水库除险加固", "采砂整治"),
    "林草事务": ("森林防火", "林长制", "国土绿化", "古树名木保护", "林下经济"),
    "统计普查": ("农业普查", "统计造假治理"),
    "审计监督": ("审计整改", "内部审计"),
    "安全生产": ("道路交通安全", "桥梁安全排查", "消防救援"),
    "防汛抗旱与应急": ("防汛抗旱", "抗旱保苗"),
    "生态环保": ("水环境治理", "秸秆禁烧"),
    "财税金融": ("财政预算管理", "过紧日子"),
    "文化旅游": ("文物普查",),
    "作风建设": ("巡察整改",),
}


@pytest.mark.parametrize(
    ("topic", "area"), [(topic, area) for area, topics in FOUND.items() for topic in topics]
)
def test_a_topic_leads_to_its_field(bank: Bank, topic: str, area: str) -> None:
    brief = {
        "文种": "部署讲话",
        "会议": "全县工作会议",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": topic},
    }
    assert area_of(make_brief(brief), bank) == area


@pytest.mark.parametrize("topic", ["理论武装工作", "儿童口腔健康", "老年大学工作"])
def test_words_that_stand_in_others_lead_nowhere(bank: Bank, topic: str) -> None:
    brief = {
        "文种": "部署讲话",
        "会议": "全县工作会议",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": topic},
    }
    assert area_of(make_brief(brief), bank) is None


def test_the_word_of_the_user_decides(bank: Bank) -> None:
    brief = {
        "文种": "部署讲话",
        "会议": "全县工作会议",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "河湖管护工作", "领域": "生态环保"},
    }
    assert area_of(make_brief(brief), bank) == "生态环保"
