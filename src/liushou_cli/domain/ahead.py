"""Days ahead that are no duty but a chance: birthdays, parents who come back, feasts and the first day of school."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.lunar import next_day
from liushou_cli.domain.lunar_day import LunarDay, parse
from liushou_cli.domain.owed import Owed
from liushou_cli.domain.population import Member, Population, Ref

BIRTHDAY, RETURN = "生日", "返乡"
_STAY = timedelta(days=14)  # how long a parent is taken to stay who has not said until when
# Feasts at which parents come home: name, lunar day, how many days after it they are still there.
_FEASTS = (("春节", LunarDay(1, 1), 14), ("中秋", LunarDay(8, 15), 0))


class Season(NamedTuple):
    """A day at which many parents can be met; ``children`` are those counted."""

    name: str
    day: date
    children: int


def chances(people: Population, horizon: int) -> list[Owed]:
    """Birthdays, and days at which a parent is back, within *horizon* days from the as-of day."""
    today, until = people.as_of, people.as_of + timedelta(days=horizon)
    found = [one for member in people.counted for one in _returns(member, today, until)]
    for member in people.counted:
        day = next_birthday(member.child, today)
        if day and day <= until:
            found.append(_birthday(member, day))
    return found


def next_birthday(child: Child, today: date) -> date | None:
    """The lunar one where the file has it; who was born on 29 February has it on 1 March in other years."""
    if child.lunar_birthday:
        return next_day(parse(child.lunar_birthday), today)
    for year in (today.year, today.year + 1):
        try:
            day = child.born.replace(year=year)
        except ValueError:
            day = date(year, 3, 1)
        if day >= today:
            return day
    return None


def seasons(people: Population, horizon: int) -> list[Season]:
    """Feasts and first days of school within *horizon* days from the as-of day, soonest first."""
    today = people.as_of
    days = [
        (name, day)
        for name, lunar, after in _FEASTS
        if (day := next_day(lunar, today - timedelta(days=after)))
    ]
    days += [("开学", span.first) for roll in people.rolls for span in roll.settings.spans.values()]
    near = {(day, name) for name, day in days if day <= today + timedelta(days=horizon)}
    return [
        Season(name, day, len(people.counted))
        for day, name in sorted(near)
        if people.counted and (day >= today or name != "开学")
    ]


def _birthday(member: Member, day: date) -> Owed:
    child, lunar = member.child, member.child.lunar_birthday
    what = "过生日" if lunar else f"过{day.year - child.born.year}岁生日"
    why = f"农历{lunar}" if lunar else f"{child.born}出生"
    ref = Ref(member.file, ("农历生日" if lunar else "出生日期",))
    return Owed(member, what, day, why, None, ref, BIRTHDAY, day)


def _returns(member: Member, today: date, horizon: date) -> Iterator[Owed]:
    for label, parent in (("父亲", member.child.father), ("母亲", member.child.mother)):
        for place, one in enumerate(parent.returns if parent else ()):
            gone = one.until or one.since + _STAY
            if one.since <= horizon and gone >= today:
                days = f"{one.since}到{one.until}" if one.until else f"{one.since}起"
                why = f"{days}在家{f'，{one.note}' if one.note else ''}"
                ref = Ref(member.file, (label, "返乡", place))
                by = one.until or max(one.since, today)
                yield Owed(
                    member,
                    f"{label}回来，可以见面",
                    by,
                    why,
                    None,
                    ref,
                    RETURN,
                    one.since,
                    key=f"{label}{one.since}",
                )
