"""Values into the cells of a sheet, its XML edited in place: every other part of the workbook stays as it is."""

from collections.abc import Mapping, Sequence
from datetime import date

from liushou_cli.domain.blanks.grid import NewRows, Write
from liushou_cli.domain.grid import column_index, column_name
from liushou_cli.formats.archive import zipped
from liushou_cli.formats.blanks import sheet_rows
from liushou_cli.formats.blanks.places import text_of
from liushou_cli.formats.blanks.workbook import Workbook
from liushou_cli.formats.characters import printable
from liushou_cli.formats.office import around
from liushou_cli.formats.office.cells import clear
from liushou_cli.formats.office.styles import Styles
from liushou_cli.formats.office.xml import SPACE, Element, alike, local, made, named, written

_TURN = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


def filled(
    book: Workbook, sheets: Mapping[int, str], writes: Sequence[Write], rows: Sequence[NewRows]
) -> bytes:
    """*book*, whose parts change, with *rows* put in and *writes* made; *sheets* are parts by number of their grid."""
    look = book.root(book.styles_part) if book.styles_part else None
    styles = Styles(look)
    tabs = {tab.part: tab for tab in book.sheets}
    for grid, part in sheets.items():
        mine = [write for write in writes if write.grid == grid]
        added = [one for one in rows if one.grid == grid]
        if not mine and not added:
            continue
        root = book.root(part)
        for one in added:
            sheet_rows.insert(book, tabs[part], root, one)
        _put_all(book, styles, root, mine)
        book.parts[part] = written(root)
        if any(True for _ in named(root, "f")):
            around.worked_out_anew(book)
    if styles.changed:
        book.parts[book.styles_part] = written(look)
    return zipped(book.parts)


def _put_all(book: Workbook, styles: Styles, root: Element, writes: Sequence[Write]) -> None:
    data = next(named(root, "sheetData"))
    lines = {int(row.get("r", "0")): row for row in data if local(row) == "row"}
    # The last span first: those before it keep their places.
    for write in sorted(writes, key=lambda one: one.span or (0, 0), reverse=True):
        if write.row not in lines:
            lines[write.row] = _new_row(data, write.row)
        _put(book, styles, _cell(lines[write.row], write.row, write.col), write)


def _put(book: Workbook, styles: Styles, cell: Element, write: Write) -> None:
    value = write.value
    if write.span is not None:
        old = text_of(book, cell)
        value = old[: write.span[0]] + str(value) + old[write.span[1] :]
    clear(cell)
    if write.kept_as_text:
        cell.set("s", str(styles.as_text(int(cell.get("s", "0")))))
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
    place = f"{column_name(col - 1)}{line}"
    before = 0
    for cell in row:
        if local(cell) != "c":
            continue
        here = column_index(cell.get("r", place).rstrip("0123456789")) + 1
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
