"""mappings.yaml: what a person said a heading or a blank of somebody else's table means."""

from pydantic import Field

from liushou_cli.domain.base import Many, Record, many, text


class HeadingMapping(Record):
    """``field`` is a field as :mod:`liushou_cli.domain.labels` has them, or ``NOT_IMPORTED``."""

    heading: str = Field(alias="表头", min_length=1)
    field: str = Field(alias="字段", min_length=1)
    form: str = text("表")  # of one form only; "": any roster


class Mappings(Record):
    format: int = Field(alias="格式", ge=1)
    entries: Many[HeadingMapping] = many("对应")


NOT_IMPORTED = "不要"
