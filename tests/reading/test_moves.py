"""Moves of sentences, genres of texts."""

import pytest

from drafter.reading.genres import genre_of
from drafter.reading.model import SourceText
from drafter.reading.moves import move_of
from drafter.reading.parsing import parse_text
from drafter.resources import read_data


@pytest.mark.parametrize(
    ("sentence", "move"),
    [
        ("今天，我们在这里召开全县防汛工作会议。", "occasion"),
        ("会议的主要任务是安排部署今年的防汛工作。", "purpose"),
        ("刚才，水利局通报了有关情况，三个乡镇作了发言。", "review"),
        ("对此，我完全同意。", "stance"),
        ("根据县委统一部署，经研究决定开展这次检查。", "basis"),
        ("下面，我讲三点意见。", "transition"),
        ("首先，我代表学校向大家表示热烈的祝贺！", "greeting"),
    ],
)
def test_opening(sentence, move):
    assert move_of(sentence, "opening") == move


@pytest.mark.parametrize(
    ("sentence", "move"),
    [
        ("同志们，做好这项工作责任重大、意义深远。", "significance"),
        ("让我们携起手来，共同奋斗！", "exhortation"),
        ("祝大家身体健康、万事如意！", "wish"),
        ("谢谢大家！", "thanks"),
        ("不当之处，请批评指正。", "supervision"),
    ],
)
def test_closing(sentence, move):
    assert move_of(sentence, "closing") == move


@pytest.mark.parametrize(
    ("sentence", "move"),
    [
        ("要全面排查各类隐患。", "task"),
        ("这项工作由县应急局牵头，各乡镇配合。", "owner"),
        ("所有项目12月底前完工。", "deadline"),
        ("总之，各项工作都取得了进展。", "summary"),
        ("个别单位行动迟缓。", "problem"),
        ("今年以来，全县新增企业三十家。", "achievement"),
        ("确保群众安全度汛。", "goal"),
        ("花儿开了。", None),
    ],
)
def test_points(sentence, move):
    assert move_of(sentence, "body") == move


def test_every_move_is_known():
    known = {m for part in read_data("moves.yaml").values() for m in part}
    used = {rule["move"] for rules in read_data("move_cues.yaml").values() for rule in rules}
    assert used <= known


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("在全县安全生产动员大会上的讲话", "mobilisation"),
        ("2020年度个人述职报告", "duty"),
        ("教师节表彰大会主持词", "host"),
        ("校长在开学典礼上的讲话", "school"),
        ("任职表态发言", "inauguration"),
        ("在洽谈会开幕式上的致辞", "address"),
        ("随想", None),
    ],
)
def test_genres(title, genre):
    assert genre_of(title, "") == genre


def test_a_speech_carries_its_moves():
    lines = (
        "在全县护林防火动员会上的讲话",
        "同志们：",
        "今天，我们召开全县护林防火动员会。主要任务是安排部署今冬明春的护林防火工作。下面，我讲两点意见。",
        "一、落实责任",
        "要把责任落实到人头、地块。",
        "二、严肃纪律",
        "对失职渎职的要严肃问责。",
        "同志们，让我们立即行动起来，守护好绿水青山！",
    )
    (speech,) = parse_text(SourceText("text", lines)).speeches
    opening = [s.move for p in speech.by_role("opening") for s in p.sentences]
    assert opening == ["occasion", "purpose", "transition"]
    assert [s.move for p in speech.by_role("closing") for s in p.sentences] == ["exhortation"]
    assert speech.genre == "mobilisation"
