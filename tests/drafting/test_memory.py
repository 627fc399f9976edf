"""What was said is known again, wherever in a text it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting.wording.memory import Memory

#: Few characters, so that texts share runs often.
_TEXTS = st.text("安全生产责任", min_size=11, max_size=60)


def _runs(text: str) -> set[str]:
    return {text[i : i + 11] for i in range(len(text) - 10)}


@given(st.lists(_TEXTS, max_size=3), _TEXTS)
def test_a_text_repeats_what_shares_a_run_of_eleven(said: list[str], text: str) -> None:
    memory = Memory()
    for one in said:
        memory.add(one)
    assert memory.repeats(text) == any(_runs(text) & _runs(one) for one in said)


def test_a_short_sentence_said_again_is_a_repetition_and_half_of_one_is_not() -> None:
    memory = Memory()
    memory.add("责任要落实。时间不等人。")
    assert memory.repeats("时间不等人。")
    assert not memory.repeats("时间不等。")


def test_names_may_be_said_as_often_as_needed() -> None:
    memory = Memory(["全县安全生产大排查大整治行动"])
    memory.add("全县安全生产大排查大整治行动从今天开始。")
    assert not memory.repeats("全县安全生产大排查大整治行动要见成效。")


def test_a_copy_goes_its_own_way() -> None:
    memory = Memory()
    memory.add("把每一处隐患都当成事故来对待。")
    other = memory.copy()
    other.add("让每一个环节都有人盯着守着。")
    assert other.repeats("把每一处隐患都当成事故来对待。")
    assert not memory.repeats("让每一个环节都有人盯着守着。")
