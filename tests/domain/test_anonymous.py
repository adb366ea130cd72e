from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liushou_cli.domain.anonymous import ANY, HEADINGS, SHARE, Released, Row, release, told
from liushou_cli.domain.child import Child
from liushou_cli.errors import Refused
from tests.builders import child, counted, roll
from tests.domain.strategies import children

USUAL = ("云岭县", "八年级", "6—13岁", "男", "双亲留守", "隔代照护", "走读", "健康")
WORDS: tuple[tuple[str, ...], ...] = (
    ("云岭县", "清江县"),
    ("七年级", "八年级", "三年级"),
    ("6—13岁", "14—16岁"),
    ("男", "女"),
    ("双亲留守", "单亲留守"),
    ("隔代照护", "父母照护", "其他照护", "未登记"),
    ("走读", "寄宿", "未登记"),
    ("健康", "残疾", "未登记"),
)


def row(**changes: str) -> Row:
    return tuple(changes.get(name, word) for name, word in zip(HEADINGS, USUAL, strict=True))


def test_rows_that_read_the_same_are_told_as_they_are() -> None:
    assert release([USUAL] * 5, 5) == Released(5, (USUAL,) * 5, 0, {})


def test_a_column_is_given_up_only_for_those_who_would_stand_out() -> None:
    done = release([USUAL] * 5 + [row(身体情况="残疾")] * 2 + [row(身体情况="患病")] * 3, 5)
    assert Counter(done.rows) == {USUAL: 5, row(年级="八年级", 身体情况=ANY): 5}
    assert (done.left_out, done.coarsened) == (0, {"身体情况": 5})


def test_the_grade_becomes_the_stage_before_anything_else_goes() -> None:
    done = release([row(年级="七年级")] * 3 + [row(年级="九年级")] * 2, 5)
    assert done == Released(5, (row(年级="初中"),) * 5, 0, {"年级": 5})


def test_who_stands_out_on_every_step_is_left_out_and_counted() -> None:
    done = release([USUAL] * 12 + [row(性别="女")] * 3, 5)
    assert done == Released(5, (USUAL,) * 12, 3, {})


@pytest.mark.parametrize(
    ("rows", "k", "message"),
    [
        ([USUAL] * 4, 5, "只有 4 名留守儿童，做不到每种至少 5 名"),
        ([], 5, "只有 0 名留守儿童，做不到每种至少 5 名"),
        ([USUAL] * 9, 4, "k 不能小于 5，写的是 4"),
        ([USUAL] * 11 + [row(性别="女")] * 3, 5, "要做到每种至少 5 名，14 名里得略去 3 名，超过 1/5，没有出"),
    ],
)
def test_it_is_refused(rows: list[Row], k: int, message: str) -> None:
    with pytest.raises(Refused, match=message):
        release(rows, k)


@given(st.lists(st.tuples(*(st.sampled_from(words) for words in WORDS)), max_size=60), st.integers(5, 9))
def test_every_row_that_is_told_occurs_k_times_and_every_other_is_counted(rows: list[Row], k: int) -> None:
    try:
        done = release(rows, k)
    except Refused:
        return
    assert all(count >= k for count in Counter(done.rows).values())
    assert len(done.rows) + done.left_out == len(rows)
    assert done.left_out * SHARE <= len(rows)
    assert all(all(ok(*pair) for pair in zip(HEADINGS, one, strict=True)) for one in done.rows)


def ok(heading: str, word: str) -> bool:
    return word in (*WORDS[HEADINGS.index(heading)], ANY, "初中", "小学")


SECRETS = ["李小花", "王桂兰", "李强", "13800001234", "340121200105120028", "4kx7qm", "2001-05-12", "桃树坪"]


def secretive(**changes: Any) -> Child:
    parent = {
        "姓名": "李强",
        "电话": "13800001234",
        "行踪": [{"自": "2010-03", "状况": "外出务工", "地点": "李强家"}],
    }
    return child(
        父亲=parent, 身份证号="340121200105120028", 现住址="李小花家在桃树坪县", 户籍地="桃树坪", 备注="李小花",
        照护人=[{"姓名": "王桂兰", "关系": "奶奶", "自": "2010-03", "电话": "13800001234"}], **changes,
    )  # fmt: skip


def test_nothing_of_a_childs_own_words_is_in_its_row() -> None:
    people = counted(roll(*(secretive() for _ in range(6)), school={"县": "云岭县"}))
    rows = release([told(member, people) for member in people.counted], 5).rows
    assert rows == (("云岭县", "八年级", "6—13岁", "女", "单亲留守", "隔代照护", "未登记", "未登记"),) * 6
    assert [secret for secret in SECRETS if any(secret in cell for one in rows for cell in one)] == []


@given(st.lists(children(), min_size=5, max_size=30))
@settings(max_examples=50)
def test_children_of_any_kind_are_told_in_words_of_closed_lists(them: list[Child]) -> None:
    people = counted(roll(*them, school={"县": "云岭县"}))
    rows = [told(member, people) for member in people.counted]
    known = {word for words in WORDS for word in words} | {"0—5岁", "17岁以上", "患病"}
    assert {cell for one in rows for cell in one} <= known
