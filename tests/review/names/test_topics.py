"""What is half of the topic, and half of what stands before it, names nothing."""

import pytest

from ..small import brief_with, found, speech_with


@pytest.mark.parametrize("said", ["把守好群众看病钱学深一层。", "和大家谈一谈守好群众看病钱。"])
def test_what_is_half_of_the_topic_is_nobody(said: str) -> None:
    brief = brief_with(主题={"名称": "守好群众看病钱"})
    assert not found(speech_with(said), brief, "foreign-person", "fact-altered")
    assert found(speech_with("要学习钱学深同志。"), brief, "foreign-person")


@pytest.mark.parametrize("said", ["抓", "要充分认识", "衡量"])
def test_a_topic_that_begins_as_a_bodys_name_is_none_with_the_words_before_it(said: str) -> None:
    topic = "供销合作社综合改革"
    brief = brief_with(主题={"名称": topic})
    assert found(speech_with(f"{said}{topic}的分量。"), brief, "foreign-organisation") == []
    other = speech_with(f"要学习清河{topic}的办法。")
    assert found(other, brief, "foreign-organisation", "foreign-place") != []


def test_a_topic_that_begins_as_a_village_ends_makes_none_with_the_words_before_it() -> None:
    brief = brief_with(主题={"名称": "村道养护"})
    assert found(speech_with("要弄清村道养护的道理。"), brief, "foreign-place") == []
    assert found(speech_with("要学习石桥村道养护的做法。"), brief, "foreign-place") != []
