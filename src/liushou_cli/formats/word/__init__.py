"""Blocks -> Word: the only door to python-docx. Every other module here makes text of one part."""

from liushou_cli.formats.word.fonts import Fonts
from liushou_cli.formats.word.package import write

__all__ = ["Fonts", "write"]
