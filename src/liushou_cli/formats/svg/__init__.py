"""Charts drawn by ourselves, for the page and the PDF."""

from liushou_cli.formats.svg.picture import FONT, draw

__all__ = ["FONT", "draw"]
