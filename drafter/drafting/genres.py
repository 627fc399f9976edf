"""Genres (文种): each is a folder in templates/, described by its meta.yaml (docs/genres.md)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import yaml
from msgspec import Struct
from msgspec.structs import replace

from drafter.bank import Frame, parse_frame
from drafter.brief.model import Brief
from drafter.errors import BriefError, Place, TemplateError
from drafter.resources import kept_yaml, read_data, shipped

__all__ = [
    "ArcPoint",
    "Direction",
    "Genre",
    "Step",
    "genre_for",
    "genre_names",
    "load_genre",
]

Direction = Literal["下行", "上行", "平行"]

_KEYS = {
    "id",
    "name",
    "aliases",
    "direction",
    "title",
    "salutation",
    "hail",
    "head",
    "signature",
    "numbered",
    "purposes",
    "words",
    "opening",
    "agenda",
    "points",
    "closing",
    "natural",
    "area",
    "formal",
    "mined",
    "variants",
}
_REQUIRED = ("id", "name", "direction", "title", "salutation", "opening", "points", "closing")
_STEP_KEYS = {"move", "pending", "when", "unless", "optional"}
_POINT_KEYS = {"focus", "weight", "fields", "pending", "heading", "support", "cues", "spare"}
_DIRECTIONS = ("下行", "上行", "平行")
#: Characters of a speech whose brief asks for no length.
_NATURAL = 1800


class Step(Struct, frozen=True):
    """One move of the opening or closing, with the conditions under which it is said."""

    move: str
    pending: str | None = None
    when: str | None = None
    unless: str | None = None
    optional: bool = False


class ArcPoint(Struct, frozen=True):
    """One point of the genre's arc: its focus, share of the length, and what feeds it.

    ``support`` are the moves that follow its content, where not those of its focus; ``cues`` (a
    regular expression) are words by which content shows that it belongs here; a ``spare`` point
    is there for such content only.
    """

    focus: str
    weight: int = 1
    fields: tuple[str, ...] = ()
    pending: str | None = None
    heading: tuple[Frame, ...] = ()
    support: tuple[str, ...] = ()
    cues: str = ""
    spare: bool = False


class Genre(Struct, frozen=True):
    """A genre as its meta.yaml describes it; ``folder`` holds its template.

    ``formal`` genres speak as offices write: requirements and measures before sayings. Where not
    ``mined``, the listeners are no office: frames mined from offices' speeches are not for them.
    ``variants`` are its forms for occasions of their own, each with the words (a regular
    expression) by which a brief shows it; their id is the one that patterns name.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    direction: Direction
    titles: tuple[Frame, ...]
    salutation: Mapping[str, str]
    hail: Mapping[str, str]
    head: tuple[str, ...]
    signature: tuple[str, ...]
    numbered: bool
    purposes: tuple[Frame, ...]
    words: Mapping[str, str]
    opening: tuple[tuple[Step, ...], ...]
    agenda: tuple[Step, ...]
    points: tuple[ArcPoint, ...]
    closing: tuple[tuple[Step, ...], ...]
    natural: int
    folder: Path
    area: bool = True
    formal: bool = False
    mined: bool = True
    variants: tuple[tuple[str, Genre], ...] = ()

    @property
    def base(self) -> str:
        """The id of the genre that this is, or is a variant of."""
        return self.folder.name


def genre_names() -> dict[str, str]:
    """Every shipped genre's id with its Chinese name, by id."""
    return {f.parent.name: str(_meta(f)["name"]) for f in _meta_files()}


def load_genre(name: str) -> Genre:
    """The genre with this id, name or alias.

    Raises :class:`BriefError` naming the genres there are, the nearest first, for an unknown one,
    and :class:`TemplateError` for a folder that is not well-formed.
    """
    return _load(name.strip())


def genre_for(brief: Brief) -> Genre:
    """The brief's genre, in the variant that its occasion, topic or speaker shows.

    Raises as :func:`load_genre` does.
    """
    genre = load_genre(brief.genre)
    post = brief.speaker.post if brief.speaker else None
    shown = "\n".join(
        f"{label}：{text}"
        for label, text in (
            ("会议", brief.meeting),
            ("标题", brief.title),
            ("主题", brief.topic.name),
            ("称谓", brief.salutation),
            ("职务", post),
            ("单位", brief.unit.name),
        )
        if text
    )
    return next((v for cue, v in genre.variants if re.search(cue, shown)), genre)


@cache
def _load(name: str) -> Genre:
    direct = shipped("templates") / name / "meta.yaml"
    if name.isascii() and name.isidentifier() and direct.is_file():
        return _genre(direct)
    for file in _meta_files():
        # Parsing sixteen files to find one would cost more than the draft itself.
        if name.encode() in file.read_bytes():
            meta = _meta(file)
            if name == meta.get("name") or name in (meta.get("aliases") or ()):
                return _genre(file)
    raise BriefError(_unknown(name), place=Place(field="文种"))


def _meta_files() -> list[Path]:
    return sorted(shipped("templates").glob("*/meta.yaml"))


def _unknown(name: str) -> str:
    names = list(genre_names().values())
    near = difflib.get_close_matches(name, names, 1, 0.3)
    hint = f"，是不是想写“{near[0]}”" if near else ""
    return f"没有“{name}”这个文种{hint}？可写的有：{'、'.join(names)}"


def _wrong(file: Path, what: str) -> TemplateError:
    return TemplateError(what, place=Place(file=str(file)))


def _meta(file: Path) -> dict[str, Any]:
    try:
        meta = kept_yaml(file.read_bytes())
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        raise _wrong(file, "不是合格的 YAML") from None
    if not isinstance(meta, dict):
        raise _wrong(file, "开头应是“键: 值”")
    unknown = set(meta) - _KEYS
    if unknown:
        raise _wrong(file, f"不认识的键 {'、'.join(sorted(unknown))}")
    missing = [k for k in _REQUIRED if k not in meta]
    if missing:
        raise _wrong(file, f"缺 {'、'.join(missing)}")
    return meta


def _genre(file: Path) -> Genre:
    meta = _meta(file)
    if meta["id"] != file.parent.name:
        raise _wrong(file, f"id 应与文件夹同名：{file.parent.name}")
    variants = tuple(_variant(v, meta, file) for v in meta.get("variants") or ())
    return replace(_made(meta, file), variants=variants)


def _variant(value: Any, meta: dict[str, Any], file: Path) -> tuple[str, Genre]:
    """A form of the genre: what it says replaces what the genre says under the same key."""
    if not isinstance(value, dict) or not {"id", "cue"} <= set(value) <= {*_KEYS, "cue"}:
        raise _wrong(file, f"variants 里有一种写得不对：{value}")
    return str(value["cue"]), _made({**meta, **value}, file)


def _made(meta: dict[str, Any], file: Path) -> Genre:
    if meta["direction"] not in _DIRECTIONS:
        raise _wrong(file, f"direction 应是 {'、'.join(_DIRECTIONS)} 之一")
    return Genre(
        id=meta["id"],
        name=meta["name"],
        aliases=tuple(meta.get("aliases") or ()),
        direction=cast(Direction, meta["direction"]),
        titles=_frames(meta["title"], file),
        salutation=_by_level(meta["salutation"]),
        hail=_by_level(meta.get("hail")),
        head=tuple(meta.get("head") or ()),
        signature=tuple(meta.get("signature") or ()),
        numbered=meta.get("numbered", "true") != "false",
        purposes=_frames(meta.get("purposes") or (), file),
        words=dict(meta.get("words") or {}),
        opening=_paragraphs(meta["opening"], "opening", file),
        agenda=tuple(_step(s, "points", file) for s in meta.get("agenda") or ()),
        points=tuple(_point(p, file) for p in meta["points"] or ()),
        closing=_paragraphs(meta["closing"], "closing", file),
        natural=int(meta.get("natural") or _NATURAL),
        folder=file.parent,
        area=meta.get("area", "true") != "false",
        formal=meta.get("formal") == "true",
        mined=meta.get("mined", "true") != "false",
    )


def _by_level(value: Any) -> dict[str, str]:
    if not value:
        return {}
    return dict(value) if isinstance(value, dict) else {"默认": str(value)}


def _frames(value: Any, file: Path) -> tuple[Frame, ...]:
    frames = [value] if isinstance(value, str) else list(value)
    try:
        return tuple(parse_frame(f) for f in frames)
    except ValueError as e:
        raise _wrong(file, str(e)) from None


def _paragraphs(value: Any, part: str, file: Path) -> tuple[tuple[Step, ...], ...]:
    if not isinstance(value, list) or not all(isinstance(p, list) for p in value):
        raise _wrong(file, f"{part} 应是一行一段、段里列语步，如 - [occasion, purpose]")
    return tuple(tuple(_step(s, part, file) for s in p) for p in value)


def _step(value: Any, part: str, file: Path) -> Step:
    entry = {"move": value} if isinstance(value, str) else value
    if not isinstance(entry, dict) or set(entry) - _STEP_KEYS or "move" not in entry:
        raise _wrong(file, f"{part} 里有一步写得不对：{value}")
    if entry["move"] not in read_data("moves.yaml")[part]:
        raise _wrong(file, f"{part} 没有“{entry['move']}”这个语步")
    return Step(
        entry["move"],
        entry.get("pending"),
        entry.get("when"),
        entry.get("unless"),
        entry.get("optional") == "true",
    )


def _point(value: Any, file: Path) -> ArcPoint:
    if not isinstance(value, dict) or set(value) - _POINT_KEYS:
        raise _wrong(file, f"points 里有一点写得不对：{value}")
    focuses = read_data("focuses.yaml")
    if value.get("focus") not in focuses:
        raise _wrong(file, f"focus 应是 {'、'.join(focuses)} 之一，现为 {value.get('focus')}")
    heading = value.get("heading")
    return ArcPoint(
        value["focus"],
        int(value.get("weight", 1)),
        tuple(value.get("fields") or ()),
        value.get("pending"),
        _frames(heading, file) if heading else (),
        _support(value, file),
        str(value.get("cues") or ""),
        value.get("spare") == "true",
    )


def _support(value: dict[str, Any], file: Path) -> tuple[str, ...]:
    moves = tuple(value.get("support") or ())
    unknown = [m for m in moves if m not in read_data("moves.yaml")["points"]]
    if unknown:
        raise _wrong(file, f"points 没有“{unknown[0]}”这个语步")
    return moves
