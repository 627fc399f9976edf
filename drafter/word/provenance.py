"""Where a file comes from: a custom XML part with the draft as it was sent.

The part holds the draft as JSON in one element, so that any tool can read it. Beside it every
paragraph carries a hidden bookmark; together they let a reader tell what people changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from drafter.drafting.draft import Draft
from drafter.errors import Place
from drafter.speech import Paragraph
from drafter.word.ooxml import DECLARATION, attribute, escape
from drafter.word.parts import document_rels

__all__ = [
    "BASE_NAMESPACE",
    "NAMESPACE",
    "PROPERTIES_TYPE",
    "bookmark_names",
    "id_in_bookmark",
    "parse_around",
    "parse_part",
    "provenance_parts",
]

NAMESPACE = "urn:drafter:draft:1"
BASE_NAMESPACE = "urn:drafter:base:1"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
#: Ours for good: any GUIDs will do, as long as they are the same in every file.
_ITEM_ID = "{8C1F6C2E-5B7D-4E0A-9A3B-6D7261667465}"
_BASE_ID = "{8C1F6C2E-5B7D-4E0A-9A3B-6D7261667466}"
#: Word takes bookmark names of at most 40 letters, digits and underscores; the leading
#: underscore hides them from its list of bookmarks.
_PREFIX = "_drafter_"
_LONGEST = 40 - len(_PREFIX)


def bookmark_names(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """One bookmark name a paragraph: its id where that fits, else its number."""
    names: list[str] = []
    taken = set()
    for number, paragraph in enumerate(paragraphs, 1):
        name = paragraph.id
        if name in taken or not _fits(name):
            name = f"n_{number}"
        taken.add(name)
        names.append(_PREFIX + name)
    return names


def _fits(name: str) -> bool:
    return name.isascii() and len(name) <= _LONGEST and name.replace("_", "a").isalnum()


def id_in_bookmark(name: str) -> str | None:
    """The paragraph id a bookmark of ours carries, for files that lost the custom part."""
    return name.removeprefix(_PREFIX) if name.startswith(_PREFIX) else None


def _part_xml(draft: Draft, head: bytes, around: Sequence[str] = ()) -> bytes:
    text = msgspec.json.encode(draft).decode()
    if around:
        kept = "&#10;".join(attribute(line) for line in around)
        head = head[:-1] + f' around="{kept}">'.encode()
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
    """The sent draft, or the base; None when somebody broke the part.

    Raises :class:`SourceError` for broken XML.
    """
    head = next((head for head in (_HEAD, _BASE_HEAD) if data.startswith(head)), b"")
    # Word copies the part as it is; then what stands in the element, unescaped, is the JSON.
    text = memoryview(data)[len(head) : data.rfind(b"<")]
    if not head or b"&" in data:
        from drafter.word.opening import parse_xml

        text = memoryview((parse_xml(data, place).text or "").encode())
    try:
        return _decoder().decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None


_HEAD = f'{DECLARATION}<draft xmlns="{NAMESPACE}">'.encode()
_BASE_HEAD = f'{DECLARATION}<draft xmlns="{BASE_NAMESPACE}">'.encode()


@cache
def _decoder() -> msgspec.json.Decoder[Draft]:
    """Built when something is read: writing need not wait for it."""
    return msgspec.json.Decoder(Draft)


def provenance_parts(
    draft: Draft, number: int = 1, *, around: Sequence[str] = (), base: Draft | None = None
) -> dict[str, bytes]:
    """The custom XML part with the sent draft, and what Word wants beside it.

    ``around`` are the texts of the template the speech stands in. ``base`` is, for a draft with
    hand edits in it, the same draft as the drafter alone wrote it: next time they are still known.
    """
    parts = _custom_part(number, _ITEM_ID, _part_xml(draft, _HEAD, around))
    if base is not None:
        parts |= _custom_part(number + 1, _BASE_ID, _part_xml(base, _BASE_HEAD))
    return parts


def _custom_part(number: int, guid: str, data: bytes) -> dict[str, bytes]:
    item, properties = f"item{number}.xml", f"itemProps{number}.xml"
    return {
        f"customXml/{item}": data,
        f"customXml/{properties}": (
            f'{DECLARATION}<ds:datastoreItem ds:itemID="{guid}" xmlns:ds="{_PROPERTIES_NS}">'
            f"<ds:schemaRefs/></ds:datastoreItem>"
        ).encode(),
        f"customXml/_rels/{item}.rels": document_rels({"rId1": f"customXmlProps:{properties}"}),
    }
