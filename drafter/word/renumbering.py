"""Enumerators of a merged text in one count: what the brief adds moves hand-edited points on."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.speech import Paragraph
from drafter.text.enumerators import Enumerator, find_enumerator
from drafter.text.numerals import chinese

__all__ = ["bare", "in_order", "renumbered"]

#: The enumerators of GB/T 9704-2012, 7.3.3; others are words of the text rather than numbers.
_COUNTED = frozenset(("cn", "cnparen", "ar", "arparen"))


def _enumerator(paragraph: Paragraph) -> Enumerator | None:
    if paragraph.role not in ("heading", "opening", "body", "closing"):
        return None
    found = find_enumerator(paragraph.text)
    return found if found is not None and found.sure else None


class _Count:
    """Counts through a text: a number goes on until one of a higher rank comes."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, int]] = {}

    def expected(self, enumerator: Enumerator) -> int:
        """The number that stands here in an unbroken count."""
        rank, style = enumerator.rank, enumerator.style
        self._last = {s: found for s, found in self._last.items() if found[0] <= rank}
        number = self._last.get(style, (rank, 0))[1] + 1
        self._last[style] = (rank, number)
        return number


def in_order(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether every enumerator has the number its place asks for."""
    count = _Count()
    found = (_enumerator(p) for p in paragraphs)
    return all(e.number == count.expected(e) for e in found if e is not None)


def bare(paragraph: Paragraph) -> tuple[str, str]:
    """The text without its number, and the kind of number it has: equal where only that moved."""
    found = _enumerator(paragraph)
    if found is None or found.style not in _COUNTED:
        return "", paragraph.text
    head = paragraph.text[: found.width].replace(found.label, "#", 1)
    return found.style, head + paragraph.text[found.width :]


def renumbered(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with their enumerators in one unbroken count."""
    count = _Count()
    out = []
    for paragraph in paragraphs:
        found = _enumerator(paragraph)
        if found is not None:
            number = count.expected(found)
            if found.style in _COUNTED and number != found.number:
                out.append(_with_number(paragraph, found, number))
                continue
        out.append(paragraph)
    return tuple(out)


def _with_number(paragraph: Paragraph, found: Enumerator, number: int) -> Paragraph:
    label = str(number) if found.label.isdecimal() else chinese(number)
    old = paragraph.text[: found.width]
    new = old.replace(found.label, label, 1)
    end, sentences = paragraph.heading_end, paragraph.sentences
    if sentences and sentences[0].text.startswith(old):
        first = replace(sentences[0], text=new + sentences[0].text[len(old) :])
        sentences = (first, *sentences[1:])
    return replace(
        paragraph,
        text=new + paragraph.text[len(old) :],
        label=label if paragraph.label is not None else None,
        heading_end=end + len(new) - len(old) if end is not None else None,
        sentences=sentences,
    )
