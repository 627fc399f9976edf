"""Traditional characters as simplified ones, for text that is traditional and for no other.

OpenCC does the work; it is loaded only when a text needs it. Its t2s leaves 著 alone, which
simplified writing splits in two, so a table of its own settles 着 and 著 (data/traditional.yaml).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from drafter.resources import read_data

__all__ = ["is_traditional", "simplified", "simplify", "simplify_lines"]

#: Share of telltale characters above which a text is traditional. Traditional prose has 15 % and
#: more of them, simplified prose that quotes a name or a couplet far less than one.
_SHARE = 0.03
_SAMPLE = 10_000
#: So many of them any text may have.
_FEW = 2
#: What the higher of the two bytes of a character is in UTF-16 where it is one of U+4E00 to U+9FFF.
_HANZI = bytes(range(0x4E, 0xA0))


@cache
def _telltale() -> re.Pattern[str]:
    return re.compile(f"[{read_data('traditional.yaml')['telltale']}]")


@cache
def _zhe() -> re.Pattern[str]:
    data = read_data("traditional.yaml")
    return re.compile(f"(?<![{data['zhu_kept_after']}])著(?![{data['zhu_kept_before']}])")


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters, by its beginning and its middle."""
    middle = len(text) // 2
    sample = text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[middle : middle + _SAMPLE]
    telling = len(_telltale().findall(sample))
    return telling > _FEW and telling > _SHARE * _hanzi(sample)


def simplified(text: str) -> str:
    """A text with the traditional characters of any part of it as simplified ones, in their places.

    Where there are hardly any (乾隆), it is given back as it stands.
    """
    return simplify(text) if len(_telltale().findall(text)) > _FEW else text


def _hanzi(text: str) -> int:
    """How many Chinese characters of the basic block a text has; bytes are counted fastest."""
    higher = text.encode("utf-16-le", "surrogatepass")[1::2]
    return len(higher) - len(higher.translate(None, _HANZI))


def simplify(text: str) -> str:
    """Traditional text in simplified characters, each character in its place.

    The length stays the same; a line that OpenCC would lengthen or shorten is converted character
    by character.
    """
    lines = text.split("\n")
    converted = str(_converter().convert(text)).split("\n")
    kept = [
        new if len(new) == len(old) else "".join(map(_single, old))
        for old, new in zip(lines, converted, strict=True)
    ]
    return _zhe().sub("着", "\n".join(kept))


@cache
def _single(char: str) -> str:
    out = str(_converter().convert(char))
    return out if len(out) == 1 else char


def simplify_lines(lines: list[str]) -> list[str]:
    """The lines of a traditional text, simplified; its simplified lines come through unchanged."""
    out = list(lines)
    if traditional := [i for i, line in enumerate(lines) if not _plainly_simplified(line)]:
        simplified = simplify("\n".join([lines[i] for i in traditional])).split("\n")
        for i, line in zip(traditional, simplified, strict=True):
            out[i] = line
    return out


def _plainly_simplified(line: str) -> bool:
    return _simplified_telltale().search(line) is not None and not _telltale().search(line)


@cache
def _simplified_telltale() -> re.Pattern[str]:
    return re.compile(f"[{_converter().convert(read_data('traditional.yaml')['telltale'])}]")
