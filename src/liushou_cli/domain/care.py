"""How a child is cared for, as the teacher judged it on a day. Never computed."""

from pydantic import Field

from liushou_cli.domain.base import Day, MonthOrDay, Record, Texts, many, optional, text
from liushou_cli.domain.choices import Attention, CareQuality


class CareJudgement(Record):
    """监护情况 of the 2016 form."""

    since: Day = Field(alias="日期")
    quality: CareQuality = Field(alias="评定")
    note: str = text("说明")


class AttentionLevel(Record):
    since: MonthOrDay = Field(alias="自")
    level: Attention = Field(alias="等级")
    reason: str = text("原因")
    review_on: Day | None = optional("复评")


class Consent(Record):
    """知情同意 (个人信息保护法 art. 31: a guardian's consent for children under 14)."""

    on: Day = Field(alias="日期")
    by: str = text("同意人")
    how: str = text("方式")
    scope: Texts = many("范围")
    until: Day | None = optional("至")
    withdrawn_on: Day | None = optional("撤回")


class Withholding(Record):
    """What must be kept from whom."""

    what: str = Field(alias="内容")
    from_whom: str = text("对谁")
    reason: str = text("原因")
