"""Lines cut at a width, with what a page puts below and before them."""

from drafter.reading.model import SourceText
from drafter.reading.parsing import parse_text

TITLE = "在水厂开工仪式上的讲话"
PARAGRAPHS = (
    "今天我们在这里举行水厂开工仪式，标志着清水工程进入了新的阶段，我代表县政府向各位建设者表示慰问。",
    "一、质量第一。施工单位要把好每一道关口，监理单位要天天到现场，材料进场要逐批检验，一处也不能马虎大意。",
    "二、安全为天。基坑开挖以前要编制专项方案，经过专家论证以后再实施，决不允许冒险蛮干，违章指挥。",
    "同志们，清水是全县人民的期盼。让我们同心协力，日夜兼程，早日把这座水厂交到人民群众手中！",
)
NOTES = ("[1] 清水工程，指从青石水库引水到县城的全部管线、泵站和水厂，概算投资三亿二千万元。",)


def paragraphs(indent, width, below=()):
    """Role and text of the paragraphs of the speech, cut at a width behind an indent."""
    lines = [TITLE, "同志们："]
    for said in PARAGRAPHS:
        first = width - len(indent) // 2
        rest = [said[i : i + width] for i in range(first, len(said), width)]
        lines += [indent + said[:first], *rest]
    (speech,) = parse_text(SourceText("t", (*lines, *below))).speeches
    return [(p.role, p.text) for p in speech.paragraphs[2:]]


def test_an_indent_of_narrow_blanks():
    found = paragraphs("    ", 26)
    assert [text for _, text in found] == list(PARAGRAPHS)
    assert [role for role, _ in found] == ["opening", "heading", "heading", "closing"]


def test_a_note_below_that_was_not_cut():
    assert [text for _, text in paragraphs("    ", 26, NOTES)] == list(PARAGRAPHS)


def test_no_indent_and_a_note():
    assert [text for _, text in paragraphs("", 26, NOTES)] == list(PARAGRAPHS)
