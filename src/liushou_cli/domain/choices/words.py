"""A closed list of words, and the two answers that many keys share."""

from enum import StrEnum


class Choice(StrEnum):
    """A closed list; :meth:`words` are what a person may write."""

    @classmethod
    def words(cls) -> list[str]:
        return [member.value for member in cls]


class YesNo(Choice):
    YES = "是"
    NO = "否"


class HasNot(Choice):
    HAS = "有"
    NOT = "无"
