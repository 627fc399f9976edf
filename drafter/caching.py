"""Results kept between runs, in the user's cache folder, under the digest of what they come from.

The key is made of every byte a result depends on, so nothing kept can be out of date; losing the
cache loses nothing but time, and a folder that cannot be written is no error.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from drafter.errors import OutputError
from drafter.files import write_bytes

__all__ = ["digest_of", "keep", "keep_data", "kept", "kept_as", "kept_data"]

Kept = TypeVar("Kept")

#: What of the environment says where the cache folder is.
_PLACES = ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA")


def digest_of(data: bytes) -> str:
    """SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _file(kind: str, digest: str) -> Path:
    return _root(tuple(map(os.environ.get, _PLACES))) / kind / digest


@cache
def _root(_places: tuple[str | None, ...]) -> Path:
    """The cache folder under these settings of the environment."""
    return Path(platformdirs.user_cache_dir("drafter"))


def kept_data(kind: str, digest: str) -> bytes | None:
    """The bytes kept under a kind and a digest; None where there are none."""
    try:
        return _file(kind, digest).read_bytes()
    except OSError:
        return None


def kept(kind: str, digest: str) -> str | None:
    """The text kept under a kind and a digest; None where there is none."""
    data = kept_data(kind, digest)
    try:
        return None if data is None else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def kept_as(kind: str, digest: str, decode: Callable[[bytes], Kept]) -> Kept | None:
    """What is kept, decoded; None where nothing is, or nothing whole.

    ``decode`` is one of msgspec's: a damaged cache is as good as none.
    """
    data = kept_data(kind, digest)
    try:
        return None if data is None else decode(data)
    except msgspec.DecodeError:
        return None


def keep_data(kind: str, digest: str, data: bytes, *, most: int | None = None) -> None:
    """Keep bytes; with ``most``, of this kind no more than so many, the newest ones."""
    file = _file(kind, digest)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(file, data)
    except (OSError, OutputError):
        return
    if most is not None:
        _thin_out(file.parent, most)


def keep(kind: str, digest: str, text: str) -> None:
    """Keep a text."""
    keep_data(kind, digest, text.encode("utf-8"))


def _thin_out(folder: Path, most: int) -> None:
    # Another process may be thinning out the same folder: what is gone is gone.
    with contextlib.suppress(OSError):
        oldest_first = sorted(folder.iterdir(), key=lambda f: f.stat().st_mtime_ns)
        for file in oldest_first[:-most]:
            file.unlink(missing_ok=True)
