"""Matters: what a measure is told by, the kind of act it is as well as its words.

Every office puts up signs, buys pumps and shortens deadlines; what is to be said of such an act is
the same whatever it is done to, and no list has all the words for it. So a measure is told by the
kinds of act whose shape it has, too: a class of verbs, a class of objects, or both (acts.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from operator import add

from drafter.bank.acts import known_acts, known_in
from drafter.drafting.setting.terms import MARKS, content_of
from drafter.resources import read_data
from drafter.text.dictionary import is_noun, is_word, stands_alone, words_in
from drafter.text.needed import needed_by

__all__ = [
    "deeds_in",
    "demanded_in",
    "failings_in",
    "in_turn",
    "is_told",
    "matters_of",
    "owned_by",
    "said_in",
    "spoken_of",
    "tales_in",
    "trials_in",
    "wanted_in",
]

#: Of so many clauses it is remembered what they are told by: those of some briefs.
_REMEMBERED = 1024
#: Names and shapes, by strings that a text with the shape may hold.
_Shapes = dict[str, list[tuple[str, str]]]
#: How long the name is that a document goes by (考核办法 of 师徒结对考核办法).
_CALLED = 4
#: The parts of acts.yaml that are asked of some things alone: no measure is told by them.
_APART = ("aims", "owners", "sayings", "demands", "deeds", "failings", "tales")


@lru_cache(_REMEMBERED)  # asked for again wherever a task may grow
def matters_of(text: str) -> frozenset[str]:
    """What a measure is asked for by: what it speaks of, kinds of act as （kind）, ways as 〔way〕.

    Who 修订消防演练方案 drills nobody: of a document that is written it is told what kind it is,
    not what it is about.
    """
    return frozenset().union(*map(_matters, MARKS.split(text)))


def wanted_in(goal: str) -> frozenset[str]:
    """What kind of goal it is, as 〈aim〉: all of something, a figure to reach, nothing to happen.

    What is done by a measure says nothing of that, so measures are not asked for it.
    """
    return _kinds_in("aims", goal)


def owned_by(owner: str) -> frozenset[str]:
    """Who has a task in hand, as 〈owner〉: one office, several, or each of many."""
    return _kinds_in("owners", owner)


def said_in(text: str) -> frozenset[str]:
    """What is meant by what has no name in it, as 〖saying〗: who 谁的门前谁来管 tells of duties.

    So are tasks and what stands at the head of a point told for its heading; measures are not.
    """
    return _kinds_in("sayings", text)


def trials_in(text: str) -> frozenset[str]:
    """What people came through, as 〔trial〕, where a sentence tells of it: 订单掉了，没裁一人.

    What its words name was lost, so nothing is to be said of that.
    """
    return _kinds_in("trials", text)


def tales_in(text: str) -> frozenset[str]:
    """What sort of thing a sentence tells of, as 〔有人tale〕: who suffered, who took trouble.

    Who was left with debts after a funeral has nothing to do with care for old people.
    """
    return _kinds_in("tales", text)


def deeds_in(text: str) -> list[frozenset[str]]:
    """What somebody did, as 〔曾deed〕, the wrong before the good and the particular first."""
    return _each_in("deeds", text)


def failings_in(text: str) -> list[frozenset[str]]:
    """Where who reports on himself falls short, as 〔我failing〕, the particular first."""
    return _each_in("failings", text)


def demanded_in(text: str) -> list[frozenset[str]]:
    """What the user's own sentence demands, as 〔要demand〕, the particular first.

    After these stand the kinds of act in it, but for those of a clause that forbids: who 不许代管
    hands nothing over. A sentence that demands nothing, or tells what was done, has none.
    """
    demands = _each_in("demands", text)
    if not demands or is_told(text):
        return []
    bans = _compiled(read_data("acts.yaml")["bans"])
    asked = frozenset().union(*(_matters(c) for c in MARKS.split(text) if not bans.search(c)))
    acts = frozenset([kind for kind in asked if kind[0] in "（〔"])
    return [*demands, acts]


def is_told(text: str) -> bool:
    """Whether a sentence tells what was done or seen, and demands nothing."""
    return _compiled(read_data("acts.yaml")["told"]).search(text) is not None


def _each_in(part: str, text: str) -> list[frozenset[str]]:
    """The kinds that a text has of a part of what is known, one by one, in the data's order."""
    kinds = _kinds_in(part, text)
    return [frozenset([name]) for name in known_in(part) if name in kinds]


@lru_cache(_REMEMBERED)
def _kinds_in(part: str, text: str) -> frozenset[str]:
    likely = _likely(_shapes_in(part), text)
    return frozenset([name for name, shape in likely if _compiled(shape).search(text)])


def spoken_of(text: str) -> frozenset[str]:
    """What content speaks of in all its words, with what it is told by."""
    return content_of(text) | matters_of(text)


def in_turn(matters: frozenset[str]) -> list[frozenset[str]]:
    """What of it to ask for first: the act, then what is named, then the way it is done.

    Who 直播带货抽样送检 takes samples, whatever is sold; and that it is done 每月 says the least.
    """
    kinds = [m for m in matters if m[0] in "（〔"]
    acts = frozenset([m for m in kinds if m[0] == "（"])
    ways = frozenset(kinds) - acts
    return [acts, matters - acts - ways, ways]


@lru_cache(_REMEMBERED)  # a task is told by all its measures, then each of them by itself
def _matters(clause: str) -> frozenset[str]:
    written = _compiled(read_data("acts.yaml")["written"]).search(clause)
    if written is None:
        masked = _without_attributes(clause)
        if masked == clause:
            return content_of(clause) | _kinds_of(clause)
        lost = content_of(clause) - content_of(masked)
        # A longer word that begins so is named all the same (举报电话), one that ends so is none
        # (水质检测 in 水质检测仪).
        ends = [i - 1 for i in range(1, len(clause)) if masked[i : i + 2] == "  "]
        gone = {clause[i : i + 3] for i in ends}.union(m for m in lost if len(m) < 3)
        return content_of(clause).difference(gone) | _kinds_of(masked)
    begins, name = clause[: written.start("name")], written["name"]
    runs = [run for run in content_of(name[-_CALLED:]) if len(run) > 2]
    return _kinds_of(begins + name[-2:]).union(content_of(begins), runs, [name[-2:]])


def _without_attributes(clause: str) -> str:
    """The clause with blanks for the acts that only tell what kind of thing something is done with.

    Nobody keeps watch where 值班电话写在门牌上, and nobody builds where 对新建小区开展摸底.
    """
    done_to = _compiled(read_data("acts.yaml")["done_to"]).match(clause)
    things = done_to.end("thing") if done_to else 0
    for at in _acts(clause):
        if at + 2 <= things or _is_attribute(clause, at):
            clause = f"{clause[:at]}  {clause[at + 2 :]}"
    return clause


def _acts(clause: str) -> list[int]:
    """Where words of two characters stand that may be acts, for they are no nouns.

    What begins in the middle of another is none (the 前清 of 前清点人数).
    """
    words = words_in(clause)
    return [
        at for at in range(len(clause) - 3)
        if words[at] and not words[at + 1] and not is_noun(clause[at : at + 2])
    ]  # fmt: skip


def _is_attribute(clause: str, at: int) -> bool:
    """Whether the act that stands there tells the kind of the thing behind it (超载的车).

    What is a word by itself is no such thing (员工 in 培训员工).
    """
    if clause[at + 2] == "的":
        return True
    thing = _compiled(read_data("acts.yaml")["things"]).match(clause, at + 2)
    if thing is not None and len(thing.group()) == 1 and is_word(clause[at + 2 : at + 4]):
        thing = None
    if thing is not None:
        return thing.end() < len(clause)
    result = _compiled(read_data("acts.yaml")["results"]).match(clause, at + 2)
    if result is None or not at:
        return False
    # Who 公布检测结果 has measured before; where nothing else is done, 检测数据 is what is.
    return result.end() < len(clause) or _is_done(clause[:at])


def _is_done(clause: str) -> bool:
    """Whether some kind of act is done in what stands before another."""
    return any(kind.startswith("（") for kind in _kinds_of(clause))


def _kinds_of(clause: str) -> frozenset[str]:
    """The acts a clause has the shape of and the ways they are done, as ``about`` says them."""
    likely = _likely(_shapes(), clause)
    return frozenset([name for name, shape in likely if _has(clause, shape)])


def _likely(shapes: _Shapes, text: str) -> set[tuple[str, str]]:
    """Those of the shapes that a text may have, by the characters in it."""
    held = shapes.keys() & {"", *text, *map(add, text, text[1:])}
    return {shape for string in held for shape in shapes[string]}


def _has(clause: str, shape: str) -> bool:
    """Whether a clause has a shape; a verb of one character must be a word by itself there.

    修改食堂管理办法 mends no canteen. Nor does 培养护理骨干: what two words of the clause make
    where they meet is no verb of it.
    """
    search = _compiled(shape).search
    found = search(clause)
    while found is not None:
        if found.groupdict().get("alone"):
            if stands_alone(clause, found.start("alone")):
                return True
        elif not _is_seam(clause, *found.span()):
            return True
        # What begins within it may be one: 从严查处 has no 严查, but 查处.
        found = search(clause, found.start() + 1)
    return False


def _is_seam(clause: str, start: int, end: int) -> bool:
    """Whether two characters belong to two words, one on either side: 养护 of 培养护理."""
    if end - start != 2 or not start:
        return False
    return is_word(clause[start - 1 : start + 1]) and is_word(clause[end - 1 : end + 1])


@cache
def _shapes() -> _Shapes:
    """The shape of each kind and way, under the name it goes by in ``about``."""
    apart = {name for part in _APART for name in known_in(part)}
    return _by_need({name: s for name, s in known_acts().items() if name not in apart})


@cache
def _shapes_in(part: str) -> _Shapes:
    """The same of one part of what is known (see acts.yaml)."""
    return _by_need(known_in(part))


def _by_need(known: Mapping[str, str]) -> _Shapes:
    """Shapes by the strings of which what has the shape holds one: of a hundred few need be tried.

    Those of which that cannot be told stand under the empty string.
    """
    shapes: _Shapes = {}
    for name, shape in known.items():
        for string in needed_by(_spelled_out(shape)) or [""]:
            shapes.setdefault(string, []).append((name, shape))
    return shapes


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    """A shape of acts.yaml, compiled when a clause may have it."""
    return re.compile(_spelled_out(shape))


def _spelled_out(shape: str) -> str:
    """A shape as an expression: where it names a class of words (【…】), any of them may stand."""
    words = read_data("acts.yaml")["words"]
    return re.sub(r"【(.+?)】", lambda found: f"(?:{words[found[1]]})", shape)
