"""A brief from form fields: ``要点.0.内容.1.任务`` → nested values.

The whole state of a page travels in its form, so any worker can answer any request. A list's
items are numbered in the field names; numbers may have gaps (an item was taken away), the order
of the numbers is the order of the items.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drafter.errors import RefusedError

__all__ = ["MAX_FIELDS", "nest"]

#: A brief with 300 points of several fields stays well below; more is not a form.
MAX_FIELDS = 6_000
_MAX_DEPTH = 8


def nest(pairs: Iterable[tuple[str, str]], *, blanks: bool = False) -> dict[str, Any]:
    """Form fields as nested dicts and lists; empty values and what held only them are left out.

    With ``blanks`` empty values stay, as a form needs that shows an item not yet filled in.

    Raises :class:`RefusedError` for more fields than a form can have.
    """
    tree: dict[str, Any] = {}
    for count, (name, value) in enumerate(pairs):
        if count >= MAX_FIELDS:
            raise RefusedError(f"表单里的项目太多（上限 {MAX_FIELDS}）")
        steps = name.split(".")
        if not (blanks or value.strip()) or len(steps) > _MAX_DEPTH:
            continue
        here = tree
        for step in steps[:-1]:
            inner = here.setdefault(step, {})
            if not isinstance(inner, dict):
                break
            here = inner
        else:
            here[steps[-1]] = value
    return {key: _listed(value) for key, value in tree.items()}


def _listed(value: Any) -> Any:
    """Dicts whose keys are all numbers become lists in the order of the numbers."""
    if not isinstance(value, dict):
        return value
    inner = {k: _listed(v) for k, v in value.items()}
    if inner and all(k.isascii() and k.isdigit() for k in inner):
        return [inner[k] for k in sorted(inner, key=int)]
    return inner
