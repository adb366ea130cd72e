"""The telephone numbers and addresses that nobody has tried for longest."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.definition import DEFINITIONS, Definition, status_on
from liushou_cli.domain.facts import Fact, facts, stalest_first
from liushou_cli.store.class_records import must_be_whole, read_class
from liushou_cli.store.opening import open_records


class Aged(NamedTuple):
    """``days`` since it was confirmed, None for never; ``failed`` calls since did not get through."""

    class_name: str
    id: str
    name: str
    item: str
    value: str
    on: str
    days: int | None
    failed: int
    file: str
    line: int


def stalest(start: Path, today: date, days: int, *, everyone: bool) -> list[Aged]:
    """What of the left-behind children in class (or *everyone* in class) is stale, the stalest first."""
    found: list[tuple[Fact, Aged]] = []
    for folder in open_records(start).classes:
        one = read_class(folder)
        must_be_whole(one.problems())
        rule = DEFINITIONS[one.settings.definition]
        for file in one.children:
            if file.value and _asked(file.value, rule, today, everyone=everyone):
                for fact in facts(file.value, today):
                    if fact.stale(today, days):
                        line = file.line(fact.path)
                        found.append((fact, _aged(folder.name, file.value, fact, file.file, line, today)))
    order = {id(fact): place for place, fact in enumerate(stalest_first(fact for fact, _ in found))}
    return [aged for fact, aged in sorted(found, key=lambda pair: order[id(pair[0])])]


def _asked(child: Child, rule: Definition, today: date, *, everyone: bool) -> bool:
    left_behind = everyone or today < rule.since or status_on(child, rule, today).left_behind
    return left_behind and child.enrolled_on(today)


def _aged(class_name: str, child: Child, fact: Fact, file: str, line: int, today: date) -> Aged:
    on = fact.on.isoformat() if fact.on else ""
    return Aged(
        class_name, child.id, child.name, fact.name, fact.value, on, fact.days(today), fact.failed, file, line
    )
