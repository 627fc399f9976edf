"""Old formats go through LibreOffice where there is one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from drafter.errors import SourceError
from drafter.reading import SourceText
from drafter.reading.sources import legacy, open_sources
from drafter.reading.sources.legacy import find_office, read_legacy
from drafter.reading.sources.refusals import Limits

OLD = b"{\\rtf1\\ansi\\ansicpg936 \\'cd\\'ac\\'d6\\'be\\'c3\\'c7:\\par \\'bd\\'f1\\'cc\\'ec\\par}"
SAID = ["同志们:", "今天"]


@pytest.fixture
def office() -> str:
    found = find_office()
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


def test_without_libreoffice_the_way_out_is_told(monkeypatch) -> None:
    monkeypatch.setattr(legacy, "find_office", lambda: None)
    with pytest.raises(SourceError, match="另存为") as caught:
        read_legacy(OLD, ".doc")
    assert caught.value.code == "S010"


@pytest.fixture
def fake_office(tmp_path: Path, monkeypatch):
    """A command in the place of LibreOffice's."""

    def install(script: str) -> None:
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setattr(legacy, "find_office", lambda: str(path))

    return install


def test_a_conversion_that_gives_nothing_is_told(fake_office) -> None:
    fake_office("exit 0")
    with pytest.raises(SourceError, match="可能已损坏") as caught:
        read_legacy(OLD, ".doc")
    assert caught.value.code == "S011"


def test_a_conversion_that_hangs_is_ended_with_all_it_started(fake_office, tmp_path: Path) -> None:
    fake_office(f"sleep 60 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(SourceError, match="1 秒没有转完"):
        read_legacy(OLD, ".doc", Limits(convert_seconds=1))
    child = (tmp_path / "child").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True)
    assert state.stdout.strip()[:1] in {"", "Z"}


def test_a_command_that_cannot_start_is_told(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(legacy, "find_office", lambda: str(tmp_path / "nothing"))
    with pytest.raises(SourceError, match="启动不了"):
        read_legacy(OLD, ".doc")


@pytest.mark.office
@pytest.mark.slow
def test_rich_text(office: str) -> None:
    assert [line for line in read_legacy(OLD, ".rtf") if line] == SAID


@pytest.mark.office
@pytest.mark.slow
def test_doc_wps_and_odt_files_of_a_folder(office: str, tmp_path: Path) -> None:
    (tmp_path / "源.rtf").write_bytes(OLD)
    for target in ("doc", "odt"):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [office, "--headless", profile, "--convert-to", target, "--outdir", "texts"]
        subprocess.run([*command, "源.rtf"], cwd=tmp_path, capture_output=True, check=True)
    folder = tmp_path / "texts"
    (folder / "源.wps").write_bytes((folder / "源.doc").read_bytes())
    sources = list(open_sources([folder]))
    assert len(sources) == 3
    for source in sources:
        assert isinstance(source, SourceText)
        assert [line for line in source.lines if line] == SAID
