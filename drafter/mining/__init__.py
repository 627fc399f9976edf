"""Speeches → Pack: candidates, slots, frames, support, audit, engines."""
