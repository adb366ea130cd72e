"""A sheet to be filled in: made from the records, given back by a teacher, laid beside the records again."""

from liushou_cli.domain.worksheet.kinds import KINDS, Column, Kind

__all__ = ["KINDS", "Column", "Kind"]
