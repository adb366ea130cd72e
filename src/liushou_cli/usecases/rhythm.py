"""Which rhythm is in force for whom, and where each rule comes from."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from liushou_cli.domain.choices import Attention
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.presets import PRESETS
from liushou_cli.domain.requirements import Rule
from liushou_cli.store.class_records import ClassRecords, read_class
from liushou_cli.store.opening import open_records


class RuleLine(NamedTuple):
    """``level`` is "" for the rule of all; ``file`` is "" and ``line`` 0 where it is the default."""

    class_name: str
    level: str
    label: str
    rhythm: str
    file: str
    line: int
    preset: str
    source: str


def rhythm(start: Path) -> list[RuleLine]:
    """Every rule of each class; of a level only what differs from the rule of all."""
    classes = [read_class(folder) for folder in open_records(start).classes]
    return [line for one in classes for line in _of_class(one)]


def _of_class(one: ClassRecords) -> Iterator[RuleLine]:
    general = one.settings.rules()
    for name, rule in general.items():
        yield _line(one, "", name, rule)
    for level in Attention:
        for name, rule in one.settings.rules(level).items():
            if rule != general[name]:
                yield _line(one, level.value, name, rule)


def _line(one: ClassRecords, level: str, name: str, rule: Rule) -> RuleLine:
    loaded = (one.school, one.own)[rule.layer] if rule.layer >= 0 else None
    return RuleLine(
        one.folder.name, level, LABELS[name], str(rule.rhythm), loaded.file if loaded else "",
        loaded.line(rule.path) if loaded else 0, rule.preset, PRESETS[rule.preset].source if rule.preset else "",
    )  # fmt: skip
