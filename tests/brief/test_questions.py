"""A brief asked for question by question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from drafter.brief.questions import ask_brief


class Clerk:
    """Answers by the first words of a question; says nothing where there is no answer."""

    def __init__(self, answers: Mapping[str, str | list[str]], points: int) -> None:
        self.answers, self.points = answers, points

    def _answer(self, question: str) -> str | list[str]:
        return next((a for q, a in self.answers.items() if question.startswith(q)), "")

    def choose(self, question: str, options: Mapping[str, str], default: str | None = None) -> str:
        answer = str(self._answer(question) or default)
        assert answer in options
        return answer

    def text(
        self, question: str, *, required: bool = False, fault: Callable[[str], str] | None = None
    ) -> str:
        answer = str(self._answer(question))
        assert answer or not required
        if answer and fault and (said := fault(answer)):
            raise AssertionError(said)
        return answer

    def texts(self, question: str) -> list[str]:
        return list(self._answer(question) or [])

    def confirm(self, question: str) -> bool:
        if "要点" not in question:
            return False
        self.points -= 1
        return self.points >= 0


def test_answers_become_a_brief():
    clerk = Clerk(
        {
            "会议全称": "全校安全工作会",
            "单位名称": "安平中学",
            "单位属于": "学校",
            "主题": "校园安全工作",
            "议程": ["政教处，通报了排查情况", "观看了警示片"],
            "这一点要说的话": ["安全重于一切。"],
        },
        points=2,
    )
    brief = ask_brief(clerk, "regular")
    assert brief.unit.level == "学校"
    assert [(a.who, a.what) for a in brief.agenda] == [
        ("政教处", "通报了排查情况"),
        (None, "观看了警示片"),
    ]
    assert [p.content for p in brief.points] == [["安全重于一切。"], ["安全重于一切。"]]
    assert brief.length is None


def test_the_units_name_tells_its_level_unless_another_is_chosen():
    answers = {"会议全称": "全镇防汛会", "单位名称": "柳河镇人民政府", "主题": "防汛"}
    assert ask_brief(Clerk(answers, points=0), "regular").unit.level == "乡镇"
    answers["单位属于"] = "县"
    assert ask_brief(Clerk(answers, points=0), "regular").unit.level == "县"


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("开会日期", "明天", "应写成 2026-11-21 这样"),
        ("要多少字", "两千五六", "要写一个整数"),
        ("要多少字", "20", "至少 100"),
        ("会议全称", "。", "空的"),
    ],
)
def test_what_the_brief_would_refuse_is_said_when_it_is_answered(
    question: str, answer: str, said: str
):
    answers = {"会议全称": "全镇防汛会", "单位名称": "柳河镇", "主题": "防汛", question: answer}
    with pytest.raises(AssertionError, match=said):
        ask_brief(Clerk(answers, points=0), "regular")
