"""Make a class, or a school with its classes: folders, first files, git."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.base import Record
from liushou_cli.domain.choices import YesNo
from liushou_cli.domain.settings import ClassSettings, SchoolSettings
from liushou_cli.errors import BadInput
from liushou_cli.store import durable, emit, founding, history
from liushou_cli.store.class_records import must_be_whole
from liushou_cli.store.layout import CLASS_FILE, SCHOOL_FILE, ClassFolder, Records, is_plain_file
from liushou_cli.store.record import load
from liushou_cli.store.refusals import refusal
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


class Made(NamedTuple):
    """``git`` says whether the folder is a repository now."""

    folder: Path
    classes: tuple[str, ...]
    saved: Saved
    git: bool


def init(
    folder: Path,
    school: Mapping[str, Any],
    classes: Sequence[Mapping[str, Any]],
    *,
    single: bool,
    git: bool,
    on_wait: Waiting,
) -> Made:
    """Files for *school* and *classes* (Chinese keys). ``single``: the folder itself is the one class.

    Nothing that exists is overwritten: raises :class:`BadInput` instead, before anything is made.
    """
    folder = folder.resolve()
    root = folder.parent if is_plain_file(folder.parent / SCHOOL_FILE) else folder
    places = tuple(ClassFolder(folder if single else folder / str(one["班级"]), root) for one in classes)
    texts = _texts(folder, school, classes, single=single)
    _must_be_free(folder, places, texts)
    for place in (folder, *(one.path / part for one in places for part in ("children", "activities"))):
        durable.make_folder(place)
    git = git and history.program() is not None
    if git and root == folder and history.repository(folder) is None:
        history.start(folder, str(classes[0].get("班主任", "")) if classes else "")
    repository = git and history.repository(folder) is not None
    texts |= founding.files(root) if repository else {}

    def stage(change: Transaction) -> None:
        for file, text in texts.items():
            if not file.exists():
                change.create(file, text)

    commit = repository and (root == folder or _school_commits(root))
    saved = save(Records(root, places, not single), stage, "新建档案", commit=commit, on_wait=on_wait)
    return Made(folder, tuple(str(one["班级"]) for one in classes), saved, repository)


def school_above(folder: Path) -> bool:
    """Whether *folder* lies, or would lie, right in a school's: then the school's settings are its own."""
    return is_plain_file(folder.resolve().parent / SCHOOL_FILE)


def _school_commits(root: Path) -> bool:
    found = load(root / SCHOOL_FILE, SCHOOL_FILE, SchoolSettings)
    must_be_whole(list(found.problems))
    return found.value is not None and found.value.auto_commit == YesNo.YES


def _must_be_free(folder: Path, places: Sequence[ClassFolder], texts: Mapping[Path, str]) -> None:
    codes = [one.path for one in places]
    if len(set(codes)) < len(codes):
        raise BadInput("同一个班写了两次", "每个 --class 写一个班")
    for file in (folder / CLASS_FILE, folder / SCHOOL_FILE, *texts):
        if file.exists():
            raise BadInput(
                f"{file.name} 已经有了：{file.parent.name} 不是空的档案文件夹",
                "换一个文件夹，或直接在里面用别的命令",
            )
    for part in (folder, *folder.parents):
        if part.exists() and not part.is_dir():
            raise BadInput(f"{part.name} 是一个文件，不是文件夹", "换一个名字")


def _texts(
    folder: Path, school: Mapping[str, Any], classes: Sequence[Mapping[str, Any]], *, single: bool
) -> dict[Path, str]:
    if single:
        return {folder / CLASS_FILE: _text(ClassSettings, {"格式": 1, **classes[0], **school})}
    texts = {folder / SCHOOL_FILE: _text(SchoolSettings, {"格式": 1, **school})}
    for one in classes:
        texts[folder / str(one["班级"]) / CLASS_FILE] = _text(ClassSettings, {"格式": 1, **one})
    return texts


def _text(model: type[Record], values: Mapping[str, Any]) -> str:
    filled = {key: value for key, value in values.items() if value}
    try:
        model.model_validate(filled)
    except ValidationError as error:
        message, hint = refusal(error)
        raise BadInput(message, hint) from None
    return "\n".join(emit.block(filled)) + "\n"
