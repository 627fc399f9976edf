"""What happened to somebody is followed by a word on such a thing, not on what it names."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.matters import tales_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("东坪村有户人家为娶亲借了高利贷，前年欠下的债到现在没有还清", {"〔有人受苦〕"}),
        ("去年6月一场大雨，河西的堤塌岸二十多米", {"〔有人受苦〕"}),
        ("腊月里水管班守着泵房抢修了两天两夜", {"〔有人出力〕"}),
        ("以前这条街下雨就积水，如今三场暴雨都没有淹过", {"〔有人变样〕"}),
        ("摊主提议把雨棚加宽，第二天就改了图纸", {"〔有人采纳〕"}),
        # Who was saved or helped did not suffer.
        ("上个月两名巡逻队员把落水的孩子救上岸，自己受了伤", set()),
        # What is to be done has not happened.
        ("坚持每周到村坐诊一天", set()),
        ("开通二十四小时抢修热线", set()),
        ("多到地头走一走，三个月走遍每个村", set()),
        ("这批陶罐泡在泥里，一碰就碎，光清洗就要两到三年", set()),
        # What complaints are about is no trouble taken.
        ("去年冬天抢修不及时引来投诉27件", set()),
    ],
)
def test_what_sort_of_thing_a_sentence_tells_of(text: str, told: set[str]) -> None:
    assert set(tales_in(text)) == told


@pytest.mark.parametrize("seed", range(3))
def test_who_was_left_with_debts_calls_up_no_care_for_old_people(bank: Bank, seed: int) -> None:
    tale = "柳河镇有位老人走后，丧事花了七万多元，儿子还债还了三年"
    brief = {
        "文种": "部署讲话",
        "会议": "全县移风易俗工作会议",
        "单位": {"名称": "柳河县", "层级": "县"},
        "主题": {"名称": "移风易俗工作", "领域": "民生保障"},
        "要点": [
            {"标题": "看清陋习的害处", "着眼": "认识", "内容": [tale]},
            {"标题": "把简办落到村里", "着眼": "任务", "内容": [{"任务": "修订村规民约"}]},
        ],
        "篇幅": 1000,
    }
    made = draft(make_brief(brief), bank=bank, seed=seed)
    (told,) = [p for p in made.speech.paragraphs if tale in p.text]
    at = next(i for i, s in enumerate(told.sentences) if tale in s.text)
    pattern = bank.get(told.sentences[at + 1].pattern or "")
    assert pattern is not None
    assert pattern.about == ("〔有人受苦〕",)
