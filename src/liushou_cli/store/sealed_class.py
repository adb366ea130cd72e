"""A class or school in a sealed file: what goes in, and what may come out at somebody else's."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.form import newer_format
from liushou_cli.domain.settings import ClassSettings, SchoolSettings, Settings
from liushou_cli.errors import BadInput, Refused
from liushou_cli.store import text_file
from liushou_cli.store.layout import HOMES_FILE, SCHOOL_FILE, Records, is_plain_file
from liushou_cli.store.refusals import refusal
from liushou_cli.store.sealed import Limits, Opened
from liushou_cli.store.sealed_names import RECORDS, Named, is_class_folder, named
from liushou_cli.store.yaml_fault import YamlFault
from liushou_cli.store.yaml_text import parse, plain

KIND = "交接的档案"
PAGE, PAGE_IN_WORD, TASKS, PAST = "交接须知.md", "交接须知.docx", "待办.txt", "历史.txt"
PAPERS = (PAGE, PAGE_IN_WORD, TASKS, PAST)
LIMITS = Limits(number=20_000)
_MEND = "请对方运行 liushou check，改好再封"


class Came(NamedTuple):
    """One record as it was sealed: ``value`` is None for the text of a paper handed in."""

    named: Named
    content: bytes
    value: Record | None


class Bundle(NamedTuple):
    """``records`` by their place below the root; ``papers`` are the page, the tasks, the history."""

    about: dict[str, str]
    records: dict[str, Came]
    papers: dict[str, bytes]

    def classes(self) -> dict[str, Settings]:
        """Each class by its folder ("" where it stands alone)."""
        top = self.records.get(SCHOOL_FILE)
        school = top.value if top and isinstance(top.value, SchoolSettings) else None
        return {
            one.named.folder: Settings.model_construct(own=one.value, school=school)
            for one in self.records.values()
            if isinstance(one.value, ClassSettings)
        }

    def children(self) -> dict[str, Child]:
        """By their place."""
        return {place: one.value for place, one in self.records.items() if isinstance(one.value, Child)}


def gathered(records: Records, ids: Collection[str]) -> dict[str, bytes]:
    """The files of *records* as they stand, under their names in a sealed file; of *ids* alone where there are any."""
    found = {}
    for file in _files(records, ids):
        name = f"{RECORDS}{file.relative_to(records.root).as_posix()}"
        found[name] = text_file.read_bytes(file)
    return found


def _files(records: Records, ids: Collection[str]) -> Iterator[Path]:
    for name in (SCHOOL_FILE, HOMES_FILE):
        if is_plain_file(records.root / name) and not (ids and name == HOMES_FILE):
            yield records.root / name
    for folder in records.classes:
        if folder.path != records.root and not is_class_folder(folder.name):
            raise BadInput(f"班级的文件夹叫“{folder.name}”，别的电脑上可能建不了", "改名为 2012-2 这样的")
        children = [file for file in folder.child_files() if not ids or file.stem in ids]
        if children or not ids:
            yield folder.settings_file
            yield from children
            yield from () if ids else (*folder.activity_files(), *folder.stub_files(), *_papers(folder.path))
    if records.whole_school and not ids:
        yield from _papers(records.root)


def _papers(folder: Path) -> Iterator[Path]:
    """What was handed in from *folder*."""
    for file in sorted((folder / "handed-in").glob("*/*")):
        if is_plain_file(file) and named(file.relative_to(folder).as_posix()):
            yield file


def judged(opened: Opened) -> Bundle:
    """What was sealed, held against the same rules as any record. Raises :class:`BadInput`, :class:`Refused`."""
    papers = {name: content for name, content in opened.entries.items() if name in PAPERS}
    records = {
        name.removeprefix(RECORDS): _record(name, content)
        for name, content in opened.entries.items()
        if name not in papers
    }
    bundle = Bundle(opened.about, records, papers)
    _must_fit_together(bundle)
    return bundle


def _record(name: str, content: bytes) -> Came:
    known = named(name.removeprefix(RECORDS)) if name.startswith(RECORDS) else None
    if known is None:
        raise Refused("封好的文件里有不该有的名字，没有打开", "请对方核对封的是什么")
    if len(content) > text_file.MAX_BYTES:
        raise BadInput(f"里面的 {name} 太大", _MEND)
    try:
        text = text_file.text_of(content, "").text
        tree = plain(parse(text)) if known.model else None
    except YamlFault as fault:
        raise BadInput(f"里面的 {name}:{fault.line} 读不懂：{fault.message}", _MEND) from None
    return Came(known, content, _value(known, name, tree))


def _value(known: Named, name: str, tree: Any) -> Record | None:
    if known.model is None:
        return None
    if newer := newer_format(tree):
        raise BadInput(f"里面的 {name} 是新的格式 {newer}", "更新 liushou 再收")
    try:
        value = known.model.model_validate(tree)
    except ValidationError as error:
        raise BadInput(f"里面的 {name}：{refusal(error)[0]}", _MEND) from None
    if known.id and getattr(value, "id", "") != known.id:
        raise BadInput(f"里面的 {name} 写的编号和文件名不一样", _MEND)
    return value


def of_school(place: str, classes: Collection[str]) -> bool:
    """Whether what stands at *place* is the school's that *classes* (their folders) share."""
    return place in (SCHOOL_FILE, HOMES_FILE) or (place.startswith("handed-in/") and "" not in classes)


def _must_fit_together(bundle: Bundle) -> None:
    classes = bundle.classes()
    folders = {one.named.folder for place, one in bundle.records.items() if not of_school(place, classes)}
    if not classes or folders - set(classes):
        raise BadInput("封好的文件里缺 class.yaml", "请对方重新封一次")
    if len({folder.casefold() for folder in classes}) < len(classes) or ("" in classes and len(classes) > 1):
        raise Refused("封好的文件里两个班的文件夹分不开，没有打开", "请对方核对封的是什么")
    twice = [
        one for one, count in Counter(child.id for child in bundle.children().values()).items() if count > 1
    ]
    if twice:
        raise BadInput(f"封好的文件里编号 {twice[0]} 有两份档案", _MEND)
