"""class.yaml and school.yaml: what a class and its school say about themselves."""

from datetime import date
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from liushou_cli.domain import requirements
from liushou_cli.domain.base import Amount, Day, Many, Record, TermCode, Texts, many, optional, text
from liushou_cli.domain.choices import Attention, DefinitionName, Stage, YesNo
from liushou_cli.domain.grade import class_code, class_name
from liushou_cli.domain.papers import Papers, Style, style
from liushou_cli.domain.policy import LABELS, Policy
from liushou_cli.domain.requirements import Requirements, Rule
from liushou_cli.domain.term import Span, Term, containing, default_span, parse


def _class_code(value: Any) -> Any:
    if isinstance(value, str):
        class_code(value)
    return value


ClassCode = Annotated[str, BeforeValidator(_class_code)]


class TermDates(Record):
    first: Day = Field(alias="起")
    last: Day = Field(alias="止")

    @model_validator(mode="after")
    def _ordered(self) -> "TermDates":
        if self.last < self.first:
            raise ValueError(f"止（{self.last}）早于起（{self.first}）")
        return self


class LeadingGroupMember(Record):
    name: str = Field(alias="姓名")
    post: str = text("职务")
    duty: str = text("分工")


class Fund(Record):
    term: TermCode = text("学期")
    source: str = text("来源")
    amount: Amount | None = optional("金额")
    purpose: str = text("用途")


def _by_term(value: Any) -> Any:
    """Any accepted spelling of a term as key -> ``2013-2``. Raises ``ValueError``."""
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for key, entry in value.items():
        term = str(parse(key))
        if term in found:
            raise ValueError(f"{term} 写了两次，第二次写作“{key}”")
        found[term] = entry
    return found


class SchoolSettings(Record):
    """What classes share; a class may set any of it for itself."""

    format: int = Field(alias="格式", ge=1)
    school: str = text("学校")
    township: str = text("乡镇")
    county: str = text("县")
    signer: str = text("落款单位")
    definition: DefinitionName | None = optional("口径")
    terms: Annotated[dict[str, TermDates], BeforeValidator(_by_term)] = Field(
        default_factory=dict, alias="学期"
    )
    requirements: Requirements | None = optional("要求")
    leading_group: Many[LeadingGroupMember] = many("领导小组")
    funds: Many[Fund] = many("经费")
    rules: Texts = many("制度")
    pairs_each: Annotated[int, Field(ge=1)] | None = optional("结对上限")
    papers: Papers | None = optional("文书")
    auto_commit: YesNo | None = optional("自动提交")


class ClassSettings(SchoolSettings):
    code: ClassCode = Field(alias="班级")
    stage: Stage = Field(alias="学段")
    teacher: str = text("班主任")
    pupils: Annotated[dict[str, Annotated[int, Field(ge=0)]], BeforeValidator(_by_term)] = Field(
        default_factory=dict, alias="学生数"
    )


class Settings(Record):
    """One class's settings over its school's: a question is answered by the class first."""

    own: ClassSettings
    school: SchoolSettings | None = None

    def _first(self, name: str) -> Any:
        mine = getattr(self.own, name)
        return mine if mine or self.school is None else getattr(self.school, name)

    @property
    def school_name(self) -> str:
        return str(self._first("school"))

    @property
    def signer(self) -> str:
        return str(self._first("signer")) or self.school_name

    def style(self, *, whole: bool) -> Style:
        """Of a class's documents (the class over the school), or of the *whole* school's own."""
        school = self.school.papers if self.school else None
        if whole and self.school:
            return style([school], school.voice if school else "")
        own = self.own.papers
        return style([school, own], own.voice if own else "")

    @property
    def definition(self) -> DefinitionName:
        return self._first("definition") or DefinitionName.REGISTER

    @property
    def pairs_each(self) -> int | None:
        """How many children one person may be paired with; None where the school has set no limit."""
        limit: int | None = self._first("pairs_each")
        return limit

    @property
    def auto_commit(self) -> bool:
        return bool(self._first("auto_commit") == YesNo.YES)

    @cached_property
    def policy(self) -> Policy:
        """Each rhythm as the class asks, else the school, else the default; without what levels ask."""
        return requirements.policy(self._asked)

    @cached_property
    def policies(self) -> dict[Attention, Policy]:
        """The rhythms of the children of each level; empty where no level is asked anything of its own."""
        if not any(layer and layer.of_level(level) for layer in self._asked for level in Attention):
            return {}
        return {level: requirements.policy(self._asked, level) for level in Attention}

    @property
    def asked(self) -> dict[str, str]:
        """家访 -> 每学期1次（重点的每月1次）, 谈心 -> 紧急的每周1次: what is asked of nobody is left out."""
        said: dict[str, str] = {}
        for name, label in LABELS.items():
            general = getattr(self.policy, name)
            levels = {level: getattr(policy, name) for level, policy in self.policies.items()}
            own = "，".join(f"{level}的{rhythm}" for level, rhythm in levels.items() if rhythm != general)
            if general.times:
                said[label] = f"{general}（{own}）" if own else str(general)
            elif own:
                said[label] = own
        return said

    def rules(self, level: Attention | None = None) -> dict[str, Rule]:
        """Every rule with where it comes from; layer 0 is school.yaml, 1 is class.yaml."""
        return requirements.rules(self._asked, level)

    def rule_of_level(self, label: str, level: Attention) -> Rule | None:
        """The rule of that label where the level's own block sets it."""
        found = next((rule for rule in self.rules(level).values() if rule.path[-1:] == (label,)), None)
        return found if found and len(found.path) == 3 else None

    @property
    def _asked(self) -> tuple[Requirements | None, Requirements | None]:
        return (self.school.requirements if self.school else None, self.own.requirements)

    @cached_property
    def spans(self) -> dict[Term, Span]:
        """The terms whose dates are set, the class's over the school's."""
        shared = self.school.terms if self.school else {}
        return {
            parse(key): Span(dates.first, dates.last) for key, dates in {**shared, **self.own.terms}.items()
        }

    def span(self, term: Term) -> Span:
        return self.spans.get(term) or default_span(term)

    def term_of(self, day: date) -> Term:
        return containing(day, self.spans)

    def class_name(self, term: Term) -> str:
        return class_name(self.own.stage, self.own.code, term)
