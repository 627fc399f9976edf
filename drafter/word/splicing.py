"""Putting parts into somebody else's package: relationships, content types, properties."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lxml import etree

from drafter.drafting.draft import Draft
from drafter.word.comments import Comments
from drafter.word.ooxml import R_NS, W_NS
from drafter.word.opening import Package, main_part, parse_xml
from drafter.word.package import pack
from drafter.word.parts import CORE_RELATIONSHIP, CORE_TYPE, core_xml
from drafter.word.provenance import PROPERTIES_TYPE, provenance_parts

__all__ = ["Splicer"]

_W = f"{{{W_NS}}}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS = f"{{{_RELS_NS}}}"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES_PART = "[Content_Types].xml"


class Splicer:
    """A package taken apart; parts are replaced and added, then it is packed again."""

    def __init__(self, package: Package) -> None:
        self._place = package.place
        self.main = main_part(package)
        self._related = package.related(self.main)
        self._parts = package.parts()
        self._types = parse_xml(self._parts[_TYPES_PART], self._place)

    def _part_of(self, kind: str) -> str | None:
        return next((name for found, name, _ in self._related if found == kind), None)

    def styles(self) -> etree._Element:
        """The styles part; an empty one for a package without."""
        name = self._part_of("styles")
        if name is not None and name in self._parts:
            return parse_xml(self._parts[name], self._place)
        return etree.fromstring(f'<w:styles xmlns:w="{W_NS}"/>')

    def set_document(self, root: etree._Element) -> None:
        """Replace the document; a template (.dotx) becomes a document."""
        self._parts[self.main] = _serial(root)
        for override in self._types.iterfind(f"{_TYPES}Override"):
            if override.get("PartName") == f"/{self.main}":
                override.set("ContentType", _WML + "document.main+xml")

    def set_styles(self, root: etree._Element) -> None:
        """Replace the styles; the copy Word 2010 kept of them for itself would differ and goes."""
        self._drop("stylesWithEffects")
        name = self._part_of("styles")
        if name is None:
            name = self._add("styles.xml", "styles", _WML + "styles+xml", b"")
        self._parts[name] = _serial(root)

    def next_comment(self) -> int:
        """The first comment id the package does not use."""
        name = self._part_of("comments")
        if name is None or name not in self._parts:
            return 0
        root = parse_xml(self._parts[name], self._place)
        used = (c.get(f"{_W}id", "") for c in root.iterfind(f"{_W}comment"))
        return max((int(n) for n in used if n.isdigit()), default=-1) + 1

    def add_comments(self, notes: Comments) -> None:
        """Our comments behind those the template has."""
        name = self._part_of("comments")
        if name is None or name not in self._parts:
            self._add("comments.xml", "comments", _WML + "comments+xml", notes.part())
            return
        root = parse_xml(self._parts[name], self._place)
        root.extend(list(parse_xml(notes.part())))
        self._parts[name] = _serial(root)

    def add_provenance(self, draft: Draft, around: Sequence[str], base: Draft | None) -> None:
        """The custom parts with the sent draft and the template's texts, under free numbers."""
        number = 1
        while any(f"customXml/item{n}.xml" in self._parts for n in (number, number + 1)):
            number += 1
        parts = provenance_parts(draft, number, around=around, base=base)
        self._parts |= parts
        for at in range(number, number + len(parts) // 3):
            self._override(f"customXml/itemProps{at}.xml", PROPERTIES_TYPE)
            self._override(f"customXml/item{at}.xml", "application/xml")
            self._relate(f"/customXml/item{at}.xml", f"{R_NS}/customXml", self.main)

    def set_properties(self, title: str, author: str) -> None:
        """Title and author as document properties, instead of the template's own."""
        name = "docProps/core.xml"
        root_rels = parse_xml(self._parts["_rels/.rels"], self._place)
        for rel in root_rels.iterfind(f"{_RELS}Relationship"):
            if rel.get("Type") == CORE_RELATIONSHIP:
                name = rel.get("Target", name).lstrip("/")
                break
        else:
            self._relate(f"/{name}", CORE_RELATIONSHIP, "")
            self._override(name, CORE_TYPE)
        self._parts[name] = core_xml(title, author)

    def _add(self, file: str, kind: str, content_type: str, data: bytes) -> str:
        name = posixpath.join(posixpath.dirname(self.main), file)
        self._parts[name] = data
        self._override(name, content_type)
        self._relate(f"/{name}", f"{R_NS}/{kind}", self.main)
        return name

    def _drop(self, kind: str) -> None:
        """Take a part of the document out of the package."""
        name = self._part_of(kind)
        if name is None:
            return
        self._parts.pop(name, None)
        folder, _, file = self.main.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        root = parse_xml(self._parts[rels], self._place)
        for rel in root.findall(f"{_RELS}Relationship"):
            if rel.get("Type", "").endswith(f"/{kind}"):
                root.remove(rel)
        self._parts[rels] = _serial(root)
        for override in self._types.findall(f"{_TYPES}Override"):
            if override.get("PartName") == f"/{name}":
                self._types.remove(override)

    def _override(self, name: str, content_type: str) -> None:
        etree.SubElement(
            self._types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=content_type
        )

    def _relate(self, target: str, kind: str, source: str) -> None:
        folder, _, file = source.rpartition("/")
        name = f"{folder}/_rels/{file}.rels".lstrip("/")
        data = self._parts.get(name, f'<Relationships xmlns="{_RELS_NS}"/>'.encode())
        root = parse_xml(data, self._place)
        used = {rel.get("Id") for rel in root}
        number = 1
        while f"rIdDrafter{number}" in used:
            number += 1
        etree.SubElement(
            root, f"{_RELS}Relationship", Id=f"rIdDrafter{number}", Type=kind, Target=target
        )
        self._parts[name] = _serial(root)

    def bytes(self) -> bytes:
        """The package, content types first."""
        self._parts[_TYPES_PART] = _serial(self._types)
        rest = {name: data for name, data in self._parts.items() if name != _TYPES_PART}
        return pack({_TYPES_PART: self._parts[_TYPES_PART], **rest})


def _serial(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
