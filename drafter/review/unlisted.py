"""Names that no list has: people who stand bare in a sentence, invented or misspelt places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from drafter.resources import read_data
from drafter.review.checked import Checked
from drafter.review.stock import is_common_word
from drafter.text.bare_people import find_bare_people
from drafter.text.entities import Entity
from drafter.text.gazetteer import Span
from drafter.text.scanning import matches_from

__all__ = ["likely_people", "likely_places"]

_HAN = re.compile("[\u4e00-\u9fff]")
_SUFFIX = re.compile("[县市区镇乡]")
#: A village or quarter of a town, with its name of two to four characters.
_VILLAGE = re.compile(
    "([\u4e00-\u9fff]{2,3}?)(?:(?<![乡农山新渔牧镇])村(?![民级庄委里居落镇容貌规史情])|社区(?![居干工党服管治])|屯|寨(?!子))"
)
#: 由各村, 全村: of no village in particular.
_OF_ANY = frozenset("各全我本每该此多几两这那和与的")
_ORGANS = ("委", "政府", "人大", "政协", "纪委", "党委", "直", "里")


def likely_people(checked: Checked) -> Iterator[Span]:
    """要学习刘德胜: what can only be a name, and neither the brief nor any pattern says."""
    text, blob = checked.text, checked.brief_blob
    for start, end in find_bare_people(text):
        name = text[start:end]
        if name in blob or is_common_word(name) or _is_named(checked.entities, start, end):
            continue
        yield Span(name, start, end)


def _is_named(entities: Iterable[Entity], start: int, end: int) -> bool:
    return any(e.start < end and start < e.end for e in entities)


@cache
def _no_stems() -> frozenset[str]:
    verbs = read_data("wording.yaml")["verbs"]
    return frozenset((*read_data("review.yaml")["no_stems"], *verbs))


@cache
def _no_stem_characters() -> frozenset[str]:
    return frozenset(read_data("review.yaml")["no_stem_characters"])


@cache
def _cues() -> tuple[str, ...]:
    return tuple(read_data("places.yaml")["cue_before"])


def likely_places(checked: Checked) -> Iterator[Span]:
    """An invented or misspelt 清禾县: two characters before 县 that are no common word.

    区, 镇 and 乡 end so many words that they count only where a name may begin: after a mark, or
    after a word such as 在, 向, 学习.
    """
    text, blob = checked.text, checked.brief_blob
    named = _named(checked)
    for span in _unknown(text):
        if span.text in blob or any(e.start < span.end and span.start < e.end for e in named):
            continue
        # 大家齐聚|县会议中心 and 这件事|县委 end one word and begin another.
        begins = "\n" + text[span.end - 1 : span.end + 3] in "\n" + blob
        sure = span.text[2] in "县市" and not begins and not text.startswith(_ORGANS, span.end)
        if _may_begin(text, span.start) or (sure and not is_common_word(span.text[:2])):
            yield span
    for span in (*_villages(text), *_regions(text)):
        known = _bare(span.text) in blob or span.text in blob or is_common_word(span.text)
        if not known and not any(e.start < span.end and span.start < e.end for e in named):
            yield span


def _bare(name: str) -> str:
    """Without the word before it that a name does not begin with: 在柳河村 is 柳河村."""
    return re.sub(f"^(?:{'|'.join(_cues())})", "", name)


def _villages(text: str) -> Iterator[Span]:
    """大王庄村 and 石门坎社区, where a name may begin and nobody says the stem otherwise."""
    for match in matches_from(_HAN, _VILLAGE, text):
        stem = match.group(1)
        if _may_begin(text, match.start()) and not _is_sort(stem):
            yield Span(match.group(), *match.span())


def _is_sort(stem: str) -> bool:
    """Whether what stands before 村 says what sort of village it is: 示范, 空心, 行政."""
    return (
        stem in _no_stems()
        or stem[-2:] in _no_stems()
        or not _OF_ANY.isdisjoint(stem)
        or is_common_word(stem[-2:])
    )


def _regions(text: str) -> Iterator[Span]:
    """长三角 and 雄安新区: what people call a stretch of the country."""
    for match in _region().finditer(text):
        yield Span(match.group(), *match.span())


@cache
def _region() -> re.Pattern[str]:
    return re.compile("|".join(sorted(read_data("places.yaml")["regions"], key=len, reverse=True)))


def _unknown(text: str) -> Iterator[Span]:
    """Two characters that are no everyday word, with the 县 or 市 after them."""
    guards = read_data("places.yaml")["not_after_suffix"]
    for match in _SUFFIX.finditer(text):
        start, end = match.start() - 2, match.end()
        stem, suffix = text[max(0, start) : match.start()], match.group()
        if len(stem) < 2 or text[end : end + 1] in tuple(guards[suffix]):
            continue
        if stem in _no_stems() or not _no_stem_characters().isdisjoint(stem):
            continue
        city = suffix == "市" and stem[1] in "城超都"
        if not city and all("\u4e00" <= c <= "\u9fff" for c in stem):
            yield Span(stem + suffix, start, end)


def _may_begin(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start]
    return not before or not "\u4e00" <= before[-1] <= "\u9fff" or before.endswith(_cues())


def _named(checked: Checked) -> list[Span]:
    """What is named already; of an organ 县人民医院 the level may still be part of 青禾县."""
    kinds = ("place", "document", "person", "quote")
    spans = [Span(e.text, e.start, e.end) for e in checked.entities if e.kind in kinds]
    for e in checked.entities:
        if e.kind == "organisation":
            begin = e.start + (e.text[0] in "省市县区镇乡")
            spans.append(Span(e.text, begin, e.end))
    return spans
