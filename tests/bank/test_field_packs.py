"""The authored packs for fields of work: enough of each move, and nothing that could be false."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from drafter.bank import Choice, Pack, Pattern, Slot, load_pack
from drafter.resources import load_yaml, read_data, shipped
from drafter.text.sentences import split_sentences

MAIN = {
    *("safety", "party", "rural", "projects", "business"),
    *("ecology", "education", "conduct", "petition", "enterprise"),
}
#: Least number of frames a move has in a main field's pack; other fields have half.
LEAST = {
    ("points", "why"): 16,
    ("points", "lead"): 4,
    ("points", "measure"): 30,
    ("points", "mechanism"): 10,
    ("points", "goal"): 8,
    ("points", "summary"): 8,
    ("points", "problem"): 4,
    ("points", "achievement"): 4,
    ("points", "hope"): 4,
    ("points", "pledge"): 4,
    ("closing", "significance"): 4,
    ("closing", "exhortation"): 4,
    ("headings", "heading"): 12,
}
WHY = ("认识", "形势", "责任")
MEASURE = ("任务", "创新", "责任", "保障", "作风", "问题")
#: Words of one level, which a level slot should stand for, and marks no timeless sentence needs.
LEFTOVER = re.compile(
    r"[0-9０-９]|[《》“”‘’\"'「」【】]|[a-zA-Z]"
    r"|[我全本](?:省|市|县|区|镇|乡|局|校|院|村|社区|街道|公司|集团)(?!域|场|委)"
    r"|今年|去年|明年|今冬|今春|当前正值|十四五|十五五|二十大"
)
RUN = 12


def _packs() -> dict[str, Pack]:
    metas = {f.parent: load_yaml(f.read_bytes()) for f in shipped("patterns").glob("*/pack.yaml")}
    fields = [f for f, meta in metas.items() if meta.get("origin") == "authored" and "area" in meta]
    return {f.name: load_pack(f) for f in sorted(fields)}


PACKS = _packs()
PATTERNS = [p for pack in PACKS.values() for p in pack.patterns]


def _readings(pattern: Pattern) -> list[str]:
    """The sentence with each slot a blank, once per option of each choice."""
    most = max((len(p.options) for p in pattern.parsed.parts if isinstance(p, Choice)), default=1)
    out = []
    for pick in range(most):
        text = ""
        for part in pattern.parsed.parts:
            if isinstance(part, Slot):
                text += "□"
            elif isinstance(part, Choice):
                text += part.options[min(pick, len(part.options) - 1)]
            else:
                text += part
        out.append(text)
    return out


def _said(pattern: Pattern) -> str:
    """About what the sentence is when spoken: level words and a topic filled in."""
    county = read_data("levels.yaml")["县"]
    values = {name: county.get(name, "安全生产专项行动") for name in pattern.parsed.slots}
    return pattern.parsed.fill(values)


def test_there_is_a_pack_for_every_main_field() -> None:
    assert set(PACKS) >= MAIN
    assert len(PACKS) >= 15


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_belongs_to_its_folder_and_field(name: str) -> None:
    pack = PACKS[name]
    assert isinstance(pack.folder, Path)
    assert pack.folder.name == name
    assert {p.area for p in pack.patterns} == {pack.meta["name"]}
    assert {p.status for p in pack.patterns} == {"accepted"}


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_has_enough_of_every_move(name: str) -> None:
    # What follows up problems of one sort is a word on problems, too.
    have = Counter(
        (p.part, "problem" if (p.move, p.focus) == ("follow", "问题") else p.move)
        for p in PACKS[name].patterns
    )
    share = 1 if name in MAIN else 2
    short = {move: have[move] for move, least in LEAST.items() if have[move] < least // share}
    assert short == {}


@pytest.mark.parametrize("name", PACKS)
def test_reasons_and_measures_cover_their_focuses(name: str) -> None:
    points = [p for p in PACKS[name].patterns if p.part == "points"]
    least = 3 if name in MAIN else 2
    for move, focuses in (("why", WHY), ("measure", MEASURE)):
        have = Counter(p.focus for p in points if p.move == move)
        assert {f: have[f] for f in focuses if have[f] < least} == {}
    assert any(p.move == "measure" and p.focus is None for p in points)


def test_no_frame_names_a_number_a_document_or_one_level() -> None:
    found = {
        p.frame: hit.group()
        for p in PATTERNS
        for text in _readings(p)
        if (hit := LEFTOVER.search(text))
    }
    assert found == {}


def _runs(pattern: Pattern) -> set[str]:
    pieces = (piece for text in _readings(pattern) for piece in text.split("□"))
    return {piece[i : i + RUN] for piece in pieces for i in range(len(piece) - RUN + 1)}


def test_no_two_frames_share_a_run_of_characters() -> None:
    """Two sentences of one speech would be heard as a repetition, the general pack's included."""
    seen = {
        run: p.frame
        for p in load_pack(shipped("patterns") / "general").patterns
        for run in _runs(p)
    }
    shared = []
    for p in PATTERNS:
        runs = _runs(p)
        shared += [(seen[run], p.frame, run) for run in runs if run in seen]
        seen.update(dict.fromkeys(runs, p.frame))
    assert shared == []


def test_no_frame_stands_in_two_packs() -> None:
    """The bank counts a pattern met twice once, and the second field would lose it."""
    twice = [i for i, n in Counter(p.id for p in PATTERNS).items() if n > 1]
    assert [p.frame for p in PATTERNS if p.id in twice] == []


def test_sentences_can_be_said_in_a_breath_or_two() -> None:
    """Each sentence of a passage for itself, and the passage as one paragraph's backbone."""
    long = {
        sentence: len(sentence)
        for p in PATTERNS
        for sentence in split_sentences(_said(p))
        if not 4 <= len(sentence) <= 90
    }
    assert long == {}
    assert [p.frame for p in PATTERNS if not 4 <= len(_said(p)) <= 190] == []


def test_sentences_end_and_headings_do_not() -> None:
    sentence = re.compile(r"[^。！？]+(?:[。！？][^。！？]+)*[。！]")
    wrong = [
        p.frame
        for p in PATTERNS
        if (re.search(r"[，。！？；：、]", p.frame) is not None) == (p.part == "headings")
        or (p.part != "headings" and not all(sentence.fullmatch(t) for t in _readings(p)))
    ]
    assert wrong == []


def test_every_choice_has_words_that_differ() -> None:
    wrong = [
        p.frame
        for p in PATTERNS
        for part in p.parsed.parts
        if isinstance(part, Choice)
        and (not all(o.strip() for o in part.options) or len(set(part.options)) < 2)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_is_not_written_in_one_manner(name: str) -> None:
    spoken = [p for p in PACKS[name].patterns if p.part != "headings"]
    starts_with_must = [p for p in spoken if p.frame.startswith("要")]
    assert len(starts_with_must) <= 0.15 * len(spoken)
    for word, share in (("切实", 0.12), ("进一步", 0.12), ("不断", 0.12)):
        assert sum(word in p.frame for p in spoken) <= share * len(spoken), word
    openings = Counter(
        p.frame[:4] for p in spoken if not p.frame.startswith(("{", "让我们", "希望"))
    )
    assert {o: n for o, n in openings.items() if n > 4} == {}


def test_levels_and_genres_are_known() -> None:
    levels = set(read_data("levels.yaml"))
    genres = {
        *("mobilisation", "deployment", "progress", "regular", "commendation", "symposium"),
        *("research", "inauguration", "address", "report", "duty", "lecture", "warning"),
        *("host", "school", "company"),
    }
    assert {lv for p in PATTERNS for lv in p.levels} <= levels
    assert {g for p in PATTERNS for g in p.genres} <= genres
