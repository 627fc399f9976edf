"""The command line: thin commands, one tree of errors, Chinese messages.

Results go to stdout, progress and errors to stderr. Each command imports the rooms it needs when
it runs, so that ``drafter draft`` never waits for the miner or the web.
"""

from __future__ import annotations

import sys

from drafter.cli.app import build, run

__all__ = ["main"]


def main() -> None:
    """Entry point of the ``drafter`` command."""
    argv = sys.argv[1:]
    sys.exit(run(build(argv[0] if argv else None), argv))
