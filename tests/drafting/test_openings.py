"""Openings say once why there is a meeting and what was heard; closes end with the user's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from drafter.bank import Bank, load_bank
from drafter.brief import Brief, make_brief
from drafter.drafting import draft
from drafter.drafting.planning.moves import lay_closing, lay_opening
from drafter.drafting.planning.plan import Plan, Unit
from drafter.drafting.setting.genres import genre_for
from drafter.drafting.setting.situation import is_named, situate
from drafter.drafting.wording.once import purpose_once
from drafter.speech import Sentence

#: The genres in which an office speaks to its own.
LED = ["动员讲话", "部署讲话", "推进会讲话", "例会讲话"]
#: Those that close with the user's message.
CALLED = [*LED, "总结表彰讲话", "警示教育讲话", "调研讲话", "企业年会讲话"]
MESSAGE = "用一河清水回报父老乡亲"
ON_TOPIC = ("会议", "主题.名称")
OCCASION = Sentence("今天召开例会，研究供水。", "occasion", "a", "authored", ON_TOPIC)


def said(brief: Brief, bank: Bank, seed: int, role: str) -> list[Sentence]:
    """What a draft says in its opening or closing."""
    made = draft(brief, bank=bank, seed=seed)
    return [s for p in made.speech.paragraphs if p.role == role for s in p.sentences]


def units_of(brief: Brief, *, closing: bool = False) -> Sequence[Unit]:
    """The steps of a speech's opening or closing, as they are planned."""
    situation = situate(brief, genre_for(brief), load_bank(), 0)
    lay = lay_closing(situation, Plan([])) if closing else lay_opening(situation, Plan([]), 3)
    return lay.units()


@pytest.mark.parametrize("genre", LED)
@pytest.mark.parametrize("seed", range(3))
def test_what_the_meeting_is_for_is_said_in_two_sentences_at_most(
    brief: Callable[..., Brief], bank: Bank, genre: str, seed: int
) -> None:
    told = said(brief(文种=genre), bank, seed, "opening")
    heard = next(i for i, s in enumerate(told) if "议程" in s.fields)
    assert heard <= 2
    assert sum(s.move == "purpose" for s in told) <= 1


@pytest.mark.parametrize("seed", range(4))
def test_a_meeting_named_by_its_topic_is_not_said_to_be_on_it(bank: Bank, seed: int) -> None:
    plain = {
        "文种": "部署讲话",
        "会议": "全县防汛工作会议",
        "单位": {"名称": "安平县", "层级": "县"},
        "主题": {"名称": "防汛工作"},
    }
    first = said(make_brief(plain), bank, seed, "opening")[0].text
    assert first.count("防汛") == 1


def test_a_topic_is_named_by_a_meeting_without_its_last_word() -> None:
    assert is_named("防汛工作", "全县防汛会议")
    assert not is_named("森林防火", "全县防汛会议")
    assert not is_named("工作", "")


def test_an_occasion_that_names_the_topic_needs_no_purpose_behind_it() -> None:
    purpose = Sentence("会议要安排供水。", "purpose", "b", "authored", ("主题.名称",))
    assert purpose_once([OCCASION, purpose]) == [OCCASION]


def test_a_purpose_told_with_what_it_is_based_on_stays() -> None:
    fields = ("依据", "主题.名称")
    told = Sentence("要贯彻会议精神，安排供水。", "purpose", "b", "authored", fields)
    assert purpose_once([OCCASION, told]) == [OCCASION, told]


def test_what_is_made_of_what_was_heard_goes_with_the_agenda(
    brief: Callable[..., Brief], bank: Bank
) -> None:
    pledges = [{"主体": "柳溪镇", "事项": "作了表态发言"}]
    about = {p.id: p.about for p in bank if p.move == "heed"}
    for seed in range(4):
        heeded = [s for s in said(brief(议程=pledges), bank, seed, "opening") if s.move == "heed"]
        assert heeded
        assert all({"表态", "发言"} & {*about[str(s.pattern)]} for s in heeded)


def test_nothing_is_made_of_an_agenda_of_no_known_kind_or_of_none(
    brief: Callable[..., Brief], bank: Bank
) -> None:
    flags = [{"主体": "全体人员", "事项": "奏唱国歌"}]
    for agenda in (flags, None):
        assert all(s.move != "heed" for s in said(brief(议程=agenda), bank, 0, "opening"))
    assert all(u.moves != ("heed",) for u in units_of(brief(议程=None)))


@pytest.mark.parametrize("genre", CALLED)
@pytest.mark.parametrize("seed", range(2))
def test_the_message_ends_the_close_and_is_called_out_once(
    brief: Callable[..., Brief], bank: Bank, genre: str, seed: int
) -> None:
    closing = [s for s in said(brief(文种=genre), bank, seed, "closing") if s.move != "thanks"]
    assert closing[-1].text.rstrip("！。").endswith(MESSAGE)
    assert sum("让我们" in s.text for s in closing) <= 1
    assert len(closing) <= 4


@pytest.mark.parametrize("genre", LED)
def test_a_goal_takes_the_place_of_words_on_why_it_counts(
    brief: Callable[..., Brief], genre: str
) -> None:
    closed = [u.moves[0] for u in units_of(brief(文种=genre), closing=True)]
    assert "goal" in closed
    assert not {"address", "significance"} & {*closed}
    bare: Any = {"文种": genre, "号召": None}
    assert "address" in [u.moves[0] for u in units_of(brief(**bare), closing=True)]


@pytest.mark.parametrize("word", ["汇报", "通报"])
def test_no_meeting_is_called_to_hear_what_the_agenda_has_not(
    brief: Callable[..., Brief], bank: Bank, word: str
) -> None:
    for seed in range(6):
        told = said(brief(文种="例会讲话", 议程=None), bank, seed, "opening")
        assert all(word not in s.text for s in told)


def test_a_frame_says_nothing_behind_the_message(bank: Bank) -> None:
    """A slogan behind the user's own last line would be heard as the last line."""
    written = [p for p in bank if p.origin == "authored" and "message" in p.slot_types.values()]
    shown = [p for p in written if p.part == "closing" and p.pack != "forms"]
    assert shown
    assert [p.frame for p in shown if not p.frame.rstrip("！。？").endswith("}}")] == []
