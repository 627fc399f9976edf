"""An index of other people's texts that tells in milliseconds what a draft shares with them.

The archive's texts lie end to end as one row of characters without marks. Every third place of it
is indexed by a hash of the five characters that begin there; so any run of seven or more
characters that a draft shares with the archive holds an indexed place, and is found from there by
comparing characters to both sides (the guarantee of Winnowing, Schleimer et al. 2003). Of shorter
runs some are found. What a copied passage has left after words were changed in it are such runs.

The index is kept in the user's cache folder under a digest of the files' content.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from drafter.errors import NothingFoundError, SourceError, apart
from drafter.review.skeleton import skeleton
from drafter.review.versions import families_of
from drafter.text.traditional import simplified

__all__ = ["CopyIndex", "Match", "build_index", "open_index"]

#: Raised with any change to the files written, so that old ones are not read.
_FORMAT = 3
_GRAM = 5
_STEP = 3
#: A shorter run may be missed.
SHORTEST = _GRAM + _STEP - 1
#: A gram indexed in more places than this is nobody's.
_EVERYWHERE = 40
#: So many characters to either side are compared at once; of more, one after another.
_WINDOW = 24
_BASE = np.uint64(0x9E3779B97F4A7C15)
#: The row of characters is cut here, so that no run reaches over two texts.
_CUT = 0
_NO_TEXT = "对照的文件里没有读到文字，请检查 --corpus 给的路径"

_Codes = NDArray[np.uint32]
_Places = NDArray[np.int64]


class Match(NamedTuple):
    """A run the draft shares with a source: ``start``–``end`` in the draft's bare text."""

    start: int
    end: int
    source: int
    place: int

    @property
    def alike(self) -> int:
        """How many characters they are."""
        return self.end - self.start


@dataclass(frozen=True)
class CopyIndex:
    """The archive: its characters, the sorted hashes with their places, and its sources by name."""

    codes: _Codes
    hashes: NDArray[np.uint32]
    places: NDArray[np.uint32]
    starts: NDArray[np.uint32]
    #: For each source the first of its versions.
    families: NDArray[np.uint32]
    names: tuple[str, ...]
    skipped: tuple[str, ...] = ()

    #: What stands between two texts.
    CUT: ClassVar[str] = chr(_CUT)

    def matches(self, words: str, known: bytes | bytearray = b"") -> list[Match]:
        """Every longest run shared with a source that holds an indexed place, by the places there.

        These are all of :data:`SHORTEST` characters and more. ``known`` marks with 1 the characters
        of ``words`` that may stand anywhere; runs of these alone are not looked for. Nor are runs
        of what many places of the archive have.
        """
        codes = _codes(words)
        if len(codes) < _GRAM or not len(self.hashes):
            return []
        grams = _hash(codes)
        first = np.searchsorted(self.hashes, grams, side="left")
        counts = np.searchsorted(self.hashes, grams, side="right") - first
        counts[counts > _EVERYWHERE] = 0
        if known:
            counts[_all_marked(known)] = 0
        at, place = self._heads(first, counts)
        before, after = self._reach(codes, at, place)
        sources = np.searchsorted(self.starts, place, side="right") - 1
        found = {
            Match(a - b, a + f, source, p - b)
            for a, p, b, f, source in zip(
                *(row.tolist() for row in (at, place, before, after, sources)), strict=True
            )
            # Fewer are alike where two grams only have the same hash.
            if b + f >= _GRAM
        }
        return sorted(found, key=lambda m: (m.place, m.start))

    def _heads(self, first: _Places, counts: _Places) -> tuple[_Places, _Places]:
        """The first hit of each run, as places in the draft and in the archive.

        Hits of one run lie on one diagonal, as far apart as the indexed places.
        """
        total = int(counts.sum())
        at = np.repeat(np.arange(len(counts)), counts)
        inside = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
        place = self.places[np.repeat(first, counts) + inside].astype(np.int64)
        diagonal = place - at
        order = np.lexsort((at, diagonal))
        at, place, diagonal = at[order], place[order], diagonal[order]
        head = np.ones(total, dtype=bool)
        head[1:] = (np.diff(diagonal) != 0) | (np.diff(at) != _STEP)
        return at[head], place[head]

    def _reach(self, codes: _Codes, at: _Places, place: _Places) -> tuple[_Places, _Places]:
        """How far the same characters go back from each hit, and on from it."""
        before = self._alike(codes, at - 1, place - 1, -1)
        after = self._alike(codes, at, place, 1)
        for row, begin, way in ((before, 1, -1), (after, 0, 1)):
            for i in np.flatnonzero(row == _WINDOW).tolist():
                one, other = at[i] - begin, place[i] - begin
                while self._is_same(codes, one + way * row[i], other + way * row[i]):
                    row[i] += 1
        return before, after

    def _is_same(self, codes: _Codes, at: int, place: int) -> bool:
        inside = 0 <= at < len(codes) and 0 <= place < len(self.codes)
        return inside and bool(codes[at] == self.codes[place])

    def _alike(self, codes: _Codes, at: _Places, place: _Places, way: int) -> _Places:
        """How many characters are the same from each place on, or back, within the window."""
        steps = way * np.arange(_WINDOW)
        ours, theirs = at[:, None] + steps, place[:, None] + steps
        inside = (ours >= 0) & (ours < len(codes)) & (theirs >= 0) & (theirs < len(self.codes))
        ours, theirs = np.where(inside, ours, 0), np.where(inside, theirs, 0)
        same = inside & (codes[ours] == self.codes[theirs])
        return np.asarray(np.where(same.all(axis=1), _WINDOW, same.argmin(axis=1)))

    def passage(self, start: int, end: int) -> str:
        """What the archive has between two places, marks left out."""
        return "".join(map(chr, self.codes[start:end].tolist()))


def _codes(words: str) -> _Codes:
    return np.frombuffer(words.encode("utf-32-le"), dtype="<u4")


def _hash(codes: _Codes) -> NDArray[np.uint32]:
    """A polynomial hash of the five characters that begin at each place.

    Half of it is kept: what only has the same hash shows when characters are compared.
    """
    value = np.zeros(len(codes) - _GRAM + 1, dtype=np.uint64)
    wide = codes.astype(np.uint64)
    for offset in range(_GRAM):
        value = value * _BASE + wide[offset : offset + len(value)]
    return (value >> np.uint64(32)).astype(np.uint32)


def _all_marked(known: bytes | bytearray) -> NDArray[np.bool_]:
    """For each gram, whether all its characters are marked."""
    total = np.concatenate([[0], np.cumsum(np.frombuffer(bytes(known), dtype=np.uint8))])
    return np.asarray(total[_GRAM:] - total[:-_GRAM] == _GRAM)


def build_index(texts: Iterable[tuple[str, str]], skipped: Iterable[str] = ()) -> CopyIndex:
    """The index of (name, text) pairs, in memory."""
    rows: list[_Codes] = []
    starts: list[int] = []
    names: list[str] = []
    length = 0
    cut = np.array([_CUT], dtype=np.uint32)
    for name, text in texts:
        row = np.concatenate([_codes(simplified(skeleton(text).text)), cut])
        starts.append(length)
        names.append(name)
        rows.append(row)
        length += len(row)
    codes: _Codes = np.concatenate(rows) if rows else np.zeros(0, dtype=np.uint32)
    grams = _hash(codes) if len(codes) >= _GRAM else np.zeros(0, dtype=np.uint32)
    hashes = grams[::_STEP]
    order = np.argsort(hashes, kind="stable")
    return CopyIndex(
        codes,
        hashes[order],
        (order * _STEP).astype(np.uint32),
        np.array(starts, dtype=np.uint32),
        families_of(grams, starts),
        tuple(names),
        tuple(skipped),
    )


# -- the cache ---------------------------------------------------------------------------------


def open_index(
    paths: Iterable[Path], *, without: Path | None = None, cache: Path | None = None
) -> CopyIndex:
    """The index of all readable texts under ``paths``, from the cache or built and kept there.

    ``without`` is a file to leave out: the draft itself, where it lies among the others. Paths and
    files that could not be read are told in ``skipped``.

    ``cache`` is the folder to keep it in, by default the user's cache folder; where that cannot be
    written the index lives in memory only. Raises :class:`InputError` where no text was found.
    """
    from drafter.reading.sources.walk import files_under

    paths = list(paths)
    files, missing = apart(files_under(paths))
    if without is not None:
        files = [f for f in files if f.resolve() != without.resolve()]
    folder = (cache or _cache_folder()) / _key(files)
    index = _load(folder)
    if index is None:
        skipped: list[str] = []
        index = build_index(_texts(files, skipped), skipped)
        if index.names:
            _save(index, folder)
    index = replace(index, skipped=(*missing, *index.skipped))
    if not index.names:
        raise NothingFoundError(_NO_TEXT, paths, index.skipped)
    return index


def _texts(files: Iterable[Path], skipped: list[str]) -> Iterator[tuple[str, str]]:
    from drafter.reading.sources import open_sources

    for source in open_sources(files):
        if isinstance(source, SourceError):
            skipped.append(str(source))
        else:
            yield source.name, "\n".join(source.lines)


def _key(files: Iterable[Path]) -> str:
    """A digest of what the files hold and what they are called."""
    digest = hashlib.sha256(f"{_FORMAT}:{_GRAM}:{_STEP}".encode())
    for file in files:
        digest.update(os.fsencode(file))
        try:
            with file.open("rb") as opened:
                digest.update(hashlib.file_digest(opened, "sha256").digest())
        except OSError:
            digest.update(b"unreadable")
    return digest.hexdigest()[:32]


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("drafter") / "copies"


_ARRAYS = ("codes", "hashes", "places", "starts", "families")


def _load(folder: Path) -> CopyIndex | None:
    try:
        about: dict[str, Any] = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
        arrays = {n: np.load(folder / f"{n}.npy", mmap_mode="r") for n in _ARRAYS}
    except (OSError, ValueError, KeyError):
        return None
    return CopyIndex(**arrays, names=tuple(about["names"]), skipped=tuple(about["skipped"]))


def _save(index: CopyIndex, folder: Path) -> None:
    """Write beside and rename, so that a killed run leaves no half index."""
    beside = folder.with_name(folder.name + ".new")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        for name in _ARRAYS:
            np.save(beside / f"{name}.npy", getattr(index, name))
        about = {"names": index.names, "skipped": index.skipped}
        (beside / "sources.json").write_text(json.dumps(about, ensure_ascii=False), "utf-8")
        beside.rename(folder)
    except OSError:
        # A cache that cannot be written is no reason to fail: the index is already in memory.
        shutil.rmtree(beside, ignore_errors=True)
