"""Packs in a form that loads fast, kept in the user's cache folder under the pack's digest.

A pack of a thousand frames takes YAML a third of a second; the same as JSON takes milliseconds.
The key is the digest of every byte the pack is made of, so nothing here can be out of date, and
losing the cache loses nothing but time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from drafter.bank.pattern import Pattern
from drafter.caching import keep_data, kept_data

__all__ = ["recall", "remember"]

#: Changes whenever the form below does.
_KIND = "packs-3"


def recall(digest: str) -> tuple[dict[str, Any], Callable[[], tuple[Pattern, ...]]] | None:
    """What is kept under this digest: the metadata, and a call that gives the patterns.

    None where nothing is kept. The first line of what is kept is the metadata, the second the
    patterns, so that a pack nobody draws on is never taken apart.
    """
    data = kept_data(_KIND, digest)
    if data is None:
        return None
    head, _, rows = data.partition(b"\n")
    try:
        meta = msgspec.json.decode(head, type=dict[str, Any])
    except msgspec.DecodeError:
        return None
    return meta, lambda: tuple(msgspec.json.decode(rows, type=list[Pattern]))


def remember(digest: str, meta: dict[str, Any], patterns: Iterable[Pattern]) -> None:
    """Keep a pack."""
    head, rows = msgspec.json.encode(meta), msgspec.json.encode(list(patterns))
    keep_data(_KIND, digest, head + b"\n" + rows)
