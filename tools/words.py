"""Rebuild the lists of words of two characters that tell names from words.

    python tools/words.py

They come from jieba's dictionary (0.42.1, MIT). drafter/data/surname_words.txt has the everyday
words that begin with a family name (应付, 高山, 程序): those that stand there as anything but a
person, thirty times or more. drafter/data/words.txt has nearly all its words, by their first
character, so that what is none of them can be seen; words that the dictionary calls names (文明,
阳光) only where they stand often. drafter/data/nouns.txt has those of them that things are called
by: nouns, and names of people, places and firms with the rarest nouns. drafter/data/compounds.txt
has its longer words that end like names and are none (化粪池, 行政村).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jieba

from drafter.resources import read_data
from drafter.text.people import is_name

_DATA = Path(__file__).parents[1] / "drafter" / "data"
_FROM = "# Derived from the dictionary of jieba 0.42.1 (MIT) by tools/words.py.\n"
_SURNAME_HEAD = "# Words of two characters that begin with a family name but are no names.\n"
_HEAD = "# Words of two characters: the first, then all that follow it.\n"
_NOUN_HEAD = "# Nouns of two characters: the first, all that follow it, and all that make a name.\n"
#: How often an everyday word, any word, and a word called a name must stand in the dictionary.
_EVERYDAY, _SEEN, _CALLED_NAME = 30, 5, 50
#: How often a noun stands there that speeches speak with; a rarer one (金谷) calls something.
_USUAL = 60


_COMPOUND_HEAD = "# Words that end like names and are none: a word with a head of heads.yaml.\n"
#: How often such a word must stand there.
_COMPOUND = 3
#: How the dictionary marks names of people, places, bodies and others.
_NAMES = ("nr", "ns", "nt", "nz")


def _dictionary() -> Iterator[tuple[str, int, str]]:
    """Its words, how often each was seen, and what sort of word it is."""
    lines = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    for word, seen, tag in (line.split(" ") for line in lines):
        yield word, int(seen), tag


def main() -> None:
    """Write the files."""
    everyday: list[str] = []
    followers: dict[str, set[str]] = {}
    nouns: dict[str, tuple[set[str], set[str]]] = {}
    for word, seen, tag in _dictionary():
        if len(word) != 2:
            continue
        called_name = tag.startswith("nr")
        if not called_name and seen >= _EVERYDAY and is_name(word):
            everyday.append(word)
        if seen >= (_CALLED_NAME if called_name else _SEEN):
            followers.setdefault(word[0], set()).add(word[1])
            if tag == "n" or tag.startswith(_NAMES):
                rare = tag != "n" or seen < _USUAL
                nouns.setdefault(word[0], (set(), set()))[rare].add(word[1])
    everyday.sort()
    _write("surname_words.txt", _SURNAME_HEAD, _lines(everyday))
    _write("words.txt", _HEAD, [a + "".join(sorted(followers[a])) for a in sorted(followers)])
    lines = [(first, "".join(sorted(n)), "".join(sorted(m))) for first, (n, m) in nouns.items()]
    _write("nouns.txt", _NOUN_HEAD, [f"{a}{n} {m}" for a, n, m in sorted(lines)])

    names = frozenset(a + b for a, _, m in lines for b in m)
    _write("compounds.txt", _COMPOUND_HEAD, _lines(sorted(_compounds(names))))


def _compounds(names: frozenset[str]) -> Iterator[str]:
    """Words of a word, that is no name, and a head of heads.yaml, which are no names as a whole."""
    data = read_data("heads.yaml")
    heads = {h for sort in ("closed", "open") for kind in data[sort].values() for h in kind}
    for word, seen, tag in _dictionary():
        told = word[2:] in heads and seen >= _COMPOUND and word[:2] not in names
        if told and not tag.startswith(_NAMES):
            yield word


def _lines(words: list[str]) -> list[str]:
    return [" ".join(words[i : i + 30]) for i in range(0, len(words), 30)]


def _write(name: str, head: str, rows: list[str]) -> None:
    text = head + _FROM + "\n".join(rows) + "\n"
    (_DATA / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
