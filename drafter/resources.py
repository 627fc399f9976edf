"""Finds the data the program ships: templates/, patterns/ and drafter/data/.

In a wheel, templates and patterns lie under ``drafter/_data``; in a checkout (or an editable
install) they lie beside the package. Nothing here reads a network or a user's folder.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from drafter.caching import digest_of, keep, kept

__all__ = ["data_file", "data_lines", "kept_yaml", "load_yaml", "read_data", "shipped"]

_PACKAGE = Path(__file__).parent


@cache
def shipped(name: str) -> Path:
    """The folder ``templates`` or ``patterns``, wherever this installation keeps it."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def data_file(name: str) -> Path:
    """The path of one file of drafter/data."""
    return _PACKAGE / "data" / name


def data_lines(name: str) -> list[str]:
    """The lines of one list of drafter/data, without empty ones and remarks (#)."""
    lines = data_file(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def load_yaml(text: str | bytes) -> Any:
    """YAML with every scalar a string, so that 9:30 and 007 stay what they are.

    Raises :class:`yaml.YAMLError` for text that is no YAML.
    """
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 - a BaseLoader builds only str, list, dict


@cache
def read_data(name: str) -> Any:
    """One YAML file of drafter/data, read once; callers must not change what they get."""
    return kept_yaml(data_file(name).read_bytes())


def kept_yaml(data: bytes) -> Any:
    """What :func:`load_yaml` gives for shipped YAML, kept between runs.

    Taking YAML apart is slow, so what it says is kept as JSON under its digest.
    """
    digest = digest_of(data)
    text = kept("data", digest)
    if text is not None:
        try:
            return json.loads(text)
        except ValueError:
            pass  # a damaged cache is as good as none
    value = load_yaml(data)
    keep("data", digest, json.dumps(value))
    return value
