"""Small look-ups in Word's XML, blind to namespaces.

The strict and the transitional kind of the format (ISO/IEC 29500) differ in their namespaces and
in nothing else that matters for reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["attribute", "below", "children", "is_on", "local", "value"]

_OFF = frozenset({"0", "false", "off"})


def local(element: Any) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """An attribute by its name without namespace."""
    for key, content in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(content)
    return None


def children(element: Any, name: str) -> Iterator[Any]:
    """The direct children of that name; none where ``element`` is None."""
    return (e for e in (() if element is None else element) if local(e) == name)


def below(element: Any, *path: str) -> Any:
    """The element reached by taking the first child of each name; None where there is none."""
    for name in path:
        element = next(children(element, name), None)
    return element


def value(element: Any, *path: str) -> str | None:
    """The ``val`` of the element at that path."""
    found = below(element, *path)
    return None if found is None else attribute(found, "val")


def is_on(element: Any, *path: str) -> bool:
    """Whether the switch at that path is set: present, and not said to be off."""
    found = below(element, *path)
    return found is not None and attribute(found, "val") not in _OFF
