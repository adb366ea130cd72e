"""Where filled forms go: never over the blank one, never over another file unasked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from liushou_cli.cli import context, output
from liushou_cli.errors import BadInput, DiskTrouble, Refused, reason


def places(job: Any, desk: context.Desk, place: Path | None) -> list[Path]:
    """Where each file goes. Names of files say no child's name: they stand in lists and histories of chats."""
    file, subjects = job.opened.file, job.found.subjects
    kind = f".{job.opened.form.kind}"
    if job.opened.several and len(subjects) > 1:
        folder = desk.start / (place or f"{file.stem}（已填）")
        return [folder / f"{file.stem}-{subject.id}{kind}" for subject in subjects]
    ending = f"-{subjects[0].id}" if job.opened.several else "（已填）"
    target = desk.start / (place or f"{file.stem}{ending}{kind}")
    if target.is_dir():
        target = target / f"{file.stem}{ending}{kind}"
    if target.suffix.lower() != kind:
        raise BadInput(f"这张表是 {kind[1:]}，不能写成 {target.name}", f"文件名用 {kind} 结尾")
    return [target]


def must_be_free(files: Sequence[Path], form: Path, *, force: bool) -> None:
    for file in files:
        if file.exists() and file.samefile(form):
            raise Refused("不写在原来的空表上", "换一个文件名")
        if file.exists() and not force:
            raise Refused(f"已经有 {file.name}", "换一个文件名，或加 --force 盖掉它")
        if {".git", ".liushou", "children", "handed-in"} & set(file.parent.parts):
            raise Refused(f"{file.name} 要写的地方是放档案的，表不写在那里", "换一个文件夹")


def leaving(
    job: Any, purpose: str, files: Sequence[Path], contents: Sequence[bytes]
) -> list[tuple[dict[str, Any], Path, bytes]]:
    """What the ledger says of each file: whom it is about, and the fields that were filled in."""
    wanted, ids = job.found.wanted, [subject.id for subject in job.found.subjects]
    about = {
        "command": "fill", "title": job.opened.title, "form": job.opened.form.kind, "mask": wanted.mask.value,
        "fields": tuple(dict.fromkeys(line.field for line in job.lines if line.field)),
        "to": wanted.to, "purpose": purpose,
    }  # fmt: skip
    whose = [(number,) for number in ids] if job.opened.several else [tuple(ids)]
    return [
        ({**about, "children": len(own), "ids": own}, file, content)
        for own, file, content in zip(whose, files, contents, strict=True)
    ]


def make_folder(files: Sequence[Path]) -> None:
    from liushou_cli.store import durable

    try:
        durable.make_folder(files[0].parent)
    except OSError as error:
        raise DiskTrouble(f"建不了文件夹：{reason(error)}", "检查磁盘空间、文件夹和权限") from None


def write(files: Sequence[Path], contents: Sequence[bytes]) -> None:
    for file, content in zip(files, contents, strict=True):
        output.document(content, file)
