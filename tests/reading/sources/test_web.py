"""Saved pages: what a reader sees, without what surrounds it."""

from __future__ import annotations

import pytest

from drafter.errors import SourceError
from drafter.reading.sources.refusals import Limits
from drafter.reading.sources.web import page_lines, read_mhtml, read_page

MENU = (
    '<ul><li><a href="/1">首页</a><li><a href="/2">政务公开</a><li><a href="/3">办事服务</a></ul>'
)


def test_paragraphs_and_breaks_are_lines_and_inline_marks_are_not() -> None:
    html = "<p>同志们：<p>今天，<b>我们</b><span>召开</span>会议。<br>下面，我讲<i>三</i>点意见。"
    assert page_lines(html) == ["同志们：", "今天，我们召开会议。", "下面，我讲三点意见。"]


def test_line_breaks_in_the_source_of_the_page_are_no_spaces_in_chinese() -> None:
    assert page_lines("<p>要加强\n    组织领导，\r\nGDP\n增长 fast\ntrack</p>") == [
        "要加强组织领导，GDP增长 fast track"
    ]


def test_what_the_browser_hides_is_left_out() -> None:
    html = (
        "<head><style>p{}</style><title>题</title></head><p>一、题<script>var a='x'</script>"
        "<span style='Display : none'>广告</span></p><p hidden>无</p><noscript>请开启</noscript>"
        "<select><option>北京</option></select><!-- 注 --><input value='搜'>"
    )
    assert page_lines(html) == ["一、题"]


def test_blocks_of_links_are_menus() -> None:
    html = f"<div>{MENU}</div><div>同志们：我们要<a href='/4'>学习</a>文件。</div><div>{MENU}</div>"
    assert page_lines(html) == ["同志们：我们要学习文件。"]


def test_a_text_with_a_few_links_is_no_menu() -> None:
    links = "、".join(f"<a href='{n}'>{n}</a>" for n in "甲乙丙")
    html = f"<p>见{links}三份文件，请大家会后认真学习。"
    assert page_lines(html) == ["见甲、乙、丙三份文件，请大家会后认真学习。"]


def test_old_pages_laid_out_with_tables_and_open_font_tags() -> None:
    rows = "".join(f"<tr><td><font size=3><p>第{n}段内容。" for n in range(1500))
    lines = page_lines(f"<table>{rows}</table>")
    assert lines == [f"第{n}段内容。" for n in range(1500)]


def test_note_marks_go_and_exponents_stay() -> None:
    html = "<p>增长8%<sup>[1]</sup>，面积3万m<sup>2</sup>，据<sup><a href='#n2'>②</a></sup>统计。"
    assert page_lines(html) == ["增长8%，面积3万m2，据统计。"]


def test_ordered_lists_show_their_numbers() -> None:
    assert page_lines("<ol start=3><li>抓学习<li>抓落实</ol><ul><li>其他</ul>") == [
        "3.抓学习",
        "4.抓落实",
        "其他",
    ]


def test_preformatted_text_keeps_its_lines() -> None:
    assert page_lines("<pre>同志们：\n  今天\n</pre>完") == ["同志们：", "今天", "完"]


def test_pinyin_over_characters_is_left_out() -> None:
    ruby = "<p>李<ruby>喆<rp>(</rp><rt>zhé</rt><rp>)</rp></ruby>同志</p>"
    assert page_lines(ruby) == ["李喆同志"]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("在动员会上的讲话_安平县人民政府", "在动员会上的讲话"),
        ("在动员会上的讲话 - 安平新闻网", "在动员会上的讲话"),
        ("在动员会上的讲话-安平新闻网", "在动员会上的讲话"),
        ("在 “一带一路”论坛上的致辞|安平网", "在 “一带一路”论坛上的致辞"),
    ],
)
def test_the_title_of_the_page_stands_in_for_a_missing_one(title: str, first: str) -> None:
    assert page_lines(f"<title>{title}</title><p>同志们：</p>") == [first, "同志们："]


def test_a_title_the_text_shows_is_not_repeated() -> None:
    title = "在动员会上的讲话"
    html = f"<title>{title}_安平网</title><h1>在动员会上<br>的讲话</h1><h2>{title}</h2>"
    assert page_lines(html) == ["在动员会上", "的讲话", "在动员会上的讲话"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_the_bytes_decide_the_encoding_not_what_the_page_claims(encoding: str) -> None:
    html = '<meta charset="iso-8859-1"><p>同志们：今天我们召开全县安全生产工作会议。'
    assert read_page(html.encode(encoding)) == ["同志们：今天我们召开全县安全生产工作会议。"]


def test_entities_do_not_expand_and_files_are_not_fetched() -> None:
    html = (
        '<!DOCTYPE html [<!ENTITY a "好好好好"><!ENTITY b "&a;&a;&a;">'
        '<!ENTITY x SYSTEM "file:///etc/passwd">]><p>甲&b;&x;乙&nbsp;&lt;丙</p>'
    )
    text = "".join(page_lines(html))
    assert "好" not in text
    assert "root:" not in text
    assert text.endswith("<丙")


def test_deep_nesting_ends() -> None:
    assert isinstance(page_lines("<div>" * 200_000 + "深"), list)


def test_a_page_saved_as_one_file() -> None:
    page = "<html><body><p>同志们：今天我们召开会议。</p></body></html>".encode("gb18030").hex()
    quoted = "".join(f"={page[i : i + 2]}".upper() for i in range(0, len(page), 2))
    saved = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
        '----b\r\nContent-Type: text/html; charset="gb2312"\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n"
        "----b\r\nContent-Type: image/png\r\n\r\nAAAA\r\n----b--\r\n"
    )
    assert read_mhtml(saved.encode()) == ["同志们：今天我们召开会议。"]


def test_an_archive_of_mail_without_a_page_is_refused() -> None:
    with pytest.raises(SourceError, match="没有网页"):
        read_mhtml(b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nxx")


def test_a_page_beyond_the_limit_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        read_page(b"<p>" * 10, Limits(page=20))
    assert caught.value.code == "S003"
