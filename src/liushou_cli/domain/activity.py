"""What the class did together in one term."""

from pydantic import Field

from liushou_cli.domain.base import Day, Many, Record, TermCode, Texts, many, text
from liushou_cli.domain.choices import ActivityKind

EVERYONE = "全体"


class Activity(Record):
    """``present`` is ``("全体",)`` or ids; those in ``absent`` are taken off."""

    id: str = text("号")
    on: Day = Field(alias="日期")
    kind: ActivityKind = Field(alias="类别")
    title: str = text("主题")
    leaders: Texts = many("负责人")
    present: Texts = Field(alias="参加", min_length=1)
    absent: Texts = many("缺席")
    caregivers_present: int | None = Field(default=None, alias="监护人到会", ge=0)
    note: str = text("情况")

    def includes(self, child_id: str) -> bool:
        return child_id not in self.absent and (EVERYONE in self.present or child_id in self.present)


class Activities(Record):
    format: int = Field(alias="格式", ge=1)
    term: TermCode = Field(alias="学期")
    activities: Many[Activity] = many("活动")
