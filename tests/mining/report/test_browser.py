"""The page in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafter.bank import Bank
from drafter.mining import Held
from drafter.mining.report import bank_figures, corpus_figures, held_reasons, report_page
from drafter.reading import read_all

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: The picture of one character in the page's own font.
_DRAWN = """character => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext("2d");
  pen.font = "30px " + getComputedStyle(document.body).fontFamily;
  pen.fillText(character, 4, 32);
  return canvas.toDataURL();
}"""


def test_the_page_opens_clean_and_its_words_and_pictures_are_seen(
    browser: Any, bank: Bank, corpus: Path, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    held = held_reasons([Held("points", "2次会议。", ("含数字",))])
    figures = corpus_figures(read_all([corpus]))
    file.write_text(report_page(bank_figures(bank), figures, held), encoding="utf-8")
    said: list[str] = []
    asked: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("console", lambda m: said.append(m.text))
    page.on("pageerror", lambda e: said.append(str(e)))
    page.on("request", lambda r: asked.append(r.url))
    page.goto(file.as_uri())
    assert page.get_by_role("heading", name="句式库报告").is_visible()
    boxes = [svg.bounding_box() for svg in page.query_selector_all("svg")]
    words = page.query_selector_all("svg text")
    assert len(boxes) == 7
    assert all(box and box["width"] > 300 and box["height"] > 20 for box in boxes)
    assert all(w.is_visible() for w in words)
    # Without a font that has them, all characters are the same empty box.
    assert len({page.evaluate(_DRAWN, character) for character in "认识任务"}) == 4
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()
    assert said == []
    assert asked == [file.as_uri()]
