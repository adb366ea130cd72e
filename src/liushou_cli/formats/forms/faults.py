"""All that is wrong with the marks of a form, each with its paragraph or cell."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from liushou_cli.formats import templates
from liushou_cli.formats.forms.marks import BETWEEN, CLOSES, OPENS, Tag, tags, unfinished
from liushou_cli.formats.forms.skeleton import Form, Line, Wrong, half_marks, shortened
from liushou_cli.formats.guarded.check import faults as of_template
from liushou_cli.formats.guarded.used import used


def faults(
    form: Form, found: Sequence[Wrong], view: Mapping[str, Any] | None, others: Collection[str] = ()
) -> list[Wrong]:
    """*found* while reading it, and what its text shows. Names are looked up in *view* where there is one.

    *others* are names that could be meant too.
    """
    lines = [Line("", line.place) if unfinished(line.text) else line for line in form.lines]
    wrong = [*found, *half_marks(form.lines)]
    told = {one.place for one in found}
    wrong += [one for one in unpaired(lines) if one.place not in told]
    if wrong and not found:
        view = None  # names within what is half there say nothing
    body = "\n".join(line.text for line in lines)
    wrong += [
        _told(lines, line, "这里不能读别的文件", "去掉这个标记，内容直接写在表里")
        for line in used(body).reading
    ]
    if any(one.message.endswith(_PAIR) for one in wrong):
        return wrong
    template = templates.Template("form", "", (), (), "none", body, 0)
    return wrong + [_told(lines, *fault) for fault in of_template(template, view, others)]


_PAIR = "配不上对"


def unpaired(lines: Iterable[Line]) -> list[Wrong]:
    """Tags that open something never closed, or close what is not open."""
    held: list[tuple[Line, Tag]] = []
    alone: list[tuple[Line, Tag]] = []
    for line in lines:
        for tag in tags(line.text):
            if tag.word in OPENS:
                held.append((line, tag))
            elif tag.word in CLOSES:
                if held and OPENS[held[-1][1].word] == tag.word:
                    held.pop()
                else:
                    alone.append((line, tag))
            elif tag.word in BETWEEN and not held:
                alone.append((line, tag))
    return [
        Wrong(
            line.place,
            f"{tag.text} {_PAIR}",
            "每个 for 配一个 endfor，每个 if 配一个 endif，一层套一层",
            shortened(line.text),
        )
        for line, tag in held + alone
    ]


def _told(lines: Sequence[Line], line: int, message: str, hint: str) -> Wrong:
    if not line or line > len(lines):
        return Wrong("", message, hint)
    here = lines[line - 1]
    return Wrong(here.place, message, hint, shortened(here.text))
