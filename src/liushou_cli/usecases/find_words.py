"""Find words in everything that was written down, file by file."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.domain.activity import Activities
from liushou_cli.domain.base import Record
from liushou_cli.domain.child import Child
from liushou_cli.domain.days import parse_day
from liushou_cli.domain.form import RECORDS
from liushou_cli.domain.search import flat, hits, parse, sentence
from liushou_cli.errors import BadInput, DiskTrouble
from liushou_cli.store import index, text_file
from liushou_cli.store.layout import ClassFolder
from liushou_cli.store.opening import open_records
from liushou_cli.store.record import load
from liushou_cli.store.yaml_fault import YamlFault
from liushou_cli.store.yaml_text import plain

_LISTS = frozenset({*RECORDS, "帮扶计划", "结对", "照护人", "监护情况", "关注等级", "不得透露", "活动"})
_NOT_TEXT = frozenset({"格式", "编号", "号"})
_SECRET = "事件"  # noqa: S105  # a key on disk


class Hit(NamedTuple):
    """One record, or one entry of a file, that holds all the words.

    ``name`` is the child's, or the activity's; ``text`` the sentence, ``marks`` where in it the words stand.
    """

    on: str
    name: str
    label: str
    file: str
    line: int
    text: str
    marks: tuple[tuple[int, int], ...]


class Search(NamedTuple):
    """``passed_over``: records of 事件 that hold the words and were not asked for."""

    hits: list[Hit]
    unreadable: list[str]
    passed_over: int


class _Unit(NamedTuple):
    label: str
    path: tuple[str | int, ...]
    on: str
    title: str
    texts: tuple[str, ...]


def find_words(start: Path, query: str, *, incidents: bool) -> Search:
    """The records with all the words of *query*, oldest first; 事件 only where *incidents* are asked for.

    Raises :class:`BadInput` where there is no word in *query*.
    """
    try:
        words = parse(query)
    except ValueError as error:
        raise BadInput(str(error), "如 liushou find 眼镜；几个词之间空一格，都要有才算") from None
    found = Search([], [], 0)
    for folder in open_records(start).classes:
        names = {row.id: row.name for row in index.roster(folder).rows}
        for file, model in _files(folder):
            who = names.get(file.stem, "") if model is Child else ""
            found = _and_in(folder, file, model, words, found, who, incidents=incidents)
    return found._replace(hits=sorted(found.hits, key=lambda hit: (hit.on, hit.file, hit.line)))


def _files(folder: ClassFolder) -> Iterator[tuple[Path, type[Record]]]:
    yield from ((file, Child) for file in folder.child_files())
    yield from ((file, Activities) for file in folder.activity_files())


def _and_in(
    folder: ClassFolder,
    file: Path,
    model: type[Record],
    words: list[str],
    found: Search,
    who: str,
    *,
    incidents: bool,
) -> Search:
    """*found* and what *file* holds."""
    name = folder.relative(file)
    try:
        text = flat(text_file.read(file).text)
    except (DiskTrouble, YamlFault):
        return found._replace(unreadable=[*found.unreadable, name])
    if not all(word in text for word in words):  # most files need not be understood
        return found
    loaded = load(file, name, model)
    if loaded.root is None:
        return found._replace(unreadable=[*found.unreadable, name])
    units = [unit for unit in _units(plain(loaded.root)) if _holds(unit, words)]
    shown = [unit for unit in units if incidents or unit.label != _SECRET]
    new = [_hit(unit, who, name, loaded.line(unit.path), words) for unit in shown]
    return found._replace(hits=found.hits + new, passed_over=found.passed_over + len(units) - len(new))


def _units(tree: Any) -> Iterator[_Unit]:
    """What is searched as one: an entry of a dated list, or what stands under one key."""
    for key, value in tree.items():
        if key in _NOT_TEXT:
            continue
        entries = value if isinstance(value, list) else [value]
        if key in _LISTS:
            for place, entry in enumerate(entries):
                yield _unit(key, (key, place), entry)
        else:
            yield _unit(key, (key,), value)


def _unit(label: str, path: tuple[str | int, ...], entry: Any) -> _Unit:
    title = entry.get("主题", "") if isinstance(entry, dict) else ""
    return _Unit(label, path, _day(entry), str(title or ""), tuple(_texts(entry)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in _NOT_TEXT:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif value is not None:
        yield str(value)


def _day(entry: Any) -> str:
    said = (
        next((entry[key] for key in ("日期", "自") if entry.get(key)), "") if isinstance(entry, dict) else ""
    )
    try:
        day: date = parse_day(str(said))
    except ValueError:
        return str(said)
    return day.isoformat()


def _holds(unit: _Unit, words: Iterable[str]) -> bool:
    texts = [flat(text) for text in unit.texts]
    return all(any(word in text for text in texts) for word in words)


def _hit(unit: _Unit, name: str, file: str, line: int, words: list[str]) -> Hit:
    said = "　".join(found for text in unit.texts if (found := sentence(text, words)))
    return Hit(unit.on, name or unit.title, unit.label, file, line, said, tuple(hits(said, words)))
