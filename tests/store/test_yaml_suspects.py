import pytest

from liushou_cli.store.yaml_suspects import suspects
from liushou_cli.store.yaml_text import parse


def found(text: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.check, one.message) for one in suspects(text, parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "姓名: 李小花 # 花花\n",
        "姓名: 李小花  ## 花花\n",
        "# 姓名：李小花\n姓名: 李小花\n",
        "现住址: 上溪村#5号\n",
        '现住址: "上溪村 #5号"\n',
        "备注: |\n  三组 #5号\n  电话：13800001234\n",
        '备注: "三组\n  电话：13800001234"\n',
        "备注: 奶奶说\n  孩子听话\n",
        "备注: 电话：13800001234\n",
        "备注:\n姓名: 李小花 #\n",
        "表情: 👨\ufe0f\n",
    ],
)
def test_nothing_to_look_at(text: str) -> None:
    assert found(text) == []


def test_a_value_cut_by_a_hash() -> None:
    text = "格式: 1\n照护人:\n- 现住址: 三组 #5号，村口第二家，门前有树\n- [a, b] #c\n"
    assert found(text) == [(3, "cut", "“#5号，村口第二家，门前有树”被当成注释，不在记录里")]


def test_a_value_cut_on_its_second_line() -> None:
    assert found("备注: 三组\n  五户 #5号\n") == [(2, "cut", "“#5号”被当成注释，不在记录里")]


def test_a_line_swallowed_by_the_one_above() -> None:
    text = "父亲:\n  姓名: 李强\n   电话：13800001234\n  说明: x\n"
    assert found(text) == [
        (3, "colon", "冒号是全角的，这一行被并进了上一行：电话：13800001234"),
    ]


def test_invisible_characters_are_shown_as_a_square() -> None:
    text = "格式: 1\r\n姓名: 李\u200b小花\r\n备注: \u202ex\r\n"
    assert found(text) == [
        (2, "invisible", "有看不见的字符 U+200B：姓名: 李\N{WHITE SQUARE}小花"),
        (3, "invisible", "有看不见的字符 U+202E：备注: \N{WHITE SQUARE}x"),
    ]
