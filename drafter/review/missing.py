"""Facts of the brief that the draft does not say, or says otherwise.

A fact is said when its words stand in the draft, marks and blanks aside. A frame may bring its own
确保 or 要 at the head of a fact, and a fact of several clauses may be said in several sentences.
Where the words are missing but nearly the same ones stand there, the fact was altered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from drafter.drafting.setting.user_words import as_done
from drafter.resources import read_data
from drafter.review.altered import altered, shortened
from drafter.review.checked import Checked
from drafter.review.facts import Fact
from drafter.review.finding import Finding
from drafter.review.skeleton import bare
from drafter.text.entities import Entity, find_entities, normal
from drafter.text.later import later
from drafter.text.near_people import people_near
from drafter.text.scanning import longest_first, places_of

__all__ = ["check_facts"]

#: Two texts this alike are one fact, altered; below it they are two.
_ALIKE = 0.72
#: Facts shorter than this have too few words to be recognised by likeness.
_SHORT = 6
#: Of a fact longer than this only the first clause that is missing is looked for.
_LONG = 300
#: How far from its task an altered owner or deadline is looked for, in characters.
_NEAR = 160
_PARTICLES = str.maketrans("", "", "的了")
_BEFORE = later(r"[\u4e00-\u9fff]*$")


def check_facts(checked: Checked) -> Iterator[Finding]:
    """``fact-missing`` and ``fact-altered``."""
    for fact in checked.facts:
        if not _is_said(fact, checked):
            yield _altered(fact, checked) or _missing(fact)


@cache
def _heads() -> tuple[str, ...]:
    return longest_first(read_data("review.yaml")["loose_heads"])


def _is_said(fact: Fact, checked: Checked) -> bool:
    whole = checked.skeleton.text
    words = bare(fact.text)
    if not words or words in whole or _without_head(words) in whole:
        return True
    if fact.field == "时间":
        return _is_dated(checked)
    # A chair announces what is still to come: 宣读实施方案 for 宣读了实施方案; others look back.
    if fact.field == "议程.事项" and (
        words.replace("了", "", 1) in whole or bare(as_done(fact.text)) in whole
    ):
        return True
    if len(words) >= _SHORT and _without_particles(words) in _without_particles(whole):
        return True
    parts = [bare(c) for c in _parts(fact.text)]
    return len(parts) > 1 and all(p in whole or _without_head(p) in whole for p in parts)


def _without_particles(words: str) -> str:
    """The words without 的 and 了, which change no fact: 新的成效 is 新成效."""
    return words.translate(_PARTICLES)


def _without_head(words: str) -> str:
    if not words.startswith(_heads()):
        return words
    for head in _heads():
        if words.startswith(head) and len(words) >= len(head) + 3:
            return words[len(head) :]
    return words


def _parts(text: str) -> list[str]:
    for mark in "；、。：！,;":
        text = text.replace(mark, "，")
    return [c for c in text.split("，") if len(c) > 1]


def _is_dated(checked: Checked) -> bool:
    """Whether the day of the speech is said in any form, the year left out or written out."""
    day = checked.brief.date
    if day is None:
        return True
    forms = (f"{day.year}年{day.month}月{day.day}日", f"{day.month}月{day.day}日")
    return any(normal(e) in forms for e in checked.entities if e.kind == "date")


def _missing(fact: Fact) -> Finding:
    if fact.loose:
        return Finding(
            "fact-missing",
            "note",
            None,
            fact.text,
            f"提纲里的“{fact.field}”没有原样出现在稿子里：“{shortened(fact.text)}”，请看换了说法是否合适",
        )
    where = f"（属于“{shortened(fact.near)}”）" if fact.near else ""
    return Finding(
        "fact-missing",
        "error",
        None,
        fact.text,
        f"提纲里“{fact.field}”的内容没有写进稿子{where}：“{shortened(fact.text)}”，请补上",
    )


def _altered(fact: Fact, checked: Checked) -> Finding | None:
    span = _near_name(fact, checked) or _near_words(fact, checked) or _near_entity(fact, checked)
    if span is None:
        return None
    return altered(checked, fact.field, fact.text, span)


def _near_name(fact: Fact, checked: Checked) -> tuple[int, int] | None:
    """A name like the speaker's but for one character, or another in the speaker's line."""
    if fact.field != "讲话人.姓名":
        return None
    for span in people_near(fact.text, checked.text):
        return span
    for index, paragraph in enumerate(checked.paragraphs):
        if paragraph.role == "speaker":
            start = checked.start_of(index)
            words = paragraph.text.replace("\u3000", " ").split()
            if words:
                at = paragraph.text.rfind(words[-1])
                return start + at, start + at + len(words[-1])
    return None


def _likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    # Most drafts have nothing altered, and the library need not be loaded.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _near_entity(fact: Fact, checked: Checked) -> tuple[int, int] | None:
    """For a short fact: the same kind of thing, not the brief's, near what it belongs to."""
    if len(bare(fact.text)) > 2 * _SHORT:
        return None
    if fact.field == "时间":
        return _other_date(checked)
    kinds = {e.kind for e in find_entities(fact.text) if len(e.text) >= 0.6 * len(fact.text)}
    if not kinds:
        return None
    anchor = checked.text.find(fact.near) if fact.near else -1
    best: tuple[int, Entity] | None = None
    for entity in checked.entities:
        if entity.kind not in kinds or entity.text in checked.brief_blob:
            continue
        distance = abs(entity.start - anchor) if anchor >= 0 else 0
        if anchor >= 0 and distance > _NEAR:
            continue
        if anchor < 0 and _likeness(entity.text, fact.text) < 0.5:
            continue
        if best is None or distance < best[0]:
            best = (distance, entity)
    return (best[1].start, best[1].end) if best else None


def _other_date(checked: Checked) -> tuple[int, int] | None:
    for index, paragraph in enumerate(checked.paragraphs):
        if paragraph.role == "date":
            start = checked.start_of(index)
            return start, start + len(paragraph.text)
    return None


def _near_words(fact: Fact, checked: Checked) -> tuple[int, int] | None:
    """The stretch of the draft most like a longer fact, where one is like it at all."""
    whole = checked.skeleton.text
    words = bare(fact.text)
    if len(words) > _LONG:
        parts = (bare(p) for p in _parts(fact.text))
        words = next((p for p in parts if p not in whole and len(p) >= _SHORT), words)[:_LONG]
    if len(words) < _SHORT:
        return None
    # Where pairs of characters of the fact stand in the draft votes for where it would begin.
    votes: Counter[int] = Counter()
    for offset in range(len(words) - 1):
        pair = words[offset : offset + 2]
        votes.update(at - offset for at in places_of(pair, whole))
    best, score = None, _ALIKE
    for vote, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:4]:
        begin = max(0, vote)
        window = whole[begin : begin + len(words)]
        ratio = _likeness(words, window)
        if ratio > score:
            best, score = begin, ratio
    if best is None:
        return None
    end = min(best + len(words), len(whole)) - 1
    start = checked.skeleton.origin(best)
    if whole[best] != words[0]:
        # 青禾县…会 for 全县…会: what was put in may be longer than what it replaced.
        before = _BEFORE().search(checked.text, max(0, start - 3), start)
        start -= len(before.group()) if before else 0
    return start, checked.skeleton.origin(end) + 1
