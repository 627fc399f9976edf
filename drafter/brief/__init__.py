"""The brief: its model, the YAML door, its schema and the questions at a terminal."""

from drafter.brief.model import Brief, brief_digest

__all__ = ["Brief", "brief_digest"]
