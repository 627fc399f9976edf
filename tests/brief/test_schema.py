"""The JSON Schema: complete, in Chinese, and true to the model."""

from __future__ import annotations

from drafter.brief.model import Task
from drafter.brief.normal import keys_of
from drafter.brief.schema import brief_schema, field_names


def test_every_field_is_described_in_chinese():
    schema = brief_schema()
    parts = [schema, *(part.get("anyOf", [part])[-1] for part in schema["$defs"].values())]
    fields = [(name, field) for part in parts for name, field in part["properties"].items()]
    assert len(fields) > 40
    assert all(field.get("description", "").strip() for _, field in fields)
    assert {name for name, _ in fields} == field_names()


def test_required_fields():
    schema = brief_schema()
    assert schema["required"] == ["文种", "单位", "主题"]
    assert schema["anyOf"] == [{"required": ["会议"]}, {"required": ["标题"]}]


def test_a_part_that_may_stand_on_one_line_is_a_text_too():
    parts = brief_schema()["$defs"]
    texts = {
        name
        for name, part in parts.items()
        if {"type": "string", "minLength": 1} in part.get("anyOf", [])
    }
    assert texts == {"Person", "Unit", "Topic", "Agenda", "Point"}


def test_keys_of_a_part():
    assert keys_of(Task) == ["任务", "措施", "责任", "时限", "目标"]
