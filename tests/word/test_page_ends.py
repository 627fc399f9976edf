"""Where pages end: what is kept together, so that nothing stands there alone."""

from __future__ import annotations

from drafter.word import write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}


def text(element):
    return "".join(t.text for t in element.iter(f"{W}t"))


def test_a_signature_never_stands_alone_on_a_page(draft, body):
    found = body(write_word(draft)).findall("w:p", NS)
    closing = next(n for n, p in enumerate(found) if text(p).startswith("同志们，"))
    assert [text(p) for p in found[closing + 1 :]] == ["", "安平县人民政府"]
    for paragraph in found[closing : closing + 2]:
        assert paragraph.find("w:pPr/w:keepNext", NS) is not None


def test_no_single_line_goes_over_to_a_last_page(draft, body):
    found = body(write_word(draft)).findall("w:p", NS)
    guarded = [text(p) for p in found if p.find("w:pPr/w:widowControl", NS) is not None]
    assert guarded == ["同志们，让我们守护好安平县的一方平安！"]
