"""``import --annotate``: the table given back with its bad cells marked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from liushou_cli.cli import output, places
from liushou_cli.errors import BadInput

HINT = "加 --annotate 有误.xlsx，就写一份标好的表，错的格子是红的，批注里说为什么"


def possible(place: Path | None, file: Path, start: Path) -> Path | None:
    """Where the marked table goes. Raises before any work is done."""
    if place is None:
        return None
    found = places.possible(place, "xlsx", ["xlsx"], start)
    if found is None or found == places.STDOUT or found.suffix.lower() != ".xlsx":
        raise BadInput("--annotate 要写成一个 xlsx 文件", "如 --annotate 有误.xlsx")
    if found.resolve() == file.resolve():
        raise BadInput(
            "--annotate 写的就是要导入的那个文件，会把它盖掉", "换一个名字，如 --annotate 有误.xlsx"
        )
    return found


def annotate(
    place: Path | None, grids: Sequence[Any], marked: Any, problems: Sequence[Any], drawn: Any
) -> None:
    """Nothing is entered in the ledger: there is nothing in it that was not in the file."""
    if place is None:
        output.talk(f"提示：{HINT}")
        return
    from liushou_cli.formats.xlsx.annotated import Bad, write_annotated

    bad = [Bad(one.cell, one.message, one.hint) for one in problems]
    output.document(write_annotated(grids, marked, bad, drawn), place)
    output.talk(f"已写好：{place}，红的格子改好就能直接导入它")
