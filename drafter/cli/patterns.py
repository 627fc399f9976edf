"""``drafter patterns``: look at the bank, decide on what was mined, see what it covers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from drafter.cli.bank_coverage import coverage
from drafter.cli.bank_report import report
from drafter.cli.messages import chosen
from drafter.errors import InputError, Place, UsageError

if TYPE_CHECKING:
    from drafter.bank import Bank, Pattern

__all__ = ["register"]

_FOLDERS = typer.Option([], "--patterns", metavar="文件夹", help="另加的句式包；可写多次。")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(
        help="看句式库、审句式、查覆盖率、出报告。", no_args_is_help=True, rich_markup_mode=None
    )
    group.command("list")(show_list)
    group.command("show")(show)
    group.command("review")(review)
    group.command("coverage")(coverage)
    group.command("report")(report)
    app.add_typer(group, name="patterns")


def _bank(folders: list[Path]) -> Bank:
    from drafter.bank import load_bank

    return load_bank(folders)


def show_list(
    part: str | None = typer.Option(None, "--part", help="只看一个部位，如 开头。"),
    move: str | None = typer.Option(None, "--move", help="只看一个语步，如 点题。"),
    status: str | None = typer.Option(None, "--status", help="已用、待审或不用。"),
    folders: list[Path] = _FOLDERS,
) -> None:
    """列出句式：编号、状态、句式。"""
    from drafter.bank.names import part_names, status_names
    from drafter.resources import read_data

    moves, names = read_data("moves.yaml"), status_names()
    part = chosen("--part", part, part_names())
    within = [part] if part else moves
    move = chosen("--move", move, {k: v for p in within for k, v in moves[p].items()})
    status = chosen("--status", status, names)
    for pattern in _bank(folders):
        wanted = (part, pattern.part), (move, pattern.move), (status, pattern.status)
        if all(asked is None or asked == have for asked, have in wanted):
            typer.echo(f"{pattern.id}\t{names[pattern.status]}\t{pattern.frame}")


def show(
    pattern_id: str = typer.Argument(..., metavar="编号", help="句式编号，见 patterns list。"),
    folders: list[Path] = _FOLDERS,
) -> None:
    """看一条句式：句式、槽位、证据、来历。"""
    bank = _bank(folders)
    pattern = bank.get(pattern_id)
    if pattern is None:
        raise InputError(
            f"没有编号为“{pattern_id}”的句式，编号见 drafter patterns list",
            place=Place(field="编号"),
        )
    typer.echo("\n".join(_card(pattern, bank)))


def _card(pattern: Pattern, bank: Bank) -> list[str]:
    from drafter.bank.names import move_name, status_names
    from drafter.resources import read_data

    slots = read_data("slots.yaml")
    out = [
        pattern.frame,
        f"编号　{pattern.id}（{status_names()[pattern.status]}）",
        f"语步　{move_name(pattern.part, pattern.move)}（{pattern.part}.{pattern.move}）",
    ]
    if pattern.slots:
        named = (f"{name}＝{slots[kind]['name']}" for name, kind in pattern.slots)
        out.append(f"槽位　{'，'.join(named)}")
    if pattern.support:
        s = pattern.support
        out.append(f"证据　见于 {s.speeches} 个独立来源、{s.topics} 个主题")
        if s.sources:
            out.append(f"来源　{' '.join(s.sources)}")
    pack = next((p for p in bank.packs if p.id == pattern.pack), None)
    meta = pack.meta if pack else {}
    how = "挖掘所得" if pattern.origin == "mined" else "为本项目撰写"
    out.append(f"来历　句式包 {pattern.pack}（{meta.get('name', '')}），{how}")
    if meta.get("command"):
        out.append(f"重做　{meta['command']}")
    return out


def review(
    packs: list[Path] = typer.Argument(
        None, metavar="[句式包…]", help="挖来的句式包文件夹；不写时是随程序带的。"
    ),
    corpus: list[Path] = typer.Option(
        [], "--corpus", metavar="路径", help="当初挖的语料，用来显示原句。"
    ),
    everything: bool = typer.Option(False, "--all", help="已经定过的也再看一遍。"),
) -> None:
    """在终端里逐条审：用、改、不用；随时可停，已定的都记下。"""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("审句式要在终端里一条条看，不能接管道或重定向")
    from drafter.cli.reviewing import review_pack

    for pack in packs or _mined():
        review_pack(pack, corpus, everything=everything)


def _mined() -> list[Path]:
    """The shipped packs that were mined."""
    from drafter.bank import load_bank

    return [p.folder for p in load_bank([]).packs if p.meta.get("origin") == "mined"]
