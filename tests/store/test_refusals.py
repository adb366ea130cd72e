"""What the model refuses, as the teacher reads it: whole messages with their lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.followup import HomeVisit
from liushou_cli.domain.settings import ClassSettings
from liushou_cli.store.record import load
from liushou_cli.store.refusals import refusal
from tests.store.hands import KEYS

GOOD = "格式: 1\n编号: 4kx7qm\n姓名: 李小花\n性别: 女\n出生日期: 2001-05-12\n在班: [{自: 2012-09-01}]\n"


def said(folder: Path, text: str, model: type[Record] = Child) -> list[str]:
    path = folder / "f.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load(path, "f.yaml", model)
    assert (loaded.value is None) == bool(loaded.problems)
    return [f"{one.line} {one.check}: {one.message} | {one.hint}" for one in loaded.problems]


CASES = {
    "a word that is no choice": ("性别: 女生", ["4 value: 性别写的是“女生” | 只能写：男、女"]),
    "a list for a choice": ("性别: [女]", ["4 value: 性别只能写一个词 | 照 docs/record-format.md 的样子改"]),
    "no day": (
        "出生日期: 2001年",
        ["5 value: 出生日期：“2001年”不是日期，写成 2013-10-12 的样子 | 改成对的写法"],
    ),
    "a day that never was": (
        "出生日期: 2001-02-29",
        ["5 value: 出生日期：没有“2001-02-29”这一天 | 改成对的写法"],
    ),
    "a list for a day": (
        "出生日期: [2001]",
        ["5 value: 出生日期应当是日期，如 2013-10-12 | 照 docs/record-format.md 的样子改"],
    ),
    "no number": ("格式: 一", ["1 value: 格式应当是整数，写的是“一” | 照 docs/record-format.md 的样子改"]),
    "a number out of range": ("格式: 0", ["1 value: 格式写的是“0”，超出范围 | 检查这个数"]),
    "an empty list that must not be": ("在班: []", ["6 missing: 缺“在班” | 补上这一项"]),
    "a word for a list of groups": (
        "在班: 2012-09-01",
        ["6 value: 在班第 1 条应当是一组“键: 值”，写的是“2012-09-01” | 照 docs/record-format.md 的样子改"],
    ),
    "a group without its key": ("在班:\n- {至: 2013-01-01}", ["7 missing: 缺“在班第 1 条的自” | 补上这一项"]),
    "an empty name": ("姓名: ''", ["3 missing: 缺“姓名” | 补上这一项"]),
    "a group for a word": (
        "姓名: {姓: 李}",
        ["3 value: 姓名应当是一行文字 | 照 docs/record-format.md 的样子改"],
    ),
}


@pytest.mark.parametrize(("line", "expected"), CASES.values(), ids=CASES)
def test_one_line_wrong(tmp_path: Path, line: str, expected: list[str]) -> None:
    key = line.partition(":")[0]
    text = "".join(one for one in GOOD.splitlines(keepends=True) if not one.startswith(key + ":"))
    lines = text.splitlines(keepends=True)
    lines.insert([one.partition(":")[0] for one in GOOD.splitlines()].index(key), line + "\n")
    assert said(tmp_path, "".join(lines)) == expected


DEEP = """\
家访:
- {号: a, 日期: 2013-10-12}
-
- 号: b
  日期: 昨天
  性质: 常规
  跟进:
  - {期限: 2013-11-01}
父亲:
  监护能力: 没有
  行踪:
  - {自: 2010-03, 状况: 打工}
帮扶: {日期: 2013-10-01, 金额: 三百}
照护人: 王桂兰
"""


def test_every_refusal_in_the_order_of_lines_and_each_at_its_own(tmp_path: Path) -> None:
    assert said(tmp_path, GOOD + DEEP) == [
        "11 value: 家访第 2 条的日期：“昨天”不是日期，写成 2013-10-12 的样子 | 改成对的写法",
        "12 value: 家访第 2 条的性质写的是“常规” | 只能写：定期、不定期",
        "14 missing: 缺“家访第 2 条的跟进第 1 条的事项” | 补上这一项",
        "16 value: 父亲的监护能力写的是“没有” | 只能写：有、无",
        "18 value: 父亲的行踪第 1 条的状况写的是“打工” | 只能写：在家、外出务工、外出其他、去世、失联、服刑、其他",
        "19 value: 帮扶第 1 条的金额应当是数，写的是“三百” | 照 docs/record-format.md 的样子改",
        "20 value: 照护人第 1 条应当是一组“键: 值”，写的是“王桂兰” | 照 docs/record-format.md 的样子改",
    ]


def test_what_is_missing_is_missing_from_the_top(tmp_path: Path) -> None:
    assert said(tmp_path, "格式: 1\n") == [
        f"1 missing: 缺“{key}” | 补上这一项" for key in ("编号", "姓名", "性别", "出生日期", "在班")
    ]


def test_other_files_of_a_class(tmp_path: Path) -> None:
    assert said(tmp_path, "格式: 1\n班级: 八2\n学段: 初中\n学生数: {2013-2: 四六}\n", ClassSettings) == [
        "2 value: 班级：“八2”不是班级，写成 2012-2（入学年份-班号） | 改成对的写法",
        "4 value: 学生数的2013-2应当是整数，写的是“四六” | 照 docs/record-format.md 的样子改",
    ]
    assert said(tmp_path, "格式: 1\n学期: 2013-2\n活动:\n- 日期: 2013-09-27\n  类别: 班会\n", Activities) == [
        "4 missing: 缺“活动第 1 条的参加” | 补上这一项"
    ]


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "1.5", "1e3", "0x10", "１０"])
def test_odd_numbers_are_refused_in_words(tmp_path: Path, number: str) -> None:
    (message,) = said(
        tmp_path, f"格式: 1\n班级: 2012-2\n学段: 初中\n学生数: {{2013-2: '{number}'}}\n", ClassSettings
    )
    assert message.startswith("4 value: 学生数的2013-2")
    assert len(message) < 100
    assert not any(word in message for word in ("input", "valid", "integer", "看不懂"))


def test_a_value_from_a_command_is_refused_in_the_same_words() -> None:
    with pytest.raises(ValidationError) as caught:
        HomeVisit.model_validate({"日期": "2013-10-12", "性质": "常规"})
    assert refusal(caught.value) == ("性质写的是“常规”", "只能写：定期、不定期")
    with pytest.raises(ValidationError) as caught:
        HomeVisit.model_validate([])
    assert refusal(caught.value) == ("这一项应当是一组“键: 值”", "照 docs/record-format.md 的样子改")


trees = st.recursive(
    st.sampled_from(["", "1", "女", "2013-10-12", "x" * 50, "全体", "学籍"]),
    lambda part: (
        st.lists(part, max_size=2)
        | st.dictionaries(
            st.sampled_from([*KEYS, "自", "状况", "行踪", "学期", "活动", "在班", "2013-2"]), part, max_size=4
        )
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from([*Child.model_json_schema()["properties"]]), trees, max_size=8),
    st.sampled_from([Child, ClassSettings, Activities]),
)
def test_no_tree_of_any_shape_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, tree: dict[str, object], model: type[Record]
) -> None:
    import json

    folder = tmp_path_factory.mktemp("x")
    for line in said(folder, json.dumps(tree, ensure_ascii=False), model):
        assert not any(word in line for word in ("看不懂", "Input", "Error", "None"))
