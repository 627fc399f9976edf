"""How tests look at a written file: its XML, its paragraphs, their looks."""

import re

from lxml import etree

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"


def text(element):
    return "".join(t.text for t in element.iter(f"{W}t"))


def attributes(element, path):
    found = element.find(path, NS)
    assert found is not None, path
    return {etree.QName(k).localname: v for k, v in found.attrib.items()}


def starting(paragraphs, start):
    return next(p for shown, p in paragraphs.items() if shown.startswith(start))


def faces(paragraph):
    return [f.get(f"{W}eastAsia") for f in paragraph.iterfind("w:r/w:rPr/w:rFonts", NS)]


def sizes(paragraph):
    return {s.get(f"{W}val") for s in paragraph.iterfind("w:r/w:rPr/w:sz", NS)}


def paragraph(xml, start):
    """The w:p whose text begins with ``start``."""
    for match in re.finditer(r"<w:p>.*?</w:p>", xml):
        if "".join(re.findall(r"<w:t[^>]*>([^<]*)", match.group())).startswith(start):
            return match.group()
    raise AssertionError(start)


def shape(draft):
    """What Word keeps of each paragraph of a draft: role, level, where its heading ends, text."""
    return [(p.role, p.level, p.heading_end, p.text) for p in draft.speech.paragraphs]
