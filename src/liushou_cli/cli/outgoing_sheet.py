"""What `export --sheet` hands over: a workbook to be filled in, and read back by `import`."""

from typing import Any

from liushou_cli.cli import context
from liushou_cli.domain.masking import Mask
from liushou_cli.errors import BadInput

SHEETS = {"sheet survey": "普查表", "sheet visits": "家访表", "sheet calls": "通话表"}


def what(sheet: str) -> str:
    """The content ``--sheet`` asks for. Raises :class:`BadInput`."""
    if f"sheet {sheet}" not in SHEETS:
        words = "、".join(f"{key.split()[1]}（{name}）" for key, name in SHEETS.items())
        raise BadInput(f"--sheet 写的是“{sheet}”", f"只能写：{words}")
    return f"sheet {sheet}"


def filled(_: context.Desk, wanted: Any, found: Any) -> tuple[bytes, tuple[str, ...]]:
    """The workbook, and the words of its columns."""
    from liushou_cli.domain.worksheet.notice import layout
    from liushou_cli.formats.xlsx import write_layout
    from liushou_cli.store.chance import new_id

    laid = layout(found.scene, wanted.what.split()[1], new_id() + new_id())
    return write_layout(laid), tuple(head.name for head in laid.heads if not head.hidden)


def open_mask(mask: Mask | None) -> Mask:
    """Whoever fills a sheet must see who is who. Raises :class:`BadInput` where names were to be hidden."""
    if mask not in (None, Mask.NONE):
        raise BadInput("要填的表得写全名，不能隐去", "去掉 --mask；要打印出去的名单用 export roster")
    return Mask.NONE
