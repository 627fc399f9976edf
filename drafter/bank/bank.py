"""The bank: every pattern a draft may use, from the packs in order of preference."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from msgspec.structs import replace

from drafter.bank.entries import WHOLE_FIELD, Parts
from drafter.bank.pack import Pack, load_pack
from drafter.bank.pattern import Pattern
from drafter.errors import PackError, Place
from drafter.resources import shipped

__all__ = ["Bank", "load_bank", "shipped_bank"]


#: An area and the one beside it.
_Areas = tuple[str | None, str | None]


class Bank:
    """Patterns by part and move. Earlier packs are preferred; a pattern met twice counts once.

    Packs for one field of work are opened only when that field, or everything, is asked for.
    """

    def __init__(self, packs: Iterable[Pack], *, trusted: Iterable[str] = ()) -> None:
        """``trusted`` names the packs whose proposed patterns may be used unreviewed."""
        self.packs = tuple(packs)
        self._trusted = frozenset(trusted)
        self._shelves: dict[_Areas, dict[tuple[str, str], list[Pattern]]] = {}
        self._parts: dict[str | None, Parts] = {}

    @cached_property
    def digest(self) -> str:
        """``sha256:…`` over the packs in their order."""
        joined = "\n".join(p.digest for p in self.packs)
        return "sha256:" + hashlib.sha256(joined.encode()).hexdigest()

    @property
    def own(self) -> tuple[Pattern, ...]:
        """The patterns of the packs that are the user's own."""
        return tuple(p for pack in self.packs if pack.id in self._trusted for p in pack.patterns)

    def parts_of(self, area: str | None) -> Parts:
        """The parts of a field of work that its packs speak of by name."""
        if area not in self._parts:
            self._parts[area] = [p for pack in self.packs if pack.area == area for p in pack.parts]
        return self._parts[area]

    @cached_property
    def _by_id(self) -> dict[str, Pattern]:
        found: dict[str, Pattern] = {}
        for pack in self.packs:
            for p in pack.patterns:
                found.setdefault(p.id, p)
        return found

    def __iter__(self) -> Iterator[Pattern]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, pattern: str) -> Pattern | None:
        """The pattern with this id."""
        return self._by_id.get(pattern)

    def _usable(self, p: Pattern) -> bool:
        return p.status == "accepted" or (p.status == "proposed" and p.pack in self._trusted)

    def _shelf(
        self, area: str | None, beside: str | None = None
    ) -> dict[tuple[str, str], list[Pattern]]:
        """The usable patterns of the packs for an area and for all areas, by part and move.

        Of the area ``beside`` those on some part of it, as patterns of no area.
        """
        if (area, beside) not in self._shelves:
            shelf: dict[tuple[str, str], list[Pattern]] = {}
            seen: set[str] = set()
            for pack in self.packs:
                if pack.area not in (None, area, beside):
                    continue
                second = pack.area is not None and pack.area != area
                for p in pack.patterns:
                    of_part = p.about and WHOLE_FIELD not in p.about
                    if p.id not in seen and self._usable(p) and (of_part or not second):
                        found = replace(p, area=None) if second else p
                        shelf.setdefault((p.part, p.move), []).append(found)
                    seen.add(p.id)
            self._shelves[area, beside] = shelf
        return self._shelves[area, beside]

    def fitting(
        self,
        *,
        genre: str | None = None,
        level: str | None = None,
        area: str | None = None,
        tone: str | None = None,
        beside: str | None = None,
    ) -> Iterator[Pattern]:
        """The usable patterns that fit a kind of speech, those of a move in the packs' order.

        A pattern that names no genre (level, area, tone) fits any; one that names some fits only
        those. Of the area ``beside`` come those on some part of it.
        """
        for patterns in self._shelf(area, beside).values():
            for p in patterns:
                if (
                    (not p.genres or genre in p.genres)
                    and (not p.levels or level in p.levels)
                    and (p.area is None or p.area == area)
                    and (not p.tones or tone in p.tones)
                ):
                    yield p

    def select(
        self,
        part: str,
        move: str,
        *,
        genre: str | None = None,
        level: str | None = None,
        area: str | None = None,
        focus: str | None = None,
        tone: str | None = None,
    ) -> list[Pattern]:
        """The patterns of :meth:`fitting` that a move has for a focus, or for any."""
        fitting = self.fitting(genre=genre, level=level, area=area, tone=tone)
        return [
            p
            for p in fitting
            if (p.part, p.move) == (part, move) and (p.focus is None or p.focus == focus)
        ]


def load_bank(folders: Iterable[Path] = ()) -> Bank:
    """The user's packs, then the shipped ones (by name).

    A folder may be a pack or hold packs. Raises :class:`PackError` for one that is neither.
    """
    own: list[Pack] = []
    for folder in folders:
        own.extend(load_pack(f) for f in _packs_in(folder))
    ours = [load_pack(f) for f in _packs_in(shipped("patterns"), required=False)]
    return Bank([*own, *ours], trusted=[p.id for p in own])


@cache
def shipped_bank() -> Bank:
    """The bank of the shipped packs alone, opened once for a process."""
    return load_bank()


def _packs_in(folder: Path, *, required: bool = True) -> list[Path]:
    if (folder / "pack.yaml").is_file():
        return [folder]
    found = sorted(f.parent for f in folder.glob("*/pack.yaml"))
    if not found and required:
        raise PackError(
            "这里没有句式包：要一个含 pack.yaml 的文件夹", place=Place(file=str(folder))
        )
    return found
