"""What is said at ceremonies: messages with a subject, what is given, what goes with a deed."""

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.setting.honouring import honoured
from drafter.drafting.setting.matters import matters_of

_HONOURS: dict[str, Any] = {
    "文种": "总结表彰讲话",
    "会议": "松岭铸造厂年度表彰大会",
    "单位": {"名称": "松岭铸造厂", "层级": "企业"},
    "主题": {"名称": "年度表彰"},
    "要点": [{"着眼": "启示", "内容": ["电工邢大力把报废的行车修好，省下购置费30万元"]}],
    "篇幅": 900,
}
_REPAIR = "仓库组长丁志远带着三个人修旧货架，全年没有买过一个新的"
_CAPS: dict[str, Any] = {
    "文种": "致辞",
    "会议": "新护士授帽仪式",
    "单位": {"名称": "东湖市第二医院", "层级": "医院"},
    "主题": {"名称": "新护士授帽"},
    "篇幅": 900,
}


def said(data: dict[str, Any], bank: Bank, seed: int) -> str:
    made = draft(make_brief(data), bank=bank, seed=seed)
    return "\n".join(p.text for p in made.speech.paragraphs)


@pytest.mark.parametrize(
    "message",
    [
        "字要写正、话要说清，办事也一样",
        "松岭的兵，走到哪里都要站得直",
        "河湾的孩子，什么时候都不能忘本",
    ],
)
def test_a_message_with_a_subject_is_said_as_it_is(message: str, bank: Bank):
    text = said({**_HONOURS, "号召": {"目标": "把厂子办好", "寄语": message}}, bank, 0)
    assert message in text
    assert f"们{message}" not in text


@pytest.mark.parametrize(
    "told",
    [
        # What is given is wished of nobody, and a wish with a subject is told as it is.
        "高温津贴从下月起每天提高8元",
        "夜班津贴从六月起加20元",
        "徒弟每天写一页笔记",
        "交接记录一栏也不能空",
    ],
)
def test_nobody_is_wished_what_is_given_or_has_a_subject(told: str, bank: Bank):
    hopes = [{"着眼": "希望", "内容": ["守住质量", told]}]
    text = said({**_HONOURS, "要点": hopes}, bank, 0)
    assert told in text
    assert f"大家{told}" not in text


def test_a_manual_that_is_put_together_is_no_repair():
    assert "维修" not in matters_of("把水泵的维修手册编出来")
    assert "维修" in matters_of("维修水泵电机")


@pytest.mark.parametrize("seed", range(3))
def test_money_saved_by_skill_is_no_gift(seed: int, bank: Bank):
    text = said(_HONOURS, bank, seed)
    assert "从自己这一份里匀出来" not in text
    assert "紧一紧自己" not in text


@pytest.mark.parametrize("seed", range(3))
def test_nurses_hear_of_their_own_calling(seed: int, bank: Bank):
    made = draft(make_brief(_CAPS), bank=bank, seed=seed)
    said = {s.pattern for p in made.speech.paragraphs for s in p.sentences if s.pattern}
    own = [f for pattern in said if (f := bank.get(pattern)) and "授帽" in f.about]
    assert len(own) >= 4
    assert "护士" in "".join(p.text for p in made.speech.paragraphs)


def test_what_people_counted_do_is_no_name():
    brief = make_brief({**_HONOURS, "要点": [{"着眼": "启示", "内容": [_REPAIR]}]})
    assert honoured(brief).get("doers") == "丁志远"
