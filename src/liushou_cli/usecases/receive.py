"""A child comes from another school: open the sealed file, judge it as a stranger's, add it to the class."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.child import Child
from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput, Refused
from liushou_cli.store import sealed, sealed_child, text_file
from liushou_cli.store.class_records import read_settings
from liushou_cli.store.doubts import doubts
from liushou_cli.store.edit import Append, Edit, apply
from liushou_cli.store.edited import edited
from liushou_cli.store.layout import Records, classes_below
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import Loaded
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.sealed_child import Came
from liushou_cli.store.transaction import Transaction
from liushou_cli.store.yaml_text import parse


class Parcel(NamedTuple):
    """A sealed file opened: ``code`` as the sender's ``transfer`` said it, ``past`` the history in words."""

    code: str
    came: Came

    @property
    def sender(self) -> str:
        return self.came.about.get("学校", "") or "外校"


class Received(NamedTuple):
    id: str
    name: str
    class_name: str
    since: date
    saved: Saved


def opened(place: Path, passphrase: str) -> Parcel:
    """What *place* holds; nothing is written. Raises as :func:`liushou_cli.store.sealed_child.came`."""
    content = text_file.read_bytes(place, sealed.Limits().sealed)
    return Parcel(sealed.code(content), sealed_child.came(content, passphrase))


def receive(start: Path, parcel: Parcel, since: date, today: date, on_wait: Waiting) -> Received:
    """Add the child to the class from *since* on. Raises :class:`BadInput`, :class:`Refused`; nothing is written."""
    records = open_records(start, on_wait)
    folder, child = records.only_class, parcel.came.child
    _must_be_new(records, child)
    _must_fit(child, since, today)
    settings = read_settings(folder)
    edits: list[Edit] = list(sealed_child.named_at_home(child, settings.school_name))
    edits.append(Append(("在班",), {"自": since.isoformat(), "来自": parcel.sender}))
    source = parcel.came.text
    loaded = Loaded(f"{child.id}.yaml", source, parse(source.text), child)
    odd = doubts(folder, edited(loaded, edits), today, child)
    text = apply(source.text, edits, CHILD, loaded.file)

    def stage(change: Transaction) -> None:
        change.replace(folder.child_file(child.id), source.encoded(text), "")
        if (stub := folder.stub_file(child.id)).exists():
            change.remove(stub)

    saved = save(records, stage, f"转入：{child.id}（{since}）", commit=settings.auto_commit, on_wait=on_wait)
    return Received(
        child.id, child.name, settings.own.code, since, saved._replace(warnings=(*odd, *saved.warnings))
    )


def _must_be_new(records: Records, child: Child) -> None:
    mine = {folder.path: folder for folder in records.classes}
    mine |= {one.path: one for one in classes_below(records.root, records.root)}
    for folder in mine.values():
        if (file := folder.child_file(child.id)).exists():
            raise Refused(
                f"编号 {child.id} 已经有档案：{folder.relative(file)}",
                "多半已经收过；用 liushou show 看看再说",
            )


def _must_fit(child: Child, since: date, today: date) -> None:
    if since > today:
        raise BadInput(f"日期 {since} 还没有到（今天是 {today}）", "到那天再收")
    if any(spell.until is None for spell in child.spells):
        raise BadInput(
            f"{child.name}在原来的学校还没有记离开", "请对方用 liushou transfer --sealed 重新封一次"
        )
    last = max(spell.until for spell in child.spells if spell.until)
    if since <= last:
        raise BadInput(f"{child.name}在原来的学校到 {last}，来的日子要在那以后", "用 --since 换一个日期")
