"""Drafts to write, and as hands and new briefs leave them."""

from __future__ import annotations

import random

from msgspec.structs import replace

from drafter.drafting.draft import Draft, Pending
from drafter.speech import Paragraph, Sentence, Speech

AGENDA = "【请填写：会议议程】"
TITLE = "在全县安全生产百日攻坚行动动员会议上的讲话"
OPENING = (
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
TASKS = (
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


def sample_draft() -> Draft:
    """A small speech with every role, three heading levels, a place to fill and hard characters."""
    paragraphs = (
        Paragraph("p1", "title", TITLE),
        Paragraph("p2", "date", "（2026年11月21日）"),
        Paragraph("p3", "speaker", "县委副书记、县长  李明"),
        Paragraph("p4", "salutation", "同志们："),
        Paragraph("p5", "opening", "".join(s.text for s in OPENING), sentences=OPENING),
        Paragraph("p6", "heading", "一、提高站位，认清形势", 1, "一", 11),
        Paragraph("p7", "body", "安全生产是民生大事，一丝一毫不能放松。"),
        Paragraph("p8", "heading", "".join(s.text for s in TASKS), 2, "一", 7, sentences=TASKS),
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


def having(draft, *paragraphs):
    return replace(draft, speech=replace(draft.speech, paragraphs=tuple(paragraphs)))


def altered(draft, changes):
    return having(
        draft,
        *(
            replace(p, text=changes[p.id], sentences=()) if p.id in changes else p
            for p in draft.speech.paragraphs
        ),
    )


def texts(draft):
    return {p.id: p.text for p in draft.speech.paragraphs}
