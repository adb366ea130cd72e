"""What ``check`` would find in a child's file that is about to be written."""

from collections.abc import Iterator
from datetime import date

from liushou_cli.domain import checks
from liushou_cli.domain.checks import ChildFile, Finding
from liushou_cli.domain.child import Child
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import read_settings
from liushou_cli.store.layout import ClassFolder

# What cannot be, whatever the child's life is like; all else may be odd and still true.
IMPOSSIBLE = frozenset({"future", "before-birth", "date-order", "spell"})


def doubts(folder: ClassFolder, child: Child, today: date, before: Child | None = None) -> tuple[str, ...]:
    """Sentences about what is odd in *child* and was not so in *before*.

    Raises :class:`BadInput` for what cannot be.
    """
    known = {(one.check, one.message) for one in _findings(folder, before, today)} if before else set()
    new = [one for one in _findings(folder, child, today) if (one.check, one.message) not in known]
    for one in new:
        if one.check in IMPOSSIBLE:
            raise BadInput(one.message, one.hint)
    return tuple(f"{one.message}。{one.hint}" for one in new)


def _findings(folder: ClassFolder, child: Child, today: date) -> Iterator[Finding]:
    file = folder.child_file(child.id)
    return checks.of_child(ChildFile(folder.relative(file), file.name, child, read_settings(folder), today))
