"""The entries of a pack's file → patterns, with everything that is wrong with them said at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, cast

import yaml
from msgspec.structs import replace

from drafter.bank.acts import ACT_MARKS, known_acts
from drafter.bank.frame import parse_frame
from drafter.bank.pattern import Pattern, Support, pattern_id
from drafter.errors import PackError, Place
from drafter.resources import read_data

__all__ = ["WHOLE_FIELD", "Parts", "named_parts", "parts_of", "read_entries"]

_LISTS = ("genres", "levels", "tones", "about")
_MAPS = ("slots", "support")
_KEYS = {"id", "move", "area", "focus", "frame", "origin", *_LISTS, *_MAPS}
_ORIGINS = ("mined", "authored")

#: The parts of a field of work, each as the words that tell it.
Parts = Sequence[Sequence[str]]
#: What a topic is about that names no part of its field (新学期工作).
WHOLE_FIELD = "整个领域"


def parts_of(meta: Mapping[str, Any]) -> Parts:
    """The parts (``parts`` of its pack.yaml) of a pack's field that it speaks of by name.

    Raises :class:`ValueError` for what is no list of lists of words.
    """
    parts = meta.get("parts") or []
    if not (isinstance(parts, list) and all(isinstance(part, list) for part in parts)):
        raise ValueError("parts 应是一组列表，如 [[养老, 老人], [就业, 招聘]]")
    return [_about([str(word) for word in part]) for part in parts]


def named_parts(text: str, parts: Parts) -> tuple[str, ...]:
    """The words of every part that a text names: 孤寡老人有人看 is about 养老, whoever wrote it.

    The last is :data:`WHOLE_FIELD`: it may be said of a whole field too.
    """
    named = [w for part in parts if any(word in text for word in part) for w in part]
    return (*named, WHOLE_FIELD) if named else ()


def read_entries(
    entries: Sequence[Any], file: Path, meta: Mapping[str, Any], pack: str
) -> list[Pattern]:
    """The patterns of one file; its name says which part of the speech they are for.

    Raises :class:`PackError` with the line of the first entry that is wrong; ``others`` hold the
    rest.
    """
    patterns: list[Pattern] = []
    wrong: list[tuple[int, str]] = []
    seen: set[str] = set()
    parts = parts_of(meta)
    for number, entry in enumerate(entries):
        try:
            pattern = _pattern(entry, file.stem, meta, pack)
            if not pattern.about:
                pattern = replace(pattern, about=named_parts(pattern.frame, parts))
            if pattern.id in seen:
                raise ValueError(f"编号 {pattern.id} 前面已经用过")
        except ValueError as e:
            wrong.append((number, str(e)))
            continue
        seen.add(pattern.id)
        patterns.append(pattern)
    if wrong:
        lines = _lines(file)
        first, *rest = (
            PackError(f"第{n + 1}条：{what}", place=Place(str(file), lines[n] if lines else None))
            for n, what in wrong
        )
        raise PackError(first.message, place=first.place, others=rest)
    return patterns


def _lines(file: Path) -> list[int]:
    """The line each entry begins on; read only when there is something to complain of."""
    node = yaml.compose(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    return [item.start_mark.line + 1 for item in node.value] if node is not None else []


def _pattern(entry: Any, part: str, meta: Mapping[str, Any], pack: str) -> Pattern:
    """One pattern. Raises :class:`ValueError` with what is wrong, in Chinese."""
    _check_form(entry)
    moves = read_data("moves.yaml")[part]
    move, frame = entry.get("move"), entry.get("frame")
    if move not in moves:
        raise ValueError(f"move 应是 {'、'.join(moves)} 之一，现为 {move or '空的'}")
    if not frame:
        raise ValueError("缺 frame")
    if meta.get("area") and entry.get("area", meta["area"]) != meta["area"]:
        raise ValueError(f"这个包的领域是 {meta['area']}，一条句式不能另写领域")
    origin = str(entry.get("origin") or meta.get("origin") or "mined")
    if origin not in _ORIGINS:
        raise ValueError(f"origin 应是 {'、'.join(_ORIGINS)} 之一，现为 {origin}")
    return Pattern(
        id=str(entry.get("id") or pattern_id(part, move, frame)),
        part=part,
        move=move,
        frame=frame,
        slots=_slots(parse_frame(frame).slots, entry.get("slots") or {}),
        origin=cast(Literal["mined", "authored"], origin),
        genres=tuple(entry.get("genres") or ()),
        levels=tuple(entry.get("levels") or ()),
        tones=tuple(entry.get("tones") or ()),
        area=entry.get("area") or meta.get("area") or None,
        focus=entry.get("focus") or None,
        about=_about(_listed(entry.get("about") or (), meta, move)),
        support=_support(entry.get("support")),
        status="accepted" if origin == "authored" else "proposed",
        pack=pack,
    )


def _check_form(entry: Any) -> None:
    """Each key is known and holds the kind of value it should."""
    if not isinstance(entry, dict):
        raise ValueError("应是“键: 值”")
    unknown = set(entry) - _KEYS
    if unknown:
        raise ValueError(f"不认识的键 {'、'.join(sorted(unknown))}")
    for key, value in entry.items():
        if key in _LISTS and not (key == "about" and isinstance(value, str)):
            if value and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
                raise ValueError(f"{key} 应是一个列表，如 [甲, 乙]")
        elif key in _MAPS:
            if value and not isinstance(value, dict):
                raise ValueError(f"{key} 应是“键: 值”")
        elif not isinstance(value, str):
            raise ValueError(f"{key} 应是一段文字")


def _listed(about: str | Sequence[str], meta: Mapping[str, Any], move: str) -> Sequence[str]:
    """The words of ``about``; of a name the words that the pack lists for it (``matters``).

    For a heading those too that tell it of tasks alone (``headed``).
    """
    if not isinstance(about, str):
        return about
    lists = [meta.get("matters") or {}, (meta.get("headed") or {}) if move == "heading" else {}]
    found = [words[about] for words in lists if about in words]
    if not found:
        raise ValueError(f"about 写的“{about}”在 pack.yaml 的 matters 里没有")
    return [str(word) for words in found for word in words]


def _about(words: Sequence[str]) -> tuple[str, ...]:
    """The words of ``about``; one character alone would be met in words of any meaning.

    A kind of act (（换新）) nobody knows would never be met, and the pattern never be said.
    """
    for word in words:
        if min(map(len, word.split()), default=0) < 2:
            raise ValueError(f"about 的词至少两个字，现为“{word}”")
        if word.startswith(ACT_MARKS) and word not in known_acts():
            near = difflib.get_close_matches(word, known_acts(), n=1, cutoff=0.5)
            hint = f"，最近的是“{near[0]}”" if near else ""
            raise ValueError(f"about 里没有“{word}”这种做法{hint}；名字见 data/acts.yaml")
    return tuple(words)


def _slots(names: Iterable[str], given: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Each slot's type: as given, else the type of the slot's own name without its number."""
    types = read_data("slots.yaml")
    out: dict[str, str] = {}
    for name in names:
        kind = given.get(name) or name.rstrip("0123456789")
        if kind not in types:
            raise ValueError(f"槽位 {name} 的类型 {kind} 不在 data/slots.yaml 里")
        out[name] = kind
    return tuple(out.items())


def _support(value: Any) -> Support | None:
    if not value:
        return None
    try:
        speeches, topics = int(value.get("speeches", 0)), int(value.get("topics", 0))
    except (TypeError, ValueError):
        raise ValueError("support 的 speeches 和 topics 应是整数") from None
    return Support(speeches, topics, tuple(value.get("sources") or ()))
