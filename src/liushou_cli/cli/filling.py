"""From an opened form to filled files: what goes where, agreed with the teacher, then written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.cli import context, fill_told, filled_files, mapping_shown, output, places, prompts
from liushou_cli.errors import BadInput, GitFailed


class Opened(NamedTuple):
    """``title`` is what the form's mapping is remembered under."""

    form: Any
    layout: Any
    title: str
    file: Path

    @property
    def several(self) -> bool:
        """Whether it is about one child, so that several need several files."""
        return self.layout.table is None


class Job(NamedTuple):
    """A form, the children, and a line for each place of the form; ``said`` is what the person said of them."""

    opened: Opened
    found: Any
    lines: list[Any]
    said: dict[str, str]

    def shown(self) -> str:
        return mapping_shown.shown(self)

    def as_json(self) -> dict[str, Any]:
        return mapping_shown.as_json(self)

    def corrected(self, said: Mapping[str, str]) -> "Job":
        from liushou_cli.domain.blanks.mapping import mapped

        before = {line.slot: line for line in self.lines}
        new = mapped(self.opened.layout, said)
        names = {name for label in said for name in _meant(label, self.lines)}
        kept = [line if line.slot.label in names else before[line.slot] for line in new]
        return self._replace(lines=kept, said=self.said | {label: said[label] for label in said})

    def settled(self, *, guesses: bool) -> "Job":
        """As agreed; *guesses*: a person has seen the guesses too, so they hold, now and next time."""
        if not guesses:
            return self._replace(
                lines=[line if line.sure else line._replace(field="") for line in self.lines]
            )
        seen = {line.slot.label: line.field for line in self.lines if line.field and not line.sure}
        return self._replace(lines=[line._replace(sure=True) for line in self.lines], said=seen | self.said)


class Done(NamedTuple):
    job: Job
    files: list[Path]
    plans: list[Any]
    trouble: GitFailed | None

    def as_json(self) -> dict[str, Any]:
        return fill_told.as_json(self)

    def told(self) -> list[str]:
        return fill_told.told(self)


def opened(data: bytes, place: Path, sheet: str) -> Opened:
    """Raises :class:`BadInput` for what is no form, or none we can fill."""
    from liushou_cli.domain.blanks.layout import layout_of
    from liushou_cli.domain.blanks.title import name_of
    from liushou_cli.formats.blanks import Form

    form = Form(data, place.name)
    if sheet and sheet not in {grid.name for grid in form.grids}:
        raise BadInput(
            f"{place.name} 里没有工作表“{sheet}”", f"有：{'、'.join(grid.name for grid in form.grids)}"
        )
    layout = layout_of(form.grids, sheet)
    return Opened(form, layout, name_of(form.grids, place.stem), place)


def corrections(said: Sequence[str]) -> dict[str, str]:
    """``家长电话=父亲.电话`` to label and field; ``-`` stays for nothing. Raises :class:`BadInput`."""
    from liushou_cli.domain.mappings import NOT_IMPORTED

    found = {}
    for pair in said:
        label, equals, field = pair.rpartition("=")
        if not equals or not label.strip() or not field.strip():
            raise BadInput(f"--map 写的是“{pair}”", "写成 标签=字段，如 家长电话=父亲.电话；不填的写 标签=-")
        found[label.strip()] = NOT_IMPORTED if field.strip() == "-" else field_named(field.strip())
    return found


def field_named(text: str) -> str:
    """A field as a person names it: 父亲.电话, or by a label of it. Raises :class:`BadInput`."""
    from liushou_cli.domain.blanks.mapping import answerable, close_to
    from liushou_cli.domain.labels import field_of
    from liushou_cli.domain.mappings import NOT_IMPORTED

    if text in ("-", NOT_IMPORTED):
        return NOT_IMPORTED
    if answerable(text):
        return text
    if match := field_of((text,)):
        return match.field
    near = "、".join(close_to(text))
    raise BadInput(
        f"没有“{text}”这一项", f"是不是：{near}" if near else "写档案里的项，如 父亲.电话、照护人.关系、年龄"
    )


def prepared(desk: context.Desk, read: Opened, wanted: Any, said: dict[str, str]) -> Job:
    """Raises :class:`BadInput` where the form asks for nothing the records know, or nobody is to be filled in."""
    from liushou_cli.domain.blanks.mapping import mapped
    from liushou_cli.domain.blanks.title import ages_counted_to
    from liushou_cli.usecases.fill import recalled, subjects

    lines = mapped(read.layout, recalled(desk.start, read.title) | said)
    if unheard := [label for label in said if not _meant(label, lines)]:
        labels = "、".join(dict.fromkeys(line.slot.label for line in lines))
        raise BadInput(f"表里没有标签“{unheard[0]}”", f"有：{labels}" if labels else "这张表里没有认出标签")
    if not any(line.field for line in lines):
        raise BadInput(
            f"{read.file.name} 里没有认出要填的地方", "用 --map 标签=字段 指明；表头或标签旁边要有空格子"
        )
    aged_on = ages_counted_to(read.form.grids)
    found = subjects(desk.start, wanted._replace(aged_on=aged_on), desk.today)
    if not found.subjects:
        raise BadInput("没有要填的孩子：今天在班的没有留守儿童", "用 --all 填全班，或用 --child 指明")
    return Job(read, found, lines, said)


def confirmed(job: Job) -> Job:
    """The mapping shown and corrected until the person agrees."""
    while True:
        output.talk(job.shown())
        answer = prompts.may(None, "对就按回车；要改的写 行号=字段，不填的写 行号=-")
        if not answer:
            return job
        try:
            job = job.corrected(_correction(answer, job))
        except BadInput as error:
            output.talk(f"{error.message}。{error.hint}")


def made(job: Job, desk: context.Desk, place: Path | None, purpose: str, *, force: bool) -> Done:
    """The filled files, all planned before the first is written; those that leave are entered first."""
    from liushou_cli.domain.blanks.plan import Planner

    table, subjects, form = job.opened.layout.table, job.found.subjects, job.opened.form
    grids = form.grids
    try:
        if table:
            plans = [Planner(grids, job.lines).listed(table, subjects)]
        else:
            plans = [Planner(grids, job.lines).single(subject) for subject in subjects]
    except ValueError as error:
        raise BadInput(str(error), "在表里加够空行，或用 --child 分几次填") from None
    files = filled_files.places(job, desk, place)
    filled_files.must_be_free(files, desk.start / job.opened.file, force=force)
    contents = [form.filled(plan.writes, plan.rows) for plan in plans]
    filled_files.make_folder(files)
    trouble = places.entered_each(desk, filled_files.leaving(job, purpose, files, contents))
    filled_files.write(files, contents)
    return Done(job, files, plans, trouble)


def remembered(job: Job, desk: context.Desk) -> None:
    from liushou_cli.usecases.fill import remember

    if not job.said:
        return
    saved = remember(desk.start, job.opened.title, job.said, output.waiting)
    if saved.files:
        output.talk(f"记住了 {len(job.said)} 处填什么，下次不用再说（{'、'.join(saved.files)}）。")
    for warning in saved.warnings:
        output.talk(f"注意：{warning}")
    if saved.git_trouble:
        raise saved.git_trouble


def _meant(label: str, lines: Sequence[Any]) -> list[str]:
    """The places a label means, by the one line each is shown as."""
    from liushou_cli.domain.blanks.mapping import labels_of
    from liushou_cli.domain.labels.spelling import key

    return [
        line.slot.label
        for line in lines
        if label in labels_of(line.slot) or key(label) in map(key, labels_of(line.slot))
    ]


def _correction(answer: str, job: Job) -> dict[str, str]:
    number, _, field = answer.replace("＝", "=").partition("=")
    if not number.strip().isdecimal() or not 1 <= int(number) <= len(job.lines) or not field.strip():
        raise BadInput(f"看不懂“{answer}”", f"写成 行号=字段，如 3=父亲.电话；行号 1 到 {len(job.lines)}")
    return {job.lines[int(number) - 1].slot.label: field_named(field.strip())}
