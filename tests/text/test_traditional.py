"""Traditional text becomes simplified; simplified text is left as it is."""

import pytest

from drafter.text.traditional import is_traditional, simplify, simplify_lines


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("鄉鎮乾部", "乡镇干部"),
        ("爭當先鋒", "争当先锋"),
        ("紮實推進", "扎实推进"),
        ("著力解決", "着力解决"),
        ("沿著這條道路", "沿着这条道路"),
        ("一部著作", "一部著作"),
        ("土著居民", "土著居民"),
        ("成效顯著", "成效显著"),
        ("著名學者", "著名学者"),
    ],
)
def test_simplify(traditional, simplified):
    assert simplify(traditional) == simplified
    assert len(simplify(traditional)) == len(traditional)


def test_a_traditional_text_is_known():
    assert is_traditional("老師們、同學們：今天我們歡聚一堂，共同慶祝學校的節日。")


@pytest.mark.parametrize(
    "text",
    [
        "他的著作影响深远，土著文化值得研究，要着力保护。",
        "老师们、同学们：今天我们欢聚一堂，共同庆祝学校的节日，校门上题着“學而時習之”。",
        "",
    ],
)
def test_simplified_text_is_none(text):
    assert not is_traditional(text)


def test_simplified_lines_of_a_mixed_page_come_through_unchanged():
    lines = ["我们要着力保护这部著作", "我們要著力保護這部著作"]
    assert simplify_lines(lines) == [lines[0], lines[0]]


def test_lines_are_simplified_together_as_they_are_alone():
    lines = ["沿著正確的方向", "", "鉛筆乾部纔幹", "著名學者與土著居民", "為創先爭優紮實工作"]
    assert simplify_lines(lines) == [simplify(line) for line in lines]
