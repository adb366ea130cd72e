"""Rows for research and the county: no name, no number, no day, and at least k children of every kind.

Each row is told at the finest step of a fixed ladder on which k children or more read the same; who
is alone on all of them is left out and counted. Nothing is drawn from free text: every value is a
word of a closed list, a class's year, or the county as the school's settings name it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from liushou_cli.domain.choices import GRANDPARENTS, PARENTS, Choice, Stage
from liushou_cli.domain.figures.statistics import band
from liushou_cli.domain.masking import NOT_TOLD
from liushou_cli.domain.population import Member, Population
from liushou_cli.errors import Refused

SMALLEST_K = 5  # as the cells of a published table: fewer are not told
SHARE = 5  # at most one row in so many may be left out
ANY = "不分"
UNSAID = "未登记"
Row = tuple[str, ...]


class Released(NamedTuple):
    """``rows`` under ``HEADINGS``; every one occurs ``k`` times or more. ``left_out`` rows are not told.

    ``coarsened``: how many rows say less of a column than could be said, by its heading.
    """

    k: int
    rows: tuple[Row, ...]
    left_out: int
    coarsened: dict[str, int]


HEADINGS = ("县", "年级", "年龄", "性别", "留守", "照护", "就读方式", "身体情况")
# What is given up, one after the other: the least asked for first. Sex, stage and 留守 stay to the end.
_STAGES = {"一二三四五六": Stage.PRIMARY.value, "七八九": Stage.JUNIOR.value, "高": Stage.SENIOR.value}
LADDER = ("年级", "身体情况", "就读方式", "照护", "年龄", "县", "留守")


def release(rows: Iterable[Sequence[str]], k: int) -> Released:
    """*rows* are under ``HEADINGS``, as :func:`told` gives them; they come back grouped, so shuffle them.

    Raises :class:`Refused` for a k below ``SMALLEST_K``, and where k cannot be reached without leaving
    out more than one row in ``SHARE``.
    """
    if k < SMALLEST_K:
        raise Refused(f"k 不能小于 {SMALLEST_K}，写的是 {k}", f"相同的不到 {SMALLEST_K} 个，就认得出是谁")
    waiting: list[Row] = [tuple(row) for row in rows]
    every, done = len(waiting), list[Row]()
    if every < k:
        raise Refused(f"只有 {every} 名留守儿童，做不到每种至少 {k} 名", "几个班、几所学校合起来再出")
    for step in ("", *LADDER):
        waiting = [_coarser(row, step) for row in waiting] if _helps(waiting, step) else waiting
        sizes = Counter(waiting)
        done += [row for row in waiting if sizes[row] >= k]
        waiting = [row for row in waiting if sizes[row] < k]
    if len(waiting) * SHARE > every:
        raise Refused(
            f"要做到每种至少 {k} 名，{every} 名里得略去 {len(waiting)} 名，超过 1/{SHARE}，没有出",
            "几个班、几所学校合起来再出",
        )
    return Released(k, tuple(done), len(waiting), _coarsened(done))


def told(member: Member, people: Population) -> Row:
    """The finest row that may be said of one child, covered already."""
    child, settings = member.child, member.roll.settings
    county = str(settings.own.county or (settings.school.county if settings.school else ""))
    return (
        county or UNSAID,
        settings.class_name(people.term).partition("（")[0],
        band(child.age_on(people.as_of)),
        child.gender.value,
        member.status.kind.value,
        _care(member, people),
        _word(child.lodging),
        _word(child.health),
    )


def _word(said: Choice | None) -> str:
    """A word that must not be told is as good as given up."""
    return UNSAID if said is None else ANY if str(said) == str(NOT_TOLD) else said.value


def _care(member: Member, people: Population) -> str:
    caregiver = member.child.caregiver_on(people.as_of)
    if caregiver is None:
        return UNSAID
    if caregiver.name == NOT_TOLD:
        return ANY
    relation = caregiver.relation
    return "隔代照护" if relation in GRANDPARENTS else "父母照护" if relation in PARENTS else "其他照护"


def _helps(rows: Sequence[Row], heading: str) -> bool:
    """Whether saying less of it makes any of *rows* alike: not where all say the same."""
    return bool(heading) and len({row[HEADINGS.index(heading)] for row in rows}) > 1


def _coarser(row: Row, heading: str) -> Row:
    at = HEADINGS.index(heading)
    said = _stage(row[at]) if heading == "年级" else ANY
    return (*row[:at], said, *row[at + 1 :])


def _stage(grade: str) -> str:
    return next((stage for first, stage in _STAGES.items() if grade[:1] in first), UNSAID)


def _coarsened(rows: Sequence[Row]) -> dict[str, int]:
    said = {heading: sum(row[at] in (ANY, *Stage) for row in rows) for at, heading in enumerate(HEADINGS)}
    return {heading: count for heading, count in said.items() if count}
