"""Where a file comes from: a custom XML part with the draft as it was sent.

The part holds the draft as JSON in one element, so that any tool can read it. Beside it every
paragraph carries a hidden bookmark; together they let a reader tell what people changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from drafter.drafting.draft import Draft
from drafter.errors import Place
from drafter.speech import Paragraph
from drafter.word.ooxml import DECLARATION, attribute, escape
from drafter.word.parts import document_rels

__all__ = [
    "NAMESPACE",
    "PROPERTIES_TYPE",
    "bookmark_names",
    "id_in_bookmark",
    "parse_around",
    "parse_part",
    "provenance_parts",
]

NAMESPACE = "urn:drafter:draft:1"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
#: Ours for good: any GUID will do, as long as it is the same in every file.
_ITEM_ID = "{8C1F6C2E-5B7D-4E0A-9A3B-6D7261667465}"
#: Word takes bookmark names of at most 40 letters, digits and underscores; the leading
#: underscore hides them from its list of bookmarks.
_PREFIX = "_drafter_"
_NAME = re.compile(rf"[A-Za-z0-9_]{{1,{40 - len(_PREFIX)}}}")


def bookmark_names(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """One bookmark name a paragraph: its id where that fits, else its number."""
    names: list[str] = []
    taken = set()
    for number, paragraph in enumerate(paragraphs, 1):
        fits = paragraph.id not in taken and _NAME.fullmatch(paragraph.id)
        name = paragraph.id if fits else f"n_{number}"
        taken.add(name)
        names.append(_PREFIX + name)
    return names


def id_in_bookmark(name: str) -> str | None:
    """The paragraph id a bookmark of ours carries, for files that lost the custom part."""
    return name.removeprefix(_PREFIX) if name.startswith(_PREFIX) else None


def _part_xml(draft: Draft, around: Sequence[str]) -> bytes:
    text = msgspec.json.encode(draft).decode()
    head = _HEAD
    if around:
        kept = "&#10;".join(attribute(line) for line in around)
        head = _HEAD[:-1] + f' around="{kept}">'.encode()
    return head + f"{escape(text)}</draft>".encode()


def parse_around(data: bytes, place: Place) -> frozenset[str]:
    """The texts a template had around the speech; they are no part of it.

    Raises :class:`SourceError` for broken XML.
    """
    if data.startswith(_HEAD):
        return frozenset()
    from drafter.word.opening import parse_xml

    return frozenset(parse_xml(data, place).get("around", "").split("\n")) - {""}


def parse_part(data: bytes, place: Place) -> Draft | None:
    """The sent draft; None when somebody broke the part.

    Raises :class:`SourceError` for broken XML.
    """
    if data.startswith(_HEAD) and b"&quot;" not in data:
        # Word copies the part as it is; then what stands in the element, unescaped, is the JSON.
        text = data[len(_HEAD) : data.rfind(b"<")]
        if b"&" in text:
            text = text.replace(b"&lt;", b"<").replace(b"&gt;", b">").replace(b"&amp;", b"&")
    else:
        from drafter.word.opening import parse_xml

        text = (parse_xml(data, place).text or "").encode()
    try:
        return _decoder().decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None


_HEAD = f'{DECLARATION}<draft xmlns="{NAMESPACE}">'.encode()


@cache
def _decoder() -> msgspec.json.Decoder[Draft]:
    """Built when something is read: writing need not wait for it."""
    return msgspec.json.Decoder(Draft)


def provenance_parts(
    draft: Draft, number: int = 1, *, around: Sequence[str] = ()
) -> dict[str, bytes]:
    """The custom XML part with the sent draft, and what Word wants beside it.

    ``around`` are the texts of the template the speech stands in.
    """
    item, properties = f"item{number}.xml", f"itemProps{number}.xml"
    return {
        f"customXml/{item}": _part_xml(draft, around),
        f"customXml/{properties}": (
            f'{DECLARATION}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_PROPERTIES_NS}">'
            f"<ds:schemaRefs/></ds:datastoreItem>"
        ).encode(),
        f"customXml/_rels/{item}.rels": document_rels({"rId1": f"customXmlProps:{properties}"}),
    }
