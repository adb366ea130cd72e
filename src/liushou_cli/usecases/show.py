"""Everything one child's file says, its dated records in order, and how old its numbers and address are."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.choices import DefinitionName
from liushou_cli.domain.definition import DEFINITIONS, status_on
from liushou_cli.domain.facts import Fact, facts
from liushou_cli.domain.form import RECORDS
from liushou_cli.store.class_records import must_be_whole, read_child
from liushou_cli.store.finder import find_one
from liushou_cli.store.opening import open_records
from liushou_cli.store.yaml_text import plain

_SECRET = "事件"  # noqa: S105  # a key on disk


class Moment(NamedTuple):
    """``record`` of an incident is empty unless it was asked for."""

    on: str
    label: str
    record: dict[str, Any]


class Shown(NamedTuple):
    """``facts`` is the file without its dated records; ``status`` is derived under ``definition``.

    ``ages``: the numbers and the address with the day each was last confirmed.
    ``changes``: what of ``facts`` is dated (where the parents were, who cared), as moments.
    """

    file: str
    facts: dict[str, Any]
    status: str
    definition: str
    age: int
    moments: list[Moment]
    ages: list[Fact]
    changes: list[Moment]


def show(start: Path, query: str, today: date, *, incidents: bool = False) -> Shown:
    """What a record of 事件 says is left out unless *incidents* are asked for: only its day is told."""
    found = find_one(open_records(start), query)
    loaded = read_child(found.folder, found.folder.child_file(found.row.id))
    must_be_whole(list(loaded.problems))
    child, root = loaded.value, loaded.root
    assert child is not None and root is not None  # noqa: S101, PT018  # no problems: it was read
    tree = plain(root)
    moments = [
        Moment(record.on.isoformat(), label, _told(raw, hidden=label == _SECRET and not incidents))
        for label, field in RECORDS.items()
        for record, raw in zip(getattr(child, field), _listed(tree.get(label)), strict=True)
    ]
    definition = found.facts.definition
    rule = DEFINITIONS[DefinitionName(definition)]
    return Shown(
        found.file,
        {key: value for key, value in tree.items() if key not in RECORDS},
        status_on(child, rule, today).kind.value if today >= rule.since else "",
        definition,
        child.age_on(today),
        sorted(moments, key=lambda one: one.on),
        facts(child, today),
        list(_changes(tree)),
    )


def _told(raw: dict[str, Any], *, hidden: bool) -> dict[str, Any]:
    return {} if hidden else {key: part for key, part in raw.items() if key not in ("号", "日期")}


def _changes(tree: dict[str, Any]) -> Iterator[Moment]:
    """Entries of dated lists among the facts; a month is told as it is written."""
    for label, entries in (
        ("在班", tree.get("在班")),
        ("父亲行踪", _part(tree, "父亲")),
        ("母亲行踪", _part(tree, "母亲")),
        *((label, tree.get(label)) for label in ("照护人", "监护情况", "关注等级", "结对", "知情同意")),
    ):
        for entry in _listed(entries):
            if isinstance(entry, dict) and (on := entry.get("自") or entry.get("日期")):
                rest = {key: part for key, part in entry.items() if key not in ("自", "日期")}
                yield Moment(str(on), label, rest)


def _part(tree: dict[str, Any], parent: str) -> Any:
    return (tree.get(parent) or {}).get("行踪")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
