"""Draft → docx. The package is written as strings: every part but three is fixed by the layout."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from drafter.drafting.draft import Draft
from drafter.errors import UsageError
from drafter.word.body import Body
from drafter.word.carried import Carried
from drafter.word.comments import Comment, Comments
from drafter.word.layout import Layout, find_layout
from drafter.word.ooxml import DECLARATION, R_NS, W_NS
from drafter.word.package import pack
from drafter.word.parts import (
    CORE_TYPE,
    content_types,
    core_xml,
    document_rels,
    footers,
    package_rels,
    settings_xml,
)
from drafter.word.printed import as_printed
from drafter.word.provenance import PROPERTIES_TYPE, provenance_parts
from drafter.word.styles import font_table, styles_xml
from drafter.word.theme import theme_xml

__all__ = ["write_word"]


def write_word(
    draft: Draft,
    *,
    layout: str | Path | None = None,
    clean: bool = False,
    comments: bool = False,
    author: str | None = None,
    fonts: str | None = None,
    notes: Sequence[Comment] = (),
    pinyin: bool = False,
    minutes: bool = False,
    base: Draft | None = None,
) -> bytes:
    """The draft as a docx file; the same draft and options give the same bytes.

    ``layout`` is a layout's id or name, the path of a layout YAML, or a user's .docx with a marker
    paragraph; the draft's own layout by default. ``comments`` adds a comment with its source to
    each sentence. ``clean`` leaves out bookmarks and the custom part with the sent draft.
    ``notes`` are people's comments to carry over from an edited file (``WordReading.comments``).
    ``author`` goes into the document properties, ``fonts`` names the font set. ``pinyin`` sets
    readings over rare characters and names, ``minutes`` notes the length of each part in the
    margin, whatever the layout says. ``base`` is the draft without hand edits, where it has any
    (``Rebased.base``). Raises :class:`UsageError` for an unknown layout or font set, for ``clean``
    with ``comments`` and for ``pinyin`` or ``minutes`` with a .docx as the layout.
    """
    if clean and (comments or notes):
        raise UsageError("干净稿（clean）不带批注，两项请只选一项")
    printed = as_printed(draft)
    written = _comments(printed, comments, notes)
    carried = Carried(_title(printed), author or "", written, not clean, _base(printed, base))
    wanted = layout or draft.layout
    if str(wanted).lower().endswith((".docx", ".dotx")):
        from drafter.word.template import fill_template

        if pinyin or minutes:
            raise UsageError("注音和页边时长只用于版式，不用于自己的 .docx 模板")
        return fill_template(Path(wanted), printed, find_layout(None, fonts), carried)
    page = _with_extras(find_layout(wanted, fonts), pinyin=pinyin, minutes=minutes)
    return pack(_parts(printed, page, carried))


def _base(draft: Draft, base: Draft | None) -> Draft | None:
    """The base as printed; None where the draft has no hand edits it could tell."""
    printed = as_printed(base) if base is not None else None
    same = printed is None or printed.speech.paragraphs == draft.speech.paragraphs
    return None if same else printed


def _with_extras(layout: Layout, *, pinyin: bool, minutes: bool) -> Layout:
    asked: dict[str, Any] = {"pinyin": "names"} if pinyin else {}
    if minutes:
        asked["minutes"] = True
    return msgspec.structs.replace(layout, **asked) if asked else layout


def _comments(printed: Draft, sources: bool, notes: Sequence[Comment]) -> Comments | None:
    if not sources and not notes:
        return None
    return Comments(printed.speech.paragraphs, notes, sources=sources)


def _document(draft: Draft, layout: Layout, carried: Carried) -> bytes:
    body = Body(draft, layout, marks=carried.traces, comments=carried.comments)
    return (
        f'{DECLARATION}<w:document xmlns:w="{W_NS}" xmlns:r="{R_NS}"><w:body>{body.xml()}'
        f"{_section(layout)}</w:body></w:document>"
    ).encode()


def _section(layout: Layout) -> str:
    page = layout.page
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="rIdFooter{n}"/>'
        for n, kind in enumerate(footers(layout), 1)
    )
    grid = ""
    if layout.grid is not None:
        grid = (
            f'<w:docGrid w:type="linesAndChars" w:linePitch="{layout.grid.pitch}" '
            f'w:charSpace="{layout.grid.space}"/>'
        )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" '
        f'w:left="{page.left}" w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f"{grid}</w:sectPr>"
    )


def _title(draft: Draft) -> str:
    title = "".join(p.text for p in draft.speech.by_role("title"))
    return draft.speech.title or title


def _parts(draft: Draft, layout: Layout, carried: Carried) -> dict[str, bytes]:
    """Every part of the package by its name, content types first as readers expect."""
    parts = {"word/document.xml": _document(draft, layout, carried)}
    types, targets = dict(_TYPES), dict(_TARGETS)
    parts |= _layout_parts(layout)
    for number, name in enumerate((n for n in parts if "footer" in n), 1):
        types[name] = "wml+footer+xml"
        targets[f"rIdFooter{number}"] = f"footer:{name.removeprefix('word/')}"
    if carried.comments is not None and carried.comments.items:
        parts["word/comments.xml"] = carried.comments.part()
        types["word/comments.xml"] = "wml+comments+xml"
        targets["rIdComments"] = "comments:comments.xml"
    hidden = provenance_parts(draft, base=carried.base) if carried.traces else {}
    parts |= hidden
    for number, name in enumerate(("rIdDraft", "rIdBase")[: len(hidden) // 3], 1):
        types[f"customXml/itemProps{number}.xml"] = PROPERTIES_TYPE
        targets[name] = f"customXml:../customXml/item{number}.xml"
    parts["docProps/core.xml"] = core_xml(carried.title, carried.author)
    return {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": package_rels(),
        "word/_rels/document.xml.rels": document_rels(targets),
        **parts,
    }


_TYPES = {
    "word/document.xml": "wml+document.main+xml",
    "word/styles.xml": "wml+styles+xml",
    "word/settings.xml": "wml+settings+xml",
    "word/fontTable.xml": "wml+fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": CORE_TYPE,
}
_TARGETS = {
    "rId1": "styles:styles.xml",
    "rId2": "settings:settings.xml",
    "rId3": "fontTable:fontTable.xml",
    "rId4": "theme:theme/theme1.xml",
}


def _layout_parts(layout: Layout) -> dict[str, bytes]:
    """The parts that only the layout decides."""
    return {
        "word/styles.xml": styles_xml(layout),
        "word/settings.xml": settings_xml(layout),
        "word/fontTable.xml": font_table(layout),
        "word/theme/theme1.xml": theme_xml(),
        **{f"word/footer{n}.xml": data for n, data in enumerate(footers(layout).values(), 1)},
    }
