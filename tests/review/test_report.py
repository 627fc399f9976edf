from drafter.review import findings_json, is_clean, report_text, review

from .small import brief_with, found, speech_with


def test_findings_come_gravest_first_and_in_the_order_of_the_text():
    speech = speech_with("雪大,路滑。", "由某局负责。", "感谢桑植县。")
    findings = found(speech, brief_with())
    assert [f.level for f in findings] == ["error", "error", "warning"]
    assert [f.paragraph for f in findings] == ["p7", "p8", "p6"]


def test_json_has_the_five_keys_of_the_contract():
    plain, *_ = findings_json(review(speech_with("感谢桑植县。"), brief_with()))
    assert list(plain) == ["code", "level", "paragraph", "text", "message"]


def test_the_report_says_where_and_how_many():
    speech = speech_with("雪大,路滑。", "感谢桑植县。")
    text = report_text(found(speech, brief_with()), speech)
    assert text.startswith("共发现：错误 1 处、提醒 1 处\n")
    assert "第7段“感谢桑植县。”" in text
    assert report_text((), speech) == "没有发现问题。\n"


def test_notes_ask_for_nothing():
    assert is_clean(())
    assert not is_clean(review(speech_with("感谢桑植县。"), brief_with()))


def test_the_same_draft_gives_the_same_findings():
    speech = speech_with("雪大,路滑。", "由某局负责，感谢桑植县、王建国副县长。")
    assert review(speech, brief_with()) == review(speech, brief_with())
