"""From records to what a document says: its view, its figures, and where each was counted from."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.definition import status_on
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.papers import Style
from liushou_cli.domain.population import (
    HomesOnRoll,
    Member,
    Population,
    Ref,
)
from liushou_cli.domain.summary import Summary, summarise
from liushou_cli.domain.term import Term
from liushou_cli.domain.views import Scene, view
from liushou_cli.domain.withholding import covered
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import ClassRecords, must_be_whole, read_class
from liushou_cli.store.counting import counted
from liushou_cli.store.finder import find
from liushou_cli.store.homes import on_roll, read_homes
from liushou_cli.store.layout import Records
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import Loaded


class Asked(NamedTuple):
    """What document is wanted.

    ``term`` defaults to today's, ``as_of`` to today or the term's end. ``scopes`` (班级, 学校, 孩子)
    and ``parts`` come from the template's header; ``children`` are names, none for every child counted.
    ``to`` is who is given the paper: what is withheld from others only is shown; "" is anybody.
    ``mask`` None is as the settings have it, but for papers with ``open_names``: a child's own.
    """

    term: Term | None = None
    as_of: date | None = None
    mask: Mask | None = Mask.INITIAL
    scopes: tuple[str, ...] = ("班级", "学校")
    parts: tuple[str, ...] = ("总结",)
    children: tuple[str, ...] = ()
    to: str = ""
    open_names: bool = False


class Trace(NamedTuple):
    """One place a figure was counted from; ``line`` 0 = the file as a whole."""

    file: str
    line: int
    on: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} {self.on}".rstrip()


class Report(NamedTuple):
    """``view`` is what a template may say; :meth:`traces` and :meth:`as_json` are worked out when asked for.

    ``others_handed_in`` says whether any document was kept here as handed in.
    """

    view: dict[str, Any]
    scene: Scene
    summary: Summary
    told_on: date
    files: dict[str, Loaded[Any]]
    others_handed_in: bool

    def traces(self) -> dict[str, list[Trace]]:
        """Where each figure was counted from, by its name."""
        return {
            name: [_trace(ref, self.files) for ref in figure.refs]
            for name, figure in self.summary.figures.items()
        }

    def as_json(self) -> dict[str, Any]:
        """What ``--format json`` prints: shares as fractions 0–1, unknown as null."""
        return _json(self.summary, self.told_on, self.traces())


def report(start: Path, asked: Asked, today: date) -> Report:
    """The document *asked* for, as values.

    Raises :class:`BadInput` for days, scopes and children that do not fit,
    :class:`liushou_cli.errors.Damaged` where a file cannot be understood: a figure that leaves a
    child out unseen would be worse than none.
    """
    records = open_records(start)
    _fits(records, asked)
    classes = [read_class(folder) for folder in records.classes]
    homes = read_homes(records) if records.whole_school else None
    must_be_whole([problem for one in classes for problem in one.problems()])
    must_be_whole(list(homes.problems if homes else ()))
    rooms = on_roll(homes) if records.whole_school else None
    people, told_on = _people(classes, asked.term, asked.as_of, today, rooms)
    summary = summarise(people)
    whole = records.whole_school
    style = classes[0].settings.style(whole=whole)
    chosen = _covered(_chosen(records, people, asked), asked.to)
    scene = Scene(_shown(summary, asked.to), told_on, _mask(asked, style), whole, chosen, style)
    files: dict[str, Loaded[Any]] = {file.file: file for one in classes for file in one.files()}
    files |= {homes.file: homes} if homes else {}
    kept = records.handed_in.is_dir()
    return Report(view(scene, asked.parts), scene, summary, told_on, files, kept)


def _shown(summary: Summary, to: str) -> Summary:
    """The figures are counted from what is true; what a template may say of a child is covered."""
    people = summary.people
    return summary._replace(
        people=people._replace(
            counted=_covered(people.counted, to),
            served=_covered(people.served, to),
            enrolled=_covered(people.enrolled, to),
        )
    )


def _covered(members: tuple[Member, ...], to: str) -> tuple[Member, ...]:
    return tuple(one._replace(child=covered(one.child, to)) for one in members)


def _mask(asked: Asked, style: Style) -> Mask:
    if asked.mask is not None:
        return asked.mask
    return Mask.NONE if asked.open_names else style.mask or Mask.INITIAL


def _fits(records: Records, asked: Asked) -> None:
    if (asked.scopes == ("孩子",) or "事件" in asked.parts) and not asked.children:
        raise BadInput("这种文书一次只出写明的孩子的", "用 --child 写上孩子")
    if records.whole_school and "学校" not in asked.scopes and not asked.children:
        names = "、".join(folder.name for folder in records.classes)
        raise BadInput("这种文书按班出", f"用 -C 指明一个班：{names}")
    if not records.whole_school and asked.scopes == ("学校",):
        raise BadInput("这种文书是学校的", "到学校的文件夹里出，或用 -C 指明")
    if asked.children and "孩子" not in asked.scopes:
        raise BadInput("这种文书不是按孩子出的", "去掉 --child")


def _chosen(records: Records, people: Population, asked: Asked) -> tuple[Member, ...]:
    """The children named, whether counted or not; else every child counted, to hand over every child enrolled."""
    if not asked.children:
        return people.enrolled if "交接" in asked.parts else people.counted
    found = find(records, asked.children)
    members = {
        file: Member(file, child, status_on(child, people.rule, people.as_of), roll)
        for roll in people.rolls
        for file, child in roll.children
    }
    members |= {member.file: member for member in people.enrolled}
    if stranger := next((one for one in found if one.file not in members), None):
        raise BadInput(f"{stranger.row.name}不在这个班", f"到 {stranger.folder.name} 里出")
    wanted = {one.file for one in found}
    return tuple(member for file, member in members.items() if file in wanted)


def _people(
    classes: list[ClassRecords],
    term: Term | None,
    as_of: date | None,
    today: date,
    homes: HomesOnRoll | None,
) -> tuple[Population, date]:
    """The population, and the day the document is dated."""
    if not classes:
        raise BadInput("这里一个班也没有", "用 liushou init 新建")
    settings = [one.settings for one in classes]
    term = term or settings[0].term_of(today)
    first = min(one.span(term).first for one in settings)
    last = max(one.span(term).last for one in settings)
    day = as_of or min(today, last)
    if day > today:
        raise BadInput(f"截止日期 {day} 还没有到（今天是 {today}）", "换一个日期")
    if day < first:
        raise BadInput(f"{term.short}从 {first} 开始，{day} 还没有开学", "换一个学期或日期")
    return counted([one.roll() for one in classes], term, min(day, last), homes), day


def _trace(ref: Ref, files: dict[str, Loaded[Any]]) -> Trace:
    return Trace(
        ref.file, files[ref.file].line(ref.path) if ref.path else 0, ref.on.isoformat() if ref.on else ""
    )


def _json(summary: Summary, told_on: date, traces: dict[str, list[Trace]]) -> dict[str, Any]:
    people = summary.people
    return {
        "term": str(people.term),
        "term_name": people.term.long,
        "as_of": told_on.isoformat(),
        "definition": people.rule.name.value,
        "definition_wording": people.rule.wording,
        "figures": {
            name: {
                "value": float(figure.value) if isinstance(figure.value, Fraction) else figure.value,
                "unit": figure.unit,
                **({"of": figure.of} if figure.of else {}),
                "trace": [
                    {"file": one.file, "line": one.line, "date": one.on or None} for one in traces[name]
                ],
            }
            for name, figure in summary.figures.items()
        },
    }
