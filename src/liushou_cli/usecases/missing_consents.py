"""What of 知情同意 and 委托照护 is missing or has run out."""

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.consents import lapses
from liushou_cli.store.class_records import must_be_whole, read_class
from liushou_cli.store.opening import open_records


class Missing(NamedTuple):
    """``what`` is 知情同意 or 委托照护; ``state`` 没有, 已撤回, 已过期 or 快到期; ``on`` that day or ""."""

    class_name: str
    id: str
    name: str
    what: str
    state: str
    on: str
    file: str
    line: int


def missing(start: Path, today: date, within: int) -> list[Missing]:
    """Of all children in class: what is missing, withdrawn, run out or will within so many days."""
    found: list[Missing] = []
    for folder in open_records(start).classes:
        one = read_class(folder)
        must_be_whole(one.problems())
        for file in one.children:
            child = file.value
            if child is None or not child.enrolled_on(today):
                continue
            for lapse in lapses(child, today, today + timedelta(days=within)):
                on = lapse.on.isoformat() if lapse.on else ""
                line = file.line(lapse.path) if lapse.on else 0
                found.append(
                    Missing(folder.name, child.id, child.name, lapse.what, lapse.state, on, file.file, line)
                )
    return sorted(found, key=lambda one: (one.on or "9999", one.class_name, one.id))
