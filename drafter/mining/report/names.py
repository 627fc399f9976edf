"""What genres and slots are called on the page, and the pieces of a frame."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from drafter.bank import Choice, Slot, parse_frame
from drafter.resources import load_yaml, read_data, shipped

__all__ = [
    "frame_pieces",
    "genre_names",
    "occasion_genres",
    "slot_name",
]


@cache
def _genres() -> tuple[dict[str, Any], ...]:
    """The shipped genres as their templates tell them."""
    files = sorted(shipped("templates").glob("*/meta.yaml"))
    return tuple(load_yaml(file.read_bytes()) for file in files)


@cache
def genre_names() -> dict[str, str]:
    """Genre id → its name without what stands in brackets, of the shipped genres."""
    return {meta["id"]: re.sub(r"（.*?）", "", meta["name"]) for meta in _genres()}


@cache
def occasion_genres() -> dict[str, str]:
    """Id of a genre's occasion → the genre's: occasions have no names, a farewell is a 任职表态."""
    return {v["id"]: meta["id"] for meta in _genres() for v in meta.get("variants", ())}


def slot_name(kind: str) -> str:
    """A slot's Chinese name by its type, a number after it aside; an unknown type is itself."""
    bare = kind.rstrip("0123456789")
    known = read_data("slots.yaml").get(bare)
    return str(known["name"]) if known else kind


def frame_pieces(frame: str) -> list[tuple[str, str]]:
    """A frame as ("text", words), ("slot", the slot's name) and ("choice", 甲／乙) in order."""
    pieces: list[tuple[str, str]] = []
    for part in parse_frame(frame).parts:
        if isinstance(part, Slot):
            pieces.append(("slot", slot_name(part.name)))
        elif isinstance(part, Choice):
            pieces.append(("choice", "／".join(part.options)))
        else:
            pieces.append(("text", part))
    return pieces
