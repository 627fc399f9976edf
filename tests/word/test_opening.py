"""Files nobody vouches for: one clear Chinese line, nothing executed, nothing blown up."""

from __future__ import annotations

import resource
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from drafter.errors import SourceError
from drafter.word import read_word, write_word

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def refused(data):
    with pytest.raises(SourceError) as caught:
        read_word(data)
    message = str(caught.value)
    assert "\n" not in message
    return caught.value.code


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7", b"\x00" * 100])
def test_no_word_file(data):
    assert refused(data) == "W001"


def test_encrypted_files_and_old_doc_files():
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600) == "W002"


def test_a_zip_that_is_no_word_file(repack):
    assert refused(repack({"a.txt": b"x"})) == "W001"
    assert refused(repack({"[Content_Types].xml": b"<Types/>"})) == "W001"


def test_a_truncated_file(draft):
    data = write_word(draft)
    for length in (10, 100, len(data) // 2, len(data) - 30):
        assert refused(data[:length]) in ("W001", "W003")


def test_flipped_bytes_never_give_a_traceback(draft):
    """Whatever one byte of damage does, it is an error of ours or still a document."""
    data = write_word(draft)
    outcomes = set()
    for at in range(0, len(data), 97):
        damaged = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            read_word(damaged)
            outcomes.add("read")
        except SourceError as error:
            outcomes.add(error.code)
    assert "W003" in outcomes


def test_broken_xml(draft, parts, repack):
    data = parts(write_word(draft))
    assert refused(repack(data | {"word/document.xml": b"<w:document"})) == "W003"
    assert refused(repack(data | {"word/styles.xml": b"\xff\xfe<"})) == "W003"


def test_deep_nesting(draft, parts, repack):
    deep = f'<w:document xmlns:w="{W_NS}"><w:body>' + "<w:ins>" * 100_000
    assert (
        refused(repack(parts(write_word(draft)) | {"word/document.xml": deep.encode()})) == "W003"
    )


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "_rels/.rels", "customXml/item1.xml"]
)
def test_entities_are_refused_unexpanded(draft, parts, repack, name):
    bomb = (
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    )
    body = f'<w:document xmlns="urn:drafter:draft:1" xmlns:w="{W_NS}">&c;</w:document>'
    data = parts(write_word(draft))
    assert refused(repack(data | {name: (bomb + body).encode()})) == "W006"


def test_an_external_entity_is_not_fetched(draft, parts, repack, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("绝密")
    bomb = (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>'
        f'<w:document xmlns:w="{W_NS}">&x;</w:document>'
    )
    assert (
        refused(repack(parts(write_word(draft)) | {"word/document.xml": bomb.encode()})) == "W006"
    )


def test_macros(draft, parts, repack):
    data = parts(write_word(draft))
    assert refused(repack(data | {"word/vbaProject.bin": b"x"})) == "W004"
    types = data["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert refused(repack(data | {"[Content_Types].xml": types})) == "W004"


def test_a_part_that_swells_is_cut_off(draft, parts, repack):
    swollen = f'<w:document xmlns:w="{W_NS}">'.encode() + b" " * (40 << 20)
    assert refused(repack(parts(write_word(draft)) | {"word/document.xml": swollen})) == "W005"


def test_thousands_of_entries(draft, parts):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts(write_word(draft)).items():
            archive.writestr(name, data)
        for number in range(5000):
            archive.writestr(f"x/{number}", b"")
    assert refused(buffer.getvalue()) == "W005"


def test_a_huge_file_on_disk_is_not_even_read(tmp_path):
    path = tmp_path / "大.docx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(80 << 20)
    with pytest.raises(SourceError) as caught:
        read_word(path)
    assert caught.value.code == "W005"
    assert str(path) in str(caught.value)


def test_a_missing_file_and_a_folder(tmp_path):
    for path in (tmp_path / "没有.docx", tmp_path):
        with pytest.raises(SourceError):
            read_word(path)


@pytest.mark.slow
def test_the_largest_document_taken_stays_within_memory(draft, parts, repack, tmp_path):
    """16 MB of paragraphs, the most a part may hold, in 700 MB of address space."""
    paragraph = f"<w:p><w:r><w:t>{'安' * 300}</w:t></w:r></w:p>"
    count = (15 << 20) // len(paragraph.encode())
    body = f'<w:document xmlns:w="{W_NS}"><w:body>{paragraph * count}</w:body></w:document>'
    path = tmp_path / "大.docx"
    path.write_bytes(repack(parts(write_word(draft)) | {"word/document.xml": body.encode()}))
    script = (
        "import sys; from drafter.word import read_word; "
        "print(len(read_word(sys.argv[1]).speech.paragraphs))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20)),
    )
    assert done.stdout.strip() == str(count), done.stderr[-500:]
