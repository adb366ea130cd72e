"""Two readers, one answer: the traps of hand-written YAML, and random text."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.errors import DiskTrouble
from liushou_cli.store import text_file, yaml_judge
from liushou_cli.store.yaml_judge import Doubt, doubt, is_simple
from liushou_cli.store.yaml_suspects import suspects
from liushou_cli.store.yaml_text import YamlFault, parse, plain
from tests.helpers.places import ROOT

REFUSED, DOUBTED = "refused", "doubted"

# Each text with what must come of it: this tree in both readers, a refusal, or a doubt. Never another tree.
TRAPS: list[tuple[str, bytes, Any]] = [
    ("leading zero", "电话: 013912345678".encode(), {"电话": "013912345678"}),
    ("octal", b"zip: 0612", {"zip": "0612"}),
    ("landline", b"tel: 0839", {"tel": "0839"}),
    ("id number", b"id: 110105194912310021", {"id": "110105194912310021"}),
    ("id number with X", b"id: 11010519491231002X", {"id": "11010519491231002X"}),
    ("class", b"class: 7-2", {"class": "7-2"}),
    ("short date", b"on: 2025-9-1", {"on": "2025-9-1"}),
    ("sexagesimal", b"time: 12:30", {"time": "12:30"}),
    ("no", b"a: no", {"a": "no"}),
    ("yes", b"a: yes", {"a": "yes"}),
    ("on", b"on: off", {"on": "off"}),
    ("date", b"date: 2013-12-30", {"date": "2013-12-30"}),
    ("no such date", b"date: 2013-02-30", {"date": "2013-02-30"}),
    ("underscore", b"n: 1_000", {"n": "1_000"}),
    ("exponent", b"n: 1e3", {"n": "1e3"}),
    ("new octal", b"n: 0o17", {"n": "0o17"}),
    ("trailing zero", b"n: 4.60", {"n": "4.60"}),
    ("huge number", b"n: " + b"9" * 5000, {"n": "9" * 5000}),
    ("duplicate key", b"a: 1\na: 2", REFUSED),
    ("anchor and alias", b"a: &x 1\nb: *x", REFUSED),
    ("merge key", b"a: {b: 1}\n<<: {c: 2}", REFUSED),
    ("alias bomb", b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", REFUSED),
    ("tag", b"a: !!python/object/apply:os.system [id]", REFUSED),
    ("local tag", "a: !重要 x".encode(), REFUSED),
    ("tab as indent", b"a:\n\tb: 1", REFUSED),
    ("tab behind a colon", b"a:\t1", DOUBTED),
    ("null before a key", b"c:\nd: 1", {"d": "1"}),
    ("BOM", b"\xef\xbb\xbfa: 1", {"a": "1"}),
    ("CRLF", b"a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
    ("CR only", b"a: 1\rb: 2\r", REFUSED),
    ("GBK", "姓名: 陈子涵".encode("gbk"), REFUSED),
    ("UTF-16", "姓名: 陈子涵".encode("utf-16"), REFUSED),
    ("full-width colon", "姓名：陈子涵".encode(), REFUSED),
    ("one full-width colon", "姓名: 陈子涵\n性别：女\n学号: 7".encode(), REFUSED),
    ("full-width indent", "a:\n\u3000\u3000b: 1".encode(), {"\u3000\u3000b": "1"}),
    ("hash without a space", "note: 三组 #5号".encode(), {"note": "三组"}),
    ("two colons", "note: 时间: 周三".encode(), REFUSED),
    ("two documents", b"a: 1\n---\nb: 2", REFUSED),
    ("NUL", b"a: \x00", REFUSED),
    ("line separator", "a: x\u2028y".encode(), REFUSED),
    ("line separator in quotes", 'a: "x\u2028y"'.encode(), {"a": "x\u2028y"}),
    ("next line", 'a: "x\u0085y"'.encode(), {"a": "x y"}),
    ("complex key", b"? [a]\n: b", REFUSED),
    ("surrogate escape", b'a: "\\ud800"', REFUSED),
    ("escape that makes NUL", b'a: "\\0"', REFUSED),
    ("directive", b"%YAML 1.1\n---\na: no", REFUSED),
]


def reading(content: bytes) -> Any:
    """What the program makes of *content*: the tree, REFUSED or DOUBTED."""
    try:
        text = text_file.decode(content).removeprefix("\ufeff")
        root = parse(text)
    except YamlFault:
        return REFUSED
    return DOUBTED if doubt(text, root) else plain(root)


@pytest.mark.parametrize(
    ("content", "becomes"), [trap[1:] for trap in TRAPS], ids=[trap[0] for trap in TRAPS]
)
def test_trap(content: bytes, becomes: Any) -> None:
    assert reading(content) == becomes


NAMED = {
    "hash without a space": ["cut"],
    "next line": ["invisible"],
    "line separator in quotes": ["invisible"],
}


@pytest.mark.parametrize("name", [*NAMED, "full-width indent", "CRLF"])
def test_what_reads_well_and_is_surely_not_meant_is_named(name: str) -> None:
    text = next(trap[1].decode() for trap in TRAPS if trap[0] == name)
    assert [one.check for one in suspects(text, parse(text))] == NAMED.get(name, [])


def test_what_is_said_of_a_doubt() -> None:
    text = "格式: 1\n性别:\t女\n"
    assert doubt(text, parse(text)) == Doubt(
        2, "另一种读法读不懂这里：性别:\t女", "把这一行的制表符（Tab）换成空格"
    )


def test_another_tree_is_a_doubt_at_its_line() -> None:
    text, other = "a: 1\nb: ['x']\n", "a: 1\nb: ['y']\n"
    found = doubt(other, parse(text))
    assert found is not None
    assert found[:2] == (2, "另一种读法在这里读出来不一样：b: ['y']")


@pytest.mark.parametrize(
    "other",
    [
        "a: '1'\nb: x",
        "a: ['1']",
        "a: {b: '1'}",
        "c: '1'",
        "'x'",
        "a: '1'\n---\nb: 2",
        "a: '",
        "\ta",
        "# '\u2028",
    ],
)
def test_whatever_ruamel_says_or_raises_is_an_answer(other: str) -> None:
    root = parse("a: '1'\n")
    assert doubt(other, root) is not None
    assert doubt("a: '1'", root) is None


@pytest.mark.parametrize("error", [RecursionError, AssertionError, NotImplementedError, ValueError, KeyError])
def test_no_error_comes_through(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error("x")

    monkeypatch.setattr(yaml_judge, "YAML", fail)
    text = "a: '1'\n"
    assert doubt(text, parse(text)) == Doubt(1, "另一种读法读不懂这里：a: '1'", yaml_judge._HINT)


# The part that is not judged


KEYS = st.sampled_from(["姓名", "自", "a", "行踪", "2013-2", "7"])
PLAIN = st.sampled_from(
    ["张敏", "2013-10-12", "007", "1e3", "no", "约2公里", "a b", "八（2）班", "3.50", "是，又好"]
)
ATOMS = PLAIN | st.sampled_from(['"13800001234"', '"# x: [y], {z} *a &b"', "“好”", "…", '""'])
LISTS = st.lists(ATOMS, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
GROUPS = st.lists(st.builds("{}: {}".format, KEYS, ATOMS | LISTS), max_size=3).map(
    lambda parts: f"{{{', '.join(parts)}}}"
)
VALUES = ATOMS | LISTS | GROUPS | GROUPS.map(lambda group: f"[{group}, x]")
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "  ", "   ", "    "]),
    st.sampled_from(["", "", "- ", "- - "]),
    st.builds("{}: {}".format, KEYS, VALUES) | KEYS.map("{}:".format) | VALUES,
) | st.sampled_from(["# 注 x: [", "   # 注", ""])


def judged_in_full(text: str, root: Any) -> Doubt | None:
    """As doubt(), without the short way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_judge, "is_simple", lambda _: False)
        return doubt(text, root)


@given(st.lists(LINES, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_on_simple_text_the_readers_never_part(lines: list[str], newline: str) -> None:
    text = "格式: 1" + newline + newline.join(lines)
    assert is_simple(text), text
    try:
        root = parse(text)
    except YamlFault:
        return
    assert judged_in_full(text, root) is None


@given(st.text("姓ab1 \n\r:-#[]{},\"'\\|>&*!%@?=~\t\u3000\u2028\u0085。", max_size=30))
def test_random_text_is_simple_only_where_the_readers_agree(text: str) -> None:
    try:
        root = parse("x: 1\n" + text)
    except YamlFault:
        return
    if is_simple("x: 1\n" + text):
        assert judged_in_full("x: 1\n" + text, root) is None


ODD = [
    "a:\t1",
    "a: 'x'",
    'a: "\\n"',
    "a: |\n  x",
    "a: >\n  x",
    "a: &b x",
    "a: *b",
    "a: !c x",
    "? a",
    "a: -",
    "- -",
]
ODD += [
    "a: x#y",
    "a: x: y",
    "%a",
    "---",
    "...",
    "a: x\u2028y",
    "# x\u2028y: 1",
    "a: 'b",
    "{",
    "a: @b",
    "\ufeffa: 1",
]
ODD += ["a: [x\n  ]", "~", "a: ?", "- # x"]


@pytest.mark.parametrize("text", ODD)
def test_what_is_not_simple(text: str) -> None:
    assert not is_simple(text)


def test_most_of_the_example_is_simple_and_all_of_it_is_sure() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.yaml"))]
    assert sum(map(is_simple, texts)) > 0.8 * len(texts)
    assert [text for text in texts if judged_in_full(text, parse(text))] == []


# Bounds


BIG = text_file.MAX_BYTES


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 10_000, id="brackets"),
        pytest.param("a: " + "[" * 10_000, id="brackets in a value"),
        pytest.param("{a: " * 10_000, id="braces"),
        pytest.param("- " * 10_000, id="dashes"),
        pytest.param("".join(f"{' ' * i}a:\n" for i in range(500)), id="indents"),
        pytest.param("? " * 10_000, id="question marks"),
        pytest.param("a: [" + "x@, " * (BIG // 4 - 10) + "x]", id="long list"),
        pytest.param("a: {" + "".join(f"k{i}@: 1, " for i in range(BIG // 12)) + "z: 1}", id="long mapping"),
        pytest.param("a: 'x" + " x" * (BIG // 2 - 10) + "'", id="long text"),
        pytest.param("a: 'x" + "\n x" * (BIG // 3 - 10) + "'", id="long folded text"),
        pytest.param("a: |\n" + " x\n" * (BIG // 3 - 10), id="long block"),
        pytest.param("a: 1 " + ":" * (BIG - 10), id="colons"),
        pytest.param("a: x" + " #" * (BIG // 2 - 10), id="hashes"),
        pytest.param("".join(f"k{i}: 'x'\n" for i in range(BIG // 12)), id="many keys"),
        pytest.param('a: "' + "\\u4e00" * (BIG // 6 - 10) + '"', id="escapes"),
        pytest.param("\n" * (BIG - 10) + "a: @", id="empty lines"),
        pytest.param("a: &a [x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(5000)), id="aliases"),
    ],
)
def test_work_is_bounded(text: str) -> None:
    assert reading(text.encode()) is not None  # 0.1–2 s on one quiet core; without the bounds, minutes


def test_a_file_over_the_limit_is_not_even_decoded(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"a: " + b"x" * BIG)
    with pytest.raises(YamlFault, match="超过 256 KiB"):
        text_file.read(tmp_path / "x.yaml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    with pytest.raises(DiskTrouble, match="是文件夹"):
        text_file.read(tmp_path / "x.yaml")


def test_a_good_file_cut_anywhere_is_read_or_refused() -> None:
    content = (ROOT / "examples/新溪中学/2012-2/children/4kx7qm.yaml").read_bytes()
    for end in range(len(content)):
        assert reading(content[:end]) is not None
