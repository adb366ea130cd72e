"""When the records speak for another 关注等级 than the one the teacher set: a hint, never a change.

Every hint says what made it and the smallest change in the child's life after which the records
would no longer say so. The teacher knows more than the records: nothing here is stored or printed.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.choices import Attention, CareQuality, Rating
from liushou_cli.domain.days import month_and_day
from liushou_cli.domain.owed import Owed
from liushou_cli.domain.population import Member, Population, Ref
from liushou_cli.domain.survey import Survey

_RANK = {"": 0, Attention.ORDINARY: 0, Attention.CLOSE: 1, Attention.URGENT: 2}
_SEVERAL = 2


class Reason(NamedTuple):
    """``change`` is the least that must change before ``says`` no longer speaks for ``level``."""

    level: Attention
    says: str
    change: str
    ref: Ref


class Hint(NamedTuple):
    """``now`` is the level set, "" for none, and ``said`` why; ``level`` what the records speak for.

    ``lower``: what would have to change before they speak for less, "" where nothing speaks for more
    than 普通. ``review`` is the day on which the level was to be judged again, where that has come.
    """

    member: Member
    now: str
    said: str
    level: Attention
    reasons: tuple[Reason, ...]
    lower: str
    review: date | None

    @property
    def differs(self) -> bool:
        return _RANK[self.level] != _RANK[self.now]


def weighed(people: Population, waiting: Iterable[Owed]) -> list[Hint]:
    """What the records of every counted child speak for; gravest first. *waiting* is what is owed to them."""
    late = {one.member.file for one in waiting if one.what == "家访" and one.overdue(people.as_of)}
    found = [_weigh(one, people, one.file in late) for one in people.counted]
    return sorted(found, key=lambda one: (-_RANK[one.level], one.member.file))


def hints(people: Population, waiting: Iterable[Owed]) -> list[Hint]:
    """Those whose level the records question, or is to be judged again."""
    return [one for one in weighed(people, waiting) if one.differs or one.review]


def _weigh(member: Member, people: Population, late: bool) -> Hint:
    said = member.child.attention_on(people.as_of)
    now = said.level.value if said else ""
    review = said.review_on if said and said.review_on and said.review_on <= people.as_of else None
    reasons = tuple(_reasons(member, people, late))
    level = max((one.level for one in reasons), key=lambda one: _RANK[one], default=Attention.ORDINARY)
    if _RANK[level] < _RANK[now] and not _all_well(member, people):
        level = Attention(now)  # that nothing was written down speaks for nothing
    top = [one for one in reasons if one.level is level]
    return Hint(member, now, said.reason if said else "", level, reasons, _lower(top), review)


def _reasons(member: Member, people: Population, late: bool) -> Iterator[Reason]:
    yield from _not_visited(member, people, late)
    yield from _poor_care(member, people)
    yield from _aspects(member, people)
    yield from _incidents(member, people)


def _not_visited(member: Member, people: Population, late: bool) -> Iterator[Reason]:
    """No visit this term, and either the rhythm's day has passed or half of the term."""
    whole = member.roll.settings.span(people.term)
    half = whole.first + (whole.last - whole.first) / 2
    visited = any(visit.on in people.span(member.roll) for visit in member.child.visits)
    asked = member.roll.settings.policy.visits.times
    if asked and not visited and (late or people.as_of > half):
        yield Reason(Attention.CLOSE, "本学期还没有家访", "去一次家访", Ref(member.file))


def _poor_care(member: Member, people: Population) -> Iterator[Reason]:
    judged = member.child.care_on(people.as_of)
    if judged and judged.quality is CareQuality.POOR:
        place = _place(member.child.care, judged)
        says = f"{judged.since} 的监护情况是“差”"
        yield Reason(
            Attention.CLOSE,
            says,
            "监护改善后重新评定为“一般”",
            Ref(member.file, ("监护情况", place), judged.since),
        )


def _aspects(member: Member, people: Population) -> Iterator[Reason]:
    last = _last_survey(member.child, people.as_of)
    if last is None:
        return
    ref = Ref(member.file, ("普查", _place(member.child.surveys, last)), last.on)
    urgent = [label for label, one in last.aspects() if one.rating is Rating.URGENT]
    concern = [label for label, one in last.aspects() if one.rating is Rating.CONCERN]
    if urgent:
        says = f"{last.on} 普查：{'、'.join(urgent)}“紧急”"
        yield Reason(Attention.URGENT, says, f"{'、'.join(urgent)}不再是“紧急”，再普查一次", ref)
    if len(concern) >= _SEVERAL:
        fewer = len(concern) - _SEVERAL + 1
        says = f"{last.on} 普查：{'、'.join(concern)}“需关注”"
        yield Reason(Attention.CLOSE, says, f"{'、'.join(concern)}里有 {fewer} 样好转，再普查一次", ref)


def _incidents(member: Member, people: Population) -> Iterator[Reason]:
    """That there was one, and when; what it was stays in the file."""
    span = people.span(member.roll)
    for place, one in enumerate(member.child.incidents):
        if one.on in span:
            says = f"{one.on} 有一件“事件”"
            change = f"{month_and_day(one.on)}的事处理完，学期过后不再算"
            yield Reason(Attention.CLOSE, says, change, Ref(member.file, ("事件", place), one.on))


def _lower(top: list[Reason]) -> str:
    said = "；".join(dict.fromkeys(one.change for one in top))
    return f"{said}（都要）" if len(top) > 1 else said


def _all_well(member: Member, people: Population) -> bool:
    """A survey of this term found nothing: silence alone says nothing."""
    last = _last_survey(member.child, people.as_of)
    well = (Rating.GOOD, Rating.FAIR)
    return (
        last is not None
        and last.on in people.span(member.roll)
        and all(one.rating in well for _, one in last.aspects())
    )


def _last_survey(child: Child, day: date) -> Survey | None:
    return max((one for one in child.surveys if one.on <= day), key=lambda one: one.on, default=None)


def _place(entries: tuple[object, ...], one: object) -> int:
    return next(place for place, entry in enumerate(entries) if entry is one)
