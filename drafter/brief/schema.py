"""The JSON Schema of a brief, keys and explanations in Chinese."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from drafter.brief.model import Agenda, Brief, Closing, Person, Point, Task, Topic, Unit
from drafter.brief.normal import keys_of
from drafter.brief.shorthand import SHORT
from drafter.resources import read_data

__all__ = ["brief_schema", "field_names"]


@cache
def field_names() -> frozenset[str]:
    """Every Chinese key a brief may hold, at any depth."""
    parts = (Brief, Person, Unit, Topic, Agenda, Task, Point, Closing)
    return frozenset(key for part in parts for key in keys_of(part))


def brief_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a brief, for editors that complete YAML."""
    made = msgspec.json.schema(Brief)
    parts = made["$defs"]
    for name, fields in read_data("brief_help.yaml").items():
        parts[name].pop("description", None)
        for field, text in fields.items():
            parts[name]["properties"][field]["description"] = text
    parts["Unit"]["properties"]["层级"]["examples"] = list(read_data("levels.yaml"))
    parts["Point"]["properties"]["着眼"]["examples"] = list(read_data("focuses.yaml"))
    for part in SHORT:
        parts[part.__name__] = {"anyOf": [{"type": "string", "minLength": 1}, parts[part.__name__]]}
    schema = parts.pop("Brief")
    schema["title"] = "讲话稿提纲"
    schema["description"] = "必填：文种、单位、主题，以及会议或标题。"
    schema["anyOf"] = [{"required": ["会议"]}, {"required": ["标题"]}]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "$defs": parts}
