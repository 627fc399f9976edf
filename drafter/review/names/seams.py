"""What looks like a name and was cut out of what a pattern says and what the brief says beside it.

Patterns leave places open for the brief's words (聚焦{{ topic }}): where the two meet, the end of
one and the beginning of the other can look like a name that neither of them has (焦家庭 of
聚焦|家庭医生签约). Such a stretch is accounted for from end to end: a text of the brief, or a word
the unit is spoken of with (县委、县政府), lies over the seam or beside it, and up to the seam, or
from it, runs what a pattern says just there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from drafter.drafting.setting.situation import own_words
from drafter.resources import read_data
from drafter.review.checked import Checked
from drafter.review.skeleton import fold
from drafter.review.stock import is_common_word, is_piece
from drafter.text.people import is_han
from drafter.text.scanning import Words, places_of

__all__ = ["Seams"]

_MARKS = re.compile("[，；、。：！？]")
#: A text of the brief has several clauses, which a draft may say one by one.
_CLAUSE = 4
#: No phrase for an open place is longer.
_PHRASE = 16
#: Nor does a pattern say more in a row.
_REACH = 60
#: So many characters beside an open place tell what a pattern says there.
_TELLING = 3
#: Where what patterns say between their open places begins and ends in the stock.
_EDGE = "\n"


class Seams:
    """Says of a stretch of a draft whether it is put together of what patterns and brief say."""

    def __init__(self, checked: Checked) -> None:
        self._text = checked.text
        self._brief = checked.brief
        self._texts = checked.brief_texts

    @cached_property
    def _given(self) -> tuple[str, ...]:
        """What stands in open places: the brief's texts and their clauses, and the unit's words."""
        clauses = (c for text in self._texts for c in _MARKS.split(text) if len(c) >= _CLAUSE)
        texts = (*self._texts, *clauses, *map(fold, own_words(self._brief)))
        return tuple(dict.fromkeys(t for t in texts if len(t) > 1))

    def accounts_for(self, start: int, end: int) -> bool:
        """Whether all of the stretch is a pattern's or given, and some of it given."""
        beside = sorted(self._beside(start, end))
        given = [(s, e) for s, e in beside if s < end and start < e]
        # A pattern's words end where a given text begins, and begin where one ends.
        open_places = frozenset(at for span in beside for at in span)
        if any(s <= start and end <= e for s, e in given) or self._is_of_phrase(start, end):
            return True
        # Followed from end to end, with and without a given text so far: 研究|部署|在建工程质量.
        reached = {(start, False)}
        for at in range(start, end):
            for with_given in {given_so_far for to, given_so_far in reached if to == at}:
                reached.update((e, True) for s, e in given if s == at or s < at == start)
                reached.update(
                    (to, with_given)
                    for to in range(at + 1, end + 1)
                    if self._is_said(at, to, start, end, open_places)
                )
        return any(to >= end and with_given for to, with_given in reached)

    def _beside(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where given texts stand over a part of the stretch, or right beside it."""
        for text in self._given:
            begin = max(0, start - len(text))
            for at in places_of(text, self._text[begin : end + len(text)]):
                yield begin + at, begin + at + len(text)

    def _is_of_phrase(self, start: int, end: int) -> bool:
        """Whether it is part of a phrase that sentences made of formulae are filled with."""
        begin = max(0, start - _PHRASE)
        found = _phrases().spans(self._text[begin : end + _PHRASE])
        return any(begin + s <= start and end <= begin + e for s, e in found)

    def _is_said(self, at: int, to: int, start: int, end: int, open_places: frozenset[int]) -> bool:
        """Whether a pattern says what stands here, from one open place to the next.

        At the ends of the whole stretch it may have begun before, or go on. Of what other files
        of a genre say, and what was changed in saying it, only the part at the seam is a pattern's.
        """
        text, first, last = self._text, at == start, to == end
        if first and is_common_word(text[max(0, min(at - 1, to - _TELLING)) : to] + _EDGE):
            return True
        if last and is_common_word(_EDGE + text[at : max(to + 1, at + _TELLING)]):
            return True
        # What is short and stands by itself may be part of another word: 法规|定.
        goes_on = {
            edge
            for edge in (at, to)
            if edge not in open_places
            and is_han(text[max(0, edge - 1) : edge])
            and is_han(text[edge : edge + 1])
        }
        alone = not (first and at in goes_on) and not (last and to in goes_on)
        back = range(at, max(-1, at - _REACH), -1) if first else (at,)
        on = range(to, min(len(text), to + _REACH) + 1) if last else (to,)
        return any(
            is_piece(text[begin:stop]) and (stop - begin >= _TELLING or alone)
            for begin in back
            for stop in on
        )


@cache
def _phrases() -> Words:
    """All such phrases: of 亲商安商的|环境 nobody is called 商安商."""
    blocks = (block for area in read_data("objects.yaml").values() for block in area)
    whose = ("about", "levels")
    said = (words for block in blocks for key, words in block.items() if key not in whose)
    lists = ([words] if isinstance(words, str) else words for words in said)
    return Words(sorted({w for words in lists for w in words if len(w) >= _CLAUSE}))
