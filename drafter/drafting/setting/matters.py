"""Matters: what a measure is told by, the kind of act it is as well as its words.

Every office puts up signs, buys pumps and shortens deadlines; what is to be said of such an act is
the same whatever it is done to, and no list has all the words for it. So a measure is told by the
kinds of act whose shape it has, too: a class of verbs, a class of objects, or both (acts.yaml).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from drafter.drafting.setting.terms import MARKS, content_of
from drafter.resources import read_data
from drafter.text.dictionary import is_noun, is_word, stands_alone

__all__ = ["in_turn", "matters_of"]

#: Of so many clauses it is remembered what they are told by: those of some briefs.
_REMEMBERED = 1024
#: How long the name is that a document goes by (考核办法 of 师徒结对考核办法).
_CALLED = 4
#: How ``about`` names the kinds of act, the ways one is done and what is wrong.
_NAMES = {"acts": "（{}）", "ways": "〔{}〕", "faults": "〔{}〕"}


def matters_of(text: str) -> frozenset[str]:
    """What a measure is asked for by: what it speaks of, kinds of act as （kind）, ways as 〔way〕.

    Who 修订消防演练方案 drills nobody: of a document that is written it is told what kind it is,
    not what it is about.
    """
    return frozenset().union(*map(_matters, MARKS.split(text)))


def in_turn(matters: frozenset[str]) -> list[frozenset[str]]:
    """What of it to ask for first: the act, then what is named, then the way it is done.

    Who 直播带货抽样送检 takes samples, whatever is sold; and that it is done 每月 says the least.
    """
    acts = frozenset(m for m in matters if m.startswith("（"))
    ways = frozenset(m for m in matters if m.startswith("〔"))
    return [acts, matters - acts - ways, ways]


@lru_cache(_REMEMBERED)  # a task is told by all its measures, then each of them by itself
def _matters(clause: str) -> frozenset[str]:
    written = _compiled(read_data("acts.yaml")["written"]).search(clause)
    if written is None:
        masked = _without_attributes(clause)
        lost = content_of(clause) - content_of(masked)
        # A longer word that begins so is named all the same: 举报电话.
        return content_of(clause).difference(m for m in lost if len(m) < 3) | _kinds_of(masked)
    begins, name = clause[: written.start("name")], written["name"]
    runs = [run for run in content_of(name[-_CALLED:]) if len(run) > 2]
    return _kinds_of(begins + name[-2:]).union(content_of(begins), runs, [name[-2:]])


def _without_attributes(clause: str) -> str:
    """The clause with blanks for the acts that only tell what kind of thing something is done with.

    Nobody keeps watch where 值班电话写在门牌上.
    """
    for at in range(len(clause) - 3):
        if _is_attribute(clause, at):
            clause = f"{clause[:at]}  {clause[at + 2 :]}"
    return clause


def _is_attribute(clause: str, at: int) -> bool:
    """Whether an act stands there that tells the kind of the thing behind it.

    What is a word by itself is no such thing (员工 in 培训员工), nor does an act that begins in the
    middle of another (the 前清 of 前清点人数) tell anything.
    """
    act = clause[at : at + 2]
    if is_noun(act) or not is_word(act) or is_word(clause[at + 1 : at + 3]):
        return False
    thing = _compiled(read_data("acts.yaml")["things"]).match(clause, at + 2)
    if thing is not None and len(thing.group()) == 1 and is_word(clause[at + 2 : at + 4]):
        thing = None
    if thing is None and at:
        thing = _compiled(read_data("acts.yaml")["results"]).match(clause, at + 2)
    return thing is not None and thing.end() < len(clause)


def _kinds_of(clause: str) -> frozenset[str]:
    """The acts a clause has the shape of and the ways they are done, as ``about`` says them."""
    return frozenset(name for name, shape in _shapes() if _has(clause, shape))


def _has(clause: str, shape: re.Pattern[str]) -> bool:
    """Whether a clause has a shape; a verb of one character must be a word by itself there.

    修改食堂管理办法 mends no canteen.
    """
    found = shape.search(clause)
    if found is None or not found.groupdict().get("alone"):
        return found is not None
    return stands_alone(clause, found.start("alone"))


@cache
def _shapes() -> list[tuple[str, re.Pattern[str]]]:
    """The shape of each kind and way, under the name it goes by in ``about``."""
    data = read_data("acts.yaml")
    return [
        (name.format(kind), _compiled(shape))
        for part, name in _NAMES.items()
        for kind, shape in data[part].items()
    ]


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    """A shape of acts.yaml: where it names a class of words (【…】), any of them may stand."""
    words = read_data("acts.yaml")["words"]
    return re.compile(re.sub(r"【(.+?)】", lambda found: f"(?:{words[found[1]]})", shape))
