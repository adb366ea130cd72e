"""Blocks -> Markdown that reads well as it stands, and renders to the same words anywhere."""

import re
import string
from collections.abc import Iterable, Sequence

from liushou_cli.formats import scale
from liushou_cli.formats.document import (
    CENTER,
    ONE_LINE,
    STANDARD,
    Block,
    Chart,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Runs,
    Signature,
    Table,
    Title,
    half_widths,
    plain,
)

_SIGNS = re.compile(r"([\\`_\[\]|~]|<(?=[A-Za-z/!?])|&(?=#?\w+;))")
_STARS = re.compile(r"\*+")
_LINE_START = re.compile(r"^([-+#=:>*]|\d+(?=[.)]\s))", re.MULTILINE)
_EDGES = string.whitespace + string.punctuation + "　，。、；：？！“”‘’（）《》〈〉【】—…·％＊"
_MARKS = {"left": ":--", "center": ":-:", "right": "--:"}
_LINE = 56  # half widths: the 28 characters of a printed line
_FROM_RIGHT = 8


def write(blocks: Iterable[Block]) -> str:
    return "\n\n".join(filter(None, map(_block, blocks))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Title(lines):
            return "# " + _escape("".join(lines))
        case Heading(level, number, runs):
            return f"{'#' * (level + 1)} {number}{_runs(runs)}"
        case Paragraph(runs):
            return _paragraph(runs)
        case Table(rows, align, caption):
            return _captioned(caption, [[_cell(cell) for cell in row] for row in rows], align)
        case Form():
            return _grid(_spread(block), block.align)
        case Chart(_, title, x, series):
            head = ["", *(_escape(one.name) for one in series)]
            body = [[_escape(x[i]), *(scale.number(one.values[i]) for one in series)] for i in range(len(x))]
            return _captioned(title, [head, *body], ["left", *("right" for _ in series)])
        case Signature():
            return _signature(block)
        case PageBreak():
            return "---"


def _paragraph(runs: Runs) -> str:
    """What would begin a list, a heading or a quotation is escaped; so is a number before a dot."""
    text = _runs(runs)
    if not (runs and runs[0].bold and text.startswith("**")):
        text = _LINE_START.sub(_escaped_start, text)
    return text.replace("\n", "\\\n")


def _escaped_start(found: re.Match[str]) -> str:
    return found[0] + "\\" if found[0].isdigit() else "\\" + found[0]


def _runs(runs: Runs) -> str:
    # One stretch of stars alone marks nothing, so a masked 138****0001 can stand as it is.
    lone = len(_STARS.findall(plain(runs))) < 2 and not any(run.bold for run in runs)
    return "".join(_bold(run.text) if run.bold else _escape(run.text, stars=not lone) for run in runs)


def _bold(text: str) -> str:
    """Brackets and quotes at the ends stay outside: next to them CommonMark prints the stars."""
    inner = text.strip(_EDGES)
    if not inner:
        return _escape(text)
    start = text.index(inner)
    before, after = text[:start], text[start + len(inner) :]
    return f"{_escape(before)}**{_escape(inner)}**{_escape(after)}"


def _escape(text: str, *, stars: bool = True) -> str:
    text = _SIGNS.sub(r"\\\1", text)
    return text.replace("*", r"\*") if stars else text


def _cell(runs: Runs) -> str:
    return _runs(runs).replace("\n", " ")


def _captioned(caption: str, rows: Sequence[Sequence[str]], align: Sequence[str]) -> str:
    grid = _grid(rows, align)
    return f"**{_escape(caption)}**\n\n{grid}" if caption else grid


def _grid(rows: Sequence[Sequence[str]], align: Sequence[str]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "| " + " | ".join(_MARKS[one] for one in align) + " |")
    return "\n".join(lines)


def _spread(form: Form) -> list[list[str]]:
    """Joined cells have no place in a Markdown table: the text stands in the first, the others are empty."""
    grid = [[""] * len(form.align) for _ in form.rows]
    for line, row in zip(grid, form.rows, strict=True):
        for cell in row:
            line[cell.column] = _cell(cell.runs)
    return grid


def _signature(signature: Signature) -> str:
    """Pushed to its place on a line of 28 characters with full-width spaces."""
    lines = signature.lines()
    free = [_LINE - half_widths(line) for line in lines]
    if signature.place == STANDARD:  # the date four characters from the right, the unit centred over it
        free[1] -= _FROM_RIGHT
        free[0] = free[1] + (half_widths(lines[1]) - half_widths(lines[0])) // 2
    elif signature.place == CENTER:
        free = [space // 2 for space in free]
    elif signature.place == ONE_LINE:
        free[0] -= _FROM_RIGHT
    return "\n\n".join(_indent(space) + _escape(line) for space, line in zip(free, lines, strict=True))


def _indent(half: int) -> str:
    """Full-width spaces: Markdown takes four plain ones for code and drops them from the page."""
    return "　" * max(0, round(half / 2))
