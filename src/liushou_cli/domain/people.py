"""The people around a child."""

from datetime import date

from pydantic import Field

from liushou_cli.domain.base import Day, Many, MonthOrDay, Record, latest, many, optional, text
from liushou_cli.domain.choices import HasNot, Pairer, Relation, Whereabouts, YesNo


class Stay(Record):
    """Where a parent was from a day on, until the next entry."""

    since: MonthOrDay = Field(alias="自")
    state: Whereabouts = Field(alias="状况")
    place: str = text("地点")
    trade: str = text("工种")
    note: str = text("说明")


class Return(Record):
    """Days a parent has said to be back for: no change of whereabouts. ``until`` is the last of them."""

    since: Day = Field(alias="自")
    until: Day | None = optional("至")
    note: str = text("说明")


class Parent(Record):
    name: str = text("姓名")
    born: Day | None = optional("出生日期")
    id_number: str = text("身份证号")
    phone: str = text("电话")
    confirmed_on: Day | None = optional("核实")
    able: HasNot | None = optional("监护能力")
    unable_because: str = text("无监护能力原因")
    stays: Many[Stay] = many("行踪")
    returns: Many[Return] = many("返乡")
    note: str = text("说明")

    def stay_on(self, day: date) -> Stay | None:
        return latest(self.stays, day)


class Grandparent(Record):
    name: str = text("姓名")
    born: Day | None = optional("出生日期")
    living: YesNo | None = optional("在世")


class Grandparents(Record):
    fathers_father: Grandparent | None = optional("祖父")
    fathers_mother: Grandparent | None = optional("祖母")
    mothers_father: Grandparent | None = optional("外祖父")
    mothers_mother: Grandparent | None = optional("外祖母")


class Caregiver(Record):
    """Who cares for the child day by day; not the guardian in law, who is usually still the absent parent."""

    name: str = Field(alias="姓名")
    relation: Relation = Field(alias="关系")
    since: MonthOrDay = Field(alias="自")
    until: MonthOrDay | None = optional("至")
    phone: str = text("电话")
    confirmed_on: Day | None = optional("核实")
    id_number: str = text("身份证号")
    born: Day | None = optional("出生日期")
    address: str = text("住址")
    entrusted: HasNot | None = optional("委托书")
    entrusted_until: Day | None = optional("委托至")
    condition: str = text("身体状况")
    note: str = text("说明")


class Pairing(Record):
    """A volunteer or teacher who looks after a child; has no legal standing."""

    name: str = Field(alias="姓名")
    role: Pairer = Field(alias="身份")
    since: MonthOrDay = Field(alias="自")
    until: MonthOrDay | None = optional("至")
    phone: str = text("电话")
    workplace: str = text("单位")
