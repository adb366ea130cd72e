"""Gaps and boxes to tick in a line of a form."""

import pytest

from liushou_cli.domain.blanks.texts import answers, rooms


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("姓名：____性别：____", ["姓名", "性别"]),
        ("姓    名：      出生年月：", ["姓名", "出生年月"]),
        ("姓名：张三   性别：", ["性别"]),
        ("填报学校：            年   月   日", ["填报学校", "填报日期"]),
        ("填报日期：    年  月  日", ["填报日期"]),
        ("          年    月    日", ["填报日期"]),
        ("说明：一、本表由班主任填写。", []),
        ("没有冒号的一句话", []),
    ],
)
def test_labels_with_room_after_them(text: str, labels: list[str]) -> None:
    assert [room.label for room in rooms(text)] == labels


def test_the_room_of_a_line_is_the_line_alone() -> None:
    text = "姓名：____  性别：□男 □女"
    name, gender = rooms(text)
    assert text[slice(*name.span)] == "____"
    assert [(word, text[slice(*span)]) for word, span in gender.answers] == [("男", "□"), ("女", "□")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("□是 □否", ["是", "否"]),
        ("是（ ）  否（  ）", ["是", "否"]),
        ("□健康□残疾□患病", ["健康", "残疾", "患病"]),
        ("电话（ ）", []),
        ("是/否", []),
    ],
)
def test_answers_to_choose_from(text: str, words: list[str]) -> None:
    assert [word for word, _ in answers(text)] == words
