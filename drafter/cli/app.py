"""Builds the command line and turns every error into one Chinese line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer

from drafter.cli.messages import usage_message
from drafter.errors import DrafterError

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
    """Run one command; the exit status. No traceback reaches the user for a DrafterError."""
    command: Any = typer.main.get_command(app)
    try:
        status = command.main(args=list(argv), prog_name="drafter", standalone_mode=False)
        sys.stdout.flush()
    except DrafterError as error:
        for line in error.lines():
            print(line, file=sys.stderr)
        return error.exit_status
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
        # The reader (head, less) has gone; so that Python does not complain again at exit:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("DRAFTER_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}".replace("\n", " ")[:200]
        print(f"E999 程序内部出错（{what}）；请把这一行告诉维护者", file=sys.stderr)
        return 1
    return status if isinstance(status, int) else 0
