"""Looking over: what choosing needs to know of a pattern, told by the pattern alone.

It is worked out once and kept between runs (looks.py): looking over a thousand patterns takes
longer than drafting from them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from drafter.bank import Choice, Pattern, Slot
from drafter.drafting.setting.terms import MARKS, part_of, terms_of
from drafter.drafting.stock.backdrops import backdrops_of
from drafter.drafting.stock.casts import cast_of
from drafter.drafting.stock.open_places import OPEN_TYPES
from drafter.resources import read_data
from drafter.text.sentences import split_sentences

__all__ = [
    "GRAM",
    "PAIR",
    "Look",
    "builds_of",
    "is_bound",
    "is_of_a_deed",
    "look_over",
    "opener_of",
]

#: Length of the runs by which sentences are felt to repeat one another.
GRAM = 4
#: Length of the runs that stand in for words.
PAIR = 2
#: Several sentences of this many characters together are a passage.
_PASSAGE = 48
#: What is said of one thing is a comment on it, in two sentences as in one, up to so many.
_COMMENT = 90
#: A passage with fewer terms of offices than this speaks in sayings; one of a field of work has
#: that field's own terms besides.
_TERMS, _TERMS_OF_FIELD = 4, 2


class Look(Struct, frozen=True, array_like=True):
    """What choosing needs to know of a pattern.

    ``facts`` are the facts its slots say, ``asks`` those slots with their facts, ``inside`` the
    facts after which the frame goes on without a mark, ``needs`` the level words and names it
    cannot do without, ``renamed`` slots that are called otherwise than their type, ``grams`` the
    4-character runs of its literal text and ``terms`` its content pairs (each set written one
    after the other in one string), ``size`` its literal characters, ``about`` what tells
    each word for the part of a field it speaks of, ``choices`` how many wordings it has;
    ``passage`` marks sentences that belong together, ``homely`` what speaks in sayings rather than
    in the terms of offices, ``shows`` the backdrops of its own, ``cast`` whom it brings on.
    """

    facts: frozenset[str]
    asks: tuple[tuple[str, str], ...]
    needs: frozenset[str]
    renamed: tuple[tuple[str, str], ...]
    grams: str
    terms: str
    opener: str
    builds: frozenset[str]
    size: int
    directive: bool
    announces: bool
    introduces: bool
    continues: bool
    inside: frozenset[str]
    about: tuple[frozenset[str], ...]
    choices: int
    passage: bool
    homely: bool
    shows: frozenset[str]
    cast: frozenset[str]


def opener_of(text: str) -> str:
    """What a listener hears a sentence begin with: 要, or its first two characters."""
    return "要" if text.startswith("要") else text[:2]


@cache
def _builds() -> tuple[str, ...]:
    return tuple(read_data("wording.yaml")["builds"])


@lru_cache(2048)
def builds_of(text: str) -> frozenset[str]:
    """The words by which sentences are felt to be built alike (不是…而是, 越…越)."""
    return frozenset(b for b in _builds() if b in text)


@cache
def _directive() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["directive"])


@cache
def _formal() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["formal"])


def _called(name: str, kind: str) -> str:
    """The name a slot's value is found under: its own where that is its type (and a number)."""
    return name if name.rstrip("0123456789") == kind else kind


@cache
def _announce() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["announce"])


@cache
def _continues() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["continues"])


def _inside(pattern: Pattern, facts_of: dict[str, str]) -> frozenset[str]:
    """The facts whose slot is followed by more words of the same clause (从{{ measures }}入手)."""
    types = pattern.slot_types
    parts = pattern.parsed.parts
    out = set()
    for part, after in pairwise(parts):
        if isinstance(part, Slot) and types[part.name] in facts_of:
            text = after if isinstance(after, str) else ""
            if not MARKS.match(text):
                out.add(facts_of[types[part.name]])
    return frozenset(out)


def _introduces(pattern: Pattern, literal: str) -> bool:
    """Whether it leads up to a list: it counts what follows, or says that something does.

    Achievements are told as an account as well, which nobody counts: theirs lead up to it anyhow.
    """
    if pattern.move == "lead":
        leads = "n" in pattern.parsed.slots or literal.endswith("：") or pattern.focus == "成绩"
        return pattern.focus is not None and leads
    move = "problem" if (pattern.move, pattern.focus) == ("why", "问题") else pattern.move
    cues = read_data("wording.yaml")["introduces"].get(move)
    return cues is not None and re.search(cues, literal) is not None


def _literal(pattern: Pattern, slot: str) -> str:
    """The frame's text with the first word of each choice and ``slot`` for every slot."""
    out: list[str] = []
    for part in pattern.parsed.parts:
        if isinstance(part, str):
            out.append(part)
        else:
            out.append(part.options[0] if isinstance(part, Choice) else slot)
    return "".join(out)


def _terms_needed(pattern: Pattern, passage: bool) -> int:
    """How many terms of offices keep a frame from being sayings."""
    if not passage:
        return 1
    return _TERMS if pattern.area is None else _TERMS_OF_FIELD


def is_of_a_deed(pattern: Pattern) -> bool:
    """Whether it is what one kind of deed teaches: two short sentences say it whole."""
    return pattern.move == "lesson" and bool(pattern.about)


def is_bound(pattern: Pattern) -> bool:
    """Whether it is written for one thing that is done in any field (人才, 管护), not to comment.

    A point must speak of that thing to have it.
    """
    of_any = pattern.area is None and pattern.focus is None and pattern.move != "follow"
    return of_any and bool(pattern.about)


def look_over(pattern: Pattern, matter: str | None = None) -> Look | None:
    """What choosing needs to know of the pattern, which is about what its frame says or ``matter``.

    What is told of any matter (全面推进…) and where it meets the next word (面推) make it near to
    nothing. None where it has slots no brief fills, or says a fact twice.
    """
    types = pattern.slot_types
    if not OPEN_TYPES.isdisjoint(types.values()):
        return None
    facts_of = read_data("wording.yaml")["facts"]
    said = [n for n in pattern.parsed.slots if types[n] in facts_of]
    if len(said) != len(set(said)):
        return None
    literal = _literal(pattern, "\x00")
    pieces = [p for p in literal.split("\x00") if p]
    parts = pattern.parsed.parts
    first = parts[0]
    grams = {p[i : i + GRAM] for p in pieces for i in range(len(p) - GRAM + 1)}
    least = _COMMENT if pattern.move == "follow" else _PASSAGE
    least = 0 if is_of_a_deed(pattern) or is_bound(pattern) else least
    passage = len(literal) >= least and len(split_sentences(literal)) > 1
    return Look(
        facts=frozenset(facts_of[t] for t in types.values() if t in facts_of),
        asks=tuple((_called(n, t), facts_of[t]) for n, t in types.items() if t in facts_of),
        needs=frozenset(t for t in types.values() if t not in facts_of),
        renamed=tuple((n, t) for n, t in types.items() if _called(n, t) != n),
        grams="".join(sorted(grams)),
        terms="".join(sorted(terms_of("，".join(pieces) if matter is None else matter))),
        opener=f"<{first.name}>" if isinstance(first, Slot) else opener_of(literal),
        builds=builds_of(literal),
        size=len(literal) - literal.count("\x00"),
        announces=_announce().search(literal) is not None,
        introduces=_introduces(pattern, literal),
        continues=_continues().match(literal) is not None,
        about=tuple(map(part_of, pattern.about)),
        choices=pattern.parsed.choices,
        passage=passage,
        homely=len(_formal().findall(literal)) < _terms_needed(pattern, passage),
        shows=backdrops_of(pattern),
        cast=cast_of(pattern),
        inside=_inside(pattern, facts_of),
        directive=_directive().search(literal.replace("\x00", "各级")) is not None,
    )
