"""A brief asked for question by question."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.brief.questions import ask_brief


class Clerk:
    """Answers by the first words of a question; says nothing where there is no answer."""

    def __init__(self, answers: Mapping[str, str | list[str]], points: int) -> None:
        self.answers, self.points = answers, points

    def _answer(self, question: str) -> str | list[str]:
        return next((a for q, a in self.answers.items() if question.startswith(q)), "")

    def choose(self, question: str, options: Mapping[str, str]) -> str:
        answer = str(self._answer(question))
        assert answer in options
        return answer

    def text(self, question: str, *, required: bool = False) -> str:
        answer = str(self._answer(question))
        assert answer or not required
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
