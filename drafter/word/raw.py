"""A paragraph of a Word file before it has a role in the speech."""

from __future__ import annotations

import msgspec

__all__ = ["Found", "RawParagraph"]


class Found(msgspec.Struct):
    """Something found in a paragraph: a deletion, an insertion, a control, a commented stretch.

    ``name`` is the author, the control's field or the comment's id; ``showing`` tells that a
    control still shows its placeholder.
    """

    kind: str
    name: str
    text: str
    showing: bool = False


class RawParagraph(msgspec.Struct):
    """One paragraph: style id, text with its line breaks, and what was found in it.

    ``marks`` are the bookmarks that begin in it, ``head`` how many characters at its start stand
    in the character style ``head_style``, ``joined`` that its end mark was deleted, ``separated``
    that it is a style separator.
    """

    style: str = ""
    text: str = ""
    marks: list[str] = []
    found: list[Found] = []
    outline: int | None = None
    head: int = 0
    head_style: str = ""
    joined: bool = False
    separated: bool = False
