"""The files of genres: a folder's meta.yaml (docs/genres.md) read into a :class:`Genre`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import yaml
from msgspec.structs import replace

from drafter.bank import Frame, parse_frame
from drafter.drafting.setting.genre import ArcPoint, Direction, Genre, Narrow, Step
from drafter.errors import Place, TemplateError
from drafter.resources import kept_yaml, read_data

__all__ = ["read_genre", "read_meta"]

_NARROW: dict[str, Narrow] = {"own": "own", "parts": "parts"}

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
    "beside",
    "avoid",
    "variants",
    "others",
    "field",
    "duties",
    "orders",
}
_REQUIRED = ("id", "name", "direction", "title", "salutation", "opening", "points", "closing")
_STEP_KEYS = {"move", "pending", "when", "unless"}
_POINT_KEYS = {"focus", "weight", "fields", "pending", "heading", "support", "cues", "spare"}
_DIRECTIONS = ("下行", "上行", "平行")
#: Characters of a speech whose brief asks for no length.
_NATURAL = 1800


def _wrong(file: Path, what: str) -> TemplateError:
    return TemplateError(what, place=Place(file=str(file)))


def read_meta(file: Path) -> dict[str, Any]:
    """What a meta.yaml says. Raises :class:`TemplateError` where it is not well-formed."""
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


def read_genre(file: Path) -> Genre:
    """The genre that a meta.yaml describes, with its variants. Raises as :func:`read_meta` does."""
    meta = read_meta(file)
    if meta["id"] != file.parent.name:
        raise _wrong(file, f"id 应与文件夹同名：{file.parent.name}")
    variants = tuple(_variant(v, meta, file) for v in meta.get("variants") or ())
    others = tuple(_other(o, file) for o in meta.get("others") or ())
    return replace(_made(meta, file), variants=variants, others=others)


def _other(value: Any, file: Path) -> tuple[str, str]:
    """The words that show an occasion of another genre, and that genre's id."""
    if not isinstance(value, dict) or set(value) != {"cue", "genre"}:
        raise _wrong(file, f"others 里有一种写得不对：{value}")
    return str(value["cue"]), str(value["genre"])


def _variant(value: Any, meta: dict[str, Any], file: Path) -> tuple[str, Genre]:
    """A form of the genre: what it says replaces what the genre says under the same key."""
    if isinstance(value, dict) and set(value) == {"id", "genre"}:
        value = _variant_of(value, file)
    if not isinstance(value, dict) or not {"id", "cue"} <= set(value) <= {*_KEYS, "cue"}:
        raise _wrong(file, f"variants 里有一种写得不对：{value}")
    return str(value["cue"]), _made({**meta, **value}, file)


def _variant_of(value: dict[str, Any], file: Path) -> dict[str, Any]:
    """What another genre has as a variant, for a genre that has the same."""
    other = file.parent.with_name(str(value["genre"])) / file.name
    for variant in (read_meta(other).get("variants") or ()) if other.is_file() else ():
        if isinstance(variant, dict) and variant.get("id") == value["id"]:
            return variant
    raise _wrong(file, f"{value['genre']} 没有变体 {value['id']}")


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
        narrow=_NARROW.get(str(meta.get("area")), ""),
        formal=meta.get("formal") == "true",
        mined=meta.get("mined", "true") != "false",
        beside=meta.get("beside") == "true",
        avoid=tuple(meta.get("avoid") or ()),
        field=meta.get("field"),
        duties=meta.get("duties", "true") != "false",
        orders=meta.get("orders", "true") != "false",
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
    # An opening may say why the matter counts, as points do.
    known = {*read_data("moves.yaml")[part], *(["why"] if part == "opening" else [])}
    if entry["move"] not in known:
        raise _wrong(file, f"{part} 没有“{entry['move']}”这个语步")
    return Step(entry["move"], entry.get("pending"), entry.get("when"), entry.get("unless"))


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
