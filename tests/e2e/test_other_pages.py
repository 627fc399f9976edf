"""History, bank, mining and notices, clicked through."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.brief import parse_brief
from drafter.drafting import draft
from drafter.drafting.plain import plain_text
from drafter.resources import shipped
from drafter.web.choices import Choices
from drafter.web.office import Office

pytestmark = pytest.mark.browser

NOTICE = (Path(__file__).parent / "notice.txt").read_text("utf-8")


def saved_example(page: Any) -> None:
    page.goto("/")
    page.get_by_role("button", name="看样例").click()
    page.wait_for_selector("article.page .sentence")
    page.get_by_role("button", name="保存", exact=True).click()
    page.locator("#saved", has_text="已保存").wait_for()


def test_history_opens_compares_and_deletes(page: Any, until: Any) -> None:
    saved_example(page)
    assert "?draft=" in page.url
    page.get_by_role("button", name="换一稿").click()
    until(page, "() => document.getElementById('seed').value === '1'")
    page.locator('[name="地点"]').fill("县体育馆")
    page.wait_for_timeout(700)
    page.get_by_role("button", name="保存", exact=True).click()
    page.locator("#saved", has_text="已保存").wait_for()
    page.wait_for_url("**/?draft=*")
    number = page.url.rsplit("=", 1)[1]

    page.goto("/history")
    page.locator(f'a[href="/history/{number}"]').click()
    page.wait_for_url(f"**/history/{number}")
    assert page.locator("tbody tr").count() >= 2
    page.get_by_role("button", name="并排比较").click()
    page.wait_for_url("**/compare?*")
    assert "县体育馆" in "".join(
        page.locator("mark").all_inner_texts() + page.locator("td").all_inner_texts()
    )
    assert page.locator("mark").count() > 0

    page.goto(f"/?draft={number}")
    assert page.locator('[name="地点"]').input_value() == "县体育馆"
    assert page.locator("#seed").input_value() == "1"
    page.goto("/history")
    page.on("dialog", lambda d: d.accept())
    page.locator(f'form[action="/history/{number}/delete"] button').click()
    page.wait_for_load_state("networkidle")
    assert page.locator(f'a[href="/history/{number}"]').count() == 0


def test_what_was_typed_is_saved_by_itself_and_comes_back(page: Any) -> None:
    page.goto("/")
    page.locator('[name="会议"]').fill("全县冬季防火工作会议")
    page.locator("#saved", has_text="已自动保存").wait_for()
    page.goto(page.url)
    assert page.locator('[name="会议"]').input_value() == "全县冬季防火工作会议"
    page.goto("/")
    assert "全县冬季防火工作会议" in page.locator(".resume").inner_text()


def test_a_closed_tab_loses_nothing(browser: Any, open_page: Any, server: Any) -> None:
    with open_page(server.base) as page:
        page.goto("/")
        page.locator('[name="会议"]').fill("刚写完就关掉的会议")
        page.wait_for_timeout(100)
        page.close(run_before_unload=False)
        with open_page(server.base) as again:
            for _ in range(40):
                again.goto("/history")
                if "刚写完就关掉的会议" in again.inner_text("body"):
                    break
                again.wait_for_timeout(100)
            assert "刚写完就关掉的会议" in again.inner_text("body")


def test_the_bank_is_searched_and_filtered(page: Any, until: Any) -> None:
    page.goto("/bank")
    first = page.locator("#rows td.number").first.inner_text()
    assert re.fullmatch(r"\d+ 个来源，\d+ 个主题", first)
    page.get_by_label("查找").fill("齐抓共管")
    until(page, "() => document.querySelectorAll('#rows tbody tr').length < 50")
    frames = page.locator("#rows td.frame").all_inner_texts()
    assert frames
    assert all("齐抓共管" in f for f in frames)
    page.get_by_label("查找").fill("")
    page.get_by_label("语步").select_option(label="结尾·号召")
    until(
        page,
        "() => [...document.querySelectorAll('#rows tbody tr td:first-child')]"
        ".every(e => e.innerText === '结尾·号召')",
    )
    page.get_by_label("来源").select_option(label="撰写")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="下一页").click()
    page.locator("#rows", has_text="第 2 /").wait_for()


def speeches(folder: Path) -> list[Path]:
    """Texts to mine, written by the drafter itself: each genre's example, with several seeds."""
    files = []
    for example in sorted(shipped("templates").glob("*/example.yaml"))[:8]:
        brief = parse_brief(example.read_bytes(), name="样例")
        for seed in range(2):
            file = folder / f"{example.parent.name}{seed}.txt"
            file.write_text(plain_text(draft(brief, seed=seed).speech), "utf-8")
            files.append(file)
    return files


def mine_but_the_first(page: Any, files: list[Path]) -> tuple[int, str]:
    """Mine uploaded files and keep all but one pattern; how many there were, and that one's id."""
    page.goto("/mine")
    page.set_input_files("#texts", files)
    page.get_by_role("button", name="开始挖掘").click()
    page.wait_for_selector("form[action$='/keep']")
    boxes = page.locator("input[name=accept]")
    found = boxes.count()
    left_out = boxes.first.input_value()
    boxes.first.uncheck()
    page.get_by_label("句式包的名字").fill("本单位")
    page.get_by_role("button", name="存为句式包").click()
    page.wait_for_url("**/bank?*")
    return found, left_out


def reject_and_accept_again(page: Any, until: Any) -> None:
    """Decide twice on the first pattern that is the house's own."""
    row = page.locator("#rows tr", has=page.get_by_role("button", name="不用")).first
    name = row.locator("code").inner_text()
    # The status stands in the fifth cell; the buttons say the same words, so the row's text
    # alone would not tell whether the answer has come.
    stands = (
        "([n, status]) => [...document.querySelectorAll('#rows tr')].some("
        "r => r.innerText.includes(n) && r.cells[4].innerText === status)"
    )
    row.get_by_role("button", name="不用").click()
    until(page, stands, [name, "不用"])
    page.locator(f"#rows tr:has-text('{name}')").get_by_role("button", name="采用").click()
    until(page, stands, [name, "采用"])


def said_in_drafts(office: Office) -> set[str | None]:
    """The patterns that drafts of an example say by twelve seeds."""
    brief = parse_brief(
        (shipped("templates") / "mobilisation" / "example.yaml").read_bytes(), name="样例"
    )
    made = (office.make(brief, seed, Choices()).draft for seed in range(12))
    return {s.pattern for m in made for _, s in m.speech.sentences()}


@pytest.mark.slow
def test_mining_ends_in_a_house_pack_that_is_used(
    start: Any, open_page: Any, tmp_path: Path, until: Any
) -> None:
    (tmp_path / "texts").mkdir()
    files = speeches(tmp_path / "texts")
    server = start(tmp_path, "--texts", str(tmp_path / "texts"))
    with open_page(server.base) as page:
        page.context.set_default_timeout(120_000)
        found, left_out = mine_but_the_first(page, files)
        assert found > 3
        assert left_out not in page.inner_text("#rows")
        reject_and_accept_again(page, until)
        page.goto("/mine")
        assert f"本单位：{found} 条" in page.inner_text("main")
        page.get_by_role("button", name="挖掘这个文件夹").click()
        page.get_by_role("button", name="放弃").click()
        page.wait_for_url("**/mine")
    office = Office(tmp_path / "patterns")
    said = said_in_drafts(office)
    own = {p.id for p in office.own_packs()[0].patterns}
    assert left_out not in said or office.bank.get(left_out) is not None
    assert said & own, "what was mined is said in drafts"


def test_a_notice_is_read_into_the_form(page: Any, until: Any) -> None:
    page.goto("/")
    page.get_by_role("button", name="读通知、方案").click()
    page.get_by_label("粘贴正文").fill(NOTICE)
    page.get_by_role("button", name="读", exact=True).click()
    offers = page.locator(".offer")
    offers.first.wait_for()
    assert offers.count() >= 6
    page.get_by_role("checkbox", name="单位 安平县人民政府").uncheck()
    page.get_by_role("button", name="填进表单").click()
    until(page, "() => document.querySelector('[name=\"会议\"]').value !== ''")
    values = {
        name: page.locator(f'#brief [name="{name}"]').input_value()
        for name in (
            "会议",
            "时间",
            "地点",
            "单位.名称",
            "单位.层级",
            "要点.0.内容.0.任务",
            "要点.0.内容.0.措施.1",
        )
    }
    assert values == {
        "会议": "全县冬春火灾防控工作动员会",
        "时间": "2026-11-21",
        "地点": "县会议中心",
        "单位.名称": "",
        "单位.层级": "县",
        "要点.0.内容.0.任务": "全面检查人员密集场所",
        "要点.0.内容.0.措施.1": "实行销号管理",
    }
    assert page.locator(".reader").count() == 0


def test_a_notice_comes_as_a_file_too(page: Any, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for line in NOTICE.splitlines():
        document.add_paragraph(line)
    file = tmp_path / "通知.docx"
    document.save(str(file))
    page.goto("/")
    page.get_by_role("button", name="读通知、方案").click()
    page.set_input_files("#notice-file", file)
    page.get_by_role("button", name="读", exact=True).click()
    page.locator(".offer", has_text="全县冬春火灾防控工作动员会").first.wait_for()
    page.get_by_role("button", name="收起", exact=True).click()
    page.locator(".reader").wait_for(state="detached")
    assert page.locator(".offer").count() == 0


def test_an_edited_word_file_comes_back_and_is_gone_on_with(page: Any, tmp_path: Path) -> None:
    page.goto("/")
    page.get_by_role("button", name="看样例").click()
    page.wait_for_selector("article.page .sentence")
    with page.expect_download() as sent:
        page.get_by_role("button", name="下载 Word").click()
    document = docx.Document(sent.value.path())
    ours = "这一句是领导自己写上的，明天开会就用它。"
    document.paragraphs[-1].insert_paragraph_before(ours, document.paragraphs[-2].style)
    document.save(tmp_path / "改过.docx")

    page.get_by_role("button", name="读改过的 Word").click()
    page.locator("#edited").set_input_files(tmp_path / "改过.docx")
    page.get_by_role("button", name="看改了哪里").click()
    page.locator("#came-back li", has_text=ours).first.wait_for()
    page.locator('[name="会议"]').fill("全县冬季安全生产动员会")
    page.locator("article.page h1, article.page p", has_text="冬季安全生产动员会").first.wait_for()
    with page.expect_download() as went:
        page.get_by_role("button", name="下载新稿").click()
    said = "\n".join(p.text for p in docx.Document(went.value.path()).paragraphs)
    assert ours in said
    assert "冬季安全生产动员会" in said
    assert page.url.split("?")[0].endswith("/")
    page.get_by_role("button", name="收起", exact=True).click()
    page.locator("#back-form").wait_for(state="detached")
