"""What the model refuses, in a teacher's words: pydantic's errors to problems with their line."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from liushou_cli.domain.problem import Problem
from liushou_cli.store.yaml_text import Mapping, line_of

_WORDS = re.compile(r"'([^']*)'")
_SHAPES = {
    "string_type": "应当是一行文字",
    "tuple_type": "应当是列表，如 [甲, 乙]",
    "dict_type": "应当是一组“键: 值”",
    "model_type": "应当是一组“键: 值”",
    "model_attributes_type": "应当是一组“键: 值”",
    "int_parsing": "应当是整数",
    "int_parsing_size": "应当是整数",
    "int_type": "应当是整数",
    "float_parsing": "应当是数",
    "float_type": "应当是数",
    "date_type": "应当是日期，如 2013-10-12",
    "is_instance_of": "应当是一行文字",
    "enum": "只能写一个词",
    "finite_number": "应当是数",
}


def problems(error: ValidationError, file: str, root: Mapping) -> Iterator[Problem]:
    """Every refusal of one record, in the order of its lines."""
    found = [_problem(one, file, root) for one in error.errors(include_url=False) if not _follows(one)]
    yield from sorted(found, key=lambda problem: problem.line)


def refusal(error: ValidationError) -> tuple[str, str]:
    """(message, hint) of the first refusal of values that came from a command, not a file."""
    message, hint = _words(error.errors(include_url=False)[0])
    return message, hint


def refusal_besides(
    error: ValidationError, follows: Callable[[tuple[str | int, ...]], bool]
) -> tuple[str, str] | None:
    """As :func:`refusal`, of the first that does not follow from what was refused before, None for none."""
    first = (one for one in error.errors(include_url=False) if not follows(one["loc"]))
    return next(map(_words, first), None)


def _follows(one: Any) -> bool:
    """A list "too short" only because its entries were refused, which is said already."""
    return one["type"] == "too_short" and bool(one["input"])


def _problem(one: Any, file: str, root: Mapping) -> Problem:
    message, hint = _words(one)
    check = "missing" if one["type"] in ("missing", "too_short", "string_too_short") else "value"
    return Problem(file, line_of(root, one["loc"]), check, message, hint)


def _words(one: Any) -> tuple[str, str]:
    kind, label, value = one["type"], _label(one["loc"]), one.get("input")
    if kind in ("missing", "too_short", "string_too_short"):
        return f"缺“{label}”", "补上这一项"
    if kind == "enum" and isinstance(value, str):
        words = "、".join(_WORDS.findall(one["ctx"]["expected"]))
        return f"{label}写的是“{_short(value)}”", f"只能写：{words}"
    if kind == "value_error":
        return f"{label}：{one['ctx']['error']}", "改成对的写法"
    if kind in ("greater_than_equal", "greater_than", "less_than_equal"):
        return f"{label}写的是“{_short(value)}”，超出范围", "检查这个数"
    shape = _SHAPES.get(kind, "看不懂")
    standing = f"，写的是“{_short(value)}”" if isinstance(value, str) else ""
    return f"{label}{shape}{standing}", "照 docs/record-format.md 的样子改"


def _label(path: tuple[str | int, ...]) -> str:
    """家访第 2 条的日期: where in the record, as a person would say it."""
    said = ""
    for step in path:
        said += f"第 {step + 1} 条" if isinstance(step, int) else f"的{step}" if said else step
    return said or "这一项"


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 20 else text[:20] + "…"
