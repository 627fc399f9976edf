"""Builds the command line and turns every error into one Chinese line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer

from drafter.cli.help import speak_chinese
from drafter.cli.messages import usage_message
from drafter.cli.streams import forget_output, prepare
from drafter.errors import DrafterError, InputError, OutputError, Place, UsageError
from drafter.files import reason

__all__ = ["build", "run"]

#: The module of each command, in the order of the help.
_HOMES = {
    "parse": "parse",
    "mine": "mine",
    "patterns": "patterns",
    "new": "brief",
    "schema": "brief",
    "draft": "draft",
    "check": "check",
    "read": "read",
    "serve": "serve",
}
#: What the shell reports for a program that Ctrl-C ended.
_INTERRUPTED = 130


def build(command: str | None = None) -> typer.Typer:
    """The application: with the one command that is asked for, or, for the help, with all."""
    app = typer.Typer(
        name="drafter",
        help="讲话稿：挖掘句式，按提纲起草，导出 Word。",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    homes = [_HOMES[command]] if command in _HOMES else dict.fromkeys(_HOMES.values())
    for home in homes:
        import_module(f"drafter.cli.{home}").register(app)
    speak_chinese(app)
    return app


def _version(show: bool) -> None:
    if show:
        from drafter.version import __version__

        typer.echo(f"drafter {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False, "--version", help="显示版本。", callback=_version, is_eager=True
    ),
) -> None:
    """讲话稿：挖掘句式，按提纲起草，导出 Word。"""


def run(app: typer.Typer, argv: Sequence[str]) -> int:
    """Run one command; the exit status. Whatever happens, the user reads no traceback."""
    prepare()
    try:
        status = _call(app, argv)
        sys.stdout.flush()
        if status == _INTERRUPTED:  # the parser's way of taking Ctrl-C
            raise KeyboardInterrupt
    except DrafterError as error:
        return _say(error)
    except typer.Abort:
        print("已取消。", file=sys.stderr)
        return 1
    except typer.TyperException as error:
        print(usage_message(error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("已中断，没有留下写了一半的文件。", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        forget_output()  # the reader (head, less) has seen enough
        return 0
    except OSError as error:
        if error.filename is None:
            forget_output()
        return _say(_refused(error))
    except Exception as error:
        if os.environ.get("DRAFTER_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}".replace("\n", " ")[:200]
        print(f"E999 程序内部出错（{what}）；请把这一行告诉维护者", file=sys.stderr)
        return 1
    return status if isinstance(status, int) else 0


def _call(app: typer.Typer, argv: Sequence[str]) -> Any:
    if "" in argv:
        # Path("") is the current folder: a variable left unset would have all of it read.
        raise UsageError("有一个参数是空的，多半是脚本里的变量没有值；请补上")
    command: Any = typer.main.get_command(app)
    _leave_files_to_readers(command)
    try:
        return command.main(args=list(argv), prog_name="drafter", standalone_mode=False)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # the parser's way of taking it
            raise BrokenPipeError from None
        raise


def _leave_files_to_readers(command: Any) -> None:
    """No parser's check of rights: whoever opens a file says what is wrong, and where."""
    for param in command.params:
        if hasattr(param.type, "readable"):
            param.type.readable = False
    for inner in getattr(command, "commands", {}).values():
        _leave_files_to_readers(inner)


def _refused(error: OSError) -> DrafterError:
    """What the system would not do, where no room has said it better."""
    if error.filename is None:
        return OutputError(f"结果写不出去（{reason(error)}），请检查磁盘和输出的去处")
    place = Place(os.fsdecode(error.filename) if isinstance(error.filename, bytes | str) else None)
    return InputError(f"系统不让用这个文件（{reason(error)}），请检查路径和权限", place=place)


def _say(error: DrafterError) -> int:
    for line in error.lines():
        print(line, file=sys.stderr)
    return error.exit_status
