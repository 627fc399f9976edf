"""Counts before a measure, in Chinese numbers (打好三场硬仗, 每五天), and ordinals before a verb.

The measure is the formula's, the number a slot; but where all say the same number, and the lexicon
lists it with its measure (三年), it is the formula's as well (:mod:`drafter.mining.edges`), so each
has a sign of its own while a text is read. 三看三查 and 五户联保 are what campaigns are called: no
number is told but these, and no ordinal but one that begins its clause (一靠…，二靠…).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.mining.lexicon import MORE, frame_lexicon
from drafter.text.scanning import either

__all__ = ["COUNT_OF", "ORDINAL_OF", "count", "ordinal", "sign_of"]

#: The sign of each number (noncharacters that other masks leave), and the number: of counts that
#: are told, and of ordinals.
COUNT_OF = {chr(0xFDE3 + n): number for n, number in enumerate(MORE)}
ORDINAL_OF = {chr(0xFDDB + n): number for n, number in enumerate("一二三四五")}
_COUNTED = {number: sign for sign, number in COUNT_OF.items()}
_ORDERED = {number: sign for sign, number in ORDINAL_OF.items()}
#: A measure has so many characters at the most.
_LONGEST = 2


def count(measures: Sequence[str], no_counts: Sequence[str]) -> str:
    """An expression for a number before a measure, unless it is part of another or of a word.

    Words are ``no_counts`` and what the lexicon lists that goes on behind the measure.
    """
    counted = re.compile(rf"[{MORE}]+(?:{either(measures)})")
    lexicon = frame_lexicon()
    begun = {w for w in (*lexicon.classes, *lexicon.work) if counted.match(w)}
    words = {*no_counts, *(w for w in begun if not counted.fullmatch(w))}
    return rf"(?<![第〇零百千万一{MORE}])(?!{either(words)})[{MORE}]+(?=(?:{either(measures)}))"


def ordinal(verbs: str) -> str:
    """An expression for an ordinal before one of the verbs that begins its line.

    Not where another number follows soon: 三看三查 is the name of something.
    """
    numbers = "".join(ORDINAL_OF.values())
    return rf"(?<![^\n])[{numbers}](?=[{verbs}](?!.{{0,2}}[{numbers}{MORE}]))"


def sign_of(kind: str, found: re.Match[str]) -> str | None:
    """The sign of an ordinal, or of a count that the lexicon lists with its measure; else None."""
    number, end = found.group(), found.end()
    if kind == "ordinal":
        return _ORDERED[number]
    listed, text = frame_lexicon(), found.string
    told = any(number + text[end : end + n] in listed for n in range(1, _LONGEST + 1))
    return _COUNTED.get(number) if told else None
