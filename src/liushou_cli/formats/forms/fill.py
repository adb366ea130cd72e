"""A form filled: each copy as bytes, and which marks had nothing to print."""

import base64
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from liushou_cli.formats.archive import undated, zipped
from liushou_cli.formats.forms.skeleton import Form, Wrong, numbered, shortened
from liushou_cli.formats.guarded import process
from liushou_cli.formats.office.parts import understood


class Filled(NamedTuple):
    """``blank``: (place, mark) -> in how many copies, or lines of one, it printed nothing."""

    files: list[bytes]
    blank: Mapping[tuple[str, str], int]


def fill(form: Form, view: Mapping[str, Any], each: Sequence[Mapping[str, Any]]) -> Filled:
    """One copy for each of *each*, the names it adds to *view*.

    Raises :class:`liushou_cli.errors.TemplateFault` naming the paragraph or cell.
    """
    body, marks = numbered(form.lines)
    package = base64.b64encode(zipped(form.parts)).decode() if form.suffix == ".docx" else ""
    order = {"kind": form.suffix, "body": body, "file": package, "view": view, "each": each}
    answer = process.asked({"form": order}, form.file, process.SECONDS + len(each))
    if "stopped" in answer:
        line, message, hint = answer["stopped"]
        here = form.lines[line - 1] if 0 < line <= len(form.lines) else None
        wrong = Wrong(here.place if here else "", message, hint, shortened(here.text) if here else "")
        raise wrong.failure(form.file)
    counted: Counter[int] = Counter()
    for copy in answer["filled"]:
        counted.update({int(number): times for number, times in copy["blank"].items()})
    blank: Counter[tuple[str, str]] = Counter()
    for number in sorted(counted):
        blank[marks[number]] += counted[number]
    return Filled([_file(form, copy) for copy in answer["filled"]], blank)


def _file(form: Form, copy: Mapping[str, Any]) -> bytes:
    if form.suffix == ".docx":
        return undated(base64.b64decode(copy["file"]))
    with understood(form.file):
        return bytes(import_module("liushou_cli.formats.forms.workbook").written(form, copy["text"]))
