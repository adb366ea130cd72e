"""The slips of a Chinese keyboard and of Notepad, each at the line that is really wrong."""

import pytest

from liushou_cli.store.yaml_text import YamlFault, parse
from liushou_cli.store.yaml_words import conflict

SLIPS = {
    "wide colon": ("姓名: 甲\n性别：女\n出生日期: 2001-05-12\n", 2, "colon", "冒号是全角的：性别：女"),
    "wide colon in a list": ("家访:\n- 号：a\n  日期: x\n", 2, "colon", "冒号是全角的：- 号：a"),
    "wide colon in the only line": ("姓名：甲\n", 1, "colon", "冒号是全角的：姓名：甲"),
    "no blank behind the colon": ("姓名: 甲\n性别:女\n出生日期: 2001-05-12\n", 2, "colon", "冒号后面没有空格：性别:女"),
    "tab": ("父亲:\n\t姓名: 甲\n", 2, "tab", "这一行用制表符（Tab）缩进"),
    "wide blank": ("姓名: 甲\n\u3000\u3000小名甲甲\n性别: 女\n", 2, "indent", "这一行用全角空格缩进"),
    "quote": ('姓名: "甲\n性别: 女\n', 1, "yaml", "引号没有配对"),
    "two colons": ("情况: 时间: 周三\n", 1, "yaml", "一行里有两个冒号：情况: 时间: 周三"),
    "bracket": ("家访人: [张敏, 李伟\n性别: 女\n", 1, "yaml", "方括号或花括号里缺逗号，或没有配对"),
    "backslash": ('情况: "C:\\x"\n', 1, "yaml", "双引号里的 \\ 后面不对"),
    "backslash and a character": ('情况: "C:\\甲"\n', 1, "yaml", "双引号里的 \\ 后面不对"),
    "text behind a quote": ('情况: "好" 的\n', 1, "yaml", "引号后面还有字"),
    "wide comma": ("家访: [{号: a，日期: x}]\n", 1, "yaml", "括号里用了全角逗号"),
    "star": ("情况: * 好\n", 1, "yaml", "文字不能以 * 开头"),
    "at": ("情况: @甲\n", 1, "yaml", "这个字符不能开头：情况: @甲"),
    "backquote": ("情况: `甲\n", 1, "yaml", "这个字符不能开头：情况: `甲"),
    "uneven": ("父亲:\n  姓名: 甲\n 电话: x\n", 3, "yaml", "缩进与上一行对不齐"),
    "no colon": ("姓名: 甲\n性别\n出生日期: x\n", 2, "yaml", "这一行没有冒号"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "kind", "message"), SLIPS.values(), ids=SLIPS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_slips(text: str, line: int, kind: str, message: str, newline: str) -> None:
    with pytest.raises(YamlFault) as caught:
        parse(text.replace("\n", newline))
    fault = caught.value
    assert (fault.line, fault.kind) == (line, kind)
    assert fault.message.startswith(message)
    assert "\r" not in fault.message
    assert fault.hint


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> 张敏"])
def test_conflict_marks(mark: str) -> None:
    found = conflict(f"姓名: 甲\n{mark}\n备注: x\n")
    assert found is not None
    assert (found[0], found[3]) == (2, "conflict")


def test_a_conflict_is_named_before_what_it_makes_of_the_file() -> None:
    with pytest.raises(YamlFault) as caught:
        parse("姓名: 甲\n<<<<<<< HEAD\n备注: x\n=======\n备注: y\n>>>>>>> 张敏\n")
    assert (caught.value.line, caught.value.kind) == (2, "conflict")


@pytest.mark.parametrize(
    "text",
    ["备注: =======\n", "备注: |\n  =======\n", "备注: <<<<<<<< x\n", "========\n", "a: <<<<<<< HEAD\n"],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert conflict(text) is None


def test_a_long_line_is_cut() -> None:
    with pytest.raises(YamlFault) as caught:
        parse("情况: 时间: " + "很" * 100 + "\n")
    assert len(caught.value.message) < 40
    assert caught.value.message.endswith("…")
