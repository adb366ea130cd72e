"""The faces of an official paper, and what to take where a computer lacks one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

_SUBSTITUTES = MappingProxyType({"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "宋体"})


@dataclass(frozen=True)
class Fonts:
    """Font names as Word lists them.

    ``substitutes``: the faces that hold only the 6763 characters of GB 2312, each with a fuller one; it
    stands in where the face is missing, and for a character the face lacks (玥, 喆, 堃 in names).
    """

    body: str = "仿宋_GB2312"
    level_1: str = "黑体"
    level_2: str = "楷体_GB2312"
    title: str = "方正小标宋简体"
    table: str = "宋体"
    latin: str = "Times New Roman"
    substitutes: Mapping[str, str] = field(default_factory=lambda: _SUBSTITUTES)

    def named(self, chosen: Mapping[str, str]) -> "Fonts":
        """With the faces *chosen* in place of ours, by the names of the fields."""
        changes: dict[str, Any] = dict(chosen)
        return replace(self, **changes) if changes else self

    def faces(self) -> list[str]:
        """Each Chinese face once, in a fixed order."""
        named = (self.body, self.level_1, self.level_2, self.title, self.table, *self.substitutes.values())
        return list(dict.fromkeys(named))

    def of_heading(self, level: int) -> str:
        return {1: self.level_1, 2: self.level_2}.get(level, self.body)
