"""The report as one HTML file: pictures, tables beside them, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.bank.names import move_name, part_names, status_names
from drafter.mining.held import HeldReason
from drafter.mining.report.bank import BankFigures
from drafter.mining.report.bars import NAMED, bin_chart, length_chart, reason_chart, speech_name
from drafter.mining.report.corpus import CorpusFigures, HeatRow
from drafter.mining.report.flow import MOST_POINTS, flow_chart, followed
from drafter.mining.report.grid import heat_chart, matrix_chart
from drafter.mining.report.held import named
from drafter.mining.report.names import frame_pieces
from drafter.mining.report.svg import number
from drafter.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["report_page"]

#: Arcs named in the table below their picture.
LISTED_ARCS = 10


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = number
    environment.filters["pieces"] = frame_pieces
    environment.filters["named"] = named
    environment.globals.update(parts=part_names(), statuses=status_names(), move_name=move_name)
    return environment


def report_page(
    bank: BankFigures,
    corpus: CorpusFigures | None = None,
    held: Sequence[HeldReason] | None = None,
    masked: Sequence[tuple[str, int]] = (),
) -> str:
    """The page. Without a corpus, and where nothing is known of what was held back, it says so.

    ``masked`` is what was put out of sight before a frame was looked for: (name, how often).

    The same figures give the same bytes.
    """
    arcs = corpus.arcs if corpus else bank.arcs
    values: dict[str, Any] = {
        "version": __version__,
        "bank": bank,
        "corpus": corpus,
        "held": held,
        "masked": masked,
        "packs": _packs(bank),
        "matrix": matrix_chart(bank),
        "support": bin_chart(bank.support, "个来源", "见于几个独立来源"),
        "literal": bin_chart(bank.literal, "个字", "句式里写定的字数"),
        "best": [(p, p.speeches) for p in bank.best],
        "arcs": _arcs(arcs),
        "heat": heat_chart(corpus.heat) if corpus and corpus.heat else None,
        "telling": _telling(corpus.heat) if corpus else [],
        "lengths": _lengths(corpus) if corpus and corpus.lengths else None,
        "reasons": reason_chart(held) if held else None,
    }
    return _environment().get_template("page.html").render(**values)


def _packs(bank: BankFigures) -> dict[str, Any]:
    """The packs, mined ones first, and the sums below them."""
    ordered = sorted(bank.packs, key=lambda p: (not p.mined, -p.total, p.id))
    names = ("accepted", "proposed", "rejected", "edited", "total")
    return {"rows": ordered, "sums": {n: sum(getattr(p, n) for p in ordered) for n in names}}


def _arcs(arcs: Sequence[tuple[tuple[str, ...], int]]) -> dict[str, Any]:
    shown = followed(arcs)
    return {
        "chart": flow_chart(arcs) if shown else None,
        "rows": shown[:LISTED_ARCS],
        "more": len(shown) - len(shown[:LISTED_ARCS]),
        "shown": sum(count for _, count in shown),
        "long": sum(count for arc, count in arcs if len(arc) > MOST_POINTS),
        "short": sum(count for arc, count in arcs if len(arc) < 2),
        "most": MOST_POINTS,
    }


def _telling(rows: Sequence[HeatRow]) -> list[tuple[str, str, int, int]]:
    """Of each part's commonest move: part, move, and the percents its middle half lies between."""
    out = []
    for part in ("opening", "headings", "points", "closing"):
        of_part = [row for row in rows if row.part == part]
        if of_part:
            row = max(of_part, key=lambda r: r.total)
            low, high = (_quantile(row, share) for share in (0.25, 0.75))
            step = 100 // len(row.counts)
            out.append(
                (part_names()[part], move_name(part, row.move), low * step, (high + 1) * step)
            )
    return out


def _quantile(row: HeatRow, share: float) -> int:
    """The bin in which this share of the row's sentences is reached."""
    reached = 0
    for place, count in enumerate(row.counts):
        reached += count
        if reached >= share * row.total:
            return place
    return len(row.counts) - 1


def _lengths(corpus: CorpusFigures) -> dict[str, Any]:
    lengths = corpus.lengths
    named = min(NAMED, len(lengths) // 2) or 1
    ends = [*lengths[:named], *lengths[max(named, len(lengths) - named) :]]
    return {
        "chart": length_chart(lengths),
        "ends": [(speech_name(speech), speech) for speech in ends],
        "named": named,
        "mean": round(corpus.characters / len(lengths)),
        "middle": lengths[len(lengths) // 2].characters,
    }
