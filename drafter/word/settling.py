"""Bookmarks that slipped to another paragraph, or were copied with their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
    _once(out, marked)
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


def _once(raws: Sequence[RawParagraph], marked: Mapping[str, Paragraph]) -> None:
    """Leave a bookmark that was copied with its paragraph to the copy that is most like the sent.

    Programs that write a file anew keep both; somebody copies a paragraph for its looks and types
    other words into it.
    """
    homes: dict[str, list[RawParagraph]] = defaultdict(list)
    for raw in raws:
        for mark in raw.marks:
            homes[mark].append(raw)
    for mark, copies in homes.items():
        if len(copies) > 1 and mark in marked:
            sent = marked[mark].text
            own = max(copies, key=lambda raw: (raw.text == sent, likeness(sent, raw.text)))
            for raw in copies:
                if raw is not own:
                    raw.marks.remove(mark)


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
