"""Dated contacts with a child and those who care for it."""

from datetime import date

from pydantic import Field

from liushou_cli.domain.base import Amount, Day, Many, Record, Texts, many, optional, text
from liushou_cli.domain.choices import (
    CallKind,
    CallResult,
    Channel,
    ConcernAspect,
    Settlement,
    SupportKind,
    VisitKind,
    Watch,
)


class Task(Record):
    """Something promised (跟进): done once it has a day of completion."""

    what: str = Field(alias="事项")
    by: Day | None = optional("期限")
    done_on: Day | None = optional("完成")


class Contact(Record):
    """A dated record. Siblings met together share its ``id``: one event, two child-events."""

    id: str = text("号")
    on: Day = Field(alias="日期")
    note: str = text("情况")
    tasks: Many[Task] = many("跟进")


class HomeVisit(Contact):
    kind: VisitKind | None = optional("性质")
    visitors: Texts = many("家访人")
    met: Texts = many("对象")
    purpose: str = text("目的")
    guidance: str = text("家教指导")


class Call(Contact):
    kind: CallKind | None = optional("类型")
    with_whom: Texts = many("对象")
    callers: Texts = many("通话人")
    channel: Channel | None = optional("方式")
    result: CallResult = Field(default=CallResult.THROUGH, alias="结果")

    @property
    def got_through(self) -> bool:
        return self.result is CallResult.THROUGH

    @property
    def spoken(self) -> bool:
        """Whether it is counted as a call: it got through, and was no letter."""
        return self.got_through and self.channel is not Channel.LETTER

    @property
    def of_teacher(self) -> bool:
        """Whether it answers the duty to ring home: spoken, and not child to parent."""
        return self.spoken and self.kind is not CallKind.FAMILY

    @property
    def of_family(self) -> bool:
        return self.spoken and self.kind is CallKind.FAMILY

    @property
    def written(self) -> bool:
        """Whether parent and child wrote to each other."""
        on_paper = self.channel in (Channel.LETTER, Channel.MESSAGE)
        return self.got_through and on_paper and self.kind is CallKind.FAMILY


class Talk(Contact):
    talkers: Texts = many("谈心人")
    topic: str = text("主题")


class Support(Contact):
    kind: SupportKind | None = optional("类别")
    what: str = text("内容")
    needs: Texts = many("针对")
    giver: str = text("提供者")
    amount: Amount | None = optional("金额")


class Mediation(Contact):
    with_whom: Texts = many("对象")
    result: Settlement | None = optional("结果")
    done_on: Day | None = optional("完成")

    def settled(self, day: date) -> bool:
        """As of *day*: what was settled later was not yet."""
        return self.result is Settlement.SETTLED and (self.done_on is None or self.done_on <= day)


class Concern(Contact):
    """关注事项: not an incident (yet), but something to keep an eye on."""

    aspect: ConcernAspect | None = optional("方面")
    result: Watch | None = optional("结果")
    done_on: Day | None = optional("完成")

    def lifted(self, day: date) -> bool:
        return self.result is Watch.LIFTED and (self.done_on is None or self.done_on <= day)


class Report(Record):
    """To whom an incident was reported, and when (未成年人保护法 art. 11: at once)."""

    to: str = Field(alias="对象")
    when: str = text("时间")


class Incident(Contact):
    kind: str = text("类别")
    found_by: str = text("发现方式")
    reports: Many[Report] = many("报告")
    handling: str = text("处理")
