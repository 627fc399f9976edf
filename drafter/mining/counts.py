"""Counts before a measure, in Chinese numbers: 打好三场硬仗, 每五天.

The measure is the formula's, the number a slot; but where all say the same number it is the
formula's as well (:mod:`drafter.mining.edges`), so each has a sign of its own while a text is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.mining.lexicon import MORE, frame_lexicon
from drafter.text.scanning import either

__all__ = ["COUNT_OF", "count"]

#: The sign of each number (noncharacters, behind those of other masks), and the number.
COUNT_OF = {chr(0xFDE3 + n): number for n, number in enumerate(MORE)}


def count(measures: Sequence[str], no_counts: Sequence[str]) -> str:
    """An expression for a number before a measure, unless it is part of another or of a word.

    Words are ``no_counts`` and what the lexicon lists that goes on behind the measure.
    """
    counted = re.compile(rf"[{MORE}]+(?:{either(measures)})")
    lexicon = frame_lexicon()
    begun = {w for w in (*lexicon.classes, *lexicon.work) if counted.match(w)}
    words = {*no_counts, *(w for w in begun if not counted.fullmatch(w))}
    return rf"(?<![第〇零百千万一{MORE}])(?!{either(words)})[{MORE}]+(?=(?:{either(measures)}))"
