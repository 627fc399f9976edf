"""Bytes → text: UTF-8, GB18030, Big5 and UTF-16, told apart by what the text would say.

UTF-8 is tried first and strictly: text of another encoding is next to never valid UTF-8. For the
rest, every candidate is scored by how many of its characters are ones that every Chinese text is
made of. Wrongly decoded Chinese is made of rare characters, so the gap is wide even for twenty
characters or for a file with broken bytes, where detectors that demand a clean decoding give up.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from drafter.reading.sources.refusals import Why, refusal
from drafter.resources import read_data

__all__ = ["decode", "detect"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKS = tuple(mark for mark, _ in _BOMS)
#: big5hkscs holds Big5 with all its extensions in use; gb18030 holds GB2312 and GBK.
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE = 2048
_HIGH = re.compile(rb"[\x80-\xff]")
#: Long runs of ASCII, in one byte or two, that tell nothing: the scripts at the head of a page.
#: An even number of bytes goes, and the two at each end stay, so that no character is torn.
_RUN = re.compile(
    rb"([\x01-\x7f]{2})(?:[\x01-\x7f]{2}){8,}(?=[\x01-\x7f]{2})"
    rb"|((?:[\x01-\x7f]\0){2})(?:[\x01-\x7f]\0){8,}|((?:\0[\x01-\x7f]){2})(?:\0[\x01-\x7f]){8,}"
)
_SEARCHED = 1_000_000
#: Non-ASCII bytes a sample needs to tell encodings apart beyond doubt.
_ENOUGH = 400
#: What no text holds: C0 controls other than white space, C1, U+FFFD, noncharacters.
_JUNK = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]")
#: ASCII says nothing: it is the same bytes in all encodings but UTF-16.
_TELLING = re.compile("[^\x01-\x7f]|[\x01-\x08\x0e-\x1b\x7f]")
#: Above this share of junk the bytes are no text, whatever the encoding.
_JUNK_SHARE = 0.02
#: A piece of Chinese has 0.4 to 0.7 of its characters in the list; wrong decodings 0.00 to 0.12.
_FAMILIAR_SHARE = 0.2


def decode(data: bytes) -> str:
    """The text of ``data``, without a byte-order mark; broken bytes become U+FFFD.

    Raises :class:`SourceError` (S005) for bytes that are no text.
    """
    text = _utf8(data) if _may_be_utf8(data) else None
    if text is None:
        encoding, skip = detect(data)
        text = data[skip:].decode(encoding, errors="replace")
    if len(_JUNK.findall(text)) > _JUNK_SHARE * len(text) + 2:
        raise refusal(Why.NOT_TEXT)
    return text


def detect(data: bytes) -> tuple[str, int]:
    """The name of the encoding and the length of the byte-order mark.

    Raises :class:`SourceError` (S005) when no candidate reads as Chinese.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, len(mark)
    if _may_be_utf8(data) and _utf8(data) is not None:
        return "utf-8", 0
    sample = _sample(data)
    scored = [(_score(sample, name), name) for name in _CANDIDATES]
    best, name = max(scored, key=lambda pair: pair[0])
    if best < _FAMILIAR_SHARE:
        raise refusal(Why.NOT_TEXT)
    return name, 0


def _may_be_utf8(data: bytes) -> bool:
    """Whether nothing at the first glance says that data are something else."""
    return b"\0" not in data and not data.startswith(_MARKS)


def _utf8(data: bytes) -> str | None:
    """The text where data are UTF-8 without an error."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _sample(data: bytes) -> bytes:
    """The first bytes that tell encodings apart, from an even offset for UTF-16."""
    first = _HIGH.search(data)
    start = first.start() & ~1 if first else 0
    sample = data[start : start + _SAMPLE]
    if len(_HIGH.findall(sample)) < _ENOUGH:
        sample = _RUN.sub(rb"\1\2\3", data[start : start + _SEARCHED])[:_SAMPLE]
    return sample


def _score(sample: bytes, encoding: str) -> float:
    """The share of familiar characters, less what the encoding cannot explain."""
    text = sample.decode(encoding, errors="replace")
    telling = len(_TELLING.findall(text))
    good = len(_familiar().findall(text))
    bad = len(_JUNK.findall(text))
    return (good - bad) / telling if telling else 0.0


@cache
def _familiar() -> re.Pattern[str]:
    lists = read_data("common_characters.yaml").values()
    characters = "".join(line for lines in lists for line in lines)
    return re.compile(f"[{re.escape(characters)}]")
