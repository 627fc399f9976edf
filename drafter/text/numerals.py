"""Chinese numerals and the enumerators made of them: 一、 （一） 1. （1） 第一， 一是."""

from __future__ import annotations

import unicodedata

from drafter.text.folding import to_half_digits

__all__ = ["GLYPHS", "chinese", "enumerator", "ordinal"]

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_VALUES = {c: i for i, c in enumerate(_DIGITS)} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
#: ① to ⒛, ㈠ to ㈩, ❶ to ❿ and Ⅰ to Ⅻ: one character that is a number by itself.
_GLYPHS = (
    *range(0x2460, 0x249C),
    *range(0x3220, 0x322A),
    *range(0x2776, 0x2780),
    *range(0x2160, 0x216C),
)
_CIRCLED = {chr(c): int(unicodedata.numeric(chr(c))) for c in _GLYPHS}
#: The characters that are a number by themselves.
GLYPHS = frozenset(_CIRCLED)


def chinese(number: int) -> str:
    """A number from 0 to 9999 as it is written out: 三, 十二, 二十, 一百零五.

    Raises :class:`ValueError` outside that range.
    """
    if not 0 <= number <= 9999:
        raise ValueError(number)
    if number < 10:
        return _DIGITS[number]
    digits = [int(c) for c in str(number)]
    out = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            out += _DIGITS[digit] + _UNITS[place]
        elif out and not out.endswith("零"):
            out += "零"
    out = out.rstrip("零")
    return out[1:] if out.startswith("一十") else out


def ordinal(label: str) -> int | None:
    """The number a bare label stands for (三, 12, １２, ③); None when it is no number."""
    text = to_half_digits(label.strip())
    if text.isascii() and text.isdigit():
        return int(text)
    if text in _CIRCLED:
        return _CIRCLED[text]
    return _from_chinese(text)


def _from_chinese(text: str) -> int | None:
    if not text:
        return None
    total = current = 0
    for char in text:
        if char in _VALUES:
            current = _VALUES[char]
        elif char in _UNITS[1:]:
            total += (current or 1) * 10 ** _UNITS.index(char)
            current = 0
        else:
            return None
    return total + current


def enumerator(level: int, number: int) -> str:
    """The enumerator of a heading by GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）, levels 1 to 4."""
    if level == 1:
        return f"{chinese(number)}、"
    if level == 2:
        return f"（{chinese(number)}）"
    return f"{number}." if level == 3 else f"（{number}）"
