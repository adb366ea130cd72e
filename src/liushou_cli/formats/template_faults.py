"""What Jinja says of a template, in Chinese, with the line in the template's file and the nearest right names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import TracebackType
from typing import Any

_TEMPLATE = "<template>"  # what Jinja calls the file of a template that was handed over as text
_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"'([^']*)' is undefined", "没有“{0}”这个名字"),
    (r".* has no (?:attribute|element) '?([^']*)'?", "没有“{0}”这一项"),
    (r"access to attribute '([^']*)' of .* is unsafe.*", "模板里不能用 {0}"),
    (r"No (?:filter|test) named '?([^'.]*)'?\.?", "没有“{0}”这个办法"),
    (r"Encountered unknown tag '([^']*)'.*", "不认得 {{% {0} %}}，或者这里不该有它"),
    (r"Unexpected end of template.*needs to be closed is '([^']*)'.*", "{{% {0} %}} 没有结束"),
    (r"Unexpected end of template.*", "有一处没有结束"),
    (r"unexpected '([^']*)', expected '([^']*)'", "这里应当是 {1}，写的是 {0}"),
    (r"unexpected '([^']*)'", "这里不该有 {0}"),
    (r"expected token '([^']*)', got '([^']*)'", "这里应当是 {0}，写的是 {1}"),
    (r"Expected an expression, got '([^']*)'", "{0} 前面缺一个名字或算式"),
    (r"unexpected char '?([^']*)'? at \d+", "标记里不能有“{0}”"),
    (r"(?:unexpected end of template|Missing end of .* tag).*", "有一个标记没有结束"),
)
_WORDS = {
    "end of print statement": "}}", "end of statement block": "%}", "begin of print statement": "{{",
    "end of template": "文件末尾",
}  # fmt: skip


def sentence(message: str) -> tuple[str, str]:
    """Jinja's *message* in Chinese, and the name it is about ("" for none); one it does not know comes as it is."""
    for pattern, said in _SENTENCES:
        if found := re.fullmatch(pattern, message.strip(), re.DOTALL):
            words = [_WORDS.get(word, word) for word in found.groups()]
            return said.format(*words), words[0] if words else ""
    return (message if re.match("[一-鿿]", message) else f"写法不对（{message}）"), ""


def near(name: str, known: Iterable[str]) -> str:
    """是不是：家访次数、家访人次; "" where nothing comes near."""
    found = get_close_matches(name, sorted(set(known)), n=3, cutoff=0.5)
    return f"是不是：{'、'.join(found)}" if found else ""


def names_in(value: Any) -> Iterator[str]:
    """Every name *value* holds, at any depth."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield str(name)
            yield from names_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from names_in(part)


def line_in(trace: TracebackType | None) -> int:
    """The template's own line an error came from, 0 where it cannot be told."""
    found = 0
    while trace:
        if trace.tb_frame.f_code.co_filename == _TEMPLATE:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
