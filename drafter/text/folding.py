"""Folding of punctuation: half-width marks of web texts become the full-width ones of print.

A mark is folded only where it stands in Chinese text: 3.14, 9:30, 1,260 and a URL stay as they
are (GB/T 15834-2011; numbers by GB/T 15835-2011).
"""

from __future__ import annotations

import re

from drafter.text.later import later

__all__ = [
    "INVISIBLE",
    "fold_punctuation",
    "fold_quotes",
    "has_odd_quotes",
    "on_one_line",
    "squeeze",
    "to_half_digits",
]

#: Control, zero-width, direction and broken characters, which no office text means to hold, for a
#: class of an expression; tab and line feed are none of them.
INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufffe\uffff"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_BREAK = re.compile(r"[ \t\u3000]*[\r\n\t]+[ \t\u3000]*")

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_WIDE = "０１２３４５６７８９％．" + "".join(
    chr(c) for a in (0xFF21, 0xFF41) for c in range(a, a + 26)
)
_NARROW = str.maketrans(_WIDE, "0123456789%." + "".join(chr(ord(c) - 0xFEE0) for c in _WIDE[12:]))
#: A class alone first: so a text is scanned ten times as fast as for a repeated one.
_IS_WIDE = re.compile(f"[{_WIDE}][{_WIDE}]*")
#: Between two ASCII letters or digits a mark belongs to a number, a time or an address. It comes
#: first in the expression, for which a text is scanned fast.
_LATIN_MARK = re.compile(r"([,;:!?])(?<=[0-9A-Za-z].)(?=[0-9A-Za-z/])")
#: Before a digit it stops a sentence where a word stands before it: 新建项目.56个已开工.
_STOP = later(r"\.(?:(?<=[\u4e00-\u9fff”’）》]\.)(?![0-9A-Za-z.])|(?<=[\u4e00-\u9fff]{2}\.)(?=\d))")
_QUOTE = re.compile('["“”]')
_CORNERS = str.maketrans("「」『』＂", '“”“”"')


def to_half_digits(text: str) -> str:
    """Full-width digits, per cent signs and Latin letters as ASCII."""
    return _IS_WIDE.sub(lambda m: m.group().translate(_NARROW), text)


def has_odd_quotes(text: str) -> bool:
    """Whether :func:`fold_quotes` may change a text, or any part of it."""
    return '"' in text or _has_corners(text)


def _has_corners(text: str) -> bool:
    return "「" in text or "」" in text or "『" in text or "』" in text or "＂" in text


def fold_quotes(text: str) -> str:
    """Straight and corner quotes as “ ”, opened and closed in turn within the text."""
    if _has_corners(text):
        text = text.translate(_CORNERS)
    if '"' not in text:
        return text
    opened = False

    def turned(found: re.Match[str]) -> str:
        nonlocal opened
        mark = found.group()
        if mark == '"':
            mark = "”" if opened else "“"
        opened = mark == "“"
        return mark

    return _QUOTE.sub(turned, text)


def on_one_line(text: str) -> str:
    """Without line breaks and tabs, the blanks around them, and what nobody can see."""
    return _INVISIBLE.sub("", _BREAK.sub("", text))


def fold_punctuation(text: str) -> str:
    """Punctuation as print has it; the number of characters stays the same.

    Spaces are left alone.
    """
    pieces = _LATIN_MARK.split(text)
    pieces[::2] = map(_widened, pieces[::2])
    text = "".join(pieces)
    return _STOP().sub("。", text) if "." in text else text


def _widened(text: str) -> str:
    for half, full in _FULL.items():
        text = text.replace(half, full)
    return text


def squeeze(text: str) -> str:
    """Without any white space, as comparisons need it."""
    squeezed = "".join(text.split())
    if "\u200b" in squeezed or "\ufeff" in squeezed:  # white space to typesetters only
        return squeezed.replace("\u200b", "").replace("\ufeff", "")
    return squeezed
