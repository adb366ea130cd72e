"""Looks of cells: the same as the form's, but that a share is shown as one and a long number stays text."""

import copy
from typing import Any

from liushou_cli.formats.forms.xml import S, element

_GENERAL, _TEXT = 0, 49  # of the number formats that every workbook has
_KNOWN = {"0": 1, "0.00": 2, "0%": 9, "0.00%": 10, "@": _TEXT}
_FIRST_OWN = 164


class Styles:
    """The part ``xl/styles.xml`` with looks added as they are asked for."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._looks = root.find(f"{S}cellXfs")
        self._made: dict[tuple[int, str], int] = {}

    def like(self, style: int, form: str) -> int:
        """The number of a look like *style* in the number format *form*; a format that the form chose stays."""
        if self._looks is None or style >= len(self._looks) or form == "General":
            return style
        if int(self._looks[style].get("numFmtId", "0")) != _GENERAL:
            return style
        key = (style, form)
        if key not in self._made:
            self._made[key] = self._copy(style, form)
        return self._made[key]

    def _copy(self, style: int, form: str) -> int:
        made = copy.copy(self._looks[style])
        made.set("numFmtId", str(self._format(form)))
        made.set("applyNumberFormat", "1")
        self._looks.append(made)
        self._looks.set("count", str(len(self._looks)))
        return len(self._looks) - 1

    def _format(self, form: str) -> int:
        if form in _KNOWN:
            return _KNOWN[form]
        formats = self._root.find(f"{S}numFmts")
        if formats is None:
            formats = element(f"{S}numFmts")
            self._root.insert(0, formats)
        same = next((one for one in formats if one.get("formatCode") == form), None)
        if same is not None:
            return int(same.get("numFmtId"))
        number = max([_FIRST_OWN - 1, *(int(one.get("numFmtId")) for one in formats)]) + 1
        element(f"{S}numFmt", formats, numFmtId=str(number), formatCode=form)
        formats.set("count", str(len(formats)))
        return number
