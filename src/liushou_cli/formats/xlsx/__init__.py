"""Blocks -> a workbook: the only door to XlsxWriter. `plan` says what goes where, `book` writes it."""

from liushou_cli.formats.xlsx.book import write
from liushou_cli.formats.xlsx.sheets import write_sheets

__all__ = ["write", "write_sheets"]
