"""What the brief allows a draft to name: its own words, the unit's superiors and jurisdiction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from drafter.resources import read_data
from drafter.review.checked import Checked
from drafter.review.names.localities import may_begin_place, no_stems
from drafter.review.stock import is_common_word
from drafter.text.divisions import divisions_within, place_stem, superiors_of
from drafter.text.entities import Entity, entities_by_sentence, normal
from drafter.text.gazetteer import find_places
from drafter.text.organisations import is_generic
from drafter.text.people import is_han, may_begin
from drafter.text.quantities import normal_date
from drafter.text.scanning import either, longest_first

__all__ = ["Allowed"]

_LEVEL = re.compile(
    r"^(?:中共|中国共产党|省|市|县|区|州|旗|镇|乡|街道|省委|市委|县委|区委|镇党委)+"
)
#: Of so many briefs it is kept which figures they have.
_BRIEFS = 8
#: 今年6月底前 may be said as 6月底前, 今年上半年 as 上半年.
_OF_YEAR = re.compile("^[今去明前后]年(?=.*[月季半])")
_OF_POINTS = re.compile("个|项|点|件|条|处")
_YMD = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?")


class Allowed:
    """Says of an entity of the draft whether the brief has it."""

    def __init__(self, checked: Checked) -> None:
        self._checked = checked
        self._blob = checked.brief_blob
        self._brief = checked.brief_entities
        self._figures = _figures_in(self._blob)

    @cached_property
    def _points(self) -> frozenset[str]:
        """How many points the speech has, and each of them."""
        levels = "".join(str(p.level) for p in self._checked.paragraphs if p.level)
        inner = (part.count("2") for part in levels.split("1"))
        return frozenset(map(str, (levels.count("1"), *inner)))

    @cached_property
    def dates(self) -> frozenset[str]:
        """Every date of the brief and the shorter forms of it."""
        day = self._checked.brief.date
        found = [normal(e) for e in self._brief if e.kind == "date"]
        if day:
            found.append(f"{day.year}年{day.month}月{day.day}日")
        return frozenset(form for date in found for form in _forms(date))

    @cached_property
    def places(self) -> frozenset[str]:
        """Places above and below the unit that speaks."""
        return _places_around(self._checked.brief.unit.name)

    def has(self, entity: Entity) -> bool:
        """Whether the brief has what the entity names."""
        # A single character, the family name of 王县长, may stand anywhere in the brief.
        literal = entity.kind not in ("number", "date") and len(entity.text) > 1
        if literal and entity.text in self._blob:
            return True
        return bool(getattr(self, f"_has_{entity.kind}")(entity))

    def _has_number(self, entity: Entity) -> bool:
        value = normal(entity)
        # 十二个方面: as many as the speech has points.
        if value in self._points and _OF_POINTS.match(self._checked.text, entity.end):
            return True
        units = self._figures.get(value) or self._figures.get(entity.text)
        if units is None:
            return False
        # 12个 where the brief has 12条 is another fact; a share has no unit after it.
        after = self._checked.text[entity.end : entity.end + 1]
        plain = value.endswith(("%", "个百分点")) or not is_han(after)
        return plain or after in units or not all(map(is_han, units))

    def _has_date(self, entity: Entity) -> bool:
        said = entity.text.removeprefix("今年")
        return any(form in self.dates for form in (normal(entity), normal_date(said)))

    def _has_person(self, entity: Entity) -> bool:
        if len(entity.text) > 1:
            return False
        # 王县长: somebody of that family name is in the brief, and the post (老师 anybody may be).
        title = _title().match(self._checked.text, entity.end)
        if title and title.group(1) not in self._blob:
            return False
        people = [e.text for e in self._brief if e.kind == "person"]
        brief = self._checked.brief
        people += [p.name for p in (brief.speaker, *brief.roster) if p and p.name]
        return any(name.startswith(entity.text) for name in people)

    def _has_place(self, entity: Entity) -> bool:
        if entity.text in self.places:
            return True
        # 河北省衡水市 is allowed where both are; a short name alone is none to the gazetteer.
        parts = find_places(entity.text)
        return bool(parts) and all(p.text in self._blob or p.text in self.places for p in parts)

    def _has_organisation(self, entity: Entity) -> bool:
        core = entity.text
        unit = self._checked.brief.unit.name
        places = find_places(core)
        if any(p.text not in self._blob and p.text not in self.places for p in places):
            return False
        formula = self._checked.is_formula(entity.start, entity.end)
        if not places and (formula or self._is_phrase(entity) or self._begins_own(entity)):
            return True
        for name in (unit, *(p.text for p in places)):
            core = core.removeprefix(name)
        if core and core in self._blob:
            return True
        short = _LEVEL.sub("", core)
        level = self._own_level
        # 省纪委 is not what a firm's brief calls 集团纪委.
        own = (
            core.startswith(level)
            if level
            else core[:1] not in tuple("省市县区") or core[0] in unit
        )
        return len(short) > 1 and short in self._blob and own

    def _begins_own(self, entity: Entity) -> bool:
        """Whether only everyday words come before the topic: 充分认识|供销合作社|综合改革."""
        text = self._checked.text
        for start, end in self._checked.own:
            before = text[entity.start : start]
            if before and start < entity.end <= end:
                return len(before) == 1 or is_common_word(before[-2:])
        return False

    def _is_phrase(self, entity: Entity) -> bool:
        """Whether a body's name is a run of everyday words: 共创|公司, 才能确保|集团.

        A registered name (…有限公司) never is, nor a body known by its name (建设银行), nor a
        school's where a name may begin.
        """
        name = entity.text
        suffix = next((s for s in _body_suffixes() if name.endswith(s)), None)
        if suffix is None or "有限" in suffix or name[0] in "省市县区镇乡" or name in _organs():
            return False
        words = name.removesuffix(suffix)
        text, start = self._checked.text, entity.start
        begins = may_begin(text, start) or may_begin_place(text, start, short=True)
        named = words[:2] not in no_stems() and not is_generic(words)
        if begins and (suffix.endswith(_called_by_words()) or named):
            return False
        return len(words) > 1 and is_common_word(words[:2]) and is_common_word(words[-2:])

    @cached_property
    def _own_level(self) -> str:
        """县 for a county's brief: 县教育局 is then what the brief calls 教育局."""
        level = self._checked.brief.unit.level or self._checked.brief.unit.name[-1:]
        return level if level in ("省", "市", "县", "区") else ""

    def _has_document(self, entity: Entity) -> bool:
        return entity.text.strip("《》") in self._blob

    def _has_quote(self, entity: Entity) -> bool:
        return entity.text in _set_phrases() or entity.text.strip("，。！？；") in self._blob


@lru_cache(_BRIEFS)
def _figures_in(blob: str) -> dict[str, frozenset[str]]:
    """Every figure of a brief, with the characters after it: 186 of 186个 has 个."""
    found: dict[str, set[str]] = {}
    rest = list(blob)
    for e in entities_by_sentence(blob)[0]:
        if e.kind in ("number", "date"):
            rest[e.start : e.end] = " " * (e.end - e.start)
        if e.kind == "number":
            for written in (normal(e), e.text):
                found.setdefault(written, set()).add(blob[e.end : e.end + 1])
    # G20 and 12345热线: figures that are part of a name.
    for match in re.finditer(r"\d+(?:\.\d+)?%?", "".join(rest)):
        found.setdefault(match.group(), set()).add("")
    return {value: frozenset(after) for value, after in found.items()}


@lru_cache(_BRIEFS)
def _places_around(unit: str) -> frozenset[str]:
    """Places above and below a unit."""
    names = {unit, *(s.text for s in find_places(unit))}
    related: set[str] = set()
    for name in names:
        related |= superiors_of(name) | divisions_within(name)
    return frozenset(related | {place_stem(n) for n in related})


@cache
def _title() -> re.Pattern[str]:
    """An office after a bare family name, without what says which of several: 副, 常务."""
    data = read_data("names.yaml")
    offices = [t for t in data["titles_after_surname"] if t not in data["soft_posts"]]
    offices = [t for t in offices if not t.startswith("副") and t not in ("先生", "女士")]
    return re.compile(f"(?:常务)?副?({either(offices)})")


@cache
def _set_phrases() -> frozenset[str]:
    return frozenset(read_data("review.yaml")["set_phrases"])


@cache
def _organs() -> frozenset[str]:
    return frozenset(read_data("organisations.yaml")["organs"])


@cache
def _called_by_words() -> tuple[str, ...]:
    return tuple(read_data("organisations.yaml")["called_by_words"])


@cache
def _body_suffixes() -> tuple[str, ...]:
    return longest_first(read_data("organisations.yaml")["body_suffixes"])


def _forms(date: str) -> Iterator[str]:
    """A date and what may be said for short: of 2026年11月21日 also 11月21日, 2026年, 11月 …"""
    yield date
    date = _OF_YEAR.sub("", date)
    yield date
    found = _YMD.match(date)
    if not found or not found.group():
        return
    year, month, day = found.groups()
    if year:
        yield f"{year}年"
        if month:
            yield f"{year}年{month}月"
    if month:
        yield f"{month}月"
        yield f"{month}月份"
        if day:
            yield f"{month}月{day}日"
    if day:
        yield f"{day}日"
    tail = date[found.end() :]
    if month and tail:
        yield f"{month}月{tail}"
        yield f"{month}月{re.sub('(?:之?前|以前)$', '', tail)}"
