import numpy as np
import pytest

from drafter.errors import InputError
from drafter.review.corpus import build_index, open_index
from drafter.text.traditional import simplified

from .small import brief_with, found, speech_with

PASSAGE = "老槐树底下的石磨转了一辈子，磨出的豆浆养大了半条巷子的孩子"
SOURCE = f"从前有条巷子。{PASSAGE}，如今石磨歇了，树还在。"


def test_a_copied_passage_is_shown_with_its_twin():
    index = build_index([("旧稿.txt", SOURCE)])
    speech = speech_with(f"我想起{PASSAGE}。")
    (finding,) = found(speech, brief_with(), "copied-run", corpus=index)
    assert (finding.code, finding.level, finding.paragraph) == ("copied-run", "error", "p6")
    assert "旧稿.txt" in finding.message
    assert PASSAGE.replace("，", "") in finding.message
    assert finding.text.startswith("老槐树")


def test_changed_marks_hide_nothing_and_short_runs_are_nobodys():
    index = build_index([("旧稿.txt", SOURCE)])
    changed = PASSAGE.replace("，", "；")
    assert found(speech_with(changed + "。"), brief_with(), "copied-run", corpus=index)
    short = speech_with("老槐树底下的石磨转了一圈。")
    assert found(short, brief_with(), corpus=index) == []


def test_a_changed_word_hides_nothing():
    index = build_index([("旧稿.txt", SOURCE), ("另一篇.txt", "别的话。" * 9)])
    changed = "老槐树底下的石磨转了一辈子，磨出豆浆养大了"
    speech = speech_with(f"我想起{changed}人。")
    (finding,) = found(speech, brief_with(), "copied-run", corpus=index)
    assert "改了个别字" in finding.message
    assert finding.text == changed


def test_a_short_sentence_that_is_nearly_all_anothers_is_copied():
    index = build_index([("旧稿.txt", "一座桥的名声，往往就毁在一颗没有拧紧的螺丝上。")])
    changed = "一条路的名声，常常就毁在一颗没有拧紧的螺丝上。"
    assert found(speech_with(changed), brief_with(), "copied-run", corpus=index)
    part = "修桥的老人在会上对年轻人说，祸事就毁在一颗没有拧紧的螺丝上。"
    assert not found(speech_with(part), brief_with(), "copied-run", corpus=index)


def test_a_whole_sentence_is_copied_be_it_shorter_still():
    source = "石磨歇了，豆浆的香还在巷子里。"
    index = build_index([("旧稿.txt", source), ("另一篇.txt", "别的话。" * 9)])
    assert found(speech_with(source), brief_with(), "copied-run", corpus=index)
    longer = "雪停了，石磨歇了，豆浆的香还在巷口。"
    assert not found(speech_with(longer), brief_with(), "copied-run", corpus=index)


def test_a_clause_left_out_hides_nothing():
    source = "巷子好不好，不看门楼修得多高，要看清早有没有豆浆的香。"
    index = build_index([("旧稿.txt", source), ("另一篇.txt", "别的话。" * 9)])
    short = "巷子好不好，要看清早有没有豆浆的香。"
    (finding,) = found(speech_with(short), brief_with(), "copied-run", corpus=index)
    assert finding.text == short.rstrip("。")


def test_a_sentence_put_together_from_pieces_of_one_source_is_copied():
    source = "石磨歇了，树还在。豆浆养大了半条巷子的孩子，磨盘上的青苔记得每一个清早。"
    index = build_index([("旧稿.txt", source), ("另一篇.txt", "别的话。" * 9)])
    turned = "磨盘上的青苔记得每一个清早，也记得豆浆养大了半条巷子的孩子。"
    (finding,) = found(speech_with(turned), brief_with(), "copied-run", corpus=index)
    assert finding.text == turned.rstrip("。")
    apart = "磨盘上的青苔厚了。豆浆养大了半条街的人。"
    assert not found(speech_with(apart), brief_with(), "copied-run", corpus=index)


SCATTERED = (
    "船夫把缆绳往石桩上一套，跳上岸来就喊孩子的小名。岸边蒲扇摇得正慢，"
    "卖凉粉的老汉抬头笑一笑。等到渔火一盏一盏亮起来，整条河都有了人声。"
)


def test_a_sentence_cut_small_and_put_in_another_order_is_copied():
    index = build_index([("旧稿.txt", SCATTERED), ("另一篇.txt", "别的话。" * 9)])
    mixed = "渔火一盏一盏亮着，船夫跳上岸来就喊，老汉抬头笑一笑，缆绳往石桩上一绕，蒲扇摇得正欢。"
    (finding,) = found(speech_with(mixed), brief_with(), "copied-run", corpus=index)
    assert finding.level == "error"
    assert finding.text.startswith("渔火一盏")
    # Single turns of phrase are anybody's.
    turns = "渔火一盏一盏亮着的时候，我们已经把今天的活干完，各自收拾东西回家，缆绳往石桩上一绕。"
    assert found(speech_with(turns), brief_with(), "copied-run", corpus=index) == []


def test_a_change_does_not_lead_from_one_source_into_the_next():
    index = build_index(
        [("甲.txt", "老槐树底下的石磨转了一辈子"), ("乙.txt", "孩子们都记得那味道")]
    )
    speech = speech_with("老槐树底下的石磨转了一辈子孩子们都记得那味道。")
    assert found(speech, brief_with(), "copied-run", corpus=index) == []


def test_the_briefs_words_are_not_copied():
    index = build_index([("旧稿.txt", SOURCE)])
    brief = brief_with(成绩=[PASSAGE])
    assert found(speech_with(PASSAGE + "。"), brief, corpus=index) == []


def test_what_three_sources_have_is_common_property():
    index = build_index([(f"{n}.txt", f"{n}说：{PASSAGE}。") for n in "甲乙丙"])
    assert found(speech_with(PASSAGE + "。"), brief_with(), corpus=index) == []


def test_many_short_runs_of_one_source_add_up():
    pieces = [
        "灯笼挂在檐下照着雪地",
        "孩子们踩着脚印去上学",
        "送奶工的车铃响得很早",
        "磨豆腐的人家亮着灯火",
    ]
    source = "。".join(p + "，风里有柴烟" for p in pieces)
    speech = speech_with(*(f"{p}，风里有人唱歌。" for p in pieces))
    codes = {f.code for f in found(speech, brief_with(), corpus=build_index([("a", source)]))}
    assert "copied-share" in codes


def test_any_run_of_twelve_characters_is_found_wherever_it_stands():
    rng = np.random.default_rng(7)
    text = _random_text(rng, 3000)
    index = build_index([("a", text)])
    for start in range(0, 2900, 41):
        run = text[start : start + 12]
        matches = index.matches(f"鼠{run}鼠")
        assert [(m.start, m.end) for m in matches] == [(1, 13)]
        (match,) = matches
        assert index.passage(match.place, match.place + 12) == run


def test_a_run_does_not_reach_over_two_sources():
    one, other = "东南西北风雨雷电霜雪冰霰", "春夏秋冬梅兰竹菊松柏桐槐"
    index = build_index([("a", one), ("b", other)])
    places = {(m.start, m.end, m.source) for m in index.matches(one + other)}
    assert places == {(0, 12, 0), (12, 24, 1)}


def test_the_index_is_kept_by_content(tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "a.txt").write_text(SOURCE, "utf-8")
    cache = tmp_path / "cache"
    built = open_index([folder], cache=cache)
    kept = open_index([folder], cache=cache)
    assert np.array_equal(built.hashes, kept.hashes)
    assert kept.names == built.names
    assert len(list(cache.iterdir())) == 1
    (folder / "a.txt").write_text(SOURCE + "又下雪了。", "utf-8")
    assert len(open_index([folder], cache=cache).codes) > len(kept.codes)


def test_a_broken_index_is_built_again(tmp_path):
    (tmp_path / "a.txt").write_text(SOURCE, "utf-8")
    cache = tmp_path / "cache"
    open_index([tmp_path / "a.txt"], cache=cache)
    (kept,) = cache.iterdir()
    (kept / "hashes.npy").write_bytes(b"rubbish")
    assert open_index([tmp_path / "a.txt"], cache=cache).matches(PASSAGE.replace("，", ""))


def test_a_corpus_without_text_is_an_error(tmp_path):
    with pytest.raises(InputError, match="没有读到文字") as refused:
        open_index([tmp_path / "none.txt"], cache=tmp_path / "cache")
    assert "没有这个文件" in refused.value.lines()[0]


def test_what_could_not_be_read_is_told_each_time(tmp_path):
    (tmp_path / "a.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "empty").mkdir()
    for _ in ("built", "kept"):
        index = open_index([tmp_path / "a.txt", tmp_path / "empty"], cache=tmp_path / "cache")
        assert [line.split(":")[0] for line in index.skipped] == [str(tmp_path / "empty")]


def _random_text(rng: np.random.Generator, size: int) -> str:
    return simplified("".join(chr(0x4E00 + int(c)) for c in rng.integers(0, 8000, size)))


def _speech_text(seed: int) -> str:
    """A text of 900 characters that no other seed has anything of."""
    return _random_text(np.random.default_rng(seed), 900)


def test_versions_of_one_text_are_one_source():
    text = _speech_text(3)
    versions = [f"初稿{text}", f"{text[:500]}改了几句{text[500:]}", text[200:]]
    others = [_speech_text(seed) for seed in (4, 5)]
    index = build_index([(f"{i}.txt", t) for i, t in enumerate([*others, *versions])])
    assert index.families.tolist() == [0, 1, 2, 2, 2]
    copied = text[300:340]
    (finding,) = found(
        speech_with(f"{copied}。{'今天天气很好，大家都来了。' * 30}"),
        brief_with(),
        "copied-run",
        corpus=index,
    )
    assert finding.text == copied


def test_a_whole_text_is_told_once_whatever_its_versions():
    text = _speech_text(6)
    index = build_index([(f"{n}.txt", n + text) for n in "甲乙丙"])
    (finding,) = found(speech_with(text), brief_with(), "copied-share", corpus=index)
    assert "几乎就是同一篇" in finding.message


def test_of_a_copied_draft_is_told_how_much_the_brief_says_itself():
    text = _speech_text(7)
    brief = brief_with(成绩=[text[:750]])
    index = build_index([("旧稿.txt", text)])
    (finding,) = found(speech_with(text), brief, "copied-share", corpus=index)
    assert "全文有94%的文字与“旧稿.txt”相同" in finding.message
    assert "不是提纲和句式里的话占全文16%" in finding.message


def test_a_traditional_text_is_compared_as_drafts_are_read(tmp_path):
    (tmp_path / "舊稿.txt").write_text(
        "老渡口的擺渡人把麻繩繫在歪脖柳樹上，對過往的鄉親們說，這條河養了幾代人，誰也不許糟蹋。",
        "utf-8",
    )
    index = open_index([tmp_path], cache=tmp_path / "cache")
    for copied in (
        "老渡口的摆渡人把麻绳系在歪脖柳树上，对过往的乡亲们说。",
        "老渡口的擺渡人把麻繩繫在歪脖柳樹上，對過往的鄉親們說。",
    ):
        (finding,) = found(speech_with(copied), brief_with(), "copied-run", corpus=index)
        assert finding.text in copied
