"""The general pack: wording that fits every field of work, for all sixteen genres."""

import re
from collections import Counter, defaultdict
from itertools import combinations

import pytest

from drafter.bank import Choice, Pack, Pattern, Slot, load_bank, load_pack
from drafter.drafting.setting.genres import genre_names, load_genre
from drafter.resources import read_data, shipped
from drafter.text.sentences import clauses

FOCUSES = tuple(read_data("focuses.yaml"))
#: Those whose headings may stand beside others: a side of one (为民 of 作风) its genre heads.
HEADED = tuple(f for f, ways in read_data("focuses.yaml").items() if "side_of" not in ways)
#: Slots any brief can fill: the meeting, the topic, the unit and the level words.
LEVEL_WORDS = {"we", "all", "home", "units", "leaders", "staff", "folk", "body"}
ALWAYS = {"meeting", "topic", "unit", "hail", "n", *LEVEL_WORDS}
#: Figures, Latin letters, titles of texts; what one level calls itself; words of one year.
LEFTOVER = re.compile(
    r"[0-9０-９a-zA-Z《》]|[我全本](?:省|市|县|区|镇|乡|校|院|村|公司|集团)(?!域|场|委)"
    r"|(?:县|市|省|区)(?:委|政府)|今年|去年|明年|新时代"
)
TASK_PARTS = ("measures", "owner", "deadline", "result")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("patterns") / "general")


def literal(pattern: Pattern) -> str:
    """The frame's text with the first word of each choice and nothing for a slot."""
    out = []
    for part in pattern.parsed.parts:
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part, Choice):
            out.append(part.options[0])
    return "".join(out)


def test_it_is_authored_and_for_no_one_field_of_work(pack: Pack) -> None:
    assert {p.origin for p in pack.patterns} == {"authored"}
    assert {p.area for p in pack.patterns} == {None}


def test_genres_and_focuses_are_known(pack: Pack) -> None:
    known = set(genre_names())
    assert [p.frame for p in pack.patterns if not set(p.genres) <= known] == []
    assert [p.frame for p in pack.patterns if p.focus not in (None, *FOCUSES)] == []


def test_every_sentence_is_whole(pack: Pack) -> None:
    sentences = [p.frame for p in pack.patterns if p.part != "headings"]
    assert [f for f in sentences if f[-1] not in "。！？"] == []
    assert [f for f in sentences if re.search(r"[，。；：、！？][，。；：、！？]", f)] == []


def test_headings_are_single_clauses_without_marks(pack: Pack) -> None:
    headings = [p.frame for p in pack.patterns if p.part == "headings"]
    assert [h for h in headings if re.search(r"[，。；：、！？]", h)] == []


def test_nothing_is_said_that_could_be_false(pack: Pack) -> None:
    """No figures, names of texts, years, nor what only one level calls itself."""
    assert [p.frame for p in pack.patterns if LEFTOVER.search(literal(p))] == []


def test_choices_differ(pack: Pack) -> None:
    doubled = [
        p.frame
        for p in pack.patterns
        for part in p.parsed.parts
        if isinstance(part, Choice) and len(set(part.options)) < len(part.options)
    ]
    assert doubled == []


def test_no_two_frames_are_nearly_the_same(pack: Pack) -> None:
    """Two frames of one move that share seven tenths of their runs of three characters are one."""
    groups: dict[tuple[str, str], list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for p in pack.patterns:
        if p.part in ("opening", "closing", "points") and len(literal(p)) >= 14:
            text = "".join(clauses(literal(p)))
            runs = frozenset(text[i : i + 3] for i in range(len(text) - 2))
            groups[p.part, p.move].append((p.frame, runs))
    alike = [
        (a, b)
        for group in groups.values()
        for (a, x), (b, y) in combinations(group, 2)
        if len(x & y) > 0.7 * max(len(x), len(y))
    ]
    assert alike == []


@pytest.mark.parametrize("focus", HEADED)
def test_each_focus_has_short_and_long_heading_clauses(pack: Pack, focus: str) -> None:
    mine = [p for p in pack.patterns if p.part == "headings" and p.focus == focus]
    plain = [p for p in mine if not p.genres]
    assert sum(len(p.frame) == 4 for p in plain) >= 16
    assert sum(len(literal(p)) >= 6 and p.frame != literal(p) for p in plain) >= 5
    assert sum(p.frame == literal(p) and len(p.frame) >= 8 for p in plain) >= 10


def test_heading_clauses_of_different_focuses_rarely_begin_alike(pack: Pack) -> None:
    """The solver repeats no verb across points, so each focus brings its own."""
    verbs = defaultdict(set)
    for p in pack.patterns:
        if p.part == "headings" and not p.genres and len(p.frame) == 4:
            verbs[p.frame[:2]].add(p.focus)
    shared = [v for v, focuses in verbs.items() if len(focuses) > 1]
    assert len(shared) <= len(verbs) // 10


@pytest.mark.parametrize("genre", sorted(genre_names()))
def test_each_genre_has_wordings_for_its_opening_and_closing(pack: Pack, genre: str) -> None:
    """Several for each move, and some that need no more than a meeting and a topic."""
    meta = load_genre(genre)
    for part, paragraphs in (("opening", meta.opening), ("closing", meta.closing)):
        # Why the matter counts is said by the packs of its field.
        for step in (s for steps in paragraphs for s in steps if s.move != "why"):
            fits = [
                p
                for p in pack.patterns
                if (p.part, p.move) == (part, step.move) and (not p.genres or genre in p.genres)
            ]
            assert len(fits) >= 3, (genre, part, step.move)
            says = set(read_data("wording.yaml")["says"].get(step.move, ()))
            poor = [p for p in fits if {t for _, t in p.slots} <= ALWAYS]
            assert says - {"meeting"} or poor, (genre, part, step.move)


def _asks(pattern: Pattern) -> frozenset[str]:
    types = {"measures" if t == "measure" else t for t in pattern.slot_types.values()}
    return frozenset(types & {"task", *TASK_PARTS})


@pytest.mark.parametrize("genre", ["mobilisation", "report", "duty", "inauguration", "symposium"])
def test_a_task_can_be_said_with_any_of_its_parts(pack: Pack, genre: str) -> None:
    """Whatever of 措施 责任 时限 目标 a task has, the genre's voice has a sentence for it."""
    have = Counter(
        _asks(p)
        for p in pack.patterns
        if p.move in ("task", "measure", "owner", "deadline", "goal") and genre in p.genres
    )
    wanted = [
        frozenset({"task", *parts})
        for size in range(len(TASK_PARTS) + 1)
        for parts in combinations(TASK_PARTS, size)
    ]
    assert [sorted(w) for w in wanted if not have[w]] == []


def test_worn_adverbs_are_rare(pack: Pack) -> None:
    worn = re.compile("切实|进一步|不断|扎实(?!扎)")
    sentences = [p for p in pack.patterns if p.part != "headings"]
    assert sum(bool(worn.search(literal(p))) for p in sentences) < len(sentences) // 30


def test_no_frame_puts_a_slot_inside_a_choice(pack: Pack) -> None:
    for p in pack.patterns:
        for part in p.parsed.parts:
            assert isinstance(part, str | Slot | Choice)


def test_no_level_word_is_said_twice_in_a_row() -> None:
    """全县上下上下齐心 is said by nobody."""
    frames = [p.frame for p in load_bank()]
    assert not [f for f in frames if re.search(r"\{\{ all \}\}(<[^>]*\||<)?上下", f)]
