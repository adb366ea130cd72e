"""What `liushou` alone shows: a page for a class, a few lines for each class of a school."""

from datetime import date
from typing import Any

from liushou_cli.cli import columns
from liushou_cli.domain.days import month_and_day

_WIDE = 80


def page(one: Any) -> list[str]:
    lines = [_head(one), _counts(one)]
    for entry in one.lacking:
        yet = "还" if entry.open else ""
        head = f"  {entry.label}{yet}没有做到{entry.rhythm}的 {len(entry.names)} 名："
        lines.append(head + _names(entry.names, head))
    if one.late:
        lines.append(_tasks(f"  答应的事过了期限的 {len(one.late)} 项：", one.late))
    if one.coming:
        lines.append(f"  七天内到期的 {len(one.coming)} 件")
        lines += _coming(one.coming)
    lines += _consents(one)
    if one.reviews:
        head = f"  关注等级该复评的 {len(one.reviews)} 名："
        lines.append(head + _names([f"{task.name}（{_day(task.by)}）" for task in one.reviews], head))
    if one.hints:
        head = f"  记录与关注等级不合的 {len(one.hints)} 名（liushou level）："
        lines.append(head + _names(one.hints, head))
    if one.graduated:
        left = f"  已经毕业，还有 {one.graduated} 名没有记离班"
        lines.append(f"{left}：liushou leave --all --reason 毕业 --on 最后一天")
    return [*lines, *_ending(one, quiet=len(lines) == 2)]


def _head(one: Any) -> str:
    return f"{one.school}{one.name}　{one.term}" + (f"　班主任 {one.teacher}" if one.teacher else "")


def _counts(one: Any) -> str:
    if not one.counts:
        return f"档案 {one.files} 份；口径还没有实行，分不出谁是留守儿童"
    counts = one.counts
    kinds = f"双亲 {counts['双亲留守']}，单亲 {counts['单亲留守']}"
    return f"档案 {one.files} 份，留守儿童 {counts['留守儿童']} 名：{kinds}"


def _consents(one: Any) -> list[str]:
    lines = []
    if one.lapsed:
        lines.append(_tasks(f"  同意、委托过期或撤回的 {len(one.lapsed)} 项：", one.lapsed))
    if one.unasked:
        head = f"  没有知情同意的 {len(one.unasked)} 名："
        lines.append(head + _names(one.unasked, head))
    return lines


def _coming(tasks: tuple[Any, ...]) -> list[str]:
    """Who must be visited by the same day stand on one line."""
    together: dict[tuple[str, str], list[str]] = {}
    for one in tasks:
        together.setdefault((one.by, one.what), []).append(one.name)
    lines = []
    for (by, what), names in together.items():
        head = f"    {_day(by)} {what}："
        lines.append(head + _names(names, head))
    return lines


def _ending(one: Any, *, quiet: bool) -> list[str]:
    lines = []
    if one.problems:
        broken = len({problem.file for problem in one.problems})
        lines.append(f"  读不了的档案 {broken} 份，运行 liushou check 看问题")
    elif quiet and one.counts.get("留守儿童"):
        lines.append("  要求的都做到了。")
    if not one.files:
        lines.append("  还没有孩子：liushou add-child 建第一份档案")
    return lines


def block(one: Any) -> list[str]:
    """A class of a school: its counts, and how many of each thing wait."""
    waiting = [f"{entry.label} {len(entry.names)}" for entry in one.lacking]
    lines = [_head(one), _counts(one)]
    if waiting:
        lines.append(f"  没有做到的：{'，'.join(waiting)}")
    rest = {
        "答应的事过期": one.late,
        "七天内到期": one.coming,
        "同意、委托过期": one.lapsed,
        "没有知情同意": one.unasked,
        "该复评": one.reviews,
        "等级不合": one.hints,
    }
    if said := [f"{label} {len(found)}" for label, found in rest.items() if found]:
        lines.append(f"  {'，'.join(said)}")
    return [*lines, *_ending(one, quiet=len(lines) == 2)]


def _tasks(head: str, tasks: tuple[Any, ...]) -> str:
    return head + _names([f"{one.name} {one.what}（{_day(one.by)}）" for one in tasks], head)


def _names(names: Any, head: str) -> str:
    return columns.listed(list(names), (columns.room() or _WIDE) - columns.width(head))


def _day(iso: str) -> str:
    return month_and_day(date.fromisoformat(iso))
