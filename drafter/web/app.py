"""The application: the pages behind the guard, the office and the history they share."""

from __future__ import annotations

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
from drafter.web import bank_pages, download_pages, drafting_pages, history_pages, mining_pages
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
    """``data`` holds the history and the house packs, ``patterns`` are further packs."""

    data: Path
    rules: Rules
    patterns: tuple[Path, ...] = ()


def create_app(settings: Settings) -> Starlette:
    """The ASGI application. Raises :class:`PackError` for a pack that cannot be loaded."""
    groups = (drafting_pages, download_pages, history_pages, bank_pages, mining_pages)
    pages = [route for group in groups for route in group.routes()]
    static = Mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app = Starlette(
        routes=[*pages, static],
        middleware=[Middleware(Guard, rules=settings.rules)],
        exception_handlers={DrafterError: _refused, HTTPException: _missing},
    )
    app.state.office = Office(settings.data / "patterns", settings.patterns)
    app.state.store = Store(settings.data / "history.db")
    app.state.jobs = Jobs(settings.data / "jobs", settings.data / "patterns")
    return app


async def _refused(request: Request, error: Exception) -> Response:
    """A DrafterError as the page shows it: a notice for a part, a page for a whole."""
    message = error.message if isinstance(error, DrafterError) else str(error)
    if request.headers.get("hx-request"):
        # htmx swaps only good answers: the notice goes to its own place on the page.
        answer = page("_notice.html", message=message)
        answer.headers["hx-retarget"] = "#notice"
        answer.headers["hx-reswap"] = "innerHTML"
        return answer
    return page("refused.html", 400, here="", message=message)


async def _missing(request: Request, error: Exception) -> Response:  # noqa: ARG001
    status = error.status_code if isinstance(error, HTTPException) else 404
    return page("missing.html", status, here="", what="这一页")
