"""What pydantic found wrong with a brief, in the words of its user."""

from __future__ import annotations

import difflib
from typing import Any

from pydantic import ValidationError

from drafter.brief.marks import Marks, field_name
from drafter.brief.marks import Path as FieldPath
from drafter.brief.schema import keys_at
from drafter.errors import BriefError, Place

__all__ = ["explain"]

_SHAPES = {
    "model_type": "这里要写成几行“键: 值”",
    "model_attributes_type": "这里要写成几行“键: 值”",
    "list_type": "这里要写成列表，每项前面加“- ”",
    "string_type": "这里要写一段文字，不能再分层",
    "string_too_short": "没有就把这一行删掉",
    "too_short": "没有就把这一行删掉",
    "string_too_long": "太长了，最多 30000 字",
    "too_long": "太多了，最多 300 项",
    "date_from_datetime_parsing": "不是日期，应写成 2026-11-21 这样",
    "date_parsing": "不是日期，应写成 2026-11-21 这样",
    "date_type": "不是日期，应写成 2026-11-21 这样",
    "date_from_datetime_inexact": "只写日期，不写钟点",
    "int_parsing": "要写一个整数",
    "int_from_float": "要写一个整数",
    "float_parsing": "要写一个数",
    "finite_number": "要写一个数",
}


def explain(error: ValidationError, value: Any, marks: Marks) -> list[BriefError]:
    """One :class:`BriefError` for each thing pydantic complains of, each with its place."""
    return [_one(dict(e), value, marks) for e in error.errors(include_url=False)]


def _one(found: dict[str, Any], value: Any, marks: Marks) -> BriefError:
    kind = found["type"]
    path = _written(found["loc"], value)
    if kind == "missing":
        return _missing(found["loc"], path, marks)
    if kind == "extra_forbidden":
        return _unknown(path, marks)
    name = field_name(path) or "提纲"
    shown = _shown(found.get("input"))
    if kind == "value_error":
        message = str(found["ctx"]["error"])
    elif kind == "literal_error":
        allowed = str(found["ctx"]["expected"]).replace("'", "").replace(" or ", "、")
        message = f"“{name}”写的是{shown}，只能是 {allowed.replace(', ', '、')}"
    elif kind in ("greater_than_equal", "less_than_equal", "greater_than"):
        limit = next(iter(found["ctx"].values()))
        side = {"greater_than_equal": "至少", "less_than_equal": "至多", "greater_than": "要大于"}
        message = f"“{name}”写的是{shown}，{side[kind]} {limit}"
    else:
        message = f"“{name}”写的是{shown}，{_SHAPES.get(kind, '写法不对')}"
    return BriefError(message, place=marks.place(path), code="B005")


def _missing(loc: tuple[Any, ...], path: FieldPath, marks: Marks) -> BriefError:
    name = field_name((*path, str(loc[-1])))
    place = marks.place(path)
    return BriefError(
        f"缺少必填的“{name}”，请补上",
        place=Place(place.file, place.line or 1, place.column or 1, name),
        code="B006",
    )


def _unknown(path: FieldPath, marks: Marks) -> BriefError:
    key = str(path[-1])
    known = keys_at(path[:-1])
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.34)
    hint = f"是不是“{near[0]}”？" if near else ""
    place = marks.place((*path, ""))
    return BriefError(
        f"不认识的键“{key}”；{hint}这里可用：{'、'.join(known)}",
        place=Place(place.file, place.line, place.column, field_name(path)),
        code="B003",
    )


def _written(loc: tuple[Any, ...], value: Any) -> FieldPath:
    """The error's location as the user wrote it: without the tags of unions, in their own keys."""
    path: list[str | int] = []
    here = value
    for step in loc:
        # What is not in the value is a tag of pydantic's, or the place of a single item that
        # stood without its dash.
        in_dict = isinstance(here, dict) and step in here
        in_list = isinstance(here, list) and isinstance(step, int) and step < len(here)
        if in_dict or in_list:
            here = here[step]
            path.append(step)
    return tuple(path)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value[:20]}{'…' if len(value) > 20 else ''}”" if value else "空的"
    if isinstance(value, dict):
        return "几行“键: 值”"
    return "一个列表" if isinstance(value, list) else "空的"
