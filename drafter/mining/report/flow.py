"""Arcs as a flow: what the first point is about, what the second is, and how many go which way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from drafter.mining.report.corpus import UNNAMED
from drafter.mining.report.svg import chart, tag, text, title
from drafter.resources import read_data
from drafter.text.numerals import chinese

__all__ = ["MOST_POINTS", "flow_chart", "followed"]

Arc = tuple[str, ...]

#: Longer lists of points are reports; nobody follows their arc by eye.
MOST_POINTS = 7
WIDTH, HEIGHT, TOP, NODE, GAP = 1100.0, 330.0, 34.0, 16.0, 14.0
#: Room for the names of the last column.
RIGHT = 110.0
#: Ink and mineral colours of old painting: knowing blue, achieving ochre, doing red, holding green.
_COLOURS = {
    "认识": "#2f5f8a",
    "形势": "#6a93b5",
    "成绩": "#c08a2d",
    "问题": "#8a5a3c",
    "任务": "#a8322a",
    "创新": "#d4715a",
    "责任": "#2f6b55",
    "保障": "#5f9a7f",
    "作风": "#8fa95b",
    "希望": "#7a5a91",
    "承诺": "#a685b8",
    "启示": "#b0597b",
}
_OTHER = "#a49b8c"


@dataclass
class _Node:
    """A focus at a place: its box, and how much of either side is already taken by ribbons."""

    x: float
    y: float
    height: float
    count: int
    left: float = 0.0
    right: float = 0.0


def followed(arcs: Sequence[tuple[Arc, int]]) -> list[tuple[Arc, int]]:
    """The arcs the picture shows: two points at least, :data:`MOST_POINTS` at most."""
    return [(arc, count) for arc, count in arcs if 2 <= len(arc) <= MOST_POINTS]


def flow_chart(arcs: Sequence[tuple[Arc, int]]) -> Markup:
    """A column for each point of a speech, a box for each focus, ribbons as wide as their count."""
    shown = followed(arcs)
    depth = max((len(arc) for arc, _ in shown), default=0)
    columns = [_counted((arc[n], c) for arc, c in shown if len(arc) > n) for n in range(depth)]
    nodes = _laid_out(columns)
    links = Counter[tuple[int, str, str]]()
    for arc, count in shown:
        for n in range(len(arc) - 1):
            links[n, arc[n], arc[n + 1]] += count
    parts: list[str] = [
        text(_x(n, depth), TOP - 16, f"第{chinese(n + 1)}点", "axis") for n in range(depth)
    ]
    parts += _ribbons(links, nodes)
    for (n, focus), node in sorted(nodes.items()):
        parts += _box(n, focus, node)
    height = max((node.y + node.height for node in nodes.values()), default=TOP) + 8
    return chart(WIDTH, height, "骨架：各点依次讲什么", *parts)


def _order(focus: str) -> tuple[int, str]:
    known = [*read_data("focuses.yaml"), UNNAMED]
    return (known.index(focus) if focus in known else len(known), focus)


def _counted(items: Iterator[tuple[str, int]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for focus, count in items:
        counts[focus] += count
    return {focus: counts[focus] for focus in sorted(counts, key=_order)}


def _x(place: int, depth: int) -> float:
    return place * (WIDTH - RIGHT) / max(1, depth - 1) if depth > 1 else 0.0


def _laid_out(columns: Sequence[Mapping[str, int]]) -> dict[tuple[int, str], _Node]:
    """The boxes; one arc is as high in every column, so that widths can be compared."""
    most = max((sum(c.values()) for c in columns), default=1)
    gaps = max((len(c) for c in columns), default=1) - 1
    unit = max(0.2, (HEIGHT - GAP * gaps) / most)
    nodes: dict[tuple[int, str], _Node] = {}
    for n, column in enumerate(columns):
        y = TOP
        for focus, count in column.items():
            nodes[n, focus] = _Node(_x(n, len(columns)), y, unit * count, count)
            y += unit * count + GAP
    return nodes


def _ribbons(
    links: Mapping[tuple[int, str, str], int], nodes: Mapping[tuple[int, str], _Node]
) -> Iterator[Markup]:
    """Ribbons from top to bottom on both sides, so that they cross as little as they must."""
    ordered = sorted(links, key=lambda link: (link[0], _order(link[1]), _order(link[2])))
    for n, focus, following in ordered:
        count = links[n, focus, following]
        source, target = nodes[n, focus], nodes[n + 1, following]
        wide = source.height * count / source.count
        y0, y1 = source.y + source.right, target.y + target.left
        source.right += wide
        target.left += wide
        x0, x1 = source.x + NODE, target.x
        middle = (x0 + x1) / 2
        path = (
            f"M{x0:.1f} {y0:.1f}C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
            f"V{y1 + wide:.1f}"
            f"C{middle:.1f} {y1 + wide:.1f} {middle:.1f} {y0 + wide:.1f} {x0:.1f} {y0 + wide:.1f}Z"
        )
        about = title(f"第{chinese(n + 1)}点讲{focus}、接着讲{following}：{count} 篇")
        yield tag("path", about, d=path, fill=_COLOURS.get(focus, _OTHER), class_="ribbon")


def _box(place: int, focus: str, node: _Node) -> Iterator[Markup]:
    ends = node.count - round(node.count * node.right / node.height) if node.height else 0
    said = f"第{chinese(place + 1)}点讲{focus}：{node.count} 篇"
    about = title(said + (f"，其中 {ends} 篇到此为止" if ends else ""))
    colour = _COLOURS.get(focus, _OTHER)
    yield tag(
        "rect",
        about,
        x=node.x,
        y=node.y,
        width=NODE,
        height=max(node.height, 1.0),
        fill=colour,
        rx=2,
    )
    name = tag("tspan", focus, class_="focus")
    counted = tag("tspan", f" {node.count}", class_="count")
    y = node.y + max(node.height, 1.0) / 2 + 5
    yield tag("text", name, counted, x=node.x + NODE + 7, y=y, class_="halo")
