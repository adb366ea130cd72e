"""Values into the cells of a sheet, its XML edited in place: every other part of the workbook stays as it is."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from liushou_cli.domain.blanks.grid import NewRows, Write, letters, number
from liushou_cli.formats.blanks import sheet_rows
from liushou_cli.formats.blanks.looks import Looks
from liushou_cli.formats.blanks.sheet import text_of
from liushou_cli.formats.blanks.workbook import Workbook
from liushou_cli.formats.blanks.xml import (
    SPACE,
    Element,
    alike,
    child,
    drop,
    local,
    made,
    named,
    parsed,
    written,
)
from liushou_cli.formats.characters import printable

_TURN = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


def filled(
    book: Workbook, sheets: Mapping[int, str], writes: Sequence[Write], rows: Sequence[NewRows]
) -> bytes:
    """The workbook with *rows* put in and *writes* made; *sheets* are the parts by number of their grid."""
    changed: dict[str, bytes] = {}
    looks = Looks(book)
    for grid, part in sheets.items():
        mine = [write for write in writes if write.grid == grid]
        added = [one for one in rows if one.grid == grid]
        if not mine and not added:
            continue
        root = book.root(part)
        for one in added:
            sheet_rows.insert(root, one.like, one.after, one.number)
        _put_all(book, looks, root, mine)
        changed[part] = written(root)
        changed |= _around(book, part, added)
        if any(True for _ in named(root, "f")):
            changed[book.part] = _reckon_anew(book, changed.get(book.part))
    return book.parcel.packed(changed | looks.changed())


def _put_all(book: Workbook, looks: Looks, root: Element, writes: Sequence[Write]) -> None:
    data = next(named(root, "sheetData"))
    lines = {int(row.get("r", "0")): row for row in data if local(row) == "row"}
    # The last span first: those before it keep their places.
    for write in sorted(writes, key=lambda one: one.span or (0, 0), reverse=True):
        if write.row not in lines:
            lines[write.row] = _new_row(data, write.row)
        _put(book, looks, _cell(lines[write.row], write.row, write.col), write)


def _put(book: Workbook, looks: Looks, cell: Element, write: Write) -> None:
    value = write.value
    if write.span is not None:
        old = text_of(book, cell)
        value = old[: write.span[0]] + str(value) + old[write.span[1] :]
    for part in list(cell):
        cell.remove(part)
    drop(cell, "t")
    if write.kept_as_text:
        cell.set("s", str(looks.as_text(int(cell.get("s", "0")))))
    if isinstance(value, date):
        value = (value - _TURN[book.counts_from_1904]).days
    if isinstance(value, int):
        made(cell, "v").text = str(value)
        return
    cell.set("t", "inlineStr")  # text whatever it begins with: no = of a record becomes a formula
    text = made(made(cell, "is"), "t")
    text.set(SPACE, "preserve")
    text.text = printable(value)


def _cell(row: Element, line: int, col: int) -> Element:
    """The cell of this column, made in its place where there is none."""
    place = f"{letters(col)}{line}"
    before = 0
    for cell in row:
        if local(cell) != "c":
            continue
        here = number(re.sub(r"\d", "", cell.get("r", place)))
        if here == col:
            return cell
        if here < col:
            before = row.index(cell) + 1
    new = alike(row, "c", r=place)
    row.insert(before, new)
    return new


def _new_row(data: Element, line: int) -> Element:
    before = sum(int(row.get("r", "0")) < line for row in data if local(row) == "row")
    new = alike(data, "row", r=str(line))
    data.insert(before, new)
    return new


def _around(book: Workbook, part: str, added: Sequence[NewRows]) -> dict[str, bytes]:
    """The parts tied to a sheet that name its rows: names of ranges, drawings, notes, tables."""
    changed: dict[str, bytes] = {}
    sheet = next(one for one in book.sheets if one.part == part)
    for one in added:
        for kind, to in book.related(part):
            if kind in ("drawing", "comments", "table", "vmlDrawing") and to in book.parcel.parts:
                changed[to] = _moved(changed.get(to, book.parcel.parts[to]), kind, one)
        names = changed.get(book.part, book.parcel.parts[book.part])
        changed[book.part] = _names_moved(names, sheet.name, one)
    if added and (chain := next((to for kind, to in book.related(book.part) if kind == "calcChain"), "")):
        changed[chain] = _chain_moved(book, chain, sheet.key, added)
    return {to: content for to, content in changed.items() if content != book.parcel.parts[to]}


def _moved(content: bytes, kind: str, one: NewRows) -> bytes:
    def later(found: re.Match[bytes]) -> bytes:
        row = int(found[2])  # counted from 0
        return found[1] + str(row + one.number if row >= one.after else row).encode() + found[3]

    if kind in ("drawing", "vmlDrawing"):
        return re.sub(rb"(<(?:xdr|x):[Rr]ow>)(\d+)(</)", later, content)
    return re.sub(
        rb'(<(?:\w+:)?(?:comment|table|autoFilter)\b[^>]*?\bref=")([^"]+)(")',
        lambda found: (
            found[1] + sheet_rows.moved(found[2].decode(), one.after, one.number).encode() + found[3]
        ),
        content,
    )


def _names_moved(content: bytes, sheet: str, one: NewRows) -> bytes:
    """Print areas and other names of ranges in this sheet."""
    name = re.escape(sheet.replace("'", "''"))
    places = re.compile(rf"((?:'{name}'|{name})!)(\$?[A-Z]{{1,3}}\$?\d+(?::\$?[A-Z]{{1,3}}\$?\d+)?)")
    text = content.decode("utf-8")
    return places.sub(
        lambda found: found[1] + sheet_rows.moved(found[2], one.after, one.number), text
    ).encode()


def _chain_moved(book: Workbook, chain: str, index: str, added: Sequence[NewRows]) -> bytes:
    root = book.root(chain)
    here = ""
    for link in root:
        here = link.get("i", here)
        for one in added if here == index else ():
            link.set("r", sheet_rows.moved(link.get("r", ""), one.after, one.number))
    return written(root)


def _reckon_anew(book: Workbook, content: bytes | None) -> bytes:
    """Sums were reckoned over an empty form: they are to be reckoned when it is opened."""
    root = parsed(content or book.parcel.parts[book.part], book.part)
    setting = next(named(root, "calcPr"), None)
    if setting is None:
        setting = alike(root, "calcPr")
        names = child(root, "definedNames")
        root.insert(root.index(names if names is not None else child(root, "sheets")) + 1, setting)  # type: ignore[arg-type]
    setting.set("fullCalcOnLoad", "1")
    return written(root)
