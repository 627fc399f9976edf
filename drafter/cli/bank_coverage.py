"""``drafter patterns coverage``: how much of real speeches the bank's patterns account for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from drafter.cli.streams import say
from drafter.errors import InputError, Place, apart

if TYPE_CHECKING:
    from drafter.mining.coverage import Covered

__all__ = ["coverage"]

_PLACES = {
    "opening": "开头",
    "transition": "过渡",
    "headings": "标题",
    "closing": "结尾",
    "all": "合计",
}

#: Place → how many of its sentences a pattern matches, and how many there are.
Shares = Mapping[str, tuple[int, int]]


def coverage(
    paths: list[Path] = typer.Argument(..., metavar="路径…", help="没有挖过的讲话稿。"),
    as_json: bool = typer.Option(False, "--json", help="输出 JSON，每句和它对上的句式。"),
    folders: list[Path] = typer.Option(
        [], "--patterns", metavar="文件夹", help="另加的句式包；可写多次。"
    ),
) -> None:
    """开头、过渡、标题、结尾的句子有多少能对上句式。"""
    from drafter.bank import load_bank
    from drafter.mining.coverage import covered, share
    from drafter.reading import read_all

    readings, failures = apart(read_all(paths))
    found = list(covered(readings, load_bank(folders)))
    typer.echo(_json(found, share(found)) if as_json else _lines(share(found)), nl=as_json)
    for failure in failures:
        say(failure)
    if failures:
        raise typer.Exit(1)
    if not found:
        raise InputError("没有找到讲话稿里的开头、标题或结尾", place=Place(file=str(paths[0])))


def _lines(shares: Shares) -> str:
    """A line for each place that has sentences."""
    rows = ((name, *shares[place]) for place, name in _PLACES.items() if place in shares)
    return "".join(f"{name}　{n}/{total}　{n / total:.0%}\n" for name, n, total in rows)


def _json(found: Sequence[Covered], shares: Shares) -> str:
    """The shares, and each sentence with the pattern that matches it."""
    value = {
        "coverage": {
            place: {"matched": n, "sentences": total, "share": round(n / total, 4)}
            for place, (n, total) in shares.items()
        },
        "sentences": [_sentence(c) for c in found],
    }
    return json.dumps(value, ensure_ascii=False, indent=1)


def _sentence(covered: Covered) -> dict[str, str | None]:
    pattern = covered.pattern
    return {
        "source": covered.source,
        "move": covered.place,
        "text": covered.text,
        "pattern": pattern.id if pattern else None,
        "frame": pattern.frame if pattern else None,
    }
