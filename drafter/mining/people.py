"""Who is called by a name: what stands before a title, unless it is words.

祝王芳同志 and 学习王芳同志 name 王芳, be 祝 and 习 surnames as well; 祝晓岚同志 names 祝晓岚.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from drafter.mining.lexicon import frame_lexicon
from drafter.resources import read_data
from drafter.text.scanning import either

__all__ = ["may_be_called", "person"]

#: Words of these classes may stand before a name.
_TAKING = frozenset(("verb", "preposition"))
#: Words of these classes are nobody's name.
_GRAMMAR = frozenset(("particle", "conjunction", "preposition", "pronoun"))


def person() -> str:
    """An expression for the name of somebody with a title."""
    data = read_data("mining.yaml")
    titles = either(data["person_titles"])
    given = rf"(?:(?![{data['not_given']}])[一-龥]){{1,2}}"
    named = rf"[{data['surnames']}]{given}"
    words = rf"(?:{_before_names()}){named}(?:{titles})|{_ends(data['person_titles'])}"
    grammar = either(data["not_names"])
    return rf"(?!{words}|{grammar}){named}(?=(?:{titles})(?!们))"


def may_be_called(name: str) -> bool:
    """Whether what stands before a title is a name: 常胜利 is, of listed words; 任何 is none."""
    if name[:2] in read_data("mining.yaml")["not_persons"]:
        return False
    lexicon = frame_lexicon()
    return not lexicon.covers(name) or lexicon.kind(name) not in _GRAMMAR


def _before_names() -> str:
    """What ends in a surname and may stand before a name, as a word or the end of one."""
    lexicon = frame_lexicon()
    verbs = (w for w, kind in lexicon.classes.items() if kind in _TAKING and len(w) == 2)
    return rf"[{read_data('mining.yaml')['surname_words']}]|{_ends(verbs)}"


def _ends(words: Iterable[str]) -> str:
    """An expression for the surnames at the ends of words, where these stand (任 of 主任)."""
    before: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if word[-1] in read_data("mining.yaml")["surnames"]:
            before[word[-1]].add(word[-2])
    return "|".join(f"(?<=[{''.join(sorted(firsts))}]){end}" for end, firsts in before.items())
