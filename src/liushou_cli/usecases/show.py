"""Everything one child's file says, and its dated records in order."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.choices import DefinitionName
from liushou_cli.domain.definition import DEFINITIONS, status_on
from liushou_cli.domain.form import RECORDS
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.yaml_text import plain


class Moment(NamedTuple):
    """``record`` of an incident is empty unless it was asked for."""

    on: str
    label: str
    record: dict[str, Any]


class Shown(NamedTuple):
    """``facts`` is the file without its dated records; ``status`` is derived under ``definition``."""

    file: str
    facts: dict[str, Any]
    status: str
    definition: str
    age: int
    moments: list[Moment]


def show(start: Path, query: str, today: date, *, incidents: bool = False) -> Shown:
    found = find_one(open_records(start), query)
    loaded = read_child(found.folder, found.folder.child_file(found.row.id))
    must_be_whole(list(loaded.problems))
    child, root = loaded.value, loaded.root
    assert child is not None and root is not None  # noqa: S101, PT018  # no problems: it was read
    tree = plain(root)
    moments = [
        Moment(
            record.on.isoformat(),
            label,
            {key: part for key, part in raw.items() if key not in ("号", "日期")}
            if incidents or label != "事件"
            else {},
        )
        for label, field in RECORDS.items()
        for record, raw in zip(getattr(child, field), _listed(tree.get(label)), strict=True)
    ]
    facts = {key: value for key, value in tree.items() if key not in RECORDS}
    definition = found.facts.definition
    rule = DEFINITIONS[DefinitionName(definition)]
    status = status_on(child, rule, today).kind.value if today >= rule.since else ""
    return Shown(
        found.file, facts, status, definition, child.age_on(today), sorted(moments, key=lambda one: one.on)
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
