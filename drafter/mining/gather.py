"""Partial files → tallies: who is whose copy is settled first, then every source counts once.

The records are gone through in the order of their sources' hashes, whatever files and workers they
came from; so the result knows nothing of either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from drafter.mining.partials import heads, record_at
from drafter.mining.records import Record
from drafter.mining.skeleton import Skeleton
from drafter.mining.sources import Signature, independent, near, packed
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
class _Text:
    """A speech: where its record lies, and its signature."""

    path: Path
    offset: int
    signature: Signature


def gather(partials: Iterable[Path]) -> Corpus:
    """The corpus of the partial files, each read once for heads and once for units."""
    corpus = Corpus()
    texts: dict[str, _Text] = {}
    pages: dict[str, set[str]] = defaultdict(set)
    for path in sorted(set(partials)):
        for head, offset in heads(path):
            if head.failure:
                corpus.failures.append(head.failure)
                continue
            page, *bands = head.keys
            pages[head.hash].add(page)
            known = texts.get(head.hash)
            here = _Text(path, offset, packed(bands))
            if known is None or _before(here, known):
                texts[head.hash] = here
    corpus.failures.sort()
    corpus.texts = len(texts)
    copies = near({name: text.signature for name, text in texts.items()})
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
        found = [texts[group] for group in members[name]]
        _count(corpus, name, [record_at(text.path, text.offset) for text in found])
    return corpus


def _before(one: _Text, other: _Text) -> bool:
    """Whether ``one`` counts of two records of the same words; file names have no say in it."""
    records = (record_at(text.path, text.offset) for text in (one, other))
    first, second = ((r.topic, r.names, sorted(r.said.items())) for r in records)
    return first < second


def _count(corpus: Corpus, source: str, records: list[Record]) -> None:
    corpus.tallies.add(source, [(r.topic, r.said) for r in records])
    corpus.characters += sum(r.characters for r in records)
    corpus.names.update(name for r in records for name in r.names)
    for r in records:
        corpus.masked.update(r.masked)
    corpus.arcs.update({r.arc for r in records if r.arc})
    corpus.schemes.update({s for r in records for s in r.schemes})
    corpus.figures.update({f for r in records for f in r.figures})
