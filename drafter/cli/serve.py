"""``drafter serve``: the form in a browser, on this machine."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import typer

from drafter.cli.streams import say
from drafter.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["register"]

_LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
_ANY = frozenset({"0.0.0.0", "[::]"})  # noqa: S104 - only told apart here
#: Each takes some 170 MB; four keep up with a hundred people typing.
_MOST_WORKERS = 4


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    host: str = typer.Option(
        "127.0.0.1", "--host", help="监听地址；给办公室别的电脑用时写本机地址。"
    ),
    port: int = typer.Option(8765, "--port", min=1, max=65535, help="端口。"),
    token: str | None = typer.Option(None, "--token", help="口令：打开网页要带 ?token=…。"),
    allow: list[str] = typer.Option([], "--allow-host", help="还可以用哪些主机名访问；可写多次。"),
    patterns: list[Path] = typer.Option([], "--patterns", help="自己的句式包文件夹；可写多次。"),
    texts: list[Path] = typer.Option(
        [], "--texts", help="本机上存讲话的文件夹，可在网页里挖掘；可写多次。"
    ),
    data: Path | None = typer.Option(None, "--data", help="历史和自己的句式包存在哪个文件夹。"),
    workers: int | None = typer.Option(
        None,
        "--workers",
        min=1,
        max=16,
        help="工作进程数；不写，只给本机用是 1 个，给别的电脑用是每个核 1 个（最多 4 个）。",
    ),
) -> None:
    """在浏览器里填表起草。"""
    _need_web()
    from drafter.web.run import app, configure

    _check_folders(texts)
    _check_port(host, port)
    # An IPv6 address stands in brackets wherever a port may follow it.
    named = f"[{host}]" if ":" in host and not host.startswith("[") else host
    workers = workers or _workers_for(named)
    hosts = [*_LOCAL, named, *allow]
    configure(hosts=hosts, token=token, patterns=patterns, data=data, texts=texts, workers=workers)
    # Made here once, so that a broken pack or folder is said in one line and not by every worker.
    first = app()
    _say_where(named, port, token)
    with suppress(KeyboardInterrupt):  # the way it is told to end
        _listen(first if workers == 1 else "drafter.web.run:app", host.strip("[]"), port, workers)
    say("已停止")


def _need_web() -> None:
    """Raises :class:`MissingExtraError` where the form's own libraries are not installed."""
    try:
        import starlette  # noqa: F401 - told apart here from a fault in our own pages
        import uvicorn  # noqa: F401
    except ImportError:
        raise MissingExtraError("网页表单", "web") from None


def _listen(app: Starlette | str, host: str, port: int, workers: int) -> None:
    """Answer until Ctrl-C; several workers each make the application that a name stands for."""
    import uvicorn

    uvicorn.run(
        app,
        factory=workers > 1,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        date_header=False,
    )


def _say_where(host: str, port: int, token: str | None) -> None:
    """Tell the address to open, and what to mind where others can reach it."""
    if host not in _LOCAL and token is None:
        say("提醒：没有设口令，能连到这台机器的人都能打开；可加 --token")
    shown = f"http://{host}:{port}/" + (f"?token={quote(token)}" if token else "")
    say(f"请在浏览器打开 {shown}（按 Ctrl-C 结束）")
    if host in _ANY:
        say("监听的是所有地址：网址里写这台机器的 IP 或主机名，并用 --allow-host 列出")


def _workers_for(host: str) -> int:
    """One process for one clerk's own machine; for an office, all cores draft."""
    return 1 if host in _LOCAL else min(_MOST_WORKERS, os.cpu_count() or 1)


def _check_folders(folders: list[Path]) -> None:
    """Raises :class:`UsageError` for the first that is not there."""
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"没有这个文件夹：{folder}")


def _check_port(host: str, port: int) -> None:
    """Raises :class:`UsageError` where the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except (OSError, UnicodeError) as e:
            raise UsageError(f"{host}:{port} 不能用：{_why(e)}") from None


def _why(error: Exception) -> str:
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return "端口已被占用，请用 --port 换一个"
    if number == errno.EACCES:
        return "没有权限用这个端口，请用 --port 换一个 1024 以上的"
    return "这不是本机的地址，请检查 --host"
