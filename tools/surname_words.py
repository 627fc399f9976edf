"""Rebuild drafter/data/surname_words.txt: everyday words of two characters that look like a name.

    python tools/surname_words.py

They begin with a family name (应付, 高山, 程序) and stand in jieba's dictionary (0.42.1, MIT) as
anything but a person, thirty times or more.
"""

from __future__ import annotations

from pathlib import Path

import jieba

from drafter.text.people import is_name

_DATA = Path(__file__).parents[1] / "drafter" / "data" / "surname_words.txt"
_SEEN = 30
_HEAD = (
    "# Words of two characters that begin with a family name but are no names.\n"
    "# Derived from the dictionary of jieba 0.42.1 (MIT) by tools/surname_words.py.\n"
)


def main() -> None:
    """Write the file."""
    words = []
    dictionary = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")
    for line in dictionary.splitlines():
        word, seen, tag = line.split(" ")
        if len(word) == 2 and int(seen) >= _SEEN and not tag.startswith("nr") and is_name(word):
            words.append(word)
    words.sort()
    rows = [" ".join(words[i : i + 30]) for i in range(0, len(words), 30)]
    _DATA.write_text(_HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
