"""Paragraphs of the file that are one paragraph of the speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from drafter.word.names import CONTINUED, role_of_style
from drafter.word.raw import RawParagraph

__all__ = ["joined"]

_TEXT = frozenset({"opening", "body", "closing"})


def joined(paragraphs: Iterable[RawParagraph], styles: Mapping[str, str]) -> Iterator[RawParagraph]:
    """The paragraphs, run on where an end mark is gone or a long one was set in stretches.

    ``styles`` are the style names by id.
    """
    before: RawParagraph | None = None
    for paragraph in paragraphs:
        if before is None:
            before = paragraph
        elif before.joined or _goes_on(before, paragraph, styles):
            before = _run_on(before, paragraph)
        else:
            yield before
            before = paragraph
    if before is not None:
        yield before


def _goes_on(before: RawParagraph, now: RawParagraph, styles: Mapping[str, str]) -> bool:
    """Whether ``now`` is a further stretch of a paragraph of text.

    Where its beginning was deleted, a stretch stands below a heading or an empty line, and by
    itself.
    """
    if styles.get(now.style) != CONTINUED.name or not before.text:
        return False
    role = role_of_style(styles.get(before.style, before.style))
    return before.head > 0 or (role is not None and role[0] in _TEXT)


def _run_on(first: RawParagraph, second: RawParagraph) -> RawParagraph:
    # Where nothing is left of the first, it was deleted: what stays is the second.
    base, other = (first, second) if first.text else (second, first)
    # Before a style separator stands the heading of what follows.
    head = len(first.text) if first.separated else base.head
    return replace(
        base,
        text=first.text + second.text,
        marks=base.marks + other.marks,
        found=first.found + second.found,
        head=head,
        joined=second.joined,
    )
