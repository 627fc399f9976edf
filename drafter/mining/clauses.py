"""Formulae inside of sentences: the two ends of a clause (加大…力度), pairs (既要…，又要…).

In long reports hardly a sentence repeats as a whole, but its clauses do. A clause is a formula by
its two ends: words that keep meeting around changing contents. Words that are merely frequent meet
as often by chance; so the ends must meet more often than their frequencies explain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from math import log2

from drafter.mining.clause_counts import ENDS, Clause, Clauses, Count, is_word
from drafter.mining.lexicon import frame_lexicon
from drafter.mining.sentences import Sentences
from drafter.mining.skeleton import OPEN, Skeleton, is_slot, literal_chars
from drafter.resources import read_data

__all__ = ["ClauseFrame", "clause_frames"]

#: A formula inside of sentences is met in two sources more than a whole sentence is, and in three
#: at the least: there are many more of them to agree by chance.
_MORE = 2
_LEAST_SOURCES = 3
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


def clause_frames(sentences: Sentences, least: int) -> list[ClauseFrame]:
    """The formulae of clauses and of pairs of clauses in the sentences, the best met first."""
    clauses = Clauses(sentences, max(_LEAST_SOURCES, least + _MORE))
    found = {**_one_slot(clauses), **_two_slots(clauses), **_pairs(clauses)}
    kept = _without_shadows(found)
    kept.sort(key=lambda items: (-found[items].sources.bit_count(), items))
    return [ClauseFrame((*items, "。"), *clauses.evidence(found[items])) for items in kept]


def _one_slot(clauses: Clauses) -> dict[Skeleton, Count]:
    """Frames of two ends around one slot: 加大…力度, 以…为重点."""
    counts: dict[Skeleton, Count] = defaultdict(Count)
    for clause in clauses.all:
        for head, tail in product(clauses.known_heads(clause), clauses.known_tails(clause)):
            content = clause.items[len(head) : len(clause.items) - len(tail)]
            if content and literal_chars(head) + literal_chars(tail) >= _LITERAL:
                counts[(*head, OPEN, *tail)].add(clause, content)
    out = {}
    for items, count in counts.items():
        if clauses.formula(count):
            at = items.index(OPEN)
            expected = clauses.heads[items[:at]].times * clauses.tails[items[at + 1 :]].times
            if log2(count.times * clauses.total / expected) >= _BITS:
                out[_led(items, count)] = count
    return out


def _led(items: Skeleton, count: Count) -> Skeleton:
    """A clause that only says how or when, with the clause it leads to."""
    return (*items, "，", OPEN) if count.leading >= _LEADS * count.times else items


def _two_slots(clauses: Clauses) -> dict[Skeleton, Count]:
    """Frames with a word between two slots: 把…作为…, 推动…向…转变."""
    counts: dict[Skeleton, Count] = defaultdict(Count)
    inside: dict[str, int] = defaultdict(int)
    for clause in clauses.all:
        words = clause.items
        heads = [h for h in clauses.known_heads(clause) if len(h) < ENDS]
        tails = [(), *clauses.known_tails(clause)]
        for at in _joints(words):
            inside[words[at]] += clause.times
            for head, tail in product(heads, tails):
                rest = words[at + 1 : len(words) - len(tail)]
                items = (*head, OPEN, words[at], OPEN, *tail)
                if len(head) < at and rest and literal_chars(items) >= _LITERAL:
                    counts[items].add(clause, (*words[len(head) : at], *rest))
    out = {}
    for items, count in counts.items():
        if clauses.formula(count):
            at = items.index(OPEN)
            expected = clauses.heads[items[:at]].times * inside[items[at + 1]] / clauses.total
            if tail := items[at + 3 :]:
                expected *= clauses.tails[tail].times / clauses.total
            if log2(count.times / expected) >= _BITS:
                out[_led(items, count)] = count
    return out


def _joints(words: Skeleton) -> Iterator[int]:
    """Where a word may stand between two slots of the clause."""
    lexicon = frame_lexicon()
    wanted = _JOINTS.get(lexicon.kind(words[0]) or "")
    if wanted:
        for at in range(2, len(words) - 1):
            if is_word(words[at]) and lexicon.kind(words[at]) == wanted:
                yield at


def _pairs(clauses: Clauses) -> dict[Skeleton, Count]:
    """Frames of two clauses by how each begins: 既要…，又要…."""
    counts: dict[Skeleton, Count] = defaultdict(Count)
    for sentence in clauses.sentences:
        for first, second in pairwise(sentence):
            for head, other in _pairing(first, second, clauses):
                content = (*first.items[len(head) :], *second.items[len(other) :])
                counts[(*head, OPEN, "，", *other, OPEN)].add(first, content)
    out = {}
    for items, count in counts.items():
        at = items.index(OPEN)
        head, other = items[:at], items[at + 2 : -1]
        if head != other and clauses.formula(count):
            expected = clauses.heads[head].times * clauses.heads[other].times
            if log2(count.times * clauses.total / expected) >= _BITS:
                out[items] = count
    return out


def _pairing(
    first: Clause, second: Clause, clauses: Clauses
) -> Iterator[tuple[Skeleton, Skeleton]]:
    """The beginnings of two clauses that may tie them to each other."""
    lexicon = frame_lexicon()
    for head in clauses.known_heads(first):
        joint = _JOINTS.get(lexicon.kind(head[-1]) or "")
        for other in clauses.known_heads(second):
            if (_ties(head) and _ties(other)) or joint == lexicon.kind(other[-1]):
                yield head, other


def _ties(head: Skeleton) -> bool:
    lexicon, verbs = frame_lexicon(), read_data("mining.yaml")["pairing_verbs"]
    return all(w in verbs or lexicon.kind(w) in _PAIRING for w in head)


def _without_shadows(found: Mapping[Skeleton, Count]) -> list[Skeleton]:
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
