"""The parts of the package that a layout fixes: settings, footers, and what ties them together."""

from __future__ import annotations

from functools import cache

from drafter.word.layout import Layout
from drafter.word.ooxml import DECLARATION, R_NS, W_NS, attribute, escape, run_format

__all__ = [
    "CORE_RELATIONSHIP",
    "CORE_TYPE",
    "content_types",
    "core_xml",
    "document_rels",
    "footers",
    "package_rels",
    "settings_xml",
]

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
CORE_RELATIONSHIP = _CORE.replace("/metadata/", "/relationships/metadata/")
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


@cache
def settings_xml(layout: Layout) -> bytes:
    """settings.xml: Word 2013 rules, punctuation compressed at line starts, odd and even pages."""
    odd_even = "<w:evenAndOddHeaders/>" if layout.page_number.place == "outside" else ""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W_NS}"><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="420"/>{odd_even}'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


@cache
def footers(layout: Layout) -> dict[str, bytes]:
    """The footer parts by their kind (default, even): — 1 — in the layout's place, or none."""
    place = layout.page_number.place
    if place == "none":
        return {}
    if place == "outside":
        return {"default": _footer(layout, "right"), "even": _footer(layout, "left")}
    return {"default": _footer(layout, "center" if place == "centre" else "right")}


def _footer(layout: Layout, side: str) -> bytes:
    """One footer; a number at the side stands one character in (GB/T 9704-2012, 7.5)."""
    number = layout.page_number
    face = layout.faces[number.face].name
    look = run_format(face, number.size, latin=attribute(face))
    twips = round(number.size * 20)
    indent = {
        "right": f'<w:ind w:rightChars="100" w:right="{twips}"/>',
        "left": f'<w:ind w:leftChars="100" w:left="{twips}"/>',
    }.get(side, "")

    def run(inside: str) -> str:
        return f"<w:r>{look}{inside}</w:r>"

    field = (
        run("<w:t>— </w:t>").replace("<w:t>", '<w:t xml:space="preserve">')
        + run('<w:fldChar w:fldCharType="begin"/>')
        + run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run("<w:t>1</w:t>")
        + run('<w:fldChar w:fldCharType="end"/>')
        + run('<w:t xml:space="preserve"> —</w:t>')
    )
    return (
        f'{DECLARATION}<w:ftr xmlns:w="{W_NS}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{indent}'
        f'<w:jc w:val="{side}"/></w:pPr>{field}</w:p></w:ftr>'
    ).encode()


def content_types(overrides: dict[str, str]) -> bytes:
    """[Content_Types].xml; ``overrides`` are part names with their types (wml+… is expanded)."""
    items = "".join(
        f'<Override PartName="/{name}" ContentType="{kind.replace("wml+", _WML)}"/>'
        for name, kind in overrides.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    ).encode()


def _relationships(items: list[tuple[str, str, str]]) -> bytes:
    rels = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in items
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELS}">{rels}</Relationships>'.encode()


def package_rels() -> bytes:
    """_rels/.rels: the document and its properties."""
    return _relationships(
        [
            ("rId1", f"{R_NS}/officeDocument", "word/document.xml"),
            ("rId2", CORE_RELATIONSHIP, "docProps/core.xml"),
        ]
    )


def document_rels(targets: dict[str, str]) -> bytes:
    """word/_rels/document.xml.rels; ``targets`` are relationship ids with ``kind:target``."""
    items = []
    for name, value in targets.items():
        kind, target = value.split(":", 1)
        items.append((name, f"{R_NS}/{kind}", target))
    return _relationships(items)


def core_xml(title: str, author: str) -> bytes:
    """docProps/core.xml: title and author, and no time, so that the bytes stay the same."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()
