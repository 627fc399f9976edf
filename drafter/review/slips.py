"""Slips in what a draft says twice: 首件云检 for 首件必检, 住野外用火 for 管住野外用火.

A fact of up to five characters has no half that tells it, so :mod:`drafter.review.near_facts`
leaves it. One character in its midst may be another, or one too many; its first or last, or one
that is missing, only where all of it is a clause. And of a longer one a clause may begin or end in
the midst of a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.review.altered import altered, names_level
from drafter.review.checked import Checked
from drafter.review.finding import Finding
from drafter.review.heard import GRAM, is_heard
from drafter.review.skeleton import bare
from drafter.text.dictionary import is_word
from drafter.text.people import is_han
from drafter.text.scanning import places_of

__all__ = ["check_slips"]

#: How long a fact is of which one character may be another, and one in its midst.
_SHORT, _MIDST = range(3, 6), range(4, 6)
#: Half of one is told by so many characters.
_HALF = 2


def check_slips(checked: Checked) -> Iterator[Finding]:
    """``fact-altered`` for each such place of a fact that stands rightly elsewhere."""
    if checked.made:
        return  # what is told was put there from the brief
    for fact in checked.facts:
        words = bare(fact.text)
        if fact.loose or words not in checked.skeleton.text or not all(map(is_han, words)):
            continue
        for start, end in {*_other(words, checked.text), *_cut(words, checked.text)}:
            level = names_level(words, checked.text[start:end])
            if not level and _is_own(checked, start, end) and not checked.is_excused(start, end):
                yield altered(checked, fact.field, fact.text, (start, end))


def _is_own(checked: Checked, start: int, end: int) -> bool:
    """Whether neither the brief nor a pattern says what stands there."""
    stands, position = checked.text[start:end], checked.skeleton.position
    given = 0 not in checked.covered[position(start) : position(end - 1) + 1]
    runs = range(max(1, len(stands) - GRAM + 1))
    return not given and not all(is_heard(stands[at : at + GRAM]) for at in runs)


def _other(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where all but one character of a short fact stand, and one is another or too many."""
    size = len(words)
    if size in _SHORT:
        yield from _of_clauses(words, text)
    if size not in _MIDST:
        return
    for start in places_of(words[:_HALF], text):
        for end in (start + size, start + size + 1):
            tail = words[_HALF + 1 :] if end == start + size else words[_HALF:]
            stands = text[start:end]
            if stands.endswith(tail) and stands != words and all(map(is_han, stands)):
                yield start, end
    for at in places_of(words[_HALF:], text):
        stands = text[max(0, at - _HALF) : at + size - _HALF]
        if stands[:1] == words[0] and stands[:size] != words and is_han(stands[1]):
            yield at - _HALF, at + size - _HALF


def _of_clauses(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Clauses that are a short fact but for its first or last character, or but for one missing."""
    size = len(words)
    for start in (*places_of(words[:-1], text), *(p - 1 for p in places_of(words[1:], text))):
        stands = text[max(0, start) : start + size]
        if stands != words and all(map(is_han, stands)) and _is_clause(text, start, start + size):
            yield start, start + size
    if size in _MIDST:
        for rest in {words[:at] + words[at + 1 :] for at in range(size)}:
            for start in places_of(rest, text):
                if _is_clause(text, start, start + size - 1):
                    yield start, start + size - 1


def _cut(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a clause begins or ends with a longer fact, but for one character of a word."""
    if len(words) <= _SHORT[-1]:
        return
    if is_word(words[:2]) or not is_word(words[1:3]):
        for start in places_of(words[1:], text):
            if not is_han(text[start - 1 : start] or "\n"):
                yield start, start + len(words) - 1
    if is_word(words[-2:]):
        for start in places_of(words[:-1], text):
            end = start + len(words) - 1
            if not is_han(text[end : end + 1] or "\n"):
                yield start, end


def _is_clause(text: str, start: int, end: int) -> bool:
    """Whether marks stand on both sides."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return not (is_han(before or "\n") or is_han(behind or "\n"))
