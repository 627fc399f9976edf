"""A brief as YAML a person can go on editing: Chinese keys, empty fields left out."""

from __future__ import annotations

import yaml

from drafter.brief.model import Brief, plain_brief

__all__ = ["brief_yaml"]


def brief_yaml(brief: Brief) -> str:
    """The brief as YAML; loading it again gives an equal brief."""
    return str(
        yaml.safe_dump(plain_brief(brief), allow_unicode=True, sort_keys=False, width=10_000)
    )
