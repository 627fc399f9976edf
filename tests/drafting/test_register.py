"""The register of office speeches: tasks and measures before sayings, each thing in its place."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft
from drafter.drafting.stock.assembling import made_of_formulae
from drafter.drafting.stock.looking import look_over
from drafter.drafting.wording.growing import frames_of
from drafter.review import review

FOREST: dict[str, Any] = {
    "文种": "部署讲话",
    "会议": "全县秋冬季森林防火工作会议",
    "单位": {"名称": "安平县", "层级": "县"},
    "主题": {"名称": "森林防火"},
    "依据": ["省、市森林防火工作会议精神"],
    "成绩": ["全年火情同比下降40%", "建成防火通道126公里"],
    "问题": ["个别乡镇巡护流于形式", "野外用火屡禁不止"],
    "要点": [
        {"标题": "管住火源", "内容": [{"任务": "管住野外火源", "措施": ["在进山路口设卡检查"]}]},
        {"标题": "加强巡护", "内容": [{"任务": "加强巡护", "措施": ["落实包山头责任人"]}]},
    ],
    "篇幅": 1800,
}


def texts_by_role(bank: Bank, brief: dict[str, Any], seed: int) -> dict[str, str]:
    made = draft(make_brief(brief), bank=bank, seed=seed)
    roles: dict[str, str] = {}
    for paragraph in made.speech.paragraphs:
        roles[paragraph.role] = roles.get(paragraph.role, "") + paragraph.text
    return roles


@pytest.mark.parametrize("seed", range(4))
def test_what_was_done_stands_before_points_of_tasks(bank: Bank, seed: int) -> None:
    said = texts_by_role(bank, FOREST, seed)
    assert "建成防火通道126公里" in said["opening"]
    assert "建成防火通道126公里" not in said["body"]


def test_a_point_of_the_arc_keeps_the_achievements(bank: Bank) -> None:
    arc = {**FOREST, "要点": [{"着眼": "形势"}, *FOREST["要点"]]}
    said = texts_by_role(bank, arc, 1)
    assert "建成防火通道126公里" in said["body"]


@pytest.mark.parametrize("seed", range(4))
def test_problems_are_told_together_and_a_task_comes_back_to_one(bank: Bank, seed: int) -> None:
    made = draft(make_brief(FOREST), bank=bank, seed=seed)
    (told,) = [p for p in made.speech.by_role("opening") if "野外用火屡禁不止" in p.text]
    assert "个别乡镇巡护流于形式" in told.text
    body = "".join(p.text for p in made.speech.by_role("body"))
    assert "巡护流于形式" in body or "野外用火的问题" in body
    assert [f for f in review(made, make_brief(FOREST)) if f.level == "error"] == []


def test_a_basis_that_is_a_noun_is_carried_out_and_a_field_is_worked_on(bank: Bank) -> None:
    for seed in range(6):
        opening = texts_by_role(bank, FOREST, seed)["opening"]
        assert "贯彻落实省、市森林防火工作会议精神" in opening
        assert "部署森林防火。" not in opening


@pytest.mark.parametrize("seed", range(4))
def test_a_point_has_room_for_one_passage_of_sayings(bank: Bank, seed: int) -> None:
    made = draft(make_brief({**FOREST, "篇幅": 3000}), bank=bank, seed=seed)
    counts = [0]
    for paragraph in made.speech.paragraphs:
        if paragraph.level == 1:
            counts.append(0)
        for group in frames_of(paragraph.sentences):
            pattern = bank.get(group[0].pattern or "")
            if len(group) > 1 and pattern and not (pattern.area or pattern.about):
                look = look_over(pattern)
                counts[-1] += look is not None and look.homely
    assert len(counts) == 3
    assert max(counts) <= 1


@pytest.mark.parametrize("seed", range(3))
def test_sayings_make_no_paragraph_of_their_own(bank: Bank, seed: int) -> None:
    made = draft(make_brief({**FOREST, "篇幅": 6000}), bank=bank, seed=seed)
    assert made.shortfall is not None
    for paragraph in made.speech.by_role("body"):
        groups = frames_of(paragraph.sentences)
        assert not all(len(group) == 1 and not group[0].fields for group in groups)


@pytest.mark.parametrize("genre", ["部署讲话", "动员讲话", "推进会讲话", "例会讲话"])
def test_a_formal_speech_takes_to_what_offices_share_where_it_must(bank: Bank, genre: str) -> None:
    """Clauses of formulae put together say little: they fill what nothing else does."""

    def formulae(length: int) -> int:
        brief = make_brief({**FOREST, "文种": genre, "篇幅": length})
        speech = draft(brief, bank=bank, seed=0).speech
        return sum(made_of_formulae(s.pattern) for _, s in speech.sentences())

    assert formulae(1800) == 0
    assert formulae(6000) >= 1


@pytest.mark.parametrize("seed", range(4))
def test_where_the_field_fills_a_speech_no_formula_of_all_offices_stands(
    bank: Bank, seed: int
) -> None:
    """Readers strike such a sentence behind a paragraph that has said what it has to say."""
    speech = draft(make_brief({**FOREST, "篇幅": 1500}), bank=bank, seed=seed).speech
    assert sum(made_of_formulae(s.pattern) for _, s in speech.sentences()) == 0
