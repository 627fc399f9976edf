"""A text's paragraphs as they were typed: reading folds what a check is to find.

Web texts have half-width marks, straight quotes and wide digits, which reading takes for what print
has. In a draft that is to be handed in they are faults (GB/T 15834, 15835), as in a Word file.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.speech import Paragraph, Speech
from drafter.text.folding import fold_punctuation, fold_quotes, to_half_digits

__all__ = ["as_typed"]


def as_typed(speech: Speech, lines: Sequence[str]) -> Speech:
    """The speech with the characters of the ``lines`` it was read from; none is moved."""
    paragraphs = tuple(_as_typed(p, lines) for p in speech.paragraphs)
    return replace(speech, paragraphs=paragraphs)


def _as_typed(paragraph: Paragraph, lines: Sequence[str]) -> Paragraph:
    """The paragraph, as it is where reading changed more in it than marks and digits."""
    if paragraph.lines is None:
        return paragraph
    first, last = paragraph.lines
    raw = "".join(line.strip() for line in lines[first - 1 : last])
    if paragraph.text in raw:
        return paragraph
    folded = fold_quotes(to_half_digits(fold_punctuation(raw)))
    at = folded.find(paragraph.text) if len(folded) == len(raw) else -1
    typed = raw[at : at + len(paragraph.text)]
    return paragraph if at < 0 else replace(paragraph, text=typed)
