"""A real server and a real browser; every test ends by asking both what went wrong."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

_SERVE = "import sys; from drafter.cli import main; sys.exit(main())"


@dataclass
class Server:
    """A running ``drafter serve``."""

    base: str
    data: Path
    process: subprocess.Popen[bytes]


@pytest.fixture(scope="session")
def start(root: Path) -> Iterator[Callable[..., Server]]:
    """Start a server on a free port; all are ended with the tests."""
    running: list[subprocess.Popen[bytes]] = []

    def call(data: Path, *more: str, port: int | None = None) -> Server:
        port = port or _free_port()
        command = [sys.executable, "-c", _SERVE, "serve", "--port", str(port)]
        process = subprocess.Popen(
            [*command, "--data", str(data), *more],
            cwd=root,
            stdout=subprocess.DEVNULL,
            stderr=(data / "server.log").open("ab"),
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        running.append(process)
        server = Server(f"http://127.0.0.1:{port}", data, process)
        for _ in range(200):
            try:
                urllib.request.urlopen(server.base + "/static/icon.svg").read()
                return server
            except OSError:
                if process.poll() is not None:
                    break
                time.sleep(0.1)
        raise RuntimeError((data / "server.log").read_text())

    yield call
    for process in running:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="session")
def server(start: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The server most tests share."""
    return start(tmp_path_factory.mktemp("served"))


@dataclass
class Watch:
    """What a page must not do: log errors, break the policy, ask any other server."""

    base: str
    console: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def over(self, page: Any) -> None:
        page.on("console", self._line)
        page.on("pageerror", lambda e: self.console.append(f"uncaught: {e}"))
        page.on("request", lambda r: self.asked.append(r.url))

    def _line(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.console.append(message.text)

    def check(self) -> None:
        assert self.console == []
        assert self.asked, "nothing was asked for at all"
        away = [u for u in self.asked if not u.startswith((self.base + "/", "blob:" + self.base))]
        assert away == []


@pytest.fixture
def page(browser: Any, server: Server) -> Iterator[Any]:
    """A fresh page on the shared server, watched."""
    with watched(browser, server.base) as opened:
        yield opened


@pytest.fixture
def open_page(browser: Any) -> Callable[..., Any]:
    """A watched page on any server: ``with open_page(base, width=400) as page``."""
    return lambda base, **more: watched(browser, base, **more)


class watched:  # noqa: N801 - used like a function
    """A page with its own storage, watched from its first request to its last."""

    def __init__(
        self, browser: Any, base: str, *, width: int = 1280, height: int = 900, quiet: bool = True
    ) -> None:
        self.browser, self.base, self.quiet = browser, base, quiet
        self.size = {"width": width, "height": height}

    def __enter__(self) -> Any:
        self.context = self.browser.new_context(
            base_url=self.base, viewport=self.size, locale="zh-CN", accept_downloads=True
        )
        self.context.set_default_timeout(20_000)
        page = self.context.new_page()
        self.watch = Watch(self.base)
        self.watch.over(page)
        return page

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.context.close()
        if kind is None and self.quiet:
            self.watch.check()


@pytest.fixture
def until() -> Callable[..., None]:
    """Wait until an expression holds on a page.

    Playwright's own wait evaluates strings inside the page, which the policy rightly forbids.
    """

    def wait(page: Any, expression: str, arg: Any = None) -> None:
        for _ in range(200):
            if page.evaluate(expression, arg):
                return
            page.wait_for_timeout(50)
        raise AssertionError(f"never became true: {expression} ({arg})")

    return wait
