"""Speeches → Pack: candidates, slots, frames, support, audit, engines."""

from drafter.mining import numbers  # isort: split

from drafter.mining.held import Held
from drafter.mining.mine import Summary, mine
from drafter.mining.workers import Engine

__all__ = ["Engine", "Held", "Summary", "mine", "numbers"]
