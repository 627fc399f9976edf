"""Bookmarks that slipped: Word moves one up when a paragraph is typed in front of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.speech import Paragraph
from drafter.word.matching import likeness
from drafter.word.raw import RawParagraph

__all__ = ["settled"]

#: So far below its bookmark a paragraph is looked for.
_REACH = 8


def settled(raws: Iterable[RawParagraph], marked: Mapping[str, Paragraph]) -> list[RawParagraph]:
    """The paragraphs with each bookmark on the one that has its words.

    ``marked`` are the sent paragraphs by bookmark. Pressing Enter at the start of a paragraph and
    typing leaves the bookmark's start on the new paragraph, above the one it belongs to; the
    paragraphs below without a bookmark of their own are therefore looked through.
    """
    out = list(raws)
    for at, raw in enumerate(out):
        for mark in raw.marks:
            paragraph = marked.get(mark)
            if paragraph is None:
                continue
            sent = paragraph.text
            # A title has line breaks of its own.
            same = sent == raw.text or sent == raw.text.replace("\n", "").strip()
            home = None if same else _home(out, at, sent, marked)
            if home is not None:
                raw.marks.remove(mark)
                home.marks.append(mark)
            break
    return out


def _home(
    raws: list[RawParagraph], at: int, sent: str, marked: Mapping[str, Paragraph]
) -> RawParagraph | None:
    """The paragraph below that has the sent words better than the one marked."""
    best, most = None, likeness(sent, raws[at].text)
    for raw in raws[at + 1 : at + 1 + _REACH]:
        if any(mark in marked for mark in raw.marks):
            break
        alike = likeness(sent, raw.text.strip())
        if alike > most:
            best, most = raw, alike
    return best
