"""Values to YAML text, in the hand the record format is written in.

Text that another YAML reader could take for a number, a date-time, a boolean
or nothing is quoted, so every reader sees the same text.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

WIDTH = 88
_INDICATOR = re.compile(r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`]|[=~](?:$)|---|\.\.\.")
_OTHER_TYPE = re.compile(
    r"y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?[\d_.,]+(?:e[-+]?[\d_]*)?|[-+]?\.(?:inf|nan)"
    r"|[-+]?0[xob][\da-f_]+|[-+]?[\d_]+(?::[\d_]+)+(?:\.[\d_]*)?|\d{4}-\d\d?-\d\d?[t\s].*",
    re.IGNORECASE,
)
_DAY_LIKE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def scalar(value: str | int | float, *, flow: bool = False) -> str:
    """One line: plain where that is safe, else in double quotes."""
    if not isinstance(value, str):
        return number(value) if isinstance(value, float) else str(value)
    if _needs_quotes(value, flow):
        quoted = json.dumps(value, ensure_ascii=False)
        return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)
    return value


def number(value: float) -> str:
    """All digits of an amount and no exponent: 500, 12345.67."""
    return str(int(value)) if value.is_integer() else f"{Decimal(repr(value)):f}"


def flow(value: Any) -> str:
    """One line, in ``[…]`` or ``{…}`` where *value* has parts."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return scalar(value, flow=True)


def entry(key: str, value: Any, indent: int = 0) -> list[str]:
    """The lines of ``key: value`` in block style, each indented by *indent* spaces, without line ends."""
    pad, name = " " * indent, scalar(key)
    if isinstance(value, str):
        return _text_entry(pad, name, value)
    if not isinstance(value, Mapping | Sequence) or not value or _fits(value, indent + 2 * len(name) + 2):
        return [f"{pad}{name}: {flow(value)}"]
    if isinstance(value, Mapping):
        return [f"{pad}{name}:", *block(value, indent + 2)]
    return [f"{pad}{name}:", *(line for part in value for line in item(part, indent))]


def block(values: Mapping[str, Any], indent: int = 0) -> list[str]:
    """The lines of a mapping in block style."""
    return [line for key, value in values.items() for line in entry(key, value, indent)]


def item(value: Any, indent: int = 0, *, gap: str = " ") -> list[str]:
    """The lines of one ``- …`` entry of a list; *gap* stands between dash and value."""
    dash = " " * indent + "-" + gap
    if not isinstance(value, Mapping) or not value or (len(value) <= 4 and _fits(value, indent + 2)):
        return [dash + flow(value)]
    lines = block(value, indent + 1 + len(gap))
    return [dash + lines[0].lstrip(" "), *lines[1:]]


def _text_entry(pad: str, name: str, value: str) -> list[str]:
    lines = value.split("\n")
    if len(lines) > 1 and _literal_is_safe(value, lines):
        return [f"{pad}{name}: |-", *(f"{pad}  {line}" if line else "" for line in lines)]
    return [f"{pad}{name}: {scalar(value)}"]


def _literal_is_safe(value: str, lines: list[str]) -> bool:
    """A ``|-`` block keeps exactly *value*: no edge blanks, no first line that starts with a space."""
    blank_edge = not lines[0].strip() or not lines[-1].strip()
    return not blank_edge and not lines[0].startswith(" ") and not _UNSAFE.search(value.replace("\n", ""))


def _fits(value: Any, used: int) -> bool:
    """Whether *value* reads well on one line: short, and with no mapping inside."""
    parts = value.values() if isinstance(value, Mapping) else value
    inner = [deep for part in parts for deep in (part if isinstance(part, list | tuple) else [part])]
    return not any(isinstance(part, Mapping) for part in inner) and used + _width(flow(value)) <= WIDTH


def _width(line: str) -> int:
    return sum(2 if ord(ch) > 0x2E7F else 1 for ch in line)


def _needs_quotes(value: str, in_flow: bool) -> bool:
    if value != value.strip() or not value or _UNSAFE.search(value):
        return True
    if _INDICATOR.match(value) or _OTHER_TYPE.fullmatch(value):
        return True
    if _DAY_LIKE.fullmatch(value) and not _is_day(value):  # other readers stumble over 2013-02-30
        return True
    if ": " in value or " #" in value or value.endswith(":"):
        return True
    return in_flow and any(ch in ",[]{}:?" for ch in value)


def _is_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
