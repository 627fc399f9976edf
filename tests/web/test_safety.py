"""What a server on an office network must withstand."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from drafter.web import app as web_app
from drafter.web.fields import MAX_FIELDS

EVERY_GET = ["/", "/history", "/bank", "/mine", "/read", "/nowhere", "/static/app.css"]
HTMX = {"hx-request": "true"}


@pytest.mark.parametrize("path", EVERY_GET)
def test_every_page_carries_the_policy_and_needs_nothing_it_forbids(client: TestClient, path: str):
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert not re.search("unsafe|http|data:|\\*", policy)
    if "html" in answer.headers["content-type"]:
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?! src=\"/static/)", answer.text)
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", answer.text)


def test_a_foreign_host_sees_nothing(client: TestClient):
    answer = client.get("/", headers={"host": "rebound.example:8765"})
    assert answer.status_code == 400
    assert "讲话" not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/save", "/preview", "/history/1/delete", "/mine", "/bank/x/rejected", "/download/docx"],
)
def test_no_other_site_can_post(client: TestClient, path: str):
    for headers in (
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ):
        assert client.post(path, data={"会议": "甲"}, headers=headers).status_code == 403
    del client.headers["sec-fetch-site"]
    evil = {"origin": "http://127.0.0.1:9999"}
    assert client.post(path, data={"会议": "甲"}, headers=evil).status_code == 403


def test_template_syntax_in_a_field_is_printed_as_it_stands(
    client: TestClient, brief: dict[str, str]
):
    for code in ("{{ 7*7 }}", "{% for x in y %}", "{# no #}", "${7*7}", "<b>粗</b>"):
        text = client.post("/download/txt", data={**brief, "地点": f"县{code}室"}).text
        shown = client.post("/preview", data={**brief, "地点": f"县{code}室"}).text
        assert "49" not in text
        assert "<b>" not in shown
        assert code.replace(" ", "") in text.replace(" ", "").replace("＜", "<").replace("＞", ">")


def test_too_many_fields_are_refused_in_chinese(client: TestClient):
    fields = {f"成绩.{i}": "甲" for i in range(MAX_FIELDS + 200)}
    answer = client.post("/preview", data=fields, headers=HTMX)
    assert "表单里的项目太多" in answer.text
    assert answer.headers["hx-retarget"] == "#notice"
    assert "表单里的项目太多" in client.post("/save", data=fields).text


def test_a_list_too_long_and_a_field_too_long_are_said(client: TestClient, brief: dict[str, str]):
    many = {**brief, **{f"成绩.{i}": "甲" for i in range(400)}}
    assert re.search("“?成绩”?[^<]*300", client.post("/preview", data=many).text)
    for field, limit in (("地点", "300"), ("号召.寄语", "30000")):
        long = client.post("/preview", data={**brief, field: "长" * 40_000}).text
        assert field in long
        assert f"最多{limit}字" in long.replace(" ", "")


def test_a_body_too_large_is_refused_also_when_it_hides_its_size(client: TestClient):
    assert client.post("/preview", content=b"x" * 12_000_001).status_code == 413

    def chunks():
        for _ in range(13):
            yield b"x" * 1_000_000

    answer = client.post("/preview", content=chunks())
    assert answer.status_code == 413
    assert "内容太大" in answer.text


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff\xfe", b"%FF%FE=%00", b"a" * 100_000, "会议".encode() * 1000],
)
def test_what_is_no_form_does_no_harm(client: TestClient, data: bytes):
    headers = {"content-type": "application/x-www-form-urlencoded"}
    for path in ("/preview", "/save", "/sentence", "/choose", "/lock", "/form", "/download/docx"):
        assert client.post(path, content=data, headers=headers).status_code in (200, 400)


def test_broken_multipart_is_refused(client: TestClient):
    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = client.post("/open", content=b"--x\r\nnonsense", headers=headers)
    assert answer.status_code == 400
    assert re.search("表单读不出来|请选一个提纲文件", answer.text)


def test_too_many_files_are_refused(client: TestClient):
    files = [("texts", (f"{i}.txt", b"x", "text/plain")) for i in range(501)]
    assert "文件太多" in client.post("/mine", files=files).text


@pytest.mark.parametrize(
    "file",
    [
        ("../../../etc/passwd.txt", b"\x00\x01\x02" * 100),
        ("x.docx", b"PK\x03\x04not a zip"),
        ("x.pdf", b"%PDF-1.7 broken"),
        ("x.zip", b"PK\x05\x06" + b"\0" * 18),
        ("x.exe", b"MZ" + b"\0" * 100),
    ],
)
def test_a_notice_file_that_is_no_text_is_refused_by_the_reader(
    client: TestClient, file: tuple[str, bytes]
):
    answer = client.post("/read", files={"_.notice_file": file}, headers=HTMX)
    assert answer.headers.get("hx-retarget") == "#notice"
    assert re.search("[\u4e00-\u9fff]{4}", answer.text)


@pytest.mark.parametrize(
    "path",
    [
        "/mine/../../../../etc",
        "/mine/..%2f..%2fetc",
        "/mine/..%2f..%2fetc/progress",
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/history/../../etc",
        "/?version=../../x",
        "/compare?a=../1&b=1",
        "/bank?page=99999999999999999999",
    ],
)
def test_no_path_of_a_request_reaches_the_disk(client: TestClient, path: str):
    answer = client.get(path)
    assert answer.status_code in (200, 400, 404)
    assert "def create_app" not in answer.text


def test_uploads_are_named_by_the_server_alone(client: TestClient, tmp_path: Path, monkeypatch):
    from drafter.web.mining_jobs import Jobs

    monkeypatch.setattr(Jobs, "_run", lambda *a: None)
    files = [("texts", ("../../../escape.txt", "讲话".encode(), "text/plain"))]
    assert client.post("/mine", files=files).status_code == 303
    names = [p.name for p in (tmp_path / "data" / "jobs").rglob("*") if p.is_file()]
    assert names == ["00000.txt"]
    assert not list(tmp_path.rglob("escape.txt"))


@pytest.mark.parametrize("name", ["../x", "a/b", "..", "CON/..", "x" * 40, "", "a\\b", "."])
def test_a_pack_name_is_never_a_path(client: TestClient, name: str, tmp_path: Path):
    before = sorted(tmp_path.rglob("*"))
    answer = client.post("/mine/0123456789abcdef/keep", data={"name": name})
    assert answer.status_code == 400
    assert sorted(tmp_path.rglob("*")) == before


def test_a_fault_of_the_program_is_said_without_a_traceback(
    client: TestClient, brief: dict[str, str], monkeypatch
):
    from drafter.web.office import Office

    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(Office, "make", broken)
    answer = client.post("/preview", data=brief)
    assert answer.status_code == 500
    assert "程序出了错" in answer.text
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers


def test_a_full_disk_is_said(client: TestClient, brief: dict[str, str], monkeypatch):
    import sqlite3

    from drafter.web.store import Store

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Store, "save", full)
    assert "历史存不进去" in client.post("/save", data=brief, headers=HTMX).text


def test_the_vendored_file_is_the_one_that_was_looked_at():
    folder = Path(web_app.__file__).parent / "static"
    told = re.findall(
        r"\| (\S+) \|[^|]*\|[^|]*\|[^|]*\| ([0-9a-f]{64}) \|", (folder / "VENDORED.md").read_text()
    )
    assert told
    for name, digest in told:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_nothing_in_the_pages_or_scripts_names_another_server():
    folder = Path(web_app.__file__).parent
    for file in [*folder.glob("pages/*.html"), folder / "static/app.js", folder / "static/app.css"]:
        assert not re.search(r"https?://(?!127)", file.read_text("utf-8")), file.name
        assert " style=" not in file.read_text("utf-8")
