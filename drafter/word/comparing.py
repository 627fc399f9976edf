"""What people changed in a draft that was sent: paragraph by paragraph, sentence by sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

from msgspec import Struct

from drafter.brief.model import Brief, plain_brief
from drafter.drafting.draft import Draft
from drafter.speech import Paragraph, Sentence
from drafter.text.sentences import split_sentences
from drafter.word.matching import likeness, match, moved
from drafter.word.printed import full_width

__all__ = ["Comparison", "FactChange", "ParagraphChange", "SentenceChange", "compare"]

ChangeKind = Literal["changed", "added", "removed", "moved", "restyled"]


class SentenceChange(Struct, frozen=True):
    """One sentence before and after (one is empty for an added or removed one).

    ``fields`` are the brief fields the sent sentence carried.
    """

    before: str
    after: str
    fields: tuple[str, ...] = ()


class ParagraphChange(Struct, frozen=True):
    """One paragraph that is not as it was sent; ``restyled`` is a new role or heading level."""

    kind: ChangeKind
    paragraph: str
    role: str
    before: str
    after: str
    sentences: tuple[SentenceChange, ...] = ()


class FactChange(Struct, frozen=True):
    """A fact that is gone from where it was said.

    ``field`` is the brief field it is from, or what it is (数字, 日期 …) where no brief was given;
    ``now`` is what took its place, empty if nothing did.
    """

    field: str
    value: str
    now: str
    paragraph: str


class Comparison(Struct, frozen=True):
    """All that changed; ``unchanged`` counts the paragraphs that are as they were sent."""

    changes: tuple[ParagraphChange, ...] = ()
    facts: tuple[FactChange, ...] = ()
    unchanged: int = 0


def compare(sent: Draft, back: Draft, brief: Brief | None = None) -> Comparison:
    """What changed from the draft that was sent to the one that came back.

    With the brief, ``facts`` names the fields of the brief whose words were altered; without it,
    the numbers, dates, people, places and bodies that changed.
    """
    old, new = sent.speech.paragraphs, back.speech.paragraphs
    pairs = match(old, new, by_id=True)
    shifted = moved(pairs)
    changes = [
        change
        for position, paragraph in enumerate(old)
        for change in _changes(paragraph, new, pairs.get(position), position in shifted)
    ]
    partners = set(pairs.values())
    changes += [_added(p) for n, p in enumerate(new) if n not in partners]
    facts = tuple(_facts(changes, _texts(new), brief))
    # A paragraph may have both moved and changed, so changes do not add up to paragraphs.
    touched = {c.paragraph for c in changes if c.kind != "added"}
    return Comparison(tuple(changes), facts, len(old) - len(touched))


def _texts(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(p.text for p in paragraphs)


def _changes(
    old: Paragraph, new: Sequence[Paragraph], partner: int | None, shifted: bool
) -> Iterator[ParagraphChange]:
    if partner is None:
        gone = tuple(SentenceChange(s.text, "", s.fields) for s in _sentences(old))
        yield ParagraphChange("removed", old.id, old.role, old.text, "", gone)
        return
    now = new[partner]
    if now.text != old.text:
        sentences = tuple(_sentence_changes(old, now))
        yield ParagraphChange("changed", old.id, now.role, old.text, now.text, sentences)
    if (now.role, now.level) != (old.role, old.level):
        yield ParagraphChange("restyled", old.id, now.role, _style(old), _style(now))
    if shifted:
        yield ParagraphChange("moved", old.id, now.role, old.text, now.text)


def _style(paragraph: Paragraph) -> str:
    names = {"heading": "标题", "title": "题目", "signature": "落款", "salutation": "称谓"}
    level = f"{paragraph.level}级" if paragraph.role == "heading" else ""
    return level + names.get(paragraph.role, "正文")


def _added(paragraph: Paragraph) -> ParagraphChange:
    new = tuple(SentenceChange("", s.text) for s in _sentences(paragraph))
    return ParagraphChange("added", paragraph.id, paragraph.role, "", paragraph.text, new)


def _sentences(paragraph: Paragraph) -> tuple[Sentence, ...]:
    return paragraph.sentences or tuple(Sentence(s) for s in split_sentences(paragraph.text))


def _sentence_changes(old: Paragraph, new: Paragraph) -> Iterator[SentenceChange]:
    before = _sentences(old)
    sent = {s.text for s in before}
    after = [piece for s in _sentences(new) for piece in _apart(s.text, sent)]
    opcodes = SequenceMatcher(None, [s.text for s in before], after, autojunk=False).get_opcodes()
    for tag, a, b, c, d in opcodes:
        if tag != "equal":
            yield from _replaced(before[a:b], after[c:d])


def _apart(text: str, sent: Collection[str]) -> list[str]:
    """The text cut where a sent sentence stands in it as it was: a draft's may end with a ；."""
    if text in sent:
        return [text]
    whole = max((s for s in sent if s in text), key=len, default="")
    if not whole:
        return [text]
    above, _, below = text.partition(whole)
    pieces = [*_apart(above, sent), whole, *_apart(below, sent)]
    return [piece for piece in pieces if piece]


def _replaced(before: Sequence[Sentence], after: Sequence[str]) -> Iterator[SentenceChange]:
    """Each old sentence with the new one most like it, if any is; the rest came or went."""
    left = list(after)
    for sentence in before:
        best = max(left, key=lambda text: likeness(sentence.text, text), default="")
        if best and (len(before) == len(after) == 1 or likeness(sentence.text, best)):
            left.remove(best)
        else:
            best = ""
        yield SentenceChange(sentence.text, best, sentence.fields)
    yield from (SentenceChange("", text) for text in left)


def _facts(
    changes: Sequence[ParagraphChange], back: str, brief: Brief | None
) -> Iterator[FactChange]:
    values = _brief_values(brief) if brief is not None else None
    seen: set[tuple[str, str, str]] = set()
    for change in changes:
        for sentence in change.sentences:
            if not sentence.before:
                continue
            # A fact that only went to another sentence of the paragraph is not lost.
            now = change.after or (back if change.kind == "removed" else "")
            found = _named(sentence, now) if values is None else _fields(sentence, now, values)
            for field, value in found:
                if (change.paragraph, field, value) not in seen:
                    seen.add((change.paragraph, field, value))
                    instead = _instead(sentence, value)
                    yield FactChange(field, value, instead, change.paragraph)


def _fields(
    sentence: SentenceChange, now: str, values: list[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The brief's words that are gone, by field; where two fields say the same, the sentence's own.

    A sentence may say a fact in other words than the brief: then the numbers, dates, names and
    places it has from the brief are looked for one by one.
    """
    own = [(f, v) for f, v in values if f.startswith(sentence.fields)]
    gone = [(f, v) for f, v in values if v in sentence.before and v not in now]
    mine = {v for f, v in gone if f.startswith(sentence.fields)}
    told = [(f, v) for f, v in gone if v not in mine or f.startswith(sentence.fields)]
    yield from told
    for _, text in _named(sentence, now):
        if not any(text in value for _, value in told):
            yield from [(f, text) for f, value in own if text in value][:1]


def _named(sentence: SentenceChange, now: str) -> Iterator[tuple[str, str]]:
    """Numbers, dates, people, places and bodies that are gone, by what they are."""
    from drafter.text.entities import find_entities

    for entity in find_entities(sentence.before):
        if entity.text not in now:
            yield _KINDS[entity.kind], entity.text


def _instead(sentence: SentenceChange, value: str) -> str:
    """What stands now where ``value`` stood; empty where nothing does."""
    start = sentence.before.find(value)
    end = start + len(value)
    pieces = []
    matcher = SequenceMatcher(None, sentence.before, sentence.after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(sentence.after[c + max(start - a, 0) : max(d - max(b - end, 0), c)])
        elif a < end and b > start:
            pieces.append(sentence.after[c:d])
    return "".join(pieces)


_KINDS = {
    "number": "数字",
    "date": "日期",
    "person": "人名",
    "place": "地名",
    "organisation": "单位",
    "document": "文件",
    "quote": "引语",
}


def _brief_values(brief: Brief) -> list[tuple[str, str]]:
    """Every fact of the brief as (path of Chinese keys, words), the longest words first."""
    plain = plain_brief(brief)
    values = [(f, v) for f, v in _leaves(plain, "") if f.partition(".")[0] not in _NOT_SAID]
    if brief.date is not None:
        day = brief.date
        values.append(("时间", f"{day.year}年{day.month}月{day.day}日"))
    # As the words stand on paper.
    shown = [(field, full_width(value)) for field, value in values]
    return sorted(shown, key=lambda item: -len(item[1]))


#: Fields that steer the drafter and are not said.
_NOT_SAID = frozenset(("文种", "篇幅", "时长", "语速", "语气", "禁用", "版式", "时间"))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, path)
    elif isinstance(value, str) and len(value) >= 2 and not path.endswith(("层级", "着眼")):
        yield path, value
