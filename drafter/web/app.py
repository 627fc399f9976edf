"""The application: the pages behind the guard, the office and the history they share."""

from __future__ import annotations

import logging
import sqlite3
import traceback
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from drafter.errors import DrafterError
from drafter.web import (
    bank_pages,
    download_pages,
    drafting_pages,
    history_pages,
    mining_pages,
    notice_pages,
    return_pages,
    wording_pages,
)
from drafter.web.faults import Faults
from drafter.web.guard import Guard, Rules
from drafter.web.mining_jobs import Jobs
from drafter.web.office import Office
from drafter.web.render import page
from drafter.web.store import Store

__all__ = ["Settings", "create_app", "data_folder"]


def data_folder() -> Path:
    """Where this user's drafts and house packs are kept."""
    return Path(platformdirs.user_data_dir("drafter"))


@dataclass(frozen=True)
class Settings:
    """What a server is started with.

    ``data`` holds the history and the house packs, ``patterns`` are further packs, ``texts``
    folders of speeches that may be mined from the browser.
    """

    data: Path
    rules: Rules
    patterns: tuple[Path, ...] = ()
    texts: tuple[Path, ...] = ()


#: Errors shown at once; mending the first often mends more.
_MOST = 8
_GROUPS = (
    drafting_pages,
    wording_pages,
    notice_pages,
    download_pages,
    return_pages,
    history_pages,
    bank_pages,
    mining_pages,
)


def create_app(settings: Settings) -> Starlette:
    """The ASGI application. Raises :class:`PackError` for a pack that cannot be loaded."""
    pages = [route for group in _GROUPS for route in group.routes()]
    static = Mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app = Starlette(
        routes=[*pages, static],
        middleware=[Middleware(Guard, rules=settings.rules), Middleware(Faults, answer=_fault)],
        exception_handlers={
            DrafterError: _refused,
            HTTPException: _http,
            sqlite3.Error: _disk,
        },
    )
    app.state.office = Office(settings.data / "patterns", settings.patterns)
    app.state.store = Store(settings.data / "history.db")
    app.state.jobs = Jobs(settings.data / "jobs", settings.data / "patterns", settings.texts)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    """A DrafterError as the page shows it."""
    errors = [error, *error.others] if isinstance(error, DrafterError) else []
    return _said(request, 400, *(_line(e) for e in errors[:_MOST]))


def _line(error: DrafterError) -> str:
    """An error as one line, with the line of the file it stands in."""
    line = error.place.line
    return error.message if line is None else f"第{line}行：{error.message}"


async def _http(request: Request, error: Exception) -> Response:
    """An address or a method that does not exist, or a body refused while it was read."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    if status == 404 and not request.headers.get("hx-request"):
        return page("missing.html", 404, here="", what="这一页")
    if status == 413 and isinstance(error, HTTPException):
        return _said(request, 413, str(error.detail))
    return _said(request, status, "没有这个操作，请刷新页面再试")


async def _disk(request: Request, error: Exception) -> Response:
    """The history cannot be read or written."""
    logging.getLogger("drafter.web").error("历史读写失败：%s", error)
    return _said(request, 500, "历史存不进去：请看磁盘是否已满、文件夹能否写入，然后再保存一次")


async def _fault(request: Request, error: Exception) -> Response:
    """A fault of the program: said on the page, told by name and place on the terminal."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    logging.getLogger("drafter.web").error("内部错误 %s（%s）", type(error).__name__, place)
    return _said(request, 500, "程序出了错，这一步没有做成；表单里的内容还在，请换个做法再试")


def _said(request: Request, status: int, *messages: str) -> Response:
    """A notice for a part of the page, a page of its own for a whole one."""
    if request.headers.get("hx-request"):
        # htmx swaps only good answers: the notice goes to its own place on the page.
        answer = page("_notice.html", messages=messages)
        answer.headers["hx-retarget"] = "#notice"
        answer.headers["hx-reswap"] = "innerHTML"
        return answer
    return page("refused.html", status, here="", messages=messages)
