"""Text in the picture."""

from html import escape

from liushou_cli.formats import scale
from liushou_cli.formats.svg.frame import TEXT, VALUE


def text(x: float, y: float, text: str, size: int = TEXT, anchor: str = "middle", more: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"{more}>{escape(text)}</text>'
    )


def value_over(x: float, y: float, value: float) -> str:
    """A number that stays legible over lines and hatching: it has a white rim."""
    rim = ' paint-order="stroke" stroke="#fff" stroke-width="4" stroke-linejoin="round"'
    return text(x, y, scale.number(value), VALUE, more=rim)
