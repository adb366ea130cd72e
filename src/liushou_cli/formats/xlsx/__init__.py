"""Blocks -> a workbook: the only door to XlsxWriter. `plan` says what goes where, `book` writes it."""

from liushou_cli.formats.xlsx.book import write
from liushou_cli.formats.xlsx.sheets import write_sheets
from liushou_cli.formats.xlsx.worksheet import write_layout

__all__ = ["write", "write_layout", "write_sheets"]
