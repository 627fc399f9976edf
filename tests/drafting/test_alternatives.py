"""Other wordings of a paragraph: the same facts, other frames, the same place."""

from __future__ import annotations

import pytest

from drafter.bank import Bank
from drafter.brief import make_brief
from drafter.drafting import alternatives, draft
from drafter.errors import UsageError
from drafter.text.sentences import clauses

from .conftest import facts_of


def test_body_paragraphs_have_other_wordings_with_the_same_facts(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    made = draft(brief, bank=bank, seed=3)
    facts = facts_of(rich)
    for paragraph in made.speech.by_role("opening", "body", "closing"):
        others = alternatives(brief, made, paragraph.id, bank=bank)
        if all(s.pattern is None for s in paragraph.sentences):
            continue  # the user's own sentence has no other words
        assert len(others) == 3
        assert len({o.text for o in others} | {paragraph.text}) == 4
        for other in others:
            assert other.id == paragraph.id
            assert [f for f in facts if f in paragraph.text and f not in other.text] == []
            assert [f for f in facts if f in other.text and f not in paragraph.text] == []
            assert "".join(s.text for s in other.sentences) == other.text


def test_a_line_with_an_enumerator_keeps_it(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    made = draft(brief, bank=bank)
    line = next(p for p in made.speech.paragraphs if p.level == 2)
    for other in alternatives(brief, made, line.id, bank=bank):
        assert other.heading == line.heading
        assert (other.level, other.label, other.heading_end) == (2, line.label, line.heading_end)


def test_other_headings_match_the_rest(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    made = draft(brief, bank=bank)
    heading = next(p for p in made.speech.paragraphs if p.level == 1)
    lengths = [len(c) for c in clauses(heading.heading)]
    others = alternatives(brief, made, heading.id, bank=bank)
    assert others
    for other in others:
        assert len(clauses(other.heading)) == len(lengths)
        for a, b in zip(lengths, (len(c) for c in clauses(other.heading)), strict=True):
            assert abs(a - b) <= 1


def test_title_and_given_headings_have_none(bank: Bank, rich) -> None:
    rich["要点"][0]["标题"] = "看清淤积之害，增强治河自觉"
    brief = make_brief(rich)
    made = draft(brief, bank=bank)
    title = made.speech.by_role("title")[0]
    heading = next(p for p in made.speech.paragraphs if p.level == 1)
    assert alternatives(brief, made, title.id, bank=bank) == []
    assert alternatives(brief, made, heading.id, bank=bank) == []


def test_a_paragraph_that_is_not_there(bank: Bank, rich) -> None:
    brief = make_brief(rich)
    with pytest.raises(UsageError, match="p999"):
        alternatives(brief, draft(brief, bank=bank), "p999", bank=bank)


def test_without_patterns_only_facts_can_be_said_otherwise(rich) -> None:
    brief = make_brief(rich)
    empty = Bank([])
    made = draft(brief, bank=empty)
    for paragraph in made.speech.by_role("body"):
        others = alternatives(brief, made, paragraph.id, bank=empty)
        told = {f for s in paragraph.sentences for f in s.fields}
        assert paragraph.text not in [other.text for other in others]
        for other in others:
            assert {f for s in other.sentences for f in s.fields} == told
