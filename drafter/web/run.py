"""How a server's workers learn its settings: they are started from this module's name alone."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette

from drafter.web.app import Settings, create_app, data_folder
from drafter.web.guard import Rules

__all__ = ["app", "configure"]

_VARIABLE = "DRAFTER_SERVE"


def configure(
    *,
    hosts: Sequence[str],
    token: str | None,
    patterns: Sequence[Path],
    data: Path | None,
    texts: Sequence[Path] = (),
) -> None:
    """Leave the settings where the workers find them; relative paths are made absolute."""
    os.environ[_VARIABLE] = json.dumps(
        {
            "hosts": list(hosts),
            "token": token,
            "patterns": [str(p.resolve()) for p in patterns],
            "texts": [str(p.resolve()) for p in texts],
            "data": str((data or data_folder()).resolve()),
        }
    )


def app() -> Starlette:
    """The application with the settings left by :func:`configure`."""
    told = json.loads(os.environ[_VARIABLE])
    return create_app(
        Settings(
            data=Path(told["data"]),
            rules=Rules(frozenset(told["hosts"]), token=told["token"]),
            patterns=tuple(Path(p) for p in told["patterns"]),
            texts=tuple(Path(p) for p in told["texts"]),
        )
    )
