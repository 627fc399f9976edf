"""What is asked of any pack that was written: its literal text, and that it says nothing twice."""

from __future__ import annotations

import re
from collections import Counter

from drafter.bank import Pack

#: So many characters that come again are heard.
RUN = 12


def pieces(frame: str) -> list[str]:
    """The literal text between slots, with the first word of each choice."""
    return re.split(r"\{\{.*?\}\}", re.sub(r"<([^|>]*)\|[^>]*>", r"\1", frame))


def literal(frame: str) -> str:
    """The same as one text, a line each."""
    return "\n".join(pieces(frame))


def said_twice(pack: Pack) -> list[str]:
    """The runs of characters that stand in two frames of a pack."""
    seen = Counter(
        run
        for p in pack.patterns
        for run in {t[i : i + RUN] for t in pieces(p.frame) for i in range(len(t) - RUN + 1)}
    )
    return [run for run, n in seen.items() if n > 1]
