"""Small pieces of WordprocessingML as strings, and the names everything agrees on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.word.layout import Layout, Look

__all__ = [
    "DECLARATION",
    "R_NS",
    "W_NS",
    "attribute",
    "escape",
    "paragraph_format",
    "printable",
    "run_format",
]

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: Everything XML 1.0 cannot hold (section 2.2), plus line ends and tabs: a paragraph has none.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]|[\ud800-\udfff]|[\ufffe\uffff]")


def printable(text: str) -> str:
    """``text`` without the characters that neither XML nor a paragraph can hold."""
    return _UNPRINTABLE.sub("", text)


def escape(text: str) -> str:
    """Text content with & < > escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """An attribute value, quotes escaped too."""
    return escape(text).replace('"', "&quot;")


def run_format(face: str, size: float, *, latin: str = "Times New Roman", style: str = "") -> str:
    """``w:rPr`` of a run: face and size (points) said outright, never a theme's.

    The eastAsia hint keeps “ ” — …… in the Chinese face; ``b=0`` holds against bold styles.
    """
    half = round(size * 2)
    first = f'<w:rStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:rPr>{first}<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" '
        f'w:eastAsia="{attribute(face)}" w:cs="{latin}"/><w:b w:val="0"/><w:bCs w:val="0"/>'
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    )


def paragraph_format(
    layout: Layout, look: Look, *, style: str = "", keep: Sequence[str] = (), tail: str = ""
) -> str:
    """``w:pPr`` of a look: exact line pitch, no space before or after, indents, alignment.

    ``keep`` are elements that follow the style name, ``tail`` those that follow ``w:jc``.
    Indents are written in characters for Word and in twips for programs that do not count so.
    """
    first = f'<w:pStyle w:val="{style}"/>' if style else ""
    line = round((look.line or layout.line) * 20)
    return (
        f"<w:pPr>{first}{''.join(keep)}"
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        f"{_indent(layout, look)}"
        f'<w:jc w:val="{look.align}"/>{tail}</w:pPr>'
    )


def _indent(layout: Layout, look: Look) -> str:
    twips = layout.size_of(look) * 20
    parts = ['w:leftChars="0" w:left="0"']
    parts.append(f'w:rightChars="{round(look.right * 100)}" w:right="{round(look.right * twips)}"')
    parts.append(
        f'w:firstLineChars="{round(look.indent * 100)}" w:firstLine="{round(look.indent * twips)}"'
    )
    return f"<w:ind {' '.join(parts)}/>"
