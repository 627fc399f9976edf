"""``drafter draft``: one brief, several, and everything that can be wrong with the call."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from drafter.brief.vocabulary import genres
from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text

Run = Callable[..., tuple[int, str, str]]

BRIEF = """\
文种: 例会讲话
会议: 全镇第三季度工作例会
时间: 2026-10-09
单位: {名称: 青石镇, 层级: 乡镇}
主题: {名称: 秋冬重点工作, 领域: 乡村振兴}
议程: [{主体: 镇党政办, 事项: 通报了三季度任务完成情况}]
要点:
  - 着眼: 任务
    内容:
      - {任务: 抓好秋粮收购, 措施: [增设收购点], 责任: 镇农办, 时限: 10月底前}
  - 着眼: 责任
    内容: [各村支部书记要到田间地头解决问题]
"""


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    file = tmp_path / "brief.yaml"
    file.write_text(BRIEF, encoding="utf-8")
    return file


def test_a_word_file_and_its_notes(run: Run, brief: Path):
    out = brief.with_suffix(".docx")
    status, printed, notes = run("draft", brief, "-o", out)
    assert (status, printed) == (0, "")
    assert out.read_bytes().startswith(b"PK")
    assert "已写出" in notes
    assert "分钟" in notes


def test_the_same_call_gives_the_same_bytes(run: Run, brief: Path):
    outs = [brief.with_name(f"{n}.docx") for n in "ab"]
    for out in outs:
        run("draft", brief, "-o", out, "--seed", "3")
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_another_seed_gives_another_draft(run: Run, brief: Path):
    first, second = (run("draft", brief, "--seed", str(s))[1] for s in (1, 2))
    assert first != second
    assert all("镇农办" in text and "10月底前" in text for text in (first, second))


def test_json_shows_where_each_sentence_comes_from(run: Run, brief: Path):
    made = json.loads(run("draft", brief, "--format", "json")[1])
    assert made["patterns"].startswith("sha256:")
    spoken = [p for p in made["paragraphs"] if p["role"] in ("opening", "body", "closing")]
    sentences = [s for p in spoken for s in p["sentences"]]
    assert sentences
    assert all(s["origin"] in ("mined", "authored", "brief") for s in sentences)
    assert all(s["pattern"] for s in sentences if s["origin"] != "brief")
    assert all("".join(s["text"] for s in p["sentences"]) == p["text"] for p in spoken)
    assert any("要点" in field for s in sentences for field in s["fields"])


def test_markdown_and_text_are_clean(run: Run, brief: Path):
    for kind in ("md", "txt"):
        text = run("draft", brief, "--format", kind)[1]
        assert "{{" not in text
        assert "\x1e" not in text
        assert "青石镇" in text or "我镇" in text or "全镇" in text


@pytest.mark.parametrize("genre", sorted(genres()))
def test_a_draft_parses_back_to_its_plan(run: Run, root: Path, genre: str):
    example = root / "templates" / genre / "example.yaml"
    made = json.loads(run("draft", example, "--format", "json")[1])
    text = run("draft", example, "--format", "txt")[1]
    (speech,) = parse_text(SourceText("draft.txt", tuple(text.split("\n")))).speeches
    planned = [
        (p["level"], p["label"], p["text"][: p["heading_end"]].rstrip("。"))
        for p in made["paragraphs"]
        if p["role"] == "heading"
    ]
    assert [(a, b, c.rstrip("。")) for a, b, c in speech.outline()] == planned


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch):
    stdin = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + BRIEF.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    status, out, _ = run("draft", "-")
    assert status == 0
    assert "秋粮收购" in out


def test_several_briefs_land_in_a_folder(run: Run, brief: Path, tmp_path: Path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("文种: 例会讲话\n", encoding="utf-8")
    folder = tmp_path / "out"
    status, _, err = run("draft", brief, brief, wrong, "-o", f"{folder}/")
    assert status == 1
    assert len(list(folder.glob("*.docx"))) == 2
    assert "wrong.yaml:1:1: B006 缺少必填的“单位”" in err
    assert "共写出 2 份" in err
    assert "1 份没有写成" in err


def test_a_brief_with_wrong_keys_writes_nothing(run: Run, brief: Path):
    brief.write_text(BRIEF.replace("层级", "层次"), encoding="utf-8")
    out = brief.with_suffix(".docx")
    status, _, err = run("draft", brief, "-o", out)
    assert status == 1
    assert "B003 不认识的键“层次”" in err
    assert not out.exists()


@pytest.mark.parametrize("target", ["none/x.docx", "brief.yaml/x.docx"])
def test_an_output_that_cannot_be_written(run: Run, brief: Path, tmp_path: Path, target: str):
    status, _, err = run("draft", brief, "-o", tmp_path / target)
    assert status == 2
    assert "U002" in err
    assert [f.name for f in tmp_path.iterdir()] == ["brief.yaml"]


def test_an_old_file_stays_when_the_brief_is_wrong(run: Run, brief: Path):
    out = brief.with_suffix(".md")
    out.write_text("old", encoding="utf-8")
    run("draft", brief.with_name("gone.yaml"), "-o", out)
    assert out.read_text("utf-8") == "old"


def test_a_folder_that_is_no_pack(run: Run, brief: Path, tmp_path: Path):
    status, _, err = run("draft", brief, "--patterns", tmp_path)
    assert status == 1
    assert "没有句式包" in err


def test_drafting_loads_neither_jieba_nor_the_web_nor_the_miner(root: Path, brief: Path):
    import subprocess

    code = (
        "import sys; sys.argv = ['drafter', 'draft', sys.argv[1], '-o', sys.argv[1] + '.docx']\n"
        "from drafter.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('jieba', 'starlette', 'drafter.mining', 'drafter.web', 'docx',"
        " 'rich', 'pydantic', 'opencc', 'trafilatura') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(brief)],
        capture_output=True,
        text=True,
        cwd=root,
        check=True,
    )
    assert done.stdout == "[]\n"


def test_a_new_draft_put_onto_an_edited_file_keeps_the_edit(run: Run, brief: Path):
    from docx import Document

    first, second = brief.with_name("first.docx"), brief.with_name("second.docx")
    run("draft", brief, "-o", first)
    document = Document(str(first))
    touched = [p for p in document.paragraphs if len(p.text) > 30][-1]
    touched.runs[0].text = "这一句是手写的。" + touched.runs[0].text
    document.save(str(first))
    brief.write_text(BRIEF.replace("10月底前", "10月25日前"), encoding="utf-8")
    status, _, notes = run("draft", brief, "--onto", first, "-o", second)
    assert status == 0
    text = "\n".join(p.text for p in Document(str(second)).paragraphs)
    assert "这一句是手写的。" in text
    assert "10月25日前" in text
    assert "10月底前" not in text
    assert "手写" in notes


def test_onto_takes_one_brief(run: Run, brief: Path, tmp_path: Path):
    status, _, err = run("draft", brief, brief, "--onto", "x.docx", "-o", f"{tmp_path}/out/")
    assert status == 2
    assert "--onto 只能用于一份提纲" in err


def test_a_podium_copy_with_readings_and_minutes(run: Run, brief: Path):
    pytest.importorskip("pypinyin", reason="the extra 'pinyin' is not installed")
    text = brief.read_text("utf-8").replace("村支部书记", "村支部书记喆堃同志")
    brief.write_text(text, encoding="utf-8")
    out = brief.with_suffix(".docx")
    call = ("draft", brief, "-o", out, "--layout", "大字", "--pinyin", "--minutes")
    assert run(*call)[0] == 0
    with zipfile.ZipFile(out) as archive:
        document = archive.read("word/document.xml").decode()
    assert "<w:ruby>" in document
    assert "zhé" in document
    assert "<w:framePr" in document
    plain = brief.with_name("plain.docx")
    run("draft", brief, "-o", plain, "--layout", "大字")
    with zipfile.ZipFile(plain) as archive:
        document = archive.read("word/document.xml").decode()
    assert "<w:ruby>" not in document
    assert "<w:framePr" not in document


def test_readings_are_not_for_a_template(run: Run, brief: Path):
    status, _, notes = run(
        "draft", brief, "-o", brief.with_suffix(".docx"), "--layout", "模板.docx", "--minutes"
    )
    assert status == 2
    assert "模板" in notes


def _edited(word: Path) -> bytes:
    """A sentence is added by hand, as in Word; the file's new bytes."""
    document = docx.Document(str(word))
    next(p for p in document.paragraphs if "今天" in p.text).add_run("这一句是手写的。")
    document.save(str(word))
    return word.read_bytes()


def test_what_was_changed_by_hand_is_not_written_over(run: Run, brief: Path, tmp_path: Path):
    word = tmp_path / "讲话稿.docx"
    for seed in ("0", "1"):  # a draft that nobody touched may be
        assert run("draft", str(brief), "-o", str(word), "--seed", seed)[0] == 0
    edited = _edited(word)
    status, _, err = run("draft", str(brief), "-o", str(word))
    assert (status, word.read_bytes()) == (1, edited)
    assert err.startswith(f"{word}: R001 这份 Word 里有手改的地方，没有覆盖")
    assert err.count("\n") == 1
    assert run("draft", str(brief), "--onto", str(word), "-o", str(word))[0] == 0
    assert "这一句是手写的。" in "".join(p.text for p in docx.Document(str(word)).paragraphs)
    # What stands there now the drafter has put together, and the hand's words are in it.
    assert run("draft", str(brief), "-o", str(word))[0] == 1


def test_a_folder_of_drafts_keeps_the_one_changed_by_hand(run: Run, brief: Path, tmp_path: Path):
    other = tmp_path / "other.yaml"
    other.write_text(BRIEF.replace("第三季度", "第四季度"), encoding="utf-8")
    call = ("draft", str(brief), str(other), "-o", f"{tmp_path}/稿/")
    assert run(*call)[0] == 0
    word = next((tmp_path / "稿").glob("*第三季度*"))
    edited = _edited(word)
    status, _, err = run(*call)
    assert (status, word.read_bytes()) == (1, edited)
    assert "共写出 1 份" in err


def test_what_goes_ill_together_in_the_brief_is_said_beside_the_draft(run: Run, brief: Path):
    text = brief.read_text("utf-8").replace("层级: 乡镇", "层级: 学校", 1)

    brief.write_text(text, encoding="utf-8")
    status, _, err = run("draft", str(brief))
    assert status == 0
    assert "提醒：“单位.层级”写的是“学校”" in err


def test_options_of_word_files_are_told_to_do_nothing_elsewhere(run: Run, brief: Path):
    out = brief.with_suffix(".md")
    status, _, notes = run("draft", brief, "-o", out, "--layout", "大字", "--minutes")
    assert status == 0
    assert "--layout、--minutes 只用于 Word，写 .md 时不起作用" in notes
    assert "不起作用" not in run("draft", brief, "-o", brief.with_suffix(".docx"), "--minutes")[2]
