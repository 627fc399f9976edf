"""Whatever people do to a file, reading, comparing and rebasing go through and lose no words."""

from __future__ import annotations

import random

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.errors import SourceError
from drafter.speech import Paragraph
from drafter.word import (
    as_printed,
    compare,
    read_word,
    rebase,
    rebase_text,
    report_text,
    write_word,
)


def edited(draft, dice):
    """The draft after some random edits of its paragraphs."""
    paragraphs = list(draft.speech.paragraphs)
    for number in range(dice.randint(0, 6)):
        at = dice.randrange(len(paragraphs)) if paragraphs else 0
        action = dice.choice(["change", "remove", "add", "move"])
        if action == "add" or not paragraphs:
            paragraphs.insert(
                at, Paragraph(f"w{number}", "body", f"手写的第{number}段，照此办理。")
            )
        elif action == "remove":
            del paragraphs[at]
        elif action == "change":
            text = paragraphs[at].text + dice.choice(["还要再抓一抓。", "务必到位！"])
            paragraphs[at] = replace(paragraphs[at], text=text, sentences=())
        else:
            paragraphs.insert(dice.randrange(len(paragraphs)), paragraphs.pop(at))
    return replace(draft, speech=replace(draft.speech, paragraphs=tuple(paragraphs)))


def texts(draft):
    return [p.text for p in draft.speech.paragraphs]


@pytest.mark.parametrize("seed", range(40))
def test_rebasing_on_the_same_brief_gives_exactly_the_edited_text(draft, seed):
    sent = as_printed(draft)
    back = edited(sent, random.Random(seed))
    merged = rebase(sent, sent, back)
    assert texts(merged.draft) == texts(back)
    ids = [p.id for p in merged.draft.speech.paragraphs]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("seed", range(40))
def test_no_hand_edit_and_no_change_of_the_brief_is_lost(draft, seed):
    dice = random.Random(seed)
    sent = as_printed(draft)
    back = edited(sent, dice)
    new = edited(sent, dice)
    merged = rebase(new, sent, back)
    found = texts(merged.draft)
    known = {p.id: p.text for p in sent.speech.paragraphs}
    for paragraph in back.speech.paragraphs:
        if known.get(paragraph.id) != paragraph.text:
            assert paragraph.text in found, "a hand edit was lost"
    told = rebase_text(merged)
    for paragraph in new.speech.paragraphs:
        if paragraph.text not in found and paragraph.text not in texts(sent):
            assert paragraph.text[:20] in told, "a change of the brief vanished unsaid"


@pytest.mark.parametrize("seed", range(40))
def test_changes_account_for_every_paragraph(draft, seed):
    sent = as_printed(draft)
    back = edited(sent, random.Random(seed))
    result = compare(sent, back)
    touched = {c.paragraph for c in result.changes if c.kind != "added"}
    assert result.unchanged + len(touched) == len(sent.speech.paragraphs)
    assert (result.changes == ()) == (texts(sent) == texts(back))


@pytest.mark.parametrize("seed", range(120))
def test_xml_in_any_order_is_read_or_refused(draft, parts, repack, seed):
    """Elements dropped, doubled and moved about: no traceback, and a report can be written."""
    dice = random.Random(seed)
    data = parts(write_word(draft, comments=seed % 2 == 0))
    root = etree.fromstring(data["word/document.xml"])
    for _ in range(dice.randint(1, 25)):
        every = [e for e in root.iter() if e.getparent() is not None and e.getparent() is not root]
        element, other = dice.choice(every), dice.choice(every)
        action = dice.choice(["drop", "double", "move", "retag"])
        if action == "drop":
            element.getparent().remove(element)
        elif action == "double":
            element.addnext(etree.fromstring(etree.tostring(element)))
        elif action == "move" and element not in other.iterancestors() and element is not other:
            other.append(element)
        elif action == "retag":
            element.tag = other.tag
    data["word/document.xml"] = etree.tostring(root)
    try:
        reading = read_word(repack(data))
    except SourceError:
        return
    assert reading.sent is not None
    comparison = compare(reading.sent, reading.draft)
    assert report_text(reading, comparison).startswith("《")
    merged = rebase(reading.sent, reading.sent, reading.draft)
    assert texts(merged.draft) == texts(reading.draft)
