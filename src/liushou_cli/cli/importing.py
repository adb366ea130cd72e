"""What ``import`` asks and says: columns, questions, problems, what will change."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.cli import context, output, prompts
from liushou_cli.cli.columns import aligned
from liushou_cli.cli.progress import counted
from liushou_cli.domain.days import parse_month_or_day
from liushou_cli.errors import BadInput

_MONTH = re.compile(r"\d{4}(-\d{1,2}|年\d{1,2}月)")
_SHOWN = 20  # of notes and absent children; all of them are in --json


def pairs(written: Sequence[str], option: str, shape: str) -> dict[str, str]:
    """``表头=字段`` to heading and field. Raises :class:`BadInput` naming the option."""
    found = {}
    for pair in written:
        left, _, right = pair.rpartition("=")
        if not left.strip() or not right.strip():
            raise BadInput(f"{option} 写的是“{pair}”，要写成 {shape}")
        found[left.strip()] = right.strip()
    return found


def rows(written: Sequence[str]) -> dict[int, str]:
    """``7=4kx7qm`` to row and 编号."""
    found = pairs(written, "--same", "行=编号")
    if wrong := next((row for row in found if not row.isdecimal()), ""):
        raise BadInput(f"--same 写的“{wrong}”不是行号", "行号是表格左边的数，如 7=4kx7qm")
    return {int(row): child for row, child in found.items()}


def month(text: str | None, today: date) -> str:
    """A day or a month as records have it, "" for none. Raises :class:`BadInput` naming the option."""
    if not text:
        return ""
    try:
        day = parse_month_or_day(text)
    except ValueError as error:
        raise BadInput(f"--since：{error}") from None
    if day > today:
        raise BadInput(f"--since 写的 {text} 还没有到（今天是 {today}）", "写父母外出那个月，如 2013-03")
    return day.isoformat()[: 7 if _MONTH.fullmatch(text.strip()) else 10]


def grids(place: Path) -> list[Any]:
    """The sheets of the file at *place*. Raises :class:`BadInput`, :class:`DiskTrouble`."""
    from liushou_cli.formats import sheets
    from liushou_cli.store.text_file import read_bytes

    return sheets.read(read_bytes(place, sheets.limits.FILE + 1))


def ask_columns(found: Any) -> dict[str, str]:
    """Title to field, for every column the table does not know for sure; only at a terminal."""
    from liushou_cli.domain.labels import fields
    from liushou_cli.domain.mappings import NOT_IMPORTED

    if not prompts.at_terminal():
        return {}
    answers = {}
    for one in found.columns:
        if (
            one.near
            and prompts.need(None, "--map", f"“{one.column.title}”是不是 {one.field}", ["是", "否"]) == "是"
        ):
            answers[one.column.title] = one.field
        elif one.near or (not one.field and not one.said):
            question = f"“{one.column.title}”是哪一项（如 父亲.电话；回车不导入）"
            word = prompts.may(
                None, question, default=NOT_IMPORTED, check=lambda text: _field(text, fields())
            )
            answers[one.column.title] = word
    return answers


def _field(text: str, fields: Sequence[str]) -> None:
    from liushou_cli.domain.mappings import NOT_IMPORTED

    if text not in (*fields, NOT_IMPORTED):
        raise ValueError(f"档案里没有“{text}”这一项")


def show_columns(found: Any, *, as_json: bool) -> None:
    """The mapping, on stderr."""
    if as_json:
        return
    sheet = f"表“{found.grid.sheet}”" if found.grid.sheet else "表"
    output.talk(f"{sheet}的表头在第 {found.header.last + 1} 行：")
    output.talk(aligned([(title, f"→ {field}") for title, field in found.mapping.items()], indent=2))
    if found.ignored:
        output.talk(f"  认得、不进档案：{'、'.join(found.ignored)}")
    for title, guess in found.unmapped.items():
        said = f"，像是 {guess}：是就加 --map {title}={guess}" if guess else "，没有导入；要导入用 --map 说明"
        if guess and guess == title:
            said = f"，分不出是谁的：是孩子的就加 --map {title}={guess}"
        output.talk(f"  不认得：{title}{said}")


def ready(desk: context.Desk, found: Any, order: Any, *, ask: bool, as_json: bool) -> Any:
    """Prepared, the person asked (at a terminal, if *ask*) about what only he can know."""
    made = _prepared(desk, found, order, as_json=as_json)
    if not (ask and prompts.at_terminal()):
        return made
    answers = order.answers
    if any(one.lacks_since for one in made.plans):
        text = prompts.need(
            None,
            "--since",
            "表里没有写父母从什么时候起外出，按哪个月算（如 2013-03）",
            check=parse_month_or_day,
        )
        answers = answers._replace(since=month(text, desk.today))
    answers = _same(_fields(answers, made), made)
    if answers == order.answers:
        return made
    return _prepared(desk, found, order._replace(answers=answers), as_json=as_json)


def _prepared(desk: context.Desk, found: Any, order: Any, *, as_json: bool) -> Any:
    from liushou_cli.usecases.import_roster import prepare

    with counted(silent=as_json) as tell:
        return prepare(desk.start, found, order, desk.today, tell)


def _same(answers: Any, made: Any) -> Any:
    from liushou_cli.domain.intake.plan import NEW

    said = dict(answers.same)
    for entry, maybe in (one for part in made.plans for one in part.unsure):
        for child in maybe:
            question = f"第 {entry.number} 行 {entry.name}（{entry.born}）是不是 {child.name}（{child.born}）"
            if prompts.need(None, "--same", question, ["是", "否"]) == "是":
                said[entry.number] = child.id
                break
        else:
            said[entry.number] = NEW
    return answers._replace(same=said)


def _fields(answers: Any, made: Any) -> Any:
    """One question a field: from the roster, or as the files have it."""
    there: dict[str, list[str]] = {}
    for child, one in (pair for part in made.plans for pair in part.conflicts):
        there.setdefault(one.field, []).append(f"{child.name}：{one.before} → {one.after}（{one.cell}）")
    for field, lines in there.items():
        output.talk(f"{field}有 {len(lines)} 处与档案不同：")
        for line in lines:
            output.talk(f"  {line}")
        if prompts.need(None, "--overwrite", "用表里的，还是留档案里的", ["表里", "档案"]) == "表里":
            answers = answers._replace(overwrite=(*answers.overwrite, field))
        else:
            answers = answers._replace(keep=(*answers.keep, field))
    return answers


def drawn(found: Any) -> Any:
    """How the roster is written anew: without its looks, its heads in their place."""
    from liushou_cli.formats.xlsx.annotated import Drawn

    return Drawn(found.header.last)


class Report(NamedTuple):
    """What is to be said of a prepared import."""

    found: Any
    ready: Any

    @property
    def problems(self) -> list[Any]:
        from liushou_cli.domain.intake.plan import questions

        asked = [spot for part in self.ready.plans for spot in questions(part)]
        return sorted([*self.ready.problems, *asked], key=lambda spot: _place(spot.cell))

    @property
    def sentence(self) -> str:
        new, changed, same = (sum(len(getattr(p, name)) for p in self.ready.plans) for name in _KINDS)
        return f"名册 {self.ready.rows} 行：新建 {new} 份，修改 {changed} 份，不变 {same} 份。"

    @property
    def data(self) -> dict[str, Any]:
        from liushou_cli.domain.intake.plan import as_json

        parts = [as_json(part) for part in self.ready.plans]
        return {
            "sheet": self.found.grid.sheet, "header_row": self.found.header.last + 1,
            "mapping": self.found.mapping, "unmapped": list(self.found.unmapped), "ignored": self.found.ignored,
            "rows": self.ready.rows,
            "problems": [spot._asdict() for spot in self.problems],
            "notes": [spot._asdict() for spot in self.ready.notes],
            "skipped": [spot._asdict() for spot in self.ready.skipped],
            "new": [one for part in parts for one in part["new"]],
            "changed": [one for part in parts for one in part["changed"]],
            "unchanged": sum(part["unchanged"] for part in parts),
            "absent": [name for part in parts for name in part["absent"]],
        }  # fmt: skip

    def tell(self, *, as_json: bool) -> None:
        """All problems at once; without any, what would change."""
        if as_json:
            output.as_json(self.data)
            return
        self.remark()
        if self.problems:
            for spot in self.problems:
                output.say(f"{spot.cell}：{spot.message}" if spot.cell else spot.message)
                if spot.hint:
                    output.say(f"  → {spot.hint}")
            output.talk(f"错误：有 {len(self.problems)} 处要先改好或说明，一份也没有写")
            return
        for part in self.ready.plans:
            _new(part)
        self.replaced()
        output.talk(self.sentence)

    def replaced(self) -> None:
        """Old and new of everything that changes."""
        for part in self.ready.plans:
            _updates(part)

    def remark(self) -> None:
        """What is no obstacle and yet worth knowing: rows not read, what was worked out, who is not there."""
        for spot in self.ready.skipped:
            output.talk(f"{spot.cell}：{spot.message}，没有读")
        notes = [f"{spot.cell}：{spot.message}" for spot in self.ready.notes]
        if notes:
            output.talk(f"{len(notes)} 处要留意：")
        for line in notes[:_SHOWN]:
            output.talk(f"  {line}")
        if len(notes) > _SHOWN:
            output.talk(f"  ……还有 {len(notes) - _SHOWN} 处，加 --json 看全部")
        absent = [child.name for part in self.ready.plans for child in part.absent]
        if absent:
            more = "……" if len(absent) > _SHOWN else ""
            output.talk(f"名册里没有的 {len(absent)} 名，档案没有动：{'、'.join(absent[:_SHOWN])}{more}")


_KINDS = ("new", "updates", "unchanged")


def _new(plan: Any) -> None:
    for entry in plan.new:
        output.say(f"新建 {entry.name}（第 {entry.number} 行）")
        for field, value in entry.values.items():
            output.say(f"  + {field}：{_told(value)}")


def _updates(plan: Any) -> None:
    """As a diff: + what is added, - and + what is replaced, or no longer the latest."""
    for update in plan.updates:
        output.say(f"修改 {update.child.name}（{update.child.id}）")
        for one in update.changes:
            if one.before:
                output.say(f"  - {one.field}：{one.before}")
            output.say(f"  + {one.field}：{one.after}（{one.cell}）")


def _told(value: Any) -> str:
    return "、".join(value) if isinstance(value, list) else str(value)


def _place(cell: str) -> tuple[int, str]:
    found = re.search(r"\d+", cell)
    return (int(found[0]) if found else 0, cell)
