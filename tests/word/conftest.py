"""A draft to write, and hands to edit a Word file as people and programs do."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from drafter.drafting.draft import Draft, Pending
from drafter.speech import Paragraph, Sentence, Speech

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HERE = Path(__file__).parent
AGENDA = "【请填写：会议议程】"
TITLE = "在全县安全生产百日攻坚行动动员会议上的讲话"


def sample_draft() -> Draft:
    """A small speech with every role, three heading levels, a place to fill and hard characters."""
    opening = (
        Sentence(
            "今天，我们召开全县安全生产百日攻坚行动动员会，主要任务是部署“百日攻坚”——守住底线。",
            "occasion",
            "opening.purpose.0007",
            "mined",
            ("会议", "主题.名称"),
        ),
        Sentence(f"刚才，{AGENDA}。", "review", None, "authored", ("议程",)),
        Sentence("下面，我讲两点意见。", "transition"),
    )
    tasks = (
        Sentence("（一）摸清底数。", "heading"),
        Sentence(
            "今年以来全县共排查隐患1,260处，要在12月底前整改到位。",
            "task",
            None,
            "brief",
            ("成绩",),
        ),
        Sentence("每天9:30调度一次，喆堃同志牵头。", "task", None, "brief"),
    )
    paragraphs = (
        Paragraph("p1", "title", TITLE),
        Paragraph("p2", "date", "（2026年11月21日）"),
        Paragraph("p3", "speaker", "县委副书记、县长  李明"),
        Paragraph("p4", "salutation", "同志们："),
        Paragraph("p5", "opening", "".join(s.text for s in opening), sentences=opening),
        Paragraph("p6", "heading", "一、提高站位，认清形势", 1, "一", 11),
        Paragraph("p7", "body", "安全生产是民生大事，一丝一毫不能放松。"),
        Paragraph("p8", "heading", "".join(s.text for s in tasks), 2, "一", 7, sentences=tasks),
        Paragraph("p9", "heading", "一是建立台账。逐项登记、逐项销号。", 3, "一", 6),
        Paragraph("p10", "heading", "二、压实责任，抓好落实", 1, "二", 11),
        Paragraph("p11", "body", "A & B、x < y > z、“引号”、……、😀、𠮷野家，都要原样保留。"),
        Paragraph("p12", "closing", "同志们，让我们守护好安平县的一方平安！"),
        Paragraph("p13", "signature", "安平县人民政府"),
    )
    speech = Speech(
        paragraphs,
        title=TITLE,
        date="2026-11-21",
        speaker="李明",
        salutation="同志们",
        genre="mobilisation",
    )
    pending = (Pending("议程", "p5", AGENDA),)
    return Draft(speech, 7, "sha256:aa", "sha256:bb", pending=pending)


@pytest.fixture
def draft() -> Draft:
    return sample_draft()


def random_draft(seed: int) -> Draft:
    """A draft of any shape a seed leads to, half-width marks, rare characters and all."""
    dice = random.Random(seed)
    marks = "，。；：！？、“”（）《》—…,;:!?()\"'&<>%.0123456789 AZaz喆堃𠮷😀〇①é\u00a0"
    pool = "安平县全面排查重点行业隐患建立台账挂图作战压实责任" + marks

    def words(most: int) -> str:
        return "".join(dice.choice(pool) for _ in range(dice.randint(1, most)))

    paragraphs = []
    pending = []
    roles = ["title", "date", "speaker", "salutation", "opening", "heading", "body", "closing"]
    for number in range(dice.randint(1, 14)):
        role = dice.choice([*roles, "signature", "body", "heading"])
        name = dice.choice([f"p{number}", f"段-{number}", f"x{number}_"])
        sentences = tuple(
            Sentence(words(40), origin=dice.choice([None, "mined", "brief"]), fields=("会议",))
            for _ in range(dice.randint(0, 3))
        )
        text = "".join(s.text for s in sentences) or words(120)
        if dice.random() < 0.2:
            pending.append(Pending("议程", name, AGENDA))
            text += AGENDA
        level = dice.randint(1, 5) if role == "heading" else None
        end = dice.randint(1, len(text)) if role == "heading" else None
        label = "一" if role == "heading" else None
        paragraphs.append(Paragraph(name, role, text, level, label, end, sentences))
    speech = Speech(tuple(paragraphs), title=words(20), date=None, salutation=words(5))
    return Draft(speech, seed, "sha256:00", pending=tuple(pending), rate=dice.randint(100, 400))


def read_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def make_zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.fixture
def parts() -> Callable[[bytes], dict[str, bytes]]:
    """The parts of a docx by name."""
    return read_parts


@pytest.fixture
def repack() -> Callable[[dict[str, bytes]], bytes]:
    """Parts back into a docx."""
    return make_zip


@pytest.fixture
def edit() -> Callable[[bytes, Callable[[str], str]], bytes]:
    """Change document.xml of a docx as text."""

    def change(data: bytes, how: Callable[[str], str]) -> bytes:
        found = read_parts(data)
        before = found["word/document.xml"].decode()
        after = how(before)
        assert after != before, "the edit changed nothing"
        return make_zip(found | {"word/document.xml": after.encode()})

    return change


@pytest.fixture
def body() -> Callable[[bytes], etree._Element]:
    """The w:body of a docx."""

    def parse(data: bytes) -> etree._Element:
        return etree.fromstring(read_parts(data)["word/document.xml"])[0]

    return parse


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Convert files with LibreOffice, with the free faces of fonts.conf in place of the real.

    Gives the path of the first; the others stand beside it.
    """
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("office")

    def run(source: Path, kind: str, *more: Path) -> Path:
        out = tmp_path_factory.mktemp("converted")
        command = [soffice, f"-env:UserInstallation=file://{profile}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(out), *map(str, (source, *more))]
        env = os.environ | {"FONTCONFIG_FILE": str(HERE / "fonts.conf"), "HOME": str(profile)}
        subprocess.run(command, check=True, capture_output=True, timeout=180, env=env)
        return out / f"{source.stem}.{kind}"

    return run


@pytest.fixture
def make_random() -> Callable[[int], Draft]:
    return random_draft


@pytest.fixture(scope="session")
def audit() -> Callable[[bytes], list[str]]:
    """What openxml-audit has to say of a docx."""
    from openxml_audit import OpenXmlValidator

    def run(data: bytes) -> list[str]:
        # A fresh validator each time: its caches go by id(package), and ids come round again.
        validator = OpenXmlValidator()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.docx"
            path.write_bytes(data)
            return [str(error) for error in validator.validate(str(path)).errors]

    return run
