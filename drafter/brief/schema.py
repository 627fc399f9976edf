"""What a brief may hold: its JSON Schema, and its keys in Chinese."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

from drafter.brief.marks import Path as FieldPath
from drafter.brief.model import FOCUSES, Agenda, Brief, Closing, Person, Point, Task, Topic, Unit
from drafter.resources import read_data

__all__ = ["brief_schema", "field_names", "keys_at"]

_INSIDE: dict[str, type[BaseModel]] = {
    "讲话人": Person,
    "speaker": Person,
    "名单": Person,
    "roster": Person,
    "单位": Unit,
    "unit": Unit,
    "主题": Topic,
    "topic": Topic,
    "议程": Agenda,
    "agenda": Agenda,
    "要点": Point,
    "points": Point,
    "内容": Task,
    "content": Task,
    "号召": Closing,
    "closing": Closing,
}


def _aliases(model: type[BaseModel]) -> list[str]:
    return [str(f.alias) for f in model.model_fields.values()]


def keys_at(path: FieldPath) -> list[str]:
    """The Chinese keys that may stand under a path of the brief."""
    model: type[BaseModel] = Brief
    for step in path:
        if isinstance(step, str):
            model = _INSIDE.get(step, model)
    return _aliases(model)


@cache
def field_names() -> set[str]:
    """Every Chinese key a brief may hold, at any depth."""
    names = set(_aliases(Brief))
    for model in _INSIDE.values():
        names.update(_aliases(model))
    return names


def brief_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a brief, keys in Chinese, for editors that complete YAML."""
    schema = Brief.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "讲话稿提纲"
    schema["description"] = "必填：文种、单位、主题，以及会议或标题。"
    schema["anyOf"] = [{"required": ["会议"]}, {"required": ["标题"]}]
    parts = schema["$defs"]
    for name, fields in read_data("brief_help.yaml").items():
        part = schema if name == "Brief" else parts[name]
        if name != "Brief":
            part.pop("description", None)
        for field, text in fields.items():
            part["properties"][field]["description"] = text
    parts["Unit"]["properties"]["层级"]["examples"] = list(read_data("levels.yaml"))
    parts["Point"]["properties"]["着眼"]["examples"] = list(FOCUSES)
    return schema
