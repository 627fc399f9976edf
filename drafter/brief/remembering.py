"""What depends on a brief alone is kept for the newest few: another draft of it asks for it again.

A brief is kept by its values, not by its object: a page reads it anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import islice
from typing import Concatenate, ParamSpec, TypeVar

import msgspec

from drafter.brief.model import Brief

__all__ = ["remembered_by_brief"]

#: For so many briefs.
_BRIEFS = 8

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


def remembered_by_brief(
    work: Callable[Concatenate[Brief, Asked], Given],
) -> Callable[Concatenate[Brief, Asked], Given]:
    """A function of a brief (and of what can be hashed) that keeps what it gave."""
    kept: dict[Hashable, Given] = {}

    def remembered(brief: Brief, /, *asked: Asked.args, **named: Asked.kwargs) -> Given:
        key = msgspec.msgpack.encode(brief), asked, *named.items()
        if key not in kept:
            for oldest in list(islice(kept, max(0, len(kept) + 1 - _BRIEFS))):
                kept.pop(oldest, None)
            kept[key] = work(brief, *asked, **named)
        return kept[key]

    return remembered
