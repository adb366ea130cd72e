"""The text of a formula once rows went elsewhere, or as filled down: only its references change."""

import re
from collections.abc import Mapping

from liushou_cli.domain.grid import column_index, column_name
from liushou_cli.formats.office.moves import Moves, at

_REFERENCE = re.compile(
    r"""(?P<text>"[^"]*")
    |(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?
     (?:(?<![\w.$])(?P<first>\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?::(?P<last>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}))?(?![\w(.!])
       |(?<![\w.$])(?P<top>\$[1-9]\d{0,6}):(?P<bottom>\$[1-9]\d{0,6})(?!\w))""",
    re.VERBOSE,
)
_LONGEST = 8192  # characters of a formula in Excel


def formula(text: str, sheet: str, moved: Mapping[str, Moves], here: Mapping[int, int]) -> str:
    """A formula of *sheet*; *here* are the rows of the copy it stands in, where it was copied."""

    if len(text) > _LONGEST:
        return text

    def put(found: re.Match[str]) -> str:
        if found["text"]:
            return found[0]
        name = found["sheet"] or ""
        of = name.rstrip("!").strip("'").replace("''", "'") or sheet
        moves = moved.get(of)
        if moves is None:
            return found[0]
        if found["top"]:
            return f"{name}{at(found['top'], moves.first)}:{at(found['bottom'], moves.last)}"
        ends = [end for end in (found["first"], found["last"]) if end]
        if of == sheet and all(_row(end) in here for end in ends):
            return name + ":".join(at(end, here.__getitem__) for end in ends)
        return name + moves.span(":".join(ends))

    return _REFERENCE.sub(put, text)


def shifted(text: str, rows: int, columns: int = 0) -> str:
    """A formula as filled down and to the right by so much: what is written with $ stays."""

    def put(found: re.Match[str]) -> str:
        if found["text"] or found["top"]:
            return found[0]
        ends = (_slid(end, rows, columns) for end in (found["first"], found["last"]) if end)
        return (found["sheet"] or "") + ":".join(ends)

    return _REFERENCE.sub(put, text)


def _slid(end: str, rows: int, columns: int) -> str:
    found = re.fullmatch(r"(\$?)([A-Z]+)(\$?)(\d+)", end)
    if not found:
        return end
    fixed, column, pinned, row = found.groups()
    column = column if fixed else column_name(max(0, column_index(column) + columns))
    return f"{fixed}{column}{pinned}{row if pinned else max(1, int(row) + rows)}"


def _row(reference: str) -> int:
    return int(re.sub(r"\D", "", reference))
