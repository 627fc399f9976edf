"""Of the candidates for a formula those are chosen that say neither too much nor too little."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from drafter.mining.candidates import Candidate
from drafter.mining.chance import more_than_chance
from drafter.mining.choose import choose
from drafter.mining.coded import coded
from drafter.mining.edges import with_edges
from drafter.mining.induce import induce
from drafter.mining.matching import Texts
from drafter.mining.refining import NOTHING, Known
from drafter.mining.sentences import Sentences
from drafter.mining.skeleton import OPEN, Skeleton, is_slot, with_holes
from drafter.mining.tally import Said, Tallies, Tally


def _candidate(items: Skeleton, texts: Sequence[str]) -> Candidate:
    pattern = re.compile("".join("(.+?)" if is_slot(i) else re.escape(i) for i in items))
    matched = frozenset(n for n, text in enumerate(texts) if pattern.fullmatch(text))
    sources = _sources(matched)
    return Candidate(items, matched, sources, sources)


def _sources(indexes: Iterable[int]) -> frozenset[str]:
    return frozenset(map(str, indexes))


def _chosen(
    forms: Sequence[Skeleton],
    sentences: Sequence[Skeleton],
    known: Known = NOTHING,
) -> set[Skeleton]:
    texts = [with_holes(s) for s in sentences]
    candidates = [_candidate(items, texts) for items in forms]
    return {c.items for c, _ in choose(candidates, Texts(texts), _sources, 2, known)}


_CALL: Skeleton = ("让", "我们", OPEN, "，", "扎实工作", "，", "为", OPEN, "努力奋斗", "！")


def _call(way: str) -> Skeleton:
    return tuple(way if n == 2 else item for n, item in enumerate(_CALL))


def _calls(ways: Sequence[str]) -> list[Skeleton]:
    return [
        tuple(filler if i == OPEN and n > 2 else i for n, i in enumerate(_call(way)))
        for way in ways
        for filler in ("大棚", "果园", "渔港")
    ]


_WAYS = ("振奋精神", "坚定信心")


def test_a_character_that_nearly_all_have_is_the_formulas() -> None:
    plain: Skeleton = ("既要", OPEN, "，", "又要", OPEN, "，", "两手抓", "。")
    full: Skeleton = ("既要", "抓", OPEN, "，", "又要", "抓", OPEN, "，", "两手抓", "。")
    met = [tuple(w if i == OPEN else i for i in full) for w in ("大棚", "果园", "渔港", "茶山")]
    assert _chosen([plain, full], met) == {full}


def test_two_ways_that_are_all_that_stands_in_a_slot_are_two_formulae() -> None:
    ways = [*map(_call, _WAYS)]
    met = _calls(_WAYS)
    assert _chosen([_CALL, *ways], met, Known({_CALL: "振奋精神\n坚定信心"})) == set(ways)


def test_a_way_that_stands_in_the_slots_of_others_is_a_filler() -> None:
    ways = [*map(_call, _WAYS)]
    met = _calls(_WAYS)
    other: Skeleton = ("只有", OPEN, "，", "才能", OPEN, "。")
    contents = {_CALL: "振奋精神\n坚定信心", other: "坚定信心\n大棚"}
    assert _chosen([_CALL, *ways], met, Known(contents)) == {_CALL}


def test_a_tail_of_a_short_formula_is_a_filler_where_others_have_it_in_a_slot() -> None:
    short: Skeleton = ("努力", "做好", OPEN)
    tailed: Skeleton = (*short, "工作")
    met: list[Skeleton] = [("努力", "做好", w) for w in ("防汛", "绿化", "招生工作", "后勤工作")]
    other: Skeleton = ("要", "把", OPEN, "摆上", "日程", "。")
    assert _chosen([short, tailed], met) == {short, tailed}
    assert _chosen([short, tailed], met, Known({other: "绿化工作"})) == {short}


_HEADING: Skeleton = ("强化", "保障", "，", "确保", OPEN)
_TAILED: list[Skeleton] = [(*_HEADING, "落到实处"), (*_HEADING, "取得成效")]
_HEADINGS: list[Skeleton] = [
    (*_HEADING[:-1], filler, tail[-1]) for tail in _TAILED for filler in ("大棚", "果园", "渔港")
]


def test_two_tails_that_no_other_sentence_has_are_two_formulae() -> None:
    known = Known({_HEADING: "大棚落到实处"})
    assert _chosen([_HEADING, *_TAILED], _HEADINGS, known) == set(_TAILED)


def test_a_tail_that_other_parts_of_the_speeches_have_may_end_what_they_fill_in() -> None:
    known = Known({_HEADING: "大棚落到实处"}, elsewhere=lambda run: 9 * (run == "取得成效"))
    assert _chosen([_HEADING, *_TAILED], _HEADINGS, known) == {_HEADING}


def test_ways_of_two_formulae_at_once_are_fillers_of_both() -> None:
    wish: Skeleton = ("祝", "大家", OPEN, "，", "早日", OPEN, "！")
    wishes = [tuple(way if n == 2 else i for n, i in enumerate(wish)) for way in _WAYS]
    met = [tuple(w if i == OPEN else i for i in form) for form in wishes for w in ("成才", "康复")]
    forms = [_CALL, *map(_call, _WAYS), wish, *wishes]
    known = Known({_CALL: "", wish: ""})
    assert _chosen(forms, [*_calls(_WAYS), *met], known) == {_CALL, wish}


def test_many_ways_are_fillers_of_one_formula() -> None:
    ways = ["振奋精神", "坚定信心", "齐心协力", "再接再厉"]
    forms = [_CALL, *map(_call, ways)]
    assert _chosen(forms, _calls(ways), Known({_CALL: "\n".join(ways)})) == {_CALL}


_LEADS = ("加强领导", "落实责任", "总之")
_TAILS: tuple[Skeleton, ...] = (
    ("，", "切实", "解决", OPEN, "问题"),
    ("，", "确保", OPEN, "善始善终"),
)


def _led(leads: Iterable[str], tail: Skeleton) -> list[Skeleton]:
    return [(lead, *tail) for lead in leads]


def _said(forms: Iterable[Skeleton]) -> list[Skeleton]:
    return [tuple(w if i == OPEN else i for i in form) for form in forms for w in ("大棚", "果园")]


def test_a_clause_that_begins_every_sentence_it_stands_in_begins_formulae() -> None:
    general = [(OPEN, *tail) for tail in _TAILS]
    ways = [form for tail in _TAILS for form in _led(_LEADS, tail)]
    held = {form: "\n".join(_LEADS) for form in general}
    assert _chosen([*general, *ways], _said(ways), Known(held)) == set(ways)
    amid = ("要", "加强领导", "，", OPEN, "。")
    met = [*_said(ways), *_said([amid] * 3)]
    assert set(general) <= _chosen([*general, *ways, amid], met, Known(held))


def test_a_damaged_sentence_counts_as_often_as_it_is_met() -> None:
    general, ways = (OPEN, *_TAILS[1]), _led(_LEADS, _TAILS[1])
    held = {form: "\n".join(_LEADS) for form in (general, (OPEN, *_TAILS[0]))}
    damaged = [("大棚", lead, "。") for lead in _LEADS]
    met = [*_said(ways), *damaged]
    assert _chosen([general, *ways], met, Known(held)) == {general}
    times = [40] * (len(met) - len(damaged)) + [1] * len(damaged)
    assert _chosen([general, *ways], met, Known(held, times=times)) == set(ways)


def test_words_within_a_clause_go_with_what_is_filled_in() -> None:
    general: Skeleton = ("在", OPEN, "的", "关键时刻", "，", "我们", "召开", OPEN, "。")
    ways = [(*general[:2], words, *general[2:]) for words in ("进入冲刺", "即将启动")]
    met = [tuple(w if i == OPEN else i for i in form) for form in ways for w in ("大棚", "果园")]
    assert _chosen([general, *ways], met, Known({general: ""})) == {general}


def test_words_of_a_tale_that_meet_by_chance_are_no_formula() -> None:
    tale = [
        ("雨伞", joint, thing) for joint in ("看见", "想起", "绕过") for thing in ("台阶", "门口")
    ]
    tale += [("围巾", *words[1:]) for words in tale]
    formula: Skeleton = ("结合", OPEN, "，", "狠抓", OPEN, "。")
    items = [*tale, *[("结合", w, "，", "狠抓", w, "。") for w in ("大棚", "果园", "渔港")]]
    texts = [with_holes(s) for s in items]
    met = [_candidate(form, texts) for form in (("雨伞", OPEN, "台阶"), formula)]
    kept = [(c, sorted(c.matched)) for c in met]
    sentences = coded([" ".join(s) for s in items], [1] * len(items))
    assert [c.items for c, _ in more_than_chance(kept, sentences)] == [formula]


def test_what_is_not_explained_of_a_formula_tells_nothing_against_it() -> None:
    formula: Skeleton = ("结合", OPEN, "，", "狠抓", OPEN, "。")
    items: list[Skeleton] = [("结合", w, "，", "狠抓", w, "。") for w in ("大棚", "果园", "渔港")]
    items.append(("结合", "，", "狠抓", "实效", "。"))
    kept = [(_candidate(formula, [with_holes(s) for s in items]), [0, 1, 2])]
    sentences = coded([" ".join(s) for s in items], [1] * len(items))
    assert len(list(more_than_chance(kept, sentences))) == 1


def test_a_sentence_met_often_is_a_formula_beside_one_met_more_often() -> None:
    plain: Skeleton = ("下面", "，", "我", "讲", "{n}", "点", "意见", "。")
    longer: Skeleton = ("下面", "，", "围绕", OPEN, "，", "我", "再", *plain[3:])
    count = iter(range(1000))

    def evidence(size: int) -> Tally:
        sources = {str(next(count)) for _ in range(size)}
        return Tally(size, sources, sources)

    words = ("大棚", "果园", "渔港", "茶山", "古桥", "老街")
    met = {" ".join(w if i == OPEN else i for i in longer): evidence(4) for w in words}
    sentences = Sentences.of({**met, " ".join(plain): evidence(20)})
    found = {i.items for i in induce(sentences, 4)}
    assert found == {plain, longer}


def test_words_that_the_speeches_say_everywhere_are_no_short_formula() -> None:
    verbs = ("及时", "逐个", "提前", "定期", "分批", "就地")
    sources = [{f"{n}{verb}" for n in range(3)} for verb in verbs]
    headings = {
        f"{{x}} {verb} 到位": Tally(3, own, own) for verb, own in zip(verbs, sources, strict=True)
    }

    def found(times: int) -> list[Skeleton]:
        return [i.items for i in induce(Sentences.of(headings), 3, lambda _: times)]

    assert found(0) == [(OPEN, "到位")]
    assert found(99) == []


def _varied(lines: Mapping[str, int], constant: Collection[str]) -> bool:
    evidence = {i: Tally(n, {i}, {i}) for i, n in lines.items()}
    return Sentences.of(evidence, constant).vary(range(len(lines)))


def test_a_sentence_that_all_say_alike_has_no_slots_though_some_is_damaged() -> None:
    tale = "孩子 问 我 {x} 为什么 亮 了 。"
    damaged = "孩子 问 我 {x} 为什么 。"
    assert not _varied({tale: 20, damaged: 1}, {tale})
    assert _varied({tale: 20, damaged: 1}, ())
    assert _varied({tale: 20, damaged: 20}, {tale})


def test_names_and_numbers_are_slots_though_all_speeches_have_the_same() -> None:
    assert _varied({"把 {topic} 抓 紧 抓 实 。": 20}, {"把 {topic} 抓 紧 抓 实 。"})


def test_lines_met_by_several_sources_in_the_same_words_are_told() -> None:
    tallies = Tallies()
    for source, wording in (("甲", 1), ("乙", 1), ("丙", 2)):
        said = Said(["一样 {x} 。", "各 有 {x} 。"], [7, wording], ["", ""])
        tallies.add(source, [("题", {"points": said})])
    tallies.add("丁", [("题", {"points": Said(["独 有 {x} 。"], [9], [""])})])
    assert tallies.constant("points") == {"一样 {x} 。"}


_CARE: Skeleton = ("这里", "，", "我", "要", OPEN, "，", "他", "付出", "了", OPEN, "。")


def test_words_at_the_edge_of_a_slot_in_nearly_all_sentences_are_the_formulas() -> None:
    lines = [
        f"这里 ， 我 要 表扬 {w} ， 他 付出 了 {w} 。" for w in ("大棚", "果园", "渔港", "茶山")
    ]
    lines.append("这里 ， 我 要 感谢 古桥 ， 他 付出 了 心血 。")
    assert with_edges(_CARE, lines, [2, 2, 2, 2, 1])[4:6] == ("表扬", OPEN)
    assert with_edges(_CARE, lines, [1, 1, 1, 1, 9]) == _CARE


def test_characters_that_several_words_share_are_no_words_at_the_edge() -> None:
    words = ("建设 大棚", "建立 果园", "建成 渔港")
    assert (
        with_edges(_CARE, [f"这里 ， 我 要 {w} ， 他 付出 了 {w} 会 。" for w in words], [1] * 3)
        == _CARE
    )


def test_a_slot_that_all_sentences_fill_alike_is_none() -> None:
    form: Skeleton = (OPEN, "我们", "举行", OPEN, "。")
    lines = [f"今天 ， 我们 举行 {w} 大会 。" for w in ("大棚", "果园", "渔港")]
    assert with_edges(form, lines, [1, 1, 1]) == ("今天", "，", "我们", "举行", OPEN, "大会", "。")


def test_words_within_a_slot_in_nearly_all_sentences_are_the_formulas() -> None:
    form: Skeleton = ("健全", OPEN, "制度", "，", OPEN, "。")
    lines = [
        f"健全 {w} 制度 ， 管好 {w} ， 做到 {w} 落实 到位 。" for w in ("大棚", "果园", "渔港")
    ]
    found = with_edges(form, lines, [1, 1, 1])
    assert found[4:] == ("管好", OPEN, "，", "做到", OPEN, "落实", "到位", "。")


def test_a_mark_within_a_slot_in_nearly_all_sentences_parts_it() -> None:
    form: Skeleton = (OPEN, "要", "各负其责", "。")
    lines = [f"{{x}} 、 {w} {{x}} 要 各负其责 。" for w in ("全体", "大家", "各")]
    assert with_edges(form, lines, [1, 1, 1]) == (OPEN, "、", OPEN, "要", "各负其责", "。")
    assert with_edges(form, [*lines, "{x} 要 各负其责 。"], [1] * 4) == form


def test_a_filler_in_two_pieces_is_no_formula_where_few_sentences_have_it() -> None:
    form: Skeleton = ("按照", OPEN, "的", "统一", "安排", "，", OPEN, "。")
    filled: Skeleton = (*form[:-2], "规范", OPEN, "行为", "。")
    met = [tuple(w if i == OPEN else i for i in filled) for w in ("大棚", "果园")]
    met += [
        tuple(f"{w}{n}" if i == OPEN else i for i in form) for n in "甲乙丙丁戊" for w in "山水"
    ]
    assert _chosen([form, filled], met) == {form}


def test_a_rare_filler_in_two_pieces_may_be_what_other_parts_fill_in() -> None:
    form: Skeleton = ("力争", "到", OPEN, "，", OPEN, "。")
    filled: Skeleton = (*form[:-2], "走在", OPEN, "前列", "。")
    met = [tuple(w if i == OPEN else i for i in filled) for w in ("大棚", "果园")]
    met += [tuple(f"{w}{n}" if i == OPEN else i for i in form) for n in "甲乙丙丁" for w in "山水"]
    assert _chosen([form, filled], met) == {form, filled}
    assert _chosen([form, filled], met, Known(elsewhere=lambda _: 9)) == {form}


def test_a_character_of_grammar_that_all_have_at_an_edge_is_the_formulas() -> None:
    form = ("这次", "会议", "，", "是", "在", OPEN, "关键时期", "召开", "的", "。")
    ways = ("全面 铺开", "爬坡 过 坎", "承上启下")
    lines = [f"这次 会议 ， 是 在 {way} 的 关键时期 召开 的 。" for way in ways]
    damaged = lines[0].replace(" 的 关键", " 关键")
    own = (*form[:6], "的", *form[6:])
    assert with_edges(form, [*lines, damaged], [20, 20, 20, 1]) == own
    assert with_edges(form, [*lines, damaged], [2, 2, 2, 1]) == form


def test_a_character_behind_one_slot_is_the_formulas_behind_another() -> None:
    form = ("要", "过", "好", OPEN, "关", "、", OPEN, "。")
    lines = [f"要 过 好 {{x}} 关 、 {word} 关 。" for word in ("{x}", "防汛", "茶叶", "{x} 价格")]
    assert with_edges(form, lines, [1] * 4) == (*form[:-1], "关", "。")
    alone = [line.replace("{x} 关 、", "{x} 、") for line in lines]
    bare = (*form[:4], *form[5:])
    assert with_edges(bare, alone, [1] * 4) == bare
