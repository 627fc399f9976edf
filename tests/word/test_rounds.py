"""Rounds of people's edits and of changes of the brief: no hand edit is ever lost."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.speech import Paragraph
from drafter.word import as_printed, compare, read_word, rebase_file, rebase_text, write_word

from .drafts import sample_draft
from .hands import ACTIONS, Hands

EDITS = st.lists(st.sampled_from(ACTIONS), max_size=6)
CHANGES = st.lists(st.sampled_from(["change", "drop", "add"]), max_size=4)


def redrafted(draft, changes, dice, mark):
    """The draft of a changed brief: texts change, come and go, and ids are counted anew."""
    paragraphs = list(draft.speech.paragraphs)
    for number, change in enumerate(changes):
        at = dice.randrange(4, len(paragraphs)) if len(paragraphs) > 5 else len(paragraphs) - 1
        words = f"提纲{mark}的第{number}处变化，请对照办理。"
        if change == "add":
            paragraphs.insert(at, Paragraph("new", "body", words))
        elif change == "change" and "【" not in paragraphs[at].text:
            text = paragraphs[at].text + words
            paragraphs[at] = replace(paragraphs[at], text=text, sentences=())
        elif change == "drop" and len(paragraphs) > 6:
            del paragraphs[at]
    anew = tuple(replace(p, id=f"p{n}") for n, p in enumerate(paragraphs, 1))
    pending = tuple(
        replace(place, paragraph=p.id)
        for place in draft.pending
        for p in anew
        if place.text in p.text
    )
    return replace(draft, speech=replace(draft.speech, paragraphs=anew), pending=pending)


def whole(draft):
    return "\n".join(p.text for p in draft.speech.paragraphs)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.lists(st.tuples(EDITS, CHANGES), min_size=1, max_size=3))
def test_whatever_hands_write_stays_through_every_round(seed, rounds):
    dice = random.Random(seed)
    draft = sample_draft()
    data = write_word(draft)
    written: list[str] = []
    gone: list[str] = []
    for number, (edits, changes) in enumerate(rounds):
        hands = Hands(data, dice, "甲乙丙"[number], written)
        for action in edits:
            hands.do(action)
        edited = hands.bytes()
        written += hands.written
        gone += hands.gone

        reading = read_word(edited)
        assert all(words in whole(reading.draft) for words in written), "not read"
        changed = compare(reading.sent, reading.draft).changes
        told = "\n".join(change.after for change in changed)
        assert all(words in told for words in hands.written), "read, but not reported"

        draft = redrafted(draft, changes, dice, "一二三"[number])
        merged = rebase_file(draft, edited)
        assert all(words in whole(merged.draft) for words in written), "lost on the way"
        assert not {p.text for p in merged.draft.speech.paragraphs} & set(gone), "came back"
        data = write_word(merged.draft, notes=merged.comments, base=merged.base)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32), EDITS, CHANGES)
def test_what_the_brief_changes_arrives_or_is_said(seed, edits, changes):
    dice = random.Random(seed)
    sent = sample_draft()
    hands = Hands(write_word(sent), dice, "甲")
    for action in edits:
        hands.do(action)
    new = redrafted(sent, changes, dice, "一")
    merged = rebase_file(new, hands.bytes())
    said = whole(merged.draft) + rebase_text(merged)
    for paragraph in as_printed(new).speech.paragraphs:
        if "提纲一" in paragraph.text:
            assert paragraph.text[-18:] in said


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32), EDITS)
def test_the_same_brief_gives_the_edited_text_again_and_again(seed, edits):
    hands = Hands(write_word(sample_draft()), random.Random(seed), "甲")
    for action in edits:
        hands.do(action)
    data = hands.bytes()
    before = whole(as_printed(read_word(data).draft))
    for _ in range(2):
        merged = rebase_file(sample_draft(), data)
        data = write_word(merged.draft, notes=merged.comments, base=merged.base)
        assert whole(read_word(data).draft) == before
    for text in hands.gone:
        assert text not in before.split("\n")
