"""Carried: what a Word file holds beside the text of the speech."""

from __future__ import annotations

from msgspec import Struct

from drafter.drafting.draft import Draft
from drafter.word.comments import Comments

__all__ = ["Carried"]


class Carried(Struct, frozen=True):
    """What goes with a speech, in a file of our own as in somebody's template.

    ``title`` and ``author`` are document properties; ``traces`` are the bookmarks and the custom
    part with the draft as it was sent; ``base`` is that draft without hand edits, where it has any.
    """

    title: str
    author: str
    comments: Comments | None
    traces: bool
    base: Draft | None
