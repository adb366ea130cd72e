"""What `export` hands over, made from the records: its bytes, what the ledger says of it, what must be said aloud."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from liushou_cli.cli import context, outgoing_sheet
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput

KINDS = ("roster", "statistics", "records")
# The first format of each is its default.
FORMS = {
    "roster": ("csv", "xlsx", "json", "jsonl"),
    "statistics": ("csv", "xlsx", "json", "jsonl"),
    "records": ("jsonl",),
    "anonymous": ("csv", "xlsx", "json", "jsonl"),
    "xlsform": ("xlsx",),
    "vcard": ("vcf",),
    **dict.fromkeys(outgoing_sheet.SHEETS, ("xlsx",)),
}
_TITLES = {
    "roster": "留守儿童花名册",
    "statistics": "留守儿童情况统计",
    "records": "留守儿童记录",
    "anonymous": "留守儿童匿名数据",
    "xlsform": "留守儿童普查表单",
    "vcard": "家长通讯录",
    **outgoing_sheet.SHEETS,
}
_USUAL_K = 5


class Wanted(NamedTuple):
    """``what`` is one of ``FORMS``; ``mask`` and ``k`` None where nothing was asked; ``to`` "" is anybody."""

    what: str
    form: str
    mask: Mask | None
    fields: tuple[str, ...]
    term: Term | None
    as_of: date | None
    k: int | None
    to: str = ""


class Made(NamedTuple):
    """``name`` is a file's without suffix, ``notes`` go to stderr."""

    content: str | bytes
    name: str
    leaving: dict[str, Any]
    notes: tuple[str, ...] = ()


def made(desk: context.Desk, wanted: Wanted) -> Made:
    """Raises :class:`BadInput` for options that do not belong together, and what the records give cause for."""
    _agree(wanted)
    from liushou_cli.usecases.report import Asked, report

    open_names = wanted.what in outgoing_sheet.SHEETS
    mask = outgoing_sheet.open_mask(wanted.mask) if open_names else wanted.mask or Mask.INITIAL
    asked = Asked(wanted.term, wanted.as_of, mask, parts=(), to=wanted.to)
    found = report(desk.start, asked, desk.today)
    made = _MAKERS[wanted.what](desk, wanted, found)
    return made._replace(notes=(*made.notes, *_reminders(wanted, found)))


def _reminders(wanted: Wanted, found: Any) -> list[str]:
    """What must not be told, but in words of which nobody knows what they would cover."""
    from liushou_cli.domain.withholding import said, unnamed

    if wanted.what not in ("roster", "records"):
        return []
    return [
        f"注意：{one.child.name}的档案有不得透露：{said(entry)}。程序不知道盖哪里，交出去以前自己看一遍。"
        for one in found.summary.people.counted
        for entry in unnamed(one.child, wanted.to)
    ]


def _agree(wanted: Wanted) -> None:
    if wanted.fields and wanted.what != "roster":
        raise BadInput("--fields 只用于名单", "去掉 --fields，或写 export roster")
    if wanted.k is not None and wanted.what != "anonymous":
        raise BadInput("--k 只用于 --anonymous", "去掉 --k，或写上 --anonymous")
    if wanted.mask is not None and wanted.what in ("anonymous", "vcard"):
        said = "本来就没有姓名" if wanted.what == "anonymous" else "里家长的姓名、电话不隐，孩子只有首字母"
        raise BadInput(f"--{wanted.what} {said}", "去掉 --mask")


def _roster(_: context.Desk, wanted: Wanted, found: Any) -> Made:
    from liushou_cli.domain.outgoing import fields
    from liushou_cli.formats import data

    words = fields.chosen(wanted.fields, found.scene.mask)
    rows = fields.rows(found.scene, words)
    content = data.table(
        wanted.form, _title(wanted, found), words, [tuple(row.values()) for row in rows], _facts(found)
    )
    went = [word for word in fields.protected(words) if any(row[word] for row in rows)]
    return _finished(wanted, found, content, words, _aloud(went, found.scene.mask))


def _statistics(_: context.Desk, wanted: Wanted, found: Any) -> Made:
    from liushou_cli.domain.outgoing import counts
    from liushou_cli.formats import data

    told = counts.counts(found.scene)
    charts = [
        data.stacked(title, *shape) if isinstance(shape, tuple) else data.bars(title, shape)
        for title, shape in counts.pictures(told).items()
    ]
    content = data.table(wanted.form, _title(wanted, found), counts.HEADINGS, told, _facts(found), charts)
    return _finished(wanted, found, content, ())


def _records(_: context.Desk, wanted: Wanted, found: Any) -> Made:
    from liushou_cli.domain.outgoing import fields, records
    from liushou_cli.formats import data

    told = list(records.records(found.scene))
    words = tuple(dict.fromkeys(word for one in told for word in one))
    went = [word for word in fields.PROTECTED if records.holds(told, word)]
    return _finished(wanted, found, data.lines(told), words, _aloud(went, found.scene.mask))


def _anonymous(_: context.Desk, wanted: Wanted, found: Any) -> Made:
    from liushou_cli.domain.anonymous import HEADINGS
    from liushou_cli.formats import data
    from liushou_cli.usecases.anonymise import anonymise

    people = found.summary.people
    done = anonymise(people, _USUAL_K if wanted.k is None else wanted.k, wanted.to)
    coarser = "".join(f"，{count} 名的{heading}说得粗" for heading, count in done.coarsened.items())
    note = f"k={done.k}：每一种组合至少 {done.k} 名相同。出了 {len(done.rows)} 名，略去 {done.left_out} 名{coarser}。"
    facts = {
        "term": str(people.term),
        "definition": people.rule.name.value,
        "k": done.k,
        "released": len(done.rows),
        "left_out": done.left_out,
        "coarsened": done.coarsened,
        "note": note,
    }
    content = data.table(wanted.form, _TITLES["anonymous"], HEADINGS, done.rows, facts)
    made = _finished(wanted, found, content, HEADINGS, (note,))
    return made._replace(
        leaving={**made.leaving, "mask": f"anonymous（k={done.k}）", "children": len(done.rows)}
    )


def _xlsform(desk: context.Desk, wanted: Wanted, found: Any) -> Made:
    from liushou_cli.domain.masking import mask_name
    from liushou_cli.domain.survey_form import form
    from liushou_cli.formats.xlsx import write_sheets

    scene, people = found.scene, found.scene.summary.people
    children = [(one.child.id, mask_name(one.child.name, scene.mask)) for one in people.counted]
    title = f"{people.term.short}留守儿童普查"
    content = write_sheets(form(children, title, str(people.term), desk.today))
    return _finished(wanted, found, content, ("编号", "姓名"))


def _vcard(desk: context.Desk, wanted: Wanted, found: Any) -> Made:
    from liushou_cli.formats import vcard
    from liushou_cli.usecases.phone_book import phone_book

    book = phone_book(desk.start, found.scene.summary.people)
    notes = ["注意：写明了受保护的字段：电话。"]
    notes += (
        [f"有 {book.unusable} 个号码打不通，没有写进去；用 liushou check 看是哪些。"] if book.unusable else []
    )
    notes += [f"有 {book.kept} 名孩子写了不得透露，不能给的电话没有写进去。"] if book.kept else []
    made = _finished(wanted, found, vcard.write(book.cards), ("姓名", "关系", "电话"), tuple(notes))
    return made._replace(leaving={**made.leaving, "mask": "none"})


def _sheet(desk: context.Desk, wanted: Wanted, found: Any) -> Made:
    content, words = outgoing_sheet.filled(desk, wanted, found)
    return _finished(wanted, found, content, words, ("这张表写的是全名，只在老师自己手里用。",))


_MAKERS: dict[str, Callable[[context.Desk, Wanted, Any], Made]] = {
    "roster": _roster,
    "statistics": _statistics,
    "records": _records,
    "anonymous": _anonymous,
    "xlsform": _xlsform,
    "vcard": _vcard,
    **dict.fromkeys(outgoing_sheet.SHEETS, _sheet),
}


def _finished(
    wanted: Wanted, found: Any, content: str | bytes, fields: tuple[str, ...], notes: tuple[str, ...] = ()
) -> Made:
    flag = wanted.what if wanted.what in KINDS else f"--{wanted.what}"
    leaving = {
        "command": f"export {flag}",
        "title": _TITLES[wanted.what],
        "mask": found.scene.mask.value,
        "children": len(found.summary.people.counted),
        "fields": fields,
    }
    return Made(content, _title(wanted, found), leaving, notes)


def _title(wanted: Wanted, found: Any) -> str:
    view = found.view
    return f"{view['学校']}{view['班级']}{view['学期']}{_TITLES[wanted.what]}"


def _facts(found: Any) -> Mapping[str, Any]:
    people = found.summary.people
    return {
        "term": str(people.term),
        "as_of": found.told_on.isoformat(),
        "definition": people.rule.name.value,
        "mask": found.scene.mask.value,
    }


def _aloud(went: list[str], mask: Mask) -> tuple[str, ...]:
    """The line that says which protected fields went out."""
    if not went:
        return ()
    words = "、".join(went)
    return (
        f"注意：写明了受保护的字段：{words}。"
        if mask is Mask.NONE
        else f"受保护的字段隐去了一部分：{words}。",
    )
