"""Approve a folder's own templates, once for each text they ever have."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from liushou_cli.store import approvals, own_templates
from liushou_cli.store.layout import locate
from liushou_cli.store.own_templates import OwnTemplate


class Pending(NamedTuple):
    """A template that waits; ``before`` is what was approved last under its kind, None for nothing."""

    own: OwnTemplate
    before: str | None


def pending(start: Path, home: Path) -> list[Pending]:
    """Every own template of the folder that is not approved as it stands."""
    records = locate(start)
    waiting = [
        own for own in own_templates.all_of(records) if not approvals.is_approved(home, records.root, own)
    ]
    return [Pending(own, _before(home, records.root, own)) for own in waiting]


def approve(start: Path, waiting: Iterable[Pending], home: Path) -> None:
    """Exactly the texts that were shown, whatever the files hold by now."""
    root = locate(start).root
    for one in waiting:
        approvals.approve(home, root, one.own)


def _before(home: Path, root: Path, own: OwnTemplate) -> str | None:
    content = approvals.last_approved(home, root, own)
    return None if content is None else own._replace(content=content).text
