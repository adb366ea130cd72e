"""Which fields a word of 内容 covers, and where else the same text is covered."""

import pytest

from liushou_cli.domain.child import Child
from liushou_cli.domain.masking import NOT_TOLD
from liushou_cli.domain.withholding import applying, cover_for, covered
from tests.builders import AWAY, child

FATHER = {**AWAY, "电话": "13800001234"}


def held(what: str, to: str = "", whom: str = "", **changes: object) -> Child:
    entry = {"内容": what, **({"对谁": whom} if whom else {})}
    return covered(
        child(
            **{"父亲": FATHER, "现住址": "新溪镇花树坪", "备注": "他在东莞", "不得透露": [entry], **changes}
        ),
        to,
    )


@pytest.mark.parametrize(
    "what", ["电话", "父亲电话", "父亲.电话", "父亲的电话", "爸爸的电话", "住址、电话", "联系电话"]
)
def test_spellings_of_a_field(what: str) -> None:
    found = held(what)
    assert found.father
    assert (found.father.phone, found.father.name) == (NOT_TOLD, "李强")


@pytest.mark.parametrize("what", ["母亲的电话", "上个月的那件事", ""])
def test_words_that_mean_something_else(what: str) -> None:
    found = held(what or "—")
    assert found.father
    assert (found.father.phone, found.address) == ("13800001234", "新溪镇花树坪")


def test_the_same_text_elsewhere() -> None:
    visits = [{"日期": "2013-10-12", "情况": "从花树坪走到学校，父亲 13800001234 打不通"}]
    found = held("住址和父亲的电话", 家访=visits)
    assert found.visits[0].note == f"从{NOT_TOLD}走到学校，父亲 {NOT_TOLD} 打不通"
    assert held("务工地点").note == f"他在{NOT_TOLD}"


def test_nothing_withheld_is_the_child_itself() -> None:
    one = child()
    assert covered(one) is one


@pytest.mark.parametrize(
    ("whom", "to", "holds"),
    [
        ("", "", True),
        ("", "教育局", True),
        ("父亲", "", True),
        ("父亲", "父亲", True),
        ("父亲", "母亲", False),
    ],
)
def test_whom_it_holds_for(whom: str, to: str, holds: bool) -> None:
    assert (held("住址", to, whom).address == NOT_TOLD) is holds
    one = child(不得透露=[{"内容": "住址", "对谁": whom}])
    assert len(applying(one, to)) == holds


def test_names_of_the_child_and_choices_elsewhere_stay() -> None:
    found = held(
        "父亲、身体情况", 姓名="李强强", 身体情况="健康", 谈心=[{"日期": "2013-10-12", "情况": "要健康"}]
    )
    assert (found.name, str(found.health), found.talks[0].note) == ("李强强", "（不透露）", "要健康")


def test_a_parent_who_is_the_caregiver_is_covered_as_both() -> None:
    cares = [{"姓名": "李强", "关系": "父亲", "自": "2013-01", "电话": "13800001299", "说明": "夜里上班"}]
    found = held("父亲的情况", 照护人=cares)
    (one,) = found.caregivers
    assert (one.name, one.phone, one.note) == (NOT_TOLD, NOT_TOLD, NOT_TOLD)


def test_what_became_of_a_parent_stands_neither_in_the_field_nor_in_sentences() -> None:
    prison = {"姓名": "李强", "行踪": [{"自": "2012-03", "状况": "服刑", "说明": "判了三年"}]}
    found = held("爸爸服刑", 父亲=prison, 备注="李强服刑以后孩子话少")
    assert found.father
    assert (str(found.father.stays[0].state), found.father.stays[0].note) == ("（不透露）", "（不透露）")
    assert found.note == "李强（不透露）以后孩子话少"


def test_a_plain_state_stays_for_the_figures_are_made_of_it() -> None:
    found = held("父亲")
    assert found.father
    assert str(found.father.stays[0].state) == "外出务工"


def test_a_name_is_covered_whole_and_given() -> None:
    found = held("姓名", 备注="李小花说，小花自己来")
    assert (found.name, found.note) == (NOT_TOLD, f"{NOT_TOLD}说，{NOT_TOLD}自己来")


def test_any_sentence_about_the_child_can_be_covered() -> None:
    one = child(父亲=FATHER, 不得透露=[{"内容": "父亲的电话", "对谁": "母亲"}])
    assert cover_for(one)("打 13800001234") == "打 （不透露）"
    assert cover_for(one, "教育局")("打 13800001234") == "打 13800001234"
