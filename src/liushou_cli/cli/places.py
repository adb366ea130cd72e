"""Where a document goes: whether it may, under what name, and what the ledger is told of it."""

import itertools
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from liushou_cli.cli import context, output
from liushou_cli.cli.prompts import must_be_writable
from liushou_cli.errors import BadInput, DiskTrouble, GitFailed, Refused

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')
STDOUT = Path("-")
_RECORDS = {".git", ".liushou", "handed-in", "ledger"}


def possible(place: Path | None, form: str, forms: Sequence[str], start: Path) -> Path | None:
    """Where the document goes, None for stdout. Raises before any work is done where it cannot go there."""
    if form not in forms:
        raise BadInput(f"没有这种格式：{form}", f"可用的格式：{'、'.join(forms)}")
    if place is None or str(place) == "-":
        return None if place is None else STDOUT
    if not place.name:
        raise BadInput("--output 后面没有文件名", "如 --output 总结.docx")
    if place.suffix.lower() in (".yaml", ".yml") or _RECORDS & set(place.parts):
        raise Refused(f"{place.name} 是放档案的地方，文书不写在那里", "换一个文件名，如 总结.md")
    return start / place


def free(folder: Path, name: str, form: str) -> Path:
    """A file (a folder where *form* is "") of that name in *folder*, or the next name that is free.

    What stands there already the teacher may have edited.

    *name* holds what a record says, so nothing in it may lead elsewhere.
    """
    safe = _NO_NAME.sub("", name).encode()[:200].decode(errors="ignore").strip(" .") or "总结"
    numbers = itertools.count(2)
    end = f".{form}" if form else ""
    place = folder / f"{safe}{end}"
    while place.exists():
        place = folder / f"{safe}（{next(numbers)}）{end}"
    return place


def outside(desk: context.Desk, place: Path) -> bool:
    """Whether *place* lies outside the records, so that writing there lets something leave."""
    from liushou_cli.usecases.register import leaves

    return place != STDOUT and leaves(desk.start, place)


def entered(
    desk: context.Desk, leaving: Mapping[str, Any], place: Path | None, content: str | bytes
) -> GitFailed | None:
    """Enter in the ledger what is about to leave; a git failure is returned, to be told when all is done."""
    return _entered(desk, [(leaving, place, _data(content))])


def _entered(
    desk: context.Desk, parcels: Sequence[tuple[Mapping[str, Any], Path | None, bytes]]
) -> GitFailed | None:
    from liushou_cli.usecases.register import Leaving, Parcel, register

    for leaving, place, _ in parcels:
        if place is not None and not place.parent.is_dir():  # what cannot leave is not entered
            hint = "先建好文件夹，或换一个地方"
            raise DiskTrouble(f"写不了 {place.name}：没有文件夹 {place.parent.name}", hint)
        for said in (leaving["to"], leaving["purpose"], leaving.get("by", "")):
            must_be_writable(said)
    saved = register(
        desk.start, [Parcel(Leaving(**leaving), place, data) for leaving, place, data in parcels],
        desk.today, output.waiting,
    )  # fmt: skip
    for warning in saved.warnings:
        output.talk(f"注意：{warning}")
    output.talk(f"已登记外出：{'、'.join(saved.files)}")
    trouble: GitFailed | None = saved.git_trouble
    return trouble


def entered_each(
    desk: context.Desk, parcels: Sequence[tuple[Mapping[str, Any], Path, bytes]]
) -> GitFailed | None:
    """As :func:`entered`, of those that are to lie outside the records, all in one entry of git."""
    gone = [one for one in parcels if outside(desk, one[1])]
    return _entered(desk, gone) if gone else None


def _data(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def deliver(desk: context.Desk, content: str | bytes, place: Path | None, leaving: Mapping[str, Any]) -> None:
    """To *place*, entered in the ledger first where that is outside the records."""
    trouble = entered(desk, leaving, place, content) if place is not None and outside(desk, place) else None
    written(content, place)
    if trouble:
        raise trouble


def deliver_each(
    desk: context.Desk, files: Mapping[str, bytes], folder: Path, suffix: str, leaving: Mapping[str, Any]
) -> None:
    """A file a child, called by its number (names do not stand in paths), entered as :func:`deliver` does."""
    if folder.is_file() or folder == STDOUT:
        raise BadInput(f"一个孩子一份，要写到一个文件夹里，{folder.name} 不是", "如 --output 登记表")
    folder.mkdir(parents=True, exist_ok=True)
    places = {number: folder / f"{number}.{suffix}" for number in files}
    one = {**leaving, "children": 1}
    trouble = entered_each(
        desk, [({**one, "ids": (number,)}, places[number], content) for number, content in files.items()]
    )
    for number, content in files.items():
        output.document(content, places[number])
    output.talk(f"已写好：{folder}，{len(files)} 份，文件名是编号")
    if trouble:
        raise trouble


def written(content: str | bytes, place: Path | None) -> None:
    """The document where it goes, and a word that it is there."""
    if place is None or place == STDOUT:
        output.document(content, None)
    else:
        output.document(content, place)
        output.talk(f"已写好：{place}")
