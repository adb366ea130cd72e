"""Finding the child somebody means, among the rosters."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import NamedTuple

from liushou_cli.domain.roster import ClassFacts, Roster, Row, match
from liushou_cli.errors import BadInput, Damaged, LiushouError
from liushou_cli.store import index
from liushou_cli.store.layout import ClassFolder, Records, classes_below


class Found(NamedTuple):
    """One child: whose class folder, what the class says of itself, and her row."""

    folder: ClassFolder
    facts: ClassFacts
    row: Row

    @property
    def file(self) -> str:
        return self.folder.relative(self.folder.child_file(self.row.id))


def find(records: Records, queries: Iterable[str]) -> list[Found]:
    """The child each query means, each once. Raises :class:`BadInput` for nobody or more than one.

    A class is asked first; brothers and sisters in other classes of the school are found too.
    """
    rosters = [(folder, index.roster(folder)) for folder in records.classes]
    found: list[Found] = []
    for query in dict.fromkeys(queries):
        hits = _hits(rosters, query) or _hits(_other_classes(records), query)
        if len(hits) != 1:
            raise _nobody(rosters, query) if not hits else _ambiguous(query, hits)
        if hits[0].row.id not in {one.row.id for one in found}:
            found.append(hits[0])
    return found


def find_one(records: Records, query: str) -> Found:
    return find(records, [query])[0]


def _hits(rosters: Iterable[tuple[ClassFolder, Roster]], query: str) -> list[Found]:
    rows = [row for _, roster in rosters for row in roster.rows]
    meant = match(rows, query)
    return [
        Found(folder, roster.facts, row) for folder, roster in rosters for row in roster.rows if row in meant
    ]


def _other_classes(records: Records) -> list[tuple[ClassFolder, Roster]]:
    if records.whole_school:
        return []
    mine = {folder.path for folder in records.classes}
    others = classes_below(records.root, records.root) if records.root not in mine else ()
    return [(folder, index.roster(folder)) for folder in others if folder.path not in mine]


def _nobody(rosters: list[tuple[ClassFolder, Roster]], query: str) -> LiushouError:
    broken = [file for _, roster in rosters for file in roster.unreadable]
    for file in broken:
        if PurePosixPath(file).stem == query.lower():
            return Damaged(f"{file} 读不了", "运行 liushou check 看是什么问题")
    rows = [row for _, roster in rosters for row in roster.rows]
    spellings = {spelling: row.name for row in rows for spelling in (row.name, row.pinyin, row.id)}
    near = dict.fromkeys(
        spellings[close] for close in get_close_matches(query.lower(), spellings, n=3, cutoff=0.5)
    )
    hint = f"是不是：{'、'.join(near)}" if near else "用 liushou list 看有哪些孩子"
    unread = f"（有 {len(broken)} 份档案读不了，也可能在里面）" if broken else ""
    return BadInput(f"没有“{query}”这个孩子{unread}", hint)


def _ambiguous(query: str, hits: list[Found]) -> BadInput:
    shown = "、".join(f"{one.row.name}（{one.row.id}，{one.folder.name}）" for one in hits[:6])
    more = "……" if len(hits) > 6 else ""
    hint = "写编号" if len({one.row.name for one in hits}) == 1 else "写全名或编号"
    return BadInput(f"“{query}”可能是 {len(hits)} 个孩子：{shown}{more}", hint)
