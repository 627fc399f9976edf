"""Results kept between runs, in the user's cache folder, under the digest of what they come from.

The key is made of every byte a result depends on, so nothing kept can be out of date; losing the
cache loses nothing but time, and a folder that cannot be written is no error.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import platformdirs

from drafter.errors import OutputError
from drafter.files import write_text

__all__ = ["digest_of", "keep", "kept"]


def digest_of(data: bytes) -> str:
    """SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _file(kind: str, digest: str) -> Path:
    return Path(platformdirs.user_cache_dir("drafter")) / kind / digest


def kept(kind: str, digest: str) -> str | None:
    """The text kept under a kind and a digest; None where there is none."""
    try:
        return _file(kind, digest).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def keep(kind: str, digest: str, text: str) -> None:
    """Keep a text."""
    file = _file(kind, digest)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, text)
    except (OSError, OutputError):
        return
