"""``drafter patterns report``: the bank, and speeches beside it, as one page of pictures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from drafter.cli.streams import say, write_bytes

if TYPE_CHECKING:
    from drafter.mining.report import HeldReason

__all__ = ["report"]


def report(
    paths: list[Path] = typer.Argument(
        None, metavar="[路径…]", help="讲话稿文件或文件夹；写了才有位置、长短等图。"
    ),
    out: str = typer.Option(..., "-o", "--output", metavar="文件.html", help="报告写到这里。"),
    folders: list[Path] = typer.Option(
        [], "--patterns", metavar="文件夹", help="另加的句式包；可写多次。"
    ),
    held: list[Path] = typer.Option(
        [], "--held", metavar="文件", help="drafter mine --held 写出的清单；可写多次。"
    ),
) -> None:
    """把句式库画成一个网页：语步与文种、证据、位置、骨架、长短、没有放行的。"""
    from drafter.bank import load_bank
    from drafter.mining.report import bank_figures, corpus_figures, kept_by, masked_by, report_page
    from drafter.reading import read_all

    whole = load_bank(folders)
    bank = bank_figures(whole)
    corpus = corpus_figures(read_all(paths)) if paths else None
    speeches = paths if corpus and corpus.speeches else []
    told = _held(speeches, held)
    page = report_page(bank, corpus, kept_by(whole) if told is None else told, masked_by(whole))
    write_bytes(out, page.encode())
    for failure in corpus.failures if corpus else ():
        say(failure)
    if corpus and not corpus.speeches:
        say("给出的文件里没有讲话，报告里只有句式库")
    if corpus and corpus.failures:
        raise typer.Exit(1)


def _held(paths: Sequence[Path], files: Sequence[Path]) -> tuple[HeldReason, ...] | None:
    """What was held back: as written at mining, else found by mining the speeches given.

    None where neither tells.
    """
    from drafter.mining import mine
    from drafter.mining.report import held_reasons, load_held

    if files:
        return held_reasons(item for file in files for item in load_held(file))
    if not paths:
        return None
    if sys.stderr.isatty():
        say("正在照挖掘的规矩看一遍，哪些句式会被拦下……")
    with TemporaryDirectory() as folder:
        return held_reasons(mine(paths, Path(folder) / "pack").held)
