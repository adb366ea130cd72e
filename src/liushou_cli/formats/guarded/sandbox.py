"""Jinja with its hands tied: data can be looked at, and nothing can be made that is larger than a document.

The immutable sandbox keeps a template from Python. Beyond that, text has only methods that make it
no longer, and whatever joins or repeats is counted: on a system without a limit of memory this is the limit.
"""

from collections.abc import Iterable, Sized
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST = 20 * 1024 * 1024  # characters of a document, and of any text on the way to it
_DIGITS = 256  # bits of a whole number
_METHODS = {
    dict: frozenset({"items", "keys", "values", "get"}),
    str: frozenset({"startswith", "endswith", "strip", "split", "removeprefix", "removesuffix"}),
}


class _Counting(CodeGenerator):
    """``a ~ b`` is the one joining that Jinja does not let an environment intercept."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.concat(map(str, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")))")


def _joined(parts: Iterable[str], between: str = "") -> str:
    found, size = [], 0
    for part in parts:
        size += len(part) + len(between)
        if size > MOST:
            raise SecurityError(f"文稿超过 {MOST // 1024 // 1024} MiB")
        found.append(part)
    return between.join(found)


def _join(values: Iterable[Any], between: str = "") -> str:
    return _joined((str(value) for value in values), str(between))


def _sum(values: Iterable[Any]) -> Any:
    return sum(value for value in values if isinstance(value, int | float))


class Guarded(ImmutableSandboxedEnvironment):
    """For :func:`liushou_cli.formats.templates.environment`."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    code_generator_class = _Counting
    concat = staticmethod(_joined)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, optimized=False)  # nothing is worked out before its size is looked at

    def tie(self) -> None:
        """Counting versions of the filters that make something larger."""
        self.filters |= {"join": _join, "sum": _sum}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if not _affordable(operator, left, right):
            raise SecurityError(f"结果太大，或者 {operator} 不是用在数上")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> None:
        """``"{:>999999999}".format(1)`` is no method like the others to Jinja; to us it is."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, LoopContext | Macro):
            return super().is_safe_attribute(obj, attr, value)
        kind = dict if isinstance(obj, dict) else str if isinstance(obj, str) else None
        return kind is not None and attr in _METHODS[kind]


def _affordable(operator: str, left: Any, right: Any) -> bool:
    if operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
        return len(left) + len(right) <= MOST // 20
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        return operator == "+"  # of two things that cannot be added, which Python says itself
    if operator == "**":
        return abs(left) <= 1000 and 0 <= right <= 10
    return _bits(left) + _bits(right) <= _DIGITS


def _bits(value: float) -> int:
    return value.bit_length() if isinstance(value, int) else 0
