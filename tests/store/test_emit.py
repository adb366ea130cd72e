# ruff: noqa: E501  # tables are read across
import datetime
import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from liushou_cli.store import emit
from liushou_cli.store.yaml_text import parse, plain

# Text that some reader of YAML takes for something else, or trips over.
NAUGHTY = [
    "", " ", "~", "null", "Null", "NULL", "true", "True", "yes", "No", "on", "OFF", "y", "N", "=", "<<", "-", "--", "---", "...",
    "--- a", "... a", "?", "? a", ":", ": a", "a:", "a: b", "a :b", "a#", "a #b", "#a", "- a", "-a", "&a", "*a", "!a", "!!str a", "|", "|-",
    ">", ">-", "'", "''", "'a'", '"', '"a"', "%", "%YAML 1.1", "@a", "`a", "[", "]", "{", "}", "[a]", "{a: b}", ",", "a,b", "a, b", "a]b",
    "1", "0", "-1", "+1", "007", "0o17", "0x1f", "-0x1f", "0b101", "1_000", "1,000", "4.60", ".5", "-.5", "5.", "1e3", "1.5e+3", ".5e+3",
    "1.e+3", ".inf", "-.Inf", ".nan", ".NaN", "12:30", "1:30:45", "-1:30", "190:20:30.15", "1_0:30", "0:0", "_1", "1_", "_", "__",
    "2013-10-12T08:00:00Z", "2013-10-12 08:00:00", "2013-10-12t08:00:00", "2013-02-30", "2013-13-45", "0000-00-00", "2013-1-1", "2013-10-12x",
    "05641234567", "110105194912310021", "11010519491231002X", "2012-2", "2013-2", "a\tb", "\ta", "a\t", "a\nb", "\na", "a\n", "a\n\nb", "a\n b",
    " a\nb", "a\n\n", "\n", "a\r\nb", "a\rb", "a\u2028b", "a\u0085b", "\ufeffa", "a\u00a0b", "a\u3000b", "\u3000", "阿依古丽·买买提", "𠮷野", "💐", "\\", "a\\n",
    'say "hi"', "it's", "a  b", "a ", " a", "http://a.b/c?d=e&f#g", "时间: 周三", "：", "a：b", "-\t", "a\n#b", "a\n- b", "a\n---\nb", "[a", "x" * 2000, "字 " * 600,
]  # fmt: skip

text = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t"),
    max_size=30,
)
tricky = st.text("01279aeExX_+-.,:~=?!&*#|>@%`'\"[]{}\\ \n\ttTnyof", max_size=10)


def as_other_readers_see(line: str) -> Any:
    return yaml.safe_load(line)


def same_text(value: str, read: Any) -> bool:
    """Text comes back as text; a day may come back as a day, for the schema says where a day stands."""
    if isinstance(read, datetime.date) and not isinstance(read, datetime.datetime):
        return read.isoformat() == value
    return isinstance(read, str) and read == value


def every_place(value: str) -> list[tuple[str, Any]]:
    """(file, way to the value) of everywhere a text may be emitted."""
    return [
        ("\n".join(emit.entry("情况", value)) + "\n", ("情况",)),
        ("家访:\n" + "\n".join(emit.entry("情况", value, 2)) + "\n别: x\n", ("家访", "情况")),
        (f"a: {emit.flow(value)}\n", ("a",)),
        (f"a: {emit.flow([value, value])}\n", ("a", 1)),
        (f"a: {emit.flow({'k': value, 'l': 'x'})}\n", ("a", "k")),
        (f"a: {emit.flow({value: 'v'})}\n", None),
        ("a:\n" + "\n".join(emit.item(value)) + "\n", ("a", 0)),
        (
            "a:\n"
            + "\n".join(emit.item({"号": "k7m2qx", "情况": value, "跟进": [{"事项": value}]}, 2))
            + "\n",
            ("a", 0, "跟进", 0, "事项"),
        ),
        ("\n".join(emit.entry("家访", [{"号": "k7m2qx", "情况": value}])) + "\n", ("家访", 0, "情况")),
        ("\n".join(emit.entry(value, "v")) + "\n", None),
    ]


def dig(tree: Any, way: tuple[str | int, ...] | None) -> Any:
    if way is None:  # the value itself is the key
        (key,) = (tree["a"] if isinstance(tree.get("a"), dict) else tree).keys()
        return key
    for step in way:
        tree = tree[step]
    return tree


@pytest.mark.parametrize("value", NAUGHTY)
def test_naughty_text_is_text_for_every_reader(value: str) -> None:
    for line, way in every_place(value):
        if way is None and (value == "<<" or len(value) > 900):
            continue  # a merge key may not stand in a record; a key is a short word
        assert dig(plain(parse(line)), way) == value, line
        if value not in ("a\u2028b", "a\u0085b"):
            assert same_text(value, dig(as_other_readers_see(line), way)), line
        assert same_text(value, dig(YAML(typ="safe", pure=True).load(line), way)), line


@given(text | tricky)
def test_any_text_is_text_for_every_reader(value: str) -> None:
    for line, way in every_place(value):
        if way is None and value == "<<":
            continue
        assert dig(plain(parse(line)), way) == value, line
        assert same_text(value, dig(as_other_readers_see(line), way)), line


@given(st.text(max_size=10))
@example("\ud800")
@example("\x00")
@example("a\x7fb")
def test_text_of_any_characters_makes_one_printable_line(value: str) -> None:
    line = emit.scalar(value)
    assert "\n" not in line
    assert "\r" not in line
    assert all(
        ord(ch) >= 0x20 and not 0x7F <= ord(ch) <= 0x9F and not 0xD800 <= ord(ch) <= 0xDFFF for ch in line
    )
    line.encode("utf-8")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1, "1"), (46, "46"), (500.0, "500"), (12.5, "12.5"), (12345.67, "12345.67"), (1234567.0, "1234567"), (0.1, "0.1"),
        (99999999.99, "99999999.99"), (1e16, "10000000000000000"), (datetime.date(2013, 10, 12), "2013-10-12"),
    ],
)  # fmt: skip
def test_numbers_keep_all_their_digits(value: Any, written: str) -> None:
    assert emit.scalar(value) == written


@given(st.floats(0, 1e12))
def test_every_amount_reads_back(value: float) -> None:
    assert float(emit.scalar(value)) == value


def test_a_child_in_the_hand_of_the_format_page() -> None:
    child = {
        "格式": "1",
        "编号": "4kx7qm",
        "学号": "007",
        "在班": [{"自": "2012-09-01"}],
        "父亲": {
            "姓名": "李强",
            "电话": "13800001234",
            "行踪": [{"自": "2010-03", "状况": "外出务工", "地点": "广东省东莞市"}],
        },
        "其他类别": ["单亲家庭", "低保"],
        "家访": [
            {
                "号": "k7m2qx", "日期": "2013-10-12", "性质": "定期", "家访人": ["张敏"], "情况": "奶奶身体尚可。\n# 孩子喂鸡。",
                "跟进": [{"事项": "配眼镜", "期限": "2013-11-01"}, {"事项": "复查"}],
            },
            {"号": "9w2d4t", "日期": "2013-11-02"},
        ],
        "制度": [],
        "知情同意": {},
    }  # fmt: skip
    assert (
        "\n".join(emit.block(child))
        == """\
格式: "1"
编号: 4kx7qm
学号: "007"
在班:
- {自: 2012-09-01}
父亲:
  姓名: 李强
  电话: "13800001234"
  行踪:
  - {自: 2010-03, 状况: 外出务工, 地点: 广东省东莞市}
其他类别: [单亲家庭, 低保]
家访:
- 号: k7m2qx
  日期: 2013-10-12
  性质: 定期
  家访人: [张敏]
  情况: |-
    奶奶身体尚可。
    # 孩子喂鸡。
  跟进:
  - {事项: 配眼镜, 期限: 2013-11-01}
  - {事项: 复查}
- {号: 9w2d4t, 日期: 2013-11-02}
制度: []
知情同意: {}"""
    )


def test_what_would_run_over_the_page_is_broken_into_lines() -> None:
    long = "孩子放学后先喂鸡，再做作业，奶奶不识字，数学不会的只能等父亲周末来电话时问"
    assert emit.item({"号": "k7m2qx", "情况": long}, 2, gap="   ") == [
        "  -   号: k7m2qx",
        f"      情况: {long}",
    ]
    assert emit.entry("措施", [long, long]) == ["措施:", f"- {long}", f"- {long}"]


@given(
    st.recursive(
        tricky,
        lambda part: (
            st.lists(part, max_size=3) | st.dictionaries(tricky.filter(lambda k: k != "<<"), part, max_size=3)
        ),
    )
)
def test_any_tree_reads_back(value: Any) -> None:
    for lines, wanted in ((emit.entry("键", value), value), (["键:", *emit.item(value)], [value])):
        assert plain(parse("\n".join(lines) + "\n")) == {"键": wanted}, json.dumps(lines, ensure_ascii=False)
