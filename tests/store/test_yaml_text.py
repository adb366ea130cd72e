# ruff: noqa: E501  # tables are read across
import time
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from liushou_cli.store import yaml_text
from liushou_cli.store.yaml_text import Mapping, Scalar, Sequence, YamlFault, find, line_of, parse, plain
from tests.store.hands import files


def read(text: str) -> Mapping | YamlFault:
    try:
        return parse(text)
    except YamlFault as fault:
        return fault


def test_everything_is_text() -> None:
    text = "电话: 05641234567\n学号: 007\n号: 1e5\n日: 2013-10-12\n时: 12:30\n否: no\n空: ''\n无:\n波: ~\n真: null\n表: [1, ~, , 否]\n".replace(
        ", ,", ","
    )
    assert plain(parse(text)) == {
        "电话": "05641234567", "学号": "007", "号": "1e5", "日": "2013-10-12", "时": "12:30", "否": "no", "空": "", "真": "null", "表": ["1", "否"],
    }  # fmt: skip


@given(files())
def test_places_are_where_the_text_stands(text: str) -> None:
    def look(node: Any) -> None:
        assert text.count("\n", 0, node.start) + 1 == node.line
        written = text[node.start : node.end]
        if isinstance(node, Scalar):
            if node.style is None and "\n" not in written:
                assert written.rstrip() == node.text
            elif node.style in ("'", '"'):
                assert written[0] == written[-1] == node.style
        elif node.flow:
            assert written[0] + written[-1] in ("[]", "{}")
        if isinstance(node, Sequence):
            for item in node.items:
                look(item)
        elif isinstance(node, Mapping):
            for key, value in node.entries.values():
                look(key)
                look(value)

    look(parse(text))


@given(files())
def test_the_slower_reader_reads_the_same(text: str) -> None:
    """Where PyYAML came without libyaml: but for a ? in brackets, which it refuses and we write in quotes."""
    assume("?" not in text)
    quick = parse(text)
    with pytest.MonkeyPatch.context() as slow:
        slow.setattr(yaml_text, "_Loader", yaml.BaseLoader)
        assert plain(parse(text)) == plain(quick)


YAML_FAULTS = {
    "anchor": ("a: &x 1\nb: *x\n", 1, "yaml-feature", "用了 YAML 锚点 &x"),
    "alias": ("a: 1\nb: *x\n", 2, "yaml-feature", "用了 YAML 别名 *x"),
    "tag": ("a: !!python/object/apply:os.system [ls]\n", 1, "yaml-feature", "用了 YAML 标签 !"),
    "tag on a key": ("!x a: 1\n", 1, "yaml-feature", "用了 YAML 标签 !"),
    "anchor on the root": ("&x\na: 1\n", 1, "yaml-feature", "用了 YAML 锚点 &x"),
    "merge": ("a: 1\n<<: {b: 2}\n", 2, "yaml-feature", "用了 YAML 合并键 <<"),
    "merge, quoted": ('a:\n  "<<": {b: 2}\n', 2, "yaml-feature", "用了 YAML 合并键 <<"),
    "directive": ("%YAML 1.1\n---\na: 1\n", 1, "yaml-feature", "有 % 开头的 YAML 指令"),
    "tag directive": ("%TAG ! tag:x,2000:\n---\na: 1\n", 1, "yaml-feature", "有 % 开头的 YAML 指令"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, "yaml-feature", "一份文件里有两个文档（---）"),
    "list as key": ("? [a]\n: b\n", 1, "yaml-feature", "键不是文字"),
    "twice": ("a: 1\nb: 2\na: 3\n", 3, "duplicate-key", "“a”写了两次，第一次在第 1 行"),
    "twice, deep and quoted": ('x:\n  - {a: 1,\n     "a": 2}\n', 3, "duplicate-key", "“a”写了两次，第一次在第 2 行"),
    "twice, once empty": ("a:\na: 3\n", 2, "duplicate-key", "“a”写了两次，第一次在第 1 行"),
    "too deep": ("a: " + "[" * 20 + "]" * 20 + "\n", 1, "yaml-feature", "嵌套超过 20 层"),
    "control": ("a: 1\nb: x\x07\n", 2, "control", "有控制字符 U+0007"),
    "zero": ("a: \x00\n", 1, "control", "有控制字符 U+0000"),
    "C1": ("a: \x9b31m\n", 1, "control", "有控制字符 U+009B"),
    "BOM inside": ("a: 1\n\ufeffb: 2\n", 2, "control", "有控制字符 U+FEFF"),
    "escape written out": ('a: 1\nb: "\\e[31m"\n', 2, "control", "引号里的转义写出了控制字符 U+001B"),
    "list": ("- a\n", 1, "yaml", "文件里没有“键: 值”"),
    "word": ("李小花\n", 1, "yaml", "文件里没有“键: 值”"),
    "comments only": ("# 空\n\n", 1, "empty", "文件是空的"),
    "only ---": ("---\n", 2, "yaml", "文件里没有“键: 值”"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "kind", "message"), YAML_FAULTS.values(), ids=YAML_FAULTS)
def test_what_a_record_may_not_hold(text: str, line: int, kind: str, message: str) -> None:
    with pytest.raises(YamlFault) as caught:
        parse(text)
    assert (caught.value.line, caught.value.kind, caught.value.message) == (line, kind, message)


def test_nineteen_levels_are_well() -> None:
    assert plain(parse("a: " + "[" * 19 + "]" * 19 + "\n"))


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "{a: " * 60_000, "a: " * 80_000, "- " * 120_000, "a: |\n" + "  x\n" * 60_000, '"' + "\\\n" * 100_000, "? " * 120_000,
     "&" * 250_000, "a:\n" + " \n" * 120_000, "!" * 250_000, "a: >\n" + "  x\n\n" * 40_000, "#" * 250_000, "a: " + "'" * 250_000],
    ids=range(13),
)  # fmt: skip
def test_no_text_of_the_allowed_length_takes_long_or_escapes(text: str) -> None:
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 5


@given(st.text("ab:-# \n\"'[]{},|>&*!%?~\t", max_size=40) | st.text(max_size=20))
def test_any_text_is_a_record_or_a_fault_with_a_line_that_exists(text: str) -> None:
    root = read(text)
    if isinstance(root, YamlFault):
        assert 1 <= root.line <= text.count("\n") + 2
        assert root.message
    else:
        assert isinstance(plain(root), dict)


TREE = """\
姓名: 甲
家访:
- 号: a
  日期: x
-
- 号: b
  跟进:
  - 事项: c
对象: 奶奶
父亲: {姓名: 乙,
  行踪: [{自: 2010}]}
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("姓名",), 1),
        (("家访",), 2),
        (("家访", 0), 3),
        (("家访", 0, "日期"), 4),
        (("家访", 1), 6),
        (("家访", 1, "跟进", 0, "事项"), 8),
        (("家访", 1, "情况"), 6),
        (("家访", 2), 2),
        (("家访", 7, "日期"), 2),
        (("对象", 0), 9),
        (("父亲", 0, "姓名"), 10),
        (("父亲", "行踪", 0, "自"), 11),
        (("不在",), 1),
    ],
)
def test_the_line_of_a_path(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(parse(TREE), path) == line


def test_find_counts_entries_as_the_plain_tree_does() -> None:
    root = parse(TREE)
    for path in (("家访", 1, "号"), ("家访", 0, "日期"), ("父亲", "行踪", 0, "自"), ("姓名",)):
        node, tree = find(root, path), plain(root)
        for step in path:
            tree = tree[step]
        assert node is not None
        assert plain(node) == tree
    for nowhere in (("家访", 2), ("家访", "号"), ("姓名", "x"), ("不在",), ("姓名", 0), (0,)):
        assert find(root, nowhere) is None
