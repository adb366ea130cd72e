"""liushou alone: the page to start the day with."""

from typing import Any

from liushou_cli.cli import output
from liushou_cli.cli.context import Desk

_SHOWN = 8


def status(desk: Desk, *, as_json: bool) -> None:
    from liushou_cli.usecases.status import status as found

    classes = found(desk.start, desk.today)
    if as_json:
        output.as_json([_plain(one) for one in classes])
        return
    if not classes:
        output.say(
            "这里是一所学校的档案，还没有班。\n  liushou init 2013-1 --class 2013-1 --stage 初中 新建一个班"
        )
        return
    output.say("\n\n".join(_page(one) for one in classes))


def _plain(one: Any) -> dict[str, Any]:
    lacking = [entry._asdict() for entry in one.lacking]
    return {**one._asdict(), "lacking": lacking, "problems": [problem._asdict() for problem in one.problems]}


def _page(one: Any) -> str:
    lines = [f"{one.school}{one.name}　{one.term}" + (f"　班主任 {one.teacher}" if one.teacher else "")]
    if one.counts:
        counts = one.counts
        kinds = f"双亲 {counts['双亲留守']}，单亲 {counts['单亲留守']}"
        lines.append(f"档案 {one.files} 份，留守儿童 {counts['留守儿童']} 名：{kinds}")
    else:
        lines.append(f"档案 {one.files} 份；口径还没有实行，分不出谁是留守儿童")
    for entry in one.lacking:
        lines.append(f"  {entry.label}没有做到{entry.rhythm}的 {len(entry.names)} 名：{_names(entry.names)}")
    if one.counts.get("跟进逾期"):
        lines.append(f"  答应的事过了期限的 {one.counts['跟进逾期']} 项")
    if one.graduated:
        lines.append(
            f"  已经毕业，还有 {one.graduated} 名没有记离班：liushou leave --all --reason 毕业 --on 最后一天"
        )
    if one.problems:
        lines.append(
            f"  读不了的档案 {len({problem.file for problem in one.problems})} 份，运行 liushou check 看问题"
        )
    if len(lines) == 2 and one.counts.get("留守儿童"):
        lines.append("  要求的都做到了。")
    if not one.files:
        lines.append("  还没有孩子：liushou add-child 建第一份档案")
    return "\n".join(lines)


def _names(names: tuple[str, ...]) -> str:
    more = "……" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + more
