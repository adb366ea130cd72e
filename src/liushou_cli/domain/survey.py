"""One survey (普查) of one child: five aspects, each rated and described."""

from collections.abc import Iterator

from pydantic import Field

from liushou_cli.domain.base import Day, Record, Texts, many, optional, text
from liushou_cli.domain.choices import Rating

ASPECTS = {"学习": "study", "生活": "life", "心理": "mind", "安全": "safety", "健康": "health"}


class Aspect(Record):
    rating: Rating = Field(alias="评定")
    finding: str = text("情况")
    needs: Texts = many("需求")


class Survey(Record):
    id: str = text("号")
    on: Day = Field(alias="日期")
    by: str = text("登记人")
    study: Aspect | None = optional("学习")
    life: Aspect | None = optional("生活")
    mind: Aspect | None = optional("心理")
    safety: Aspect | None = optional("安全")
    health: Aspect | None = optional("健康")
    note: str = text("说明")

    def aspects(self) -> Iterator[tuple[str, Aspect]]:
        """(Chinese name, finding) of the aspects that were asked, in the form's order."""
        for label, name in ASPECTS.items():
            aspect = getattr(self, name)
            if aspect is not None:
                yield label, aspect
