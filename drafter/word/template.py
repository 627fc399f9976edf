"""A user's own .docx as the page: its styles, header and footer stay, the speech goes in.

The speech replaces the paragraph that says 【讲话稿】 (or {{讲话稿}}). A role takes the template's
style of that name; body text takes the format of the marker paragraph; what the template has no
style for gets the standard layout's.
"""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

from lxml import etree

from drafter.drafting.draft import Draft
from drafter.errors import InputError
from drafter.speech import Paragraph, Role
from drafter.word.asides import counted, page_words
from drafter.word.body import Body
from drafter.word.carried import Carried
from drafter.word.comments import Comments
from drafter.word.layout import Layout, Look
from drafter.word.names import CHARACTER_HEADING, HEADINGS, ROLE_STYLES, StyleName, style_of
from drafter.word.ooxml import W_NS
from drafter.word.opening import Package, open_package, parse_xml
from drafter.word.runs import RunWriter
from drafter.word.splicing import Splicer
from drafter.word.styles import role_styles
from drafter.word.walking import Walker

__all__ = ["fill_template"]

_W = f"{{{W_NS}}}"
_MARKER = re.compile(r"\s*(?:【\s*讲话稿\s*】|\{\{\s*(?:讲话稿|speech)\s*\}\})\s*")
_TEXT: tuple[Role, ...] = ("opening", "body", "closing")
#: Word and WPS give a new document 五号 (10.5 pt) unless a style says otherwise.
_PLAIN_SIZE = 10.5


def fill_template(source: Path, draft: Draft, layout: Layout, carried: Carried) -> bytes:
    """The printed draft in a user's template.

    Raises :class:`SourceError` for a file that is no docx, :class:`InputError` for one without
    the marker paragraph.
    """
    package = open_package(source)
    splicer = Splicer(package)
    document = parse_xml(package.part(splicer.main) or b"", package.place)
    marker = _marker(document, package)
    styles = _Styles(splicer.styles(), layout, marker)
    pages = (line for page in page_words(package) for line in page.text.split("\n"))
    around, comments = [*_around(document), *pages], carried.comments
    if comments is not None:
        comments.start(splicer.next_comment(), style="")
    _replace(marker, _body(draft, layout, document, styles, comments, marks=carried.traces).xml())
    splicer.set_document(document)
    splicer.set_styles(styles.root)
    if comments is not None and comments.items:
        splicer.add_comments(comments)
    if carried.traces:
        splicer.add_provenance(draft, around, carried.base)
    splicer.set_properties(carried.title, carried.author)
    return splicer.bytes()


def _body(
    draft: Draft,
    layout: Layout,
    document: etree._Element,
    styles: _Styles,
    comments: Comments | None,
    *,
    marks: bool,
) -> _TemplateBody:
    """What writes the draft's paragraphs for this document."""
    return _TemplateBody(
        draft,
        layout,
        marks=marks,
        comments=comments,
        first_bookmark=_next_bookmark(document),
        styles=styles,
        room=_room(document, styles),
    )


def _marker(document: etree._Element, package: Package) -> etree._Element:
    if not document.tag.startswith(_W):
        message = "模板是“严格 Open XML”格式，请在 Word 里另存为普通的 .docx"
        raise InputError(message, place=package.place, code="W011")
    texts = ((p, "".join(t.text or "" for t in p.iter(f"{_W}t"))) for p in document.iter(f"{_W}p"))
    found = [paragraph for paragraph, text in texts if _MARKER.fullmatch(text)]
    if len(found) == 1:
        return found[0]
    message = "模板里没有单独成段的“【讲话稿】”，请在要放讲话稿的地方加上这一段"
    if found:
        message = f"模板里有 {len(found)} 处“【讲话稿】”，不知道放在哪一处，请只留一处"
    raise InputError(message, place=package.place, code="W010")


def _around(document: etree._Element) -> list[str]:
    """The template's own lines, which a reader must not take for people's additions."""
    raws = list(Walker(document).paragraphs())
    texts = (raw.text.strip() for raw in raws)
    return [t for t in texts if t and "\n" not in t and not _MARKER.fullmatch(t)] + counted(raws)


def _replace(marker: etree._Element, xml: str) -> None:
    """The written paragraphs in place of the marker; a section break it carried goes last."""
    holder = etree.fromstring(f'<w:body xmlns:w="{W_NS}">{xml}</w:body>')
    written = list(holder)
    section = marker.find(f"{_W}pPr/{_W}sectPr")
    if section is not None and written:
        properties = written[-1].find(f"{_W}pPr")
        if properties is not None:
            properties.append(section)
    parent = marker.getparent()
    if parent is None:
        return
    at = parent.index(marker)
    parent[at : at + 1] = written


def _next_bookmark(document: etree._Element) -> int:
    used = (mark.get(f"{_W}id", "") for mark in document.iter(f"{_W}bookmarkStart"))
    return max((int(n) for n in used if n.isdigit()), default=0) + 1


def _room(document: etree._Element, styles: _Styles) -> float:
    """How many characters of the title fit on a line of the template's page."""
    section = next(iter(document.iter(f"{_W}sectPr")), None)
    size = section.find(f"{_W}pgSz") if section is not None else None
    margin = section.find(f"{_W}pgMar") if section is not None else None
    if size is None or margin is None:
        return 20.0

    def twips(element: etree._Element, name: str) -> int:
        value = element.get(f"{_W}{name}", "0")
        return int(value) if value.lstrip("-").isdigit() else 0

    width = twips(size, "w") - twips(margin, "left") - twips(margin, "right")
    return max(width / 20 / styles.size("Title"), 4.0)


class _Styles:
    """The template's styles, and how each role is formatted with them."""

    def __init__(self, root: etree._Element, layout: Layout, marker: etree._Element) -> None:
        self.root = root
        self._own = role_styles(layout)
        self._by_name: dict[str, etree._Element] = {}
        for style in root.iterfind(f"{_W}style"):
            name = style.find(f"{_W}name")
            if name is not None:
                self._by_name.setdefault(name.get(f"{_W}val", "").lower(), style)
        self._marker_format = self._format_of(marker)
        run = marker.find(f".//{_W}r/{_W}rPr")
        self.marker_run = etree.tostring(run, encoding="unicode") if run is not None else ""

    def _format_of(self, marker: etree._Element) -> str | None:
        """The marker's ``w:pPr`` without a section break; None where nobody gave it a format.

        LibreOffice writes out what the default style says anyway: only a style of its own or an
        indent makes a paragraph look like body text.
        """
        properties = marker.find(f"{_W}pPr")
        if properties is None:
            return None
        style = properties.find(f"{_W}pStyle")
        named = style is not None and style.get(f"{_W}val") != self._default()
        if not named and properties.find(f"{_W}ind") is None:
            return None
        copy = deepcopy(properties)
        for name in ("sectPr", "rPr"):
            child = copy.find(f"{_W}{name}")
            if child is not None:
                copy.remove(child)
        return etree.tostring(copy, encoding="unicode")

    def size(self, name: str) -> float:
        """The size in points a style sets outright, else Word's own for the title or for text."""
        style = self._by_name.get(name.lower())
        size = style.find(f"{_W}rPr/{_W}sz") if style is not None else None
        value = size.get(f"{_W}val", "") if size is not None else ""
        if value.isdigit():
            return int(value) / 2
        return 22.0 if style is None else _PLAIN_SIZE * 2

    def id_of(self, style: StyleName) -> str:
        """The template's id of a style; the standard layout's style is added where it has none."""
        for name in (style.name, *_ALIASES.get(style.name, ())):
            found = self._by_name.get(name.lower())
            if found is not None:
                return found.get(f"{_W}styleId", "")
        return self._add(style)

    def _add(self, style: StyleName) -> str:
        ids = {s.get(f"{_W}styleId") for s in self.root.iterfind(f"{_W}style")}
        number = style.id
        while number in ids:
            number += "0"
        element = etree.fromstring(self._own[style.name].replace("<w:style ", _OPEN, 1))
        element.set(f"{_W}styleId", number)
        for name in ("next", "link"):
            child = element.find(f"{_W}{name}")
            if child is not None:
                element.remove(child)
        base = element.find(f"{_W}basedOn")
        if base is not None:
            base.set(f"{_W}val", self._default())
        self.root.append(element)
        self._by_name[style.name.lower()] = element
        return number

    def _default(self) -> str:
        for style in self.root.iterfind(f"{_W}style"):
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true"):
                return style.get(f"{_W}styleId", "")
        return "Normal"

    def text_format(self, role: Role) -> str | None:
        """The marker's ``w:pPr`` for body text, unless the template has a style for the role."""
        if role not in _TEXT or ROLE_STYLES[role].name in self._by_name:
            return None
        return self._marker_format

    def numbered(self, style: StyleName) -> bool:
        """Whether the style numbers its paragraphs, which would double a literal enumerator."""
        found = self._by_name.get(style.name.lower())
        return found is not None and found.find(f"{_W}pPr/{_W}numPr") is not None


_OPEN = f'<w:style xmlns:w="{W_NS}" '
#: What else a template may call a style of ours.
_ALIASES = {
    "Title": ("标题",),
    "讲话日期": ("Date", "日期"),
    "讲话称谓": ("Salutation", "称呼"),
    "讲话落款": ("Signature", "签名"),
    **{style.name: (f"标题 {n}",) for n, style in enumerate(HEADINGS, 1)},
}


class _TemplateBody(Body, kw_only=True):
    """Writes paragraphs with the template's styles and no formatting on top of them."""

    styles: _Styles
    room: float

    def _title_room(self) -> float:
        return self.room

    def blank(self, *, keep: bool = False) -> str:  # noqa: ARG002 - the template's own format
        return f"<w:p>{self._named('body', None)}</w:p>"

    def _named(self, role: Role, level: int | None) -> str:
        kept = self.styles.text_format(role)
        if kept is not None:
            return kept
        style = style_of(role, level)
        number = self.styles.id_of(style)
        off = ""
        if self.styles.numbered(style):
            off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        return f'<w:pPr><w:pStyle w:val="{number}"/>{off}</w:pPr>'

    def _paragraph_format(self, paragraph: Paragraph) -> str:
        if not self._runs_on(paragraph):
            return self._named(paragraph.role, paragraph.level)
        # The template's heading style would set the text that follows the heading like a heading
        # too: only the heading takes its character style, and the outline level says the rest.
        text = self._named("body", None)
        if self._in_text(paragraph):
            return text
        level = f'<w:outlineLvl w:val="{(paragraph.level or 1) - 1}"/></w:pPr>'
        return re.sub(r"(?:<w:outlineLvl[^>]*/>)?</w:pPr>$", level, text)

    def _new_writer(self, role: Role, look: Look, style: str) -> RunWriter:
        if style:
            level = [s.id for s in CHARACTER_HEADING].index(style)
            named = self.styles.id_of(CHARACTER_HEADING[level])
            return RunWriter(self.layout, look, style=named, bare=True)
        writer = RunWriter(self.layout, look, bare=True)
        if self.styles.text_format(role) is not None:
            writer.format = self.styles.marker_run
        return writer
