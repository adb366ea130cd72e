"""Bars and sparklines of characters that every code page of a Chinese Windows has (all are in GBK).

A number always stands beside them: without colour, in a narrow window or read aloud, nothing is lost.
"""

from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL = "█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_NONE = "—"


def shown(value: float | None) -> str:
    """12, 54.2% (a share is a float), — for a share of nobody."""
    if value is None:
        return _NONE
    return str(value) if isinstance(value, int) else f"{value * 100:.1f}%"


def bar(value: float | None, whole: float | None, wide: int) -> str:
    """*value* of *whole* as a bar at most *wide* characters long; the least that is not nothing can be seen."""
    if not value or not whole:
        return ""
    eighths = max(1, round(min(value / whole, 1) * wide * 8))
    return (_FULL * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def sparkline(values: Sequence[float | None]) -> str:
    """One character a value, as high as the value beside the largest; a share beside the whole."""
    known = [value for value in values if value is not None]
    top = 1.0 if any(isinstance(value, float) for value in known) else max(known, default=0)
    return "".join(" " if value is None else _HEIGHTS[_height(value, top)] for value in values)


def _height(value: float, top: float) -> int:
    return round(min(value / top, 1) * (len(_HEIGHTS) - 1)) if top else 0
