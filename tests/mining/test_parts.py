"""The miner's parts: lexicon, masks, alignment, sources, tallies, slots."""

from __future__ import annotations

import random

import numpy as np
import pytest

from drafter.mining.align import backbones
from drafter.mining.build import default_support
from drafter.mining.coded import coded
from drafter.mining.lexicon import Lexicon, frame_lexicon
from drafter.mining.masks import Masker, meeting_of, topic_names
from drafter.mining.moves import focus_of, place_of
from drafter.mining.naming import named_frame
from drafter.mining.skeleton import Skeleton, packed_skeletons, skeleton, unpacked
from drafter.mining.sources import content_hash, near, packed, signature, wordings
from drafter.speech import Paragraph, Speech


def _speech(body: str, title: str | None = None, speaker: str | None = None) -> Speech:
    return Speech((Paragraph("p1", "body", body),), title=title, speaker=speaker)


def test_a_word_counts_only_where_the_segmenter_sees_one() -> None:
    lexicon = Lexicon("t", {"conjunction": ["和"], "verb": ["推进"]})
    assert lexicon.literals(["推进", "和谐"]) == [("推进", True), ("和谐", False)]


def test_a_wrong_cut_across_listed_words_is_put_right() -> None:
    lexicon = Lexicon("t", {"modal": ["要"], "verb": ["紧盯"]})
    assert lexicon.literals(["要紧", "盯"]) == [("要", True), ("紧盯", True)]


def test_words_no_neighbour_can_make_listed_ones_stay_as_they_are() -> None:
    lexicon = Lexicon("t", {"verb": ["加强", "强化", "化解"], "noun": ["领导"]})
    assert lexicon.literals(["加", "强化解"]) == [("加强", True), ("化解", True)]
    strange = [("加强", True), ("塔", False), ("领导", True)]
    assert lexicon.literals([word for word, _ in strange]) == strange


def test_runs_are_covered_by_words_of_the_list_alone() -> None:
    lexicon = Lexicon("t", {"verb": ["加强", "领导"]})
    assert lexicon.covers("加强领导，加强")
    assert not lexicon.covers("加强班子领导")


def test_the_shipped_lexicon_has_every_word_once_and_no_era() -> None:
    words = frame_lexicon().classes
    assert len(words) > 2000
    assert not {"新时代", "小康", "创先争优", "县委", "政治", "经济"} & set(words)
    assert not {"伟大", "地方", "利益", "百花齐放", "检修", "分拣"} & set(words)


def test_a_word_made_of_listed_words_is_those() -> None:
    lexicon = Lexicon("t", {"preposition": ["通过"], "verb": ["培训"]})
    assert lexicon.literals(["通过培训"]) == [("通过", True), ("培训", True)]


def test_what_says_when_of_a_day_is_no_part_of_it() -> None:
    assert "".join(skeleton("6月30日前完成。", Masker(_speech("")))) == "{time}前完成。"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("我讲一点意见。", "我讲{n}点意见。"),
        ("我们有一点进步。", "我们有一点进步。"),
        ("力争用三年左右的时间。", "力争用{n}年左右的时间。"),
    ],
)
def test_a_number_the_speaker_announces_is_one(said: str, read: str) -> None:
    assert "".join(skeleton(said, Masker(_speech("")))) == read


def test_a_bureau_has_no_part_in_what_concerns_all() -> None:
    masker = Masker(_speech(""))
    assert "全局" in skeleton("从全局来看，要加快进度。", masker)
    assert "全局" in skeleton("这项工作事关全局。", masker)
    assert "{home}" in skeleton("全局上下要行动起来。", masker)


def test_a_preposition_begins_no_name_of_a_campaign() -> None:
    assert "对" in skeleton("要深化对清风行动的认识。", Masker(_speech("")))


def test_the_topic_is_read_off_the_title() -> None:
    speech = _speech("", "在全县古树名木保护行动动员会上的讲话")
    assert meeting_of(speech.title) == "全县古树名木保护行动动员会"
    assert "古树名木保护行动" in topic_names(speech)


def test_numbers_names_levels_and_the_topic_become_slots() -> None:
    masker = Masker(_speech("", "在全县作风提升行动动员会上的讲话", "李明"))
    items = skeleton("下面，李明就全县作风提升行动讲三点意见。", masker)
    assert "".join(items) == "下面，{person}就{topic}讲{n}点意见。"


def test_a_campaign_named_in_passing_becomes_a_slot() -> None:
    items = skeleton("要深入开展质量提升行动。", Masker(_speech("")))
    assert "质量" not in items
    assert "提升" not in items


def test_a_name_in_quotes_is_one_where_the_speech_has_it_without_them() -> None:
    masker = Masker(_speech(""))
    hidden = masker.hide(
        "开展“满意在基层”活动，“第一责任人”要负责。要抓好满意在基层。第一责任人要清楚。"
    )
    assert "满意" not in hidden
    assert "第一责任人要清楚" in hidden
    assert "满意" in masker.hide("要抓好满意在基层。")


def test_nobody_is_called_after_the_words_behind_a_title() -> None:
    masker = Masker(_speech(""))
    assert "".join(skeleton("陈光明主席等同志作了发言。", masker)) == "{person}{x}等同志作了发言。"


def test_names_of_listed_words_are_names_before_a_title() -> None:
    masker = Masker(_speech(""))
    assert "".join(skeleton("要向常胜利同志学习。", masker)) == "要向{person}同志学习。"
    assert "".join(skeleton("任何同志都要学习。", masker)) == "任何同志都要学习。"
    assert "".join(skeleton("全体同志都要学习。", masker)) == "全体同志都要学习。"


def test_a_small_place_called_by_a_listed_word_is_a_slot() -> None:
    masker = Masker(_speech(""))
    assert "".join(skeleton("我代表光明镇作表态发言。", masker)) == "我代表{x}作表态发言。"
    assert "".join(skeleton("希望新路村再接再厉。", masker)) == "希望{x}再接再厉。"
    assert "代表" in skeleton("我代表县教育局作表态发言。", masker)


def test_what_kind_of_villages_are_meant_is_no_name_of_theirs() -> None:
    masker = Masker(_speech(""))
    assert "".join(skeleton("个别村进展缓慢。", masker)) == "个别{x}进展缓慢。"


def test_words_of_the_dictionary_leave_what_says_that_all_are_meant_to_the_formula() -> None:
    masker = Masker(_speech(""))
    assert "".join(skeleton("各院系要认真对照检查。", masker)) == "各{x}要认真对照检查。"


def test_a_speaker_called_by_a_listed_word_does_not_hold_formulae_back() -> None:
    assert Masker(_speech("", speaker="成功")).names == ()
    assert Masker(_speech("", speaker="李明")).names == ("李明",)


def test_sentences_are_looked_into_together_as_they_are_alone() -> None:
    masker = Masker(_speech("", "在全县作风提升行动动员会上的讲话", "李明"))
    sentences = [
        "下面，李明就全县作风提升行动讲三点意见。",
        "县委、县政府拨付1，260万元，用于“安居”工程。",
        "要紧盯目标，",
        "",
        "讲几点意见",
    ]
    together = packed_skeletons(masker.hide("".join(text + "\n" for text in sentences)))
    alone = [skeleton(text, masker) for text in sentences]
    assert [unpacked(packed.line) for packed in together] == alone
    assert alone[1][0] == "{body}"
    assert alone[4] == ("讲", "几", "点", "意见")


def _agreed(weights: dict[Skeleton, int]) -> Skeleton | None:
    """What sentences, each with its weight, agree on."""
    sentences = sorted(weights)
    numbers = coded([" ".join(s) for s in sentences], [weights[s] for s in sentences])
    (formula,) = backbones(numbers, [np.arange(len(sentences))])
    return formula


def test_a_formula_is_what_most_members_share() -> None:
    fillers = ("部署", "总结", "{x}", "研究", "推进")
    head = ("今天", "，", "我们", "召开", "{x}", "，", "任务", "是")
    assert _agreed({(*head, filler, "。"): 1 for filler in fillers}) == (*head, "{x}", "。")


def test_what_is_empty_in_most_members_is_no_slot() -> None:
    plain = ("我们", "召开", "{x}", "。")
    assert _agreed({plain: 4, ("我们", "{x}", "召开", "{x}", "。"): 1}) == plain


def test_a_slot_is_named_by_what_mostly_fills_it() -> None:
    named = {("我们", "讲", kind, "点", "意见", "。"): n for kind, n in (("{n}", 4), ("{x}", 1))}
    assert _agreed(named) == ("我们", "讲", "{n}", "点", "意见", "。")


def test_sentences_that_share_only_marks_agree_on_nothing() -> None:
    assert _agreed({("加强", "，", "领导", "。"): 1, ("提高", "，", "认识", "。"): 1}) is None


def test_a_comma_is_taken_beside_its_word() -> None:
    later = ("下面", "，", "{x}", "，", "我", "讲", "意见", "。")
    agreed = _agreed({("下面", "，", "我", "讲", "意见", "。"): 4, later: 1})
    assert agreed == ("下面", "，", "我", "讲", "意见", "。")


def test_bundles_are_aligned_the_same_alone_and_together() -> None:
    rng = random.Random(7)
    words = ["要", "加强", "领导", "，", "的", "确保", "{x}", "{n}", "。", "落实"]
    sentences = sorted({tuple(rng.choices(words, k=rng.randint(3, 14))) for _ in range(400)})
    numbers = coded([" ".join(s) for s in sentences], [rng.randint(1, 4) for _ in sentences])
    groups = [np.array(sorted(rng.sample(range(len(sentences)), n))) for n in range(2, 60)]
    together = backbones(numbers, groups)
    assert together == [formula for group in groups for formula in backbones(numbers, [group])]


def test_a_copy_with_one_clause_changed_is_the_same_source() -> None:
    clauses = [f"第{n}件事情要认真办好" for n in range(60)]
    changed = [*clauses[:-1], "最后一件换了说法"]
    texts = {"a": "，".join(clauses), "b": "，".join(changed), "c": "完全不同的另一篇，说别的事"}
    said = wordings([_speech(text) for text in texts.values()])
    found = near({k: packed(signature(w.hashes)) for k, w in zip(texts, said, strict=True)})
    assert found["a"] == found["b"] != found["c"]


def test_marks_do_not_change_the_content_hash() -> None:
    one, other = wordings([_speech("今天，开会。"), _speech("今天 开会!")])
    assert content_hash(one.letters) == content_hash(other.letters)


def test_what_is_said_is_the_same_alone_and_beside_other_speeches() -> None:
    texts = ["我讲两点：一要 早谋\u3000划，二要\u200b快动手！", "", "——……", "𠮷林一村，Tel 12345。"]
    together = wordings([_speech(text) for text in texts])
    alone = [wordings([_speech(text)])[0] for text in texts]
    assert [w.letters for w in together] == [
        "我讲两点一要早谋划二要快动手",
        "",
        "",
        "林一村Tel12345",
    ]
    assert [len(w.hashes) for w in together] == [3, 0, 0, 2]
    assert [w.hashes.tolist() for w in together] == [w.hashes.tolist() for w in alone]


@pytest.mark.parametrize(
    ("part", "items", "frame"),
    [
        (
            "opening",
            ["今天", "，", "我们", "召开", "{x}", "，", "主要", "任务", "是", "{x}", "。"],
            "今天，我们召开{{ meeting }}，主要任务是{{ purpose }}。",
        ),
        (
            "opening",
            ["下面", "，", "我", "就", "{x}", "讲", "{n}", "点", "意见", "。"],
            "下面，我就{{ topic }}讲{{ n }}点意见。",
        ),
        ("headings", ["充分", "认识", "{x}", "的", "重要性"], "充分认识{{ topic }}的重要性"),
        ("points", ["确保", "{x}", "。"], "确保{{ result }}。"),
        ("points", ["{x}", "和", "{x}", "{x}", "。"], "{{ np }}和{{ np2 }}。"),
    ],
)
def test_slots_are_named_as_the_brief_names_its_fields(
    part: str, items: list[str], frame: str
) -> None:
    assert named_frame(part, items)[0] == frame


def test_frames_are_sorted_into_moves_by_their_own_words() -> None:
    assert place_of("opening", "下面，我讲{{ n }}点意见。") == ("opening", "transition")
    assert place_of("points", "在看到成绩的同时，也要看到{{ problem }}。") == (
        "figures",
        "concession",
    )
    assert place_of("points", "总之，{{ clause }}。") == ("points", "summary")
    assert focus_of("加强组织领导，{{ clause }}") == "保障"
    # A question tells by what it asks for: why, what, by what means.
    assert [focus_of(q) for q in ("为什么要抓，心中有账", "到底抓什么", "靠什么抓好")] == [
        "认识",
        "任务",
        "责任",
    ]


@pytest.mark.parametrize(("sources", "least"), [(7, 1), (20, 2), (42, 3), (200, 4), (900, 10)])
def test_a_larger_corpus_asks_for_more_support(sources: int, least: int) -> None:
    assert default_support(sources) == least


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("祝王芳同志", ("祝", "{person}", "同志")),
        ("和李强同志一道", ("和", "{person}", "同志", "一道")),
        ("祝晓岚同志", ("{person}", "同志")),
        ("学习王芳同志", ("学习", "{person}", "同志")),
        ("不断提高王芳同志的能力", ("不断", "提高", "{person}", "同志", "的", "能力")),
        ("由张伟主任担任组长", ("由", "{person}", "主任", "担任", "组长")),
    ],
)
def test_a_verb_that_is_a_surname_too_is_one_before_a_name(
    text: str, items: tuple[str, ...]
) -> None:
    assert skeleton(text, Masker(Speech(()))) == items


def test_words_of_everyday_are_slots_until_all_sentences_have_them() -> None:
    assert skeleton("大家伙去吃饭", Masker(Speech(())))[0] == "{x}"
    assert frame_lexicon().of_work("大家伙") == ("大家伙",)
