"""stdout is data, stderr is talk. Whatever a record holds, no control character reaches the terminal."""

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from liushou_cli.errors import DiskTrouble, reason

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def prepare() -> None:
    """Characters a console cannot show (GBK lacks some names) become marks instead of a crash."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, nowhere())
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def nowhere() -> io.TextIOWrapper:
    """A stream nobody reads."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def finish() -> None:
    """Everything said is with the system. Raises :class:`DiskTrouble` where it would not take it."""
    with contextlib.suppress(BrokenPipeError), _heard():  # a reader who left has seen enough
        sys.stdout.flush()
        return
    sys.stdout = nowhere()


@contextlib.contextmanager
def _heard() -> Iterator[None]:
    """Turns what stdout refuses, when all else is done, into a sentence that says so."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = nowhere()
        hint = "如果是在记录，已经记下了，不用再记一次；检查输出到的地方"
        raise DiskTrouble(f"结果没有写出去：{reason(error)}", hint) from None


def visible(text: str) -> str:
    """*text* with escapes, bidi overrides and zero-width characters shown as marks."""
    return _HIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def say(text: str) -> None:
    """Data, to stdout."""
    with _heard():
        sys.stdout.write(visible(text) + "\n")


def talk(text: str) -> None:
    """Talk, to stderr. Where nobody can be told, the exit code still says how it went."""
    with contextlib.suppress(OSError):
        sys.stderr.write(visible(text) + "\n")
        sys.stderr.flush()


def rewrite(text: str, before: str) -> None:
    """Talk in place of the line *before*, which is still open; :func:`talk` ends it."""
    with contextlib.suppress(OSError):
        gap = " " * (2 * max(len(before) - len(text), 0))  # wide characters
        sys.stderr.write(f"\r{visible(text)}{gap}")
        sys.stderr.flush()


def as_json(value: Any) -> None:
    """JSON to stdout; what is invisible, or perhaps not in the stream's encoding, is spelled as \\u escapes."""
    text = json.dumps(value, ensure_ascii=not _speaks_unicode(), indent=2, default=str)
    say(_HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text))


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def at_screen() -> bool:
    """Whether what is printed passes over a screen and is gone."""
    return sys.stdout.isatty()


def document(content: str | bytes, place: Path | None) -> None:
    """A document to *place*, or to stdout where there is none."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if place is not None:
        from liushou_cli.store.durable import write_document

        write_document(place, data)
        return
    with _heard():
        if isinstance(content, str) and (sys.stdout.isatty() or _speaks_unicode()):
            sys.stdout.write(content)
        else:  # a file or another program: always UTF-8, no character lost
            sys.stdout.flush()
            sys.stdout.buffer.write(data)


def waiting() -> None:
    talk("另一条 liushou 命令正在改这里，等它做完……")


def say_marked(before: str, text: str, marks: Sequence[tuple[int, int]]) -> None:
    """*text* with the stretches *marks*: bold at a terminal, in 「」 anywhere else."""
    begin, end = ("\x1b[1m", "\x1b[0m") if _shows_bold() else ("「", "」")
    pieces, place = [visible(before)], 0
    for first, last in marks:
        pieces += [visible(text[place:first]), begin, visible(text[first:last]), end]
        place = last
    with _heard():
        sys.stdout.write("".join([*pieces, visible(text[place:])]) + "\n")


def _shows_bold() -> bool:
    """A terminal that says what it is; the old Windows console prints the codes themselves."""
    modern = os.name != "nt" or bool(os.environ.get("WT_SESSION"))
    return (
        sys.stdout.isatty() and modern and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    )
