"""留守儿童之家: the school's activity rooms, as homes.yaml tells them."""

from datetime import date

from pydantic import Field

from liushou_cli.domain.base import Amount, Day, Many, MonthOrDay, Record, Texts, many, optional, text
from liushou_cli.domain.settings import Fund


class Equipment(Record):
    name: str = Field(alias="名称")
    number: int = Field(default=1, alias="数量", ge=0)
    bought: MonthOrDay | None = optional("购置")


class RoomUse(Record):
    """One time the room was used; ``attendances`` counts children."""

    on: Day = Field(alias="日期")
    what: str = text("内容")
    attendances: int | None = Field(default=None, alias="人次", ge=0)


class Room(Record):
    """One 留守儿童之家; ``area`` in square metres."""

    name: str = Field(alias="名称")
    place: str = text("地点")
    area: Amount | None = optional("面积")
    since: MonthOrDay | None = optional("建成")
    equipment: Many[Equipment] = many("设备")
    opening: str = text("开放时间")
    keepers: Texts = many("管理人")
    funds: Many[Fund] = many("经费")
    rules: Texts = many("制度")
    uses: Many[RoomUse] = many("活动记录")

    def exists_on(self, day: date) -> bool:
        return self.since is None or self.since <= day


class Homes(Record):
    format: int = Field(alias="格式", ge=1)
    rooms: Many[Room] = many("留守儿童之家")
