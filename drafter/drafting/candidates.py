"""Candidates: patterns looked over, each with what choosing needs.

Looking a candidate over costs a microsecond; everything that depends on the pattern alone is
computed here, once.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from drafter.bank import Choice, Pattern, Slot
from drafter.resources import read_data
from drafter.text.sentences import split_sentences

__all__ = ["GRAM", "Candidate", "builds_of", "look_over", "opener_of", "terms_of"]

#: Length of the runs by which sentences are felt to repeat one another.
GRAM = 4
#: Several sentences of this many characters together are a passage.
_PASSAGE = 60
_MARKS = re.compile(r"[，。；：、！？“”（）《》\s]+")
#: Slot types that only a real text can fill.
_OPEN_FORMS = frozenset({"np", "vp", "clause", "word", "time", "number", "date"})
#: How much more a candidate is liked: the user's own packs before all, then what fits narrowly.
_OWN, _AREA, _FOCUS, _GENRE, _LEVEL, _MINED = 9.0, 1.6, 0.6, 0.6, 0.3, 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern with what choosing needs.

    ``facts`` are the facts its slots say, ``asks`` those slots with their facts, ``inside`` the
    facts after which the frame goes on without a mark, ``needs`` the level words and names it
    cannot do without, ``renamed`` slots that are called otherwise than their type, ``grams`` the
    4-character runs of its literal text, ``terms`` its content pairs, ``size`` its literal
    characters, ``key`` the number that the seed is mixed with, ``about`` the character pairs of
    each word for the part of a field it speaks of, ``choices`` how many wordings it has;
    ``passage`` marks sentences that belong together.
    """

    pattern: Pattern
    facts: frozenset[str]
    asks: tuple[tuple[str, str], ...]
    needs: frozenset[str]
    renamed: tuple[tuple[str, str], ...]
    grams: frozenset[str]
    terms: frozenset[str]
    opener: str
    builds: frozenset[str]
    size: int
    liking: float
    key: int
    directive: bool
    announces: bool
    introduces: bool
    continues: bool
    inside: frozenset[str]
    about: tuple[frozenset[str], ...]
    choices: int
    passage: bool
    focus: str | None


def terms_of(text: str) -> frozenset[str]:
    """The character pairs of a text that stand inside clauses: a cheap stand-in for its words."""
    return frozenset(part[i : i + 2] for part in _MARKS.split(text) for i in range(len(part) - 1))


def opener_of(text: str) -> str:
    """What a listener hears a sentence begin with: 要, or its first two characters."""
    return "要" if text.startswith("要") else text[:2]


@cache
def _builds() -> tuple[str, ...]:
    return tuple(read_data("wording.yaml")["builds"])


@lru_cache(1024)
def builds_of(text: str) -> frozenset[str]:
    """The words by which sentences are felt to be built alike (不是…而是, 越…越)."""
    return frozenset(b for b in _builds() if b in text)


@cache
def _directive() -> re.Pattern[str]:
    return re.compile(read_data("wording.yaml")["directive"])


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
            if not _MARKS.match(text):
                out.add(facts_of[types[part.name]])
    return frozenset(out)


def _introduces(pattern: Pattern, literal: str) -> bool:
    """Whether it leads up to a list: it counts what follows, or says that something does."""
    if pattern.move == "lead":
        return pattern.focus is not None and "n" in pattern.parsed.slots
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


def look_over(pattern: Pattern, own: bool) -> Candidate | None:
    """The pattern looked over; None where it has slots no brief fills, or says a fact twice."""
    types = pattern.slot_types
    if _OPEN_FORMS & set(types.values()):
        return None
    facts_of = read_data("wording.yaml")["facts"]
    said = [n for n in pattern.parsed.slots if types[n] in facts_of]
    if len(said) != len(set(said)):
        return None
    literal = _literal(pattern, "\x00")
    pieces = [p for p in literal.split("\x00") if p]
    parts = pattern.parsed.parts
    first = parts[0]
    liking = (
        _OWN * own
        + _AREA * (pattern.area is not None)
        + _FOCUS * (pattern.focus is not None)
        + _GENRE * bool(pattern.genres)
        + _LEVEL * bool(pattern.levels)
        + _MINED * (pattern.origin == "mined")
    )
    return Candidate(
        pattern=pattern,
        facts=frozenset(facts_of[t] for t in types.values() if t in facts_of),
        asks=tuple((_called(n, t), facts_of[t]) for n, t in types.items() if t in facts_of),
        needs=frozenset(t for t in types.values() if t not in facts_of),
        renamed=tuple((n, t) for n, t in types.items() if _called(n, t) != n),
        grams=frozenset(p[i : i + GRAM] for p in pieces for i in range(len(p) - GRAM + 1)),
        terms=terms_of("，".join(pieces)),
        opener=f"<{first.name}>" if isinstance(first, Slot) else opener_of(literal),
        builds=builds_of(literal),
        size=len(literal) - literal.count("\x00"),
        liking=liking,
        key=zlib.crc32(pattern.id.encode()),
        announces=_announce().search(literal) is not None,
        introduces=_introduces(pattern, literal),
        continues=_continues().match(literal) is not None,
        about=tuple(terms_of(word) for word in pattern.about),
        choices=pattern.parsed.choices,
        passage=len(literal) >= _PASSAGE and len(split_sentences(literal)) > 1,
        inside=_inside(pattern, facts_of),
        focus=pattern.focus,
        directive=_directive().search(literal.replace("\x00", "各级")) is not None,
    )
