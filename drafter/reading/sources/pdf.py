"""PDF files with a text layer → lines.

PDFium gives every character with its box. The order of characters in a PDF is the order a program
drew them in, which for mixed fonts is not the order of reading, so lines are rebuilt from the
boxes (pdflayout). PDFium reads as fast as eight pypdfs and maps the radicals some printers write
for whole characters back to those.
"""

from __future__ import annotations

import ctypes
from typing import Any

from drafter.reading.sources.pdflayout import Glyph, Sheet, reading_lines
from drafter.reading.sources.refusals import LIMITS, Limits, Why, refusal

__all__ = ["read_pdf"]

#: Fewer characters a page than this, on pages with pictures, are stamps on a scan.
_FEWEST = 10
#: A character set aslant is a watermark; in radians, about 5 degrees.
_ASLANT = 0.09
#: Above this share of characters nobody assigned, the fonts do not say what their glyphs mean.
_UNMAPPED_SHARE = 0.3
_MOST_CHARACTERS = 200_000


def read_pdf(data: bytes, limits: Limits = LIMITS) -> list[str]:
    """The lines of a PDF, one a paragraph; page numbers and running heads are lines of their own.

    Raises :class:`SourceError` for a corrupt, locked or scanned file.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD
        raise (refusal(Why.LOCKED) if locked else refusal(Why.CORRUPT, "PDF 结构不完整")) from error
    try:
        return reading_lines(_sheets(document, limits))
    except pypdfium2.PdfiumError as error:
        raise refusal(Why.CORRUPT, "有一页读不出来") from error
    finally:
        document.close()


def _sheets(document: Any, limits: Limits) -> list[Sheet]:
    pages = len(document)
    if pages > limits.pdf_pages:
        raise refusal(Why.TOO_BIG, f"{pages} 页")
    sheets, pictures = [], False
    for number in range(pages):
        page = document[number]
        try:
            sheet = Sheet(page.get_width(), tuple(_glyphs(page)))
            pictures = pictures or (len(sheet.glyphs) < _FEWEST and _has_picture(page))
        finally:
            page.close()
        sheets.append(sheet)
    characters = [glyph.text for sheet in sheets for glyph in sheet.glyphs if glyph.text != " "]
    if pictures and len(characters) < _FEWEST * pages:
        raise refusal(Why.SCANNED)
    if sum(map(_is_unmapped, characters)) > _UNMAPPED_SHARE * len(characters):
        raise refusal(Why.GARBLED)
    return sheets


def _is_unmapped(char: str) -> bool:
    return char < " " or char == "\ufffd" or "\ue000" <= char <= "\uf8ff"


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))


def _glyphs(page: Any) -> list[Glyph]:
    """The characters of a page that were drawn; the spaces PDFium guesses are left out."""
    from pypdfium2 import raw

    layer = page.get_textpage()
    try:
        handle, box = layer.raw, raw.FS_RECTF()
        count = raw.FPDFText_CountChars(handle)
        if count > _MOST_CHARACTERS:
            raise refusal(Why.TOO_BIG, f"一页有 {count} 字")
        found = []
        for index in range(count):
            code = raw.FPDFText_GetUnicode(handle, index)
            if code < 0x20 or 0xD800 <= code < 0xE000 or raw.FPDFText_IsGenerated(handle, index):
                continue
            if _is_aslant(raw.FPDFText_GetCharAngle(handle, index)):
                continue
            char = chr(code)
            if raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(box)):
                char = " " if char.isspace() else char
                found.append(Glyph(char, box.left, box.bottom, box.right, box.top))
        return found
    finally:
        layer.close()


def _is_aslant(angle: float) -> bool:
    """Whether a character is set neither upright nor in a page turned by right angles."""
    quarter = 1.5707963
    return min(angle % quarter, quarter - angle % quarter) > _ASLANT
