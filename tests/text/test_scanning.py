"""Looking through texts sentence by sentence and from where an expression can begin."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text.entities import entities_by_sentence, find_entities
from drafter.text.gazetteer import Span
from drafter.text.scanning import BySentence, either, matches_from, places_of

_HEADS, _PATTERN = re.compile("[一二]"), re.compile("(?<!第)[一二]+[，。]|二+")
#: Pieces that begin, end or go on in names of every kind, with breaks anywhere.
_PIECES = [
    *("安平县", "市", "教育局", "县长", "李明", "同志", "等", "华能电力", "公司", "城关镇"),
    *("关于", "加强管理", "的通知", "二〇二六年", "三月", "12", "%", "第"),
    *("《", "》", "“", "”", "、", "，", "。", "；", "\n"),
]


def test_of_branches_the_longest_that_fits_is_found() -> None:
    found = re.compile(either(["行动", "专项行动", "行动计划", "专项"])).findall
    assert found("专项行动和行动计划") == ["专项行动", "行动计划"]


@given(st.text("一二第，。安", max_size=40))
def test_matches_from_heads_are_those_of_finditer(text: str) -> None:
    found = [m.span() for m in matches_from(_HEADS, _PATTERN, text)]
    assert found == [m.span() for m in _PATTERN.finditer(text)]


@given(st.text("甲乙", min_size=1, max_size=3), st.text("甲乙\n", max_size=20))
def test_a_part_is_found_wherever_it_begins(part: str, text: str) -> None:
    assert list(places_of(part, text)) == [m.start() for m in re.finditer(f"(?={part})", text)]


def test_several_texts_are_looked_at_as_each_by_itself() -> None:
    asked: list[str] = []

    def find(text: str) -> list[Span]:
        asked.append(text)
        return [Span("乙", at, at + 1) for at in places_of("乙", text)]

    by_sentence = BySentence(find, lambda s, by: Span(s.text, s.start + by, s.end + by), 4)
    first, second = by_sentence.in_each(("甲乙。丙乙。", "丙乙。\n丁"))
    assert [s.start for s in first] == [1, 4]
    assert [s.start for s in second] == [1]
    assert len(asked) == 1
    assert asked[0].count("丙乙。") == 1
    assert by_sentence("丙乙。") == [Span("乙", 1, 2)]
    assert len(asked) == 1


@settings(deadline=None)  # the first text waits for the lists
@given(st.lists(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join), max_size=3))
def test_entities_sentence_by_sentence_are_those_of_the_whole_text(texts: list[str]) -> None:
    for text in texts:
        assert entities_by_sentence(text)[0] == find_entities(text)


def test_no_name_goes_on_in_the_next_line() -> None:
    text = "各位市\n教育局《关于安全\n生产的通知》”“回头\n看”"
    assert all("\n" not in e.text for e in find_entities(text))


def test_sentences_known_are_not_looked_at_again_and_the_oldest_are_forgotten() -> None:
    asked: list[str] = []

    def marks(text: str) -> list[Span]:
        asked.append(text)
        return [Span("甲", m.start(), m.end()) for m in re.finditer("甲", text)]

    def moved(span: Span, by: int) -> Span:
        return Span(span.text, span.start + by, span.end + by)

    by_sentence = BySentence(marks, moved, 2)
    assert [s.start for s in by_sentence("甲。乙乙。甲。")] == [0, 5]
    assert [s.start for s in by_sentence("乙乙。丙甲。")] == [4]
    assert [s.start for s in by_sentence("“甲。甲”甲。")] == [1, 3, 5]
    assert asked == ["甲。\n乙乙。", "丙甲。", "“甲。甲”甲。"]


def test_lines_without_quotation_marks_are_cut_as_beside_a_line_with_them() -> None:
    def heard(text: str) -> list[str]:
        asked: list[str] = []

        def find(new: str) -> list[Span]:
            asked.extend(filter(None, new.split("\n")))
            return []

        BySentence(find, lambda found, _: found, 99)(text)
        return asked

    plain = "一、抓排查\n各镇要到户。到点；到人！还差\n\n。散会\n"
    pieces = ["一、抓排查", "各镇要到户。", "到点；", "到人！", "还差", "。", "散会"]
    assert heard(plain) == pieces
    assert heard(plain + "记住“防。治”。走") == [*pieces, "记住“防。治”。", "走"]
