"""The brief: its model, the YAML door, its schema and the questions at a terminal."""

from drafter.brief.explain import make_brief
from drafter.brief.loading import load_brief, load_briefs, parse_brief
from drafter.brief.model import Brief, brief_digest, plain_brief

__all__ = [
    "Brief",
    "brief_digest",
    "load_brief",
    "load_briefs",
    "make_brief",
    "parse_brief",
    "plain_brief",
]
