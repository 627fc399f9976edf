"""Packs in a form that loads fast, kept in the user's cache folder under the pack's digest.

A pack of a thousand frames takes YAML a third of a second; the same as JSON takes milliseconds.
The key is the digest of every byte the pack is made of, so nothing here can be out of date, and
losing the cache loses nothing but time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from drafter.bank.pattern import Pattern
from drafter.caching import keep_data, kept_as

__all__ = ["recall_meta", "recall_patterns", "remember"]

#: These change whenever the form below does. The metadata are kept by themselves: a draft asks for
#: those of every pack, and for the patterns of few.
_HEADS, _ROWS = "packs-7", "pack-rows-7"


def recall_meta(digest: str) -> dict[str, Any] | None:
    """The metadata kept under this digest; None where none are, or none whole."""
    return kept_as(_HEADS, digest, msgspec.json.Decoder(dict[str, Any]).decode)


def recall_patterns(digest: str) -> tuple[Pattern, ...] | None:
    """The patterns kept under this digest; None where none are, or none whole."""
    return kept_as(_ROWS, digest, msgspec.json.Decoder(tuple[Pattern, ...]).decode)


def remember(digest: str, meta: dict[str, Any], patterns: Iterable[Pattern]) -> None:
    """Keep a pack."""
    keep_data(_HEADS, digest, msgspec.json.encode(meta))
    keep_data(_ROWS, digest, msgspec.json.encode(list(patterns)))
