"""Partial files → tallies: who is whose copy is settled first, then every source counts once.

The records are gone through in the order of their sources' hashes, whatever files and workers they
came from; so the result knows nothing of either.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from drafter.mining.records import Record, from_json
from drafter.mining.skeleton import Skeleton, is_slot
from drafter.mining.sources import independent
from drafter.mining.tally import Tallies

__all__ = ["Corpus", "gather"]


@dataclass
class Corpus:
    """What a corpus holds once copies are folded together.

    ``hashes`` are the contents that count, one a group of near-duplicates; ``texts`` is how many
    different texts there were; ``sources`` how many of them are independent (texts of one page
    count as one). ``masked`` counts what was put out of sight in the sentences, by what it was.
    """

    tallies: Tallies = field(default_factory=Tallies)
    hashes: list[str] = field(default_factory=list)
    texts: int = 0
    sources: int = 0
    characters: int = 0
    arcs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    schemes: Counter[tuple[str, int]] = field(default_factory=Counter)
    figures: Counter[tuple[str, Skeleton]] = field(default_factory=Counter)
    masked: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a record lies, and what decides whose copy it is."""

    hash: str
    keys: tuple[str, ...]
    path: Path
    offset: int


def gather(partials: Iterable[Path]) -> Corpus:
    """The corpus of the partial files, each read once for heads and once for units."""
    corpus = Corpus()
    heads: dict[str, _Head] = {}
    pages: dict[str, set[str]] = defaultdict(set)
    for path in sorted(set(partials)):
        for head, failure in _heads(path):
            if head is None:
                corpus.failures.append(failure)
                continue
            pages[head.hash].update(k for k in head.keys if k.startswith("page:"))
            heads.setdefault(head.hash, head)
    corpus.failures.sort()
    corpus.texts = len(heads)
    copies = independent(
        (h.hash, [k for k in h.keys if not k.startswith("page:")]) for h in heads.values()
    )
    of_page: dict[str, set[str]] = defaultdict(set)
    for name, group in copies.items():
        of_page[group].update(pages[name])
    source = independent((group, sorted(keys)) for group, keys in sorted(of_page.items()))
    corpus.hashes = sorted(of_page)
    members: dict[str, list[str]] = defaultdict(list)
    for group in corpus.hashes:
        members[source[group]].append(group)
    corpus.sources = len(members)
    for name in sorted(members):
        _count(corpus, name, [_read(heads[h]) for h in members[name]])
    return corpus


def _count(corpus: Corpus, source: str, records: list[Record]) -> None:
    corpus.tallies.add(source, ((part, items, r.topic) for r in records for part, items in r.units))
    corpus.characters += sum(r.characters for r in records)
    corpus.names.update(name for r in records for name in r.names)
    corpus.masked.update(
        item[1:-1] for r in records for _, items in r.units for item in items if is_slot(item)
    )
    corpus.arcs.update({r.arc for r in records if r.arc})
    corpus.schemes.update({s for r in records for s in r.schemes})
    corpus.figures.update({f for r in records for f in r.figures})


def _heads(path: Path) -> Iterable[tuple[_Head | None, str]]:
    offset = 0
    with path.open("rb") as lines:
        for line in lines:
            value = json.loads(line)
            if "failure" in value:
                yield None, str(value["failure"])
            else:
                yield _Head(value["hash"], tuple(value["keys"]), path, offset), ""
            offset += len(line)


def _read(head: _Head) -> Record:
    with head.path.open("rb") as lines:
        lines.seek(head.offset)
        return from_json(json.loads(lines.readline()))
