"""The looks of cells, each made once in a workbook."""

from collections.abc import Callable
from typing import Any

_SONG, _HEI = "宋体", "黑体"
_SIZES = {"title": 16, "caption": 12, "heading": 12}
_CELLS = ("cell", "head")


class Looks:
    """``make`` is the workbook's maker of formats."""

    def __init__(self, make: Callable[[dict[str, Any]], Any]) -> None:
        self._make = make
        self._made: dict[tuple[object, ...], Any] = {}

    def of(self, kind: str, align: str = "center", form: str = "General", bold: bool = False) -> Any:
        """``kind``: title, caption, head, cell, heading, text or signature; ``form``: the number format."""
        key = (kind, align, form, bold)
        if key not in self._made:
            self._made[key] = self._make(_properties(kind, align, form, bold))
        return self._made[key]


def _properties(kind: str, align: str, form: str, bold: bool) -> dict[str, Any]:
    black = bold or kind in ("head", "title", "caption", "heading")
    return {
        "font_name": _HEI if black else _SONG,
        "font_size": _SIZES.get(kind, 11),
        "align": align,
        "valign": "vcenter",
        "text_wrap": True,
        "num_format": form,
        "indent": int(kind == "cell" and align != "center"),
        "border": int(kind in _CELLS),
        **({"bg_color": "#F2F2F2"} if kind == "head" else {}),
    }
