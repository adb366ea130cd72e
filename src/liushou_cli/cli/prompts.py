"""Asking for what is missing: only at a terminal; in a script a missing value is an error that names its option."""

import re
import sys
from collections.abc import Callable, Sequence

from liushou_cli.errors import BadInput

# What no record may hold: control characters but tab and line break, marks that turn the direction
# of a text, half characters (bytes that were no UTF-8).
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


def must_be_writable(text: str) -> str:
    """*text*, if a record may hold it. Raises :class:`BadInput`."""
    if found := _UNWRITABLE.search(text):
        raise BadInput(
            f"“{_UNWRITABLE.sub('?', text[:20])}”里有看不见的字符 U+{ord(found.group()):04X}",
            "删掉它，重新打一遍",
        )
    return text


def at_terminal() -> bool:
    """Whether somebody is there to answer; a closed stdin (None) is nobody."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def need(
    value: str | None,
    option: str,
    question: str,
    words: Sequence[str] = (),
    check: Callable[[str], object] = str,
) -> str:
    """*value*, or what the person answers; asked again until *check* (raises ValueError) and *words* agree."""
    if value and value.strip():
        return value
    if not at_terminal():
        raise _missing(option, question, words)
    from liushou_cli.cli.asking import ask

    return ask(question, words, check, default="")


def may(
    value: str | None,
    question: str,
    words: Sequence[str] = (),
    default: str = "",
    check: Callable[[str], object] = str,
) -> str:
    """As :func:`need`, but Enter leaves it at *default*, and a script gets *default*."""
    if value or not at_terminal():
        return value or default
    from liushou_cli.cli.asking import ask

    return ask(question, words, check, default=default, optional=True)


def yes(question: str, *, default: bool) -> bool:
    """A yes-or-no question; *default* without a terminal."""
    if not at_terminal():
        return default
    from liushou_cli.cli.asking import ask

    return ask(question, ("是", "否"), str, default="是" if default else "否") == "是"


def _missing(option: str, question: str, words: Sequence[str]) -> BadInput:
    choices = f"：{'、'.join(words)}" if words else ""
    if option.startswith("-"):
        return BadInput(f"缺 {option}（{question}）", f"加上 {option}{choices}")
    return BadInput(f"缺 {option}", f"写在命令后面{choices}")
