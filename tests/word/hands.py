"""Hands that edit a Word file the ways people and programs do, on its XML."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NS}}}"
_WHO = f'xmlns:w="{W_NS}" w:id="9" w:author="{{0}}" w:date="2026-11-22T08:00:00Z"'


def made(xml: str) -> etree._Element:
    return etree.fromstring(xml)


def words_of(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def _run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


class Hands:
    """One person at one file; every edit leaves words nobody else has, kept in ``written``.

    ``dice`` decides where and how; nobody writes into or deletes ``others``' words. ``gone`` are
    the texts of paragraphs taken out whole.
    """

    def __init__(
        self, data: bytes, dice: random.Random, name: str, others: Sequence[str] = ()
    ) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._parts = {n: archive.read(n) for n in archive.namelist()}
        self._root = etree.fromstring(self._parts["word/document.xml"])
        self._dice, self._name, self._others = dice, name, tuple(others)
        self.written: list[str] = []
        self.gone: list[str] = []

    def bytes(self) -> bytes:
        parts = self._parts | {"word/document.xml": etree.tostring(self._root)}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def words(self) -> str:
        """A sentence only this edit has."""
        text = f"{self._name}亲手写下第{len(self.written) + 1}句"
        self.written.append(text)
        return text

    def _holds(self, text: str) -> bool:
        """Whether somebody wrote any of it."""
        return any(word in text for word in (*self._others, *self.written))

    def _texts(self) -> list[etree._Element]:
        """The paragraphs of plain text below the head of the speech."""
        every = [p for p in self._root[0].iterchildren(f"{W}p") if words_of(p)]
        return [p for p in every[4:] if not list(p.iter(f"{W}sdt", f"{W}del", f"{W}ins"))]

    def _any(self) -> etree._Element | None:
        found = self._texts()
        return self._dice.choice(found) if found else None

    def do(self, action: str) -> None:
        """One edit; nothing happens where the file has no paragraph left for it."""
        paragraph = self._any()
        if paragraph is not None:
            getattr(self, action)(paragraph)

    def retype(self, paragraph: etree._Element) -> None:
        t = self._dice.choice(list(paragraph.iter(f"{W}t")))
        at = 0 if self._holds(t.text or "") else self._dice.randint(0, len(t.text or ""))
        t.text = (t.text or "")[:at] + self.words() + (t.text or "")[at:]

    def track(self, paragraph: etree._Element) -> None:
        """A tracked insertion behind a run, and a tracked deletion of what follows it."""
        run = self._dice.choice(list(paragraph.iterchildren(f"{W}r")))
        who = _WHO.format(self._name)
        run.addnext(made(f"<w:ins {who}>{_run(self.words())}</w:ins>"))
        t = run.find(f"{W}t")
        if t is not None and len(t.text or "") > 6 and not self._holds(t.text):
            run.addnext(made(f"<w:del {who}>{_run(t.text[-3:], 'delText')}</w:del>"))
            t.text = t.text[:-3]

    def add(self, paragraph: etree._Element) -> None:
        """Enter at the end of a paragraph: the new one has its format, not its bookmark."""
        new = etree.Element(f"{W}p", nsmap={"w": W_NS})
        properties = paragraph.find(f"{W}pPr")
        if properties is not None and self._dice.random() < 0.7:
            new.append(deepcopy(properties))
        new.append(made(f'<w:r xmlns:w="{W_NS}"><w:t>{self.words()}。</w:t></w:r>'))
        paragraph.addnext(new)

    def split(self, paragraph: etree._Element) -> None:
        runs = list(paragraph.iterchildren(f"{W}r"))
        t = runs[-1].find(f"{W}t")
        if t is None or len(t.text or "") < 4 or self._holds(t.text):
            return
        new = etree.Element(f"{W}p", nsmap={"w": W_NS})
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            new.append(deepcopy(properties))
        rest = deepcopy(runs[-1])
        half = len(t.text) // 2
        rest.find(f"{W}t").text = self.words() + t.text[half:]
        t.text = t.text[:half]
        new.append(rest)
        paragraph.addnext(new)

    def join(self, paragraph: etree._Element) -> None:
        """Delete at the end of a paragraph: the next one runs on in it."""
        below = next(paragraph.itersiblings(f"{W}p"), None)
        if below is None or not words_of(below) or below.find(f"{W}sdt") is not None:
            return
        run = made(f'<w:r xmlns:w="{W_NS}"><w:t>{self.words()}</w:t></w:r>')
        paragraph.append(run)
        for child in below.findall(f"{W}*"):
            if child.tag != f"{W}pPr":
                paragraph.append(child)
        below.getparent().remove(below)

    def remove(self, paragraph: etree._Element) -> None:
        text = words_of(paragraph)
        if not self._holds(text):
            self.gone.append(text)
            paragraph.getparent().remove(paragraph)

    def strike(self, paragraph: etree._Element) -> None:
        """The whole paragraph deleted with its mark, tracked."""
        text = words_of(paragraph)
        below = next(paragraph.itersiblings(f"{W}p"), None)
        if below is None or self._holds(text):
            return
        self.gone.append(text)
        who = _WHO.format(self._name)
        for run in list(paragraph.iterchildren(f"{W}r")):
            for t in run.iter(f"{W}t"):
                t.tag = f"{W}delText"
            holder = made(f"<w:del {who}/>")
            run.addprevious(holder)
            holder.append(run)
        properties = paragraph.find(f"{W}pPr")
        properties.append(made(f'<w:rPr xmlns:w="{W_NS}"><w:del {who}/></w:rPr>'))

    def move(self, paragraph: etree._Element) -> None:
        """Cut and paste, bookmark and all."""
        others = [p for p in self._texts() if p is not paragraph]
        if others:
            self._dice.choice(others).addnext(paragraph)

    def paste(self, paragraph: etree._Element) -> None:
        """Cut and paste as programs do that drop the bookmark on the way."""
        for mark in list(paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)
        self.move(paragraph)

    def quotes(self, paragraph: etree._Element) -> None:
        """AutoCorrect at work: a quotation typed by hand comes out curly."""
        paragraph.append(made(f'<w:r xmlns:w="{W_NS}"><w:t>“{self.words()}”</w:t></w:r>'))

    def restyle(self, paragraph: etree._Element) -> None:
        """Format ▸ clear: the style's name goes, direct formatting too."""
        paragraph.append(made(f'<w:r xmlns:w="{W_NS}"><w:t>{self.words()}</w:t></w:r>'))
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            paragraph.remove(properties)

    def attributes(self, paragraph: etree._Element) -> None:
        """The marks of Word's own saving: paragraph ids, revision ids, spelling."""
        w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
        paragraph.set(f"{{{w14}}}paraId", "12AB34CD")
        paragraph.set(f"{W}rsidR", "00A12B3C")
        paragraph.insert(1, made(f'<w:proofErr xmlns:w="{W_NS}" w:type="spellStart"/>'))


ACTIONS = tuple(
    name
    for name in vars(Hands)
    if not name.startswith("_") and name not in ("bytes", "words", "do") and re.match("[a-z]", name)
)
