"""How a server's workers learn its settings: they are started from this module's name alone."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import signal
import sys
import threading
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
    workers: int = 1,
) -> None:
    """Leave the settings where the workers find them; relative paths are made absolute."""
    os.environ[_VARIABLE] = json.dumps(
        {
            "hosts": list(hosts),
            "token": token,
            "workers": workers,
            "patterns": [str(p.resolve()) for p in patterns],
            "texts": [str(p.resolve()) for p in texts],
            "data": str((data or data_folder()).resolve()),
        }
    )


def app() -> Starlette:
    """The application with the settings left by :func:`configure`, made ready for a long run."""
    made = _made()
    _end_with_parent()
    # The patterns stay for as long as the server runs: looking through them for garbage again and
    # again would cost a tenth of every draft. A thread gives way sooner than Python's 5 ms, so
    # that a draft being made does not hold up the answers to others.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    sys.setswitchinterval(0.001)
    return made


def _end_with_parent() -> None:
    """A worker whose server was killed ends too; else it would keep the port from the next one."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def _made() -> Starlette:
    told = json.loads(os.environ[_VARIABLE])
    return create_app(
        Settings(
            data=Path(told["data"]),
            rules=Rules(frozenset(told["hosts"]), token=told["token"], share=told["workers"] > 1),
            patterns=tuple(Path(p) for p in told["patterns"]),
            texts=tuple(Path(p) for p in told["texts"]),
        )
    )
