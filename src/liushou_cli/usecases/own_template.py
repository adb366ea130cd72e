"""A folder's own template of a kind, if it has one and it has been approved."""

from pathlib import Path

from liushou_cli.errors import BadInput, Refused
from liushou_cli.store import approvals, own_templates
from liushou_cli.store.layout import locate
from liushou_cli.store.own_templates import OwnTemplate


def own_template(start: Path, kind: str, home: Path) -> OwnTemplate | None:
    """The nearest one, approved; None where the folder has none (or there are no records here).

    Raises :class:`Refused` where it is not approved as it stands: it is somebody's text, and would be run.
    """
    found = standing(start, kind)
    if found and not is_approved(start, found, home):
        raise Refused(
            f"{found.file} 是文件夹自带的模板，还没有认可，或者认可以后改过",
            "用 liushou trust 看过再认可",
        )
    return found


def standing(start: Path, kind: str) -> OwnTemplate | None:
    """The nearest one, approved or not."""
    try:
        return own_templates.find(locate(start), kind)
    except BadInput:  # no records here: the other commands say so
        return None


def is_approved(start: Path, own: OwnTemplate, home: Path) -> bool:
    return approvals.is_approved(home, _root(start, own), own)


def own_kinds(start: Path) -> list[str]:
    try:
        return own_templates.kinds(locate(start))
    except BadInput:
        return []


def named(start: Path, place: Path) -> OwnTemplate:
    """The template file at *place*, wherever it lies. Raises :class:`BadInput`."""
    path = start / place
    if not path.name.endswith(own_templates.SUFFIX) or not path.is_file():
        raise BadInput(f"没有模板文件 {place}", f"模板的文件名是 文书的名字{own_templates.SUFFIX}")
    return own_templates.read(path.name.removesuffix(own_templates.SUFFIX), path, str(place))


def places(start: Path) -> list[Path]:
    """Where to look for examples of what a template may say: here, then the whole school."""
    records = locate(start)
    return [start] if records.here == records.root else [start, records.root]


def _root(start: Path, own: OwnTemplate) -> Path:
    try:
        return locate(start).root
    except BadInput:
        return own.path.parent
