"""Speeches → Pack: candidates, slots, frames, support, audit, engines."""

from drafter.mining.engine import Engine
from drafter.mining.held import Held
from drafter.mining.mine import Summary, mine

__all__ = ["Engine", "Held", "Summary", "mine"]
