"""Offers: values found in a notice or plan for a brief's fields, and how they are taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["LISTS", "Offer", "accepted"]

#: The fields an offer adds an item to.
LISTS = ("依据", "议程", "成绩", "问题")


@dataclass(frozen=True, slots=True)
class Offer:
    """A value found for a field of the brief.

    ``field`` is its Chinese path; a list's name stands for a new item of it. Under 要点 the
    value is one item of a point's content, and ``focus`` says which point it belongs to.
    ``source`` is the sentence it was found in.
    """

    field: str
    value: str | dict[str, Any]
    source: str
    focus: str = ""


def accepted(values: dict[str, Any], offers: Sequence[Offer]) -> dict[str, Any]:
    """The brief's plain values with the offers taken over.

    A single field is set; items join their lists, blank lines of which go; content goes to the
    last point of its focus, or to a new one.
    """
    out = dict(values)
    for offer in offers:
        if offer.field == "要点":
            points = [dict(p) for p in _filled(out.get("要点")) if isinstance(p, dict)]
            home = next((p for p in points if p.get("着眼") == offer.focus), None)
            if home is None:
                home = {"标题": "", "着眼": offer.focus, "内容": []}
                points.append(home)
            home["内容"] = [*_filled(home.get("内容")), offer.value]
            out["要点"] = points
        elif offer.field in LISTS:
            kept = _filled(out.get(offer.field))
            out[offer.field] = kept if offer.value in kept else [*kept, offer.value]
        else:
            _set(out, offer.field.split("."), offer.value)
    return out


def _set(values: dict[str, Any], steps: list[str], value: Any) -> None:
    *way, last = steps
    for step in way:
        inner = values.get(step)
        values[step] = dict(inner) if isinstance(inner, dict) else {}
        values = values[step]
    values[last] = value


def _filled(items: Any) -> list[Any]:
    """The items of a list that say anything."""
    kept = items if isinstance(items, list) else []
    return [i for i in kept if (any(i.values()) if isinstance(i, dict) else i != "")]
