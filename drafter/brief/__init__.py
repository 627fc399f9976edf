"""The brief: its model, the YAML door, its schema and the questions at a terminal."""

from drafter.brief.loading import load_brief, load_briefs, parse_brief
from drafter.brief.model import Brief, brief_digest

__all__ = ["Brief", "brief_digest", "load_brief", "load_briefs", "parse_brief"]
