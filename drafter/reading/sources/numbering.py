"""Word's automatic numbers as the text they print: 一、 （一） 1. 第一部分 ①.

ISO/IEC 29500-1, 17.9: a paragraph points to a list (w:num) and a level; the list points to a
definition (w:abstractNum) that says how each level counts and looks. Lists of one definition go
on counting together unless a list sets its own start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.reading.sources.numberforms import written
from drafter.reading.sources.wordxml import attribute, below, children, is_on, value

__all__ = ["Numbering", "read_numbering"]

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
#: A number that ends so needs no space before the text.
_STOPS = frozenset("、.．，。:：)）]】〕》")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str | None = None

    def changed(self, element: Any) -> _Level:
        """This level with what a ``w:lvl`` says on top."""
        restart = value(element, "lvlRestart")
        return replace(
            self,
            start=_whole(value(element, "start"), self.start),
            form=value(element, "numFmt") or self.form,
            text=self.text if below(element, "lvlText") is None else _text(element),
            suffix=value(element, "suff") or self.suffix,
            legal=self.legal if below(element, "isLgl") is None else is_on(element, "isLgl"),
            restart=self.restart if restart is None else _whole(restart, 0),
            style=value(element, "pStyle") or self.style,
        )


_Levels = dict[int, _Level]


@dataclass(frozen=True, slots=True)
class _List:
    definition: str
    levels: _Levels
    #: Levels where this list starts a count of its own.
    fresh: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts through a document: call :meth:`label` once for every paragraph, in order.

    ``lists`` is by w:numId; ``styles`` gives the list and level a paragraph style points to.
    """

    lists: dict[str, _List] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: Any, style: str | None) -> str:
        """The number Word prints before this paragraph, with a space where it needs one."""
        number, level = self._where(properties, style)
        found = self.lists.get(number)
        if found is None or level not in found.levels:
            return ""
        counts = self._count(number, found, level)
        own = found.levels[level]
        if own.form == "bullet":
            return ""
        label = _PLACE.sub(lambda m: _shown(found, counts, own, int(m.group(1)) - 1), own.text)
        if not label or own.suffix == "nothing" or label[-1] in _STOPS:
            return label
        return label + " "

    def _where(self, properties: Any, style: str | None) -> tuple[str, int]:
        """The list and level of a paragraph: its own words first, then its style's."""
        pointer = below(properties, "numPr")
        number, level = self.styles.get(style or "", ("", 0))
        return value(pointer, "numId") or number, _whole(value(pointer, "ilvl"), level)

    def _count(self, number: str, found: _List, level: int) -> list[int | None]:
        counts = self._counts.setdefault(found.definition, [None] * _LEVELS)
        start = found.levels[level].start
        if level in found.fresh and (number, level) not in self._begun:
            counts[level], start = None, found.fresh[level]
        self._begun.add((number, level))
        current = counts[level]
        counts[level] = start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            # 17.9.10: a level restarts after any level above it, or only after the one it names
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or level < restart:
                counts[deeper] = None
        return counts


def _shown(found: _List, counts: list[int | None], own: _Level, place: int) -> str:
    level = found.levels.get(place)
    if level is None or level.form == "none":
        return ""
    count = counts[place]
    # 17.9.4: "legal" numbering shows every level in Arabic digits
    return written(level.start if count is None else count, "decimal" if own.legal else level.form)


def read_numbering(numbering: Any, styles: Any) -> Numbering:
    """The lists of a document from its numbering and style parts; either may be None."""
    pointers = _style_pointers(styles)
    definitions: dict[str, _Levels] = {}
    links: dict[str, str] = {}
    for element in children(numbering, "abstractNum"):
        name = attribute(element, "abstractNumId") or ""
        definitions[name] = {
            _whole(attribute(level, "ilvl"), 0): _Level().changed(level)
            for level in children(element, "lvl")
        }
        link = value(element, "numStyleLink")
        if link is not None:
            links[name] = link
    numbers = {attribute(e, "numId") or "": e for e in children(numbering, "num")}
    for name, style in links.items():
        # 17.9.21: the definition is that of the list a numbering style points to
        target = numbers.get(pointers.get(style, ("", 0))[0])
        definitions[name] = definitions.get(value(target, "abstractNumId") or "", {})
    lists = {name: _one_list(element, definitions) for name, element in numbers.items()}
    return Numbering(lists, {s: _by_level(s, p, lists) for s, p in pointers.items()})


def _one_list(element: Any, definitions: dict[str, _Levels]) -> _List:
    definition = value(element, "abstractNumId") or ""
    levels = dict(definitions.get(definition, {}))
    fresh: dict[int, int] = {}
    for override in children(element, "lvlOverride"):
        number = _whole(attribute(override, "ilvl"), 0)
        changed = below(override, "lvl")
        if changed is not None:
            levels[number] = levels.get(number, _Level()).changed(changed)
        start = value(override, "startOverride")
        if start is not None:
            fresh[number] = _whole(start, 1)
    return _List(definition, levels, fresh)


def _style_pointers(styles: Any) -> dict[str, tuple[str, int]]:
    """The list and level each style points to, its own or by the style it is based on."""
    elements = {attribute(e, "styleId") or "": e for e in children(styles, "style")}
    found: dict[str, tuple[str, int]] = {}
    for name in elements:
        seen: set[str] = set()
        at: str | None = name
        while at in elements and at not in seen:
            seen.add(at)
            pointer = below(elements[at], "pPr", "numPr")
            number = value(pointer, "numId")
            if number is not None:
                found[name] = (number, _whole(value(pointer, "ilvl"), 0))
                break
            at = value(elements[at], "basedOn")
    return found


def _by_level(style: str, pointer: tuple[str, int], lists: dict[str, _List]) -> tuple[str, int]:
    """The pointer with the level that names this style, where one does (17.9.23)."""
    number, level = pointer
    levels = lists[number].levels if number in lists else {}
    return number, next((n for n, one in levels.items() if one.style == style), level)


def _text(element: Any) -> str:
    return value(element, "lvlText") or ""


def _whole(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()
    return int(digits) if re.fullmatch(r"\d{1,6}", digits) else otherwise
