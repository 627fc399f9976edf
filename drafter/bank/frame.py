"""A frame: literal text with typed slots, ``今天，我们召开{{ meeting }}。``.

Three things may stand in a frame: literal text, a slot ``{{ name }}``, and, in authored frames, a
choice ``<切实|着力>`` of words that mean the same here. Frames are parsed once and then filled or
matched without a template engine: a draft tries hundreds of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

__all__ = ["Choice", "Frame", "Slot", "parse_frame"]

_TOKEN = re.compile(r"\{\{\s*([a-z][a-z_]*[0-9]*)\s*\}\}|<([^<>{}]*\|[^<>{}]*)>")
_PUNCTUATION = re.compile(r"[\s，。！？；：、“”‘’（）《》—…,.!?;:()]+")


class Slot(Struct, frozen=True):
    """A place to fill, by name."""

    name: str


class Choice(Struct, frozen=True):
    """Words that mean the same at this place; exactly one is written."""

    options: tuple[str, ...]


class Frame(Struct, frozen=True):
    """A parsed frame: its source text and its parts in order."""

    source: str
    parts: tuple[str | Slot | Choice, ...]

    @property
    def slots(self) -> tuple[str, ...]:
        """Names of the slots, in order, each as often as it stands."""
        return tuple(p.name for p in self.parts if isinstance(p, Slot))

    @property
    def choices(self) -> int:
        """How many different texts the choices alone can give."""
        product = 1
        for part in self.parts:
            if isinstance(part, Choice):
                product *= len(part.options)
        return product

    def fill(self, values: Mapping[str, str], choice: int = 0) -> str:
        """The text with each slot's value; ``choice`` picks one of :attr:`choices` wordings.

        Raises :class:`KeyError` with the slot's name where a value is missing.
        """
        out: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                out.append(part)
            elif isinstance(part, Slot):
                out.append(values[part.name])
            else:
                choice, pick = divmod(choice, len(part.options))
                out.append(part.options[pick])
        return "".join(out)

    def pattern(self, slot: str = r"(.{1,60}?)") -> re.Pattern[str]:
        """A regular expression that matches a whole filled sentence, each slot one group."""
        out: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                out.append(re.escape(part))
            elif isinstance(part, Slot):
                out.append(slot)
            else:
                out.append("(?:" + "|".join(re.escape(o) for o in part.options) + ")")
        return re.compile("".join(out))

    @property
    def literal(self) -> int:
        """Literal characters, punctuation aside; a choice counts with its shortest word."""
        total = 0
        for part in self.parts:
            if isinstance(part, str):
                total += len(_PUNCTUATION.sub("", part))
            elif isinstance(part, Choice):
                total += min(len(_PUNCTUATION.sub("", o)) for o in part.options)
        return total


@cache
def parse_frame(source: str) -> Frame:
    """Parse a frame.

    Raises :class:`ValueError` (in Chinese) for braces or angle brackets that are no slot and no
    choice, so that a typing error in a pack is found when the pack is loaded.
    """
    parts: list[str | Slot | Choice] = []
    end = 0
    for token in _TOKEN.finditer(source):
        if token.start() > end:
            parts.append(source[end : token.start()])
        if token.group(1):
            parts.append(Slot(token.group(1)))
        else:
            parts.append(Choice(tuple(token.group(2).split("|"))))
        end = token.end()
    if end < len(source):
        parts.append(source[end:])
    for part in parts:
        if isinstance(part, str) and re.search(r"[{}<>]", part):
            raise ValueError(f"“{part.strip()[:20]}”里有不成对的花括号或尖括号")
    if not parts:
        raise ValueError("句式是空的")
    return Frame(source, tuple(parts))
