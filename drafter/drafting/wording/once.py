"""Once: what two sentences of an opening would say is left to the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.resources import read_data
from drafter.speech import Sentence

__all__ = ["purpose_once"]


def purpose_once(said: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without the one on the purpose where the occasion has told it already.

    今天召开…，就是想听听心里话。 needs no 这次会议的目的是… behind it.
    """
    told = re.compile(read_data("once.yaml")["purpose"])
    if not any(s.move == "occasion" and told.search(s.text) for s in said):
        return list(said)
    return [s for s in said if s.move != "purpose"]
