"""The words a brief may use where only some are known: genres, levels, focuses, layouts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from drafter.brief.marks import Marks
from drafter.brief.model import Brief
from drafter.brief.normal import in_simplified
from drafter.errors import BriefError
from drafter.resources import data_file, kept_yaml, load_yaml, read_data, shipped

__all__ = [
    "areas",
    "closest",
    "focus_told",
    "genre_id",
    "genres",
    "in_known_words",
    "level_of_unit",
]

#: Who governs a place or leads a unit speaks for the whole of it: 安平县人民政府, 安平县委, 局党组.
_SEAT = re.compile(
    r"(?<=[县市区省镇乡旗州盟])(?:(?:人民)?政府|委员会|委)$"
    r"|(?<=..)(?:第[一二三四五六七八九十]+)?(?:党委|党组|党工委|党总支|党支部)$"
)
#: Of so many units it is kept what their names tell.
_REMEMBERED = 256
#: The keys of meta.yaml that name a genre; only these lines are read, not the whole file.
_HEAD = re.compile(r"^(?:id|name|aliases):.*$", re.MULTILINE)


@cache
def genres() -> Mapping[str, tuple[str, ...]]:
    """Genre id → its Chinese name and other names, from the folders in templates/."""
    files = {f.parent.name: f for f in sorted(shipped("templates").glob("*/meta.yaml"))}
    heads = _heads(files)
    return {g: (str(head["name"]), *head.get("aliases", ())) for g, head in heads.items()}


def _heads(files: Mapping[str, Path]) -> dict[str, dict[str, Any]]:
    """What the heads of some files say, by the files' names; all are taken apart in one go."""
    lines: list[str] = []
    for name, file in files.items():
        lines += [f"{name}:", *(f"  {line}" for line in _HEAD.findall(file.read_text("utf-8")))]
    heads: dict[str, dict[str, Any]] = kept_yaml("\n".join(lines).encode())
    return heads


def genre_id(name: str) -> str | None:
    """The id of the genre a brief calls ``name`` (an id, a Chinese name or another name)."""
    known = genres()
    if name in known:
        return name
    return next((g for g, names in known.items() if name in names), None)


@cache
def areas() -> list[str]:
    """The fields of work (领域) there are packs for."""
    packs = sorted(shipped("patterns").glob("*/pack.yaml"))
    found = (load_yaml(file.read_bytes()).get("area") for file in packs)
    return [str(area) for area in found if area]


@cache
def _layouts() -> Mapping[str, tuple[str, ...]]:
    """The layouts' names, each with what else it may be called, from the files in data/layouts/."""
    files = {f.stem: f for f in sorted(data_file("layouts").glob("*.yaml"))}
    heads = _heads(files).items()
    return {
        str(head.get("name", stem)): (stem, *map(str, head.get("aliases", ())))
        for stem, head in heads
    }


def closest(word: str, known: Iterable[str]) -> str:
    """A hint: the nearest known word, or all of them where none is near."""
    known = list(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.4)
    return (
        f"是不是“{near[0]}”？可用的有：{'、'.join(known)}"
        if near
        else f"可用的有：{'、'.join(known)}"
    )


@lru_cache(_REMEMBERED)
def level_of_unit(name: str) -> str | None:
    """The level (层级) that the ending of a unit's name tells; None where it tells none.

    A few names tell it by how they begin (^).
    """
    seat = _SEAT.sub("", name.removeprefix("中共"))
    for told, level in read_data("unit_levels.yaml"):
        if name.startswith(told[1:]) if told[0] == "^" else seat.endswith(told):
            return str(level)
    return None


def _level(word: str, unit: str) -> str:
    """The level meant by 镇级, 公司 or 高级中学; the word itself where none is.

    What only names a class (市直部门) means the level that the ``unit`` has by its name.
    """
    plain = word.removesuffix("级")
    if plain in read_data("levels.yaml"):
        return plain
    plain = in_simplified(plain)
    if plain in read_data("levels.yaml"):
        return plain
    if plain.endswith(tuple(read_data("unit_classes.yaml"))):
        return level_of_unit(unit) or level_of_unit(plain) or "单位"
    return level_of_unit(plain) or word


def focus_told(text: str) -> str | None:
    """The focus (着眼) most of whose cues a heading or phrase has; None where it has none's."""
    rules = read_data("focuses.yaml").items()
    scores = {str(focus): sum(c in text for c in rule["cues"]) for focus, rule in rules}
    best = max(scores, key=lambda focus: scores[focus])
    return best if scores[best] else None


def _focus(word: str) -> str:
    """The focus meant by 做法 or 下一步打算; the word itself where none is."""
    if word in read_data("focuses.yaml"):
        return word
    plain = in_simplified(word)
    if plain in read_data("focuses.yaml"):
        return plain
    return focus_told(plain) or _focus_called(plain) or word


def _focus_called(word: str) -> str | None:
    """The focus that the longest ending of the word is another name of; None where none is."""
    called = {
        name: focus for focus, names in read_data("focus_names.yaml").items() for name in names
    }
    return next((called[word[at:]] for at in range(len(word)) if word[at:] in called), None)


def in_known_words(brief: Brief, marks: Marks) -> tuple[Brief, list[BriefError]]:
    """The brief with its level and its focuses in the words that are known, and what is not known.

    Nobody should have to look up whether it is 镇 or 镇级, 打算 or 任务.
    """
    if genre_id(brief.genre) is None:
        brief = replace(brief, genre=_genre(brief.genre))
    points = [replace(p, focus=_focus(p.focus)) if p.focus is not None else p for p in brief.points]
    unit = brief.unit
    if unit.level is not None:
        unit = replace(unit, level=_level(unit.level, unit.name))
    said = replace(brief, points=points, unit=unit)
    return said, _unknown_words(said, marks)


def _genre(word: str) -> str:
    """The genre meant by 開學(畢業)典禮講話 or 动员讲话稿; the word itself where none is."""
    plain = in_simplified("".join(word.split())).replace("(", "（").replace(")", "）")
    return next((w for w in (plain, plain.removesuffix("稿")) if genre_id(w)), word)


def _unknown_words(brief: Brief, marks: Marks) -> list[BriefError]:
    """An error for each word of the brief that must be a known one and is not."""
    found: list[BriefError] = []

    def check(value: str | None, known: Iterable[str], *path: str | int) -> None:
        known = list(known)
        if value is not None and value not in known:
            place = marks.place(path)
            message = f"“{place.field}”写的是“{value[:20]}”，没有这一种；{closest(value, known)}"
            found.append(BriefError(message, place=place, code="B004"))

    if genre_id(brief.genre) is None:
        check(brief.genre, [names[0] for names in genres().values()], "文种")
    check(brief.unit.level, read_data("levels.yaml"), "单位", "层级")
    for number, point in enumerate(brief.points):
        check(point.focus, read_data("focuses.yaml"), "要点", number, "着眼")
    layouts = _layouts()
    if layouts and not any(brief.layout in others for others in layouts.values()):
        check(brief.layout, layouts, "版式")
    return found
