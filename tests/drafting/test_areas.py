"""Which field of work a topic belongs to: the narrow pack before the wide, none where none fits."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting.areas import area_of

FOUND = {
    "基层治理": ("精神文明创建", "文明城市创建"),
    "国防动员与双拥": ("征兵工作", "民兵整组", "双拥模范县创建", "全民国防教育", "新兵欢送"),
    "退役军人事务": ("退役军人服务保障", "退伍军人安置", "烈士纪念", "军休服务"),
    "民政事务": ("养老服务", "低保核查", "殡葬改革", "残疾人就业", "困境儿童关爱", "婚俗改革"),
    "就业与社会保障": ("稳就业", "根治欠薪", "社保基金安全", "职业技能竞赛", "零工市场建设"),
    "国资国企": ("国企改革深化提升", "国有资产盘活", "平台公司转型"),
    "粮食储备与供销": ("秋粮收购", "储备粮管理", "供销合作社改革", "农资保供"),
    "乡村振兴": ("粮食生产", "秋粮生产"),
    "校园安全": ("校园安全工作", "防溺水专项行动", "校园食品安全"),
    "医疗保障": (
        "医保基金监管",
        "打击欺诈骗保",
        "城乡居民医保征缴",
        "医疗救助工作",
        "异地就医结算",
    ),
    "交通运输": ("农村公路养护", "春运保畅", "超限超载治理", "客运站管理"),
    "水利水务": ("河湖长制", "水利工程建设", "农村供水", "水库除险加固", "采砂整治"),
    "林草事务": ("森林防火", "林长制", "国土绿化", "古树名木保护", "林下经济"),
    "统计普查": ("农业普查", "统计造假治理"),
    "审计监督": ("审计整改", "内部审计"),
    "安全生产": ("燃气安全整治", "自建房安全排查", "道路交通安全", "桥梁安全排查", "消防救援"),
    "防汛抗旱与应急": ("防汛抗旱", "抗旱保苗", "地质灾害防治"),
    "生态环保": ("水环境治理", "秸秆禁烧"),
    "财税金融": ("财政预算管理", "过紧日子"),
    "文化旅游": ("文物普查",),
    "作风建设": ("巡察整改",),
    "群团工作": ("工会工作", "志愿服务月活动", "慈善一日捐", "无偿献血", "巾帼建功行动"),
    "科技人才": ("人才工作", "高新技术企业培育", "科技特派员工作"),
    "自然资源": ("耕地保护", "征地拆迁", "违建治理", "不动产登记"),
    "住房与城建": ("老旧小区改造", "物业管理", "保交房工作", "住房公积金管理"),
    "市场监管": ("特种设备安全", "质量提升行动", "消费维权", "知识产权保护"),
    "网络安全与舆情": ("网络安全攻防演练", "个人信息保护", "网络舆情应对"),
    "保密与档案": ("保密教育", "保密就是保安全", "档案管理"),
    "高等教育": ("研究生培养", "毕业生就业", "本科教学审核评估"),
    "商贸流通": ("农村电商", "促消费活动", "稳外贸工作"),
    "体育健身": ("全民健身", "马拉松赛事保障"),
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


@pytest.mark.parametrize(
    "topic", ["理论武装工作", "儿童口腔健康", "老年大学工作", "志愿军老战士走访"]
)
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


@pytest.mark.parametrize(
    ("topic", "area"), [("反诈宣传月活动", "社会治安"), ("村居联创活动", "信访稳定")]
)
def test_a_wide_word_for_the_field_gives_way_to_the_topic(
    bank: Bank, topic: str, area: str
) -> None:
    brief = {
        "文种": "部署讲话",
        "会议": "全县工作会议",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": topic, "领域": "平安建设"},
    }
    assert area_of(make_brief(brief), bank) == area


@pytest.mark.parametrize(
    ("name", "level", "topic", "area"),
    [
        ("青石中学", "学校", "学风建设", "教育教学"),
        ("江北理工大学", "大学", "学风建设", "高等教育"),
        ("江北理工大学", "学校", "学风建设", "高等教育"),
        ("安平职业技术学院", "学院", "学风建设", "高等教育"),
        ("安平县", "县", "质量提升行动", "市场监管"),
        ("安平机械有限公司", "企业", "质量提升行动", "企业经营"),
        ("安平县人民医院", "医院", "质量提升行动", "医疗卫生"),
        ("安平建设集团有限公司", "企业", "国企改革深化提升", "企业经营"),
        ("安平县医疗保障局", "局", "医保基金监管", "医疗保障"),
        ("安平县人民医院", "医院", "医保基金监管", "医疗卫生"),
    ],
)
def test_at_some_levels_a_field_is_another(
    bank: Bank, name: str, level: str, topic: str, area: str
) -> None:
    brief = {
        "文种": "动员讲话",
        "会议": "工作动员会",
        "单位": {"名称": name, "层级": level},
        "主题": {"名称": topic},
    }
    assert area_of(make_brief(brief), bank) == area


def test_what_a_firm_is_called_is_not_its_field(bank: Bank) -> None:
    brief = {
        "文种": "企业年会讲话",
        "会议": "年度大会",
        "单位": {"名称": "麦香食品有限公司", "层级": "企业"},
        "主题": {"名称": "麦香食品五年发展"},
    }
    assert area_of(make_brief(brief), bank) is None
    brief["主题"] = {"名称": "麦香食品食品安全工作"}
    assert area_of(make_brief(brief), bank) == "食品药品安全"
