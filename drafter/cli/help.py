"""``--help`` in Chinese, its columns set by how wide a character is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

__all__ = ["speak_chinese"]

#: What is to be typed after an option that names no kind of value itself.
_VALUES = {"TyperPath": "路径", "IntRange": "数", "IntParamType": "数"}
_HELP_OPTION = ("-h, --help", "显示这份说明。")

Row = tuple[str, str]


class _Command(TyperCommand):
    """A command that explains itself in Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The help as text, no line wider than the terminal."""
        return _page(self, ctx, ())


class _Group(TyperGroup):
    """A group of commands that explains itself in Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The help as text, no line wider than the terminal."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return _page(self, ctx, [(name, c.help or "") for name, c in found if c is not None])


def speak_chinese(app: typer.Typer) -> None:
    """Let every command of the application, in its groups too, explain itself in Chinese."""
    app.info.cls = _Group
    for command in app.registered_commands:
        command.cls = _Command
    for group in app.registered_groups:
        group.cls = _Group
        if group.typer_instance is not None:
            speak_chinese(group.typer_instance)


def _page(command: Any, ctx: Any, commands: Iterable[Row]) -> str:
    params = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in params if p.param_type_name == "argument"]
    options = [p for p in params if p.param_type_name == "option"]
    commands = list(commands)
    words = [ctx.command_path, "[选项]", *map(_argument, arguments)]
    sections = (
        ("参数", [(_argument(p), _said(p)) for p in arguments]),
        ("选项", [_option(p) for p in options]),
        ("命令", commands),
    )
    out = [f"用法：{' '.join([*words, '命令 …'] if commands else words)}", "", f"  {command.help}"]
    for title, rows in sections:
        if rows:
            out += ["", f"{title}：", _columns(rows)]
    if commands:
        out += ["", f"每个命令的说明：{ctx.command_path} 命令 --help"]
    return "\n".join(out)


def _argument(param: Any) -> str:
    return str(param.metavar or param.name)


def _option(param: Any) -> Row:
    if "--help" in param.opts:
        return _HELP_OPTION
    names = ", ".join(sorted(param.opts, key=len))
    if param.is_flag:
        return names, _said(param)
    kind = _VALUES.get(type(param.type).__name__, "文字")
    return f"{names} {param.metavar or kind}", _said(param)


def _said(param: Any) -> str:
    """The explanation, and what may be or must be given."""
    extra = ["必填"] if param.required else []
    if getattr(param.type, "min", None) is not None:
        top = param.type.max
        extra.append(f"{param.type.min} 到 {top}" if top is not None else f"至少 {param.type.min}")
    default = param.default
    if isinstance(default, str | int) and not isinstance(default, bool) and not param.required:
        extra.append(f"默认 {default}")
    return f"{param.help or ''}" + (f"（{'；'.join(extra)}）" if extra else "")


def _columns(rows: Iterable[Row]) -> str:
    from rich.console import Console
    from rich.table import Table

    console = Console(no_color=True, highlight=False, markup=False, emoji=False)
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for left, right in rows:
        table.add_row("  " + left, right)
    with console.capture() as shown:
        console.print(table)
    return "\n".join(line.rstrip() for line in shown.get().splitlines())
