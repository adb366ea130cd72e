"""Keep what was handed in, and find it again."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.handed_in import HandedIn, differences
from liushou_cli.domain.term import Term
from liushou_cli.errors import BadInput, Refused
from liushou_cli.store import emit, text_file
from liushou_cli.store.class_records import must_be_whole, read_settings
from liushou_cli.store.layout import is_plain_file, locate, yaml_files
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import load
from liushou_cli.store.saving import Saved, Waiting, save
from liushou_cli.store.transaction import Transaction


class Paper(NamedTuple):
    """A document as it leaves: its figures as exact texts, its Markdown, how names are hidden."""

    kind: str
    title: str
    term: str
    as_of: date
    definition: str
    mask: str
    figures: Mapping[str, str]
    text: str


class Kept(NamedTuple):
    """``saved`` is None where the same figures were handed in before: then nothing was written.

    ``same_text`` says whether the words are the same too.
    """

    file: str
    saved: Saved | None
    same_text: bool = True


def hand_in(start: Path, paper: Paper, today: date, on_wait: Waiting) -> Kept:
    """Keep *paper*. Raises :class:`Refused` where other figures were handed in for the same term and day."""
    records = open_records(start, on_wait)
    place = records.handed_in / paper.term / f"{paper.kind}-{paper.as_of}.yaml"
    file = place.relative_to(records.root).as_posix()
    digest = text_file.digest(paper.text.encode("utf-8"))
    if place.exists() or place.is_symlink():
        return _again(_read(place, file), paper, file, digest)
    values = {
        "格式": 1, "文书": paper.kind, "名称": paper.title, "学期": paper.term, "截止日期": str(paper.as_of),
        "口径": paper.definition, "隐名": paper.mask, "存档日期": str(today), "正文": place.with_suffix(".md").name,
        "正文校验": digest, "数字": dict(paper.figures),
    }  # fmt: skip

    def stage(change: Transaction) -> None:
        change.create(place, "\n".join(emit.block(values)) + "\n")
        change.create(place.with_suffix(".md"), paper.text)

    commit = any(read_settings(folder).auto_commit for folder in records.classes)
    message = f"交出：{paper.title}（{paper.term}，截至 {paper.as_of}）"
    return Kept(file, save(records, stage, message, commit=commit, on_wait=on_wait))


def handed_in(start: Path, kind: str, term: str) -> list[HandedIn]:
    """Everything of *kind* handed in for *term* here, the latest day last. Raises :class:`Damaged`."""
    records = locate(start)
    folder = records.handed_in / term
    places = [place for place in yaml_files(folder) if place.name.startswith(f"{kind}-2")]
    found = [_read(place, place.relative_to(records.root).as_posix()) for place in places]
    return sorted((one for one in found if one.kind == kind), key=lambda one: one.as_of)


def this_term(start: Path, today: date) -> Term:
    """The term *today* lies in, by the dates of the first class here."""
    classes = locate(start).classes
    if not classes:
        raise BadInput("这里一个班也没有", "用 liushou init 新建")
    return read_settings(classes[0]).term_of(today)


def text_is_as_kept(start: Path, one: HandedIn) -> bool:
    """Whether the Markdown that was kept still is what it was; other line ends do not count."""
    place = locate(start).handed_in / one.term / f"{one.kind}-{one.as_of}.md"
    if not is_plain_file(place):
        return False
    content = text_file.read_bytes(place).replace(b"\r\n", b"\n")
    return text_file.digest(content) == one.digest


def _again(before: HandedIn, paper: Paper, file: str, digest: str) -> Kept:
    if differences(before.figures, paper.figures):
        raise Refused(
            f"{paper.title}（截至 {paper.as_of}）{before.on} 交过，那以后数字变了，没有覆盖它",
            f"用 report --compare 看哪里不同；真的重交了，先给 {file} 和同名的 .md 改名",
        )
    return Kept(file, None, before.digest == digest)


def _read(place: Path, file: str) -> HandedIn:
    loaded = load(place, file, HandedIn)
    must_be_whole(list(loaded.problems))
    assert loaded.value is not None  # noqa: S101  # no problems: it was read
    return loaded.value
