"""One intricate paragraph of a Word document: tracked changes, controls, comments, notes, boxes.

Inserted text counts, deleted text is kept aside, content controls, links and ruby bases are
entered; field codes and hidden text are passed over. What is no text of the paragraph (a note, a
picture, what a box says) is kept aside too, so that nobody's work goes unmentioned.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml import etree

from drafter.resources import read_data
from drafter.word.raw import Found, RawParagraph

if TYPE_CHECKING:
    from drafter.reading.sources.numbering import Numbering

__all__ = ["ALTERNATIVES", "MATHS", "Intricate", "Names", "alternative", "level_of"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: The same content for newer and for older programs; emoji and text boxes come so.
ALTERNATIVES = f"{_MC}AlternateContent"
_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
MATHS = tuple(f"{ns}oMath" for ns in _MATH)
#: Word's own element for a character of a symbol font such as an emoji.
_EMOJI = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
_EMOJI_CHAR = _EMOJI.replace("symEx", "char")
_OFF = ("0", "false", "off")
_NO_SYMBOL = "□"


class Names:
    """The tags of one of the two namespaces Word has written in."""

    def __init__(self, ns: str) -> None:
        self.ns = ns
        self.val, self.name, self.t, self.p = f"{ns}val", f"{ns}name", f"{ns}t", f"{ns}p"
        self.rpr, self.ppr, self.rstyle = f"{ns}rPr", f"{ns}pPr", f"{ns}rStyle"
        self.pstyle, self.outline = f"{ns}pStyle", f"{ns}outlineLvl"
        self.mark, self.run = f"{ns}bookmarkStart", f"{ns}r"
        # Functions, not bound methods: those would tie the reader and its tree into a knot only
        # the garbage collector could undo.
        self.inline = {f"{ns}{name}": handler for name, handler in _INLINE.items()}
        self.inline[ALTERNATIVES] = Intricate._alternatives
        for math in _MATH:
            self.inline[f"{math}oMath"] = Intricate._formula
            self.inline[f"{math}oMathPara"] = Intricate._descend


class Intricate:
    """Reads paragraphs one by one; comments that span several are closed where they end.

    ``quoted`` is the text each comment stands on, by its id.
    """

    def __init__(self, names: Names, numbering: Numbering | None) -> None:
        self._names, self._ns = names, names.ns
        self._numbering = numbering
        self._now = RawParagraph()
        self._text: list[str] = []
        self._waiting: list[Found] = []
        self.open_comments: dict[str, list[str]] = {}
        self.quoted: dict[str, str] = {}

    def paragraph(
        self, element: etree._Element, marks: list[str], cells: int | None
    ) -> RawParagraph:
        """The paragraph; ``marks`` stood before it, ``cells`` are those of a table it opens."""
        self._now = now = RawParagraph("", "", marks, self._waiting)
        self._text, self._waiting = [], []
        properties = _child(element, self._names.ppr)
        if properties is not None:
            self._properties(properties)
        if cells is not None:
            now.found.append(Found("table", "", f"{cells} 格"))
        self._descend(element)
        now.text = "".join(self._text)
        if self._numbering is not None and not (now.joined and not now.text):
            label = self._numbering.label(properties, now.style)
            if label and now.text:
                now.text = label + now.text
                now.head += len(label) if now.head else 0
        return now

    def _properties(self, properties: etree._Element) -> None:
        now = self._now
        for child in properties:
            if child.tag == self._names.pstyle:
                now.style = child.get(self._names.val, "")
            elif child.tag == self._names.outline:
                now.outline = level_of(child.get(self._names.val, ""))
            elif child.tag == self._names.rpr:
                names = {etree.QName(mark).localname for mark in child}
                now.separated = "specVanish" in names
                now.joined = not names.isdisjoint({"del", "specVanish", "moveFrom"})

    def _descend(self, element: etree._Element) -> None:
        inline = self._names.inline
        for child in element:
            handler = inline.get(child.tag)
            if handler is not None:
                handler(self, child)

    def _add(self, text: str) -> None:
        self._text.append(text)
        for parts in self.open_comments.values():
            parts.append(text)

    def _run(self, run: etree._Element) -> None:
        ns = self._ns
        for child in run:
            tag = child.tag
            if tag == self._names.t:
                self._add(child.text or "")
            elif tag == self._names.rpr:
                hidden = _child(child, f"{ns}vanish")
                if hidden is not None and hidden.get(self._names.val) not in _OFF:
                    return
                style = _child(child, self._names.rstyle)
                if style is not None:
                    self._styled(style, run)
            elif tag == ALTERNATIVES:
                self._alternatives(child)
            elif tag == _EMOJI:
                self._add(_symbol(child.get(_EMOJI_CHAR, "")))
            elif isinstance(tag, str) and tag.startswith(ns):
                self._special(tag[len(ns) :], child)

    def _styled(self, style: etree._Element, run: etree._Element) -> None:
        """Count the characters at the paragraph's start that stand in one character style."""
        now = self._now
        name, so_far = style.get(self._names.val, ""), sum(map(len, self._text))
        if so_far == now.head and now.head_style in ("", name):
            now.head_style = name
            now.head += sum(len(t.text or "") for t in run.iter(self._names.t))

    def _alternatives(self, element: etree._Element) -> None:
        """The first of the ways something is written that says anything to us."""
        before = len(self._text), len(self._now.found)
        for way in element:
            self._run(way)
            self._descend(way)
            if (len(self._text), len(self._now.found)) != before:
                return

    def _special(self, name: str, child: etree._Element) -> None:
        ns = self._ns
        if name in ("br", "cr"):
            if child.get(f"{ns}type") in (None, "textWrapping"):
                self._add("\n")
        elif name in ("tab", "ptab"):
            self._add(" ")
        elif name == "noBreakHyphen":
            self._add("-")
        elif name == "sym":
            self._add(_symbol(child.get(f"{ns}char", "")))
        elif name == "ruby":
            base = _child(child, f"{ns}rubyBase")
            if base is not None:
                self._descend(base)
        elif name in ("footnoteReference", "endnoteReference"):
            self._now.found.append(Found(name[:-9], child.get(f"{ns}id", ""), ""))
        elif name in ("drawing", "pict", "object"):
            self._box(child)

    def _box(self, element: etree._Element) -> None:
        """A text box with its words, else a picture."""
        boxes = list(element.iter(f"{self._ns}txbxContent"))
        lines = (
            "".join(t.text or "" for t in line.iter(self._names.t))
            for box in boxes
            for line in box.iter(self._names.p)
        )
        kind = "box" if boxes else "picture"
        self._now.found.append(Found(kind, "", "\n".join(line for line in lines if line)))

    def _formula(self, element: etree._Element) -> None:
        space = element.tag.rpartition("}")[0]
        text = "".join(t.text or "" for t in element.iter(f"{space}}}t", self._names.t))
        self._add(text)
        self._now.found.append(Found("formula", "", text))

    def _inserted(self, element: etree._Element) -> None:
        start = len(self._text)
        self._descend(element)
        text = "".join(self._text[start:])
        if text:
            author = element.get(f"{self._ns}author", "")
            self._now.found.append(Found("insertion", author, text))

    def _deleted(self, element: etree._Element) -> None:
        ns = self._ns
        text = "".join(t.text or "" for t in element.iter(f"{ns}delText", self._names.t))
        if text:
            self._now.found.append(Found("deletion", element.get(f"{ns}author", ""), text))

    def _control(self, element: etree._Element) -> None:
        ns = self._ns
        name, showing = "", False
        properties = _child(element, f"{ns}sdtPr")
        for child in properties if properties is not None else ():
            if child.tag in (f"{ns}tag", f"{ns}alias"):
                name = child.get(self._names.val, "") or name
            elif child.tag == f"{ns}showingPlcHdr":
                showing = True
        start = len(self._text)
        content = _child(element, f"{ns}sdtContent")
        if content is not None:
            self._descend(content)
        text = "".join(self._text[start:])
        self._now.found.append(Found("control", name, text, showing))

    def _bookmark(self, element: etree._Element) -> None:
        self._now.marks.append(element.get(self._names.name, ""))

    def _comment_start(self, element: etree._Element) -> None:
        self.comment_before(element)
        self._now.found.append(self._waiting.pop())

    def comment_before(self, element: etree._Element) -> None:
        """A comment begins between two paragraphs: it is the second's."""
        number = element.get(f"{self._ns}id", "")
        self.open_comments[number] = []
        self._waiting.append(Found("comment", number, ""))

    def comment_end(self, element: etree._Element) -> None:
        """A comment ends here; what it stands on is known now."""
        number = element.get(f"{self._ns}id", "")
        self.quoted[number] = "".join(self.open_comments.pop(number, ()))


#: What is done with each element of a paragraph; others are passed over.
_INLINE: dict[str, Callable[[Intricate, etree._Element], None]] = {
    "r": Intricate._run,
    "ins": Intricate._inserted,
    "moveTo": Intricate._inserted,
    "del": Intricate._deleted,
    "moveFrom": Intricate._deleted,
    "sdt": Intricate._control,
    "bookmarkStart": Intricate._bookmark,
    "commentRangeStart": Intricate._comment_start,
    "commentRangeEnd": Intricate.comment_end,
    **dict.fromkeys(
        ("hyperlink", "smartTag", "fldSimple", "bdo", "dir", "customXml"), Intricate._descend
    ),
}


def alternative(element: etree._Element) -> etree._Element | None:
    """The first of several ways that holds whole paragraphs; None where none does."""
    inside = (way for way in element if any(isinstance(e.tag, str) for e in way))
    return next(inside, None)


def _symbol(code: str) -> str:
    """The character of a symbol font; what Unicode has no character for is a box."""
    try:
        number = int(code, 16)
        char = chr(number)
    except (ValueError, OverflowError):
        return ""
    if 0xE000 <= number <= 0xF8FF:
        return str(read_data("symbols.yaml").get(f"{number & 0xFF:02X}", _NO_SYMBOL))
    return char if char.isprintable() else ""


def level_of(value: str) -> int | None:
    """An outline level as a number; None for anything else."""
    return int(value) if value.isdecimal() and value.isascii() else None


def _child(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child with a tag; several times faster than ``find``, which goes through Python."""
    return next(element.iterchildren(tag), None)
