"""Other wordings of one sentence: the same facts, or the same move, at the same place."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import draft, other_sentences
from drafter.errors import UsageError

from .conftest import facts_of


def test_sentences_with_facts_keep_just_them(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    made = draft(brief, bank=bank)
    facts, found = facts_of(rich), 0
    for paragraph in made.speech.paragraphs:
        for said in paragraph.sentences:
            for other in other_sentences(brief, made, paragraph.id, said, bank=bank):
                found += 1
                assert other.text != said.text
                assert [f for f in facts if (f in said.text) != (f in other.text)] == []
    assert found > 100


def test_none_is_said_already_or_twice(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    made = draft(brief, bank=bank)
    texts = {s.text for p in made.speech.paragraphs for s in p.sentences}
    for paragraph in made.speech.by_role("opening", "closing"):
        for said in paragraph.sentences:
            others = [o.text for o in other_sentences(brief, made, paragraph.id, said, bank=bank)]
            assert len(set(others)) == len(others)
            assert texts.isdisjoint(others)


def test_the_users_own_words_have_no_others(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    made = draft(brief, bank=bank)
    own = [(p.id, s) for p in made.speech.paragraphs for s in p.sentences if s.origin == "brief"]
    assert own
    for paragraph, said in own:
        assert other_sentences(brief, made, paragraph, said, bank=bank) == []


def test_banned_words_are_banned_in_other_sentences_too(bank: Bank, rich) -> None:
    free = make_brief(rich)
    made = draft(free, bank=bank)
    paragraph = made.speech.by_role("closing")[0]
    said = next(s for s in paragraph.sentences if s.pattern)
    word = other_sentences(free, made, paragraph.id, said, bank=bank)[0].text[2:6]
    brief = make_brief({**rich, "禁用": [word]})
    again = draft(brief, bank=bank)
    place = next(p for p in again.speech.by_role("closing") if p.sentences)
    for sentence in place.sentences:
        for other in other_sentences(brief, again, place.id, sentence, bank=bank):
            assert word not in other.text


def test_a_paragraph_that_is_not_there_is_refused(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    made = draft(brief, bank=bank)
    said = made.speech.paragraphs[-1].sentences[0]
    with pytest.raises(UsageError, match="p999"):
        other_sentences(brief, made, "p999", said, bank=bank)
