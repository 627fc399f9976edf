"""Figures of a bank: what it holds by move and genre, its support, what was decided on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.bank import Bank, Pack, Pattern, load_decisions
from drafter.bank.names import part_names
from drafter.mining.report.names import genre_names, occasion_genres
from drafter.resources import read_data

__all__ = ["BankFigures", "Bin", "MoveRow", "PackRow", "bank_figures"]

#: Upper ends of the bins, each about half as wide again as the one before: support spans 1 to 50
#: and more, and most of it lies at the lower end.
SUPPORT_ENDS = (1, 2, 3, 4, 6, 9, 13, 20, 30)
LITERAL_ENDS = (4, 5, 6, 8, 10, 13, 17, 22, 30)
#: How many of the best supported patterns are named, and how many of those rejected all the same.
BEST, BEST_REJECTED = 30, 8


@dataclass(frozen=True, slots=True)
class Decided:
    """Patterns by what was decided of them."""

    accepted: int
    proposed: int
    rejected: int

    @property
    def total(self) -> int:
        """All patterns, whatever was decided."""
        return self.accepted + self.proposed + self.rejected


@dataclass(frozen=True, slots=True)
class PackRow(Decided):
    """One pack: its patterns by what was decided; ``edited`` of the accepted were rewritten."""

    id: str
    name: str
    mined: bool
    edited: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move: patterns that are not rejected, by origin, and by the genres they name.

    ``anywhere`` counts those that name no genre; ``genres`` runs along BankFigures.genres.
    """

    part: str
    move: str
    mined: int
    authored: int
    anywhere: int
    genres: tuple[int, ...]

    @property
    def total(self) -> int:
        """All patterns of the move."""
        return self.mined + self.authored


@dataclass(frozen=True, slots=True)
class Bin(Decided):
    """Mined patterns whose measure lies in ``low``..``high`` (None: no end), by decision."""

    low: int
    high: int | None

    @property
    def label(self) -> str:
        """``3``, ``4—5`` or ``31 以上``."""
        if self.high is None:
            return f"{self.low} 以上"
        return str(self.low) if self.low == self.high else f"{self.low}—{self.high}"


@dataclass(frozen=True, slots=True)
class BankFigures:
    """A bank in numbers.

    ``genres`` are (id, name), those most patterns name first; ``support`` counts by independent
    sources, ``literal`` by literal characters; ``best`` and ``rejected`` are the best supported of
    those kept and of those not; ``arcs`` are (focuses, speeches), most met first.
    """

    digest: str
    packs: tuple[PackRow, ...]
    genres: tuple[tuple[str, str], ...]
    moves: tuple[MoveRow, ...]
    support: tuple[Bin, ...]
    literal: tuple[Bin, ...]
    best: tuple[Pattern, ...]
    rejected: tuple[Pattern, ...]
    arcs: tuple[tuple[tuple[str, ...], int], ...]

    @property
    def mined(self) -> int:
        """Mined patterns that are not rejected."""
        return sum(m.mined for m in self.moves)

    @property
    def authored(self) -> int:
        """Authored patterns that are not rejected."""
        return sum(m.authored for m in self.moves)


def bank_figures(bank: Bank) -> BankFigures:
    """The figures of all packs of a bank; a pattern that two packs have counts once."""
    kept = [p for p in bank if p.status != "rejected"]
    mined = [p for p in bank if p.origin == "mined" and p.part != "arcs"]
    genres = _genres(kept)
    return BankFigures(
        digest=bank.digest,
        packs=tuple(_pack(pack) for pack in bank.packs),
        genres=genres,
        moves=tuple(_moves(kept, [g for g, _ in genres])),
        support=_bins(((p.speeches, p) for p in mined if p.support), SUPPORT_ENDS),
        literal=_bins(((p.parsed.literal, p) for p in mined), LITERAL_ENDS),
        best=tuple(_best(p for p in mined if p.status != "rejected")[:BEST]),
        rejected=tuple(_best(p for p in mined if p.status == "rejected")[:BEST_REJECTED]),
        arcs=_arcs(p for p in kept if p.part == "arcs"),
    )


def _pack(pack: Pack) -> PackRow:
    states = Counter(p.status for p in pack.patterns)
    return PackRow(
        id=pack.id,
        name=str(pack.meta.get("name", pack.id)),
        mined=any(p.origin == "mined" for p in pack.patterns),
        accepted=states["accepted"],
        proposed=states["proposed"],
        rejected=states["rejected"],
        edited=sum("frame" in said for said in load_decisions(pack.folder).values()),
    )


def _genres(patterns: Iterable[Pattern]) -> tuple[tuple[str, str], ...]:
    named = Counter(g for p in patterns for g in _genres_of(p))
    names = genre_names()
    return tuple((g, names.get(g, g)) for g in sorted(named, key=lambda g: (-named[g], g)))


def _genres_of(pattern: Pattern) -> set[str]:
    """The genres a pattern names; an occasion counts as the genre it is one of."""
    return {occasion_genres().get(g, g) for g in pattern.genres}


def _moves(patterns: Sequence[Pattern], genres: Sequence[str]) -> Iterable[MoveRow]:
    origins = Counter((p.part, p.move, p.origin) for p in patterns)
    anywhere = Counter((p.part, p.move) for p in patterns if not p.genres)
    named = Counter((p.part, p.move, g) for p in patterns for g in _genres_of(p))
    moves = read_data("moves.yaml")
    for part in part_names():
        for move in moves[part]:
            yield MoveRow(
                part,
                move,
                mined=origins[part, move, "mined"],
                authored=origins[part, move, "authored"],
                anywhere=anywhere[part, move],
                genres=tuple(named[part, move, g] for g in genres),
            )


def _bins(measured: Iterable[tuple[int, Pattern]], ends: Sequence[int]) -> tuple[Bin, ...]:
    """Bins from the lowest to the last that holds anything."""
    counts: Counter[tuple[int, str]] = Counter()
    for value, pattern in measured:
        place = next((n for n, end in enumerate(ends) if value <= end), len(ends))
        counts[place, pattern.status] += 1
    edges = [0, *ends]
    last = max((place for place, _ in counts), default=-1)
    return tuple(
        Bin(
            low=edges[n] + 1,
            high=ends[n] if n < len(ends) else None,
            accepted=counts[n, "accepted"],
            proposed=counts[n, "proposed"],
            rejected=counts[n, "rejected"],
        )
        for n in range(last + 1)
    )


def _best(patterns: Iterable[Pattern]) -> list[Pattern]:
    """The best supported; of equals the one that says more."""
    ranked = sorted(patterns, key=lambda p: (-p.speeches, -p.parsed.literal, p.id))
    return [p for p in ranked if p.support]


def _arcs(patterns: Iterable[Pattern]) -> tuple[tuple[tuple[str, ...], int], ...]:
    met: Counter[tuple[str, ...]] = Counter()
    for p in patterns:
        met[tuple(p.frame.split("→"))] += p.speeches
    return tuple(sorted(met.items(), key=lambda item: (-item[1], item[0])))
