"""Which sheet, which header, which column is which field: what the person is shown before anything is read."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from liushou_cli.domain.grid import Grid, as_text, column_name
from liushou_cli.domain.header import Column, Header, find_header
from liushou_cli.domain.labels import NOT_KEPT, field_of, fields, fields_of
from liushou_cli.domain.labels.spelling import key
from liushou_cli.domain.mappings import NOT_IMPORTED
from liushou_cli.errors import BadInput

_LETTER = re.compile(r"^(?:.*[（(])?([A-Z]{1,2}列)[）)]?$")  # F列, 出生日期（F列）


class Mapped(NamedTuple):
    """``field`` is "" for a column that is not read; ``near``: to be asked about first; ``said``: by a person."""

    column: Column
    field: str
    near: bool = False
    said: bool = False


class Reading(NamedTuple):
    grid: Grid
    header: Header
    columns: tuple[Mapped, ...]

    @property
    def fields(self) -> dict[int, str]:
        """Column to field, of the columns that are read."""
        return {one.column.at: one.field for one in self.columns if one.field and not one.near}

    @property
    def mapping(self) -> dict[str, str]:
        """Title to field, of the columns that go into the files."""
        return {one.column.title: one.field for one in self._sure if one.field not in NOT_KEPT}

    @property
    def ignored(self) -> list[str]:
        """Titles of what is known and not kept, or not wanted."""
        unwanted = [one.column.title for one in self.columns if one.said and not one.field]
        return [*(one.column.title for one in self._sure if one.field in NOT_KEPT), *unwanted]

    def titles(self, mapped: Mapping[str, str]) -> dict[str, str]:
        """*mapped* by the columns' own titles: what may be remembered of it. Letters of columns may not."""
        return {
            one.column.path[-1] if _name(heading) == key(one.column.path[-1]) else one.column.title: field
            for heading, field in mapped.items()
            for one in self.columns
            if _name(heading) in _names(one.column) and not one.column.title.endswith(("列", "列）"))
        }

    @property
    def unmapped(self) -> dict[str, str]:
        """Titles of what is not known, each with the field it may be ("" for none)."""
        unknown = {
            one.column.title: one.field for one in self.columns if one.near or not (one.field or one.said)
        }
        titled = {one.column.at for one in self.columns}
        below = self.grid.rows[self.header.last + 1 :]
        filled = (
            at for at in range(self.grid.width) if at not in titled and any(as_text(row[at]) for row in below)
        )
        return unknown | {f"{column_name(at)}列": "" for at in filled}

    @property
    def _sure(self) -> list[Mapped]:
        return [one for one in self.columns if one.field and not one.near]

    def having(self, answers: Mapping[str, str]) -> "Reading":
        """With *answers* (title to field, ``NOT_IMPORTED``) to what was near or unknown."""
        columns = [
            Mapped(one.column, _field(answers[one.column.title]), said=True)
            if one.column.title in answers
            else one
            for one in self.columns
        ]
        return self._replace(columns=tuple(columns))


def reading(
    grids: Sequence[Grid],
    sheet: str,
    mapped: Mapping[str, str],
    remembered: Mapping[str, str] = MappingProxyType({}),
) -> Reading:
    """The roster among *grids*. *mapped*, *remembered*: heading, title, or ``F列`` to field or ``NOT_IMPORTED``.

    Raises :class:`BadInput` where there is none, or more than one, or *mapped* says what cannot be.
    """
    for heading, field in mapped.items():
        _must_be_field(heading, field)
    said = {_name(heading): field for heading, field in {**remembered, **mapped}.items()}
    found = [(grid, header) for grid in _chosen(grids, sheet) if (header := find_header(grid, said))]
    if not found:
        raise BadInput(
            "没有找到表头：没有哪一行写着姓名、性别、出生日期这些",
            "表头要写在孩子的上面；叫法特别的用 --map 表头=字段 说明",
        )
    if len(found) > 1:
        names = "、".join(grid.sheet for grid, _ in found)
        raise BadInput(f"有 {len(found)} 张表像花名册：{names}", "用 --sheet 指明一张")
    grid, header = found[0]
    header = _with_untitled(grid, header, said)
    for heading in mapped:
        if not any(_name(heading) in _names(column) for column in header.columns):
            raise BadInput(f"表里没有叫“{heading}”的表头", "照表里的字样写，或写列，如 F列=父亲.电话")
    return Reading(grid, header, tuple(_columns(header, said)))


def _with_untitled(grid: Grid, header: Header, said: Mapping[str, str]) -> Header:
    """And the columns without a heading that somebody named by their letter."""
    titled = {column.at for column in header.columns}
    letters = [(at, f"{column_name(at)}列") for at in range(grid.width) if at not in titled]
    more = [Column(at, (letter,), letter) for at, letter in letters if letter in said]
    return header._replace(columns=(*header.columns, *more))


def _columns(header: Header, said: Mapping[str, str]) -> list[Mapped]:
    """What was said goes before what the table knows; no field is read from two columns."""
    own = _by_word(header, said)
    taken = {field for field in own if field}
    found = []
    matches = fields_of([one.path for one in header.columns])
    for column, field, match in zip(header.columns, own, matches, strict=True):
        if field is not None:
            found.append(Mapped(column, _field(field), said=True))
        elif match is None or match.field in taken or (match.near and not match.kept):
            found.append(Mapped(column, ""))
        else:
            found.append(Mapped(column, match.field, match.near))
    return found


def _by_word(header: Header, said: Mapping[str, str]) -> list[str | None]:
    """What was said of each column, by its letter or title rather than by a label it shares with others."""
    fields: list[str | None] = [None] * len(header.columns)
    for names in (slice(0, 3), slice(3, None)):
        for place, column in enumerate(header.columns):
            field = next((said[name] for name in _names(column)[names] if name in said), None)
            if fields[place] is None and field is not None and (field == NOT_IMPORTED or field not in fields):
                fields[place] = field
    return fields


def _names(column: Column) -> tuple[str, ...]:
    """What a person may call the column: F列, 父亲联系电话, 联系电话."""
    return (f"{column_name(column.at)}列", key(column.title), key("".join(column.path)), key(column.path[-1]))


def _name(heading: str) -> str:
    letter = _LETTER.search(heading)
    return letter[1] if letter else key(heading.replace("/", ""))


def _field(said: str) -> str:
    return "" if said == NOT_IMPORTED else said


def _must_be_field(heading: str, field: str) -> None:
    if field == NOT_IMPORTED or field in fields():
        return
    near = field_of((field,))
    hint = f"是不是：{near.field}" if near else f"不导入这一列写 {heading}={NOT_IMPORTED}"
    raise BadInput(f"--map 写的“{field}”不是档案里的项", hint)


def _chosen(grids: Sequence[Grid], sheet: str) -> Sequence[Grid]:
    if not sheet:
        return grids
    if found := [grid for grid in grids if grid.sheet == sheet]:
        return found
    names = "、".join(grid.sheet for grid in grids if grid.sheet)
    raise BadInput(f"没有叫“{sheet}”的表", f"有这些：{names}" if names else "CSV 只有一张表，不用 --sheet")
