"""What is left of a child's file in a class it went from: a stub, without a name."""

from pydantic import Field

from liushou_cli.domain.base import Day, Record, optional, text


class Moved(Record):
    """``last`` is the last day in this class, ``since`` the first; ``code`` is to be compared by telephone."""

    format: int = Field(alias="格式", ge=1)
    id: str = Field(alias="编号")
    since: Day | None = optional("自")
    last: Day = Field(alias="转出日期")
    to_class: str = text("去向班级")
    to_school: str = text("去向学校")
    code: str = text("核对码")

    @property
    def to(self) -> str:
        return self.to_class or self.to_school
