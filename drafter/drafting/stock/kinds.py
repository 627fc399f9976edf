"""Kinds of speech: the patterns that one kind can choose from, looked over and indexed.

Of the bank's five thousand patterns a kind of speech can use a third. They are kept between runs
with their index, so that a draft opens neither the packs nor the looks of the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from drafter.bank import WHOLE_FIELD, Bank, Pack, Pattern
from drafter.caching import digest_of, keep_data, kept_as
from drafter.drafting.setting.genre import Narrow
from drafter.drafting.stock.assembling import assembled, matter_of
from drafter.drafting.stock.candidates import Candidate, as_candidate
from drafter.drafting.stock.index import Postings, fronts_of, postings_of, runs_in
from drafter.drafting.stock.looking import look_over
from drafter.drafting.stock.looks import looks_of
from drafter.drafting.stock.open_places import completed, without_open_clauses
from drafter.resources import data_file, read_data, shipped

__all__ = ["Kind", "KindKey", "kind_of"]

#: Changes whenever a rule of choosing or looking over, or the form of what is kept, does.
_KIND = "kinds-54"
#: The data that looking over and putting together read.
_READ = ("wording.yaml", "backdrops.yaml", "casts.yaml", "objects.yaml")
#: A run that so many candidates have is nobody's turn of phrase.
_OFTEN = 8
#: A pattern for so few genres is written for them.
_FEW = 3
#: One for so many is written for any office.
_MANY = 8
#: What of a task a pattern can carry, and the moves that do.
_TASK = frozenset(
    {"task", "measures", "measure", "further", "owner", "deadline", "by", "start", "result"}
)
_STEPS = frozenset({"task", "measure", "owner", "deadline", "goal"})
#: Moves that arrange work.
_ORDERS = frozenset({"measure", "goal", "mechanism"})
#: What is to last.
_LASTING = "mechanism"
#: Moves that a field of work has words for which suppose that its work was told of.
_TURNS = frozenset({"achievement", "problem"})
#: So many kinds are kept, a megabyte or two each: those one office writes, and more.
_MOST = 30


class KindKey(Struct, frozen=True):
    """What a kind of speech is told by; ``direct`` says that its listeners may be asked things.

    ``base`` is the genre that ``genre`` is a variant of, empty where it is none; without ``mined``
    what was mined from offices' speeches is left out, unless the user's own packs have it;
    ``narrow`` leaves out what is written for a field of work but not for this genre (or a part);
    with ``beside`` a variant's points have what its genre's have, too; without ``duties`` what is
    said of any office's tasks is left out, without ``orders`` how any work is arranged.
    Of the field ``second`` what speaks of a part of it is heard besides.
    """

    genre: str
    direct: bool
    level: str
    area: str | None
    tone: str
    base: str = ""
    mined: bool = True
    narrow: Narrow = ""
    beside: bool = False
    duties: bool = True
    orders: bool = True
    second: str | None = None


class Kind(Struct, frozen=True, array_like=True):
    """What a kind of speech can choose from: its candidates in the bank's order, and their index.

    Headings are chosen by their form; the index does not have them. ``common`` are the runs (see
    ``grams``) of so many candidates that nobody notices one again, one after the other; ``fronts``
    is the index of the points' passages by what their first sentences say.
    """

    candidates: list[Candidate]
    postings: Postings
    fronts: Postings
    common: str


def kind_of(bank: Bank, key: KindKey) -> Kind:
    """The kind of speech a key names, with the patterns of this bank."""
    own = _own_packs(bank)
    read = [data_file(name).read_bytes() for name in _READ]
    made_of = [_KIND, bank.digest, own, *read, key, _level_of_packs(key)]
    digest = digest_of(msgspec.json.encode(made_of))
    known = kept_as(_KIND, digest, msgspec.msgpack.Decoder(Kind).decode)
    if known is not None:
        return known
    candidates = list(_candidates(bank, key, frozenset(own)))
    indexed = [c for c in candidates if c.pattern.part != "headings"]
    fronts = fronts_of(c for c in indexed if c.pattern.part == "points")
    kind = Kind(candidates, postings_of(indexed, _counts(bank, key.area)), fronts, _common(indexed))
    keep_data(_KIND, digest, msgspec.msgpack.encode(kind), most=_MOST)
    return kind


def _own_packs(bank: Bank) -> list[str]:
    """The ids of the user's own packs."""
    ours = shipped("patterns")
    return sorted(p.id for p in bank.packs if p.folder.parent != ours)


def _candidates(bank: Bank, key: KindKey, own: frozenset[str]) -> Iterator[Candidate]:
    fitting = _suitable(bank, key, own)
    yield from _as_they_stand(bank, key, fitting, own)
    named = [p for pack in bank.packs if pack.area and pack.area == key.area for p in pack.parts]
    level = _level_of_packs(key)
    made = assembled(
        fitting, key.area, parts=named, level=level, direct=key.direct, genre=key.genre
    )
    for pattern in made:
        look = look_over(pattern, matter_of(pattern) if pattern.area is None else None)
        if look is not None:
            yield as_candidate(pattern, look, pattern.pack in own)


def _suitable(bank: Bank, key: KindKey, own: frozenset[str]) -> list[Pattern]:
    """The patterns that fit, without those whose origin or scope this kind of speech bars."""
    fitting = _fitting(bank, key)
    if not key.mined:
        fitting = [p for p in fitting if p.origin != "mined" or p.pack in own]
    if not key.duties:
        fitting = [p for p in fitting if p.pack in own or not _is_of_tasks(p)]
    if not key.orders:
        fitting = [p for p in fitting if p.pack in own or not _is_of_order(p, key.genre)]
    if key.narrow:
        parts = key.narrow == "parts"
        fitting = [
            p
            for p in fitting
            if p.area is None or p.pack in own or _is_for(p, key.base) or (parts and p.about)
        ]
    return fitting


def _as_they_stand(
    bank: Bank, key: KindKey, fitting: list[Pattern], own: frozenset[str]
) -> Iterator[Candidate]:
    """The candidates of patterns that can be said whole, or with their open clauses left out."""
    # A user's pack may bear the name of a shipped one.
    packs: dict[str, list[Pack]] = {}
    for pack in bank.packs:
        packs.setdefault(pack.id, []).append(pack)
    asking = read_data("wording.yaml")["asking"]
    for whole in fitting:
        pattern = whole
        known = (looks_of(pack).by_id for pack in packs[whole.pack])
        look = next(looks[whole.id] for looks in known if whole.id in looks)
        if look is None:
            # 让我们在…领导下 is called out to those one leads.
            full = completed(whole) if key.direct else whole
            pattern = without_open_clauses(full)
            look = look_over(pattern)
        if look is None:
            continue
        # What is asked of listeners is not asked of superiors or guests, unless the pattern was
        # written for this very genre. A variant's genre may ask what the variant does not.
        asks = look.directive or pattern.move in asking or _advises(pattern)
        by = {key.genre} if look.directive else {key.genre, key.base}
        if asks and not key.direct and by.isdisjoint(pattern.genres):
            continue
        yield as_candidate(pattern, look, pattern.pack in own)


def _advises(pattern: Pattern) -> bool:
    """Whether it says of a measure how those who take it are to take it: all such comments do."""
    return pattern.move == "follow" and pattern.focus is None


def _is_of_tasks(pattern: Pattern) -> bool:
    """Whether it says how any task is done, whoever does it: nobody asks that of pupils."""
    own = 0 < len(pattern.genres) < _MANY
    if own or pattern.area is not None or pattern.focus is not None:
        return False
    told = not _TASK.isdisjoint(pattern.slot_types.values())
    return pattern.move == "follow" or (pattern.move in _STEPS and told)


def _is_of_order(pattern: Pattern, genre: str) -> bool:
    """Whether it says how any work is arranged, checked and finished: who thinks hears no orders.

    What is written for this genre, or for a thing that is spoken of, is none of it; a mechanism
    (定期轮岗) is, whatever it is about.
    """
    said_of_work = pattern.move in _ORDERS or (pattern.move in _TURNS and pattern.area is not None)
    of_a_part = pattern.move != _LASTING and not {*pattern.about} <= {WHOLE_FIELD}
    if not said_of_work or of_a_part or _is_for(pattern, genre):
        return False
    return not _place(pattern)[2]


def _is_for(pattern: Pattern, genre: str) -> bool:
    """Whether a pattern is written for this genre and few others, not only usable in it."""
    return genre in pattern.genres and len(pattern.genres) <= _FEW


def _fitting(bank: Bank, key: KindKey) -> list[Pattern]:
    """The bank's patterns for the kind; of a variant's own move, not those of its genre."""
    bound = {"level": _level_of_packs(key), "area": key.area, "tone": key.tone}
    bound["beside"] = key.second
    fitting = list(bank.fitting(genre=key.genre, **bound))
    if key.base in ("", key.genre):
        return fitting
    own = {_place(p) for p in fitting if p.genres and not (key.beside and p.part == "points")}
    usual = bank.fitting(genre=key.base, **bound)
    return fitting + [p for p in usual if p.genres and _place(p) not in own]


def _level_of_packs(key: KindKey) -> str:
    """What patterns call the level: 乡镇 for a 镇."""
    return str(read_data("levels.yaml")[key.level].get("alike", key.level))


def _place(p: Pattern) -> tuple[str, str, bool]:
    """Where a pattern stands, and whether it says what the brief gives (a task, a measure)."""
    facts = read_data("wording.yaml")["facts"]
    return p.part, p.move, not facts.keys().isdisjoint(p.slot_types.values())


def _common(candidates: Iterable[Candidate]) -> str:
    """The runs that so many candidates have, one after the other."""
    counts = Counter(
        run for c in {c.key: c for c in candidates}.values() for run in runs_in(c.grams)
    )
    return "".join(sorted(run for run, count in counts.items() if count >= _OFTEN))


def _counts(bank: Bank, area: str | None) -> Mapping[str, int]:
    """In how many frames of the packs for an area each character pair stands."""
    counts: Counter[str] = Counter()
    for pack in bank.packs:
        if pack.area in (None, area):
            counts.update(looks_of(pack).counts)
    return counts
