"""The history of drafts in SQLite: every saved version, with all it was made from.

One file, write-ahead logging, a connection for each call: several workers may save at once, and
what was acknowledged survives a killed process (synchronous=FULL writes the log to disk before
the call returns).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from drafter.errors import OutputError, Place

__all__ = ["Snapshot", "Store", "Version"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS version (
    id INTEGER PRIMARY KEY,
    draft INTEGER NOT NULL,
    saved TEXT NOT NULL,
    title TEXT NOT NULL,
    genre TEXT NOT NULL,
    characters INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    patterns TEXT NOT NULL,
    automatic INTEGER NOT NULL,
    state TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS version_draft ON version (draft, id);
CREATE TABLE IF NOT EXISTS draft (id INTEGER PRIMARY KEY AUTOINCREMENT);
"""
#: Automatic versions kept of one draft; those saved by hand are never thinned out.
_KEEP_AUTOMATIC = 20
_COLUMNS = "id, draft, saved, title, genre, characters, seed, patterns, automatic"
_INSERT = (
    "INSERT INTO version"
    " (draft, saved, title, genre, characters, seed, patterns, automatic, state, text) VALUES"
    " (:draft, :saved, :title, :genre, :characters, :seed, :patterns, :automatic, :state, :text)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What is kept of a draft: ``state`` is the form's whole state, ``text`` the plain draft."""

    title: str
    genre: str
    characters: int
    seed: int
    patterns: str
    state: dict[str, Any]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Snapshot):
    """One saved version."""

    id: int
    draft: int
    saved: str
    automatic: bool


class Store:
    """Drafts and their versions in one SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open the file, made where there is none. Raises :class:`OutputError`."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with self._open() as connection:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.executescript(_SCHEMA)
        except (OSError, sqlite3.Error):
            place = Place(file=str(path))
            message = "历史文件打不开或写不了，请检查文件夹权限，或用 --data 换一个文件夹"
            raise OutputError(message, place=place) from None

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.path, timeout=10)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA synchronous=FULL")
            with connection:
                yield connection
        finally:
            connection.close()

    def save(
        self, snapshot: Snapshot, *, draft: int | None, automatic: bool = False
    ) -> tuple[int, int]:
        """Keep a version; (draft id, version id). ``draft`` None, or one deleted, starts anew."""
        row = asdict(snapshot) | {
            "saved": datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
            "automatic": int(automatic),
            "state": json.dumps(snapshot.state, ensure_ascii=False),
        }
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if draft is None or not self._exists(connection, draft):
                cursor = connection.execute("INSERT INTO draft DEFAULT VALUES")
                draft = int(cursor.lastrowid or 0)
            cursor = connection.execute(_INSERT, row | {"draft": draft})
            if automatic:
                self._thin(connection, draft)
            return draft, int(cursor.lastrowid or 0)

    @staticmethod
    def _exists(connection: sqlite3.Connection, draft: int) -> bool:
        row = connection.execute("SELECT 1 FROM draft WHERE id=?", (draft,)).fetchone()
        return row is not None

    @staticmethod
    def _thin(connection: sqlite3.Connection, draft: int) -> None:
        """Drop all but the newest automatic versions of a draft."""
        connection.execute(
            "DELETE FROM version WHERE draft=? AND automatic=1 AND id NOT IN (SELECT id FROM"
            " version WHERE draft=? AND automatic=1 ORDER BY id DESC LIMIT ?)",
            (draft, draft, _KEEP_AUTOMATIC),
        )

    def newest(self, limit: int = 200) -> list[Version]:
        """The newest version of each draft, newest first, without state and text."""
        with self._open() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM version WHERE id IN"  # noqa: S608 - constant columns
                " (SELECT MAX(id) FROM version GROUP BY draft) ORDER BY id DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return [_version(row) for row in rows]

    def versions(self, draft: int) -> list[Version]:
        """All versions of a draft, newest first, without state and text."""
        with self._open() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM version WHERE draft=? ORDER BY id DESC",  # noqa: S608
                (draft,),
            ).fetchall()
        return [_version(row) for row in rows]

    def newest_of(self, draft: int) -> int | None:
        """The number of a draft's newest version; None where there is no such draft."""
        with self._open() as connection:
            row = connection.execute(
                "SELECT MAX(id) FROM version WHERE draft=?", (draft,)
            ).fetchone()
        return None if row[0] is None else int(row[0])

    def get(self, version: int) -> Version | None:
        """One version whole."""
        with self._open() as connection:
            row = connection.execute("SELECT * FROM version WHERE id=?", (version,)).fetchone()
        return None if row is None else _version(row)

    def delete(self, draft: int) -> None:
        """Forget a draft and all its versions."""
        with self._open() as connection:
            connection.execute("DELETE FROM version WHERE draft=?", (draft,))
            connection.execute("DELETE FROM draft WHERE id=?", (draft,))


def _version(row: sqlite3.Row) -> Version:
    """A version of a row; one of a list lacks state and text."""
    columns = {"state": "{}", "text": ""} | dict(row)
    columns["automatic"] = bool(columns["automatic"])
    columns["state"] = json.loads(columns["state"])
    return Version(**columns)
