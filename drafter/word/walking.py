"""Walking a Word document's XML: paragraphs as people see them once all changes are accepted.

Inserted text counts, deleted text is kept aside, content controls, links and ruby bases are
entered, field codes, hidden text, drawings and notes are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from lxml import etree

from drafter.word.raw import Found, RawParagraph

__all__ = ["Walker"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What a paragraph of plain runs does not have.
_INTRICATE = (
    *("ins", "del", "moveTo", "moveFrom", "sdt", "commentRangeStart", "vanish"),
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


class _Names:
    """The tags that matter, once for each of the two namespaces Word has written in."""

    def __init__(self, ns: str) -> None:
        self.ns = ns
        self.val, self.name, self.t, self.p = f"{ns}val", f"{ns}name", f"{ns}t", f"{ns}p"
        self.rpr, self.ppr, self.rstyle = f"{ns}rPr", f"{ns}pPr", f"{ns}rStyle"
        self.pstyle, self.outline, self.mark = (
            f"{ns}pStyle",
            f"{ns}outlineLvl",
            f"{ns}bookmarkStart",
        )
        self.plain = (
            *(self.p, self.t, self.mark, self.pstyle, self.outline),
            *(self.rstyle, f"{ns}commentRangeStart", f"{ns}commentRangeEnd"),
        )
        self.intricate = tuple(n if n.startswith("{") else f"{ns}{n}" for n in _INTRICATE)
        self.boxes = {f"{ns}drawing", f"{ns}pict", f"{ns}object", _INTRICATE[-1]}
        # Functions, not bound methods: those would tie the walker and its tree into a knot only
        # the garbage collector could undo.
        self.inline = {f"{ns}{name}": handler for name, handler in _HANDLERS.items()}


@cache
def _names(ns: str) -> _Names:
    return _Names(ns)


class Walker:
    """Walks one document; ``comments`` that span paragraphs are closed where they end."""

    def __init__(self, root: etree._Element) -> None:
        ns = _STRICT if root.tag.startswith(_STRICT) else _W
        self._ns = ns
        self._names = _names(ns)
        self._root = root
        self._intricate: set[etree._Element] = set()
        self._nested: set[etree._Element] = set()
        self._find_intricate()
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
        names, nested, intricate = self._names, self._nested, self._intricate
        t, p, pstyle, mark, val = names.t, names.p, names.pstyle, names.mark, names.val
        now: RawParagraph | None = None
        # The element is kept at hand: its children then find it at once.
        home: etree._Element | None = None
        text: list[str] = []
        for element in body.iter(*names.plain):
            tag = element.tag
            if tag == t:
                text.append(element.text or "")
            elif tag == pstyle and now is not None:
                now.style = element.get(val, "")
            elif tag == mark and now is not None and element.getparent() is home:
                now.marks.append(element.get(names.name, ""))
            elif tag != p:
                self._detail(element, now, text)
            elif not nested or element not in nested:
                if now is not None:
                    now.text = "".join(text)
                    yield now
                now, text, home = None, [], element
                if self._open_comments or (intricate and element in intricate):
                    yield self._paragraph(element)
                else:
                    now = RawParagraph(marks=self._waiting)
                    self._waiting = []
        if now is not None:
            now.text = "".join(text)
            yield now

    def _detail(self, element: etree._Element, now: RawParagraph | None, text: list[str]) -> None:
        """What a plain paragraph seldom has; ``now`` is None in one gone into apart."""
        names, tag = self._names, element.tag
        if tag == names.outline or tag == names.rstyle:
            if now is not None and tag == names.outline:
                now.outline = _level(element.get(names.val, ""))
            elif now is not None:
                self._styled(element, now, text)
        elif next(element.iterancestors(names.p), None) is None:
            # Between two paragraphs: a bookmark, a comment that begins or ends.
            if tag == names.mark:
                self._waiting.append(element.get(names.name, ""))
            elif tag in names.inline:
                names.inline[tag](self, element)
        elif now is not None and tag == names.mark:
            now.marks.append(element.get(names.name, ""))

    def _paragraph(self, element: etree._Element) -> RawParagraph:
        self._now = now = RawParagraph(marks=self._waiting)
        self._waiting = []
        self._text = []
        properties = _child(element, self._names.ppr)
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
        names = self._names
        for element in self._root.iter(*names.intricate):
            within = list(element.iterancestors(names.p))
            self._intricate.update(within)
            self._nested.update(within[:-1])
            if within and element.tag in names.boxes:
                self._nested.update(element.iter(names.p))

    def _properties(self, properties: etree._Element) -> None:
        now = self._now
        for child in properties:
            if child.tag == self._names.pstyle:
                now.style = child.get(self._names.val, "")
            elif child.tag == self._names.outline:
                now.outline = _level(child.get(self._names.val, ""))
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
        for parts in self._open_comments.values():
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
                    self._styled(style, self._now, self._text)
            elif tag.startswith(ns):
                self._special(tag[len(ns) :], child)

    def _styled(self, style: etree._Element, now: RawParagraph, text: list[str]) -> None:
        """Count the characters at the paragraph's start that stand in one character style."""
        name, so_far = style.get(self._names.val, ""), sum(map(len, text))
        if so_far == now.head and now.head_style in ("", name):
            now.head_style = name
            run = next(style.iterancestors(f"{self._ns}r"), None)
            if run is not None:
                now.head += sum(len(t.text or "") for t in run.iter(self._names.t))

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
