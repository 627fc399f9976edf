"""The command line: thin commands, one tree of errors, Chinese messages.

Results go to stdout, progress and errors to stderr. Each command imports the rooms it needs when
it runs, so that ``drafter draft`` never waits for the miner or the web.
"""

from __future__ import annotations

import gc
import sys

__all__ = ["main"]

#: A command makes many objects that last until it ends: looking for garbage among the first
#: of them finds none, and takes a tenth of the time of a draft.
_YOUNG_OBJECTS = 200_000


def main() -> None:
    """Entry point of the ``drafter`` command."""
    gc.set_threshold(_YOUNG_OBJECTS)
    try:
        from drafter.cli.app import build, run

        argv = sys.argv[1:]
        status = run(build(argv[0] if argv else None), argv)
    except KeyboardInterrupt:  # before anything was begun
        sys.exit(130)
    # The interpreter looks for garbage once more when it ends; the system takes it all anyway.
    gc.freeze()
    sys.exit(status)
