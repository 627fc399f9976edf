"""The places of a speech where formulae live: opening, headings, sentences of points, closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.speech import Paragraph, Speech
from drafter.text.enumerators import find_enumerator
from drafter.text.sentences import split_sentences

__all__ = ["Unit", "units"]

#: A longer sentence is no formula but an argument: in opening, closing and points, as a heading.
#: What a meeting is for and what all are called to do takes a long breath (主要任务是…, 让我们…).
LONGEST = {"opening": 160, "closing": 220, "points": 120}
LONGEST_HEADING = 40
#: A shorter sentence says nothing, its mark counted; but thanks are said in five characters.
SHORTEST = {"opening": 5, "closing": 5, "points": 6}
#: Enumerators that run inside paragraphs; what they begin is a sentence of a point, no heading.
_CN = "[一二三四五六七八九十]+"
_RUN_IN = re.compile(rf"^(?:第?{_CN}(?:是要|要是|是|要|则|来)|其{_CN}[，是]|第{_CN}[，、：])")
_BEGIN_RUN = frozenset("第其一二三四五六七八九十")
_NEXT = re.compile(r"[；，]\s*(?:二(?:是|要)|第二|其二|其次)")
_SEMICOLON = re.compile("(?<=；)")
_TAIL = re.compile(r"[。；：，、！？\s]+$")
_ROLES = {"opening": "opening", "closing": "closing", "body": "points"}


class Unit(NamedTuple):
    """One candidate sentence: the part of the speech it stands in, its text, its ordinal (一是)."""

    part: str
    text: str
    ordinal: str = ""


def units(speech: Speech) -> Iterator[Unit]:
    """The candidate sentences of a speech, in order, enumerators taken off."""
    for paragraph in speech.paragraphs:
        if paragraph.role == "heading":
            yield from _heading(paragraph)
        elif part := _ROLES.get(paragraph.role):
            yield from _sentences(part, split_sentences(paragraph.text))


def _heading(paragraph: Paragraph) -> Iterator[Unit]:
    heading = paragraph.heading
    found = find_enumerator(heading)
    bare = _TAIL.sub("", heading[found.width :] if found else heading).strip()
    if found and found.rank >= 45:
        # 一是… begins a measure, whatever line it stands on.
        for unit in _sentences("points", [bare + "。"]):
            yield unit._replace(ordinal=heading[: found.width].strip() + unit.ordinal)
    elif 4 <= len(bare) <= LONGEST_HEADING:
        yield Unit("headings", bare)
    yield from _sentences("points", split_sentences(paragraph.body.lstrip("。；：，、")))


def _sentences(part: str, pieces: list[str]) -> Iterator[Unit]:
    """Each sentence as one unit; one too long for that by its parts between semicolons."""
    longest = LONGEST[part]
    if max(map(len, pieces), default=0) > longest:
        parts = ([p] if len(p) <= longest else _SEMICOLON.split(p) for p in pieces)
        pieces = [piece for group in parts for piece in group]
    for piece in pieces:
        bare = piece.strip()
        # 一是…；二是… is a scheme as a whole, 一是… alone only stands in one.
        ordinal = ""
        if part == "points" and bare[:1] in _BEGIN_RUN and not _NEXT.search(bare):
            begun = _RUN_IN.match(bare)
            ordinal = begun.group() if begun else ""
            bare = bare[len(ordinal) :]
        if bare.endswith(("；", "：", "，")):
            bare = bare[:-1] + "。"
        if SHORTEST[part] <= len(bare) <= longest:
            yield Unit(part, bare, ordinal)
