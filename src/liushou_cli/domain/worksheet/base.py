"""What a sheet remembers of the day it was made: on a hidden sheet of its own, so that nothing newer is overwritten."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from liushou_cli.domain.grid import Grid
from liushou_cli.domain.worksheet.cells import clean
from liushou_cli.domain.worksheet.kinds import CHILD, KINDS, NAME, NUMBER, Kind
from liushou_cli.errors import BadInput

SHEET = "_liushou"
_MARK, _FORMAT = "liushou-sheet", "1"
_FACTS = ("kind", "classes", "term", "on", "token")
_KEYS = (CHILD, NUMBER, NAME)
_BROKEN = "这张表里对照用的底子坏了，读不回来"
_AGAIN = "用 liushou export --sheet 重新出一张，把填的抄过去"
Key = tuple[str, str]  # 编号, 号


class Base(NamedTuple):
    """``rows``: what each record said under each head; ``names`` by 编号. ``token`` tells this sheet from others."""

    kind: str
    classes: tuple[str, ...]
    term: str
    on: str
    token: str
    rows: Mapping[Key, Mapping[str, str]]
    names: Mapping[str, str]

    @property
    def of(self) -> Kind:
        return KINDS[self.kind]


def written(base: Base) -> list[list[str]]:
    """The rows of the hidden sheet."""
    heads = [one.head for one in base.of.columns]
    facts = [base.kind, "、".join(base.classes), base.term, base.on, base.token]
    told = [
        [child, number, base.names[child], *(row[head] for head in heads)]
        for (child, number), row in base.rows.items()
    ]
    named = [[child, "", name] for child, name in base.names.items()]
    return [[_MARK, _FORMAT], *map(list, zip(_FACTS, facts, strict=True)), [*_KEYS, *heads], *named, *told]


def found(grids: Sequence[Grid]) -> Base | None:
    """The base of a workbook of ours, None for any other. Raises :class:`BadInput` for one that is broken."""
    grid = next((one for one in grids if one.sheet == SHEET), None)
    if grid is None:
        return None
    rows = [[clean(value) for value in row] for row in grid.rows]
    if len(rows) < len(_FACTS) + 2 or rows[0][:1] != [_MARK]:
        raise BadInput(_BROKEN, _AGAIN)
    if rows[0][1] != _FORMAT:
        raise BadInput("这张表是更新的 liushou 出的，这一版读不了", "把 liushou 升级到新版再导入")
    facts = {row[0]: row[1] for row in rows[1 : len(_FACTS) + 1]}
    heads, *told = rows[len(_FACTS) + 1 :]
    if set(facts) != set(_FACTS) or facts["kind"] not in KINDS:
        raise BadInput(_BROKEN, _AGAIN)
    own = [one.head for one in KINDS[facts["kind"]].columns]
    width = len(_KEYS) + len(own)
    if heads[:width] != [*_KEYS, *own]:
        raise BadInput(_BROKEN, _AGAIN)
    classes = tuple(facts["classes"].split("、"))
    remembered = {
        (row[0], row[1]): dict(zip(own, row[len(_KEYS) : width], strict=True)) for row in told if row[1]
    }
    names = {row[0]: row[2] for row in told if row[0]}
    return Base(facts["kind"], classes, facts["term"], facts["on"], facts["token"], remembered, names)
