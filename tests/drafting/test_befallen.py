"""What befell somebody is told as what happened, not as somebody's fault."""

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.befallen import is_befallen, ways_of_telling
from drafter.resources import read_data


@pytest.mark.parametrize(
    ("problem", "befell"),
    [
        ("一场暴雨冲毁了灌溉渠3公里", True),
        ("仓库里的两台水泵被盗", True),
        ("台风刮倒大棚46座", True),
        ("变压器遭雷击，全村停电两天", True),
        # Nor is it anybody's fault how the market turned.
        ("鸡蛋出栏价每斤跌了八毛", True),
        ("6家养殖户清栏退出", True),
        ("游客量比上年减少两成", True),
        # Nor how things are, where nothing that is wanting is told besides.
        ("采收期短，封山前只剩二十天", True),
        ("本镇山大沟深，农户居住分散", True),
        ("供热管网建成时间较早", True),
        ("巡护点多面广，人手不足", False),
        ("时间紧，有的单位思想不重视", False),
        ("市场监管不到位", False),
        ("销售管理粗放", False),
        ("对暴雨的防范意识不强", False),
        ("防台风物资储备不足", False),
        ("有的支部记录不规范", False),
    ],
)
def test_what_befell_is_told_from_what_was_wanting(problem: str, befell: bool) -> None:
    assert is_befallen(problem) == befell


@pytest.mark.parametrize("genre", ["推进会讲话", "工作汇报", "座谈会讲话", "述职报告"])
def test_nobody_is_blamed_for_a_storm(bank: Bank, genre: str) -> None:
    brief = make_brief(
        {
            "文种": genre,
            "会议": "灾后恢复碰头会",
            "单位": "青岚镇",
            "主题": "灾后恢复",
            "成绩": ["转移群众320人，无一伤亡"],
            "问题": ["台风刮倒大棚46座"],
            "要点": [{"内容": [{"任务": "修复大棚", "措施": ["农机站出两台吊车"]}]}],
        }
    )
    unsaid = read_data("befallen.yaml")["unsaid"]
    for seed in range(3):
        made = draft(brief, bank=bank, seed=seed)
        text = "".join(p.text for p in made.speech.paragraphs)
        assert "台风刮倒大棚46座" in text
        assert not [word for word in unsaid if word in text]


def test_what_a_storm_struck_is_not_called_by_the_rest_of_its_clause(bank: Bank) -> None:
    brief = make_brief(
        {
            "文种": "工作汇报",
            "会议": "灾后恢复汇报会",
            "单位": "青岚镇",
            "主题": "灾后恢复",
            "问题": ["一场大风刮倒烘干塔两座"],
            "要点": [
                {"内容": ["干部连夜转移粮食"]},
                {"内容": [{"任务": "修复烘干塔", "措施": ["请厂家驻点"], "时限": "5月底前"}]},
            ],
        }
    )
    for seed in range(3):
        text = "".join(p.text for p in draft(brief, bank=bank, seed=seed).speech.paragraphs)
        assert text.count("烘干塔两座") == 1


def test_how_the_market_turned_is_told_in_words_of_its_own() -> None:
    ways = read_data("befallen.yaml")
    assert ways_of_telling("果品收购价格下跌三成") == tuple(ways["say_market"])
    assert ways_of_telling("大风刮倒果树") == tuple(ways["say"])
    assert ways_of_telling("果园管理粗放") == ()
