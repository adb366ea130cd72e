"""The looks of cells, each made once in a workbook."""

from collections.abc import Callable, Mapping
from typing import Any

SONG, _HEI = "宋体", "黑体"
_SIZES = {"title": 16, "caption": 12, "heading": 12}
_CELLS = ("cell", "head")


class Looks:
    """``make`` is the workbook's maker of formats; ``faces`` are the fonts chosen in place of ours, by use."""

    def __init__(self, make: Callable[[dict[str, Any]], Any], faces: Mapping[str, str]) -> None:
        self._make = make
        self._song, self._hei = faces.get("table", SONG), faces.get("level_1", _HEI)
        self._made: dict[tuple[object, ...], Any] = {}

    def of(self, kind: str, align: str = "center", form: str = "General", bold: bool = False) -> Any:
        """``kind``: title, caption, head, cell, heading, text, signature or middle; ``form``: the number format."""
        key = (kind, align, form, bold)
        if key not in self._made:
            black = bold or kind in ("head", "title", "caption", "heading")
            face = self._hei if black else self._song
            self._made[key] = self._make({"font_name": face, **_properties(kind, align, form)})
        return self._made[key]


def _properties(kind: str, align: str, form: str) -> dict[str, Any]:
    return {
        "font_size": _SIZES.get(kind, 11),
        "align": align,
        "valign": "vcenter",
        "text_wrap": True,
        "num_format": form,
        "indent": int(kind == "cell" and align != "center"),
        "border": int(kind in _CELLS),
        **({"bg_color": "#F2F2F2"} if kind == "head" else {}),
    }
