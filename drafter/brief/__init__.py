"""The brief: its model, the YAML door, its schema and the questions at a terminal."""

from drafter.brief.explain import make_brief
from drafter.brief.loading import each_brief, load_brief, parse_brief
from drafter.brief.model import Brief, brief_digest, plain_brief

__all__ = [
    "Brief",
    "brief_digest",
    "each_brief",
    "load_brief",
    "make_brief",
    "parse_brief",
    "plain_brief",
]
