"""Formulae inside of sentences: the two ends of a clause (加大…力度), pairs (既要…，又要…).

In long reports hardly a sentence repeats as a whole, but its clauses do. A clause is a formula by
its two ends: words that keep meeting around changing contents. Words that are merely frequent meet
as often by chance; so the ends must meet more often than their frequencies explain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import log2
from typing import NamedTuple

from drafter.mining.lexicon import MARKS, frame_lexicon
from drafter.mining.sentences import Sentences
from drafter.mining.shape import BREAKS
from drafter.mining.skeleton import OPEN, Skeleton, is_slot, literal_chars, unpacked
from drafter.resources import read_data

__all__ = ["ClauseFrame", "clause_frames"]

#: Words at either end of a clause that may belong to its formula.
_ENDS = 3
#: Clauses of more items are two in one.
_LONGEST = 20
#: A formula inside of sentences is met in two sources more than a whole sentence is, and in three
#: at the least: there are many more of them to agree by chance.
_MORE = 2
_LEAST_SOURCES = 3
#: So many different contents show that a place is a slot.
_CONTENTS = 4
#: How much likelier (in bits) two ends meet than by chance.
_BITS = 4.0
#: A longer frame stands for the shorter one inside it when it has this share of its sources.
_STANDS_FOR = 0.7
#: What may stand between two slots of a clause, by the class of the clause's first word: a
#: preposition waits for its verb (把…作为…), a verb takes a preposition (推动…向…转变).
_JOINTS = {"preposition": "verb", "verb": "preposition"}
#: Two clauses make a pair by words of these classes (既要…，又要…), and by a few verbs.
_PAIRING = frozenset({"conjunction", "adverb", "modal", "preposition"})
#: A clause that begins its sentence, with more to come, in this share of its uses leads on.
_LEADS = 0.5
_LITERAL = 4


@dataclass(frozen=True, slots=True)
class ClauseFrame:
    """A formula of one or two clauses, and how much evidence there is for it."""

    items: Skeleton
    sources: frozenset[str]
    topics: frozenset[str]


class _Clause(NamedTuple):
    """A clause, in which sources (as bits) and how many, and whether it leads a sentence on."""

    items: Skeleton
    sources: int
    times: int
    leading: bool


@dataclass(slots=True)
class _Count:
    """How often something was met, in which skeletons' sources (as bits), around what."""

    times: int = 0
    leading: int = 0
    sources: int = 0
    contents: frozenset[int] = frozenset()

    def add(self, clause: _Clause, content: Skeleton = ()) -> None:
        """Count the clause, where ``content`` stands in what the count is of."""
        before = self.times
        self.times += clause.times
        self.leading += clause.times if clause.leading else 0
        self.sources |= clause.sources
        if content and len(self.contents) < _CONTENTS:
            # Nobody knows what stood in a slot; it is taken to be something else each time.
            known = not any(map(is_slot, content))
            self.contents |= {hash(content)} if known else {*range(before, self.times)}


def clause_frames(sentences: Sentences, least: int) -> list[ClauseFrame]:
    """The formulae of clauses and of pairs of clauses in the sentences, the best met first."""
    corpus = _Corpus(sentences, max(_LEAST_SOURCES, least + _MORE))
    found = {**_one_slot(corpus), **_two_slots(corpus), **_pairs(corpus)}
    kept = _without_shadows(found)
    kept.sort(key=lambda items: (-found[items].sources.bit_count(), items))
    return [corpus.frame(items, found[items]) for items in kept]


class _Corpus:
    """The clauses of the sentences, each with its sources as bits."""

    def __init__(self, sentences: Sentences, least: int) -> None:
        self.least = least
        self._hashes = sorted({h for t in sentences.evidence for h in t.sources})
        self._topics: dict[str, set[str]] = defaultdict(set)
        bit = {h: 1 << n for n, h in enumerate(self._hashes)}
        self.sentences: list[list[_Clause]] = []
        for line, tally in sentences.items():
            for h in tally.sources:
                self._topics[h].update(tally.topics)
            bits, clauses = sum(bit[h] for h in tally.sources), _clauses(unpacked(line))
            self.sentences.append(
                [
                    _Clause(clause, bits, tally.count, n == 0 and len(clauses) > 1)
                    for n, clause in enumerate(clauses)
                ]
            )
        self.clauses = [clause for sentence in self.sentences for clause in sentence]
        self.total = sum(clause.times for clause in self.clauses)
        self.heads = self._ends(_heads)
        self.tails = self._ends(_tails)

    def _ends(self, ends: Callable[[Skeleton], Iterator[Skeleton]]) -> dict[Skeleton, _Count]:
        counts: dict[Skeleton, _Count] = defaultdict(_Count)
        for clause in self.clauses:
            for end in ends(clause.items):
                counts[end].add(clause)
        return {e: c for e, c in counts.items() if self.enough(c)}

    def enough(self, count: _Count) -> bool:
        """Whether something is met in enough sources."""
        return count.sources.bit_count() >= self.least

    def formula(self, count: _Count) -> bool:
        """Whether what is met often enough is so around changing contents."""
        return self.enough(count) and len(count.contents) >= _CONTENTS

    def known_heads(self, clause: _Clause) -> list[Skeleton]:
        """What the clause begins with that enough sources begin clauses with."""
        return [h for h in _heads(clause.items) if h in self.heads]

    def known_tails(self, clause: _Clause) -> list[Skeleton]:
        """What the clause ends with that enough sources end clauses with."""
        return [t for t in _tails(clause.items) if t in self.tails]

    def frame(self, items: Skeleton, count: _Count) -> ClauseFrame:
        """The formula with its sources and their topics."""
        sources = frozenset(h for n, h in enumerate(self._hashes) if count.sources >> n & 1)
        topics = frozenset(t for h in sources for t in self._topics[h])
        return ClauseFrame((*items, "。"), sources, topics)


def _clauses(items: Sequence[str]) -> list[Skeleton]:
    out: list[Skeleton] = []
    start = 0
    for n, item in enumerate([*items, "。"]):
        if item in BREAKS:
            if n > start:
                out.append(tuple(items[start:n]))
            start = n + 1
    return out


def _heads(clause: Skeleton) -> Iterator[Skeleton]:
    """What the clause begins with: nothing where it is too long to be one clause."""
    if len(clause) > _LONGEST:
        return
    for size in range(1, min(_ENDS, len(clause) - 1) + 1):
        if not _literal(clause[size - 1]):
            return
        yield clause[:size]


def _tails(clause: Skeleton) -> Iterator[Skeleton]:
    if len(clause) > _LONGEST:
        return
    for size in range(1, min(_ENDS, len(clause) - 1) + 1):
        if not _literal(clause[-size]):
            return
        yield clause[-size:]


def _literal(item: str) -> bool:
    return not is_slot(item) and item not in MARKS


def _one_slot(corpus: _Corpus) -> dict[Skeleton, _Count]:
    """Frames of two ends around one slot: 加大…力度, 以…为重点."""
    counts: dict[Skeleton, _Count] = defaultdict(_Count)
    for clause in corpus.clauses:
        for head, tail in product(corpus.known_heads(clause), corpus.known_tails(clause)):
            content = clause.items[len(head) : len(clause.items) - len(tail)]
            if content and literal_chars(head) + literal_chars(tail) >= _LITERAL:
                counts[(*head, OPEN, *tail)].add(clause, content)
    out = {}
    for items, count in counts.items():
        if corpus.formula(count):
            at = items.index(OPEN)
            expected = corpus.heads[items[:at]].times * corpus.tails[items[at + 1 :]].times
            if log2(count.times * corpus.total / expected) >= _BITS:
                out[_led(items, count)] = count
    return out


def _led(items: Skeleton, count: _Count) -> Skeleton:
    """A clause that only says how or when, with the clause it leads to."""
    return (*items, "，", OPEN) if count.leading >= _LEADS * count.times else items


def _two_slots(corpus: _Corpus) -> dict[Skeleton, _Count]:
    """Frames with a word between two slots: 把…作为…, 推动…向…转变."""
    counts: dict[Skeleton, _Count] = defaultdict(_Count)
    inside: dict[str, int] = defaultdict(int)
    for clause in corpus.clauses:
        words = clause.items
        heads = [h for h in corpus.known_heads(clause) if len(h) < _ENDS]
        tails = [(), *corpus.known_tails(clause)]
        for at in _joints(words):
            inside[words[at]] += clause.times
            for head, tail in product(heads, tails):
                rest = words[at + 1 : len(words) - len(tail)]
                items = (*head, OPEN, words[at], OPEN, *tail)
                if len(head) < at and rest and literal_chars(items) >= _LITERAL:
                    counts[items].add(clause, (*words[len(head) : at], *rest))
    out = {}
    for items, count in counts.items():
        if corpus.formula(count):
            at = items.index(OPEN)
            expected = corpus.heads[items[:at]].times * inside[items[at + 1]] / corpus.total
            if tail := items[at + 3 :]:
                expected *= corpus.tails[tail].times / corpus.total
            if log2(count.times / expected) >= _BITS:
                out[_led(items, count)] = count
    return out


def _joints(words: Skeleton) -> Iterator[int]:
    """Where a word may stand between two slots of the clause."""
    lexicon = frame_lexicon()
    wanted = _JOINTS.get(lexicon.kind(words[0]) or "")
    if wanted:
        for at in range(2, len(words) - 1):
            if _literal(words[at]) and lexicon.kind(words[at]) == wanted:
                yield at


def _pairs(corpus: _Corpus) -> dict[Skeleton, _Count]:
    """Frames of two clauses by how each begins: 既要…，又要…."""
    counts: dict[Skeleton, _Count] = defaultdict(_Count)
    for sentence in corpus.sentences:
        for first, second in pairwise(sentence):
            for head, other in _pairing(first, second, corpus):
                content = (*first.items[len(head) :], *second.items[len(other) :])
                counts[(*head, OPEN, "，", *other, OPEN)].add(first, content)
    out = {}
    for items, count in counts.items():
        at = items.index(OPEN)
        head, other = items[:at], items[at + 2 : -1]
        if head != other and corpus.formula(count):
            expected = corpus.heads[head].times * corpus.heads[other].times
            if log2(count.times * corpus.total / expected) >= _BITS:
                out[items] = count
    return out


def _pairing(
    first: _Clause, second: _Clause, corpus: _Corpus
) -> Iterator[tuple[Skeleton, Skeleton]]:
    """The beginnings of two clauses that may tie them to each other."""
    lexicon = frame_lexicon()
    for head in corpus.known_heads(first):
        joint = _JOINTS.get(lexicon.kind(head[-1]) or "")
        for other in corpus.known_heads(second):
            if (_ties(head) and _ties(other)) or joint == lexicon.kind(other[-1]):
                yield head, other


def _ties(head: Skeleton) -> bool:
    lexicon, verbs = frame_lexicon(), read_data("mining.yaml")["pairing_verbs"]
    return all(w in verbs or lexicon.kind(w) in _PAIRING for w in head)


def _without_shadows(found: Mapping[Skeleton, _Count]) -> list[Skeleton]:
    """The frames but those a neighbour of one word more or less stands for.

    The longer one stands for the shorter when it is met nearly as widely (充分发挥…作用 for 发挥…
    作用); the shorter for the longer when only a particle is between them (加大…的力度).
    """
    shadows: set[Skeleton] = set()
    lexicon = frame_lexicon()
    for longer in found:
        own = found[longer].sources.bit_count()
        for n, item in enumerate(longer):
            shorter = longer[:n] + longer[n + 1 :]
            if is_slot(item) or shorter not in found:
                continue
            if own >= _STANDS_FOR * found[shorter].sources.bit_count():
                shadows.add(shorter)
            elif lexicon.kind(item) == "particle":
                shadows.add(longer)
    return [items for items in found if items not in shadows]
