"""Pages: Jinja2 with escaping on, from drafter/web/pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from starlette.responses import HTMLResponse

__all__ = ["fragment", "page"]


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fragment(name: str, **values: Any) -> str:
    """One page or part of a page as text."""
    return _environment().get_template(name).render(**values)


def page(name: str, status: int = 200, trigger: str = "", **values: Any) -> HTMLResponse:
    """One page or part as an answer; ``trigger`` names an event htmx raises on the page."""
    headers = {"hx-trigger-after-swap": trigger} if trigger else None
    return HTMLResponse(fragment(name, **values), status, headers)
