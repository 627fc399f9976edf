"""Lines that only the page as a whole shows to be none of a text's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from drafter.reading.cues import cues
from drafter.reading.dates import is_date_line
from drafter.reading.persons import names_person
from drafter.reading.rows import NOISE_MARK, STOPS, Row, RowKind, row_above
from drafter.reading.salutation import salutation_of
from drafter.reading.titles import title_like
from drafter.text.enumerators import find_enumerator
from drafter.text.folding import squeeze

__all__ = ["mark_furniture", "mark_page_heads", "mark_page_numbers", "mark_pages_inside"]

#: A line of a list of other texts: the day it was put up, before or behind what it is called.
_LINK = re.compile(
    r"[-–·•●◆■*>» ]*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)? \S.{3,}"
    r"|.{4,60}?[ （(\[]?(?:\d{4}[-/.])?\d{2}[-/.]\d{2}[）)\]]?$"
)
_LEAST_LINKS = 3
#: 目录：, 主要内容： are shorter than any sentence that announces a list.
_SENTENCE = 8
_PAGE_NUMBER = re.compile(r"(\d{1,3})[、.．]")
_LEAST_PAGES = 2
#: The page a line of contents leads to.
_PAGE = re.compile(r"[.。·… ]*\d{1,3}$")
_PAGE_ALONE = re.compile(r"第 ?\d{1,3} ?页")
_PAGE_INSIDE = re.compile(r"(?<=[，。；！？、])第 ?\d{1,3} ?页(?=[\u4e00-\u9fff])")
#: The head of a printed page: 6 安平矿工 2011.3, or 2011.3 安平矿工 5.
_PAGE_HEAD = re.compile(
    r"(?:\d{1,3} ?(?P<name>[\u4e00-\u9fff]{2,10}) ?(?P<issue>\d{4}(?:\.\d{1,2}|年第\d{1,2}期))"
    r"|(?P<issue2>\d{4}(?:\.\d{1,2}|年第\d{1,2}期)) ?(?P<name2>[\u4e00-\u9fff]{2,10}) ?\d{1,3})$"
)
_MOST_ATTACHMENTS, _AUTHOR = 4, "作者："
_ARROWS, _LONGEST_STEP = frozenset((">", ">>", "»", "›", "→", "》")), 12
_WRITTEN_DATE = re.compile(r"(?:会议|活动)?(?:时间|日期)：\d{4}年\d{1,2}月\d{1,2}日(?! *\d)")


def mark_page_numbers(rows: Sequence[Row]) -> None:
    """Mark the numbers that a document site puts before each page as noise inside their lines.

    The first stands before the title, the others in the middle of sentences, as no list does.
    """
    numbered = [(i, m) for i, r in enumerate(rows) if (m := _PAGE_NUMBER.match(r.text))]
    pages = [(i, m) for i, m in numbered[:1] if title_like(rows[i].text[m.end() :]) == 2]
    for i, m in numbered[1:]:
        above = row_above(rows, i)
        if pages and int(m[1]) == len(pages) + 1 and _broken_off(above or rows[i]):
            pages.append((i, m))
    if len(pages) < _LEAST_PAGES:
        return
    for i, m in pages:
        row = rows[i]
        row.inline = ((row.column, row.column + m.end()), *row.inline)
        row.text = NOISE_MARK * m.end() + row.text[m.end() :]
        row.joined = i != pages[0][0]


def mark_pages_inside(rows: Sequence[Row]) -> None:
    """Mark the number of a page inside a line (…冰灾，第1页高速封路) where others stand alone."""
    if sum(r.kind is RowKind.NOISE and _PAGE_ALONE.match(r.text) is not None for r in rows) < 2:
        return
    for row in rows:
        if row.kind is RowKind.PROSE and (found := _PAGE_INSIDE.search(row.text)):
            _blank_inside(row, *found.span())


def mark_page_heads(rows: Sequence[Row]) -> None:
    """Mark the head of a periodical's pages as noise, alone and inside lines.

    The number of its issue goes with the periodical's name, on one side the page.
    """
    heads: set[str] = set()
    for row in rows:
        found = _PAGE_HEAD.match(row.text) if row.kind is RowKind.SHORT else None
        if found is not None:
            row.kind = RowKind.NOISE
            name = found["name"] or found["name2"]
            issue = re.escape(found["issue"] or found["issue2"])
            heads |= {rf"\d{{1,3}} ?{name} ?{issue}", rf"{issue} ?{name} ?\d{{1,3}}"}
    if not heads:
        return
    inside = re.compile("|".join(sorted(heads)))
    for row in rows:
        if row.kind is RowKind.PROSE and (found := inside.search(row.text)):
            _blank_inside(row, *found.span())


def _blank_inside(row: Row, a: int, b: int) -> None:
    row.inline = tuple(sorted((*row.inline, (row.column + a, row.column + b))))
    row.text = row.text[:a] + NOISE_MARK * (b - a) + row.text[b:]


def _broken_off(row: Row) -> bool:
    return row.text[-1] not in STOPS and row.mark is None


def mark_furniture(rows: Sequence[Row]) -> None:
    """Mark lists of links and tables of contents as noise, and take back what is no stamp."""
    _drop_contents(rows)
    _drop_steps(rows)
    _drop_links(rows)
    _drop_running_titles(rows)
    _keep_occasions(rows)
    _keep_authors(rows)
    _keep_attachments(rows)


def _drop_contents(rows: Sequence[Row]) -> None:
    """Mark a table of contents as noise: adjacent numbered lines that all come again later."""
    numbered = [i for i, r in enumerate(rows) if r.kind is RowKind.SHORT and r.mark]
    places: dict[str, list[int]] = defaultdict(list)
    for i in numbered:
        places[squeeze(rows[i].text)].append(i)
    for i, row in enumerate(rows):
        if row.kind is RowKind.SHORT and title_like(row.text) == 2:
            places[squeeze(row.text)].append(i)
    again = {i for i in numbered if places[squeeze(rows[i].text)][-1] > i}
    again |= {i for i in numbered if max(places[_entry(rows[i].text)], default=-1) > i}
    for run in _runs(again):
        # 我讲三个问题： makes it an outline that is spoken.
        if len(run) > 1 and not (run[0] and _announces(rows[run[0] - 1])):
            for i in run:
                rows[i].kind = RowKind.NOISE


def _runs(rows: Iterable[int]) -> Iterator[list[int]]:
    """The indexes that follow one another without a gap, run by run."""
    run: list[int] = []
    for i in sorted(rows):
        if run and i != run[-1] + 1:
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _announces(row: Row) -> bool:
    """Whether a line is a sentence that leads to a list; 目录： leads to one too and is none."""
    return row.text[-1] == "：" and row.kind is not RowKind.NOISE and len(row.text) >= _SENTENCE


def _entry(text: str) -> str:
    """A line of contents without its number and its page."""
    mark = find_enumerator(text)
    return squeeze(_PAGE.sub("", text[mark.width if mark else 0 :]))


def _drop_links(rows: Sequence[Row]) -> None:
    """Mark dated titles as noise where several follow one another: a site's list of texts."""
    for run in _runs_of_links(rows):
        if len(run) >= _LEAST_LINKS:
            for i in run:
                rows[i].kind = RowKind.NOISE


def _drop_steps(rows: Sequence[Row]) -> None:
    """Mark the last step of a path as noise whose steps and arrows stand on lines of their own."""
    for arrow, step in pairwise(rows):
        if arrow.text in _ARROWS and len(step.text) <= _LONGEST_STEP and title_like(step.text) < 2:
            step.kind = RowKind.NOISE


def _drop_running_titles(rows: Sequence[Row]) -> None:
    """Mark the copies of a title amid a text as noise: below a salutation or a broken sentence."""
    said: set[str] = set()
    above: Row | None = None
    own = [row for row in rows if row.kind is not RowKind.NOISE]
    for row, below in pairwise(own):
        if row.kind is RowKind.SHORT and title_like(row.text) == 2:
            title = squeeze(row.text)
            heads = salutation_of(below.text) is not None
            if title in said and not heads and above is not None and _goes_on_below(above):
                row.kind = RowKind.NOISE
                continue
            said.add(title)
        above = row


def _goes_on_below(above: Row) -> bool:
    if above.kind is RowKind.PROSE:
        return above.text[-1] not in STOPS
    found = salutation_of(above.text)
    return found is not None and found.end == len(above.text)


def _runs_of_links(rows: Sequence[Row]) -> Iterator[list[int]]:
    run: list[int] = []
    for i, row in enumerate(rows):
        if row.text[-1] not in "。！？；：" and _LINK.match(row.text):
            run.append(i)
            continue
        yield run
        run = []
    yield run


def _keep_occasions(rows: Sequence[Row]) -> None:
    """Take 时间：2022年3月28日 for the speech's own beside a line that says who spoke or where.

    A page's stamp looks the same, but stands beside other stamps.
    """
    for i, row in enumerate(rows):
        if row.kind is RowKind.NOISE and _WRITTEN_DATE.match(row.text):
            beside = (rows[k].text for k in (i - 1, i + 1) if 0 <= k < len(rows))
            if any(cues().signature_label.match(text) for text in beside):
                row.kind = RowKind.SHORT


def _keep_authors(rows: Sequence[Row]) -> None:
    """Take 作者：初二（1）班 程果 for the speech's own: a page names its author by name alone."""
    for row in rows:
        if row.kind is RowKind.NOISE and row.text.startswith(_AUTHOR):
            said = row.text.removeprefix(_AUTHOR).strip()
            if "：" not in said and " " in said and names_person(said):
                row.kind = RowKind.SHORT


def _keep_attachments(rows: Sequence[Row]) -> None:
    """Take 附件：… for a paper's own right above the unit and the date that sign it."""
    for i, row in enumerate(rows):
        if row.kind is not RowKind.NOISE or not row.text.startswith("附件"):
            continue
        below = [r.text for r in rows[i + 1 : i + 2 + _MOST_ATTACHMENTS]]
        for unit, date in pairwise(below):
            if is_date_line(date) and cues().unit_end.fullmatch(squeeze(unit)):
                row.kind = RowKind.PROSE
