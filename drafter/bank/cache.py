"""Packs in a form that loads fast, kept in the user's cache folder under the pack's digest.

A pack of a thousand frames takes YAML a third of a second; the same as JSON takes milliseconds.
The key is the digest of every byte the pack is made of, so nothing here can be out of date, and
losing the cache loses nothing but time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from drafter.bank.pattern import Pattern, Support
from drafter.caching import keep, kept

__all__ = ["recall", "remember"]

#: Changes whenever the form below does.
_KIND = "packs-2"


def recall(digest: str) -> tuple[dict[str, Any], Callable[[], tuple[Pattern, ...]]] | None:
    """What is kept under this digest: the metadata, and a call that gives the patterns.

    None where nothing is kept. The first line of what is kept is the metadata, the second the
    patterns, so that a pack nobody draws on is never taken apart.
    """
    text = kept(_KIND, digest)
    if text is None:
        return None
    try:
        head, rows = text.splitlines()
        meta = json.loads(head)
    except ValueError:
        return None
    return meta, lambda: tuple(_thaw(row) for row in json.loads(rows))


def remember(digest: str, meta: dict[str, Any], patterns: Iterable[Pattern]) -> None:
    """Keep a pack."""
    keep(_KIND, digest, f"{json.dumps(meta)}\n{json.dumps([_freeze(p) for p in patterns])}\n")


def _freeze(p: Pattern) -> list[Any]:
    support = p.support and [p.support.speeches, p.support.topics, p.support.sources]
    return [
        p.id,
        p.part,
        p.move,
        p.frame,
        p.slots,
        p.origin,
        p.genres,
        p.levels,
        p.tones,
        p.area,
        p.focus,
        p.about,
        support,
        p.status,
        p.pack,
    ]


def _thaw(row: list[Any]) -> Pattern:
    (
        id_,
        part,
        move,
        frame,
        slots,
        origin,
        genres,
        levels,
        tones,
        area,
        focus,
        about,
        said,
        status,
        pack,
    ) = row
    support = Support(said[0], said[1], tuple(said[2])) if said else None
    return Pattern(
        id_,
        part,
        move,
        frame,
        tuple((name, kind) for name, kind in slots),
        origin,
        tuple(genres),
        tuple(levels),
        tuple(tones),
        area,
        focus,
        tuple(about),
        support,
        status,
        pack,
    )
