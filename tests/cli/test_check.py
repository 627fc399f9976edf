import json
from pathlib import Path

import pytest

from drafter.brief import load_brief
from drafter.drafting import draft
from drafter.drafting.draft import draft_from_json, draft_json
from drafter.drafting.plain import markdown, plain_text
from drafter.resources import shipped
from drafter.word import write_word

EXAMPLE = shipped("templates") / "mobilisation" / "example.yaml"


@pytest.fixture(scope="module")
def made():
    return draft(load_brief(EXAMPLE))


@pytest.fixture(scope="module")
def opening(made):
    """The words that the speech begins with: what a test writes in stands before them."""
    said = next(p for p in made.speech.paragraphs if p.role == "opening")
    return said.sentences[0].text


@pytest.fixture
def folder(tmp_path, made):
    (tmp_path / "a.docx").write_bytes(write_word(made))
    (tmp_path / "a.json").write_text(json.dumps(draft_json(made), ensure_ascii=False), "utf-8")
    (tmp_path / "a.md").write_text(markdown(made.speech), "utf-8")
    (tmp_path / "a.txt").write_text(plain_text(made.speech), "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["a.docx", "a.json", "a.md", "a.txt"])
def test_a_clean_draft_in_any_form_passes(folder, run, name):
    status, out, _ = run("check", folder / name, "--brief", EXAMPLE)
    assert status == 0, out
    assert "【错误】" not in out
    assert "【提醒】" not in out


@pytest.mark.parametrize("name", ["a.json", "a.md", "a.txt"])
def test_a_changed_figure_and_a_foreign_county_are_found(folder, run, opening, name):
    file: Path = folder / name
    text = file.read_text("utf-8").replace("1260", "1620")
    file.write_text(text.replace(opening, f"感谢桑植县。{opening}", 1), "utf-8")
    status, out, _ = run("check", file, "--brief", EXAMPLE)
    assert status == 1
    assert out.startswith("共发现：错误")
    assert "1620" in out
    assert "桑植县" in out


def test_an_edited_word_file(folder, run):
    import docx

    document = docx.Document(str(folder / "a.docx"))
    for paragraph in document.paragraphs:
        if "12月底前" in paragraph.text:
            for piece in paragraph.runs:
                piece.text = piece.text.replace("12月底前", "11月底前")
    document.save(str(folder / "b.docx"))
    status, out, _ = run("check", folder / "b.docx", "--brief", EXAMPLE, "--json")
    assert status == 1
    findings = json.loads(out)
    assert any(f["code"] == "fact-altered" and "11月底" in f["text"] for f in findings)
    assert all(list(f) == ["code", "level", "paragraph", "text", "message"] for f in findings)


def test_what_stands_on_every_page_of_a_word_file_is_read_too(folder, run):
    import docx

    document = docx.Document(str(folder / "a.docx"))
    document.sections[0].header.paragraphs[0].text = "桑植县内部资料"
    document.save(str(folder / "b.docx"))
    status, out, _ = run("check", folder / "b.docx", "--brief", EXAMPLE)
    assert status == 1
    assert "页眉里，提纲里没有这个地名：“桑植县”" in out


def test_a_copied_passage_with_its_source(folder, run, opening):
    passage = "桥头那盏马灯守着渡口四十年，等过夜归的船，也等过赶考的学生"
    corpus = folder / "old"
    corpus.mkdir()
    (corpus / "旧稿.txt").write_text(f"记得{passage}，后来有了大桥。", "utf-8")
    file = folder / "a.txt"
    text = file.read_text("utf-8")
    file.write_text(text.replace(opening, f"{passage}。{opening}", 1), "utf-8")
    status, out, _ = run("check", file, "--brief", EXAMPLE, "--corpus", corpus)
    assert status == 1
    assert "旧稿.txt" in out
    assert "copied-run" in out


def test_the_draft_is_not_copied_from_itself(folder, run):
    (folder / "旧稿.txt").write_text("桥头那盏马灯守着渡口四十年，等过夜归的船。", "utf-8")
    for name in ("a.docx", "a.json", "a.md"):
        (folder / name).unlink()
    status, out, _ = run("check", folder / "a.txt", "--brief", EXAMPLE, "--corpus", folder)
    assert status == 0, out


def test_a_corpus_of_which_a_part_cannot_be_read_is_no_clean_bill(folder, run):
    (folder / "empty").mkdir()
    (folder / "旧稿.txt").write_text("桥头那盏马灯守着渡口四十年，等过夜归的船。", "utf-8")
    given = ("check", folder / "a.json", "--brief", EXAMPLE, "--corpus", folder / "旧稿.txt")
    assert run(*given)[0] == 0
    for unread in ("empty", "没有的.txt"):
        status, out, err = run(*given, "--corpus", folder / unread)
        assert (status, unread in err) == (1, True)
        assert "【错误】" not in out


def test_json_of_a_clean_draft_is_a_list_of_notes(folder, run):
    status, out, _ = run("check", folder / "a.json", "--brief", EXAMPLE, "--json")
    assert status == 0
    assert all(f["level"] == "note" for f in json.loads(out))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.docx", None, "没有这个文件"),
        ("b.json", '{"a": 1}', "不是 drafter 的稿子 JSON"),
        ("b.json", "{", "不是 drafter 的稿子 JSON"),
    ],
)
def test_what_is_no_draft_is_one_line(tmp_path, run, name, content, says):
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    status, out, err = run("check", tmp_path / name, "--brief", EXAMPLE)
    assert status == 1
    assert out == ""
    assert says in err
    assert "Traceback" not in err


def test_the_brief_is_required(folder, run):
    status, _, err = run("check", folder / "a.txt")
    assert status == 2
    assert "--brief" in err


def test_a_draft_survives_its_json(made):
    assert draft_json(draft_from_json(draft_json(made))) == draft_json(made)


def test_words_of_ones_own_pack_are_no_words_added_by_hand(tmp_path, run):
    saying = "炉火要旺，柴禾要干，挑担的人腰杆要直"
    head = "id: ours\nname: 本单位\nversion: 1\norigin: authored\n"
    (tmp_path / "pack.yaml").write_text(head, "utf-8")
    (tmp_path / "points.yaml").write_text(f"- move: measure\n  frame: {saying}。\n", "utf-8")
    text = plain_text(draft(load_brief(EXAMPLE)).speech)
    (tmp_path / "a.txt").write_text(text.replace("。", f"。{saying}。", 1), "utf-8")
    _, alone, _ = run("check", tmp_path / "a.txt", "-b", EXAMPLE, "--json")
    _, beside, _ = run("check", tmp_path / "a.txt", "-b", EXAMPLE, "--json", "--patterns", tmp_path)
    assert "own-words" in {f["code"] for f in json.loads(alone)}
    assert "own-words" not in {f["code"] for f in json.loads(beside)}


@pytest.mark.parametrize("form", ["txt", "md"])
@pytest.mark.parametrize(
    "person",
    [
        {"姓名": "<b>李明</b>", "职务": "县长"},
        {"姓名": "李明", "职务": "鼎新&amp;恒通公司总经理"},
        {"姓名": "李明[1]", "职务": "A&B公司总经理"},
    ],
)
def test_what_the_brief_has_of_markup_is_read_in_its_draft(tmp_path, run, form, person):
    brief, file = tmp_path / "提纲.yaml", tmp_path / f"稿子.{form}"
    given = {"讲话人": person, "会议": "全县清雪会议", "单位": {"名称": "安平县", "层级": "县"}}
    given |= {"文种": "部署讲话", "主题": {"名称": "清雪工作"}, "篇幅": 300}
    brief.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    assert run("draft", brief, "-o", file)[0] == 0
    status, out, _ = run("check", file, "-b", brief)
    assert (status, "没有写进稿子" in out) == (0, False), out


def test_markup_that_the_brief_has_not_is_what_a_page_left(folder, run, opening):
    file = folder / "a.txt"
    marked = file.read_text("utf-8").replace(opening, f"<i>{opening}</i>", 1)
    assert "<i>" in marked
    file.write_text(marked, "utf-8")
    assert run("check", file, "--brief", EXAMPLE)[0] == 0


@pytest.mark.parametrize("form", ["md", "txt"])
def test_marks_and_digits_stand_as_they_were_typed(folder, run, opening, form):
    text = (folder / f"a.{form}").read_text("utf-8")
    typed = text.replace(opening, f'今天,我们"一起"来开会。{opening}', 1)
    typed = typed.replace("1260", "１２６０", 1)
    (folder / f"typed.{form}").write_text(typed, "utf-8")
    status, out, _ = run("check", folder / f"typed.{form}", "--brief", EXAMPLE)
    assert status == 1
    assert all(code in out for code in ("half-width", "straight-quote", "wide-digit"))
    assert "fact-" not in out
