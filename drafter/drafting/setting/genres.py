"""Genres (文种): each is a folder in templates/, found by its id, its name or another name."""

from __future__ import annotations

import difflib
import re
from functools import cache
from pathlib import Path

from drafter.brief.model import Brief
from drafter.drafting.setting.genre import Genre
from drafter.drafting.setting.genre_files import read_genre, read_meta
from drafter.errors import BriefError, Place
from drafter.resources import shipped

__all__ = ["genre_for", "genre_names", "load_genre"]


def genre_names() -> dict[str, str]:
    """Every shipped genre's id with its Chinese name, by id."""
    return {f.parent.name: str(read_meta(f)["name"]) for f in _meta_files()}


def load_genre(name: str) -> Genre:
    """The genre with this id, name or alias.

    Raises :class:`BriefError` naming the genres there are, the nearest first, for an unknown one,
    and :class:`TemplateError` for a folder that is not well-formed.
    """
    return _load(name.strip())


def genre_for(brief: Brief) -> Genre:
    """The brief's genre, or the one its occasion is, in the variant that is shown.

    Raises as :func:`load_genre` does.
    """
    genre = load_genre(brief.genre)
    post = brief.speaker.post if brief.speaker else None
    shown = "\n".join(
        f"{label}：{text}"
        for label, text in (
            ("文种", brief.genre),
            ("会议", brief.meeting),
            ("标题", brief.title),
            ("主题", brief.topic.name),
            ("称谓", brief.salutation),
            ("职务", post),
            ("单位", brief.unit.name),
        )
        if text
    )
    # An occasion may be another genre's, and there one with a variant of its own.
    other = next((other for cue, other in genre.others if re.search(cue, shown)), None)
    genre = load_genre(other) if other else genre
    return next((v for cue, v in genre.variants if re.search(cue, shown)), genre)


@cache
def _load(name: str) -> Genre:
    direct = shipped("templates") / name / "meta.yaml"
    if name.isascii() and name.isidentifier() and direct.is_file():
        return read_genre(direct)
    for file in _meta_files():
        # Parsing sixteen files to find one would cost more than the draft itself.
        if name.encode() in file.read_bytes():
            meta = read_meta(file)
            if name == meta.get("name") or name in (meta.get("aliases") or ()):
                return read_genre(file)
    raise BriefError(_unknown(name), place=Place(field="文种"))


def _meta_files() -> list[Path]:
    return sorted(shipped("templates").glob("*/meta.yaml"))


def _unknown(name: str) -> str:
    names = list(genre_names().values())
    near = difflib.get_close_matches(name, names, 1, 0.3)
    hint = f"，是不是想写“{near[0]}”" if near else ""
    return f"没有“{name}”这个文种{hint}？可写的有：{'、'.join(names)}"
