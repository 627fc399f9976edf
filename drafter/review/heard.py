"""What has been said before: any four characters in a row of patterns and phrases, as bits.

A sentence of a draft is made of what patterns say and of what the brief says. Whether the patterns
say four characters in a row is told from two megabytes of bits, two of which are set for each such
four (Bloom 1970): to look through all patterns for each would take a thousand times as long. Of
what nobody has said one in a hundred seems to be said all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from zlib import crc32

from drafter.bank import Pattern, shipped_bank
from drafter.caching import digest_of, keep_data, kept_data
from drafter.resources import data_file, read_data, shipped
from drafter.review.formulae import PHRASES
from drafter.review.stock import literals, stretches

__all__ = ["GRAM", "grams_of", "is_heard", "runs_of"]

#: So many characters in a row, of which shorter phrases are one by themselves.
GRAM = 4
_KIND, _MOST = "heard-4", 3
_LENGTH = 24
_BITS = 1 << _LENGTH
_CHOICE = re.compile("<([^<>\n]*)>")
_RUN = re.compile("[\u4e00-\u9fffA-Za-z0-9]+")
#: Phrases beside the patterns: names for the unit and its people, and what speakers say.
_PHRASES = ("levels.yaml", *PHRASES)


def runs_of(text: str) -> Iterator[tuple[int, str]]:
    """What stands between marks, with where it begins."""
    for run in _RUN.finditer(text):
        yield run.start(), run.group()


def is_heard(gram: str) -> bool:
    """Whether some pattern or phrase says it, or has no more than that between two open places."""
    bits = _heard()
    return all(bits[at >> 3] >> (at & 7) & 1 for at in _places(gram))


def _places(gram: str) -> tuple[int, int]:
    """The two bits of four characters: the lower and the upper end of one hash."""
    value = crc32(gram.encode())
    return value % _BITS, value >> 32 - _LENGTH


@cache
def _heard() -> bytes | bytearray:
    bank = shipped_bank()
    files = [data_file(name) for name in ("objects.yaml", *_PHRASES)]
    files += sorted(shipped("templates").glob("*/meta.yaml"))
    data = [file.read_bytes() for file in files]
    digest = digest_of(b"\0".join([bank.digest.encode(), *data]))
    known = kept_data(_KIND, digest)
    if known is not None and len(known) == _BITS >> 3:
        return known
    bits = bytearray(_BITS >> 3)
    texts = [raw.decode() for raw in data]
    chosen = chain.from_iterable(map(_chosen, (*texts, *_filled())))
    said = chain(literals(bank), stretches(bank), _composed(), texts, chosen)
    for gram in _grams(said):
        for at in _places(gram):
            bits[at >> 3] |= 1 << (at & 7)
    keep_data(_KIND, digest, bytes(bits), most=_MOST)
    return bits


def grams_of(patterns: tuple[Pattern, ...]) -> frozenset[str]:
    """What patterns say, each four characters in a row."""
    return frozenset(_grams(chain(literals(patterns), stretches(patterns))))


def _grams(texts: Iterable[str]) -> Iterator[str]:
    """Each four characters in a row, and what is shorter by itself."""
    for run in {run for text in dict.fromkeys(texts) for _, run in runs_of(text)}:
        for start in range(max(1, len(run) - GRAM + 1)):
            yield run[start : start + GRAM]


def _chosen(text: str) -> Iterator[str]:
    """Each wording of a choice with what stands on both sides: 作出<全面|具体>安排."""
    for match in _CHOICE.finditer(text):
        before = text[max(0, match.start() - GRAM) : match.start()]
        after = text[match.end() : match.end() + GRAM]
        for wording in match.group(1).split("|"):
            yield before + wording + after


def _filled() -> Iterator[str]:
    """Frames that have a phrase for each of their open places, with those: 重在<落实|行动>."""
    for block in read_data("objects.yaml")["补足"]:
        frame = block["frame"]
        for place, words in block.items():
            frame = frame.replace(f"{{{{ {place} }}}}", words)
        yield frame


def _composed() -> Iterator[str]:
    """The phrases that sentences made of formulae are filled with: 实绩|导向, 抓好|任务分解."""
    for blocks in read_data("objects.yaml").values():
        for block in blocks:
            for key, words in block.items():
                verb = key.removeprefix("~") if key.startswith("~") else ""
                for word in words if isinstance(words, list) else (words,):
                    yield verb + word if verb else word + key
