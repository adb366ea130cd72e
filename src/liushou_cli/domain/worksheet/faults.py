"""What a record of a sheet cannot be, told under the head of its column."""

from collections.abc import Iterator
from typing import Any

from liushou_cli.domain.survey import ASPECTS
from liushou_cli.domain.worksheet.kinds import TASK, Kind

Fault = tuple[str, str, str]  # head ("" for the whole row), message, hint


def faults(kind: Kind, tree: dict[str, Any]) -> Iterator[Fault]:
    if not tree.get("日期"):
        yield "日期", "缺日期", ""
    if kind.label == "普查":
        yield from _of_survey(tree)
    for task in tree.get(TASK) or ():
        if not task.get("事项"):
            yield "跟进事项", "写了期限，没有写跟进什么", ""
        elif task.get("期限", "9") < tree.get("日期", ""):
            yield "期限", f"期限 {task['期限']} 早于 {tree['日期']}", ""


def _of_survey(tree: dict[str, Any]) -> Iterator[Fault]:
    if not any(tree.get(label) for label in ASPECTS):
        yield "", "五方面一项也没有评定", ""
    for label in ASPECTS:
        aspect = tree.get(label) or {}
        if aspect and not aspect.get("评定"):
            yield f"{label}评定", f"{label}没有评定", ""
