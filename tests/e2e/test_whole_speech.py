"""A clerk's work from an empty form to a Word file, every button of the first page used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from drafter.brief import load_brief
from drafter.word import read_word

pytestmark = pytest.mark.browser

FIELDS = {
    "会议": "全县城乡环境卫生整治工作推进会",
    "时间": "2026-11-21",
    "地点": "县政府会议室",
    "讲话人.姓名": "李明",
    "讲话人.职务": "县长",
    "单位.名称": "安平县",
    "主题.名称": "城乡环境卫生整治",
}


def field(page: Any, name: str) -> Any:
    return page.locator(f'#brief [name="{name}"]')


def drafted(page: Any) -> Any:
    """The draft, once the server has answered to what was typed."""
    page.wait_for_timeout(500)
    page.wait_for_load_state("networkidle")
    return page.locator("article.page")


def fill(page: Any) -> None:
    page.goto("/")
    for name, value in FIELDS.items():
        field(page, name).fill(value)
    field(page, "单位.层级").select_option("县")


def example(page: Any) -> None:
    page.goto("/")
    page.get_by_role("button", name="看样例").click()
    page.wait_for_selector("article.page .sentence")
    page.wait_for_load_state("networkidle")


def test_from_an_empty_form_to_a_word_file(page: Any, tmp_path: Path) -> None:
    fill(page)
    field(page, "依据.0").fill("深入贯彻全市城乡环境卫生整治现场会精神")
    field(page, "成绩.0").fill("今年以来全县新建垃圾分类亭216个")
    page.get_by_role("button", name="添加要点", exact=True).click()
    page.get_by_role("button", name="给要点1添加一项任务").click()
    field(page, "要点.0.内容.1.任务").fill("彻底清理背街小巷积存垃圾")
    field(page, "要点.0.内容.1.措施.0").fill("划定责任路段")
    field(page, "要点.0.内容.1.责任").fill("县城市管理局")
    field(page, "要点.0.内容.1.时限").fill("12月底前")
    field(page, "要点.0.着眼").select_option("任务")
    page.get_by_role("button", name="添加要点", exact=True).click()
    field(page, "要点.1.内容.0").fill("各乡镇主要负责同志是第一责任人")
    field(page, "号召.目标").fill("确保城乡面貌明显改观")
    text = drafted(page).inner_text()
    facts = ("彻底清理背街小巷积存垃圾", "划定责任路段", "县城市管理局", "12月底前", "216个")
    for fact in facts:
        assert fact in text

    with page.expect_download() as info:
        page.get_by_role("button", name="下载 Word").click()
    file = tmp_path / "讲话.docx"
    info.value.save_as(file)
    assert info.value.suggested_filename == "在全县城乡环境卫生整治工作推进会上的讲话.docx"
    speech = read_word(file).speech
    assert speech.title == "在全县城乡环境卫生整治工作推进会上的讲话"
    written = "".join(p.text for p in speech.paragraphs)
    for fact in (*facts, FIELDS["地点"], FIELDS["会议"]):
        assert fact in written
    assert [p.text for p in speech.paragraphs if p.role == "heading" and p.level == 1]


def test_every_kind_of_file_is_handed_over(page: Any, tmp_path: Path) -> None:
    example(page)
    title = page.locator(".para.title").locator(".sentence").inner_text()
    for button, ending in (("大字版", ".docx"), ("Markdown", ".md"), ("纯文本", ".txt")):
        with page.expect_download() as info:
            page.get_by_role("button", name=button).click()
        file = tmp_path / ("x" + ending)
        info.value.save_as(file)
        assert info.value.suggested_filename.endswith(ending)
        if ending == ".docx":
            assert read_word(file).speech.title == title
        else:
            assert title in file.read_text("utf-8")


def test_a_brief_goes_out_as_yaml_and_comes_back(page: Any, tmp_path: Path) -> None:
    example(page)
    field(page, "地点").fill("县体育馆")
    drafted(page)
    with page.expect_download() as info:
        page.get_by_role("button", name="存为提纲").click()
    file = tmp_path / "提纲.yaml"
    info.value.save_as(file)
    assert load_brief(file).place == "县体育馆"
    page.goto("/")
    page.set_input_files("#upload", file)
    page.wait_for_selector("article.page")
    assert field(page, "地点").input_value() == "县体育馆"
    assert "县体育馆" in drafted(page).inner_text()


def test_a_wrong_brief_is_told_not_swallowed(page: Any, tmp_path: Path) -> None:
    page.goto("/")
    wrong = tmp_path / "x.yaml"
    wrong.write_text("文种: 动员讲话\n会仪: 甲\n", "utf-8")
    page.set_input_files("#upload", wrong)
    page.wait_for_selector("#notice .finding")
    assert "会仪" in page.locator("#notice").inner_text()


def test_lists_grow_shrink_and_reorder(page: Any, until: Any) -> None:
    page.goto("/")
    field(page, "成绩.0").fill("甲")
    page.get_by_role("button", name="添加成绩").click()
    until(page, "() => document.activeElement.name === '成绩.1'")
    field(page, "成绩.1").fill("乙")
    page.get_by_role("button", name="成绩第2条上移").click()
    until(page, "() => document.querySelector('[name=\"成绩.0\"]').value === '乙'")
    page.get_by_role("button", name="成绩第1条下移").click()
    until(page, "() => document.querySelector('[name=\"成绩.0\"]').value === '甲'")
    page.get_by_role("button", name="删去成绩第1条").click()
    until(page, "() => document.querySelector('[name=\"成绩.0\"]').value === '乙'")
    assert field(page, "成绩.1").count() == 0


def test_points_and_tasks_grow_and_move(page: Any, until: Any) -> None:
    page.goto("/")
    for number in (1, 2):
        page.get_by_role("button", name="添加要点", exact=True).click()
        field(page, f"要点.{number - 1}.标题").fill(f"标题{number}")
    page.get_by_role("button", name="给要点2添加一句话").click()
    field(page, "要点.1.内容.1").fill("一句要说的话")
    page.get_by_role("button", name="要点2上移").click()
    until(page, "() => document.querySelector('[name=\"要点.0.标题\"]').value === '标题2'")
    assert field(page, "要点.0.内容.1").input_value() == "一句要说的话"


def test_pasted_lines_become_items(page: Any) -> None:
    page.goto("/")
    field(page, "问题.0").focus()
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text", "台账不全\\n整改不实\\n\\n督查不严\\n");
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }"""
    )
    page.wait_for_selector('[name="问题.2"]')
    lines = [field(page, f"问题.{i}").input_value() for i in range(3)]
    assert lines == ["台账不全", "整改不实", "督查不严"]


def test_another_draft_says_the_same_otherwise(page: Any, until: Any) -> None:
    example(page)
    before = page.locator("article.page").inner_text()
    page.get_by_role("button", name="换一稿").click()
    until(page, "t => document.querySelector('article.page').innerText !== t", before)
    after = drafted(page).inner_text()
    assert "1260处" in before
    assert "1260处" in after
    assert page.locator("#seed").input_value() == "1"


def test_where_a_sentence_comes_from(page: Any) -> None:
    example(page)
    sentence = page.locator(".para.body .sentence").nth(1)
    said = sentence.inner_text()
    sentence.click()
    page.wait_for_selector("#source dl")
    assert page.locator("#source blockquote").inner_text() == said
    assert "句式" in page.locator("#source dl").inner_text()
    assert page.locator("#source .others button").count() >= 3
    page.get_by_role("button", name="收起出处").click()
    assert page.locator("#source dl").count() == 0


def test_a_sentence_said_otherwise(page: Any, until: Any) -> None:
    example(page)
    one = page.locator("#source .others button", has=page.locator("text=这一句"))
    for sentence in page.locator(".para.body .sentence").all():
        said = sentence.inner_text()
        sentence.click()
        until(page, "t => document.querySelector('#source blockquote')?.innerText === t", said)
        if one.count():
            break
    instead = one.first.evaluate("e => e.lastChild.textContent")
    one.first.click()
    until(page, "t => document.querySelector('article.page').innerText.includes(t)", instead)
    assert said not in page.locator("article.page").inner_text()
    assert "已固定 1 处" in page.locator(".count").inner_text()


def test_a_whole_paragraph_said_otherwise(page: Any, until: Any) -> None:
    example(page)
    page.locator(".para.body .sentence").nth(2).click()
    whole = page.locator("#source .others button", has=page.locator("text=整段")).first
    text = whole.evaluate("e => e.lastChild.textContent")
    whole.click()
    until(page, "t => [...document.querySelectorAll('.para p')].some(p => p.innerText === t)", text)
    assert "已固定 1 处" in page.locator(".count").inner_text()


def test_a_locked_paragraph_stays_and_an_unlocked_one_follows(page: Any, until: Any) -> None:
    example(page)
    first = page.locator(".para.opening p").first
    before = first.inner_text()
    page.locator(".para.opening button.lock").first.click()
    page.wait_for_selector(".para.opening.locked")
    field(page, "地点").fill("县体育馆")
    page.wait_for_timeout(700)
    page.get_by_role("button", name="换一稿").click()
    until(page, "() => document.getElementById('seed').value === '1'")
    assert first.inner_text() == before
    page.locator(".para.opening.locked button.lock").first.click()
    until(page, "() => !document.querySelector('.para.locked')")
    assert "县体育馆" in drafted(page).inner_text()


def test_a_gap_in_the_draft_leads_to_its_field(page: Any, until: Any) -> None:
    page.goto("/")
    page.locator('[name="文种"]').select_option(label="例会讲话")
    for name, value in FIELDS.items():
        field(page, name).fill(value)
    drafted(page)
    gap = page.locator("article.page a.gap").first
    assert re.match(r"【请填写", gap.inner_text())
    place = gap.get_attribute("data-field")
    wanted = page.locator("#fields .wanted")
    assert (wanted.first.get_attribute("name") or "").startswith(place)
    gap.click()
    until(
        page, "p => document.activeElement.name && document.activeElement.name.startsWith(p)", place
    )


def test_what_is_missing_is_listed_and_leads_to_the_field(page: Any) -> None:
    page.goto("/")
    link = page.locator("#preview a[data-field='主题']")
    link.click()
    assert page.evaluate("document.activeElement.name") == "主题.名称"


def test_a_file_asked_for_too_early_leads_to_what_is_missing(page: Any) -> None:
    page.goto("/")
    page.get_by_role("button", name="下载 Word").click()
    page.locator("#notice .finding", has_text="还不能出稿").wait_for()
    assert page.evaluate("document.activeElement.name") in ("单位.名称", "主题.名称", "会议")
    assert page.url.endswith("/")


def test_findings_stand_beside_their_paragraphs(page: Any) -> None:
    example(page)
    field(page, "禁用.0").count()
    page.get_by_role("button", name="添加禁用词").click()
    field(page, "禁用.0").fill("安全")
    drafted(page)
    finding = page.locator(".para .finding").first
    finding.wait_for()
    beside = finding.evaluate(
        "e => { const f = e.getBoundingClientRect(), p = e.closest('.para')"
        ".querySelector('p').getBoundingClientRect(); return f.left >= p.right - 1"
        " && f.top < p.bottom }"
    )
    assert beside


def test_bars_show_each_part_against_its_budget(page: Any) -> None:
    example(page)
    labels = page.locator(".bars svg").evaluate_all(
        "all => all.map(e => e.getAttribute('aria-label'))"
    )
    assert any(re.fullmatch(r"第一部分\d+字，预算\d+字", label) for label in labels)
    assert labels[0].startswith("开头")


def test_the_arc_follows_the_genre(page: Any, until: Any) -> None:
    page.goto("/")
    before = page.locator("#arc svg").get_attribute("aria-label")
    page.locator('[name="文种"]').select_option(index=3)
    until(page, "b => document.querySelector('#arc svg').getAttribute('aria-label') !== b", before)
    assert page.locator("#arc svg").get_attribute("aria-label") != before
