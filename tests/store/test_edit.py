"""Random edits of random files in random hands: the exact tree and only its lines, or a refusal."""

from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from liushou_cli.errors import Damaged
from liushou_cli.store.edit import Append, Drop, Edit, Put, apply
from liushou_cli.store.yaml_text import Mapping, Scalar, Sequence, find, is_empty, parse, plain
from tests.store.hands import KEYS, ORDER, files, nodes, texts

values = nodes(1) | st.fixed_dictionaries(
    {
        "号": texts,
        "日期": texts,
        "情况": texts,
        "跟进": st.lists(st.fixed_dictionaries({"事项": texts}), max_size=2),
    }
)
keys = st.sampled_from(KEYS)


@st.composite
def edits(draw: st.DrawFn, text: str) -> Edit:
    """An edit of something that is there, or beside it."""
    path: list[str | int] = []
    node: Any = parse(text)
    while isinstance(node, Mapping | Sequence) and (not path or draw(st.booleans())):
        if isinstance(node, Sequence):
            if not node.items:
                break
            last: int = len(node.items) - 1
            path.append(draw(st.integers(0, last)))
        else:
            there = sorted(node.entries)
            known = bool(there) and draw(st.integers(0, 3)) > 0
            path.append(draw(st.sampled_from(there)) if known else draw(keys))
        node = find(parse(text), tuple(path))
    kind = draw(st.sampled_from((Append, Append, Put, Drop)))
    return kind(tuple(path)) if kind is Drop else kind(tuple(path), draw(values))


def wanted(tree: Any, edit: Edit) -> Any:
    """What the tree is to be, worked out from the record format alone; KeyError where no such edit makes sense."""
    if not edit.path:
        raise KeyError
    first, rest = edit.path[0], edit.path[1:]
    if isinstance(tree, list):
        if not isinstance(first, int):
            raise KeyError
        old: dict[str | int, Any] = dict(enumerate(tree))
    elif isinstance(tree, dict) and isinstance(first, str):
        old = dict(tree)
    else:
        raise KeyError
    if rest:
        if first not in old and isinstance(edit, Drop):
            return tree
        old[first] = wanted(old.get(first, {}), edit._replace(path=rest))
    elif isinstance(edit, Drop):
        if isinstance(tree, list):
            raise KeyError
        old.pop(first, None)
    elif isinstance(edit, Put):
        old[first] = edit.value
    else:
        before = old.get(first, [])
        old[first] = [*(before if isinstance(before, list) else [before]), edit.value]
    return list(old.values()) if isinstance(tree, list) else old


def lines_touched(old: str, new: str) -> tuple[set[int], int]:
    """(numbers of old lines that were changed or removed, count of lines added)."""
    before, after = old.splitlines(), new.splitlines()
    touched: set[int] = set()
    added = 0
    for tag, first, last, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            touched |= set(range(first + 1, last + 1))
            added += stop - start
    return touched, added


def lines_of(text: str, node: Any, name: Any) -> set[int]:
    end = text[: node.end].rstrip() if node.end > node.start else text[: node.start]
    return set(range(name.line if name else node.line, end.count("\n") + 2))


def may_touch(text: str, edit: Edit) -> set[int]:
    """The old lines an edit may change: those of the value it replaces, none where it adds."""
    root = parse(text)
    for length in range(len(edit.path), 0, -1):
        node, parent = find(root, edit.path[:length]), find(root, edit.path[: length - 1])
        if node is None:
            continue
        whole = length == len(edit.path)
        if whole and isinstance(edit, Append) and isinstance(node, Sequence) and node.items and not node.flow:
            return set()
        if not whole and not (is_empty(node) or getattr(node, "flow", False)):
            return set()
        name = parent.entries[str(edit.path[length - 1])][0] if isinstance(parent, Mapping) else None
        return lines_of(text, node, name)
    return lines_of(text, root, None) if root.flow else set()


def outcome(text: str, edit: Edit) -> str | Damaged:
    try:
        return apply(text, [edit], ORDER, "4kx7qm.yaml")
    except Damaged as refusal:
        return refusal


@given(st.data())
def test_exactly_the_edit_or_nothing(data: st.DataObject) -> None:
    text = data.draw(files())
    edit = data.draw(edits(text))
    new = outcome(text, edit)
    if isinstance(new, Damaged):
        assert new.message.startswith("4kx7qm.yaml:")
        event("refused")
        return
    read = plain(parse(new))
    befores = [plain(parse(text)), plain(parse(text if text.endswith("\n") else text + "\n"))]
    assert read in [wanted(before, edit) for before in befores]
    touched, _ = lines_touched(text, new)
    allowed = may_touch(text, edit)
    assert touched <= allowed, (touched, allowed)
    if "\r\n" in text:
        assert "\n" not in new.replace("\r\n", "")
    if not isinstance(edit, Drop):
        assert new.endswith("\n") == text.endswith("\n")


SAFE = st.fixed_dictionaries({"号": st.just("k7m2qx"), "日期": st.just("2013-10-12"), "情况": texts})


@given(st.data(), SAFE)
def test_a_new_entry_finds_its_place_in_any_block_list_or_missing_key(
    data: st.DataObject, value: dict[str, Any]
) -> None:
    """What a teacher does most may not be refused, whatever her file looks like."""
    text = data.draw(files())
    root = parse(text)
    node = root.entries["家访"][1] if "家访" in root.entries else None
    blocky = isinstance(node, Mapping) and not node.flow and node.entries
    if root.flow or blocky or (isinstance(node, Scalar) and node.style in ("|", ">")):
        return
    new = apply(text, [Append(("家访",), value)], ORDER, "4kx7qm.yaml")
    assert plain(parse(new))["家访"][-1] == value
    if node is None or (isinstance(node, Sequence) and node.items and not node.flow):
        assert lines_touched(text, new)[0] == set()


@given(st.data())
def test_edits_in_a_row_are_edits_one_by_one(data: st.DataObject) -> None:
    text = data.draw(files())
    steps: list[Edit] = [
        Append(("家访",), {"号": "k7m2qx"}),
        Put(("备注",), "x"),
        Append(("家访",), {"号": "9w2d4t"}),
    ]
    try:
        together = apply(text, steps, ORDER, "f")
    except Damaged:
        return
    for step in steps:
        text = apply(text, [step], ORDER, "f")
    assert text == together


def test_a_file_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(Damaged, match=r"children/4kx7qm\.yaml:2：“姓名”写了两次，第一次在第 1 行"):
        apply("姓名: 甲\n姓名: 乙\n", [Put(("姓名",), "丙")], ORDER, "children/4kx7qm.yaml")


@pytest.mark.parametrize("value", ["\x00", "\ud800", "\x1b[31m", {"情况": "\x07"}, {"a" * 2000: "x"}])
def test_what_no_record_may_hold_is_not_written(value: Any) -> None:
    with pytest.raises(Damaged):
        apply("姓名: 甲\n家访: []\n", [Append(("家访",), value)], ORDER, "f")


def test_numbers_go_in_with_all_their_digits() -> None:
    assert (
        apply("姓名: 甲\n", [Put(("金额",), 1234567.5), Put(("人数",), 46)], ORDER, "f")
        == "姓名: 甲\n金额: 1234567.5\n人数: 46\n"
    )


def test_a_refused_edit_takes_back_those_before_it() -> None:
    text = "姓名: 甲\n家访:\n  号: a\n  日期: x\n"
    with pytest.raises(Damaged):
        apply(text, [Put(("姓名",), "乙"), Append(("家访",), {"号": "b"})], ORDER, "f")
