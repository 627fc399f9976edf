"""For everyone: no serious finding of axe-core, the keyboard alone, any width, on paper."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser

PAGES = ("/", "/history", "/bank", "/mine", "/nowhere")


def with_example(page: Any) -> None:
    page.goto("/")
    page.get_by_role("button", name="看样例").click()
    page.wait_for_selector("article.page .sentence")
    page.locator("#saved", has_text="已自动保存").wait_for()


def serious(page: Any) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:120]}"
        for v in found
        if v["impact"] in ("serious", "critical", "moderate")
    ]


@pytest.mark.parametrize("path", PAGES[:-1])
def test_axe_has_nothing_serious_to_say(page: Any, path: str) -> None:
    page.goto(path)
    assert serious(page) == []


def test_axe_on_a_draft_with_its_panels(page: Any) -> None:
    with_example(page)
    page.get_by_role("button", name="读通知、方案").click()
    page.locator("textarea").wait_for()
    page.get_by_role("button", name="读改过的 Word").click()
    page.locator("#edited").wait_for()
    # What a frame says: the user's own words have none to show.
    page.locator(".para.body .sentence.authored").first.click()
    page.locator("#source dl").wait_for()
    assert serious(page) == []


def test_axe_on_versions_and_comparison(page: Any) -> None:
    with_example(page)
    page.get_by_role("button", name="保存", exact=True).click()
    page.locator("#saved", has_text="已保存").wait_for()
    page.goto("/history/" + page.url.rsplit("=", 1)[1])
    assert serious(page) == []
    page.get_by_role("button", name="并排比较").click()
    page.locator("table.compare").wait_for()
    assert serious(page) == []


@pytest.mark.parametrize("width", [400, 1280, 1920])
def test_no_page_is_wider_than_its_window(open_page: Any, server: Any, width: int) -> None:
    with open_page(server.base, width=width) as page:
        with_example(page)
        page.locator(".sentence").nth(6).click()
        page.locator("#source dl").wait_for()
        for path in ("", *PAGES[1:4]):
            if path:
                page.goto(path)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, path


def tab_to(page: Any, test: str, key: str = "Tab") -> None:
    """Press a key until the element that has the keyboard, ``e``, is the one asked for."""
    for _ in range(150):
        if page.evaluate(f"() => {{ const e = document.activeElement; return {test} }}"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"the {key} key never reaches {test}")


def test_the_keyboard_skips_to_the_form_is_seen_and_adds_a_line(page: Any, until: Any) -> None:
    with_example(page)
    page.goto(page.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    until(page, "() => document.activeElement.id === 'main'")

    tab_to(page, "e.name === '会议'")
    outline = page.evaluate(
        "() => { const s = getComputedStyle(document.activeElement);"
        " return s.outlineStyle + parseFloat(s.outlineWidth) }"
    )
    assert outline == "solid3"
    page.keyboard.type("甲")
    tab_to(page, "e.value === 'add 成绩'")
    page.keyboard.press("Enter")
    until(page, "() => document.activeElement.name === '成绩.2'")


def test_the_keyboard_opens_a_sentence_and_locks_its_paragraph(page: Any, until: Any) -> None:
    with_example(page)
    page.locator("[name='成绩.1']").focus()
    tab_to(page, "e.innerText === '换一稿'")
    tab_to(page, "e.classList.contains('sentence')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    said = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    until(
        page,
        "s => { const q = document.querySelector('#source blockquote');"
        " return q && q.innerText === s }",
        said,
    )
    tab_to(page, "e.classList.contains('lock')")
    name = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    until(page, "() => document.querySelector('.para.locked')")
    until(page, "n => document.activeElement.id === n", name)
    assert page.locator(".para.locked").count() == 1


def change_words(page: Any, until: Any) -> None:
    """The words of a sentence are changed without a mouse; the keyboard stays where it was."""
    tab_to(page, "e.classList.contains('sentence')")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    at = page.evaluate("document.activeElement.dataset.at")
    page.keyboard.press("Enter")
    page.locator("#source .others").wait_for()
    tab_to(page, "e.name === '_.wanted'")
    wanted = page.evaluate("document.activeElement.value")
    page.keyboard.press("Enter")
    until(page, "w => document.querySelector('article.page').innerText.includes(w)", wanted)
    until(page, "at => document.activeElement.dataset.at === at", at)
    until(page, "w => document.querySelector('#source blockquote').innerText === w", wanted)
    page.keyboard.press("Escape")
    until(page, "() => !document.querySelector('#source blockquote')")
    assert page.evaluate("document.activeElement.dataset.at") == at


def test_from_an_empty_form_to_a_word_file_by_keyboard(page: Any, until: Any) -> None:
    page.goto("/")
    fields = [("会议", "全县冬季防火工作会议"), ("单位.名称", "安平县"), ("主题.名称", "防火工作")]
    for name, value in fields:
        tab_to(page, f"e.name === '{name}'")
        page.keyboard.type(value)
    tab_to(page, "e.name === '问题.0'")
    page.keyboard.type("个别单位巡查不到位")
    page.locator("article.page").wait_for()
    until(page, "() => document.querySelector('article.page').innerText.includes('巡查不到位')")
    change_words(page, until)
    tab_to(page, "e.innerText === '下载 Word'", "Shift+Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.path().read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("button", ["Markdown", "下载 Word", "存为提纲"])
def test_a_button_that_only_has_the_keyboard_on_it_does_nothing(
    page: Any, until: Any, button: str
) -> None:
    with_example(page)
    page.locator("[name='会议']").fill("全县冬季防火工作会议")
    page.get_by_role("button", name=button, exact=True).focus()
    until(page, "() => document.querySelector('#preview').innerText.includes('冬季防火')")
    assert page.locator("article.page .sentence").count() > 10


def test_a_new_preview_leaves_the_keyboard_on_its_sentence(page: Any, until: Any) -> None:
    with_example(page)
    page.locator("[name='会议']").fill("全县冬季防火工作会议")
    # The user's own sentence stands in every draft of the brief.
    page.locator(".para.body .sentence.brief").first.focus()
    at = page.evaluate("document.activeElement.dataset.at")
    until(page, "() => document.querySelector('article.page').innerText.includes('冬季防火')")
    until(page, "at => document.activeElement.dataset.at === at", at)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.at") != at


def test_on_paper_stands_the_speech_alone(page: Any) -> None:
    with_example(page)
    page.emulate_media(media="print")
    seen = page.evaluate(
        "() => ['.bar', '.left', '.side > .tools', '.status', '#source', '.lock']"
        ".filter(s => [...document.querySelectorAll(s)].some(e => e.offsetParent !== null))"
    )
    assert seen == []
    assert page.locator("article.page").is_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    from io import BytesIO

    import pypdfium2

    document = pypdfium2.PdfDocument(BytesIO(pdf))
    assert 4 <= len(document) <= 9, "the whole speech, not only what the window shows"
    assert round(document[0].get_width() / 72 * 25.4) == 210
