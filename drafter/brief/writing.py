"""A brief as YAML a person can go on editing: Chinese keys, empty fields left out."""

from __future__ import annotations

from typing import Any

import yaml

from drafter.brief.model import Brief

__all__ = ["brief_yaml"]


def brief_yaml(brief: Brief) -> str:
    """The brief as YAML; loading it again gives an equal brief."""
    plain = brief.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return str(yaml.dump(_pruned(plain), allow_unicode=True, sort_keys=False, width=10_000))


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _pruned(v) for k, v in value.items() if v not in (None, [], {})}
    return [_pruned(v) for v in value] if isinstance(value, list) else value
