"""Put one of our templates into the folder, to be changed there."""

from pathlib import Path

from liushou_cli.errors import BadInput
from liushou_cli.store import approvals, own_templates
from liushou_cli.store.class_records import read_settings
from liushou_cli.store.opening import open_records
from liushou_cli.store.own_templates import OwnTemplate
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


def copy_template(start: Path, kind: str, text: str, home: Path, on_wait: Waiting) -> Saved:
    """``templates/<kind>.md.j2`` where *start* stands: the class's, or the school's; one there is not overwritten.

    As it stands it is ours, and so approved.
    """
    records = open_records(start, on_wait)
    path = own_templates.folders(records)[0] / f"{kind}{own_templates.SUFFIX}"
    file = path.relative_to(records.root).as_posix()
    if path.exists() or path.is_symlink():
        raise BadInput(f"{file} 已经有了，没有覆盖它", "直接改它；要重新开始就先把它改名")

    def stage(change: Transaction) -> None:
        change.create(path, text)

    commit = any(read_settings(folder).auto_commit for folder in records.classes)
    # First, for it harms nothing where the copy then fails; the other way round the copy could not be used.
    approvals.approve(home, records.root, OwnTemplate(kind, path, file, text.encode("utf-8")))
    return save(records, stage, f"模板：{kind}", commit=commit, on_wait=on_wait)
