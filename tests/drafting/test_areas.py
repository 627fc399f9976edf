"""Which field of work a topic belongs to: the narrow pack before the wide, none where none fits."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting.setting.areas import area_beside, area_of, is_whole_field

FOUND = {
    "基层治理": ("网格化管理", "小区治理", "新就业群体服务"),
    "精神文明": ("精神文明创建", "文明城市创建", "移风易俗", "身边好人评选"),
    "消防安全": ("消防救援", "高层建筑火灾防控", "电动自行车整治", "微型消防站建设"),
    "人大政协": ("建议提案办理", "代表联络站建设", "政协委员履职"),
    "老干部工作": ("离退休干部工作", "老年大学建设", "关心下一代工作"),
    "海洋渔业": ("渔船安全整治", "伏季休渔", "水产养殖尾水治理"),
    "能源电力": ("能源保供", "迎峰度夏", "农村电网改造", "充电设施建设", "安全用电"),
    "气象防灾减灾": ("气象防灾减灾", "预警叫应", "人工影响天气", "防雷安全"),
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
    "交通运输": ("农村公路养护", "春运保畅", "超限超载治理", "客运站管理", "农村客运"),
    "城市建设管理": ("占道经营整治",),
    "水利水务": (
        "城区供水经营",
        "河湖长制",
        "水利工程建设",
        "农村供水",
        "水库除险加固",
        "采砂整治",
    ),
    "林草事务": ("森林防火", "林长制", "国土绿化", "古树名木保护", "林下经济"),
    "统计普查": ("农业普查", "统计造假治理"),
    "审计监督": ("审计整改", "内部审计"),
    "安全生产": ("燃气安全整治", "自建房安全排查", "道路交通安全", "桥梁安全排查"),
    "防汛抗旱与应急": ("防汛抗旱", "抗旱保苗", "地质灾害防治"),
    "生态环保": ("水环境治理", "秸秆禁烧"),
    "财税金融": ("财政预算管理", "过紧日子"),
    "文化旅游": ("文物普查",),
    "作风建设": ("巡察整改",),
    "群团工作": ("工会工作", "志愿服务月活动", "慈善一日捐", "无偿献血", "巾帼建功行动"),
    "科技人才": ("人才工作", "高新技术企业培育", "科技特派员工作"),
    "自然资源": ("耕地保护", "征地拆迁", "违建治理", "不动产登记"),
    "住房与城建": ("老旧小区改造", "物业管理", "保交房工作"),
    "住房公积金": ("住房公积金管理", "公积金提取"),
    "畜牧兽医": ("秋季动物防疫", "畜禽粪污治理", "生猪产业"),
    "外事侨务": ("外事侨务工作", "因公出国管理", "归侨侨眷慰问"),
    "史志": ("县志续修", "年鉴编纂", "村史馆建设"),
    "机构编制": ("机构编制核查", "权责清单调整", "事业单位登记"),
    "广播电视": ("应急广播体系建设", "安全播出", "户户通维护"),
    "政务公开": ("政务公开", "依申请公开", "接诉即办"),
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


@pytest.mark.parametrize("topic", ["理论武装工作", "儿童口腔健康", "志愿军老战士走访"])
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
        ("安平县", "县", "消防安全整治", "消防安全"),
        ("安平机械有限公司", "企业", "消防安全整治", "安全生产"),
        ("安平县医疗保障局", "局", "医保基金监管", "医疗保障"),
        ("安平县人民医院", "医院", "医保基金监管", "医疗卫生"),
        # Of these the field has words for firms and schools of its own.
        ("安平机械有限公司", "企业", "统战工作", "统一战线"),
        ("安平机械有限公司", "企业", "离退休干部工作", "老干部工作"),
        ("安平机械有限公司", "企业", "因公出国管理", "外事侨务"),
        ("安平机械有限公司", "企业", "民兵整组", "国防动员与双拥"),
        ("安平机械有限公司", "企业", "厂务公开", "政务公开"),
        ("安平机械有限公司", "企业", "住房公积金缴存", "住房公积金"),
        ("青石中学", "学校", "校务公开", "政务公开"),
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
    assert area_of(make_brief(brief), bank) == "企业经营"
    brief["主题"] = {"名称": "麦香食品食品安全工作"}
    assert area_of(make_brief(brief), bank) == "食品药品安全"


@pytest.mark.parametrize(
    ("unit", "topic", "area"),
    [
        ("柳城市少儿图书馆", "窗口服务", "文化旅游"),
        ("北坡县第三中学", "期末复习", "教育教学"),
        ("北坡县人民法院", "案件执行", "法治建设"),
        ("柳城大学附属医院", "三季度工作", "医疗卫生"),
        ("柳城职业学院", "学生实习", "高等教育"),
        ("桥西派出所", "夜间巡逻", "社会治安"),
        ("安好物业公司", "夜间巡查", "住房与城建"),
        ("永丰铸件厂", "夜班生产", "企业经营"),
        # What is an authority's field is its own business in a house of one's own.
        ("永丰铸件厂", "二次创业", "企业经营"),
        ("恒通精密机械有限公司", "员工民生实事", "企业经营"),
        ("北坡县二中", "招生宣传", "教育教学"),
        ("柳城职业学院", "产教融合招商", "高等教育"),
        ("安平县", "稳就业", "就业与社会保障"),
        # A place has people of any work; what any unit does in its own house tells no field.
        ("文化路街道", "三季度工作", None),
        ("北坡县人民医院", "职工体检", None),
    ],
)
def test_where_no_word_shows_the_field_the_unit_does(unit, topic, area, bank: Bank):
    brief = {
        "文种": "部署讲话",
        "会议": "工作会",
        "单位": {"名称": unit},
        "主题": {"名称": topic},
    }
    assert area_of(make_brief(brief), bank) == area


def test_the_field_of_the_genre_comes_before_that_of_the_unit(bank: Bank):
    brief = {
        "文种": "党课",
        "会议": "七月党课",
        "单位": {"名称": "北坡县人民医院"},
        "主题": {"名称": "守正"},
    }
    assert area_of(make_brief(brief), bank, "基层党建") == "基层党建"


@pytest.mark.parametrize(
    ("unit", "given", "topic", "area"),
    [
        ("县人民医院", "医疗卫生", "网络安全防护", "网络安全与舆情"),
        ("县人民医院", "医疗卫生", "门诊就诊流程改进", "医疗卫生"),
        ("北坡农商行", "财税金融", "消防安全", "消防安全"),
        ("第五中学", "教育教学", "公文保密管理", "保密与档案"),
        ("第五中学", "教育教学", "课堂教学改进", "教育教学"),
        ("北坡县", "生态环保", "农村公路养护", "生态环保"),
        # What holds other fields is called so whatever is worked on.
        ("北坡县", "乡村振兴", "农村公路养护", "交通运输"),
        ("北坡县", "民生保障", "打击欺诈骗保行动", "医疗保障"),
        ("北坡县", "民生保障", "特困老人救助", "民生保障"),
    ],
)
def test_whose_house_it_is_gives_way_to_what_is_worked_on(
    bank: Bank, unit: str, given: str, topic: str, area: str
) -> None:
    brief = {
        "文种": "部署讲话",
        "会议": "推进会",
        "单位": unit,
        "主题": {"名称": topic, "领域": given},
    }
    assert area_of(make_brief(brief), bank) == area


def test_of_another_field_the_topic_hears_what_is_written_for_it(bank: Bank) -> None:
    brief = make_brief(
        {
            "文种": "调研讲话",
            "会议": "农贸市场改造调研座谈会",
            "单位": {"名称": "桐岭县", "层级": "县"},
            "主题": {"名称": "农贸市场改造", "领域": "城市管理"},
        }
    )
    area = area_of(brief, bank)
    assert area == "城市建设管理"
    assert area_beside(brief, bank, area) == "商贸流通"
    found = bank.fitting(genre="research", area=area, beside="商贸流通")
    markets = [p for p in found if "农贸市场" in p.about]
    assert markets
    assert all(p.area is None for p in markets)
    assert area_beside(brief, bank, "商贸流通") is None


@pytest.mark.parametrize(
    ("topic", "area", "whole"),
    [
        ("水利工作", "水利水务", True),
        ("全县水利工作", "水利水务", True),
        ("水利工程移民", "水利水务", False),
        ("新学期教育工作", "教育教学", True),
        ("安全教育", "教育教学", False),
        ("卫生健康工作", "医疗卫生", True),
        ("2027年民政工作", "民政事务", True),
        ("养老服务工作", "民政事务", False),
        ("做好岁末年初安全生产工作", "安全生产", True),
        ("项目建设用地保障", "项目建设", False),
        ("水利工作", None, False),
    ],
)
def test_a_topic_is_the_whole_of_a_field_or_a_part(
    bank: Bank, topic: str, area: str | None, *, whole: bool
) -> None:
    assert is_whole_field(topic, area, bank) == whole
