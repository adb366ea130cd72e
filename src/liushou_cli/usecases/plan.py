"""Enter a plan of support (一生一策): what is needed, and who will do what about it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.form import CHILD
from liushou_cli.domain.needs import unasked
from liushou_cli.domain.term import Term, default_span
from liushou_cli.errors import BadInput
from liushou_cli.store.chance import new_id
from liushou_cli.store.child_needs import needs_of_child
from liushou_cli.store.edit import Append
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.saving import Saved, Waiting, save


class Planned(NamedTuple):
    """``open_needs`` are the needs of the last survey that nothing answers yet, this plan counted."""

    name: str
    record: dict[str, Any]
    open_needs: list[str]
    saved: Saved


def plan(
    start: Path, query: str, term: Term | None, values: Mapping[str, Any], today: date, on_wait: Waiting
) -> Planned:
    """Add a plan to the child's file. *values*: 目标, 措施, 针对 (lists), 负责人, 期限.

    Raises :class:`BadInput`, with nothing written, for a limit before the term.
    """
    records = open_records(start, on_wait)
    found = find_one(records, query)
    term = term or found.facts.term_of(today)
    _possible(values, term, found.facts.span(term).first)
    known = needs_of_child(found, term, today)
    owner = values.get("负责人") or found.facts.teacher
    record = {"号": new_id(), "学期": str(term), **values, "负责人": owner}
    order = ("号", "学期", "目标", "措施", "针对", "负责人", "期限")
    record = {key: record[key] for key in order if record.get(key)}
    file = found.folder.child_file(found.row.id)
    saved = save(
        records, lambda change: change.edit(file, [Append(("帮扶计划",), record)], CHILD),
        f"帮扶计划：{found.row.id}（{term}）", commit=found.facts.auto_commit, on_wait=on_wait,
    )  # fmt: skip
    mine = (*values.get("针对", ()), " ".join([record["目标"], *values.get("措施", ())]))
    left = [one.word for one in known if not one.answered and not any(one.word in said for said in mine)]
    odd = unasked(values.get("针对", ()), [one.word for one in known])
    return Planned(found.row.name, record, left, saved._replace(warnings=(*odd, *saved.warnings)))


def _possible(values: Mapping[str, Any], term: Term, first: date) -> None:
    by = values.get("期限")
    begins = min(first, default_span(term).first)
    if by and date.fromisoformat(by) < begins:
        raise BadInput(f"--by-when 写的 {by} 早于 {term} 学期的第一天 {begins}", "改正期限或 --term")
