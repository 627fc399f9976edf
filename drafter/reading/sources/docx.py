"""Word files → lines: one a paragraph, as the printed page would read.

python-docx passes over inline content controls, inserted text and text boxes, so the XML is read
as it is.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from drafter.reading.sources.numbering import Numbering, read_numbering
from drafter.reading.sources.packed import member_bytes, open_zip
from drafter.reading.sources.refusals import LIMITS, Limits, Why, refusal
from drafter.reading.sources.wordxml import attribute, below, children, is_on, local, value

__all__ = ["read_docx"]

#: Read as if the change had been accepted: what was deleted or moved away is gone; besides what
#: never prints as text, and the copies of text boxes kept for old versions of Word.
_DROPPED_NAMES = (
    "del moveFrom delText instrText delInstrText rt footnoteReference endnoteReference "
    "footnoteRef endnoteRef annotationRef commentReference pPr rPr sectPr tblPr trPr tcPr "
    "sdtPr sdtEndPr Fallback"
)
_DROPPED = frozenset(_DROPPED_NAMES.split())
#: Styles of this program's own podium copies (drafter/word/names.py): a note in the margin, and a
#: further stretch of a paragraph that was too long to keep on one page.
_MARGIN_NOTE, _CONTINUED = "讲话时长", "讲话接排"
#: A title is one, over however many lines it is set.
_TITLES = frozenset({"title", "标题"})
_TABLE_OF_CONTENTS = re.compile(r"toc(?: heading|\s*\d+)", re.IGNORECASE)


def read_docx(data: bytes, limits: Limits = LIMITS) -> list[str]:
    """The lines of a Word document; manual line breaks part lines as paragraphs do.

    Raises :class:`SourceError` for a corrupt, locked or oversized file.
    """
    with open_zip(io.BytesIO(data), len(data), limits) as package:
        main = _main_part(package, limits)
        document = _part(package, main, limits)
        folder = posixpath.dirname(main)
        styles = _optional(package, posixpath.join(folder, "styles.xml"), limits)
        numbering = _optional(package, posixpath.join(folder, "numbering.xml"), limits)
    body = below(document, "body")
    if body is None:
        raise refusal(Why.CORRUPT, "里面没有正文")
    return _Body(read_numbering(numbering, styles), _style_names(styles)).all_lines(body)


def _part(package: zipfile.ZipFile, name: str, limits: Limits) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(member_bytes(package, name, limits.xml_part), parser)
    except etree.XMLSyntaxError as error:
        raise refusal(Why.CORRUPT, f"{name} 不是完整的 XML") from error


def _optional(package: zipfile.ZipFile, name: str, limits: Limits) -> Any:
    return _part(package, name, limits) if name in package.namelist() else None


def _main_part(package: zipfile.ZipFile, limits: Limits) -> str:
    """Where the package says its document is; Word itself always uses word/document.xml."""
    relations = _optional(package, "_rels/.rels", limits)
    for relation in () if relations is None else relations:
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            return (attribute(relation, "Target") or "").lstrip("/")
    return "word/document.xml"


def _style_names(styles: Any) -> dict[str, str]:
    """Names by style id: ids differ between Word, WPS and LibreOffice, names less so."""
    return {
        attribute(style, "styleId") or "": value(style, "name") or ""
        for style in children(styles, "style")
    }


class _Body:
    """Walks the document in reading order; the text of a box stands before its paragraph's."""

    def __init__(self, numbering: Numbering, styles: dict[str, str]) -> None:
        self._numbering = numbering
        self._styles = styles
        self._carried = ""
        self._goes_on = False

    def all_lines(self, body: Any) -> list[str]:
        """Every line of the document."""
        lines: list[str] = []
        for line in self.lines(body):
            if self._goes_on and lines:
                lines[-1] += line
            else:
                lines.append(line)
            self._goes_on = False
        return [*lines, self._carried] if self._carried else lines

    def lines(self, parent: Any) -> Iterator[str]:
        """The lines of everything below ``parent``."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tr":
                if below(element, "trPr", "del") is None:
                    yield from self.lines(element)
            elif name not in _DROPPED:
                yield from self.lines(element)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        properties = below(paragraph, "pPr")
        style = value(properties, "pStyle")
        name = self._styles.get(style, "") if style else ""
        if name == _MARGIN_NOTE or _TABLE_OF_CONTENTS.fullmatch(name):
            return
        pieces: list[str] = []
        boxes: list[Any] = []
        _gather(paragraph, pieces, boxes)
        for box in boxes:
            yield from self.lines(box)
        text = self._carried + "".join(pieces)
        self._carried = ""
        if below(properties, "rPr", "del") is not None:
            self._carried = text  # the paragraph's end was deleted: it runs on into the next
            return
        label = self._numbering.label(properties, style)
        if text.strip():
            text = label + text
        self._goes_on = name == _CONTINUED and bool(text)
        if name.lower() in _TITLES:
            text = text.replace("\n", "")
        yield from (line.rstrip() for line in text.split("\n"))


def _gather(element: Any, pieces: list[str], boxes: list[Any]) -> None:
    """The text below an element, and the text boxes anchored in it."""
    for child in element:
        name = local(child)
        if name in _DROPPED or (name == "r" and is_on(child, "rPr", "vanish")):
            continue
        if name == "t":
            pieces.append(child.text or "")
        elif name in _CHARACTERS:
            pieces.append(_CHARACTERS[name])
        elif name == "txbxContent":
            boxes.append(child)
        elif name == "AlternateContent":
            _gather(_one_alternative(child), pieces, boxes)
        else:
            _gather(child, pieces, boxes)


_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _one_alternative(alternatives: Any) -> Any:
    """The first choice that holds text, else what is meant for old versions of Word.

    An emoji is text there only: new versions have an element of its own for it.
    """
    for name in ("Choice", "Fallback"):
        for alternative in children(alternatives, name):
            if any(local(element) in ("t", "txbxContent") for element in alternative.iter()):
                return alternative
    return ()
