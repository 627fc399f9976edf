"""Compiled page templates, kept between runs beside all else that is kept.

Jinja2's own cache of files lets a full or read-only disk stop a draft; here such a disk costs time
alone, as :mod:`drafter.caching` has it. Imported where a page is rendered: Jinja2 loads slowly.
"""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

from drafter.caching import keep_data, kept_data

__all__ = ["Compiled"]


class Compiled(BytecodeCache):
    """Templates as Jinja2 compiled them; a bucket tells by its checksum that its source changed."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept of its template, if anything is."""
        data = kept_data("templates", bucket.key)
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        keep_data("templates", bucket.key, bucket.bytecode_to_string())
