"""Blocks -> a workbook: the only door to XlsxWriter. `plan` says what goes where, `book` writes it."""

from liushou_cli.formats.xlsx.book import write

__all__ = ["write"]
