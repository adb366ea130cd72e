"""A child's whole file as a frozen value."""

from datetime import date

from pydantic import Field

from liushou_cli.domain.base import (
    Day,
    LunarText,
    Many,
    Record,
    TermCode,
    Texts,
    in_force,
    latest,
    many,
    optional,
    text,
)
from liushou_cli.domain.care import AttentionLevel, CareJudgement, Consent, Withholding
from liushou_cli.domain.choices import (
    Category,
    Gender,
    Health,
    Household,
    Income,
    LeavingReason,
    Lodging,
    Marriage,
    Registered,
    Relief,
    Schooling,
    YesNo,
)
from liushou_cli.domain.days import age_on
from liushou_cli.domain.followup import Call, Concern, HomeVisit, Incident, Mediation, Support, Talk
from liushou_cli.domain.people import Caregiver, Grandparents, Pairing, Parent
from liushou_cli.domain.survey import Survey


class Spell(Record):
    """One stay in a class; ``until`` is the last day of it. ``class_code`` is "" for the class the file lies in."""

    since: Day = Field(alias="自")
    until: Day | None = optional("至")
    reason: LeavingReason | None = optional("原因")
    went_to: str = text("去向")
    came_from: str = text("来自")
    class_code: str = text("班级")

    def of(self, code: str, *, here: bool) -> bool:
        """Whether it was in class *code*; *here* says that the file lies in that class's folder."""
        return self.class_code == code if self.class_code else here


class SupportPlan(Record):
    """一生一策: one aim of one term, and what came of it."""

    id: str = text("号")
    term: TermCode = Field(alias="学期")
    aim: str = text("目标")
    measures: Texts = many("措施")
    needs: Texts = many("针对")
    owner: str = text("负责人")
    by: Day | None = optional("期限")
    done_on: Day | None = optional("完成")
    result: str = text("结果")


class Child(Record):
    format: int = Field(alias="格式", ge=1)
    id: str = Field(alias="编号")
    name: str = Field(alias="姓名", min_length=1)
    gender: Gender = Field(alias="性别")
    born: Day = Field(alias="出生日期")
    lunar_birthday: LunarText = text("农历生日")
    ethnicity: str = text("民族")
    id_number: str = text("身份证号")
    register_number: str = text("学籍号")
    pupil_number: str = text("学号")
    registered: YesNo | None = optional("户口登记")
    household: Household | None = optional("户口性质")
    household_place: str = text("户籍地")
    address: str = text("现住址")
    address_confirmed_on: Day | None = optional("现住址核实")
    hamlet: str = text("村组")
    spells: Many[Spell] = Field(alias="在班", min_length=1)
    lodging: Lodging | None = optional("就读方式")
    way_to_school: str = text("上下学方式")
    distance_to_school: str = text("上学距离")
    schooling: Schooling | None = optional("就学情况")
    health: Health | None = optional("身体情况")
    health_note: str = text("身体说明")
    father: Parent | None = optional("父亲")
    mother: Parent | None = optional("母亲")
    marriage: Marriage | None = optional("父母婚姻")
    grandparents: Grandparents | None = optional("祖辈")
    caregivers: Many[Caregiver] = many("照护人")
    care: Many[CareJudgement] = many("监护情况")
    attention: Many[AttentionLevel] = many("关注等级")
    register_word: Registered | None = optional("学籍登记")
    categories: Many[Category] = many("其他类别")
    income: Many[Income] = many("家庭经济来源")
    relief: Many[Relief] = many("救助帮扶")
    consent: Consent | None = optional("知情同意")
    withheld: Many[Withholding] = many("不得透露")
    pairings: Many[Pairing] = many("结对")
    plans: Many[SupportPlan] = many("帮扶计划")
    surveys: Many[Survey] = many("普查")
    visits: Many[HomeVisit] = many("家访")
    calls: Many[Call] = many("通话")
    talks: Many[Talk] = many("谈心")
    supports: Many[Support] = many("帮扶")
    mediations: Many[Mediation] = many("矛盾调解")
    concerns: Many[Concern] = many("关注事项")
    incidents: Many[Incident] = many("事件")
    note: str = text("备注")

    def enrolled_on(self, day: date) -> bool:
        return any(
            spell.since <= day and (spell.until is None or day <= spell.until) for spell in self.spells
        )

    def within(self, code: str, *, here: bool) -> "Child":
        """The child as class *code* knows her: only the spells in that class. *here* as for :meth:`Spell.of`."""
        spells = tuple(spell for spell in self.spells if spell.of(code, here=here))
        return self if len(spells) == len(self.spells) else self.model_copy(update={"spells": spells})

    def age_on(self, day: date) -> int:
        return age_on(self.born, day)

    def caregiver_on(self, day: date) -> Caregiver | None:
        """The one who took over last, where several are in force."""
        return latest(in_force(self.caregivers, day), day)

    def care_on(self, day: date) -> CareJudgement | None:
        return latest(self.care, day)

    def attention_on(self, day: date) -> AttentionLevel | None:
        return latest(self.attention, day)
