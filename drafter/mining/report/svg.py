"""The few pieces of SVG the charts are drawn with: elements as safe markup, and the colours."""

from __future__ import annotations

from markupsafe import Markup, escape

__all__ = ["Attribute", "chart", "number", "rect", "scale", "tag", "text", "title"]

Attribute = str | float | int | None

#: From paper to cinnabar to dark red; a cell's share decides how far.
_RAMP = ((255, 250, 240), (246, 221, 196), (226, 146, 107), (178, 52, 44), (96, 16, 22))


def tag(name: str, *children: str, **attributes: Attribute) -> Markup:
    """One element. ``class_`` is ``class``, ``_`` in names is ``-``, None leaves one out.

    Children that are not markup are escaped.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = Markup("").join(children)
    return Markup(f"<{name}{written}>{inside}</{name}>")  # noqa: S704 - all parts are escaped above


def _value(value: str | float) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def title(words: str) -> Markup:
    """What a browser shows where the pointer rests, and a screen reader says."""
    return tag("title", words)


def text(x: float, y: float, words: str, kind: str = "", **attributes: Attribute) -> Markup:
    """Words at a point; ``kind`` is their CSS class."""
    return tag("text", words, x=x, y=y, class_=kind or None, **attributes)


def rect(
    x: float, y: float, width: float, height: float, *inside: str, **attributes: Attribute
) -> Markup:
    """A rectangle; a title may stand inside."""
    return tag("rect", *inside, x=x, y=y, width=width, height=height, **attributes)


def chart(width: float, height: float, label: str, *children: str) -> Markup:
    """A whole picture that takes the width it is given; ``label`` says what it shows."""
    return tag(
        "svg",
        *children,
        viewBox=f"0 0 {_value(float(width))} {_value(float(height))}",
        role="img",
        aria_label=label,
    )


def number(value: int) -> str:
    """12,345"""
    return f"{value:,}"


def scale(share: float) -> tuple[str, bool]:
    """The colour for a share of 0 to 1, and whether words on it must be light."""
    place = max(0.0, min(1.0, share)) * (len(_RAMP) - 1)
    low = min(int(place), len(_RAMP) - 2)
    part = place - low
    mixed = (round(a + (b - a) * part) for a, b in zip(_RAMP[low], _RAMP[low + 1], strict=True))
    return "#" + "".join(f"{c:02x}" for c in mixed), place > 2.2
