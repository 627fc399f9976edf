import pytest

from drafter.bank import load_bank
from drafter.text.entities import find_entities, normal
from drafter.text.near_people import people_near
from drafter.text.people import is_name
from drafter.text.quantities import normal_date, normal_number


def of(kind: str, text: str) -> list[str]:
    return [e.text for e in find_entities(text) if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("排查隐患1260处，整改率98.5%，投入3.5亿元", ["1260", "98.5%", "3.5亿"]),
        ("惠及三千二百户，八成以上满意，占百分之五", ["三千二百", "八成", "百分之五"]),
        ("发生三起事故，问责两名干部", ["三起", "两名"]),
        ("增长5个百分点", ["5个百分点"]),
        ("下面讲三点意见，一是讲清楚，二是抓落实", []),
        ("千方百计、百日攻坚，惠及千家万户，十分重要", []),
        ("第一，明确任务。第十二，强化保障", []),
        ("12.抓好落实", []),
        ("十二、抓好落实", []),
        ("三个方面、两手抓、四项机制", []),
    ],
)
def test_numbers(text, numbers):
    assert of("number", text) == numbers


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2026年11月21日上午9:30", ["2026年11月21日", "9:30"]),
        ("12月底前完成，每月10日前报送", ["12月底前", "10日"]),
        ("二〇二六年十一月二十一日", ["二〇二六年十一月二十一日"]),
        ("第三季度末，十一月底", ["第三季度末", "十一月底"]),
        ("一月一调度，一周一通报", []),
    ],
)
def test_dates(text, dates):
    assert of("date", text) == dates


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("感谢王建国副县长的到来", ["王建国"]),
        ("刚才，王建国副县长通报了情况", ["王建国"]),
        ("请县长李明主持会议", ["李明"]),
        ("安平县委副书记、县长李明", ["李明"]),
        ("李明、王芳、张伟等同志", ["李明", "王芳", "张伟"]),
        ("听取了赵局长的汇报", ["赵"]),
        ("由副局长欧阳修远通报", ["欧阳修远"]),
        ("各级党组织书记要带头", []),
        ("有关单位负责同志、班子成员同志", []),
        ("局长高度重视，县委书记要亲自抓", []),
        ("任县长期间，各位老师、同学", []),
    ],
)
def test_people(text, people):
    assert of("person", text) == people


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("县应急管理局通报了形势", ["县应急管理局"]),
        ("安平县公安局、市场监管局和组织部门", ["安平县公安局", "市场监管局"]),
        ("感谢华能电力公司的支持", ["华能电力公司"]),
        ("参观安平化工有限公司", ["安平化工有限公司"]),
        ("县人民医院和乡镇卫生院", ["县人民医院"]),
        ("省农业科学院与衡水学院", ["省农业科学院", "衡水学院"]),
        ("市纪委监委、县委宣传部", ["市纪委监委", "县委宣传部"]),
        ("各公司、民营企业和农民专业合作社", []),
        ("组织部门、公安机关、纪委和党校", []),
        ("我公司全体员工，我校师生，中小学校", []),
        ("建好文化中心，提高学校管理水平", []),
    ],
)
def test_organisations(text, organisations):
    assert of("organisation", text) == organisations


def test_documents_and_quotes():
    text = "按照《安平县安全生产条例》和安政发〔2026〕12号文件要求，打好“百日攻坚”"
    assert of("document", text) == ["《安平县安全生产条例》", "安政发〔2026〕12号"]
    assert of("quote", text) == ["百日攻坚"]
    assert of("place", text) == of("number", text) == []


def test_a_place_in_an_organisation_is_not_given_again():
    assert of("place", "清河县教育局与清河县") == ["清河县"]


def test_entities_stand_where_they_say():
    text = "2026年，李明同志在安平县应急管理局说：“一定办好1260件事。”"
    assert all(text[e.start : e.end] == e.text for e in find_entities(text))


def test_equal_facts_are_equal_in_their_normal_form():
    assert normal_date("2026-11-21") == normal_date("2026年11月21日")
    assert normal_date("二〇二六年十一月二十一日") == normal_date("2026年11月21日")
    assert normal_number("1,260") == normal_number("１２６０")
    assert normal_number("百分之五") == normal_number("5%")
    assert normal_number("二十") == "20"
    entity = find_entities("2026-03-05")[0]
    assert normal(entity) == "2026年3月5日"


def test_names_and_near_names():
    assert is_name("李明")
    assert is_name("欧阳修远")
    assert not is_name("明确")
    assert [a for a, _ in people_near("李明", "讲话人：李民")] == [4]
    assert list(people_near("李明", "李明同志")) == []
    assert [a for a, _ in people_near("王建国", "由王建中负责")] == [1]


def test_the_shipped_frames_name_nothing():
    """The words of the shipped packs are free of figures, people, places, organs and documents."""
    named = [
        (p.id, e.kind, e.text)
        for p in load_bank()
        for e in find_entities(_neutral(p.frame))
        if e.kind != "quote"
    ]
    assert named == []


def _neutral(frame: str) -> str:
    """A frame with its slots left blank, so that only its own words are read."""
    out, depth = [], 0
    for char in frame.replace("{{", "\x01").replace("}}", "\x02"):
        depth += (char == "\x01") - (char == "\x02")
        if not depth:
            out.append("，" if char in "\x02|<>" else char)
    return "".join(out)
