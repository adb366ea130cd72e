"""The class at a glance, from the index; the files are read only where a question asks for what it does not hold."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.choices import Having, Registered
from liushou_cli.domain.days import age_on
from liushou_cli.domain.roster import Roster, Row, count_within
from liushou_cli.domain.term import Span
from liushou_cli.store import index
from liushou_cli.store.layout import ClassFolder
from liushou_cli.store.opening import open_records


class Wanted(NamedTuple):
    """Which children: all that is asked must hold. "" and () ask nothing.

    ``groups`` are any of 双亲留守, 单亲留守, 非留守 or the words of 其他类别; who is asked for by
    group need not be left-behind. ``everyone``: also who is not left-behind or has left; ``left``: who has left.
    """

    everyone: bool = False
    left: bool = False
    groups: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    gender: str = ""
    village: str = ""
    lodging: str = ""
    overdue: bool = False
    having: tuple[Having, ...] = ()
    lacking: tuple[Having, ...] = ()
    sort: str = ""

    @property
    def needs_files(self) -> bool:
        more = {*self.having, *self.lacking} - {*_IN_ROW}
        categories = set(self.groups) - {*Registered.words()}
        return bool(self.village or self.lodging or self.overdue or more or categories)


class Line(NamedTuple):
    """One child; counts are of the term *today* lies in, up to today."""

    class_name: str
    id: str
    name: str
    gender: str
    age: int
    status: str
    caregiver: str
    level: str
    visits: int
    calls: int
    surveys: int


class Listing(NamedTuple):
    """``undecided`` children are in class, but the definition was not yet in force.

    ``overdue`` says of a child's 编号 what is late, where that was asked.
    """

    lines: list[Line]
    unreadable: list[str]
    undecided: int
    overdue: dict[str, tuple[str, ...]]


_IN_ROW: dict[Having, Callable[[Row], tuple[date, ...]]] = {
    Having.VISIT: lambda row: row.visits,
    Having.CALL: lambda row: row.calls,
    Having.SURVEY: lambda row: row.surveys,
}
SORTS: dict[str, Callable[[Line], object]] = {
    "年龄": lambda line: line.age,
    "家访": lambda line: line.visits,
    "通话": lambda line: line.calls,
    "普查": lambda line: line.surveys,
    "关注": lambda line: {"紧急": 0, "重点": 1}.get(line.level, 2),
    "留守": lambda line: line.status,
}


def list_children(start: Path, today: date, wanted: Wanted) -> Listing:
    """The children *wanted*, by class, then as they are to be sorted, then by name."""
    found = Listing([], [], 0, {})
    undecided = 0
    for folder in open_records(start).classes:
        roster = index.roster(folder)
        found.unreadable.extend(roster.unreadable)
        undecided += sum(row.enrolled_on(today) and not row.status_on(today) for row in roster.rows)
        rows = _chosen(folder, roster, wanted, today, found.overdue)
        lines = [_line(folder.name, row, _span(roster, today), today) for row in rows]
        found.lines.extend(sorted(lines, key=SORTS[wanted.sort]) if wanted.sort else lines)  # type: ignore[arg-type]
    return found._replace(undecided=undecided)


def _span(roster: Roster, today: date) -> Span:
    return roster.facts.span(roster.facts.term_of(today)).until(today)


def _chosen(
    folder: ClassFolder, roster: Roster, wanted: Wanted, today: date, late: dict[str, tuple[str, ...]]
) -> list[Row]:
    span = _span(roster, today)
    rows = [row for row in roster.rows if _row_fits(row, wanted, span, today)]
    if rows and wanted.needs_files:
        kept = dict(_kept(folder, wanted, today))
        rows = [row for row in rows if row.id in kept]
        late |= {row.id: kept[row.id] for row in rows if kept[row.id]}
    return sorted(rows, key=lambda row: (row.pinyin, row.id))


def _row_fits(row: Row, wanted: Wanted, span: Span, today: date) -> bool:
    return (
        _in_scope(row, wanted, today)
        and (not wanted.levels or row.level_on(today) in wanted.levels)
        and (not wanted.gender or row.gender == wanted.gender)
        and all(count_within(_IN_ROW[one](row), span) for one in wanted.having if one in _IN_ROW)
        and not any(count_within(_IN_ROW[one](row), span) for one in wanted.lacking if one in _IN_ROW)
    )


def _in_scope(row: Row, wanted: Wanted, today: date) -> bool:
    if wanted.everyone:
        enrolled = True
    elif not row.enrolled_on(today):
        return wanted.left and not wanted.groups
    else:
        enrolled = bool(wanted.groups) or row.left_behind_on(today)
    statuses = {*wanted.groups} & {*Registered.words()}
    only_statuses = bool(wanted.groups) and len(statuses) == len(wanted.groups)
    return enrolled and (not only_statuses or (row.enrolled_on(today) and row.status_on(today) in statuses))


def _kept(folder: ClassFolder, wanted: Wanted, today: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """编号 of who passes what only the files tell, with what is late."""
    # Reading files takes longer than all the rest, and the plain list never does.
    from liushou_cli.domain.having import Asked, belongs, has, late
    from liushou_cli.store.class_records import read_class

    one = read_class(folder)
    term = one.settings.term_of(today)
    span = one.settings.span(term).until(today)
    overdue = late(one.roll(), term, today) if wanted.overdue else {}
    for file in one.children:
        child = file.value
        if child is None:
            continue
        asked = Asked(child, term, span, today)
        if (
            (not wanted.overdue or file.file in overdue)
            and belongs(asked, wanted.groups, wanted.village, wanted.lodging, one.settings.definition)
            and all(has(asked, what) for what in wanted.having)
            and not any(has(asked, what) for what in wanted.lacking)
        ):
            yield child.id, overdue.get(file.file, ())


def _line(class_name: str, row: Row, span: Span, today: date) -> Line:
    return Line(
        class_name,
        row.id,
        row.name,
        row.gender,
        age_on(row.born, today),
        row.status_on(today) if row.enrolled_on(today) else "已离班",
        row.caregiver_on(today),
        row.level_on(today),
        count_within(row.visits, span),
        count_within(row.calls, span),
        count_within(row.surveys, span),
    )
