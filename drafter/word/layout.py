"""Layouts: what a page looks like, read from drafter/data/layouts/*.yaml or a user's own YAML.

Sizes are points, page measures twips (1/20 point), indents characters; the YAML says so too. A
layout may borrow from another one (``like``). The rules behind the shipped ones are those of
GB/T 9704-2012 as offices apply them to speeches.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, cast

import msgspec
import yaml
from msgspec import Meta, Struct

from drafter.errors import InputError, Place, UsageError
from drafter.files import reason
from drafter.resources import data_file, load_yaml, read_data

__all__ = ["Face", "Grid", "Layout", "Look", "Numbering", "Page", "find_layout", "layouts"]

_FOLDER = "layouts"


class Page(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Paper and margins in twips; ``footer`` is the footer's distance from the paper's edge."""

    width: Annotated[int, Meta(ge=2000, le=31680)]
    height: Annotated[int, Meta(ge=2000, le=31680)]
    top: Annotated[int, Meta(ge=0, le=10000)]
    bottom: Annotated[int, Meta(ge=0, le=10000)]
    left: Annotated[int, Meta(ge=0, le=10000)]
    right: Annotated[int, Meta(ge=0, le=10000)]
    header: Annotated[int, Meta(ge=0, le=10000)]
    footer: Annotated[int, Meta(ge=0, le=10000)]


class Grid(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Word's own character grid: ``pitch`` twips a line, ``space`` in 1/4096 point."""

    pitch: Annotated[int, Meta(ge=200, le=2000)]
    space: Annotated[int, Meta(ge=-20000, le=20000)]


class Numbering(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Page numbers: ``outside`` is odd right and even left; ``size`` in points."""

    place: Literal["outside", "right", "centre", "none"]
    size: Annotated[float, Meta(ge=5, le=72)]
    face: str


class Face(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One face of a font set; ``instead`` shows the ideographs the face lacks."""

    name: str
    alt: str | None = None
    instead: str | None = None


class Look(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one role looks; ``size`` and ``line`` (points) default to the layout's own."""

    face: str
    size: Annotated[float, Meta(ge=5, le=72)] | None = None
    line: Annotated[float, Meta(ge=5, le=200)] | None = None
    align: Literal["left", "center", "right", "both"] = "both"
    indent: Annotated[float, Meta(ge=0, le=10)] = 0
    right: Annotated[float, Meta(ge=0, le=10)] = 0


class Roles(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A look for every role; headings deeper than level 4 look like level 4."""

    title: Look
    date: Look
    speaker: Look
    salutation: Look
    opening: Look
    body: Look
    closing: Look
    signature: Look
    heading1: Look
    heading2: Look
    heading3: Look
    heading4: Look


class Layout(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole page layout.

    ``spacing`` tightens or widens all text, in twips a character; it and ``grid`` exclude each
    other. ``hanging`` lets a stop hang out over the right margin, as Word does by default.
    ``keep_lines`` is the longest paragraph, in lines, that may not break over a page; a longer one
    is set in stretches of whole sentences, each no longer than that. 0 lets all break freely.
    ``run_in`` says how a heading that runs on into its paragraph reaches the navigation pane:
    ``heading`` (the paragraph is the heading, right in every program) or ``separator`` (Word's
    style separator, which only Word shows as one paragraph). ``pinyin`` sets readings over rare
    characters, or over these and people's names; ``minutes`` notes each part's length in the
    margin.
    """

    id: str
    name: str
    fonts: str
    page: Page
    size: Annotated[float, Meta(ge=5, le=72)]
    line: Annotated[float, Meta(ge=5, le=200)]
    spacing: Annotated[int, Meta(ge=-200, le=200)] = 0
    grid: Grid | None = None
    widow: bool = False
    hanging: bool = True
    keep_lines: Annotated[int, Meta(ge=0, le=30)] = 0
    run_in: Literal["heading", "separator"] = "heading"
    pinyin: Literal["none", "rare", "names"] = "none"
    minutes: bool = False
    page_number: Numbering
    roles: Roles

    @property
    def faces(self) -> dict[str, Face]:
        """The faces of the layout's font set by their part (title, body, kai, hei, song)."""
        return _font_sets()[self.fonts]

    def look(self, role: str, level: int | None = None) -> Look:
        """The look of a role; for headings that of its level."""
        name = f"heading{min(level or 1, 4)}" if role == "heading" else role
        return cast(Look, getattr(self.roles, name))

    @property
    def continued(self) -> Look:
        """How a further stretch of a long paragraph looks: body text without the indent."""
        return msgspec.structs.replace(self.roles.body, indent=0)

    def size_of(self, look: Look) -> float:
        """The look's size in points."""
        return self.size if look.size is None else look.size

    def width_of(self, look: Look) -> float:
        """How many full-width characters of the look fit on a line."""
        page = self.page
        room = (page.width - page.left - page.right) / 20
        return room / (self.size_of(look) + self.spacing / 20)


@cache
def _font_sets() -> dict[str, dict[str, Face]]:
    return {
        name: {part: msgspec.convert(face, Face, strict=False) for part, face in faces.items()}
        for name, faces in read_data("fonts.yaml").items()
    }


@cache
def layouts() -> dict[str, str]:
    """The shipped layouts: the file name of each by its id and by its Chinese name."""
    names: dict[str, str] = {}
    for path in sorted(data_file(_FOLDER).glob("*.yaml")):
        raw = read_data(f"{_FOLDER}/{path.name}")
        names[raw["id"]] = names[raw["name"]] = path.name
    return names


@cache
def find_layout(wanted: str | Path | None, fonts: str | None = None) -> Layout:
    """The layout by its id (standard), its name (标准) or the path of a user's YAML file.

    ``fonts`` replaces the font set (gb2312, windows, founder). Raises :class:`UsageError` for an
    unknown layout or font set, :class:`InputError` for a YAML file that is no layout.
    """
    if fonts is not None and fonts not in _font_sets():
        raise _no_fonts(fonts, Place())
    raw, place = _raw(wanted)
    if fonts is not None:
        raw = raw | {"fonts": fonts}
    if raw.get("fonts") not in _font_sets():
        raise _no_fonts(raw.get("fonts"), place)
    layout = _validated(raw, place)
    _check(layout, place)
    return layout


def _no_fonts(name: object, place: Place) -> UsageError:
    return UsageError(f"没有“{name}”这套字体，可选：{'、'.join(_font_sets())}", place=place)


def _raw(wanted: str | Path | None) -> tuple[dict[str, Any], Place]:
    if isinstance(wanted, Path) or (wanted is not None and wanted.endswith((".yaml", ".yml"))):
        return _from_file(Path(wanted)), Place(file=str(wanted))
    # 大字版, as offices say, is the layout 大字.
    name = layouts().get(str(wanted or "standard").removesuffix("版"))
    if name is None:
        import difflib

        near = difflib.get_close_matches(str(wanted), layouts(), 1, 0.5)
        hint = f"是不是“{near[0]}”？" if near else ""
        raise UsageError(f"没有“{wanted}”这个版式，{hint}可选：{'、'.join(layouts())}")
    return _inherited(read_data(f"{_FOLDER}/{name}")), Place(file=name)


def _from_file(path: Path) -> dict[str, Any]:
    place = Place(file=str(path))
    try:
        raw = load_yaml(path.read_bytes())
    except OSError as e:
        message = f"版式文件读不到（{reason(e)}），请检查路径和权限"
        raise InputError(message, place=place, code="L001") from None
    except (yaml.YAMLError, UnicodeDecodeError) as e:
        mark = getattr(e, "problem_mark", None)
        if mark is not None:
            place = Place(str(path), mark.line + 1, mark.column + 1)
        message = "版式文件不合 YAML 的写法：检查缩进（不用 Tab）、冒号后的空格和引号"
        raise InputError(message, place=place, code="L001") from None
    if not isinstance(raw, dict):
        raise InputError("版式文件要写成“键: 值”", place=place, code="L001")
    # What a user's file leaves out is as in the standard layout.
    return _inherited({"like": "standard"} | raw)


def _inherited(raw: dict[str, Any]) -> dict[str, Any]:
    """The layout with what it borrows; a borrowed layout may borrow in turn."""
    parent = raw.get("like")
    if "like" not in raw:
        return raw
    name = layouts().get(parent) if isinstance(parent, str) else None
    if name is None:
        raise UsageError(f"版式的 like 写了“{parent}”，没有这个版式，可选：{'、'.join(layouts())}")
    return _merged(_inherited(read_data(f"{_FOLDER}/{name}")), raw)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, value in over.items():
        old = out.get(key)
        if key != "like":
            nested = isinstance(old, dict) and isinstance(value, dict)
            out[key] = _merged(out[key], value) if nested else value
    return out


def _validated(raw: dict[str, Any], place: Place) -> Layout:
    # Words for yes and no, as YAML has them, which msgspec takes only as true and false.
    plain = {k: _YES_NO.get(v, v) if isinstance(v, str) else v for k, v in raw.items()}
    try:
        return msgspec.convert(plain, Layout, strict=False)
    except msgspec.ValidationError as error:
        message = f"版式文件不对：{_explained(str(error))}"
        raise InputError(message, place=place, code="L001") from None


_YES_NO = {"yes": "true", "no": "false"}
_REASON = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<where>.*)`)?")
_REASONS = (
    (re.compile(r"Object contains unknown field `(.*)`"), r"不认识的键“\1”"),
    (re.compile(r"Object missing required field `(.*)`"), r"缺少“\1”"),
    (re.compile(r"Expected `(?:int|float).*` >= (.*)"), r"数值不能小于 \1"),
    (re.compile(r"Expected `(?:int|float).*` <= (.*)"), r"数值不能大于 \1"),
    (re.compile(r"Expected `(?:int|float).*"), "要写数值"),
    (re.compile(r"Expected `object.*"), "要写成“键: 值”"),
    (re.compile(r"Expected `str.*"), "要写文字"),
    (re.compile(r"Invalid enum value (.*)"), r"没有 \1 这个选项"),
)


def _explained(message: str) -> str:
    """The validator's English as Chinese, with the key it concerns."""
    match = _REASON.fullmatch(message)
    what, where = (match["what"], match["where"]) if match else (message, None)
    for pattern, said in _REASONS:
        if pattern.fullmatch(what):
            what = pattern.sub(said, what)
            break
    return f"{where} {what}" if where else what


def _check(layout: Layout, place: Place) -> None:
    """What one field's type cannot say."""
    if layout.grid is not None and layout.spacing:
        raise InputError("版式里 grid 与 spacing 只能写一个", place=place, code="L001")
    faces = layout.faces
    used = {
        layout.page_number.face,
        *(getattr(layout.roles, n).face for n in Roles.__struct_fields__),
    }
    for face in sorted(used - set(faces)):
        raise InputError(
            f"版式用了字体“{face}”，可选：{'、'.join(faces)}", place=place, code="L001"
        )
