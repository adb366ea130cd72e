"""Asking for what is missing: only at a terminal; in a script a missing value is an error that names its option."""

import contextlib
import re
import sys
from collections.abc import Callable, Iterator, Sequence

import typer

from liushou_cli.cli import output
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
    return _ask(question, words, check, default="")


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
    return _ask(question, words, check, default=default, optional=True)


def yes(question: str, *, default: bool) -> bool:
    """A yes-or-no question; *default* without a terminal."""
    if not at_terminal():
        return default
    return _ask(question, ("是", "否"), str, default="是" if default else "否") == "是"


def _missing(option: str, question: str, words: Sequence[str]) -> BadInput:
    choices = f"：{'、'.join(words)}" if words else ""
    if option.startswith("-"):
        return BadInput(f"缺 {option}（{question}）", f"加上 {option}{choices}")
    return BadInput(f"缺 {option}", f"写在命令后面{choices}")


def _ask(
    question: str,
    words: Sequence[str],
    check: Callable[[str], object],
    default: str,
    *,
    optional: bool = False,
) -> str:
    shown = f"（{' '.join(f'{number}{word}' for number, word in enumerate(words, 1))}）" if words else ""
    ending = f" [{default}]：" if default else "（可不填）：" if optional else "："
    while True:
        with _completing(words):
            asked = output.visible(question + shown + ending)
            try:
                answer = typer.prompt(asked, default=default, show_default=False, prompt_suffix="", err=True)
            except KeyboardInterrupt:  # came before the prompt was listening for it
                raise typer.Abort from None
        answer = str(answer).strip()
        if not answer and not optional:
            continue
        word = _chosen(answer, words) if answer else answer
        try:
            must_be_writable(word)
            check(word) if word else None
        except (ValueError, BadInput) as error:
            output.talk(str(error))
            continue
        if words and word and word not in words:
            output.talk(f"只能写：{'、'.join(words)}，或它们的序号")
            continue
        return word


def _chosen(answer: str, words: Sequence[str]) -> str:
    """A number or an unmistakable beginning stands for the word."""
    if answer.isdigit() and 1 <= int(answer) <= len(words):
        return words[int(answer) - 1]
    begun = [word for word in words if word.startswith(answer)]
    return begun[0] if len(begun) == 1 else answer


@contextlib.contextmanager
def _completing(words: Sequence[str]) -> Iterator[None]:
    """Tab completes the words at the prompt, where the system's line editor allows it."""
    try:
        import readline
    except ImportError:  # Windows
        yield
        return
    before = readline.get_completer()
    readline.set_completer(
        lambda text, state: [*(word for word in words if word.startswith(text)), None][state]
    )
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
