"""A draft to write, and hands to edit a Word file as people and programs do."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from drafter.drafting.draft import Draft
from drafter.word import as_printed, write_word

from .drafts import random_draft, sample_draft
from .written import NS, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HERE = Path(__file__).parent


@pytest.fixture
def draft() -> Draft:
    return sample_draft()


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


@pytest.fixture
def page(draft, parts):
    return parts(write_word(draft, author="安平县人民政府"))


@pytest.fixture
def paragraphs(draft, body):
    """The text paragraphs by their text; empty lines left out."""
    found = body(write_word(draft)).iterfind("w:p", NS)
    return {text(p): p for p in found if text(p)}


@pytest.fixture
def sent(draft):
    return as_printed(draft)
