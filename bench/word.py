"""Writing and reading Word files against the least that could do it, and against docxtpl.

Printed are ratios of one run, each the median of interleaved rounds:

- write / floor: the floor builds the same document.xml with lxml and zips it with the same other
  parts; target ≤ 3;
- write / docxtpl: docxtpl fills a template that has one place a paragraph; target < 1;
- read / parse: against ``lxml.etree.fromstring`` of the same document.xml, already unzipped;
  target ≤ 3;
- read / unzip + parse: against opening the file and parsing, for information.

    .venv/bin/python bench/word.py
"""

from __future__ import annotations

import io
import statistics
import time
import zipfile
from collections.abc import Callable

from docx import Document
from docxtpl import DocxTemplate
from lxml import etree

from drafter.drafting.draft import Draft
from drafter.speech import Paragraph, Sentence, Speech
from drafter.word import read_word, write_word

ROUNDS = 60
SENTENCE = (
    "各乡镇、各部门要对照清单逐项排查，12月底前把1,260处隐患整改到位，确保“百日攻坚”取得实效。"
)


def speech(characters: int) -> Draft:
    """A speech of about so many characters: three points of sections, as offices write them."""
    paragraphs = [
        Paragraph("p1", "title", "在全县安全生产百日攻坚行动动员会上的讲话"),
        Paragraph("p2", "date", "（2026年11月21日）"),
        Paragraph("p3", "speaker", "李明"),
        Paragraph("p4", "salutation", "同志们："),
        Paragraph("p5", "opening", SENTENCE * 3),
    ]
    total = 0
    while total < characters:
        number = len(paragraphs) + 1
        if number % 8 == 6:
            paragraphs.append(Paragraph(f"p{number}", "heading", "一、提高站位", 1, "一", 6))
        sentences = tuple(
            Sentence(SENTENCE, "task", "tasks.measure.0003", "mined", ("要点.内容",))
            for _ in range(3)
        )
        text = "".join(s.text for s in sentences)
        paragraphs.append(Paragraph(f"b{number}", "body", text, sentences=sentences))
        total += len(text)
    paragraphs.append(Paragraph("pz", "closing", SENTENCE))
    return Draft(Speech(tuple(paragraphs), title=paragraphs[0].text), 0, "sha256:0")


def floor(xml: bytes, parts: dict[str, bytes]) -> Callable[[], bytes]:
    """Build the same tree with lxml from a ready plan, serialise it, zip it with the same parts."""
    source = etree.fromstring(xml)
    places = {element: number for number, element in enumerate(source.iter())}
    plan = [
        (places[e.getparent()], e.tag, dict(e.attrib), e.text) for e in source.iter() if e != source
    ]

    def run() -> bytes:
        made = [etree.Element(source.tag, nsmap=source.nsmap)]
        for parent, tag, attributes, text in plan:
            element = etree.SubElement(made[parent], tag, attributes)
            element.text = text
            made.append(element)
        document = etree.tostring(made[0], encoding="UTF-8", xml_declaration=True)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in (parts | {"word/document.xml": document}).items():
                archive.writestr(name, data)
        return buffer.getvalue()

    return run


def unzip_and_parse(data: bytes) -> etree._Element:
    """The least a reader of the file can do: open it and parse the document part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def with_docxtpl(draft: Draft) -> Callable[[], bytes]:
    """Docxtpl on a template with a place for each paragraph."""
    template = io.BytesIO()
    document = Document()
    context = {}
    for number, paragraph in enumerate(draft.speech.paragraphs):
        document.add_paragraph("{{ p" + str(number) + " }}")
        context[f"p{number}"] = paragraph.text
    document.save(template)

    def run() -> bytes:
        filled = DocxTemplate(io.BytesIO(template.getvalue()))
        filled.render(context, autoescape=True)
        out = io.BytesIO()
        filled.save(out)
        return out.getvalue()

    return run


def medians(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each, run in turn so that a drifting machine touches all alike.

    One call before each timed one brings what it works on into the caches, for all alike.
    """
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            work()
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    draft = speech(4000)
    data = write_word(draft)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/document.xml"]
    works = {
        "write": lambda: write_word(draft),
        "write clean": lambda: write_word(draft, clean=True),
        "floor": floor(xml, parts),
        "read": lambda: read_word(data),
        "parse": lambda: etree.fromstring(xml),
        "unzip + parse": lambda: unzip_and_parse(data),
    }
    found = medians(works, ROUNDS)
    found |= medians({"docxtpl": with_docxtpl(draft), "write again": works["write"]}, 10)
    print(
        f"{draft.characters} characters, document.xml {len(xml) / 1024:.0f} KB, median of {ROUNDS}"
    )
    for name, seconds in found.items():
        print(f"  {name:14} {seconds * 1000:7.2f} ms")
    rows = (
        ("write / floor", found["write"] / found["floor"], 3.0),
        ("write / docxtpl", found["write again"] / found["docxtpl"], 1.0),
        ("read / parse", found["read"] / found["parse"], 3.0),
    )
    ratio = found["read"] / found["unzip + parse"]
    print(f"{'read / unzip + parse':22} {ratio:5.2f}  (for information)")
    for name, ratio, most in rows:
        print(f"{name:22} {ratio:5.2f}  (at most {most:g}) {'ok' if ratio <= most else 'TOO SLOW'}")


if __name__ == "__main__":
    main()
