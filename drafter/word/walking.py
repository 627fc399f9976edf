"""Walking a Word document's XML: paragraphs as people see them once all changes are accepted.

Inserted text counts, deleted text is kept aside, content controls, links and ruby bases are
entered, field codes, hidden text, drawings and notes are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

__all__ = ["Found", "RawParagraph", "Walker"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What a paragraph of plain runs does not have.
_INTRICATE = (
    *("ins", "del", "moveTo", "moveFrom", "sdt", "commentRangeStart", "rStyle", "vanish"),
    *(
        "specVanish",
        "pPrChange",
        "br",
        "cr",
        "tab",
        "noBreakHyphen",
        "ruby",
        "drawing",
        "pict",
        "object",
    ),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)
_OFF = ("0", "false", "off")
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


@dataclass(slots=True)
class Found:
    """Something found in a paragraph: a deletion, an insertion, a control, a commented stretch.

    ``name`` is the author, the control's field or the comment's id; ``showing`` tells that a
    control still shows its placeholder.
    """

    kind: str
    name: str
    text: str
    showing: bool = False


@dataclass(slots=True)
class RawParagraph:
    """One paragraph: style id, text with its line breaks, and what was found in it.

    ``marks`` are the bookmarks that begin in it, ``head`` how many characters at its start stand
    in the character style ``head_style``, ``joined`` that its end mark was deleted, ``separated``
    that it is a style separator.
    """

    style: str = ""
    text: str = ""
    marks: list[str] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    outline: int | None = None
    head: int = 0
    head_style: str = ""
    joined: bool = False
    separated: bool = False


class Walker:
    """Walks one document; ``comments`` that span paragraphs are closed where they end."""

    def __init__(self, root: etree._Element) -> None:
        ns = _STRICT if root.tag.startswith(_STRICT) else _W
        self._ns = ns
        self._root = root
        self._val, self._t = f"{ns}val", f"{ns}t"
        self._rpr, self._ppr = f"{ns}rPr", f"{ns}pPr"
        self._pstyle, self._outline = f"{ns}pStyle", f"{ns}outlineLvl"
        self._mark, self._name = f"{ns}bookmarkStart", f"{ns}name"
        self._p = f"{ns}p"
        ranges = (f"{ns}commentRangeStart", f"{ns}commentRangeEnd")
        self._plain = (self._p, self._t, self._mark, self._pstyle, self._outline, *ranges)
        self._boxes = {f"{ns}drawing", f"{ns}pict", f"{ns}object", _INTRICATE[-1]}
        self._intricate: set[etree._Element] = set()
        self._nested: set[etree._Element] = set()
        self._find_intricate()
        # Functions, not bound methods: those would tie the walker and its tree into a knot only
        # the garbage collector could undo.
        self._inline = {f"{ns}{name}": handler for name, handler in _HANDLERS.items()}
        self._now = RawParagraph()
        self._text: list[str] = []
        self._open_comments: dict[str, list[str]] = {}
        self._quoted: dict[str, str] = {}
        self._waiting: list[str] = []

    def paragraphs(self) -> Iterator[RawParagraph]:
        """Every paragraph of the body, those of tables and block controls included."""
        body = _child(self._root, f"{self._ns}body")
        if body is not None:
            yield from self._walk(body)

    @property
    def quoted(self) -> dict[str, str]:
        """The text each comment stands on, by comment id; complete after the walk."""
        return self._quoted

    def _walk(self, body: etree._Element) -> Iterator[RawParagraph]:
        """One pass over the few elements that matter; intricate paragraphs are gone into apart."""
        now: RawParagraph | None = None
        text: list[str] = []
        for element in body.iter(*self._plain):
            if element.tag == self._t:
                text.append(element.text or "")
            elif element.tag != self._p:
                self._detail(element, now)
            elif element not in self._nested:
                if now is not None:
                    now.text = "".join(text)
                    yield now
                now, text = None, []
                if element in self._intricate or self._open_comments:
                    yield self._paragraph(element)
                else:
                    now = RawParagraph(marks=self._waiting)
                    self._waiting = []
        if now is not None:
            now.text = "".join(text)
            yield now

    def _detail(self, element: etree._Element, now: RawParagraph | None) -> None:
        """What a plain paragraph has besides text; ``now`` is None in one gone into apart."""
        tag = element.tag
        if now is not None and tag == self._pstyle:
            now.style = element.get(self._val, "")
        elif now is not None and tag == self._outline:
            now.outline = _level(element.get(self._val, ""))
        elif not self._inside(element):
            if tag == self._mark:
                self._waiting.append(element.get(self._name, ""))
            elif tag in self._inline:
                # A comment that begins or ends between two paragraphs.
                self._inline[tag](self, element)
        elif now is not None and tag == self._mark:
            now.marks.append(element.get(self._name, ""))

    def _inside(self, element: etree._Element) -> bool:
        """Whether an element stands in a paragraph, not between two."""
        parent = element.getparent()
        if parent is not None and parent.tag == self._p:
            return True
        return next(element.iterancestors(self._p), None) is not None

    def _paragraph(self, element: etree._Element) -> RawParagraph:
        self._now = now = RawParagraph(marks=self._waiting)
        self._waiting = []
        self._text = []
        properties = _child(element, self._ppr)
        if properties is not None:
            self._properties(properties)
        self._descend(element)
        now.text = "".join(self._text)
        return now

    def _find_intricate(self) -> None:
        """The paragraphs that hold more than plain runs of text, found in one pass.

        They are few in most files, and the others can be read several times faster. What text boxes
        hold are paragraphs of their own, and no part of the speech.
        """
        ns = self._ns
        names = [name if name.startswith("{") else f"{ns}{name}" for name in _INTRICATE]
        for element in self._root.iter(*names):
            within = list(element.iterancestors(self._p))
            self._intricate.update(within)
            self._nested.update(within[:-1])
            if within and element.tag in self._boxes:
                self._nested.update(element.iter(self._p))

    def _properties(self, properties: etree._Element) -> None:
        now = self._now
        for child in properties:
            if child.tag == self._pstyle:
                now.style = child.get(self._val, "")
            elif child.tag == self._outline:
                now.outline = _level(child.get(self._val, ""))
            elif child.tag == self._rpr:
                names = {etree.QName(mark).localname for mark in child}
                now.separated = "specVanish" in names
                now.joined = not names.isdisjoint({"del", "specVanish", "moveFrom"})

    def _descend(self, element: etree._Element) -> None:
        inline = self._inline
        for child in element:
            handler = inline.get(child.tag)
            if handler is not None:
                handler(self, child)

    def _add(self, text: str) -> None:
        self._text.append(text)
        for parts in self._open_comments.values():
            parts.append(text)

    def _run(self, run: etree._Element) -> None:
        ns = self._ns
        for child in run:
            tag = child.tag
            if tag == self._t:
                self._add(child.text or "")
            elif tag == self._rpr:
                hidden = _child(child, f"{ns}vanish")
                if hidden is not None and hidden.get(self._val) not in _OFF:
                    return
                style = _child(child, f"{ns}rStyle")
                if style is not None:
                    self._styled(style.get(self._val, ""), run)
            elif tag.startswith(ns):
                self._special(tag[len(ns) :], child)

    def _styled(self, style: str, run: etree._Element) -> None:
        """Count the characters at the paragraph's start that stand in one character style."""
        now, so_far = self._now, sum(map(len, self._text))
        if so_far == now.head and now.head_style in ("", style):
            now.head_style = style
            now.head += sum(len(t.text or "") for t in run.iter(self._t))

    def _special(self, name: str, child: etree._Element) -> None:
        ns = self._ns
        if name in ("br", "cr"):
            if child.get(f"{ns}type") in (None, "textWrapping"):
                self._add("\n")
        elif name == "tab":
            self._add(" ")
        elif name == "noBreakHyphen":
            self._add("-")
        elif name == "ruby":
            base = _child(child, f"{ns}rubyBase")
            if base is not None:
                self._descend(base)

    def _inserted(self, element: etree._Element) -> None:
        start = len(self._text)
        self._descend(element)
        text = "".join(self._text[start:])
        if text:
            author = element.get(f"{self._ns}author", "")
            self._now.found.append(Found("insertion", author, text))

    def _deleted(self, element: etree._Element) -> None:
        ns = self._ns
        text = "".join(t.text or "" for t in element.iter(f"{ns}delText", self._t))
        if text:
            self._now.found.append(Found("deletion", element.get(f"{ns}author", ""), text))

    def _control(self, element: etree._Element) -> None:
        ns = self._ns
        name, showing = "", False
        properties = _child(element, f"{ns}sdtPr")
        for child in properties if properties is not None else ():
            if child.tag in (f"{ns}tag", f"{ns}alias"):
                name = child.get(self._val, "") or name
            elif child.tag == f"{ns}showingPlcHdr":
                showing = True
        start = len(self._text)
        content = _child(element, f"{ns}sdtContent")
        if content is not None:
            self._descend(content)
        text = "".join(self._text[start:])
        self._now.found.append(Found("control", name, text, showing))

    def _bookmark(self, element: etree._Element) -> None:
        self._now.marks.append(element.get(self._name, ""))

    def _comment_start(self, element: etree._Element) -> None:
        number = element.get(f"{self._ns}id", "")
        self._open_comments[number] = []
        self._now.found.append(Found("comment", number, ""))

    def _comment_end(self, element: etree._Element) -> None:
        number = element.get(f"{self._ns}id", "")
        self._quoted[number] = "".join(self._open_comments.pop(number, ()))


#: What is done with each element of a paragraph; others are passed over.
_HANDLERS: dict[str, Callable[[Walker, etree._Element], None]] = {
    "r": Walker._run,
    "ins": Walker._inserted,
    "moveTo": Walker._inserted,
    "del": Walker._deleted,
    "moveFrom": Walker._deleted,
    "sdt": Walker._control,
    "bookmarkStart": Walker._bookmark,
    "commentRangeStart": Walker._comment_start,
    "commentRangeEnd": Walker._comment_end,
    **dict.fromkeys(
        ("hyperlink", "smartTag", "fldSimple", "bdo", "dir", "customXml"), Walker._descend
    ),
}


def _level(value: str) -> int | None:
    return int(value) if value.isdigit() else None


def _child(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child with a tag; several times faster than ``find``, which goes through Python."""
    return next(element.iterchildren(tag), None)
