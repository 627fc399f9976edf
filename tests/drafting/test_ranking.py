"""Candidates are ranked by liking, chance and the brief, and asked for in several ways."""

from __future__ import annotations

import pytest

from drafter.bank import load_bank
from drafter.drafting.setting.genres import load_genre
from drafter.drafting.setting.terms import content_of
from drafter.drafting.stock.chance import chance
from drafter.drafting.stock.leaning import Leaning, leaning_of
from drafter.drafting.stock.shelf import Shelf, Stock, Wanted, shelf_for
from drafter.drafting.stock.suiting import both, comments, introduces, like, sober
from drafter.drafting.wording.ranking import (
    RELENTING,
    SPARING,
    TELLING,
    Luck,
    Ranking,
    rank,
    rank_some,
)

KNOWN = frozenset({"topic", "we", "all", "home", "unit", "units"})
SEED = 7
LUCK = Luck(SEED)
#: How a brief leans that goes with nothing and speaks of every part of its field.
LEVEL = Leaning({}, None, None)
WANTED = Wanted("points", ("measure",), "任务")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    genre = load_genre("mobilisation")
    return shelf_for(load_bank(), genre, True, "县", ("安全生产", None), "庄重")


@pytest.fixture(scope="module")
def stock(shelf: Shelf) -> Stock:
    return shelf.free(WANTED, KNOWN, counted=False)


@pytest.fixture(scope="module")
def ranking(stock: Stock) -> Ranking:
    return rank(stock, LUCK, LEVEL)


def test_a_stock_holds_what_is_asked_for_and_can_be_said(shelf: Shelf, stock: Stock) -> None:
    assert stock.candidates
    assert all(c.needs <= KNOWN and not c.facts and not c.announces for c in stock.candidates)
    wanted = Wanted("points", ("measure",), "任务", passage=True, suits=sober)
    passages = shelf.free(wanted, KNOWN, counted=False).candidates
    assert passages
    assert all(c.passage and not c.homely for c in passages)
    assert set(passages) < set(stock.candidates)


def test_what_is_asked_for_again_is_not_looked_for_again(shelf: Shelf) -> None:
    wanted = Wanted("points", ("why",), "认识", suits=both(introduces, comments))
    again = Wanted("points", ("why",), "认识", suits=both(introduces, comments))
    found = shelf.free(wanted, KNOWN, counted=True)
    assert shelf.free(again, KNOWN, counted=True) is found
    assert like(True, False) is like(True, False)
    assert shelf.free(wanted, KNOWN | {"n"}, counted=True) is not found


def test_the_order_is_by_liking_and_chance(stock: Stock, ranking: Ranking) -> None:
    worth = [
        liking + 8.0 * chance(key, SEED)
        for liking, key in zip(stock.likings, stock.keys, strict=True)
    ]
    assert ranking.values == pytest.approx(worth)
    assert ranking.order == sorted(range(len(worth)), key=lambda at: -worth[at])


def test_those_with_some_keys_keep_the_order_of_all(stock: Stock, ranking: Ranking) -> None:
    some = set(stock.keys[::3])
    assert ranking.among(some) == [at for at in ranking.order if stock.keys[at] in some]


@pytest.mark.parametrize("kept", [None, SPARING, RELENTING])
@pytest.mark.parametrize("luck", [LUCK, Luck(SEED, 5), Luck(SEED, 5, second=True)])
def test_a_few_ranked_by_themselves_are_ranked_as_with_all(
    shelf: Shelf, luck: Luck, kept: tuple[float, float] | None
) -> None:
    stock = shelf.free(WANTED._replace(passage=True), KNOWN, counted=False)
    parts = frozenset(sorted(stock.parts, key=sorted)[::2])
    near = dict.fromkeys(stock.keys[::5], 0.4)
    for leaning in (LEVEL, Leaning(near, parts, parts), Leaning(near, parts, parts, whole=True)):
        ranking = rank(stock, luck, leaning, kept, turns=True)
        ranking.shorten(0.3)
        order = ranking.among(set(stock.keys[::3]))
        few = rank_some(stock, range(0, len(stock.keys), 3), luck, leaning, kept, 0.3)
        assert list(few) == order
        assert list(few.values()) == [ranking.values[at] for at in order]


def test_those_written_for_a_part_of_the_field_keep_the_order_of_all(
    shelf: Shelf, stock: Stock, ranking: Ranking
) -> None:
    parts = frozenset(sorted(stock.parts, key=sorted)[::2])
    few = shelf.written_for(WANTED, KNOWN, parts)
    keys = [few.keys[at] for at in rank(few, LUCK, LEVEL, asked=True).order]
    written = {c.key for c in stock.candidates if not parts.isdisjoint(c.about)}
    assert 0 < len(keys) < len(ranking.order)
    assert keys == [stock.keys[at] for at in ranking.order if stock.keys[at] in written]
    assert not shelf.written_for(WANTED, KNOWN, frozenset()).candidates
    assert shelf.written_for(WANTED, KNOWN, parts) is few


def test_what_was_used_is_not_looked_at_again(stock: Stock, ranking: Ranking) -> None:
    every = set(stock.keys)
    used = {stock.keys[at] for at in ranking.order[:2]}
    assert ranking.among(every, used) == [at for at in ranking.order if stock.keys[at] not in used]
    assert ranking.unused(used) == ranking.order[2:]
    assert ranking.among(every, every) == ranking.unused(every) == []


def test_content_speaks_of_the_parts_whose_words_it_has(shelf: Shelf, stock: Stock) -> None:
    every = frozenset(part for c in stock.candidates for part in c.about)
    content = content_of("开展燃气管道更新改造，整治消防通道占用")
    spoken = shelf.parts_in(content)
    assert spoken & every == {part for part in every if part <= content}
    assert spoken
    assert not shelf.parts_in(frozenset())


def test_what_goes_with_the_brief_rises(stock: Stock, ranking: Ranking) -> None:
    last = ranking.order[-1]
    near = rank(stock, LUCK, Leaning({stock.keys[last]: 1.0}, None, None))
    assert near.values[last] > ranking.values[last]
    assert [v for at, v in enumerate(near.values) if at != last] == [
        v for at, v in enumerate(ranking.values) if at != last
    ]


def test_what_the_brief_does_not_speak_of_is_left_out(stock: Stock, ranking: Ranking) -> None:
    best = next(at for at in ranking.order if len(stock.candidates[at].about) == 1)
    candidate = stock.candidates[best]
    others = stock.parts.keys() - {*candidate.about}
    without = Leaning({}, others, None)
    assert not without.speaks_of(candidate)
    assert best not in rank(stock, LUCK, without).order
    beside = Leaning({}, None, others)
    assert beside.speaks_of(candidate)
    assert best in rank(stock, LUCK, beside).order
    theme = Leaning({}, None, {*candidate.about})
    assert rank(stock, LUCK, theme).values[best] > ranking.values[best]
    assert rank(stock, LUCK, beside).values[best] < ranking.values[best]


def test_half_are_spared_for_other_drafts_and_fewer_where_those_do_not_do(stock: Stock) -> None:
    for kept, least, most in ((SPARING, 0.4, 0.6), (RELENTING, 0.55, 0.73)):
        left = [len(rank(stock, Luck(n, n), LEVEL, kept, turns=True).order) for n in range(20)]
        assert least < sum(left) / 20 / len(stock.keys) < most


def test_of_passages_on_the_very_matter_fewer_are_left_to_other_drafts(stock: Stock) -> None:
    own = stock.speaking_of(frozenset(stock.parts))
    meant = Leaning({}, None, {*stock.parts}, strict=True)
    left = {"meant": 0, "any": 0}
    for seed in range(40):
        luck = Luck(seed, seed)
        left["meant"] += len(own - {*rank(stock, luck, meant, SPARING, turns=True).order})
        left["any"] += len(own - {*rank(stock, luck, LEVEL, SPARING, turns=True).order})
    assert 0 < left["meant"] < 0.85 * left["any"]


def test_where_a_brief_tells_much_few_on_its_matter_are_left_and_none_waits_for_any(
    stock: Stock,
) -> None:
    own = stock.speaking_of(frozenset(stock.parts))
    meant = Leaning({}, None, {*stock.parts}, strict=True)
    left = {SPARING: 0, TELLING: 0}
    for seed in range(40):
        for kept in left:
            ranking = rank(stock, Luck(seed, seed), meant, kept, turns=True)
            left[kept] += len(own - {*ranking.order})
            first = [place in own for place in ranking.order[: len(own & {*ranking.order})]]
            assert sum(first) > 0.7 * len(first)
    assert left[TELLING] < 0.6 * left[SPARING]


def test_two_drafts_of_a_pair_share_none_of_what_takes_turns(stock: Stock) -> None:
    first = rank(stock, Luck(1, 5), LEVEL, SPARING, turns=True)
    second = rank(stock, Luck(2, 5, second=True), LEVEL, SPARING, turns=True)
    shared = set(first.order) & set(second.order)
    assert shared <= stock.rare
    assert set(first.order) | set(second.order) == set(range(len(stock.keys)))


def test_what_waits_for_its_turn_comes_after_all_that_does_not(stock: Stock) -> None:
    plain, turned = rank(stock, LUCK, LEVEL), rank(stock, LUCK, LEVEL, turns=True)
    lost = [was - now for was, now in zip(plain.values, turned.values, strict=True)]
    waiting = sum(value > 0 for value in lost)
    assert {round(value, 6) for value in lost} == {0.0, 8.0}
    assert 0.4 < waiting / len(lost) < 0.6
    assert sorted(turned.order) == sorted(plain.order)


def test_how_a_brief_leans_is_worked_out_once(shelf: Shelf) -> None:
    brief = content_of("开展燃气管道更新改造")
    leaning = leaning_of(shelf, brief, "燃气安全", whole_field=False)
    assert leaning_of(shelf, brief, "燃气安全", whole_field=False) is leaning
    whole = leaning_of(shelf, brief, "燃气安全", whole_field=True)
    beyond = [c for c in shelf.all_of("points", "measure") if not leaning.speaks_of(c)]
    parts = [c for c in beyond if c.pattern.area]
    assert parts
    assert all(map(whole.speaks_of, parts))


def test_what_is_written_for_the_part_spoken_of_is_spared_less(shelf: Shelf, stock: Stock) -> None:
    few = shelf.written_for(WANTED, KNOWN, frozenset(stock.parts))
    assert {*few.keys} == {stock.keys[at] for at in stock.partial}
    more = 0
    for seed in range(20):
        luck = Luck(seed, seed)
        ranking = rank(stock, luck, LEVEL, SPARING, turns=True)
        usual = {stock.keys[at] for at in stock.partial & set(ranking.order)}
        asked = rank(few, luck, LEVEL, SPARING, turns=True, asked=True)
        spoken_of = {few.keys[at] for at in asked.order}
        assert usual <= spoken_of < {*few.keys}
        more += len(spoken_of - usual)
    assert more > 20


def test_what_is_asked_for_stands_though_the_speech_is_on_another_part(
    shelf: Shelf, stock: Stock
) -> None:
    strict = Leaning({}, None, frozenset(), strict=True)
    few = shelf.written_for(WANTED, KNOWN, frozenset(stock.parts))
    assert rank(few, LUCK, strict).order == []
    assert len(rank(few, LUCK, strict, asked=True).order) == len(few.keys)


def test_used_candidates_and_those_that_go_on_are_not_fresh(shelf: Shelf) -> None:
    known = KNOWN.union(*(c.needs for c in shelf.all_of("points", "problem")))
    stock = shelf.free(Wanted("points", ("problem", "summary"), "问题"), known, counted=True)
    ranking = rank(stock, LUCK, LEVEL)
    order = [stock.candidates[at] for at in ranking.order]
    used = {order[0].key, order[2].key}
    fresh = [stock.candidates[at] for at in ranking.fresh(used, starts=False)]
    assert fresh == [c for c in order if c.key not in used]
    begins = [stock.candidates[at] for at in ranking.fresh(set(), starts=True)]
    assert begins == [c for c in order if not c.continues]
    assert len(begins) < len(order)


def test_what_is_of_another_part_than_the_topic_stands_where_its_part_is_spoken_of(
    stock: Stock,
) -> None:
    ranking = rank(stock, LUCK, Leaning({}, None, frozenset(), strict=True))
    assert stock.partial.isdisjoint(ranking.order)
    part = min(stock.parts, key=sorted)
    here = list(ranking.where({part}))
    assert set(here) == set(ranking.order) | stock.speaking_of({part})
    worth = [ranking.values[place] for place in here]
    assert worth == sorted(worth, reverse=True)
    assert list(ranking.where(set())) == ranking.order


def test_of_a_whole_field_the_parts_that_nobody_names_come_last(shelf: Shelf) -> None:
    wanted = Wanted("points", ("measure",), "任务", passage=True)
    stock = shelf.free(wanted, KNOWN, counted=False)
    named = content_of("对全县燃气用户开展入户安检")
    leaning = leaning_of(shelf, named, "安全生产工作", whole_field=True)
    others = leaning.of(stock).others
    gas = stock.speaking_of(shelf.parts_in(content_of("燃气")))
    assert gas
    assert others
    assert gas.isdisjoint(others)
    assert others <= stock.partial - stock.loose
    # While there is anything else they are not said, and afterwards behind it.
    assert others.isdisjoint(rank(stock, LUCK, leaning, SPARING, turns=True).order)
    relenting = rank(stock, LUCK, leaning, RELENTING, turns=True).order
    said = [place in others for place in relenting]
    assert any(said)
    assert sum(said[: len(said) // 4]) == 0
