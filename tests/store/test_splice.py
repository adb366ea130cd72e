# ruff: noqa: E501  # tables are read across
"""Ugly files, edited: each whole text before and after. A line of the edit is added, no other line moves."""

from typing import Any

import pytest

from liushou_cli.errors import Damaged
from liushou_cli.store import splice
from liushou_cli.store.edit import Append, Drop, Edit, Put, apply
from liushou_cli.store.yaml_text import parse

ORDER = ("格式", "编号", "姓名", "父亲", "照护人", "家访", "通话", "备注")
VISIT = {"号": "k7m2qx", "日期": "2013-10-12"}
LONG = {
    "号": "k7m2qx",
    "日期": "2013-10-12",
    "性质": "定期",
    "家访人": ["张敏"],
    "情况": "奶奶身体尚可。\n孩子喂鸡。",
}


def visit(value: Any = VISIT) -> Append:
    return Append(("家访",), value)


CASES: dict[str, tuple[str, Edit, str]] = {
    "an empty flow list": ("姓名: 甲\n家访: []\n备注: x\n", visit(), "姓名: 甲\n家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n备注: x\n"),
    "an empty flow list with a comment": ("家访: []  # 还没有\n", visit(), "家访:  # 还没有\n- {号: k7m2qx, 日期: 2013-10-12}\n"),
    "an empty flow list over two lines": ("家访: [\n  ]\n备注: x\n", visit(), "家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n备注: x\n"),
    "nothing": ("姓名: 甲\n家访:\n备注: x\n", visit(), "姓名: 甲\n家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n备注: x\n"),
    "nothing but blanks and a comment": ("家访:   # 还没有\n备注: x\n", visit(), "家访:   # 还没有\n- {号: k7m2qx, 日期: 2013-10-12}\n备注: x\n"),
    "a tilde": ("家访: ~\n备注: x\n", visit(), "家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n备注: x\n"),
    "nothing at the end without newline": ("家访:", visit(), "家访:\n- {号: k7m2qx, 日期: 2013-10-12}"),
    "a blank before the colon": ("家访 :\n备注: x\n", visit(), "家访 :\n- {号: k7m2qx, 日期: 2013-10-12}\n备注: x\n"),
    "no key: placed in the order of the form": ("姓名: 甲\n通话: []\n备注: x\n", visit(), "姓名: 甲\n家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n备注: x\n"),
    "no key, keys in another order": ("备注: x\n通话: []\n姓名: 甲\n学号: y\n", visit(), "备注: x\n通话: []\n姓名: 甲\n家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n学号: y\n"),
    "no key, none before it": ("备注: x\n通话: []\n", visit(), "备注: x\n通话: []\n家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n"),
    "no key, behind a block": ("姓名: 甲\n照护人:\n  - 姓名: 乙\n    说明: |\n      一\n\n      二\n\n\n# 通话\n通话: []\n", visit(), "姓名: 甲\n照护人:\n  - 姓名: 乙\n    说明: |\n      一\n\n      二\n家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n\n\n# 通话\n通话: []\n"),
    "an unknown key comes last": ("姓名: 甲\n备注: x\n", Put(("爱好",), "画画"), "姓名: 甲\n备注: x\n爱好: 画画\n"),
    "CRLF": ("姓名: 甲\r\n家访:\r\n- 号: a\r\n备注: x\r\n", visit(), "姓名: 甲\r\n家访:\r\n- 号: a\r\n- {号: k7m2qx, 日期: 2013-10-12}\r\n备注: x\r\n"),
    "CRLF and many lines": ("家访:\r\n- 号: a\r\n", visit(LONG), "家访:\r\n- 号: a\r\n- 号: k7m2qx\r\n  日期: 2013-10-12\r\n  性质: 定期\r\n  家访人: [张敏]\r\n  情况: |-\r\n    奶奶身体尚可。\r\n    孩子喂鸡。\r\n"),
    "CRLF without the last one": ("家访:\r\n- 号: a", visit(), "家访:\r\n- 号: a\r\n- {号: k7m2qx, 日期: 2013-10-12}"),
    "CRLF where the old value held the only line end": ("备注:\r\n- 1", Put(("备注",), "一\n二"), "备注: |-\r\n  一\r\n  二"),
    "no final newline": ("家访:\n- 号: a", visit(), "家访:\n- 号: a\n- {号: k7m2qx, 日期: 2013-10-12}"),
    "no final newline behind a block": ("家访:\n- 号: a\n  情况: |\n    好", visit(), "家访:\n- 号: a\n  情况: |\n    好\n- {号: k7m2qx, 日期: 2013-10-12}"),
    "no final newline, edit elsewhere": ("家访: []\n备注: |\n  好", visit(), "家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n备注: |\n  好"),
    "many empty lines at the end": ("家访:\n- 号: a\n\n\n", visit(), "家访:\n- 号: a\n- {号: k7m2qx, 日期: 2013-10-12}\n\n\n"),
    "blank line before the next section": ("家访:\n- 号: a\n\n# —— 通话 ——\n通话: []\n", visit(), "家访:\n- 号: a\n- {号: k7m2qx, 日期: 2013-10-12}\n\n# —— 通话 ——\n通话: []\n"),
    "a comment of the next section at once": ("家访:\n- 号: a\n# —— 通话 ——\n通话: []\n", visit(), "家访:\n- 号: a\n- {号: k7m2qx, 日期: 2013-10-12}\n# —— 通话 ——\n通话: []\n"),
    "a deeper comment belongs to the entry": ("家访:\n- 号: a\n  # 李老师代访\n通话: []\n", visit(), "家访:\n- 号: a\n  # 李老师代访\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "comments between entries": ("家访:\n# 第一次\n- 号: a\n# 第二次\n- 号: b  # 补记\n通话: []\n", visit(), "家访:\n# 第一次\n- 号: a\n# 第二次\n- 号: b  # 补记\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "a literal block |": ("家访:\n- 情况: |\n    好\n\n通话: []\n", visit(), "家访:\n- 情况: |\n    好\n- {号: k7m2qx, 日期: 2013-10-12}\n\n通话: []\n"),
    "a literal block |-": ("家访:\n- 情况: |-\n    好\n\n\n通话: []\n", visit(), "家访:\n- 情况: |-\n    好\n- {号: k7m2qx, 日期: 2013-10-12}\n\n\n通话: []\n"),
    "a literal block |+ keeps its blank lines": ("家访:\n- 情况: |+\n    好\n\n\n通话: []\n", visit(), "家访:\n- 情况: |+\n    好\n\n\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "a folded block": ("家访:\n- 情况: >\n    好\n    的\n\n    是\n通话: []\n", visit(), "家访:\n- 情况: >\n    好\n    的\n\n    是\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "a block with its own indentation": ("家访:\n- 情况: |2\n     好\n通话: []\n", visit(), "家访:\n- 情况: |2\n     好\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "a block that looks like YAML": ("家访:\n- 情况: |\n    - 号: b\n    # 不是注释\n通话: []\n", visit(), "家访:\n- 情况: |\n    - 号: b\n    # 不是注释\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "plain text over two lines": ("家访:\n- 情况: 奶奶\n    身体好\n通话: []\n", visit(), "家访:\n- 情况: 奶奶\n    身体好\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "flow on one line": ("家访: [{号: a}]  # 一次\n", visit(), "家访: [{号: a}, {号: k7m2qx, 日期: 2013-10-12}]  # 一次\n"),
    "flow with a trailing comma": ("照护人: [甲, 乙,]\n", Append(("照护人",), "丙"), "照护人: [甲, 乙, 丙,]\n"),
    "flow with blanks inside": ("照护人: [ 甲 ]\n", Append(("照护人",), "丙"), "照护人: [ 甲, 丙 ]\n"),
    "flow over many lines": ("照护人: [\n  甲,  # 一\n  乙   # 二\n]\n备注: x\n", Append(("照护人",), "丙"), "照护人: [\n  甲,  # 一\n  乙, 丙   # 二\n]\n备注: x\n"),
    "flow over many lines, trailing comma": ("照护人: [\n  甲,\n  乙,\n]\n", Append(("照护人",), "丙"), "照护人: [\n  甲,\n  乙, 丙,\n]\n"),
    "flow with quotes and brackets in them": ('照护人: ["甲]", \'乙,\']\n', Append(("照护人",), "丙"), '照护人: ["甲]", \'乙,\', 丙]\n'),
    "text that needs quotes in flow": ("照护人: [甲]\n", Append(("照护人",), "丙, 丁"), '照护人: [甲, "丙, 丁"]\n'),
    "a list indented by two": ("家访:\n  - 号: a\n通话: []\n", visit(), "家访:\n  - 号: a\n  - {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "a list indented by four, wide dashes": ("家访:\n    -   号: a\n        日期: 2013-09-01\n通话: []\n", visit(LONG), "家访:\n    -   号: a\n        日期: 2013-09-01\n    -   号: k7m2qx\n        日期: 2013-10-12\n        性质: 定期\n        家访人: [张敏]\n        情况: |-\n          奶奶身体尚可。\n          孩子喂鸡。\n通话: []\n"),
    "two lists indented each its own way": ("照护人:\n- 姓名: 乙\n家访:\n    - 号: a\n", visit(), "照护人:\n- 姓名: 乙\n家访:\n    - 号: a\n    - {号: k7m2qx, 日期: 2013-10-12}\n"),
    "a dash on a line of its own": ("家访:\n-\n  号: a\n通话: []\n", visit(), "家访:\n-\n  号: a\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "an empty entry at the end": ("家访:\n- 号: a\n-\n通话: []\n", visit(), "家访:\n- 号: a\n-\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n"),
    "quoted keys": ('"家访":\n- "号": a\n\'通话\': []\n', visit(), '"家访":\n- "号": a\n- {号: k7m2qx, 日期: 2013-10-12}\n\'通话\': []\n'),
    "a quoted key without value": ('"家访":\n通话: []\n', visit(), '"家访":\n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []\n'),
    "a single word for a list": ("照护人: 甲  # 一\n", Append(("照护人",), "乙"), "照护人: [甲, 乙]  # 一\n"),
    "a single quoted word for a list": ("照护人: '甲, 丙'\n", Append(("照护人",), "乙"), "照护人: ['甲, 丙', 乙]\n"),
    "a single word with a bracket for a list": ("照护人: 甲]\n", Append(("照护人",), "乙"), '照护人: ["甲]", 乙]\n'),
    "a single group for a list": ("家访: {号: a}\n", visit(), "家访: [{号: a}, {号: k7m2qx, 日期: 2013-10-12}]\n"),
    "aligned by hand": ("姓名:   甲\n家访:   []\n备注:   x\n", visit(), "姓名:   甲\n家访:\n- {号: k7m2qx, 日期: 2013-10-12}\n备注:   x\n"),
    "trailing blanks": ("家访:  \n- 号: a   \n通话: []  \n", visit(), "家访:  \n- 号: a   \n- {号: k7m2qx, 日期: 2013-10-12}\n通话: []  \n"),
    "--- at the top": ("---\n# 档案\n家访:\n- 号: a\n", visit(), "---\n# 档案\n家访:\n- 号: a\n- {号: k7m2qx, 日期: 2013-10-12}\n"),
    "... at the end": ("家访:\n- 号: a\n...\n", visit(), "家访:\n- 号: a\n- {号: k7m2qx, 日期: 2013-10-12}\n...\n"),
    "characters beyond the BMP before it": ("姓名: 𠮷野💐\n家访: [{号: a}]\n", visit(), "姓名: 𠮷野💐\n家访: [{号: a}, {号: k7m2qx, 日期: 2013-10-12}]\n"),
    "the whole file in braces": ("{姓名: 甲, 家访: [{号: a}]}\n", visit(), "{姓名: 甲, 家访: [{号: a}, {号: k7m2qx, 日期: 2013-10-12}]}\n"),
    "a list inside an entry": ("家访:\n- 号: a\n  跟进:\n  - 事项: 配眼镜\n- 号: b\n", Append(("家访", 0, "跟进"), {"事项": "复查"}), "家访:\n- 号: a\n  跟进:\n  - 事项: 配眼镜\n  - {事项: 复查}\n- 号: b\n"),
    "a list that an entry has not yet": ("家访:\n- 号: a\n- 号: b\n", Append(("家访", 0, "跟进"), {"事项": "复查"}), "家访:\n- 号: a\n  跟进:\n  - {事项: 复查}\n- 号: b\n"),
    "a list inside a flow entry": ("家访:\n- {号: a, 跟进: [{事项: 配眼镜}]}\n", Append(("家访", 0, "跟进"), {"事项": "复查"}), "家访:\n- {号: a, 跟进: [{事项: 配眼镜}, {事项: 复查}]}\n"),
    "a list that a flow entry has not yet": ("家访:\n- {号: a}\n", Append(("家访", 0, "跟进"), {"事项": "复查"}), "家访:\n- {号: a, 跟进: [{事项: 复查}]}\n"),
    "a group made with its first list": ("姓名: 甲\n备注: x\n", Append(("父亲", "行踪"), {"自": "2010-03"}), "姓名: 甲\n父亲:\n  行踪:\n  - {自: 2010-03}\n备注: x\n"),
    "a group that stands without a value": ("父亲:\n备注: x\n", Append(("父亲", "行踪"), {"自": "2010-03"}), "父亲:\n  行踪:\n  - {自: 2010-03}\n备注: x\n"),
    "replace a word": ("姓名: 甲  # 小名\n备注: x\n", Put(("姓名",), "乙"), "姓名: 乙  # 小名\n备注: x\n"),
    "replace a quoted word": ("姓名: \"甲\"\n", Put(("姓名",), "乙"), "姓名: 乙\n"),
    "replace aligned by hand": ("姓名:    甲\n备注:    x\n", Put(("姓名",), "乙"), "姓名:    乙\n备注:    x\n"),
    "replace a word by two lines": ("备注: x  # 注\n通话: []\n", Put(("备注",), "一\n二"), "备注: |-  # 注\n  一\n  二\n通话: []\n"),
    "replace a block by a word": ("备注: |\n  一\n  二\n\n通话: []\n", Put(("备注",), "x"), "备注: x\n\n通话: []\n"),
    "replace in a flow entry": ("家访:\n- {号: a, 日期: 2013-09-01}\n", Put(("家访", 0, "日期"), "2013-09-02"), "家访:\n- {号: a, 日期: 2013-09-02}\n"),
    "replace in a block entry": ("家访:\n-   号: a\n    日期: 2013-09-01  # 周日\n", Put(("家访", 0, "日期"), "2013-09-02"), "家访:\n-   号: a\n    日期: 2013-09-02  # 周日\n"),
    "replace the first key of an entry": ("家访:\n- 号: a\n  日期: x\n", Put(("家访", 0, "号"), "b"), "家访:\n- 号: b\n  日期: x\n"),
    "replace nothing": ("备注:   # 空\n", Put(("备注",), "x"), "备注: x   # 空\n"),
    "replace a flow list": ("照护人: [甲, 乙]  # 二\n", Put(("照护人",), ["丙"]), "照护人: [丙]  # 二\n"),
    "replace a key quoted by hand": ('"姓名": 甲\n', Put(("姓名",), "乙"), '"姓名": 乙\n'),
    "set a key of an entry": ("家访:\n- 号: a\n  # 注\n- 号: b\n", Put(("家访", 0, "日期"), "2013-09-02"), "家访:\n- 号: a\n  日期: 2013-09-02\n  # 注\n- 号: b\n"),
    "set a key of a flow group": ("父亲: {姓名: 甲}\n", Put(("父亲", "电话"), "05641234567"), '父亲: {姓名: 甲, 电话: "05641234567"}\n'),
    "set a key of an empty group": ("父亲: {}\n备注: x\n", Put(("父亲", "电话"), "1"), '父亲: {电话: "1"}\n备注: x\n'),
    "replace a whole entry": ("家访:\n- 号: a\n  日期: x\n- 号: b\n", Put(("家访", 0), {"号": "c"}), "家访:\n- {号: c}\n- 号: b\n"),
    "replace a word of a list": ("照护人: [甲, 乙]\n", Put(("照护人", 1), "丙"), "照护人: [甲, 丙]\n"),
    "replace a block group": ("父亲:  # 注\n  姓名: 甲\n  电话: x\n备注: y\n", Put(("父亲",), {"姓名": "乙"}), "父亲: {姓名: 乙}\n备注: y\n"),
    "replace a block group without comment": ("父亲:\n  姓名: 甲\n  电话: x\n备注: y\n", Put(("父亲",), {"姓名": "乙"}), "父亲: {姓名: 乙}\n备注: y\n"),
    "replace a block list by a longer one": ("家访:\n- 号: a\n备注: y\n", Put(("家访",), [{"号": "b"}, {"号": "c"}]), "家访:\n- {号: b}\n- {号: c}\n备注: y\n"),
    "drop a line": ("姓名: 甲\n备注: x  # 注\n通话: []\n", Drop(("备注",)), "姓名: 甲\n通话: []\n"),
    "drop a block": ("姓名: 甲\n备注: |\n  一\n\n  二\n\n# 通话\n通话: []\n", Drop(("备注",)), "姓名: 甲\n\n# 通话\n通话: []\n"),
    "drop a list with comments inside": ("姓名: 甲\n家访:\n# 一\n- 号: a\n# 二\n- 号: b\n通话: []\n", Drop(("家访",)), "姓名: 甲\n通话: []\n"),
    "drop the last line without newline": ("姓名: 甲\n备注: x", Drop(("备注",)), "姓名: 甲\n"),
    "drop in CRLF": ("姓名: 甲\r\n备注: x\r\n通话: []\r\n", Drop(("备注",)), "姓名: 甲\r\n通话: []\r\n"),
    "drop the first of a flow group": ("父亲: {姓名: 甲, 电话: x}\n", Drop(("父亲", "姓名")), "父亲: {电话: x}\n"),
    "drop the last of a flow group": ("父亲: {姓名: 甲, 电话: x }\n", Drop(("父亲", "电话")), "父亲: {姓名: 甲 }\n"),
    "drop the middle of a flow group": ("父亲: {姓名: 甲, 电话: x, 说明: y}\n", Drop(("父亲", "电话")), "父亲: {姓名: 甲, 说明: y}\n"),
    "drop what is not there": ("姓名: 甲\n", Drop(("备注",)), "姓名: 甲\n"),
    "drop inside an entry": ("家访:\n- 号: a\n  日期: x\n  情况: y\n", Drop(("家访", 0, "日期")), "家访:\n- 号: a\n  情况: y\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "edit", "after"), CASES.values(), ids=CASES)
def test_edit(before: str, edit: Edit, after: str) -> None:
    assert apply(before, [edit], ORDER, "4kx7qm.yaml") == after


REFUSED: dict[str, tuple[str, Edit, int]] = {
    "a block group for a list": ("姓名: 甲\n家访:\n  号: a\n  日期: x\n", visit(), 3),
    "a block of text for a list": ("照护人: |\n  甲\n", Append(("照护人",), "乙"), 1),
    "the only key of a file": ("备注: x\n", Drop(("备注",)), 1),
    "the only key of a group": ("父亲:\n  姓名: 甲\n备注: x\n", Drop(("父亲", "姓名")), 2),
    "the key beside the dash": ("家访:\n- 号: a\n  日期: x\n", Drop(("家访", 0, "号")), 2),
    "an entry of a list": ("家访:\n- 号: a\n- 号: b\n", Drop(("家访", 0)), 2),
    "a list inside a list": ("格式: 1\n照护人: [[]]\n", Append(("照护人", 0), "x"), 2),
    "a key inside a word": ("格式: 1\n父亲: 李强\n", Put(("父亲", "电话"), "1"), 2),
    "an entry that is not there": ("格式: 1\n家访:\n- 号: a\n", Put(("家访", 5, "日期"), "x"), 2),
    "a key where a list is": ("格式: 1\n家访:\n- 号: a\n", Put(("家访", "日期"), "x"), 2),
    "a key without colon in braces": ("父亲: {姓名}\n", Put(("父亲", "姓名"), "x"), 1),
    "a question mark key": ("? 家访\n: - 号: a\n? 备注\n", Put(("备注",), "x"), 3),
}  # fmt: skip


@pytest.mark.parametrize(("before", "edit", "line"), REFUSED.values(), ids=REFUSED)
def test_what_the_splice_does_not_dare(before: str, edit: Edit, line: int) -> None:
    with pytest.raises(Damaged) as caught:
        apply(before, [edit], ORDER, "children/4kx7qm.yaml")
    assert caught.value.message == f"children/4kx7qm.yaml:{line}：这一处的写法改起来不稳妥，没有改动"
    assert "手工" in caught.value.hint


def test_the_splice_itself_refuses_a_list_inside_a_list() -> None:
    text = "照护人: [[]]\n"
    with pytest.raises(splice.CannotSplice):
        splice.append(text, parse(text), ("照护人", 0), "x", ())


@pytest.mark.parametrize("path", [("家访", "日期"), ("家访", 7), ("姓名", "x")])
def test_the_splice_itself_refuses_a_way_that_leads_nowhere(path: tuple[str | int, ...]) -> None:
    text = "姓名: 甲\n家访:\n- 号: a\n"
    with pytest.raises(splice.CannotSplice):
        splice.put(text, parse(text), path, "x")


@pytest.mark.parametrize(
    "wrong", ["姓名: 甲\n", "姓名: 甲\n备注: y\n", "姓名: 丙\n备注: x\n", "备注: x\n", "姓名: [\n", ""]
)
def test_a_splice_that_went_wrong_is_not_believed(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setattr(splice, "put", lambda *_: wrong)
    with pytest.raises(Damaged, match="f:1：这一处的写法改起来不稳妥，没有改动"):
        apply("姓名: 甲\n", [Put(("备注",), "x")], ORDER, "f")
