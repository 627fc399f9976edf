"""Listeners: how they are addressed, and what is not said to them."""

import pytest

from drafter.bank import Bank
from drafter.brief import Brief, make_brief
from drafter.drafting import draft


def brief_of(genre: str, unit: str, meeting: str, **more: object) -> Brief:
    return make_brief(
        {
            "文种": genre,
            "单位": unit,
            "会议": meeting,
            "主题": "课间安全",
            "要点": [{"内容": ["把孩子放在心上"]}],
            **more,
        }
    )


@pytest.mark.parametrize(
    ("genre", "unit", "meeting", "said"),
    [
        ("座谈会讲话", "小荷幼儿园", "家园座谈会", "各位老师、各位家长："),
        ("座谈会讲话", "小荷幼儿园", "新生家长会", "尊敬的各位家长："),
        ("致辞", "小荷幼儿园", "园庆活动", "各位来宾、各位家长，老师们、小朋友们："),
        ("主持词", "小荷幼儿园", "教职工大会", "各位老师："),
        ("座谈会讲话", "清溪小学", "秋季家长会", "尊敬的各位家长："),
        ("述职报告", "清溪小学", "向家长代表述职会", "各位领导、各位老师："),
    ],
)
def test_listeners_are_addressed_as_who_they_are(
    bank: Bank, genre: str, unit: str, meeting: str, said: str
) -> None:
    agenda = {"议程": [{"主体": "家委会", "事项": "交流"}]} if genre == "主持词" else {}
    made = draft(brief_of(genre, unit, meeting, **agenda), bank=bank, seed=0)
    salutation = next(p.text for p in made.speech.paragraphs if p.role == "salutation")
    assert salutation == said


@pytest.mark.parametrize("seed", range(4))
def test_the_young_are_not_asked_to_bring_on_the_young(bank: Bank, seed: int) -> None:
    brief = brief_of("座谈会讲话", "清溪小学", "青年教师座谈会", 篇幅=1600)
    text = "".join(p.text for p in draft(brief, bank=bank, seed=seed).speech.paragraphs)
    for word in ("带年轻人", "给年轻人", "有经验的"):
        assert word not in text


def test_what_some_of_those_present_do_wrong_they_did_not_tell_themselves(bank: Bank) -> None:
    task = {"任务": "把课上好", "措施": ["每月磨一堂课", "上课多问学生一句"]}
    given = {
        "问题": ["有的老师上课只顾自己讲"],
        "要点": [{"内容": [task]}],
        "议程": [{"主体": "教师代表", "事项": "谈了体会"}],
    }
    for seed in range(5):
        made = draft(
            brief_of("座谈会讲话", "清溪小学", "教师座谈会", **given), bank=bank, seed=seed
        )
        text = "".join(p.text for p in made.speech.paragraphs)
        assert "有的老师上课只顾自己讲" in text
        assert "大家提到，有的老师" not in text


@pytest.mark.parametrize("seed", range(4))
def test_nobody_is_answered_who_has_not_spoken(bank: Bank, seed: int) -> None:
    brief = brief_of("座谈会讲话", "青溪县", "青年干部座谈会", 篇幅=1500)
    text = "".join(p.text for p in draft(brief, bank=bank, seed=seed).speech.paragraphs)
    for said in ("听了大家的发言", "真知灼见", "大家提出的意见，有的"):
        assert said not in text


def test_who_lives_there_is_not_spoken_of_beside_those_who_work(bank: Bank) -> None:
    brief = brief_of(
        "座谈会讲话",
        "北坡街道",
        "居民代表座谈会",
        主题="老旧小区改造",
        称谓="各位居民代表",
        篇幅=1200,
    )
    for seed in range(4):
        text = "".join(p.text for p in draft(brief, bank=bank, seed=seed).speech.paragraphs)
        assert "的同志多" not in text
        assert "和居民一起" not in text
