"""Which line is the title of a text, and the lines that belong to it.

A title ends in the word for what it heads (…的讲话), stands near the body, and a web page says it
more than once: in its own heading, in its path, in the name of the file. A page's other lines
(columns, slogans, the word for the series) have one of these at most, so each line above a body is
weighed by all of them and the heaviest is the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from drafter.reading.cues import cues
from drafter.reading.dates import date_in, is_date_line, without_date
from drafter.reading.persons import attends, is_byline, names_post_and_person
from drafter.reading.rows import Row, RowKind
from drafter.reading.title_words import title_words
from drafter.text.enumerators import find_enumerator
from drafter.text.folding import squeeze

__all__ = ["EMPHASIS", "heaviest", "is_subtitle", "lengthen", "says_who", "title_like"]

#: Marks of emphasis around a title.
EMPHASIS = "*#★☆◆■●"

_LONGEST_TITLE = 80
_MOST_LINES = 4
_PLACED = re.compile(r"(?:在|关于)[^。]*$")
#: Couplets of a title: two lines, or the halves of a line, as long as one another.
_SHORTEST_COUPLET = 6
#: A headline is longer than a menu's labels, the word for a speech (开幕词) is short.
_SHORTEST_HEADLINE, _LONGEST_GENRE = 9, 5
_LONGEST_REMNANT = 3
_SHORTEST_ITEM, _LONGEST_ITEM = 4, 6
#: A unit's name stands above a title as short as this.
_LONGEST_ISSUED = 20
#: So many characters said twice are a name.
_A_NAME = 4
#: What a line weighs by its last word, by being said elsewhere on the page, and loses a row.
_BY_WORD = (0.0, 1.0, 3.0)
_ECHOED = 1.0
#: 守正创新 静待花开: even halves are no column and no unit.
_A_COUPLET = 2.75
_A_ROW = 0.5
#: A short line that is a step of the path to the page is the name of a column.
_A_COLUMN, _LONGEST_COLUMN = 2.5, 8
_STEPS = re.compile(r"[>»›→/|｜：: ]+")
#: Where a page says its title again: in its first lines. Shorter lines are in others by chance.
_FIRST_LINES, _SHORTEST_ECHO = 60, 7


def title_like(text: str) -> int:
    """2 for a line that ends like the title of a text, 1 for one that may be a title, else 0."""
    text = text.strip(EMPHASIS + " ")
    if not 2 <= len(text) <= _LONGEST_TITLE or text[-1] in "。；：，、" or text[0] in "》”）、，。":
        return 0
    return _likeness(text)


@lru_cache(maxsize=1024)
def _likeness(text: str) -> int:
    """How much like a title a short line is; a reader asks for that of one line several times."""
    bare = squeeze(text)
    if bare.isascii():
        return 0
    named = cues().speech_title.match(bare) or cues().article_title.match(bare)
    if named or title_words().called.fullmatch(text):
        return 2
    if text[-1] in "？！" and len(text) < 8:
        return 0
    if title_words().last_words.search(text):
        return 0
    return 1 if 4 <= len(text) <= 50 and find_enumerator(text) is None else 0


def is_subtitle(text: str) -> bool:
    """Whether a line begins with the dash of a subtitle, or is one in brackets."""
    return title_words().subtitle.match(text) is not None


def heaviest(rows: Sequence[Row], candidates: Sequence[int]) -> int | None:
    """The row most like a title among ``candidates``, short rows the nearest to the body first."""
    best: tuple[float, int] | None = None
    nearer = False
    for i in candidates:
        word = title_like(rows[i].clean)
        if word < 2 and _in_menu(rows, i):
            continue
        weight = max(_BY_WORD[word], _A_COUPLET * _is_couplet(rows[i].clean)) - _A_ROW * (
            candidates[0] - i
        )
        column = nearer and (_is_column(rows, i) or says_who(rows[i].clean))
        nearer = nearer or not is_subtitle(rows[i].clean)
        weight += _ECHOED * _echoed(rows, i) - _A_COLUMN * column
        if best is None or weight > best[0]:
            best = weight, i
    return None if best is None else best[1]


def _echoed(rows: Sequence[Row], i: int) -> bool:
    """Whether a line higher up on the page says the same, alone or with the site's own words."""
    said = squeeze(rows[i].clean)
    if len(said) < _SHORTEST_ECHO:
        return False
    above = "\0".join([row.text for row in rows[: min(i, _FIRST_LINES)]])
    return said in squeeze(above)


def _is_column(rows: Sequence[Row], i: int) -> bool:
    """Whether a line is called as columns are (领导讲话), or by the path: 首页 > 德育 > 国旗下讲话.

    The title of a page may be one too, so it tells only against a line nearer to the body.
    """
    said = squeeze(rows[i].clean)
    if len(said) > _LONGEST_COLUMN:
        return False
    if cues().column.fullmatch(said) or _in_run(rows, i):
        return True
    near = rows[max(0, i - _FIRST_LINES) : i + _FIRST_LINES]
    paths = (row.text for row in near if row.kind is RowKind.NOISE and said in row.text)
    return any(said in _STEPS.split(path)[1:] for path in paths)


def _in_run(rows: Sequence[Row], i: int) -> bool:
    """Whether a very short line ends a run of such lines, as the items of a menu stand."""
    near = rows[max(0, i - 2) : i + 1]
    return len(near) == 3 and all(len(row.text) <= _LONGEST_ITEM for row in near)


def says_who(text: str) -> bool:
    """Whether a line says only whose word it is: 周校长国旗下讲话."""
    if len(text) > _LONGEST_COLUMN or "在" in text or cues().post.match(text) is None:
        return False
    return title_words().speech.search(text) is not None


def _in_menu(rows: Sequence[Row], i: int) -> bool:
    """Whether a very short line follows another: menus come in runs, titles do not."""
    near = i > 0 and rows[i - 1].kind is RowKind.SHORT and len(rows[i - 1].text) <= 8
    return len(rows[i].text) <= 6 and near and not says_who(rows[i - 1].clean)


def lengthen(rows: Sequence[Row], start: int, title: list[int], *, first: bool) -> None:
    """Take the lines above that begin the same title into ``title``, none above row ``start``.

    ``first`` says that no other text stands above it on the page.
    """
    while len(title) < _MOST_LINES:
        i = _line_above(rows, title[0])
        if i - 1 >= start and (_broken(rows, i) or _opens_two_above(rows, i)):
            title[:0] = [i - 1, i]
            continue
        if i < start or not _begins(rows, i, first=first):
            return
        title.insert(0, i)


def _line_above(rows: Sequence[Row], i: int) -> int:
    """The row above row ``i``; above a subtitle a line of chrome may stand in between."""
    parted = i > 1 and rows[i - 1].kind is RowKind.NOISE and is_subtitle(rows[i].clean)
    return i - 2 if parted else i - 1


def _broken(rows: Sequence[Row], i: int) -> bool:
    """Whether row ``i`` holds the last characters of a title broken off in the row above."""
    above, text = rows[i - 1].clean, rows[i].clean
    if rows[i - 1].kind is RowKind.NOISE or len(text) > _LONGEST_REMNANT or len(above) < 4:
        return False
    return title_like(above) < 2 and title_like(text) < 2 and title_like(above + text) == 2


def _opens_two_above(rows: Sequence[Row], i: int) -> bool:
    """Whether a title in three lines begins in the row above row ``i``: 在…/…暨…/…会上的讲话."""
    above, below = rows[i - 1], rows[i + 1]
    if RowKind.NOISE in (above.kind, rows[i].kind) or title_like(below.clean) < 2:
        return False
    whole = any(title_like(row.clean) != 1 or is_subtitle(row.clean) for row in (above, rows[i]))
    apart = rows[i].after_gap or below.after_gap or "在" in rows[i].clean
    return not whole and not apart and _PLACED.match(above.clean) is not None


def _begins(rows: Sequence[Row], i: int, *, first: bool) -> bool:
    """Whether row ``i`` is an earlier line of the title that goes on in the next row."""
    under = next(k for k in range(i + 1, len(rows)) if rows[k].kind is not RowKind.NOISE)
    text, below = rows[i].clean, rows[under].clean
    if rows[i].kind is not RowKind.SHORT or not title_like(text) or is_date_line(text):
        return False
    if squeeze(text) in squeeze(below) or squeeze(below) in squeeze(text):
        return False
    if _leads_on(text, below) or _in_couplet(rows, i):
        return True
    # 预祝大会圆满成功！ ends the text above, a day stands at the head of a newspaper's page.
    if text[-1] in "！？" or date_in(text):
        return False
    if rows[i + 1].after_gap or title_words().speech.search(text):
        return False
    issued = _issues(text, below) and first
    if len(text) <= _LONGEST_ITEM:  # an item of a menu looks like this, but stands in a run of them
        under_stamp = i > 0 and rows[i - 1].kind is RowKind.NOISE
        return issued and under_stamp and len(text) > _SHORTEST_ITEM
    return _PLACED.match(text) is not None or (
        title_words().series.search(text) is None and (issued or _is_slogan(text, below))
    )


def _leads_on(text: str, below: str) -> bool:
    """Whether the words of two lines tell that they are one title."""
    words = title_words()
    if is_subtitle(below) or words.unfinished.search(text) or words.goes_on.match(below):
        return True
    said = len(squeeze(below)) <= _LONGEST_GENRE and title_like(below) == 2
    held = attends(below) or (said and words.occasion.search(text) is not None)
    if held and len(text) >= _SHORTEST_HEADLINE:
        return True
    if below.startswith("关于"):
        return cues().unit_end.fullmatch(text) is not None
    return below.startswith("在") and names_post_and_person(text)


def _issues(text: str, below: str) -> bool:
    """Whether a line is the unit whose text the next line names.

    A unit speaks nowhere, so the name of a site stands above 在…会上的讲话.
    """
    if len(below) >= _LONGEST_ISSUED or below.startswith("在") or "：" in below:
        return False
    return cues().unit_end.match(text) is not None


def _is_slogan(text: str, below: str) -> bool:
    """Whether a line is what a speech calls for, above where it was given or what it is about."""
    given = below.startswith(("在", "关于"))
    return given and not is_byline(text) and not _named_in(text, below)


def _named_in(text: str, below: str) -> bool:
    """Whether a line names what the next one names too: a page's banner over one of its texts."""
    said = squeeze(text)
    return any(said[i : i + _A_NAME] in below for i in range(len(said) - _A_NAME + 1))


def _is_couplet(text: str) -> bool:
    """Whether a line is two halves as long as one another."""
    halves = [len(half) for half in text.split()]
    even = len(halves) == 2 and halves[0] == halves[1] and sum(halves) >= _SHORTEST_COUPLET
    return even and "：" not in text


def _in_couplet(rows: Sequence[Row], i: int) -> bool:
    """Whether row ``i`` is a couplet, or makes one with the next, above a subtitle."""
    below = rows[i + 2].clean if i + 2 < len(rows) else ""
    if not is_subtitle(below) or title_like(rows[i].clean) == 2:
        return False
    text, other = rows[i].clean, rows[i + 1].clean
    said = squeeze(text)
    if len(text.split()) > 2 or len(said) < _SHORTEST_COUPLET:
        return False
    if len(said) == len(squeeze(other)) or _is_couplet(text):
        return True
    series = title_words().series.search(text) is not None
    sites = series or _named_in(text, other) or is_byline(without_date(text))
    whole = len(said) >= _SHORTEST_HEADLINE and title_like(other) == 1 and not is_subtitle(other)
    return whole and not sites and not rows[i + 1].after_gap
