"""Sentences assembled from mined formulae: 加大…力度，健全…机制，提高…能力。

Most formulae that real texts share leave one noun open. What may stand there is told by the word
behind it and by the field of work (data/objects.yaml). Filled, they are clauses; two or three of
about one length with different verbs and nouns make a sentence of the kind offices write
(在健全…机制的同时，加大…力度), whose provenance is that of all of them.
Listeners who may be asked things are asked them (要…); who reports says what will be done.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from drafter.bank import WHOLE_FIELD, Parts, Pattern, Slot, Support, named_parts
from drafter.drafting.setting.terms import terms_of
from drafter.drafting.stock.open_places import END, SLOT
from drafter.resources import read_data

__all__ = [
    "assembled",
    "clauses_of",
    "is_assembled",
    "join_of",
    "made_of_formulae",
    "matter_of",
]

_WHOLE = "通用"
#: The class of what a field of work is for (保障群众生命财产安全).
_AIM = "所求"
_MARK = re.compile("[，；：、]")
#: Where a clause stands in a way of joining them.
_PLACE = re.compile(r"\{\d\}")
#: The clauses of a sentence differ in length by so many characters at most.
_SPREAD = 2
#: So often one formula, one noun, and one with the other may stand in the sentences of a field.
_FORMULA, _NOUN, _BOTH = 14, 5, 3
#: What stands between the ids of the formulae in the id of their sentence.
_JOIN = "+"
#: So many aims of a field are offered in one sentence, to be chosen from.
_AIMS = 4


class _Clause(Struct, frozen=True):
    """A formula with its noun; ``kind`` is the word behind the slot, or ~ and the verb before."""

    text: str
    noun: str
    kind: str
    pattern: Pattern


def assembled(
    patterns: Iterable[Pattern],
    area: str | None,
    *,
    parts: Parts = (),
    level: str | None = None,
    direct: bool = True,
    genre: str = "",
) -> Iterator[Pattern]:
    """Sentences of mined formulae for a field of work; each has its formulae's ids, joined by +.

    ``patterns`` are those that may be used, in an order that is always the same; ``direct`` says
    whether the listeners may be asked things; ``level`` is the listeners', for nouns that are for
    some levels only. A sentence that names one of the ``parts`` of the field is for that. What
    suits every field is another thing in a ``genre`` in which one person speaks of himself (述职);
    there each block speaks of one matter (督查, 协同), for the paragraphs that do.
    """
    by_id = {p.id: p for p in patterns if p.origin == "mined" and p.part == "points"}
    mined = list(by_id.values())
    formulae = [(p, kind) for p in mined if (kind := _kind_of(p)) is not None]
    objects = read_data("objects.yaml")
    made: set[str] = set()
    # A firm has no 监管执法能力, an office no 班组: a block may be for some levels only.
    every = objects.get(area or "", ())
    blocks = [b for b in every if level is None or level in b.get("levels", (level,))]
    for block in blocks:
        for sentence in _sentences(_clauses(formulae, block), area, block, made, direct):
            yield replace(sentence, about=sentence.about or _about(sentence.frame, parts))
    for block in objects.get(genre, objects[_WHOLE]):
        if level is None or level in block.get("levels", (level,)):
            yield from _sentences(_clauses(formulae, block), None, block, made, direct)
    # What a part of the field is for is no reason for the rest of it.
    aims = [aim for block in blocks if "about" not in block for aim in block.get(_AIM, ())]
    if len(aims) > 1:
        yield from _reasons(mined, aims, area)


def _about(frame: str, parts: Parts) -> tuple[str, ...]:
    """What a sentence is about: the part of a field that it names, else the whole field.

    One this short is for what speaks of the very word in it, not of one like it. What names no part
    has things of the field in it all the same: 限时办结制度 is nothing for 医保基金. Where a field
    has no parts to its name nothing tells such things apart.
    """
    if not parts:
        return ()
    named = [part for part in parts if any(word in frame for word in part)]
    words = [(word,) for part in named for word in part]
    return named_parts(frame, words) if len(named) == 1 else (WHOLE_FIELD,)


def is_assembled(pattern: Pattern) -> bool:
    """Whether a pattern is a sentence assembled here."""
    return made_of_formulae(pattern.id)


def made_of_formulae(pattern: str | None) -> bool:
    """Whether the id is that of a sentence assembled here."""
    return pattern is not None and _JOIN in pattern


def clauses_of(pattern: Pattern) -> list[str]:
    """The clauses of an assembled sentence, its aim left out."""
    return _clauses_in(pattern.frame)


def matter_of(pattern: Pattern) -> str:
    """What an assembled sentence is about: its clauses without what is done (全面推进…)."""
    acts = read_data("wording.yaml")["formula_acts"]
    return "，".join(re.sub(acts, "", clause) for clause in clauses_of(pattern))


@lru_cache(2048)
def _clauses_in(frame: str) -> list[str]:
    spoken = SLOT.sub("", END.sub("", frame))
    joining = read_data("wording.yaml")["joining"]
    parts = re.sub("^(.{1,5}，)?将|^要", "", spoken).split("，")
    return [clause for part in parts if (clause := re.sub(joining, "", part))]


@lru_cache(2048)
def join_of(text: str) -> str:
    """By what words the clauses of an assembled sentence are joined (既要…，也要…)."""
    found = re.search(read_data("wording.yaml")["joined_by"], text)
    return found.group() if found else ""


def _ask(pattern: Pattern) -> Pattern:
    """The sentence with 要 before it, as often as without; none that has it in itself."""
    asks = zlib.crc32(pattern.id.encode()) % 2 and "要" not in pattern.frame[:2]
    return replace(pattern, frame="要" + pattern.frame) if asks else pattern


def _pledge(pattern: Pattern) -> Pattern:
    """The sentence as what the speaker's side will do."""
    ways = read_data("wording.yaml")["pledged"]["formulae"]
    frame = ways[zlib.crc32(pattern.id.encode()) % len(ways)] + pattern.frame
    slots = (*pattern.slots, ("we", "we"))
    return replace(pattern, frame=frame, slots=slots, move="pledge")


def _kind_of(pattern: Pattern) -> str | None:
    """What stands in its open slot, told by the word behind; None for all but single clauses."""
    parts = pattern.parsed.parts
    slots = [p for p in parts if isinstance(p, Slot)]
    if len(slots) != 1 or dict(pattern.slots)[slots[0].name] != "np":
        return None
    if _MARK.search(pattern.frame) or not END.search(pattern.frame):
        return None
    if re.match(read_data("wording.yaml")["jarring"], pattern.frame):
        return None
    before, _, after = SLOT.sub("\x00", END.sub("", pattern.frame)).partition("\x00")
    if not before:
        return None  # 水平明显提高 tells of what was reached: only a brief may say so
    return after.removeprefix("的") or f"~{before[-2:]}"


def _clauses(formulae: Sequence[tuple[Pattern, str]], block: dict[str, list[str]]) -> list[_Clause]:
    """Every formula with every noun of its kind, in an order that mixes them."""
    out = []
    for pattern, kind in formulae:
        frame = END.sub("", pattern.frame)
        for noun in block.get(kind, ()):
            text = SLOT.sub(noun, frame).removeprefix("要")
            out.append(_Clause(text, noun, kind, pattern))
    # The order decides which clauses meet; it must not follow that of the packs.
    return sorted(out, key=lambda c: (zlib.crc32(c.text.encode()), c.text))


def _sentences(
    clauses: Sequence[_Clause],
    area: str | None,
    block: dict[str, list[str]],
    made: set[str],
    direct: bool,
) -> Iterator[Pattern]:
    """Sentences of clauses that go together, each formula and noun a few times at most.

    ``made`` are the ids of those made before; an id is given once. The ways to join clauses
    (data/wording.yaml) take turns: many sentences of one build are heard as a list.
    """
    seen: dict[str, int] = defaultdict(int)
    aims = block.get(_AIM, ())
    ways = [way for way in read_data("wording.yaml")["joins"] if _leads_to(way["say"], aims)]
    number = 0
    for first in clauses:
        way = ways[number % len(ways)]
        chosen = _chosen(first, clauses, seen, len(_PLACE.findall(way["say"])))
        chosen.sort(key=lambda c: (len(c.text), c.text))
        name = _JOIN.join(c.pattern.id for c in chosen)
        if not chosen or name in made:
            continue
        made.add(name)
        for clause in chosen:
            for key in _counted(clause):
                seen[key] += 1
        said = way["say"] if direct else way.get("pledged", way["say"])
        aim = aims[number // 2 % len(aims)] if aims else ""
        number += 1
        frame = said.format(*(c.text for c in chosen), aim=aim)
        if not direct and any(c.kind.endswith("问题") for c in chosen):
            continue  # 着力解决…的突出问题 admits what only the brief may
        sentence = _joined(name, chosen, frame, area, tuple(block.get("about", ())))
        yield _ask(sentence) if direct else _pledge(sentence)


def _leads_to(way: str, aims: Sequence[str]) -> bool:
    """Whether clauses may be joined so; to end in the topic (…，努力做好森林防火) adds nothing."""
    return "{aim}" not in way or (
        bool(aims) and not (way.endswith("{aim}") and SLOT.search(aims[0]))
    )


def _counted(clause: _Clause) -> tuple[str, str, str]:
    return clause.pattern.id, clause.noun, clause.text


def _chosen(
    first: _Clause, clauses: Sequence[_Clause], seen: dict[str, int], number: int
) -> list[_Clause]:
    """So many clauses, the first with those that go with it; none where there are not enough."""

    def fresh(clause: _Clause) -> bool:
        most = zip(_counted(clause), (_FORMULA, _NOUN, _BOTH), strict=True)
        return all(seen[key] < limit for key, limit in most)

    chosen = [first] if fresh(first) else []
    for clause in clauses if chosen else ():
        if len(chosen) == number:
            break
        if fresh(clause) and all(_go_together(clause, other) for other in chosen):
            chosen.append(clause)
    return chosen if len(chosen) == number else []


def _go_together(one: _Clause, other: _Clause) -> bool:
    """Whether two clauses may stand in one sentence: alike in length, in nothing else."""
    if abs(len(one.text) - len(other.text)) > _SPREAD or one.kind == other.kind:
        return False
    return terms_of(one.text).isdisjoint(terms_of(other.text))


def _joined(
    name: str,
    chosen: Sequence[_Clause],
    frame: str,
    area: str | None,
    about: tuple[str, ...],
) -> Pattern:
    moves = [c.pattern.move for c in chosen]
    lasting = moves.count("mechanism") >= len(chosen) - 1
    supports = [c.pattern.support for c in chosen if c.pattern.support is not None]
    weakest = min(supports, key=lambda s: (s.speeches, s.topics), default=Support(0, 0))
    return Pattern(
        id=name,
        part="points",
        move="mechanism" if lasting else "measure",
        frame=frame + "。",
        slots=(("topic", "topic"),) if "{{ topic }}" in frame else (),
        origin="mined",
        area=area,
        about=about,
        support=weakest,
        status="accepted",
        pack=chosen[0].pattern.pack,
    )


def _reasons(mined: Sequence[Pattern], aims: Sequence[str], area: str | None) -> Iterator[Pattern]:
    """甲是乙的必然要求: the topic stands for the first noun, an aim of the field for the second."""
    reasons = read_data("wording.yaml")["reasons"]
    for pattern in mined:
        found = re.fullmatch(r"\{\{ np \}\}是\{\{ np2 \}\}(的\w+)。", pattern.frame)
        if found is None or re.fullmatch(reasons, found[1]) is None:
            continue
        start = zlib.crc32(pattern.id.encode()) % len(aims)
        some = (list(aims) * 2)[start : start + min(_AIMS, len(aims))]
        frame = f"<抓好|做好>{{{{ topic }}}}，是<{'|'.join(some)}>{found[1]}。"
        # Why a work matters is no way to begin on its defects or on who is responsible for it.
        yield replace(pattern, frame=frame, slots=(("topic", "topic"),), area=area, focus="认识")
