"""The school's activity rooms: how many, how large, with what, and how often they were used."""

from collections.abc import Iterator

from liushou_cli.domain.figures.book import Book
from liushou_cli.domain.homes import Room
from liushou_cli.domain.population import Population, Ref


def rooms(people: Population) -> Iterator[tuple[str, int, Room]]:
    """The rooms that stand on the as-of day: a name of its own for each, its place in the file, the room."""
    seen: dict[str, int] = {}
    for place, room in enumerate(people.homes.homes.rooms if people.homes else ()):
        if room.exists_on(people.as_of):
            seen[room.name] = seen.get(room.name, 0) + 1
            yield room.name + "′" * (seen[room.name] - 1), place, room


def homes(book: Book, people: Population) -> None:
    """Nothing where a class is told of: the rooms are the school's."""
    if people.homes is None:
        return
    found = list(rooms(people))
    file, day = people.homes.file, people.as_of
    book.count("之家", (_ref(file, place, "名称") for _, place, _ in found), "间")
    sized = [(room.area, _ref(file, place, "面积")) for _, place, room in found if room.area]
    book.number("之家面积", sum(area for area, _ in sized), "平方米", (ref for _, ref in sized))
    things: list[tuple[int, Ref]] = []
    for name, place, room in found:
        own = [
            (one.number, _ref(file, place, "设备", index))
            for index, one in enumerate(room.equipment)
            if one.bought is None or one.bought <= day
        ]
        book.number(f"设备：{name}", sum(number for number, _ in own), "件", (ref for _, ref in own))
        things += own
    book.number("之家设备", sum(number for number, _ in things), "件", (ref for _, ref in things))
    _uses(book, people, file)
    _money(book, people, file)


def _uses(book: Book, people: Population, file: str) -> None:
    """Times in the term. How many children came is summed where it was written down."""
    first = min((people.span(roll).first for roll in people.rolls), default=people.as_of)
    every: list[Ref] = []
    heads: list[tuple[int, Ref]] = []
    for name, place, room in rooms(people):
        own = [
            (use, _ref(file, place, "活动记录", index)._replace(on=use.on))
            for index, use in enumerate(room.uses)
            if first <= use.on <= people.as_of
        ]
        counted = [(use.attendances, ref) for use, ref in own if use.attendances is not None]
        book.count(f"活动：{name}", (ref for _, ref in own), "次")
        book.number(
            f"人次：{name}", sum(number for number, _ in counted), "人次", (ref for _, ref in counted)
        )
        every += [ref for _, ref in own]
        heads += counted
    book.count("之家活动次数", every, "次")
    book.number("之家活动人次", sum(number for number, _ in heads), "人次", (ref for _, ref in heads))


def _money(book: Book, people: Population, file: str) -> None:
    spent = [
        (fund.amount, _ref(file, place, "经费", index))
        for _, place, room in rooms(people)
        for index, fund in enumerate(room.funds)
        if fund.amount and fund.term == str(people.term)
    ]
    book.number("之家经费", sum(amount for amount, _ in spent), "元", (ref for _, ref in spent))


def _ref(file: str, place: int, *path: str | int) -> Ref:
    return Ref(file, ("留守儿童之家", place, *path))
