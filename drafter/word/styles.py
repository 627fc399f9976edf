"""styles.xml and fontTable.xml of a layout."""

from __future__ import annotations

from functools import cache

from drafter.word.layout import Layout, Look
from drafter.word.names import CHARACTER_HEADING, CONTINUED, HEADINGS, MINUTES, ROLE_STYLES
from drafter.word.ooxml import DECLARATION, W_NS, attribute, paragraph_format, run_format

__all__ = ["font_table", "role_styles", "styles_xml"]


@cache
def styles_xml(layout: Layout) -> bytes:
    """The whole styles part: defaults, Normal, the roles, headings, footer and controls."""
    parts = [
        DECLARATION,
        f'<w:styles xmlns:w="{W_NS}">',
        _defaults(layout),
        _normal(layout),
        _FIXED,
        *role_styles(layout).values(),
        _continued(layout) if layout.keep_lines else "",
        _footer(layout),
        _minutes(layout) if layout.minutes else "",
        "</w:styles>",
    ]
    return "".join(parts).encode()


def role_styles(layout: Layout) -> dict[str, str]:
    """``w:style`` of every role by its style name, headings and their character styles last."""
    out = {
        style.name: _paragraph_style(
            layout, getattr(layout.roles, role), style.id, style.name, after="SpeechBody"
        )
        for role, style in ROLE_STYLES.items()
    }
    for level, style in enumerate(HEADINGS, 1):
        look = layout.look("heading", level)
        linked = CHARACTER_HEADING[level - 1]
        out[style.name] = _paragraph_style(
            layout, look, style.id, style.name, outline=level - 1, linked=linked.id
        )
        out[linked.name] = (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{linked.id}">'
            f'<w:name w:val="{linked.name}"/><w:link w:val="{style.id}"/>'
            f'<w:uiPriority w:val="9"/>{_run(layout, look)}</w:style>'
        )
    return out


def _run(layout: Layout, look: Look) -> str:
    return run_format(layout.faces[look.face].name, layout.size_of(look))


def _defaults(layout: Layout) -> str:
    """Document defaults: the body face, and Chinese as the language of Chinese text."""
    run = _run(layout, layout.roles.body).replace(
        "</w:rPr>", '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    )
    return f"<w:docDefaults><w:rPrDefault>{run}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"


def _normal(layout: Layout) -> str:
    spacing = f'<w:spacing w:val="{layout.spacing}"/>' if layout.spacing else ""
    run = _run(layout, layout.roles.body).replace("<w:sz ", f"{spacing}<w:sz ", 1)
    # Word's own default is said outright: LibreOffice 7.4 takes overflowPunct the wrong way round
    # and, where it hangs stops over the margin of justified lines, loses some of them in print.
    widow = (
        f'<w:widowControl w:val="{int(layout.widow)}"/>'
        f'<w:overflowPunct w:val="{int(layout.hanging)}"/>'
    )
    line = round(layout.line * 20)
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{widow}"
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr>{run}</w:style>'
    )


_FIXED = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
    '<w:uiPriority w:val="99"/><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CommentReference">'
    '<w:name w:val="annotation reference"/><w:uiPriority w:val="99"/>'
    '<w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:jc w:val="left"/></w:pPr>'
    "</w:style>"
)


def _paragraph_style(
    layout: Layout,
    look: Look,
    style: str,
    name: str,
    *,
    outline: int | None = None,
    linked: str = "",
    after: str = "SpeechBody",
) -> str:
    custom = "" if name.isascii() else ' w:customStyle="1"'
    following = "" if style == after else f'<w:next w:val="{after}"/>'
    link = f'<w:link w:val="{linked}"/>' if linked else ""
    keep = ("<w:keepNext/>",) if outline is not None else ()
    tail = f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}{link}<w:uiPriority w:val="9"/><w:qFormat/>'
        f"{paragraph_format(layout, look, keep=keep, tail=tail)}{_run(layout, look)}</w:style>"
    )


def _footer(layout: Layout) -> str:
    number = layout.page_number
    run = run_format(layout.faces[number.face].name, number.size, latin=_latin(layout))
    return (
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/>'
        '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:snapToGrid w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="left"/></w:pPr>{run}</w:style>'
    )


def _continued(layout: Layout) -> str:
    return _paragraph_style(layout, layout.continued, CONTINUED.id, CONTINUED.name)


def _minutes(layout: Layout) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{MINUTES.id}">'
        f'<w:name w:val="{MINUTES.name}"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>'
        f"{run_format(layout.faces['kai'].name, 10.5)}</w:style>"
    )


def _latin(layout: Layout) -> str:
    """Page numbers stand in 宋体, digits included (GB/T 9704-2012, 7.5)."""
    return attribute(layout.faces[layout.page_number.face].name)


@cache
def font_table(layout: Layout) -> bytes:
    """fontTable.xml: every face with the name a computer without it may use instead."""
    names: dict[str, str | None] = {"Times New Roman": None}
    for face in layout.faces.values():
        names.setdefault(face.name, face.alt)
        if face.instead:
            names.setdefault(face.instead, None)
    fonts = []
    for name, alt in names.items():
        other = f'<w:altName w:val="{attribute(alt)}"/>' if alt else ""
        family = "roman" if name == "Times New Roman" else "auto"
        charset = "00" if name == "Times New Roman" else "86"
        fonts.append(
            f'<w:font w:name="{attribute(name)}">{other}<w:charset w:val="{charset}"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        )
    return f'{DECLARATION}<w:fonts xmlns:w="{W_NS}">{"".join(fonts)}</w:fonts>'.encode()
