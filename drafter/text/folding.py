"""Folding of punctuation: half-width marks of web texts become the full-width ones of print.

A mark is folded only where it stands in Chinese text: 3.14, 9:30, 1,260 and a URL stay as they
are (GB/T 15834-2011; numbers by GB/T 15835-2011).
"""

from __future__ import annotations

import re

__all__ = ["fold_punctuation", "fold_quotes", "squeeze", "to_half_digits"]

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_HALF_DIGITS = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_HALF_LETTERS = str.maketrans(
    {chr(0xFF21 + i): chr(0x41 + i) for i in range(26)}
    | {chr(0xFF41 + i): chr(0x61 + i) for i in range(26)}
)
#: Between two ASCII letters or digits a mark belongs to a number, a time or an address.
_MARK = re.compile(r"(?<![0-9A-Za-z])[,;:!?]|[,;:!?](?![0-9A-Za-z/])|[()]")
_STOP = re.compile(r"(?<=[\u4e00-\u9fff”’）》])\.(?![0-9A-Za-z.])")
_BLANK = re.compile(r"[\s\u3000\u200b\ufeff]+")


def to_half_digits(text: str) -> str:
    """Full-width digits, per cent signs and Latin letters as ASCII."""
    return text.translate(_HALF_DIGITS).translate(_HALF_LETTERS)


def fold_quotes(text: str) -> str:
    """Straight and corner quotes as “ ” and ‘ ’, opened and closed in turn within the text."""
    text = text.translate(str.maketrans("「」『』＂", '“”“”"'))
    out, opened = [], False
    for char in text:
        if char == '"':
            out.append("”" if opened else "“")
            opened = not opened
        else:
            opened = char == "“" or (opened and char != "”")
            out.append(char)
    return "".join(out)


def fold_punctuation(text: str) -> str:
    """Punctuation as print has it; the number of characters stays the same.

    Spaces are left alone.
    """
    text = _MARK.sub(lambda m: _FULL[m.group()], text)
    return _STOP.sub("。", text)


def squeeze(text: str) -> str:
    """Without any white space, as comparisons need it."""
    return _BLANK.sub("", text)
