"""How often each child must be met: the rhythm a school sets itself.

Defaults after 教基一〔2013〕1号 and what provinces and schools asked in 2013
(陕西: every class teacher visits every left-behind child once a term).
"""

import re
from typing import NamedTuple

_RULE = re.compile(r"每(?:(学期)|(月)|(周)|(\d+)天)(\d+)次", re.ASCII)


class Rhythm(NamedTuple):
    """``times`` within every ``per``: 学期, 月, or a number of days. ``times == 0``: not asked."""

    times: int
    per: str
    days: int = 0

    def __str__(self) -> str:
        if not self.times:
            return "不要求"
        return f"每{self.days}天{self.times}次" if self.per == "天" else f"每{self.per}{self.times}次"


NOT_ASKED = Rhythm(0, "学期")


def parse_rhythm(text: str) -> Rhythm:
    """``每学期1次``, ``每月1次``, ``每周1次``, ``每30天1次``, ``不要求``. Raises ``ValueError`` in Chinese."""
    plain = text.strip().replace(" ", "").replace("一次", "1次")
    if plain == "不要求":
        return NOT_ASKED
    found = _RULE.fullmatch(plain)
    if not found or (found[4] and int(found[4]) == 0):
        raise ValueError(f"“{text}”不是要求的写法，写成 每学期1次、每月1次、每周1次、每30天1次 或 不要求")
    times = int(found[5])
    if found[1] or found[2]:
        return Rhythm(times, found[1] or found[2])
    return Rhythm(times, "天", 7 if found[3] else int(found[4]))


class Policy(NamedTuple):
    """The rhythm of each kind of contact."""

    visits: Rhythm = Rhythm(1, "学期")
    calls: Rhythm = Rhythm(1, "月")
    surveys: Rhythm = Rhythm(1, "学期")
    family_calls: Rhythm = NOT_ASKED
    talks: Rhythm = NOT_ASKED
    letters: Rhythm = NOT_ASKED
    pair_contacts: Rhythm = NOT_ASKED


LABELS = {
    "visits": "家访", "calls": "通话", "surveys": "普查", "family_calls": "亲情通话", "talks": "谈心",
    "letters": "书面联系", "pair_contacts": "结对联系",
}  # fmt: skip
