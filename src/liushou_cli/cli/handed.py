"""What was handed in: keeping it, and holding today's figures against it."""

from datetime import date
from typing import Any

from liushou_cli.cli import context, output
from liushou_cli.cli.saved import told
from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput, LiushouError


def keep(desk: context.Desk, template: Any, found: Any, text: str, mask: str) -> Any:
    """Keep the document as handed in; what became of it, for :func:`tell`."""
    from liushou_cli.usecases.hand_in import Paper, hand_in

    people = found.summary.people
    paper = Paper(
        template.kind, template.title, str(people.term), found.told_on, people.rule.name.value, mask,
        exact_figures(found), text,
    )  # fmt: skip
    return hand_in(desk.start, paper, desk.today, output.waiting)


def tell(kept: Any) -> None:
    """Say that it was kept, or had been before."""
    if kept.saved:
        told(kept.saved, f"已存档：{kept.file}", {}, as_json=False)
    elif kept.same_text:
        output.talk(f"已经存过，没有变化：{kept.file}")
    else:
        output.talk(f"已经存过，数字没有变化，文字改过；存的还是原来的：{kept.file}")


def exact_figures(found: Any) -> dict[str, str]:
    from liushou_cli.domain.handed_in import exact

    return {name: exact(figure.value) for name, figure in found.summary.figures.items()}


def last_day(desk: context.Desk, kind: str, term: Term | None) -> date:
    """The day of the latest one of *kind* handed in for *term*. Raises :class:`BadInput` for none."""
    from liushou_cli.usecases.hand_in import handed_in, this_term

    term = term or this_term(desk.start, desk.today)
    past = handed_in(desk.start, kind, str(term))
    if not past:
        raise BadInput(f"{term.short}没有存过这种文书", "用 report --final 存交上去的那一份")
    return past[-1].as_of


def remind(desk: context.Desk, kind: str, found: Any) -> None:
    """Say by the way that this document was handed in for the same day with other figures, if it was."""
    try:
        said = compared(desk, kind, found, only_changes=True)
    except LiushouError as error:  # a document can be made without what was kept of another
        said = f"注意：没有对照存档的文书。{error.message}"
    if said:
        output.talk(said)


def compared(desk: context.Desk, kind: str, found: Any, *, only_changes: bool = False) -> str:
    """What differs from the one handed in for the same term and day; "" where there is none.

    *only_changes*: "" too where nothing does.
    """
    from liushou_cli.domain.handed_in import differences
    from liushou_cli.usecases.hand_in import handed_in, text_is_as_kept

    past = handed_in(desk.start, kind, str(found.summary.people.term))
    same_day = next((one for one in past if one.as_of == found.told_on), None)
    if same_day is None:
        return ""
    lines = [
        line
        for difference in differences(same_day.figures, exact_figures(found), found.scene.style.decimals)
        for line in _difference(difference, found)
    ]
    head = f"与 {same_day.on} 存档的（截至 {same_day.as_of}）相比，"
    if not text_is_as_kept(desk.start, same_day):
        lines.append(f"存档的 {same_day.document} 不见了，或者被改过。")
    if only_changes and not lines:
        return ""
    return head + ("数字都一样。" if not lines else "不同的有：\n" + "\n".join(lines))


def _difference(one: Any, found: Any) -> list[str]:
    figure = found.summary.figures.get(one.name)
    unit = figure.unit if figure else ""
    said = f"{one.name}：{_or_none(one.before, unit)} → {_or_none(one.now, unit)}"
    files = dict.fromkeys(ref.file for ref in figure.refs) if figure else {}
    return [said, f"  出自 {'、'.join(files)}"] if files else [said]


def _or_none(printed: str, unit: str) -> str:
    return f"{printed}{unit}" if printed else "没有"
