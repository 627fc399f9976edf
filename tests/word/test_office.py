"""Files rendered and saved again by LibreOffice: measured lines, nothing lost on the way."""

from __future__ import annotations

import html
import random
import re
import shutil
import subprocess
from collections import Counter

import pytest
from msgspec.structs import replace

from drafter.drafting.draft import Draft
from drafter.speech import Paragraph, Speech
from drafter.word import as_printed, read_word, rebase_file, write_word

pytestmark = pytest.mark.office
#: Plain ideographs without a stop, so that no punctuation rule bends a line.
LONG = "安平县全面排查重点行业隐患建立台账挂图作战压实各方责任" * 60


@pytest.fixture(scope="session")
def pages():
    """The pages of a PDF as lines of (text, left edge, top edge) in points."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")

    def read(path):
        done = subprocess.run(
            ["pdftotext", "-bbox-layout", str(path), "-"],
            check=True,
            capture_output=True,
            text=True,
        )
        out = []
        for page in done.stdout.split("<page ")[1:]:
            lines = []
            for line in re.findall(r"<line .*?</line>", page, re.DOTALL):
                words = re.findall(
                    r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', line
                )
                text = html.unescape("".join(word for _, _, word in words))
                lines.append((text, float(words[0][0]), float(words[0][1])))
            out.append(lines)
        return out

    return read


@pytest.fixture
def rendered(convert, pages, tmp_path):
    def run(draft, layout):
        path = tmp_path / f"{layout}.docx"
        path.write_bytes(write_word(draft, layout=layout))
        return pages(convert(path, "pdf"))

    return run


def is_number(text):
    return re.fullmatch(r"—\d+—", re.sub(r"\s", "", text)) is not None


@pytest.mark.parametrize("layout", ["标准", "网格", "大字", "特大字"])
def test_no_stop_is_lost_at_the_end_of_a_justified_line(rendered, layout):
    """LibreOffice 7.4 drops stops it hangs over the margin; the page must not let it."""
    dice = random.Random(4)
    words = "安平县全面排查重点行业隐患建立台账挂图作战压实各方责任"
    texts = []
    for _ in range(12):
        clauses = ["".join(dice.choices(words, k=dice.randint(3, 12))) for _ in range(24)]
        texts.append("".join(c + dice.choice("，。；、！：”）") for c in clauses))
    speech = Speech(tuple(Paragraph(f"p{n}", "body", t) for n, t in enumerate(texts)))
    pages = rendered(Draft(speech, 0, ""), layout)
    shown = Counter("".join(text for page in pages for text, _, _ in page))
    assert Counter("".join(texts)) - shown == Counter()


@pytest.mark.parametrize(
    ("layout", "characters", "lines"),
    [("标准", 27, 22), ("网格", 28, 22), ("大字", 24, 21), ("特大字", 20, 16)],
)
def test_lines_and_characters_of_a_page(rendered, layout, characters, lines):
    speech = Speech((Paragraph("p1", "body", LONG),))
    first = [t for t, _, _ in rendered(Draft(speech, 0, ""), layout)[0] if not is_number(t)]
    assert len(first) == lines
    assert Counter(len(text) for text in first[1:]) == {characters: lines - 1}
    assert len(first[0]) == characters - 2


def test_every_character_is_on_the_page(draft, rendered):
    pages = rendered(draft, "标准")
    shown = Counter("".join(text for page in pages for text, _, _ in page))
    wanted = Counter("".join(p.text for p in as_printed(draft).speech.paragraphs))
    assert {c: n for c, n in (wanted - shown).items() if not c.isspace()} == {}


def test_page_numbers_are_right_on_odd_and_left_on_even_pages(rendered):
    speech = Speech(tuple(Paragraph(f"p{n}", "body", LONG) for n in range(2)))
    pages = rendered(Draft(speech, 0, ""), "标准")
    numbers = [next((t, x) for t, x, _ in page if is_number(t)) for page in pages[:3]]
    assert [re.sub(r"\D", "", t) for t, _ in numbers] == ["1", "2", "3"]
    odd, even = numbers[0][1], numbers[1][1]
    assert even == pytest.approx(1588 / 20 + 14, abs=2)
    assert odd > 400
    # Where a fallback face has proportional digits, 1 and 3 differ in width.
    assert numbers[2][1] == pytest.approx(odd, abs=2)


def test_saved_again_as_docx_nothing_is_lost(draft, convert, tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(write_word(draft, comments=True))
    reading = read_word(convert(path, "docx"))
    assert reading.sent == as_printed(draft)
    assert reading.draft == as_printed(draft)


def test_through_odt_and_back_only_the_custom_part_is_lost(draft, convert, tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(write_word(draft))
    odt = convert(path, "odt")
    back = convert(odt, "docx")
    assert read_word(back, sent=as_printed(draft)).draft == as_printed(draft)
    alone = read_word(back).draft.speech
    assert [(p.id, p.role, p.level, p.heading_end, p.text) for p in alone.paragraphs] == [
        (p.id, p.role, p.level, p.heading_end, p.text) for p in as_printed(draft).speech.paragraphs
    ]


def test_a_clean_copy_saved_again_keeps_roles_and_levels(draft, convert, tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(write_word(draft, clean=True))
    again = read_word(convert(path, "docx")).speech
    assert [(p.role, p.level, p.text) for p in again.paragraphs] == [
        (p.role, p.level, p.text) for p in as_printed(draft).speech.paragraphs
    ]


@pytest.mark.slow
def test_random_drafts_survive_libreoffice(make_random, convert, tmp_path):
    """Texts of every kind, thirty drafts: the text is the same to the character."""
    drafts = {}
    for seed in range(100, 130):
        draft = make_random(seed)
        paragraphs = tuple(replace(p, id=f"p{n}") for n, p in enumerate(draft.speech.paragraphs))
        draft = replace(draft, speech=replace(draft.speech, paragraphs=paragraphs), pending=())
        path = tmp_path / f"s{seed}.docx"
        path.write_bytes(write_word(draft))
        drafts[path] = as_printed(draft)
    first, *others = drafts
    folder = convert(first, "docx", *others).parent
    for path, draft in drafts.items():
        again = read_word(folder / path.name)
        assert again.sent == draft, path.name
        back = [p.text for p in again.speech.paragraphs]
        assert back == [p.text for p in draft.speech.paragraphs], path.name


def reworked(draft, edit):
    """A file with a hand edit, put onto a new draft: two drafts are hidden in it."""
    once = edit(write_word(draft), lambda xml: xml.replace("民生大事", "天大的事"))
    merged = rebase_file(draft, once)
    return write_word(merged.draft, base=merged.base)


def test_hand_edits_of_an_earlier_round_are_known_after_libreoffice(draft, edit, convert, tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(reworked(draft, edit))
    merged = rebase_file(draft, convert(path, "docx"))
    assert [(k.kind, k.paragraph) for k in merged.kept] == [("edited", "p7")]


def test_through_odt_the_file_as_it_went_out_is_enough(draft, edit, convert, tmp_path):
    sent, path = tmp_path / "发出.docx", tmp_path / "稿.docx"
    sent.write_bytes(write_word(draft))
    path.write_bytes(edit(sent.read_bytes(), lambda xml: xml.replace("民生大事", "天大的事")))
    back = convert(convert(path, "odt"), "docx")
    merged = rebase_file(draft, back, sent=sent)
    assert [(k.kind, k.paragraph) for k in merged.kept] == [("edited", "p7")]
    assert merged.draft.pending == draft.pending


def long_speech(points: int) -> Draft:
    """Points of all lengths under headings, so that pages end anywhere."""
    dice = random.Random(11)
    paragraphs = [Paragraph("p0", "title", "在全县年度工作会议上的讲话")]
    for number in range(points):
        head = f"（{number + 1}）抓好第{number + 1}项工作"
        paragraphs.append(Paragraph(f"h{number}", "heading", head, 2, str(number), len(head)))
        for part in range(dice.randint(1, 3)):
            text = "".join(
                dice.choices("安平县全面排查重点行业隐患建立台账", k=dice.randint(5, 260))
            )
            paragraphs.append(Paragraph(f"t{number}_{part}", "body", text + "。"))
    return Draft(Speech(tuple(paragraphs)), 0, "")


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["标准", "网格"])
def test_no_page_of_a_long_speech_ends_with_a_heading_or_begins_a_lone_line(rendered, layout):
    pages = [
        [t for t, _, _ in page if not is_number(t)] for page in rendered(long_speech(80), layout)
    ]
    assert len(pages) >= 30
    assert not [page[-1] for page in pages[:-1] if page[-1].startswith("（")]
    assert all(len(page) in (21, 22) for page in pages[:-1])
    assert len(pages[-1]) >= 2


def test_a_speech_of_one_page(rendered):
    draft = Draft(
        Speech((Paragraph("p1", "title", "述职报告"), Paragraph("p2", "body", "完。"))), 0, ""
    )
    (page,) = rendered(draft, "标准")
    assert [t for t, _, _ in page if not is_number(t)] == ["述职报告", "完。"]
    assert sum(is_number(t) for t, _, _ in page) == 1
