"""Words beside a slot that only nearly all of what is filled in has are told from the formula's."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.mining.candidates import Candidate
from drafter.mining.heads import without_heads
from drafter.mining.refining import nowhere
from drafter.mining.sentences import Sentences
from drafter.mining.skeleton import HOLE, OPEN, Skeleton
from drafter.mining.tally import Tally
from drafter.mining.whole_slots import filled_whole


def _sentences(said: Mapping[Skeleton, int]) -> Sentences:
    """Each of the skeletons, said in so many sources of its own."""
    tallies: dict[str, Tally] = {}
    for n, (items, often) in enumerate(said.items()):
        sources = {f"{n}-{source}" for source in range(often)}
        tallies[" ".join(items)] = Tally(often, sources, sources)
    return Sentences.of(tallies)


def _kept(sentences: Sentences, *formulae: Skeleton) -> list[tuple[Candidate, list[int]]]:
    """The formulae, each with the sentences that are its own word for word."""
    out = []
    for items in formulae:
        members = [sentences.lines.index(" ".join(items))]
        sources, topics = sentences.sources(members), sentences.topics(members)
        out.append((Candidate(items, frozenset(members), sources, topics), members))
    return out


def _found(said: Mapping[Skeleton, int], *formulae: Skeleton) -> dict[Skeleton, int]:
    """What is found of the formulae, and how often each is met."""
    sentences = _sentences(said)
    kept = filled_whole(sentences, _kept(sentences, *formulae), 4, nowhere)
    return {c.items: sum(sentences.times[n] for n in members) for c, members in kept}


def _lively(*words: str) -> Skeleton:
    return ("在", "这", "个", "日子", "里", "，", "我们", "迎来", "了", *words, "。")


def test_words_that_some_of_what_is_filled_in_lacks_are_filled_in() -> None:
    said = {_lively("年度", OPEN, "大会"): 80, _lively(OPEN): 12}
    assert _found(said, _lively("年度", OPEN, "大会")) == {_lively(OPEN): 92}


def test_words_that_only_damage_takes_away_are_the_formulas() -> None:
    said = {_lively(OPEN, "大会"): 200, _lively(OPEN): 5}
    assert _found(said, _lively(OPEN, "大会")) == {_lively(OPEN, "大会"): 200}


def test_a_formula_seldom_met_without_the_words_is_the_same() -> None:
    said = {_lively(OPEN, "大会"): 80, _lively(OPEN): 20}
    assert _found(said, *said) == {_lively(OPEN): 100}


def test_two_ways_met_about_as_often_are_two_formulae() -> None:
    said = {_lively(OPEN, "大会"): 50, _lively(OPEN): 50}
    assert _found(said, *said) == said


def test_formulae_that_differ_in_what_ends_the_slot_are_one() -> None:
    said = {_lively(OPEN, "大会"): 60, _lively(OPEN, "典礼"): 40}
    assert _found(said, *said) == {_lively(OPEN): 100}


def test_a_word_more_makes_another_way_to_say_it() -> None:
    said = {_lively(OPEN, "进展", "情况"): 60, _lively(OPEN, "情况"): 40}
    assert _found(said, *said) == said


def test_a_verb_before_a_slot_and_the_first_word_of_a_clause_are_the_formulas() -> None:
    verb: Skeleton = ("强化", "措施", "，", "大力", "确保", OPEN)
    noun: Skeleton = ("强化", "措施", "，", "专题", OPEN)
    for items in (verb, noun):
        other: Skeleton = ("强化", "措施", "，", OPEN)
        assert items in _found({items: 60, other: 20}, items)


def test_a_time_that_fills_a_place_whole_is_filled_in() -> None:
    form: Skeleton = ("到", OPEN, "，", "力争", "实现", OPEN, "。")
    years: Skeleton = ("到", "今年", "年底", "，", "力争", "实现", OPEN, "。")
    assert _found({years: 80, form: 20}, years) == {form: 100}


def _rule(*words: str) -> Skeleton:
    return ("要", *words, "，", "当好", "表率", "。")


def test_a_noun_behind_the_slots_of_several_formulae_is_filled_in() -> None:
    said = {_rule("落实", OPEN, "制度"): 9, _rule("坚持", OPEN, "制度"): 9}
    found = without_heads(sentences := _sentences(said), _kept(sentences, *said), 4, nowhere)
    assert {c.items for c, _ in found} == {_rule("落实", OPEN), _rule("坚持", OPEN)}


def test_a_noun_behind_one_word_or_that_anything_is_called_is_the_formulas() -> None:
    one = {_rule("落实", OPEN, "制度"): 9}
    vague = {_rule("落实", OPEN, "工作"): 9, _rule("坚持", OPEN, "工作"): 9}
    for said in (one, vague):
        found = without_heads(sentences := _sentences(said), _kept(sentences, *said), 4, nowhere)
        assert {c.items for c, _ in found} == set(said)


def test_other_parts_tell_what_is_filled_in_unless_they_say_the_same() -> None:
    said = {_rule("落实", OPEN, "制度"): 9}
    sentences = _sentences(said)

    def found(elsewhere: Mapping[str, int]) -> set[Skeleton]:
        told = without_heads(
            sentences, _kept(sentences, *said), 4, lambda run: elsewhere.get(run, 0)
        )
        return {c.items for c, _ in told}

    assert found({f"{HOLE}制度": 20}) == {_rule("落实", OPEN)}
    assert found({f"{HOLE}制度": 20, f"落实{HOLE}制度": 20}) == set(said)


def test_another_filling_of_what_is_left_tells_as_well() -> None:
    said = {_lively(OPEN, "大会"): 80, _lively("开学", "典礼"): 20}
    assert _found(said, *said) == {_lively(OPEN): 100}


def test_few_damaged_sentences_may_be_more_than_their_share_by_chance() -> None:
    said = {_lively(OPEN, "大会"): 63, _lively(OPEN): 4}
    assert _found(said, _lively(OPEN, "大会")) == {_lively(OPEN, "大会"): 63}


def test_a_verb_before_a_slot_is_the_formulas() -> None:
    def said(*words: str) -> Skeleton:
        return ("首先", "，", "我", *words, "，", "表示", "热烈", "的", "祝贺", "！")

    both = {said("代表", OPEN): 60, said(OPEN): 10}
    assert _found(both, said("代表", OPEN)) == {said("代表", OPEN): 60}


def test_a_measure_goes_with_the_number_where_some_have_another() -> None:
    def said(*words: str) -> Skeleton:
        return ("其中", "，", "共", "投入", "资金", OPEN, *words, "，", "成效", "明显", "。")

    assert _found({said("万元"): 80, said(): 20}, said("万元")) == {said(): 100}
    assert _found({said("万元"): 80, said(): 3}, said("万元")) == {said("万元"): 80}
