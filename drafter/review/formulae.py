"""Passages that are nobody's own: what patterns and the phrases beside them say, in every wording.

The names of a level (全县, 各乡镇、各部门) and counts are left open, as they are in the patterns:
下面，我代表县委、县政府讲三点意见 is one formula and not three scraps of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from drafter.bank import Pattern, parse_frame, shipped_bank
from drafter.resources import load_yaml, read_data, shipped
from drafter.review.skeleton import bare
from drafter.review.stock import between

__all__ = ["PHRASES", "Formulae", "formulae", "mark_formulae"]

#: Where phrases stand beside the patterns that a draft has whole: what leads on, what takes up.
PHRASES = (
    "wording.yaml",
    "requests.yaml",
    "hopes.yaml",
    "befallen.yaml",
    "heading_own.yaml",
    "account.yaml",
)
#: A stretch this long is a formula by itself; a shorter one only beside a fact of the brief.
#: With its names and counts left open it must still say something.
_PIECE, _SHORT, _OPENED = 8, 3, 5
#: What stands for a name of a level, and for a count.
_NAME, _COUNT = "\ue000", "\ue001"
_NUMERALS = "一二两三四五六七八九十"
#: Signs that only the rules among those phrases have, and the places phrases leave open: {}.
_RULE = re.compile(r"[()\[\]\\^$*+?]")
_OPEN = re.compile(r"(?<!\{)\{\w*\}(?!\})")


class Formulae(NamedTuple):
    """Automata over opened text: stretches that are formulae by themselves, and shorter ones."""

    long: Any
    short: Any


def mark_formulae(marks: bytearray, words: str, own: Iterable[Pattern] = ()) -> None:
    """Mark in ``marks`` (1: not counted) the characters of bare text that formulae have.

    What is marked at first is the brief's; ``own`` are the patterns of the user's packs.
    """
    given = bytes(marks)
    opened, origins = _opened(words)
    for known in (formulae(), _automata(own)):
        for _, start, end in known.long.find_matches_as_indexes(opened, overlapping=True):
            begin, stop = origins[start], origins[end]
            marks[begin:stop] = b"\x01" * (stop - begin)
        for _, start, end in known.short.find_matches_as_indexes(opened, overlapping=True):
            begin, stop = origins[start], origins[end]
            if (begin and given[begin - 1]) or (stop < len(given) and given[stop]):
                marks[begin:stop] = b"\x01" * (stop - begin)


@cache
def formulae() -> Formulae:
    """Those of the shipped patterns and phrases."""
    return _automata(
        (p for p in shipped_bank() if p.status == "accepted"), chain(_phrases(), _layouts())
    )


def _automata(patterns: Iterable[Pattern], phrases: Iterable[str] = ()) -> Formulae:
    from ahocorasick_rs import AhoCorasick

    frames = chain((p.parsed for p in patterns), map(parse_frame, phrases))
    pieces = {bare(piece) for frame in frames for piece in between(frame, _filling)}
    long, short = set(), set()
    for piece in pieces:
        opened = _opened(piece)[0]
        if len(piece) >= _PIECE and len(opened) >= _OPENED:
            long.add(opened)
        elif len(opened) >= _SHORT:
            short.add(opened)
    return Formulae(AhoCorasick(sorted(long)), AhoCorasick(sorted(short)))


def _filling(name: str) -> str:
    """A word that fills a slot and is opened again; empty for what only the brief has."""
    slot = name.rstrip("0123456789")
    if slot == "n":
        return _NUMERALS[0]
    return str(read_data("levels.yaml")["县"].get(slot, "")) if slot != "seats" else ""


@cache
def _names() -> Any:
    """An automaton of what levels call themselves and their people."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    values = chain.from_iterable(level.items() for level in read_data("levels.yaml").values())
    keys = read_data("levels.yaml")["县"]
    names = {bare(v) for key, v in values if key in keys and isinstance(v, str)}
    return AhoCorasick(sorted(n for n in names if len(n) > 1), matchkind=MatchKind.LeftmostLongest)


def _opened(words: str) -> tuple[str, list[int]]:
    """Bare text with one sign for each name of a level and each numeral, and where each began."""
    out: list[str] = []
    origins: list[int] = []
    at = 0
    for _, start, end in [*_names().find_matches_as_indexes(words), (0, len(words), len(words))]:
        out += words[at:start]
        origins += range(at, start)
        if start < end:
            out.append(_NAME)
            origins.append(start)
        at = end
    text = "".join(_COUNT if char in _NUMERALS else char for char in out)
    return text, [*origins, len(words)]


def _phrases() -> Iterator[str]:
    """The phrases of a draft that stand beside the patterns, as frames."""
    for text in chain.from_iterable(_texts(read_data(name)) for name in PHRASES):
        if _is_phrase(text):
            yield _OPEN.sub("{{ clause }}", text)


def _layouts() -> Iterator[str]:
    """Titles, salutations and headings as the genres have them."""
    for file in sorted(shipped("templates").glob("*/meta.yaml")):
        yield from filter(_is_phrase, _texts(load_yaml(file.read_bytes())))


def _is_phrase(text: str) -> bool:
    """Whether it is said in a speech: no rule, no list of words."""
    return bool(text) and not _RULE.search(text) and ("<" in text or "|" not in text)


def _texts(value: Any) -> Iterator[str]:
    """Each text of a file of data, however deep it stands."""
    if isinstance(value, str):
        yield value
    else:
        for inner in value.values() if isinstance(value, dict) else value or ():
            yield from _texts(inner)
