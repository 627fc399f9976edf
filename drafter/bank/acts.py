"""What ``about`` calls the kinds of act, the ways, results, faults, aims, owners and sayings.

Their shapes stand in acts.yaml.
"""

from __future__ import annotations

from functools import cache

from drafter.resources import read_data

__all__ = ["ACT_MARKS", "known_acts", "known_in"]

#: What the names begin with: no word of a measure does.
ACT_MARKS = ("（", "〔", "〈", "〖")
#: The names of what stands in each part of acts.yaml.
_NAMES = {
    "acts": "（{}）",
    "ways": "〔{}〕",
    "gains": "〔{}〕",
    "aims": "〈{}〉",
    "owners": "〈{}〉",
    "faults": "〔{}〕",
    "sayings": "〖{}〗",
    "trials": "〔{}〕",
    "tales": "〔有人{}〕",
    "demands": "〔要{}〕",
    "deeds": "〔曾{}〕",
    "failings": "〔我{}〕",
}


@cache
def known_acts() -> dict[str, str]:
    """The shape of each of them, as acts.yaml writes it, under its name in ``about``."""
    return {name: shape for part in _NAMES for name, shape in known_in(part).items()}


@cache
def known_in(part: str) -> dict[str, str]:
    """The same for one part of acts.yaml: ``aims`` are asked of goals and of nothing else."""
    return {
        _NAMES[part].format(kind): shape for kind, shape in read_data("acts.yaml")[part].items()
    }
