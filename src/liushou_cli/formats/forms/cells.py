"""What a filled cell holds: a number where its one mark printed one, else text and nothing but text."""

import copy
import re
from typing import Any

from liushou_cli.formats.document import Run
from liushou_cli.formats.forms.excel import BREAK
from liushou_cli.formats.forms.marks import MARK
from liushou_cli.formats.forms.skeleton import END, FROM, TO
from liushou_cli.formats.office.cells import clear, holder, text_of
from liushou_cli.formats.office.styles import Styles
from liushou_cli.formats.office.xml import SPACE, made
from liushou_cli.formats.xlsx.values import value

NUMBER = "\x05"
_ALONE = re.compile(f"\\s*{FROM}\\d+{TO}{NUMBER}([^{END}]*){END}\\s*")
_SIGNS = re.compile(f"{FROM}\\d+{TO}|[{END}{NUMBER}]")


def put(cell: Any, printed: str, strings: list[Any], styles: Styles) -> None:
    """*printed* in the place of what *cell* held. A leading = makes no formula: it is a text like any other."""
    alone = _ALONE.fullmatch(printed)
    text = _SIGNS.sub("", printed).replace(BREAK, "\n")
    found = value((Run(alone[1] if alone else text, figure="f" if alone else None),))
    held = holder(cell, strings)
    look = None if held is None else held.find("{*}r/{*}rPr")
    clear(cell)
    cell.set("s", str(styles.like(int(cell.get("s", "0")), found.form)))
    if found.number is not None:
        made(cell, "v").text = f"{found.number:.15g}"
    elif found.text:
        _write(cell, found.text, look)


def without_marks(strings: list[Any]) -> Any:
    """The root of the shared texts; those that nobody needs any more are emptied, so that no mark is left."""
    for one in strings:
        if MARK.search(text_of(one)):
            for part in list(one):
                one.remove(part)
            made(one, "t").text = ""
    return strings[0].getroottree().getroot()


def _write(cell: Any, text: str, look: Any) -> None:
    """In the cell itself; in the look of its first letters where a part of the old text had its own."""
    cell.set("t", "inlineStr")
    within = made(cell, "is")
    if look is not None:
        within = made(within, "r")
        within.append(copy.deepcopy(look))
    last = made(within, "t")
    last.text = text
    last.set(SPACE, "preserve")
