"""What a text says of the world: numbers, dates, people, places, organisations, documents, names.

Found by rules and lists alone (no segmenter, no model), fast enough for a check while typing: some
milliseconds for a speech. Each kind has its own module; this one puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from drafter.resources import read_data
from drafter.text.gazetteer import Span, find_places
from drafter.text.later import later
from drafter.text.organisations import find_organisations
from drafter.text.people import find_people
from drafter.text.quantities import find_quantities, normal_date, normal_number
from drafter.text.scanning import BySentence

__all__ = ["Entity", "EntityKind", "entities_by_sentence", "find_entities", "normal"]

EntityKind = Literal["number", "date", "person", "place", "organisation", "document", "quote"]


class Entity(Struct, frozen=True):
    """Something named in a text: ``text`` stands at ``[start:end]``.

    ``quote`` is what stands in “ ”, marks left out: a slogan, a campaign, a set phrase.
    """

    kind: EntityKind
    text: str
    start: int
    end: int


_LETTERS = later(r"(?:(?![和与按照据及见将以的])[\u4e00-\u9fff])+\Z")
_QUOTE = re.compile(r"[“「]([^“”「」\n]{1,40})[”」]")
#: Of so many sentences it is kept what they name: some speeches with their briefs.
_SENTENCES = 10_000


@cache
def _documents() -> re.Pattern[str]:
    """A document or a meeting that decides, by its marks, its number, or what it is called."""
    data = read_data("documents.yaml")
    return re.compile(
        # Said first, so that most characters fail at once.
        r"(?=[《〔\[（(一二三四五六七八九十0-9党中省市县区州全关])(?:"
        r"《[^《》\n]{1,80}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?》"
        r"|[〔\[（(](?:19|20)[0-9]{2}[〕\]）)]第?[0-9]{1,4}号"
        r"|[一二三四五六七八九十0-9]+号文件"
        # A congress or a plenary session, named by whose it is: 省委全会, 党的十九届四中全会.
        rf"|(?:党的|中央|[省市县区州]委?|全国)(?:第?[一二三四五六七八九十百0-9]+[届次中]){{0,3}}(?:{'|'.join(data['sessions'])})"
        rf"|(?:[省市县区州]委|中央|全国)[\u4e00-\u9fff]{{0,6}}(?:{'|'.join(data['meetings'])})(?=精神|上|的?要求|的?部署)"
        rf"|关于[^，。；：！？“”《》\n]{{4,40}}?的(?:{'|'.join(data['kinds'])}))"
    )


def find_entities(text: str) -> list[Entity]:
    """Every entity of the text, in order of its start; entities of different kinds may overlap.

    A number inside a date is not given again, nor a place inside an organisation's name, nor
    anything inside the name of a document; a person or place inside quotes is. Nothing named goes
    on from one line into the next.
    """
    documents = [_document(text, *m.span()) for m in _documents().finditer(text)]
    places = find_places(text)
    organisations = find_organisations(text, places)
    found = [Entity("document", text[a:b], a, b) for a, b in documents]
    found.extend(_outside(_organisations(text, organisations), documents))
    found.extend(_outside(_places(places, organisations), documents))
    found.extend(_outside(_people(text, places), documents))
    found.extend(_outside(_quantities(text), documents))
    found.extend(Entity("quote", m.group(1), m.start(1), m.end(1)) for m in _QUOTE.finditer(text))
    found.sort(key=lambda e: (e.start, -e.end))
    return found


def entities_by_sentence(*texts: str) -> list[list[Entity]]:
    """What :func:`find_entities` gives for each text.

    Sentences of earlier texts are not looked at again, the new ones of all texts at once.
    """
    return _by_sentence.in_each(texts)


def _moved(entity: Entity, by: int) -> Entity:
    return Entity(entity.kind, entity.text, entity.start + by, entity.end + by)


_by_sentence = BySentence(find_entities, _moved, _SENTENCES)


def _document(text: str, start: int, end: int) -> tuple[int, int]:
    """A document's span, with the office's letters before a number in brackets (安政发)."""
    if text[start] in "〔[（(":
        letters = _LETTERS().search(text, max(0, start - 8), start)
        start = letters.start() if letters else start
    return start, end


def _organisations(text: str, spans: list[tuple[int, int]]) -> Iterator[Entity]:
    for start, end in spans:
        yield Entity("organisation", text[start:end], start, end)


def _places(places: list[Span], organisations: list[tuple[int, int]]) -> Iterator[Entity]:
    for p in places:
        if not any(start <= p.start and p.end <= end for start, end in organisations):
            yield Entity("place", p.text, p.start, p.end)


def _people(text: str, places: list[Span]) -> Iterator[Entity]:
    for start, end in find_people(text):
        if not any(p.start < end and start < p.end for p in places):
            yield Entity("person", text[start:end], start, end)


def _quantities(text: str) -> Iterator[Entity]:
    for kind, start, end in find_quantities(text):
        yield Entity(kind, text[start:end], start, end)


def _outside(entities: Iterator[Entity], spans: list[tuple[int, int]]) -> Iterator[Entity]:
    """Those that do not stand inside one of the spans."""
    for entity in entities:
        if not any(start <= entity.start and entity.end <= end for start, end in spans):
            yield entity


def normal(entity: Entity) -> str:
    """The entity's text in a form that is equal for the same fact written in another way."""
    if entity.kind == "number":
        return normal_number(entity.text)
    if entity.kind == "date":
        return normal_date(entity.text)
    return entity.text
