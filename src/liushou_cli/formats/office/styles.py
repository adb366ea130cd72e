"""Looks of cells: the same as the form's, but that a share is shown as one and a long number stays text."""

import copy
from typing import Any

from liushou_cli.formats.office.xml import alike, child, made, named

_GENERAL = 0  # of the number formats that every workbook has
TEXT = 49
_KNOWN = {"0": 1, "0.00": 2, "0%": 9, "0.00%": 10, "@": TEXT}
_FIRST_OWN = 164


class Styles:
    """The tree of ``xl/styles.xml`` with looks added as they are asked for; None where a workbook has none."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._held: Any = None if root is None else next(named(root, "cellXfs"), None)
        self._looks = [] if self._held is None else list(self._held.iterchildren("{*}xf"))
        self._made: dict[tuple[int, int], int] = {}

    @property
    def changed(self) -> bool:
        return bool(self._made)

    def like(self, style: int, form: str) -> int:
        """The number of a look like *style* in the number format *form*; a format that the form chose stays."""
        if form == "General" or self._format(style) != _GENERAL:
            return style
        return self._twin(style, self._number(form))

    def as_text(self, style: int) -> int:
        """The number of a look like *style* in the format of text, whatever the form chose."""
        return style if self._format(style) in (None, TEXT) else self._twin(style, TEXT)

    def _format(self, style: int) -> int | None:
        return int(self._looks[style].get("numFmtId", "0")) if style < len(self._looks) else None

    def _twin(self, style: int, number: int) -> int:
        key = (style, number)
        if key not in self._made:
            twin = copy.deepcopy(self._looks[style])
            twin.set("numFmtId", str(number))
            twin.set("applyNumberFormat", "1")
            self._held.append(twin)
            self._looks.append(twin)
            self._held.set("count", str(len(self._looks)))
            self._made[key] = len(self._looks) - 1
        return self._made[key]

    def _number(self, form: str) -> int:
        if form in _KNOWN:
            return _KNOWN[form]
        formats = child(self._root, "numFmts")
        if formats is None:
            formats = alike(self._root, "numFmts")
            self._root.insert(0, formats)
        same = next((one for one in formats if one.get("formatCode") == form), None)
        if same is not None:
            return int(same.get("numFmtId"))
        number = max([_FIRST_OWN - 1, *(int(one.get("numFmtId")) for one in formats)]) + 1
        made(formats, "numFmt", numFmtId=str(number), formatCode=form)
        formats.set("count", str(len(formats)))
        return number
